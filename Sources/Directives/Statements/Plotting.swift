import Catalog
package import Diagnostics
package import Networks

/// `plot loss on a log scale`, `plot activation function of hidden`
package struct Plotting: Sendable {
  package enum Subject: Sendable {
    /// The cost before and after each epoch of all training so far.
    case loss
    /// An activation function by its name.
    case activation(Activation, SourceSpan)
    /// The activation function of a layer.
    case activationOfLayer(LayerReference)
  }
  package var subject: Subject
  package var isLogarithmic: Bool
  package var span: SourceSpan

  private static let subjects: [CatalogEntry] = [
    CatalogEntry(
      .option, "loss", aliases: ["the loss", "cost", "the cost"],
      summary: "The loss over the epochs of all training so far."),
    CatalogEntry(
      .option, "activation function", aliases: ["the activation function"],
      form: "activation function of <layer>, activation function <name>",
      summary: "An activation function with its derivative."),
  ]

  /// Subjects of the design that this version has not learned.
  private static let announced = [
    "gradient norms", "weights", "decision regions", "hidden representation", "activation functions",
  ]

  private static let logarithmic = CatalogEntry(
    .option, "on a log scale", aliases: ["on log scale", "on a logarithmic scale"],
    summary: "Equal distances are equal ratios.")

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "plot", form: "plot loss [on a log scale], plot activation function of <layer>",
      summary: "Draws a curve."),
    options: subjects + [logarithmic], read: { read(&$0).map(Directive.plot) })

  private static func read(_ phrase: inout Phrase) -> Plotting? {
    let start = phrase.position
    guard let index = phrase.takeOne(of: subjects.map(\.spellings)) else {
      phrase.reportUnlearned("plot", announced, known: subjects.map(\.name))
      return nil
    }
    guard index == 0 else {
      guard let subject = readActivation(&phrase), phrase.finish("plot activation function") else { return nil }
      return Plotting(subject: subject, isLogarithmic: false, span: phrase.span(from: start))
    }
    var isLogarithmic = false
    let isRead = phrase.readOptions(of: "plot loss", [logarithmic]) { _, _ in isLogarithmic = true }
    guard isRead else { return nil }
    return Plotting(subject: .loss, isLogarithmic: isLogarithmic, span: phrase.span(from: start))
  }

  private static func readActivation(_ phrase: inout Phrase) -> Subject? {
    if phrase.take("of") { return phrase.readLayer().map(Subject.activationOfLayer) }
    let start = phrase.position
    guard let index = phrase.takeOne(of: Activation.all.map(\.entry.spellings)) else {
      if let word = phrase.next, word.kind == .word {
        phrase.report(.unknown(.activation, word.text, known: Activation.all.flatMap(\.entry.spellings)))
      } else {
        phrase.report(.expected("`of` and a layer, or the name of an activation function", found: phrase.found))
      }
      return nil
    }
    return .activation(Activation.all[index], phrase.span(from: start))
  }
}

extension Phrase {
  /// Says that a subject is still to come, or that there is none of this name.
  mutating func reportUnlearned(_ statement: String, _ announced: [String], known: [String]) {
    let start = position
    _ = take("the")
    if let index = takeOne(of: announced.map { [$0] }) {
      report(.notBuilt("\(statement) \(announced[index])"), at: span(from: start))
    } else {
      rewind(to: start)
      let help = next.flatMap { nearest($0.text, among: known) }.map { "did you mean `\(statement) \($0)`?" }
      report(.expected(listing(known, "or"), found: found, help: help))
    }
  }
}
