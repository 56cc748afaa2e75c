import Diagnostics
import Directives
import Networks
import Results
import Tensors

/// What can go wrong when a statement is carried out: facts here, words below.
enum RunProblem: Error {
  /// A statement above, which said why, could not give what this one needs. Not said again.
  case lost(Directive.Provision)
  case missing(Directive.Provision)
  case unknownNetwork(String, known: [String], SourceSpan)
  case unknownLayer(LayerReference, known: [String])
  case unknownUnit(UnitReference, layer: String, count: Int, known: [String])
  case unknownExample(ExampleReference, count: Int)
  case mismatch(ShapeError, SourceSpan)
  case dataMismatch(what: String, network: Int, data: Int, layer: String, SourceSpan)
  case noBiases(layer: String, SourceSpan)
  case learningRate(Double, SourceSpan)
  case noLearningRate(SourceSpan)
  case nothingTrained(SourceSpan)
  case noCurve(String, SourceSpan)
  case notTwoInputs(count: Int, SourceSpan)
  case noClasses(target: String, values: Int, SourceSpan)
  case noHiddenLayer(SourceSpan)
  case largeGraph(count: Int, limit: Int, SourceSpan)
  case outOfRange(Setting, Double, SourceSpan)
  case optimizerConstant(Setting, of: OptimizationMethod, SourceSpan)
  case largeBatch(size: Int, examples: Int, SourceSpan)
  case idleShuffling(SourceSpan)
  case sweptValue(String, must: String, Double, SourceSpan)
  case sweptStep(SourceSpan)
  /// A count of nil: as many as were not counted to the end.
  case tooManyRuns(count: Int?, limit: Int, SourceSpan)
  case tooManyEpochs(count: Int, limit: Int, SourceSpan)
  case tooMuchData(generator: String, limit: Int, SourceSpan)
  case nonFinite(quantity: String, layer: String?, epoch: Int?, SourceSpan)
  case tooMuchWork(amount: Double, limit: Double, SourceSpan)
  case tooManyParameters(count: Int, limit: Int, SourceSpan)
  case equationSymbol(String, SourceSpan)
  case unboundSymbol(String, known: [String], SourceSpan)
  case noValue(String, SourceSpan, help: String? = nil)
  case severalValues(String, SourceSpan, help: String)
  case severalNumbers(String, SourceSpan, help: String)
  case differentShapes(left: String, right: String, SourceSpan)
  case file(String, SourceSpan, help: String? = nil)
  case field(String, SourceSpan)
  case unknownTable(String, known: [String], SourceSpan)
  case unknownColumn(String, known: [String], SourceSpan)
}

extension RunProblem {
  /// nil where there is nothing to say again.
  func diagnostic(at statement: SourceSpan) -> Diagnostic? {
    func error(_ code: String, _ message: String, at span: SourceSpan, help: String? = nil) -> Diagnostic {
      Diagnostic(.error, "run.\(code)", message, at: span, help: help)
    }
    func shown(_ value: Double) -> String { NumberStyle.significant(3).text(for: value).plain }
    func suggestion(_ word: String, _ known: [String]) -> String? {
      if let close = nearest(word, among: known) { return "did you mean `\(close)`?" }
      return known.isEmpty ? nil : "known are \(listing(known))"
    }
    switch self {
    case .lost:
      return nil
    case .equationSymbol(let message, let span):
      return error("definition", message, at: span)
    case .missing(let what):
      return error("missing-\(what)", "there is no \(what.noun) yet", at: statement, help: what.help)
    case .unknownNetwork(let name, let known, let span):
      return error("unknown-network", "no network `\(name)` is defined above", at: span, help: suggestion(name, known))
    case .unknownLayer(let layer, let known):
      switch layer.name {
      case .name(let name):
        return error(
          "unknown-layer", "the network has no layer `\(name)`", at: layer.span, help: suggestion(name, known))
      case .number(let number):
        return error(
          "unknown-layer", "the network has no layer \(number)", at: layer.span,
          help: "its layers are 0, the inputs, to \(known.count - 1), `\(known.last ?? "")`")
      }
    case .unknownUnit(let unit, let layer, let count, let known):
      switch unit.name {
      case .name(let name):
        return error(
          "unknown-unit", "layer `\(layer)` has no unit `\(name)`", at: unit.span, help: suggestion(name, known))
      case .number(let number):
        return error(
          "unknown-unit", "layer `\(layer)` has no unit \(number)", at: unit.span,
          help: count == 1 ? "it has one unit" : "its units are 1 to \(count)")
      }
    case .unknownExample(let example, let count):
      return error(
        "unknown-example", "there is no example \(example.number)", at: example.span,
        help: count == 1 ? "the data has one example" : "the data has examples 1 to \(count)")
    case .mismatch(let mismatch, let span):
      let place = mismatch.layer.map { " of layer `\($0)`" } ?? ""
      return error(
        "shape", "the \(mismatch.subject)\(place) have the shape \(mismatch.expected), not \(mismatch.found)", at: span)
    case .dataMismatch(let what, let network, let data, let layer, let span):
      return error(
        "data-shape",
        "the data has \(data) \(what)\(data == 1 ? "" : "s"), layer `\(layer)` has \(network) unit\(network == 1 ? "" : "s")",
        at: span)
    case .noBiases(let layer, let span):
      return error("no-biases", "layer `\(layer)` has no biases", at: span)
    case .learningRate(let rate, let span):
      return error("learning-rate", "the learning rate must be greater than 0, and is \(shown(rate))", at: span)
    case .noLearningRate(let span):
      return error(
        "no-learning-rate", "no learning rate is given here or in a training above", at: span,
        help: "add `, learning rate 0.5`")
    case .nothingTrained(let span):
      return error(
        "nothing-trained", "this network has not been trained yet", at: span,
        help: "put `train 200 epochs, learning rate 0.5` above")
    case .noCurve(let name, let span):
      return error(
        "no-curve", "`\(name)` is no function of one number", at: span,
        help: "each activation depends on the weighted inputs of the whole layer")
    case .notTwoInputs(let count, let span):
      return error(
        "not-two-inputs", "decision regions need 2 inputs, and the network has \(count)", at: span,
        help: "each place of a plane is an example of two inputs")
    case .noClasses(let target, let values, let span):
      return error(
        "no-classes", "this needs classes, and the target `\(target)` has \(values) values", at: span,
        help: "one target with 2 values, or a target for each class")
    case .noHiddenLayer(let span):
      return error("no-hidden-layer", "the network has no hidden layer", at: span)
    case .largeGraph(let count, let limit, let span):
      return error(
        "limit", "this computation has \(count) numbers, more than the \(limit) that a picture can show", at: span,
        help: "`draw network with gradients` shows larger networks")
    case .outOfRange(let setting, let value, let span):
      return error("out-of-range", "the \(setting.name) must be \(setting.range.words), and is \(value)", at: span)
    case .optimizerConstant(let setting, let method, let span):
      let takers = OptimizationMethod.all.filter { $0.constants.contains(setting) }.map(\.name)
      return error(
        "optimizer-constant", "`\(method.name)` takes no `\(setting.name)`", at: span,
        help: "\(listing(takers)) \(takers.count == 1 ? "does" : "do"): name it after `with`")
    case .largeBatch(let size, let examples, let span):
      return error(
        "large-batch", "a batch of \(size) examples is larger than the data, which has \(examples)", at: span,
        help: "leave the batches out to take all examples in each step")
    case .idleShuffling(let span):
      return error(
        "idle-shuffling", "the order of the examples changes nothing where a step takes all of them", at: span,
        help: "add `in batches of 32` or `one example at a time`")
    case .sweptValue(let name, let must, let value, let span):
      return error(
        "swept-value", "the \(name) must be \(must), and is \(NumberStyle().text(for: value).plain)", at: span)
    case .sweptStep(let span):
      return error(
        "swept-step", "these steps do not lead from the first number to the last", at: span,
        help: "`0 to 1 in steps of 0.1` and `0.001 to 1 in factors of 10` do")
    case .tooManyRuns(let count, let limit, let span):
      let runs = count.map { "\($0) runs, more" } ?? "more runs"
      return error("limit", "these are \(runs) than the limit of \(limit)", at: span)
    case .tooManyEpochs(let count, let limit, let span):
      return error("limit", "these are \(count) epochs, more than the limit of \(limit)", at: span)
    case .tooMuchData(let generator, let limit, let span):
      return error("limit", "`\(generator)` would make more than \(limit) numbers, the limit", at: span)
    case .nonFinite(let quantity, let layer, let epoch, let span):
      let place = (layer.map { " of layer `\($0)`" } ?? "") + (epoch.map { " in epoch \($0)" } ?? "")
      return error(
        "non-finite", "the \(quantity)\(place) became infinite or undefined", at: span,
        help: epoch == nil ? nil : "the parameters are those before that epoch; try a smaller learning rate")
    case .tooMuchWork(let amount, let limit, let span):
      return error(
        "limit", "this would take \(shown(amount)) multiplications, more than the limit of \(shown(limit))",
        at: span, help: "raise it with `--work-limit`")
    case .tooManyParameters(let count, let limit, let span):
      let shown = count == .max ? "too many" : String(count)
      return error("limit", "the network has \(shown) parameters, more than the limit of \(limit)", at: span)
    case .unboundSymbol(let symbol, let known, let span):
      return error(
        "unbound-symbol", "`\(symbol)` is bound nowhere above", at: span,
        help: nearest(symbol, among: known).map { "did you mean `\($0)`?" }
          ?? "bind it with `let $\(symbol) = …$` or a sentence of `define notation`")
    case .noValue(let what, let span, let help):
      return error("no-value", "\(what) has no value here", at: span, help: help)
    case .severalValues(let what, let span, let help):
      return error("several-values", "\(what) is more than one array", at: span, help: help)
    case .severalNumbers(let what, let span, let help):
      return error("several-numbers", "\(what) is more than one number", at: span, help: help)
    case .differentShapes(let left, let right, let span):
      return error("different-shapes", "\(left) cannot be compared with \(right)", at: span)
    case .file(let message, let span, let help):
      return error("file", message, at: span, help: help)
    case .field(let message, let span):
      return error("field", message, at: span)
    case .unknownTable(let label, let known, let span):
      return error(
        "unknown-table", "no table of this notebook has the label `\(label)`", at: span, help: suggestion(label, known))
    case .unknownColumn(let name, let known, let span):
      return error("unknown-column", "the data has no column `\(name)`", at: span, help: suggestion(name, known))
    }
  }
}

extension Directive.Provision {
  var noun: String {
    switch self {
    case .network: "network"
    case .data: "data"
    case .loss: "loss"
    case .parameters: "parameters"
    case .values: "values"
    case .sweep: "sweep"
    }
  }

  var pronoun: String { self == .parameters || self == .values ? "them" : "it" }

  fileprivate var help: String? {
    switch self {
    case .network: "define one: `define network xor: 2 -> hidden 3 tanh -> output 1 sigmoid`"
    case .data: "give the examples with `define data`"
    case .loss: "choose one: `define loss squared error, half sum`"
    case .sweep: "make one: `sweep seed over 1 to 20, train 500 epochs, learning rate 0.5`"
    case .parameters, .values: nil
    }
  }
}
