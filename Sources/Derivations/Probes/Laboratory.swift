import Networks
import TeXMath
import Tensors

/// The networks on which the equations of a document are tried. Each is made once.
final class Laboratory {
  private struct Key: Hashable {
    var needs: Needs
    var seed: UInt64
    var points: Probe.Points?
    var spread: ProbeShape.Spread
  }
  let numbers: ExpressionNumbers
  private let drawn: DrawnProbes
  private var probes: [Key: Probe] = [:]
  private var own: Probe??
  private var complete: Probe??
  private var unbiased: Probe??
  /// How often a network of another kind was entered.
  private(set) var networksEntered = 0
  private var version = -1
  private var setting = AuthorSetting()
  private var scope = Scope()

  /// One that is left out; -1 is the author's own.
  var omitted: Int?

  /// - Parameters: what all laboratories of a document share
  init(_ numbers: ExpressionNumbers, _ drawn: DrawnProbes) { (self.numbers, self.drawn) = (numbers, drawn) }

  static let seeds: [UInt64] = [11, 29, 47]
  /// That of the network with more layers.
  static let deepSeed: UInt64 = 83
  /// Those of more networks for what tells little of each: which of several numbers is the largest.
  static let furtherSeeds: [UInt64] = [59, 61, 97, 101, 131, 151, 167, 199, 211]

  /// Forgets the probes of another network, and the own one of other parameters.
  func enter(_ setting: AuthorSetting, scope: Scope) {
    let isSameKind =
      setting.network == self.setting.network && setting.objective == self.setting.objective
      && setting.regularizationFactor?.key == self.setting.regularizationFactor?.key
      && setting.data?.targets == self.setting.data?.targets
      && setting.isPlainDescent == self.setting.isPlainDescent
      && setting.parameters?.frozen == self.setting.parameters?.frozen
      && scope.layersCountFromOne == self.scope.layersCountFromOne
      && scope.indicesCountFromZero == self.scope.indicesCountFromZero
    if !isSameKind {
      probes = [:]
      networksEntered += 1
    }
    if !isSameKind || setting.version != version { (own, complete, unbiased) = (nil, nil, nil) }
    version = setting.version
    self.setting = setting
    self.scope = scope
  }

  /// The most parameters times examples with which claims between quantities are tried on the author's network, and
  /// claims about its numbers.
  private static let claimLimit = 40_000
  private static let numberLimit = 1_000_000
  /// The fewest examples that a network is tried on.
  private static let fewestExamples = 3

  /// The author's network, as it is at this place; nil where it can't be run. A large one is tried on its first examples
  /// only: what holds, holds on any of them.
  func ownProbe() -> Probe? {
    if let own { return own }
    let probe = completeProbe(limit: Self.claimLimit) ?? sampledProbe()
    own = .some(probe)
    return probe
  }

  /// The author's network with all its examples, for its numbers.
  func numberProbe() -> Probe? {
    if let complete { return complete }
    if let own = ownProbe(), own.sampledFrom == nil { return own }
    let probe = completeProbe(limit: Self.numberLimit)
    complete = .some(probe)
    return probe
  }

  private func completeProbe(limit: Int) -> Probe? {
    guard let network = setting.network else { return bare(ScalarGraph(), isOwn: true, seed: 3) }
    guard let data = setting.data, network.parameterCount.multipliedReportingOverflow(by: data.examples).0 <= limit
    else { return nil }
    return ownProbe(data)
  }

  private func sampledProbe() -> Probe? {
    guard let network = setting.network, let data = setting.data,
      network.parameterCount <= Self.numberLimit / Self.fewestExamples
    else { return nil }
    let count = max(Self.fewestExamples, Self.claimLimit / max(1, network.parameterCount))
    guard count < data.examples, let first = try? data.prefix(count) else { return nil }
    let probe = ownProbe(first)
    probe?.sampledFrom = data.examples
    return probe
  }

  private func ownProbe(_ data: DataSet) -> Probe? {
    guard let network = setting.network, let parameters = setting.parameters else { return nil }
    let objective = setting.objective ?? Objective(.squaredError)
    return probe(network, objective, parameters, data, ties: false, isOwn: true, seed: 3)
      .map { probe($0, isOwn: true, seed: 3, binary: false) }
  }

  /// The author's data in the author's network with other numbers for biases that are 0, of which a wrong sign would not
  /// show; nil where none are.
  func unbiasedProbe() -> Probe? {
    if let unbiased { return unbiased }
    let probe = probeWithoutZeroBiases()
    unbiased = .some(probe)
    return probe
  }

  private func probeWithoutZeroBiases() -> Probe? {
    guard let network = setting.network, let data = setting.data, var parameters = setting.parameters,
      network.parameterCount.multipliedReportingOverflow(by: data.examples).0 <= Self.claimLimit
    else { return nil }
    var isMoved = false
    for layer in 1..<(network.layers.count + 1) {
      guard let biases = parameters.biases[layer - 1], biases.values.contains(0) else { continue }
      let values = biases.values.enumerated().map { $1 == 0 ? 0.31 + 0.17 * Double($0) : $1 }
      guard (try? parameters.setBiases(Tensor(biases.shape, values), ofLayer: layer, in: network)) != nil else {
        return nil
      }
      isMoved = true
    }
    guard isMoved else { return nil }
    let objective = setting.objective ?? Objective(.squaredError)
    return probe(network, objective, parameters, data, ties: false, isOwn: false, seed: 3)
      .map { probe($0, isOwn: false, seed: 3, binary: false) }
  }

  /// - Parameter points: what real variables are tried at; nil to draw them
  func randomProbe(
    _ needs: Needs, seed: UInt64, points: Probe.Points? = nil, spread: ProbeShape.Spread = .usual
  ) -> Probe {
    let key = Key(needs: needs, seed: seed, points: points, spread: spread)
    if let known = probes[key] { return known }
    guard let network = setting.network else {
      let probe = bare(ScalarGraph(), isOwn: false, seed: seed)
      (probe.points, probe.spread, probe.variedNumbers) = (points, spread, needs.variedNumbers)
      probes[key] = probe
      return probe
    }
    let objective = setting.objective ?? Objective(.squaredError)
    var widths: [Int: Int] = [:]
    for layer in needs.fixedWidths.sorted() where layer <= network.layers.count {
      widths[layer] = network.units(ofLayer: layer)
    }
    let ties = setting.data.map { $0.inputs == $0.targets } ?? false
    var shape = ProbeShape(seed: seed)
    shape.widths = widths
    shape.extraHiddenLayers = needs.isDeep ? 2 : 0
    if needs.keepsExamples { shape.examples = setting.data?.examples }
    shape.binaryTargets = needs.hasBinaryTargets
    shape.tiesTargets = ties
    shape.spread = spread
    let probe =
      randomProbe(of: network, objective, shape).map { drawn in
        self.probe(drawn, isOwn: false, seed: seed, binary: needs.hasBinaryTargets)
      } ?? bare(ScalarGraph(), isOwn: false, seed: seed)
    (probe.points, probe.spread, probe.variedNumbers) = (points, spread, needs.variedNumbers)
    probes[key] = probe
    return probe
  }

  private func randomProbe(of network: Network, _ objective: Objective, _ shape: ProbeShape) -> DrawnProbe? {
    let kind = DrawnProbes.Kind(
      network: network, objective: objective, regularizationFactor: setting.regularizationFactor?.key)
    if let known = drawn[kind, shape] { return known }
    guard let made = try? RandomNetwork(of: network, objective, shape),
      let probe = probe(
        made.network, objective, made.parameters, made.data,
        ties: shape.tiesTargets && made.network.inputs == made.network.outputs, isOwn: false, seed: shape.seed)
    else { return nil }
    drawn.keep(probe, kind, shape)
    return probe
  }

  private func bare(_ graph: ScalarGraph, isOwn: Bool, seed: UInt64) -> Probe {
    Probe(
      model: nil, graph: graph, isOwn: isOwn, layerBase: 0, unitBase: 1, regularization: nil,
      learningRate: graph.leaf(0.37), hasBinaryTargets: false, seed: seed, numbers: numbers)
  }

  private func probe(
    _ network: Network, _ objective: Objective, _ parameters: Parameters, _ data: DataSet, ties: Bool, isOwn: Bool,
    seed: UInt64
  ) -> DrawnProbe? {
    let graph = ScalarGraph()
    var regularization: ScalarID?
    var factor: ScalarID?
    let offset = Double(seed % 7) / 10
    if objective.regularization != nil {
      let strength = graph.leaf(isOwn ? setting.regularizationStrength ?? 1 : 0.6 + offset)
      regularization = strength
      factor = self.factor(graph, strength, examples: data.examples)
    }
    guard
      let model = try? ScalarModel(
        network, objective, parameters: parameters, data: data, tiesTargets: ties, regularizationFactor: factor,
        graph: graph)
    else { return nil }
    return DrawnProbe(
      model: model, regularization: regularization,
      learningRate: graph.leaf(isOwn ? setting.learningRate ?? 0.37 : 0.25 + offset))
  }

  private func probe(_ drawn: DrawnProbe, isOwn: Bool, seed: UInt64, binary: Bool) -> Probe {
    let probe = Probe(
      model: drawn.model, graph: drawn.model.graph, isOwn: isOwn, layerBase: scope.layersCountFromOne ? 1 : 0,
      unitBase: scope.indicesCountFromZero ? 0 : 1, regularization: drawn.regularization,
      learningRate: drawn.learningRate, hasBinaryTargets: binary, seed: seed, numbers: numbers)
    probe.frozen = frozen(in: drawn.model)
    probe.isPlainDescent = setting.isPlainDescent
    probe.strength = setting.regularizationStrength.map { ($0, lettersOfStrength) }
    return probe
  }

  /// Letters of the regularization's factor that are no number of examples.
  private var lettersOfStrength: Set<String> {
    guard let nodes = setting.regularizationFactor else { return ["\\lambda"] }
    let letters = PlainNodes.plain(nodes).flattened.compactMap { node in
      if case .letter(let letter) = node.kind { letter } else { nil }
    }
    return Set(letters).subtracting(Self.letterOfCounts)
  }
  private static let letterOfCounts: Set<String> = ["m", "n", "N", "M"]

  /// The parameters of a probe that correspond to the author's frozen ones. Layers that a deeper probe adds are copies of
  /// the first.
  private func frozen(in model: ScalarModel) -> Set<ScalarID> {
    guard let places = setting.parameters?.frozen, let network = setting.network else { return [] }
    let added = model.weights.count - network.layers.count
    var found: Set<ScalarID> = []
    for place in model.weights.indices {
      let layer = place == 0 ? 1 : max(1, place + 1 - added)
      if places.contains(.weights(ofLayer: layer)) { found.formUnion(model.weights[place].joined()) }
      if places.contains(.biases(ofLayer: layer)), let biases = model.biases[place] { found.formUnion(biases) }
    }
    return found
  }

  /// The factor as the author has it: letters that nothing else says are λ, and m or n the number of examples.
  private func factor(_ graph: ScalarGraph, _ strength: ScalarID, examples: Int) -> ScalarID {
    guard let nodes = setting.regularizationFactor else { return graph.multiply(graph.constant(0.5), strength) }
    var scope = Scope()
    for node in PlainNodes.plain(nodes).flattened {
      guard case .letter(let letter) = node.kind else { continue }
      scope.bind(
        SymbolPattern([node], variables: []), to: .parameter(Self.letterOfCounts.contains(letter) ? 1 : 0),
        isNotation: true)
    }
    var parser = ExpressionParser(nodes, scope: scope)
    guard let expression = try? parser.parse() else { return graph.multiply(graph.constant(0.5), strength) }
    let probe = Probe(
      model: nil, graph: graph, isOwn: true, layerBase: 0, unitBase: 1, regularization: nil, learningRate: strength,
      hasBinaryTargets: false, seed: 1, numbers: numbers)
    var context = Evaluator.Context()
    context.parameters = [0: .scalar(strength), 1: .scalar(graph.constant(Double(examples)))]
    let value = try? Evaluator(probe, constants: [:]).value(expression, context)
    return value.flatMap { $0.isSingle ? $0.ids[0] : nil } ?? graph.multiply(graph.constant(0.5), strength)
  }
}
