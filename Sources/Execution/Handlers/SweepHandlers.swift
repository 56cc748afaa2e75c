import Derivations
import Diagnostics
import Directives
import Documents
import Networks
import Results
import TeXMath

extension Session {
  /// Trains copies of the network in force; what is in force stays.
  mutating func run(_ sweep: Sweep) throws(RunProblem) -> [Output] {
    _ = try needBench()
    try refuse(.parameters)
    let choices = try choices(of: sweep)
    let seeds = try numbers(sweep.seeds, of: "seed").map { number, span throws(RunProblem) in
      try seed(number, at: span)
    }
    let count = choices.count * max(1, seeds.count)
    guard count <= settings.runLimit else {
      throw .tooManyRuns(count: count, limit: settings.runLimit, sweep.valuesSpan)
    }
    // All are made ready before the first begins: what is wrong with one, or too much in all, shows at once.
    var prepared: [[(session: Session, training: PreparedTraining)]] = []
    for choice in choices {
      var row: [(Session, PreparedTraining)] = []
      for seed in seeds.isEmpty ? [nil] : seeds.map(Optional.some) {
        let (session, order) = try variant(of: sweep, choice, seed: seed)
        row.append((session, try session.prepare(order)))
      }
      prepared.append(row)
    }
    let all = prepared.joined()
    try check(
      work: all.reduce(0) { $0 + $1.training.work }, epochs: all.reduce(0) { $0 + $1.training.training.epochs },
      at: sweep.span)
    var record = SweepRecord(
      subject: sweep.plainTitle, measure: "loss",
      values: choices.map { SweepRecord.Value(number: $0.number, name: $0.name) },
      seeds: seeds, runs: [], isQuantitative: sweep.isQuantitative)
    for row in prepared {
      var runs: [SweepRecord.Run] = []
      for (session, training) in row { runs.append(try session.carriedOut(training, sweep, measure: &record.measure)) }
      record.runs.append(runs)
    }
    self.sweep = record
    lost.remove(.sweep)
    let report = SweepReport(record)
    var outputs: [Output] = [.message(report.words(start: start(of: sweep)))]
    if sweep.showsTable { outputs += report.tables.map(Output.array) }
    if sweep.showsPlot, let picture = report.picture { outputs.append(.picture(picture)) }
    return outputs
  }

  // MARK: What is tried

  private struct Choice {
    var name: String
    var number: Double?
    var change: Change
    enum Change {
      case number(Double, SourceSpan)
      case activation(Activation)
      case initializer(Initializer)
      case optimizer(OptimizationMethod)
    }
  }

  private func choices(of sweep: Sweep) throws(RunProblem) -> [Choice] {
    switch sweep.values {
    case .activations(let activations):
      return activations.map { Choice(name: $0.name, change: .activation($0)) }
    case .initializers(let initializers):
      return initializers.map { Choice(name: $0.name, change: .initializer($0)) }
    case .optimizers(let methods):
      return methods.map { Choice(name: $0.name, change: .optimizer($0)) }
    case .numbers(let runs):
      return try numbers(runs, of: sweep.title).map { number, span in
        Choice(name: NumberStyle().text(for: number).plain, number: number, change: .number(number, span))
      }
    }
  }

  /// The numbers that are written, each with its place.
  private func numbers(_ runs: [Sweep.NumberRun], of name: String) throws(RunProblem) -> [(Double, SourceSpan)] {
    var found: [(Double, SourceSpan)] = []
    for run in runs {
      let first = try evaluate(run.first, at: run.span)
      guard first.isFinite else { throw .sweptValue(name, must: "finite", first, run.span) }
      found.append((first, run.span))
      guard let expression = run.last else { continue }
      let last = try evaluate(expression, at: run.span)
      let next: (Double) -> Double
      switch run.step {
      case .factor(let factor):
        let factor = try evaluate(factor, at: run.span)
        guard factor > 0, factor != 1, first > 0, last > 0, (factor > 1) == (last > first) || first == last else {
          throw .sweptStep(run.span)
        }
        next = { first * pow(factor, $0) }
      case .difference(let step):
        let step = try evaluate(step, at: run.span)
        guard step != 0, (step > 0) == (last > first) || first == last else { throw .sweptStep(run.span) }
        next = { first + step * $0 }
      case nil:
        guard last >= first else { throw .sweptStep(run.span) }
        next = { first + $0 }
      }
      // A last number that rounding alone puts out of reach is meant.
      let reach = last + (last > first ? 1 : -1) * 1e-9 * max(last.magnitude, (last - first).magnitude)
      var count = 1.0
      while (last > first && next(count) <= reach) || (last < first && next(count) >= reach) {
        guard found.count <= settings.runLimit else {
          throw .tooManyRuns(count: nil, limit: settings.runLimit, run.span)
        }
        found.append((next(count), run.span))
        count += 1
      }
    }
    return found
  }

  private func seed(_ number: Double, at span: SourceSpan) throws(RunProblem) -> UInt64 {
    guard let seed = UInt64(exactly: number) else {
      throw .sweptValue("seed", must: "a whole number, at least 0", number, span)
    }
    return seed
  }

  private func whole(_ number: Double, _ name: String, at span: SourceSpan) throws(RunProblem) -> Int {
    guard NumberRange.whole(from: 1).allows(number) else {
      throw .sweptValue(name, must: NumberRange.whole(from: 1).words, number, span)
    }
    return Int(number)
  }

  // MARK: One run

  /// The session as it is for one value and seed, before the training.
  private func variant(
    of sweep: Sweep, _ choice: Choice, seed chosen: UInt64?
  ) throws(RunProblem) -> (Session, TrainingOrder) {
    var session = self
    var bench = try needBench()
    var order = sweep.training
    var (initializer, seed) = sweep.initialization.map { ($0.initializer, $0.seed) } ?? bench.initialization
    var isFresh = sweep.initialization != nil || chosen != nil
    switch (sweep.subject, choice.change) {
    case (.seed, .number(let number, let span)): (seed, isFresh) = (try self.seed(number, at: span), true)
    case (.learningRate, .number(let number, let span)):
      order.learningRate = .number(Literal(value: number, text: choice.name))
      order.rateSpan = span
    case (.batch, .number(let number, let span)):
      order.batch = TrainingOrder.Batch(size: try whole(number, "batch size", at: span), span: span)
    case (.constant(let setting), .number(let number, let span)):
      order.constants.append(
        TrainingOrder.Constant(
          setting: setting, value: .number(Literal(value: number, text: choice.name)), span: span))
    case (.units(let reference), .number(let number, let span)):
      let layer = try layerIndex(reference, in: bench.network, needsParameters: true) - 1
      bench.network.layers[layer].units = try whole(number, "number of units", at: span)
      guard bench.network.parameterCount <= settings.parameterLimit else {
        throw .tooManyParameters(count: bench.network.parameterCount, limit: settings.parameterLimit, span)
      }
      isFresh = true
    case (.activation(let reference), .activation(let activation)):
      var layers = Array(bench.network.layers.indices.dropLast())
      if let reference { layers = [try layerIndex(reference, in: bench.network, needsParameters: true) - 1] }
      for layer in layers { bench.network.layers[layer].activation = activation }
    case (.initializer, .initializer(let chosen)): (initializer, isFresh) = (chosen, true)
    case (.optimizer, .optimizer(let method)): order.method = method
    case (.letter(let symbol), .number(let number, _)):
      guard values.contains(where: { $0.symbol == symbol }) else {
        throw .unboundSymbol(symbol.tex, known: values.map(\.symbol.tex), sweep.subjectSpan)
      }
      session.bindings.removeAll { $0.symbol == symbol }
      session.values.removeAll { $0.symbol == symbol }
      session.values.append((symbol, number))
    default: break
    }
    if isFresh {
      let frozen = bench.parameters.frozen
      bench.parameters = initializer.parameters(of: bench.network, seed: chosen ?? seed)
      bench.parameters.frozen = frozen
    }
    bench.training = nil
    bench.costs = []
    bench.history = []
    session.bench = bench
    return (session, order)
  }

  /// Trains, and measures what is asked for.
  private func carriedOut(
    _ training: PreparedTraining, _ sweep: Sweep, measure: inout String
  ) throws(RunProblem) -> SweepRecord.Run {
    var session = self
    let record = try session.train(training)
    var run = SweepRecord.Run(
      result: record.costs.last, costs: record.costs, stop: record.stop, nonFinite: record.nonFinite)
    if record.nonFinite != nil {
      run.result = nil
    } else if let quantity = sweep.measured {
      let arrays = try session.arrays(of: quantity)
      guard arrays.count == 1, let number = arrays[0].single else {
        throw .severalNumbers(
          "`\(document.source[quantity.span])`", quantity.span, help: "a sweep compares one number of each run")
      }
      (run.result, measure) = (number, arrays[0].symbol ?? arrays[0].title)
    }
    return run
  }

  // MARK: Words

  /// How the runs start.
  private func start(of sweep: Sweep) -> String {
    if let order = sweep.initialization { return written(order.span) }
    guard let bench else { return "" }
    let drawn = "\(bench.initialization.initializer.name) parameters"
    switch sweep.subject {
    case .seed: return drawn
    case .initializer: return "fresh parameters"
    case _ where !sweep.seeds.isEmpty: return drawn
    case .units: return "\(drawn), seed \(bench.initialization.seed)"
    default: return "the present parameters"
    }
  }

  /// A part of a statement as the author wrote it, on one line.
  private func written(_ span: SourceSpan) -> String {
    document.source[span].split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Sweep {
  /// What is swept, without LaTeX.
  fileprivate var plainTitle: String {
    guard case .letter(let symbol) = subject else { return title }
    return plainLetter(of: symbol.tex)
  }

  fileprivate var isQuantitative: Bool {
    switch (subject, values) {
    case (.seed, _): false
    case (_, .numbers): true
    default: false
    }
  }
}

/// A whole power by multiplication: no library's power is the same everywhere.
private func pow(_ base: Double, _ exponent: Double) -> Double {
  (0..<Int(exponent)).reduce(1) { product, _ in product * base }
}
