import Catalog
package import Diagnostics

/// `train 2000 epochs with gradient descent, learning rate 0.5`
package struct TrainingOrder: Sendable {
  package var epochs: Int
  /// nil: as in the training above.
  package var learningRate: ScalarExpression?
  package var rateSpan: SourceSpan?
  package var span: SourceSpan

  private static let options: [CatalogEntry] = [
    CatalogEntry(
      .option, "with", form: "with gradient descent",
      summary: "The optimizer; gradient descent over all examples at once is the default."),
    CatalogEntry(
      .option, "learning rate", aliases: ["with learning rate"], form: "learning rate <number or $formula$>",
      summary: "How far a step goes against the gradient; default: that of the training above."),
  ]

  /// Optimizers of the design that this version has not learned.
  private static let announced = ["sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "adamw", "mini-batches"]

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "train", form: "train <n> epochs, train 1 step [with gradient descent][, learning rate <number>]",
      summary: "Changes the parameters so that the cost falls; a second `train` goes on from the first."),
    options: options, provides: .parameters, read: { read(&$0).map(Directive.train) })

  private static func read(_ phrase: inout Phrase) -> TrainingOrder? {
    let start = phrase.position
    _ = phrase.take("for")
    if let word = phrase.next, word.kind == .word {
      var help = "write `train 200 epochs`"
      if case .number = phrase.token(ahead: 1)?.kind, let count = phrase.token(ahead: 1)?.text {
        help = "did you mean `train \(count) epochs`?"
      }
      phrase.report(.unknownOption(word.text, of: "train", known: [], help: help), at: phrase.span(of: word))
      return nil
    }
    guard let (value, token) = phrase.readNumber(expected: "the number of epochs") else { return nil }
    guard value > 0 else {
      phrase.report(.notPositive("the number of epochs"), at: phrase.span(of: token))
      return nil
    }
    guard let epochs = Int(exactly: value) else {
      phrase.report(.notWhole("the number of epochs"), at: phrase.span(of: token))
      return nil
    }
    guard phrase.takeOne(of: [["epochs", "epoch", "steps", "step"]]) != nil else {
      if let word = phrase.next, word.kind == .word {
        phrase.report(.unknownOption(word.text, of: "train", known: ["epochs", "step", "steps"]))
      } else {
        phrase.report(.expected("`epochs` or `step`", found: phrase.found))
      }
      return nil
    }
    var rate: ScalarExpression?
    var rateSpan: SourceSpan?
    let isRead = phrase.readOptions(of: "train", options) { phrase, name in
      guard name == "learning rate" else { return readOptimizer(&phrase) }
      let rateStart = phrase.position
      guard let value = phrase.readScalar(expected: "the learning rate") else { return nil }
      rate = value
      rateSpan = phrase.span(from: rateStart)
      if case .number(let literal) = value, literal.value <= 0 {
        phrase.report(.notPositive("the learning rate"), at: rateSpan)
        return nil
      }
      return ()
    }
    guard isRead else { return nil }
    return TrainingOrder(epochs: epochs, learningRate: rate, rateSpan: rateSpan, span: phrase.span(from: start))
  }

  private static func readOptimizer(_ phrase: inout Phrase) -> Void? {
    if phrase.take("gradient descent") || phrase.take("full-batch gradient descent") { return () }
    guard let word = phrase.next, word.kind == .word else {
      phrase.report(.expected("the name of an optimizer", found: phrase.found))
      return nil
    }
    if announced.contains(word.text.lowercased()) {
      phrase.report(.notBuilt(word.text))
    } else {
      phrase.report(.unknown(.optimizer, word.text, known: ["gradient descent"]))
    }
    return nil
  }
}
