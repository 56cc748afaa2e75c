import Catalog
import Diagnostics
import Networks
import TeXMath

/// What can be swept: its words, and how what follows them is read.
private enum SweptSubject: CaseIterable {
  case seed, learningRate, batch, units, activation, initializer, optimizer

  var entry: CatalogEntry {
    switch self {
    case .seed:
      CatalogEntry(
        .option, "seed", aliases: ["seeds", "the seed"], form: "seed over <values>",
        summary: "The seed of the initial parameters.")
    case .learningRate:
      CatalogEntry(
        .option, "learning rate", aliases: ["the learning rate"], form: "learning rate over <values>",
        summary: "That of the training.")
    case .batch:
      CatalogEntry(
        .option, "batch size", aliases: ["the batch size"], form: "batch size over <values>",
        summary: "How many examples a step of the training takes.")
    case .units:
      CatalogEntry(
        .option, "number of units of", aliases: ["units of", "the number of units of"],
        form: "number of units of <layer> over <values>", summary: "How wide a layer is.")
    case .activation:
      CatalogEntry(
        .option, "activation function", aliases: ["activation", "the activation function"],
        form: "activation function [of <layer>] over <names>", summary: "That of one layer, or of all but the last.")
    case .initializer:
      CatalogEntry(
        .option, "initializer", aliases: ["initialiser", "initialization", "the initializer"],
        form: "initializer over <names>", summary: "Where the parameters start.")
    case .optimizer:
      CatalogEntry(
        .option, "optimizer", aliases: ["optimiser", "the optimizer"], form: "optimizer over <names>",
        summary: "The method of the training.")
    }
  }
}

extension Sweep {
  private enum Clause {
    static let seeds = CatalogEntry(
      .option, "with seeds", aliases: ["for seeds", "seeds"], form: "with seeds <values>",
      summary: "Each value is tried with each of these seeds of the initial parameters.")
    static let initialize = CatalogEntry(
      .option, "initialize", aliases: ["initialise"], form: "initialize <initializer>[, seed <whole number>]",
      summary:
        "How each run starts; default: from the present parameters where these fit, else as the network was initialized."
    )
    static let train = CatalogEntry(
      .option, "train", form: "train <n> epochs …",
      summary: "What each run does, as the statement `train` has it, from a fresh optimizer on.")
    static let measure = CatalogEntry(
      .option, "measure", aliases: ["measuring"], form: "measure <quantity>",
      summary: "What is compared at the end, a single number; default: the loss.")
    static let noTable = CatalogEntry(.option, "without table", aliases: ["without a table"], summary: "No table.")
    static let noPlot = CatalogEntry(.option, "without plot", aliases: ["without a plot"], summary: "No picture.")
    static let all = [seeds, initialize, train, measure, noTable, noPlot]
  }

  private static let constants = OptimizationMethod.constants.map { constant in
    var entry = constant.entry
    entry.form = "\(constant.name) over <values>"
    return entry
  }

  private static let letterEntry = CatalogEntry(
    .option, "$letter$", form: "$<letter>$ over <values>",
    summary: "A value of `let`, or the λ of a regularization: `$\\lambda$`.")

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "sweep",
      form: "sweep <what> over <values>[, with seeds <values>][, initialize <initializer>], train <n> epochs …"
        + "[, measure <quantity>]",
      summary:
        "Trains the network anew for each value and seed, and shows what came out as a table and a plot; the network itself "
        + "stays as it is. Values are `0.1, 0.5, 1`, `1 to 20`, `0 to 1 in steps of 0.1` or `0.001 to 1 in factors of 10`."
    ),
    options: SweptSubject.allCases.map(\.entry) + constants + [letterEntry] + Clause.all,
    provides: .sweep, read: { read(&$0).map(Directive.sweep) })

  private static func read(_ phrase: inout Phrase) -> Sweep? {
    let start = phrase.position
    guard let (subject, title) = readSubject(&phrase) else { return nil }
    let subjectSpan = phrase.span(from: start)
    guard phrase.take("over") else {
      phrase.report(.expected("`over` and values", found: phrase.found))
      return nil
    }
    let valuesStart = phrase.position
    guard let values = readValues(of: subject, &phrase) else { return nil }
    let valuesSpan = phrase.span(from: valuesStart)
    var sweep = Sweep(
      subject: subject, title: title, values: values, subjectSpan: subjectSpan, valuesSpan: valuesSpan,
      training: TrainingOrder(count: 1, unit: .steps, span: phrase.whole), span: phrase.whole)
    var isTrained = false
    let isRead = phrase.readOptions(of: "sweep", Clause.all) { phrase, name in
      if name == Clause.train.name { isTrained = true }
      return sweep.read(name, in: &phrase)
    }
    guard isRead else { return nil }
    guard isTrained else {
      phrase.report(
        .missingOption("`train`", of: "sweep", help: "say what each run does: `, train 500 epochs, learning rate 0.5`"),
        at: phrase.whole)
      return nil
    }
    return sweep.checked(&phrase) ? sweep : nil
  }

  // MARK: What is swept

  private static func readSubject(_ phrase: inout Phrase) -> (Subject, String)? {
    if let formula = phrase.next, case .formula = formula.kind {
      guard let (formula, span) = phrase.readFormula() else { return nil }
      guard case .symbol(let symbol) = formula else {
        phrase.report(.expected("a single letter", found: "a formula"), at: span)
        return nil
      }
      return (.letter(symbol), symbol.tex)
    }
    let entries = SweptSubject.allCases.map(\.entry) + constants
    guard let index = phrase.takeOne(of: entries.map(\.spellings)) else {
      let words = phrase.tokens[phrase.position...].prefix { $0.kind == .word && $0.text != "over" }.map(\.text)
      let help = nearest(words.joined(separator: " "), among: entries.flatMap(\.spellings))
        .map { "did you mean `sweep \($0)`?" }
      phrase.report(
        .expected("what is swept: \(listing(entries.map(\.name), "or"))", found: phrase.found, help: help))
      return nil
    }
    guard index < SweptSubject.allCases.count else {
      let setting = OptimizationMethod.constants[index - SweptSubject.allCases.count]
      return (.constant(setting), setting.name)
    }
    switch SweptSubject.allCases[index] {
    case .seed: return (.seed, "seed")
    case .learningRate: return (.learningRate, "learning rate")
    case .batch: return (.batch, "batch size")
    case .initializer: return (.initializer, "initializer")
    case .optimizer: return (.optimizer, "optimizer")
    case .units:
      guard let layer = phrase.readLayer() else { return nil }
      return (.units(layer), "units of \(layer.words)")
    case .activation:
      guard phrase.take("of") else { return (.activation(nil), "activation function") }
      guard let layer = phrase.readLayer() else { return nil }
      return (.activation(layer), "activation function of \(layer.words)")
    }
  }

  private static func readValues(of subject: Subject, _ phrase: inout Phrase) -> Values? {
    let clauses = Clause.all.flatMap(\.spellings)
    switch subject {
    case .activation:
      return phrase.readNames(.activation, Activation.all.map(\.entry), until: clauses)
        .map { .activations($0.map { Activation.all[$0] }) }
    case .initializer:
      return phrase.readNames(.initializer, Initializer.all.map(\.entry), until: clauses)
        .map { .initializers($0.map { Initializer.all[$0] }) }
    case .optimizer:
      return phrase.readNames(.optimizer, OptimizationMethod.all.map(\.entry), until: clauses)
        .map { .optimizers($0.map { OptimizationMethod.all[$0] }) }
    case .seed, .learningRate, .batch, .constant, .units, .letter:
      return phrase.readNumberRuns().map(Values.numbers)
    }
  }

  // MARK: What each run does

  private mutating func read(_ clause: String, in phrase: inout Phrase) -> Void? {
    switch clause {
    case Clause.seeds.name:
      guard let runs = phrase.readNumberRuns() else { return nil }
      seeds = runs
    case Clause.noTable.name: showsTable = false
    case Clause.noPlot.name: showsPlot = false
    case Clause.measure.name:
      guard let quantity = phrase.readQuantity() else { return nil }
      measured = quantity
    default:
      let rule = clause == Clause.train.name ? TrainingOrder.rule : Initialization.rule
      switch phrase.readInner(rule, until: Clause.all.flatMap(\.spellings)) {
      case .train(let order): training = order
      case .initialize(let order): initialization = order
      default: return nil
      }
    }
    return ()
  }

  /// Says where a run would be told twice what to do.
  private func checked(_ phrase: inout Phrase) -> Bool {
    func report(_ what: String, at span: SourceSpan) -> Bool {
      phrase.report(.twice(what), at: span)
      return false
    }
    switch subject {
    case .learningRate where training.rateSpan != nil:
      return report("the learning rate", at: training.rateSpan ?? training.span)
    case .batch where training.batch != nil:
      return report("how many examples a step takes", at: training.batch?.span ?? training.span)
    case .constant(let setting):
      guard let place = training.constants.first(where: { $0.setting == setting }) else { return true }
      return report("the \(setting.name)", at: place.span)
    case .seed where !seeds.isEmpty: return report("the seed", at: seeds[0].span)
    case .initializer where initialization != nil:
      return report("the initializer", at: initialization?.span ?? span)
    case .optimizer where training.method != nil: return report("the optimizer", at: training.span)
    default: return true
    }
  }
}

extension LayerReference {
  fileprivate var words: String {
    switch name {
    case .name(let name): name
    case .number(let number): "layer \(number)"
    }
  }
}

extension Phrase {
  /// Reads a statement that stands inside this one: up to a comma or a new line that one of `words` follows.
  fileprivate mutating func readInner(_ rule: StatementRule, until words: [String]) -> Directive? {
    let start = position
    var end = start
    while end < tokens.count {
      let isSeparated = tokens[end].text == ","
      let isOnNewLine = end > start && tokens[end].line > tokens[end - 1].line
      rewind(to: isSeparated ? end + 1 : end)
      if isSeparated || isOnNewLine, begins(with: words) { break }
      end += 1
    }
    rewind(to: end)
    let first = start < tokens.count ? tokens[start].range.lowerBound : tokens.last?.range.upperBound ?? 0
    let last = end > start ? tokens[end - 1].range.upperBound : first
    var inner = Phrase(fragment.slice(first..<last))
    let directive = rule.read(&inner)
    diagnostics += inner.diagnostics
    return directive
  }

  /// Reads `0.1, 0.5, 1`, `1 to 20`, `0.001 to 1 in factors of 10`, and lists of these.
  fileprivate mutating func readNumberRuns() -> [Sweep.NumberRun]? {
    var runs: [Sweep.NumberRun] = []
    repeat {
      let start = position
      guard let first = readScalar(expected: "a number or a formula in `$…$`") else { return nil }
      var run = Sweep.NumberRun(first: first, span: span(from: start))
      if take("to") {
        guard let last = readScalar(expected: "the last number") else { return nil }
        run.last = last
        if take("in steps of") {
          guard let step = readScalar(expected: "the step") else { return nil }
          run.step = .difference(step)
        } else if take("in factors of") {
          guard let factor = readScalar(expected: "the factor") else { return nil }
          run.step = .factor(factor)
        }
        run.span = span(from: start)
      }
      runs.append(run)
    } while takeSeparator({ $0.next?.isNumberLike ?? false })
    return runs
  }

  /// Reads the names of catalog entries, parted by commas and `and`, until one of `words` follows; gives their places.
  mutating func readNames(_ kind: CatalogEntry.Kind, _ entries: [CatalogEntry], until words: [String]) -> [Int]? {
    var places: [Int] = []
    repeat {
      guard let index = takeOne(of: entries.map(\.spellings)) else {
        if next?.kind == .word {
          reportUnknown(kind, known: entries.map(\.name), spellings: entries.flatMap(\.spellings))
        } else {
          report(
            .expected("the name of an \(kind == .activation ? "activation function" : kind.rawValue)", found: found))
        }
        return nil
      }
      guard !places.contains(index) else {
        report(.twice("`\(entries[index].name)`"), at: span(from: startOfChoice))
        return nil
      }
      places.append(index)
    } while takeSeparator({ $0.next?.kind == .word && !$0.begins(with: words) })
    return places
  }

  /// Whether any of `words` stands next.
  func begins(with words: [String]) -> Bool { words.contains { match($0) != nil } }

  /// Reads a comma, an `and` or both, if what follows them goes on with the list; after an `and`, it always does.
  mutating func takeSeparator(_ goesOn: (Phrase) -> Bool) -> Bool {
    let start = position
    let isSeparated = take(",")
    let isJoined = take("and")
    if isJoined || isSeparated && goesOn(self) { return true }
    rewind(to: start)
    return false
  }
}

extension Token {
  fileprivate var isNumberLike: Bool {
    switch kind {
    case .number, .malformedNumber, .formula: true
    default: false
    }
  }
}
