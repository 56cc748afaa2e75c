import Derivations
import Diagnostics
import Directives
import Networks
import Results
import Tensors

extension Session {
  /// The computation of the loss of one example, as the engine carries it out.
  func computationGraph(_ details: Directives.Drawing.GraphDetails, at span: SourceSpan) throws(RunProblem) -> Picture {
    let bench = try needBench()
    try refuse(.parameters)
    let data = try needData().set
    let loss = try needLoss().definition
    let example = try exampleNumber(details.example)
    let objective = Objective(loss.loss, reduction: loss.reduction)
    let graph = ScalarGraph()
    let model: ScalarModel
    do throws(ShapeError) {
      model = try ScalarModel(
        bench.network, objective, parameters: bench.parameters, data: data.selecting([example - 1]), graph: graph)
    } catch {
      throw .mismatch(error, bench.span)
    }
    func outline(_ isDetailed: Bool) -> GraphOutline {
      var outline = GraphOutline(of: model, data, isDetailed: isDetailed)
      outline.add(model.exampleLosses[0])
      if !isDetailed { outline.leaveOutParameters() }
      return outline
    }
    var found = outline(true)
    if found.nodes.count > GraphOutline.mostSingleOperations, !details.isDetailed { found = outline(false) }
    guard found.nodes.count <= GraphDrawing.mostNodes else {
      throw .largeGraph(count: found.nodes.count, limit: GraphDrawing.mostNodes, span)
    }
    let drawing = found.drawing(withGradients: details.showsGradients)
    let cost = graph.value(model.exampleLosses[0])
    let steepest = zip(drawing.nodes, drawing.nodes.indices).filter { $0.0.role == .parameter }
      .max { ($0.0.gradient?.magnitude ?? 0) < ($1.0.gradient?.magnitude ?? 0) }?.0
    var description =
      "The computation of the loss of \(data.examples == 1 ? "the example" : "example \(example)") as a graph of "
      + "\(drawing.nodes.count) numbers, downwards from the inputs\(found.isDetailed ? " and parameters" : "") to the loss, "
      + "\(inWords(cost))."
    if details.showsGradients {
      description += " Below each value stands the derivative of the loss with respect to it"
      if let steepest, let gradient = steepest.gradient {
        description += "; of the parameters it is largest for \(steepest.label), \(inWords(gradient))"
      }
      description += "."
    }
    return Picture(
      title: "computation graph of the loss" + (data.examples == 1 ? "" : " of example \(example)"),
      description: description, content: .graph(drawing))
  }

  /// The number of an example, the first where none is named.
  func exampleNumber(_ reference: ExampleReference?) throws(RunProblem) -> Int {
    guard let reference else { return 1 }
    let count = try needData().set.examples
    guard reference.number <= count else { throw .unknownExample(reference, count: count) }
    return reference.number
  }
}

/// The numbers of a computation that a drawing shows, from the operands on.
struct GraphOutline {
  struct Entry {
    var label: String
    var role: GraphDrawing.Role
    var value: Double
    /// What the derivative is taken by.
    var source: ScalarID
    var operands: [Int]
  }
  private(set) var nodes: [Entry] = []

  /// With more boxes than this, a weighted input is a single one, and parameters have none.
  static let mostSingleOperations = 50

  private let model: ScalarModel
  /// Whether each product is a number of its own; else weighted inputs are, and parameters are left out.
  let isDetailed: Bool
  private var places: [ScalarID: Int] = [:]
  private var names: [ScalarID: (text: String, role: GraphDrawing.Role)] = [:]

  init(of model: ScalarModel, _ data: DataSet, isDetailed: Bool) {
    self.model = model
    self.isDetailed = isDetailed
    for (name, id) in zip(data.inputNames, model.activations[0][0]) { names[id] = (name, .input) }
    for (name, id) in zip(data.targetNames, model.targets[0]) { names[id] = (name, .target) }
    for layer in model.weights.indices {
      let number = layer + 1
      for (to, row) in model.weights[layer].enumerated() {
        for (from, id) in row.enumerated() { names[id] = (Self.name("w", number, to + 1, from + 1), .parameter) }
      }
      let isShared = model.network.layers[layer].bias == .shared
      for (unit, id) in (model.biases[layer] ?? []).enumerated() {
        names[id] = (isShared ? Self.name("b", number) : Self.name("b", number, unit + 1), .parameter)
      }
      for (unit, id) in model.weightedInputs[layer][0].enumerated() {
        names[id] = (Self.name("z", number, unit + 1), .operation)
      }
      for (unit, id) in model.activations[number][0].enumerated() where names[id] == nil {
        names[id] = (Self.name("a", number, unit + 1), .operation)
      }
    }
  }

  /// A letter with its layer raised and its indices lowered: `w²₁₂`.
  private static func name(_ letter: String, _ layer: Int, _ indices: Int...) -> String {
    func figures(_ number: Int, _ digits: [Character]) -> String {
      String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
    }
    let (raised, lowered) = (Array("⁰¹²³⁴⁵⁶⁷⁸⁹"), Array("₀₁₂₃₄₅₆₇₈₉"))
    let separator = indices.contains { $0 > 9 } ? "," : ""
    return letter + figures(layer, raised) + indices.map { figures($0, lowered) }.joined(separator: separator)
  }

  /// Adds a number with all that it is made of; gives its place.
  ///
  /// The walk keeps its own stack: a deep computation must not use up the program's.
  mutating func add(_ root: ScalarID) {
    var stack = [root]
    while let id = stack.last {
      guard places[id] == nil else {
        stack.removeLast()
        continue
      }
      let missing = parts(of: id).flatMap { $0 }.filter { places[$0] == nil }
      guard missing.isEmpty else {
        stack += missing.reversed()
        continue
      }
      stack.removeLast()
      append(id)
    }
  }

  private func step(of id: ScalarID) -> ScalarStep {
    model.graph.step(of: id) { NumberStyle.significant(3).text(for: $0).plain }
  }

  /// The numbers that a box for this one is drawn from; a weighted input takes those of the products in it.
  private func parts(of id: ScalarID) -> [[ScalarID]] {
    switch step(of: id) {
    case .leaf, .constant: return []
    case .products(let pairs): return pairs.map { [$0.0, $0.1] }
    case .operation(_, let operands):
      return operands.map { operand in
        guard case .products(let pairs) = step(of: operand), names[operand] == nil else { return [operand] }
        return pairs.flatMap { [$0.0, $0.1] }
      }
    }
  }

  private mutating func append(_ id: ScalarID) {
    let value = model.graph.value(id)
    let name = names[id]
    switch step(of: id) {
    case .leaf:
      insert(
        id, Entry(label: name?.text ?? "number", role: name?.role ?? .input, value: value, source: id, operands: []))
    case .constant:
      insert(id, Entry(label: "constant", role: .constant, value: value, source: id, operands: []))
    case .products(let pairs):
      insert(id, sum(of: id, terms(of: pairs, in: id), label: "+", name?.text))
    case .operation(let sign, let operands):
      var inputs: [Int] = []
      for operand in operands {
        if case .products(let pairs) = step(of: operand), names[operand] == nil {
          inputs += terms(of: pairs, in: operand)
        } else if let place = places[operand] {
          inputs.append(place)
        }
      }
      insert(id, sum(of: id, inputs, label: sign, name?.text))
    }
  }

  private func sum(of id: ScalarID, _ operands: [Int], label: String, _ name: String?) -> Entry {
    let isWeightedInput = !isDetailed && label == "+" && name != nil
    let words = [isWeightedInput ? "Σ" : label, name].compactMap(\.self).joined(separator: " ")
    return Entry(label: words, role: .operation, value: model.graph.value(id), source: id, operands: operands)
  }

  /// The products of pairs as boxes of their own, or their factors. A term of a sum has the sum's derivative.
  private mutating func terms(of pairs: [(ScalarID, ScalarID)], in sum: ScalarID) -> [Int] {
    let factors = pairs.map { [places[$0.0], places[$0.1]].compactMap(\.self) }
    guard isDetailed else { return factors.flatMap { $0 } }
    return zip(pairs, factors).map { pair, factors in
      nodes.append(
        Entry(
          label: "×", role: .operation, value: model.graph.value(pair.0) * model.graph.value(pair.1), source: sum,
          operands: factors))
      return nodes.count - 1
    }
  }

  private mutating func insert(_ id: ScalarID, _ entry: Entry) {
    places[id] = nodes.count
    nodes.append(entry)
  }

  /// Where a weighted input is a single box, its many weights would take more room than all the rest.
  mutating func leaveOutParameters() {
    let kept = nodes.indices.filter { nodes[$0].role != .parameter }
    let places = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    nodes = kept.map { place in
      var node = nodes[place]
      node.operands = node.operands.compactMap { places[$0] }
      return node
    }
  }

  /// - Precondition: the number added last is what the gradients are derivatives of.
  func drawing(withGradients: Bool) -> GraphDrawing {
    let root = nodes[nodes.count - 1].source
    let derivatives = nodes.map { node -> Double? in
      guard withGradients, node.role != .constant else { return nil }
      return model.graph.value(model.graph.derivatives(of: root, by: [node.source])[0])
    }
    return GraphDrawing(
      nodes: nodes.indices.map { index in
        let node = nodes[index]
        let isRoot = index == nodes.count - 1
        return GraphDrawing.Node(
          isRoot ? "\(node.label) = loss" : node.label, isRoot ? .result : node.role, value: node.value,
          gradient: derivatives[index], operands: node.operands)
      })
  }
}
