import Catalog
package import Diagnostics
package import Networks

/// `train 2000 epochs with adam, learning rate 0.01 halved every 500 epochs, in batches of 32, shuffled, seed 3`
package struct TrainingOrder: Sendable {
  package enum Unit: Sendable { case epochs, steps }

  /// A number given for a setting, or a formula for it.
  package struct Constant: Sendable {
    package var setting: Setting
    package var value: ScalarExpression
    package var span: SourceSpan

    package init(setting: Setting, value: ScalarExpression, span: SourceSpan) {
      (self.setting, self.value, self.span) = (setting, value, span)
    }
  }

  /// How many examples a step takes.
  package struct Batch: Sendable {
    package var size: Int
    package var span: SourceSpan

    package init(size: Int, span: SourceSpan) { (self.size, self.span) = (size, span) }
  }

  package struct Seed: Sendable {
    package var value: UInt64
    package var span: SourceSpan
  }

  package var count: Int
  package var unit: Unit
  /// nil: as in the training above.
  package var method: OptimizationMethod?
  package var constants: [Constant] = []
  /// nil: as in the training above.
  package var learningRate: ScalarExpression?
  package var rateSpan: SourceSpan?
  /// nil: the learning rate does not change.
  package var schedule: Schedule?
  package var batch: Batch?
  package var shuffling: SourceSpan?
  package var seed: Seed?
  package var stop = StoppingRule()
  /// Whether layers take their steps on the way back, and not at once.
  package var updatesOnTheWayBack = false
  package var span: SourceSpan

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "train",
      form: "train <n> epochs [with <optimizer>][, learning rate <number>][, <options>], or train <n> steps …",
      summary: "Changes the parameters so that the cost falls; a second `train` goes on from the first."),
    options: TrainingOption.allCases.map(\.entry) + OptimizationMethod.constants.map(\.entry), provides: .parameters,
    read: { read(&$0).map(Directive.train) })

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
    guard let count = phrase.readCount(of: "the number of epochs") else { return nil }
    guard let unit = phrase.takeOne(of: [["epochs", "epoch"], ["steps", "step"]]) else {
      if let word = phrase.next, word.kind == .word {
        phrase.report(.unknownOption(word.text, of: "train", known: ["epochs", "step", "steps"]))
      } else {
        phrase.report(.expected("`epochs` or `step`", found: phrase.found))
      }
      return nil
    }
    var order = TrainingOrder(count: count, unit: unit == 0 ? .epochs : .steps, span: phrase.whole)
    let entries = rule.options + Schedule.all.map(\.entry)
    guard phrase.readOptions(of: "train", entries, { order.read($1, in: &$0) }) else { return nil }
    if let seed = order.seed, order.shuffling == nil {
      phrase.report(
        .missingOption("`shuffled`", of: "seed", help: "add `shuffled`: the seed chooses the order of the examples"),
        at: seed.span)
      return nil
    }
    order.span = phrase.span(from: start)
    return order
  }

  /// Reads what follows the words of an option.
  private mutating func read(_ name: String, in phrase: inout Phrase) -> Void? {
    if let option = TrainingOption.allCases.first(where: { $0.entry.name == name }) {
      return option.read(&phrase, into: &self)
    }
    if let setting = OptimizationMethod.constants.first(where: { $0.name == name }) {
      return phrase.readConstant(setting, from: phrase.start(of: setting.entry)).map { constants.append($0) }
    }
    guard var schedule = Schedule.all.first(where: { $0.name == name }) else { return nil }
    guard self.schedule == nil else {
      phrase.report(.twice("how the learning rate changes"), at: phrase.span(from: phrase.start(of: schedule.entry)))
      return nil
    }
    guard phrase.readForm(of: schedule.entry, &schedule.arguments) != nil else { return nil }
    self.schedule = schedule
    return ()
  }
}

extension Phrase {
  /// Reads the value of a constant.
  ///
  /// - Parameter start: where its words begin
  mutating func readConstant(_ setting: Setting, from start: Int) -> TrainingOrder.Constant? {
    guard let value = readScalar(expected: "the \(setting.name)") else { return nil }
    let place = span(from: start)
    if case .number(let literal) = value, !setting.range.allows(literal.value) {
      report(.outOfRange("the \(setting.name)", setting.range), at: place)
      return nil
    }
    return TrainingOrder.Constant(setting: setting, value: value, span: place)
  }
}
