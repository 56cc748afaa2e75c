import Catalog
package import Diagnostics
package import Networks

/// `plot loss on a log scale`, `plot gradient norms of networks a, b and c`
package struct Plotting: Sendable {
  package enum Subject: Sendable {
    /// The cost before and after each epoch of all training so far.
    case loss(NetworkList)
    case sweep
    /// The loss of each run of the latest sweep.
    case lossOfSweep
    /// Activation functions by their names.
    case activations([Activation], withDerivatives: Bool, SourceSpan)
    /// The activation function of a layer.
    case activationOfLayer(LayerReference)
    /// The size of the cost's derivative by the weights of each layer, now or over all training so far.
    case gradientNorms(NetworkList, overEpochs: Bool)
    case weights(LayerReference?)
    /// What the examples look like in a layer; nil for the last but one.
    case representation(LayerReference?, isRounded: Bool)
    /// The class that the network gives each place, between the numbers if they are given.
    case regions(PlotRange?)
    /// The cost where only one parameter changes.
    case cost(along: QuantityNoun, Place, PlotRange?)
  }
  /// Networks by their names; none for the one in force.
  package struct NetworkList: Sendable {
    package struct Name: Sendable {
      package var name: String
      package var span: SourceSpan
    }
    package var names: [Name] = []
  }
  package struct PlotRange: Sendable {
    package var lower: Double
    package var upper: Double
  }
  package var subject: Subject
  package var isLogarithmic: Bool
  package var span: SourceSpan

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "plot",
      form: PlotSubject.allCases.map { "plot \($0.entry.form)" }.joined(separator: ", or "),
      summary: "Draws a curve or another picture of numbers."),
    options: PlotSubject.allCases.map(\.entry) + PlotOption.allCases.map(\.entry),
    read: { read(&$0).map(Directive.plot) })

  private static func read(_ phrase: inout Phrase) -> Plotting? {
    let start = phrase.position
    guard let index = phrase.takeOne(of: PlotSubject.allCases.map(\.entry.spellings)) else {
      phrase.reportUnknownSubject(of: "plot", known: PlotSubject.allCases.flatMap(\.entry.spellings))
      return nil
    }
    let kind = PlotSubject.allCases[index]
    guard var subject = kind.read(&phrase) else { return nil }
    var isLogarithmic = false
    let isRead = phrase.readOptions(of: "plot \(kind.entry.name)", kind.options.map(\.entry)) { phrase, name in
      guard let option = PlotOption.allCases.first(where: { $0.entry.name == name }) else { return nil }
      if option == .logarithmic { isLogarithmic = true }
      return option.read(&phrase, into: &subject)
    }
    guard isRead else { return nil }
    return Plotting(subject: subject, isLogarithmic: isLogarithmic, span: phrase.span(from: start))
  }
}

extension Phrase {
  /// Says that there is no subject of this name, and which one is meant.
  mutating func reportUnknownSubject(of statement: String, known: [String]) {
    let names = Array(known)
    let words = tokens[position...].prefix { $0.kind == .word }.map(\.text)
    let meant = stride(from: min(3, words.count), through: 1, by: -1).lazy
      .compactMap { nearest(words.prefix($0).joined(separator: " "), among: names) }.first
    let plain = known.filter { !$0.hasPrefix("the ") }
    report(
      .expected(
        "what to \(statement)", found: found,
        help: meant.map { "did you mean `\(statement) \($0)`?" } ?? "\(statement) \(listing(plain, "or"))"))
  }
}
