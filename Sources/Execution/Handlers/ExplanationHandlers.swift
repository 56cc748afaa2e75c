import Derivations
import Diagnostics
import Directives
import Networks
import Results
import Tensors

extension Session {
  /// More paths than these are summed in one line.
  static let pathLimit = 12
  /// All examples are worked path by path if that takes no more paths than these; else the first.
  private static let workedPaths = 12

  /// Works a gradient by hand.
  func run(_ explanation: Explanation) throws(RunProblem) -> [Output] {
    let run = try needRun(needsLoss: true)
    let model = run.model
    let selection = try parameter(explanation, in: run)
    let examples: [Int]
    if let reference = explanation.example {
      guard (1...model.examples).contains(reference.number) else {
        throw .unknownExample(reference, count: model.examples)
      }
      examples = [reference.number - 1]
    } else {
      examples = Array(0..<model.examples)
    }
    let symbols = GradientSymbols(
      scope: derivation.scope, network: model.network, isSingle: model.examples == 1 && model.regularization == nil,
      isOfOneExample: explanation.example != nil,
      hasRowsTo: run.model.layers.indices.map { hasRowsTo(ofWeights: $0 + 1, run) })
    func formulas(_ example: Int) throws(RunProblem) -> GradientFormulas {
      do throws(ShapeError) {
        let paths = try GradientPaths(
          of: selection.place, unit: selection.unit, from: selection.from, example: example, in: run,
          limit: Self.pathLimit)
        guard paths.derivative.isFinite else {
          throw ShapeError("gradient", expected: [], found: [])
        }
        return GradientFormulas(
          symbols: symbols, paths: paths, parameter: selection.symbol(symbols), unit: selection.unit,
          from: selection.from, example: example)
      } catch {
        throw .nonFinite(quantity: "the gradient", layer: nil, epoch: nil, explanation.span)
      }
    }
    var worked = [try formulas(examples[0])]
    if examples.count > 1, worked[0].paths.count * Double(examples.count) <= Double(Self.workedPaths) {
      for example in examples.dropFirst() { worked.append(try formulas(example)) }
    }
    let cost = CostOfExamples(selection, run, symbols: symbols, isOfCost: explanation.example == nil)
    let digits = explanation.digits.map { LineDigits(least: $0, most: $0) } ?? LineDigits()
    var steps: [WorkedGradient.Step] = []
    func add(_ words: String, _ lines: WorkedLines) {
      steps.append(WorkedGradient.Step(words: words, tex: lines.tex, lines: lines.lines))
    }
    for (place, formula) in worked.enumerated() {
      let words = model.examples > 1 ? " for example \(formula.example + 1)" : ""
      let isFirst = place == 0
      if isFirst {
        add("the chain rule along every path\(words)", formula.chainRule)
      }
      add("each factor\(words)", formula.values(digits))
      add(
        formula.paths.paths.count == 1 ? "their product\(words)" : "the product along each path\(words)",
        formula.products(digits))
      if let sum = formula.sum(digits) { add("the sum over the paths\(words)", sum) }
    }
    if let lines = cost.lines(digits) { add(cost.words, lines) }
    return [
      .working(
        WorkedGradient(
          title: "gradient of the \(selection.title)"
            + (explanation.example.map { ", of the loss of example \($0.number)" } ?? ""),
          symbol: explanation.example == nil ? cost.derivative : worked[0].derivative, steps: steps,
          examples: worked.map { formula in
            WorkedGradient.ExampleTerms(
              example: formula.example + 1, paths: formula.paths.paths.map(\.product), rest: formula.paths.rest,
              pathCount: formula.paths.count, value: formula.paths.derivative)
          },
          ofExamples: explanation.example == nil ? cost.ofExamples : [worked[0].paths.derivative],
          regularization: explanation.example == nil ? cost.regularization : nil,
          value: explanation.example == nil ? cost.value : worked[0].paths.derivative))
    ]
  }

  /// How the notation lays out the weights of a layer: as its matrix has them.
  private func hasRowsTo(ofWeights layer: Int, _ run: Run) -> Bool? {
    let name = run.model.network.name(ofLayer: layer)
    guard let symbol = derivation.scope.symbol(of: Scope.Named(.weight, layer: (layer, name))),
      let matrix = derivedValue(of: symbol), matrix.shape.count == 2
    else { return nil }
    let weights = run[run.model.layers[layer - 1].weights]
    let (rows, columns) = (weights.shape[0], weights.shape[1])
    if matrix.shape == [rows, columns], matrix.values == weights.values { return true }
    let transposed = (0..<columns).flatMap { column in (0..<rows).map { weights.values[$0 * columns + column] } }
    return matrix.shape == [columns, rows] && matrix.values == transposed ? false : nil
  }

  /// The one parameter that is meant.
  private func parameter(_ explanation: Explanation, in run: Run) throws(RunProblem) -> ExplainedParameter {
    let place = explanation.place
    let network = run.model.network
    guard let reference = place.layer else {
      throw .severalNumbers(
        "this gradient", explanation.span, help: "say of which layer: `of layer \(network.name(ofLayer: 1))`")
    }
    let layer = try layerIndex(reference, in: network, needsParameters: true)
    let selections = try selections(explanation.parameter, place, in: run, at: explanation.span)
    guard let selection = selections.first else {
      throw .noBiases(layer: network.name(ofLayer: layer), explanation.span)
    }
    let free = selection.indices.filter { $0.fixed == nil && $0.axis.names.count > 1 }
    let isWeight = explanation.parameter.meaning == .weights
    guard free.isEmpty else {
      throw .severalNumbers(
        "this gradient", explanation.span,
        help: isWeight ? "name one weight: `to unit 1 from unit 2`" : "name one bias: `of unit 1`")
    }
    let indices = selection.indices.map { $0.fixed ?? 0 }
    return ExplainedParameter(
      place: isWeight ? .weights(ofLayer: layer) : .biases(ofLayer: layer), layer: layer, unit: indices[0],
      from: isWeight ? indices[1] : nil, title: selection.title)
  }
}

/// The parameter whose gradient is worked.
struct ExplainedParameter {
  var place: ParameterPlace
  var layer: Int
  /// From 0, as the next one.
  var unit: Int
  var from: Int?
  var title: String

  func symbol(_ symbols: GradientSymbols) -> String {
    from.map { symbols.weight(layer, to: unit, from: $0) } ?? symbols.bias(layer, unit)
  }
}

/// How the losses of the examples, and the regularization, make the gradient of the cost.
struct CostOfExamples {
  let derivative: String
  let ofExamples: [Double]
  let regularization: Double?
  let value: Double
  private let losses: [String]
  private let parameter: String
  private let isMean: Bool
  private let isOfCost: Bool

  /// Of so many examples each is written, of more the first two and the last.
  private static let termLimit = 12

  init(_ selection: ExplainedParameter, _ run: Run, symbols: GradientSymbols, isOfCost: Bool) {
    let model = run.model
    self.isOfCost = isOfCost
    parameter = selection.symbol(symbols)
    derivative = GradientFormulas.derivative(of: symbols.cost(), by: parameter)
    isMean = model.objective.reduction == .mean
    losses = (0..<model.examples).map { symbols.loss($0) }
    let errors = run.errors(ofLayer: selection.layer)
    let units = model.network.units(ofLayer: selection.layer)
    let gradients = run.gradients(of: model.cost)
    let node = model.layers[selection.layer - 1]
    let isShared = model.network.layers[selection.layer - 1].bias == .shared
    if let from = selection.from {
      let before = run[selection.layer == 1 ? model.inputs : model.layers[selection.layer - 2].activation]
      let width = model.network.units(ofLayer: selection.layer - 1)
      ofExamples = (0..<model.examples).map {
        errors.values[$0 * units + selection.unit] * before.values[$0 * width + from]
      }
      value = gradients[node.weights].values[selection.unit * width + from]
    } else {
      ofExamples = (0..<model.examples).map { example in
        isShared
          ? errors.row(example).reduce(0, +) : errors.values[example * units + selection.unit]
      }
      value = node.biases.map { gradients[$0].values[isShared ? 0 : selection.unit] } ?? 0
    }
    if let penalty = model.regularization {
      let found = run.gradients(of: penalty)
      regularization =
        selection.from.map { from in
          found[node.weights].values[selection.unit * model.network.units(ofLayer: selection.layer - 1) + from]
        } ?? node.biases.map { found[$0].values[isShared ? 0 : selection.unit] } ?? 0
    } else {
      regularization = nil
    }
  }

  var words: String {
    let over = ofExamples.count > 1 ? (isMean ? "the mean over the examples" : "the sum over the examples") : "the cost"
    return over + (regularization == nil ? "" : ", and the regularization")
  }

  private var isTrivial: Bool { ofExamples.count == 1 && regularization == nil }

  /// nil where the cost is the loss of one example.
  func lines(_ choice: LineDigits) -> WorkedLines? {
    guard isOfCost, !isTrivial else { return nil }
    let digits = choice.fitting(isFaithful)
    let isElided = ofExamples.count > Self.termLimit
    let places = isElided ? [0, 1, ofExamples.count - 1] : Array(ofExamples.indices)
    var symbols = places.map { GradientFormulas.derivative(of: losses[$0], by: parameter) }
    var terms = places.map { WorkedNumber(ofExamples[$0], digits).tex(asTerm: true) }
    if isElided {
      symbols.insert("\\dots", at: 2)
      terms.insert("\\dots", at: 2)
    }
    let sums = [symbols, terms].map { list -> String in
      let sum = list.joined(separator: " + ")
      guard ofExamples.count > 1 else { return sum }
      return isMean ? "\\frac{1}{\(ofExamples.count)} \\Bigl( \(sum) \\Bigr)" : sum
    }
    let penalty = regularization.map { WorkedNumber($0, digits) }
    let total = WorkedNumber(value, digits)
    let symbol = penalty == nil ? "" : " + \\frac{\\partial R}{\\partial \(parameter)}"
    let relation = isElided ? " \\approx " : total.relation(to: found(digits))
    return WorkedLines(
      aligned: [
        "\(derivative) &= \(sums[0])\(symbol)",
        "&= \(sums[1])\(penalty.map { " + " + $0.tex(asTerm: true) } ?? "")\(relation)\(total.tex)",
      ], isOneFormula: true)
  }

  private func found(_ digits: Int) -> Double {
    let sum = ofExamples.reduce(0) { $0 + WorkedNumber($1, digits).printed }
    return (isMean ? sum / Double(ofExamples.count) : sum)
      + (regularization.map { WorkedNumber($0, digits).printed } ?? 0)
  }

  /// Whether a reader who calculates with the printed digits gets the printed result, as far as all terms are printed.
  private func isFaithful(_ digits: Int) -> Bool {
    guard ofExamples.count <= Self.termLimit else { return true }
    return WorkedNumber(value, digits).isPrint(of: found(digits))
  }
}
