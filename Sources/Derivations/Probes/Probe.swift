import Networks
import Tensors

/// One network on which equations are tried, with everything else that a document gives a value: the author's own, or a
/// random one.
final class Probe {
  let model: ScalarModel?
  let graph: ScalarGraph
  let isOwn: Bool
  /// The first number of a layer and of a unit, as the document counts.
  let layerBase: Int
  let unitBase: Int
  /// λ and the learning rate.
  let regularization: ScalarID?
  let learningRate: ScalarID
  /// The author's λ, and the letters that the regularization has for it.
  var strength: (value: Double, letters: Set<String>)?
  /// Whether targets are 0 and 1.
  let hasBinaryTargets: Bool
  /// Of how many examples the author's network is tried on the first ones; nil where it is tried on all.
  var sampledFrom: Int?
  /// Parameters that the author's cells have frozen.
  var frozen: Set<ScalarID> = []
  /// Whether the author's training remembers nothing of the steps before.
  var isPlainDescent = true
  var functions = ExpandedFunctions()
  private let seed: UInt64
  private var variables: [String: Value] = [:]
  /// What real variables are tried at, each in an order of its own, instead of what is drawn.
  var points: Points?
  /// Whole numbers of `let` that vary nevertheless: see `VariedNumbers`.
  var variedNumbers: Set<String> = []
  /// How far its numbers reach, variables that a document declares among them.
  var spread = ProbeShape.Spread.usual
  private var derivatives: [DerivativeKey: (ids: [ScalarID], number: Int)] = [:]
  /// In the order in which they were asked for: their numbers are places here.
  private(set) var derivativeKeys: [DerivativeKey] = []
  /// Of all that a document says, for all its probes.
  let numbers: ExpressionNumbers
  private var common: [CommonValues] = []
  private struct AccumulatorKey: Hashable {
    var kind: SymbolMeaning.Accumulator
    var id: ScalarID
  }
  private var accumulators: [AccumulatorKey: ScalarID] = [:]
  private var detached: [ScalarID: ScalarID] = [:]
  /// Found out when they are first asked for.
  private var siblings: SiblingNodes?
  /// Derivatives that a second route has confirmed, or not.
  var confirmed: [DerivativeKey: Bool] = [:]
  /// Operations that the second route may still take on the author's network.
  var operationsLeft = 20_000_000

  /// Numbers of which every real variable has one after the other on so many probes.
  struct Points: Hashable {
    var numbers: [Double]
    /// That of the probe.
    var turn: Int
  }

  struct DerivativeKey: Hashable {
    var above: ScalarID
    var below: [ScalarID]

    /// Few have as many targets and the same first one.
    func hash(into hasher: inout Hasher) {
      hasher.combine(above)
      hasher.combine(below.count)
      hasher.combine(below.first)
    }
  }

  init(
    model: ScalarModel?, graph: ScalarGraph, isOwn: Bool, layerBase: Int, unitBase: Int, regularization: ScalarID?,
    learningRate: ScalarID, hasBinaryTargets: Bool, seed: UInt64, numbers: ExpressionNumbers
  ) {
    self.numbers = numbers
    (self.model, self.graph, self.isOwn) = (model, graph, isOwn)
    (self.layerBase, self.unitBase) = (layerBase, unitBase)
    (self.regularization, self.learningRate) = (regularization, learningRate)
    self.hasBinaryTargets = hasBinaryTargets
    self.seed = seed
  }

  /// Whether there are others of the same kind: random ones of the author's depth.
  var isOneOfMany: Bool { !isOwn && seed != Laboratory.deepSeed }

  var layers: Int { model?.network.layers.count ?? 0 }
  var examples: Int { model?.examples ?? 0 }

  func units(ofLayer layer: Int) -> Int { model?.network.units(ofLayer: layer) ?? 0 }

  /// What is known of expressions in which letters name these numbers and examples.
  func commonValues(
    _ constants: [String: Int], _ exampleLetters: Set<String>, _ arrangement: SymbolMeaning.Examples?
  ) -> CommonValues {
    let known = common.first {
      $0.constants == constants && $0.exampleLetters == exampleLetters && $0.arrangementOfExamples == arrangement
    }
    if let known { return known }
    let values = CommonValues(
      constants: constants, exampleLetters: exampleLetters, arrangementOfExamples: arrangement)
    common.append(values)
    return values
  }

  /// The derivatives of one node by others that are cut, each computed once: by one unit of a layer, or by one weight,
  /// together with those by all the others, in one pass.
  func derivatives(of above: ScalarID, by below: [ScalarID]) -> (ids: [ScalarID], number: Int) {
    let key = DerivativeKey(above: above, below: below)
    if let known = derivatives[key] { return known }
    let found: [ScalarID]
    if siblings == nil { siblings = SiblingNodes(of: model) }
    if let siblings = siblings?.group(of: below) {
      let all = derivatives(of: above, by: siblings.all).ids
      found = siblings.places.map { all[$0] }
    } else {
      found = graph.derivatives(of: above, by: below)
    }
    derivativeKeys.append(key)
    derivatives[key] = (found, derivativeKeys.count - 1)
    return (found, derivativeKeys.count - 1)
  }

  /// What an optimizer remembers of the gradients by a parameter: any number, and any positive one of their squares.
  func accumulator(_ kind: SymbolMeaning.Accumulator, of id: ScalarID) -> ScalarID {
    let key = AccumulatorKey(kind: kind, id: id)
    if let known = accumulators[key] { return known }
    var random = randomNumbers(for: "\(kind) \(id.index)")
    let draw = random.unit()
    let leaf = graph.leaf(kind == .squares ? 0.1 + 0.8 * draw : (draw < 0.5 ? -0.2 : 0.2) + draw - 0.5)
    accumulators[key] = leaf
    return leaf
  }

  /// What is drawn for a name is the same whatever else was drawn before.
  private func randomNumbers(for name: String) -> RandomNumbers {
    var hash = MixedHash()
    hash.mix(seed)
    for byte in name.utf8 { hash.mix(UInt64(byte)) }
    return RandomNumbers(seed: hash.value)
  }

  /// A leaf with the value of a node, for what is held fixed.
  func detached(_ id: ScalarID) -> ScalarID {
    if let known = detached[id] { return known }
    let leaf = graph.leaf(graph.value(id))
    detached[id] = leaf
    return leaf
  }

  /// The value of a real variable; numbers that `let` gives are exact on the author's network, and vary elsewhere unless
  /// they are whole.
  func value(of variable: Variable, shape: [Int]) -> Value {
    let key = variable.name + " " + shape.map(String.init).joined(separator: ",")
    if let known = variables[key] { return known }
    let count = shape.reduce(1, *)
    // `\lambda` of `let` is that of the regularization, where both have the same value.
    if shape.isEmpty, let strength, let value = variable.value, strength.value == value,
      strength.letters.contains(where: { variable.name.hasPrefix($0 + " = ") }), let regularization
    {
      return .scalar(regularization)
    }
    var random = randomNumbers(for: key)
    // One far beyond another breaks bounds that hold of two alike.
    let factor = spread == .wide && random.unit() < 0.5 ? 1 : spread.factor
    let ids = (0..<count).map { _ -> ScalarID in
      if let value = variable.value {
        let isKept = isOwn || value == value.rounded() && !variedNumbers.contains(variable.name)
        return graph.leaf(isKept ? value : value * (0.6 + 0.9 * random.unit()))
      }
      if shape.isEmpty, let points {
        var order = Array(points.numbers.indices)
        random.shuffle(&order)
        return graph.leaf(points.numbers[order[points.turn]])
      }
      let magnitude = factor * (0.25 + 1.2 * random.unit())
      return graph.leaf((random.unit() < 0.5 ? -magnitude : magnitude) + spread.shift)
    }
    let value: Value
    switch shape.count {
    case 0: value = .scalar(ids[0])
    case 1: value = variable.isRow ? .row(ids, .plain) : .column(ids, .plain)
    case 2: value = .matrix(shape[0], shape[1], ids, [.plain, .plain])
    default:
      value = Value(.tensor, Axes(shape), ids, of: .plain)
    }
    variables[key] = value
    return value
  }
}
