import Kernels
import Tensors

/// Puts a model's graph into instructions: first those that find the cost, then those that find its derivatives.
///
/// A layer is one instruction each way where its activation is a single operation; other activations and losses are
/// translated operation by operation. Any elementwise formula can be; where there is no kernel for an operation, it is
/// `Untranslatable`, and the interpreter takes the model.
struct PlanBuilder {
  struct Untranslatable: Error {}

  let model: Model
  let storage: ParameterStorage
  let inputs, targets: Assembly.Place
  /// What a term of the loss counts in that of its example.
  private(set) var lossFactor = 1.0
  var assembly: Assembly
  /// Where the value of a node is.
  var places: [NodeID: Assembly.Place] = [:]
  /// Matrices that stay as they are: a number, or one for each unit.
  var constants: [(place: Assembly.Place, units: Int, row: [Double])] = []

  /// The place in the program of each layer's product, from layer 1 on.
  private(set) var affineInstructions: [Int] = []

  struct PlannedLayer {
    var affine: Assembly.Affine
    var before: Assembly.Place
    var nodes: Model.LayerNodes
    /// What is fused into the product; the identity where the activation is translated by itself.
    var activation: Assembly.Applied
    var isFused: Bool
  }

  /// - Parameters:
  ///   - samples: the most examples at a time
  ///   - other: a builder for the same parameters, whose arena it shares
  init(
    _ model: Model, trained: [Int], layout: Layout, samples: Int, behind other: PlanBuilder?
  ) throws(Untranslatable) {
    self.model = model
    assembly = Assembly(layout, samples: samples, behind: other?.assembly)
    storage = other?.storage ?? ParameterStorage(of: model, trained: trained, in: &assembly)
    inputs = assembly.reserveMatrix(units: model.network.inputs)
    targets = assembly.reserveMatrix(units: model.network.outputs)
    (places[model.inputs], places[model.targets]) = (inputs, targets)

    var layers: [PlannedLayer] = []
    for number in 1..<(model.layers.count + 1) { layers.append(try forward(layer: number)) }
    guard let last = layers.last else { throw Untranslatable() }
    addPenalty()
    try backward(layers, from: try errors(ofLast: last))
  }

  private mutating func forward(layer number: Int) throws(Untranslatable) -> PlannedLayer {
    let (layer, nodes) = (model.network.layers[number - 1], model.layers[number - 1])
    let source = number == 1 ? model.inputs : model.layers[number - 2].activation
    guard let before = places[source] else { throw Untranslatable() }
    let affine = Assembly.Affine(
      weights: storage.place(.weights(ofLayer: number)),
      biases: nodes.biases.map { _ in storage.place(.biases(ofLayer: number)) },
      sharesBias: layer.bias == .shared, units: layer.units, before: model.network.units(ofLayer: number - 1))
    let z = assembly.reserveMatrix(units: layer.units)
    places[nodes.weightedInput] = z
    let fused = fusedFunction(nodes)
    let result = fused.map { $0.slopeNeedsResultOnly ? z : assembly.reserveMatrix(units: layer.units) } ?? z
    let activation = Assembly.Applied(fused ?? .identity, z, result)
    affineInstructions.append(assembly.affine(affine, of: before, activation))
    if fused != nil {
      places[nodes.activation] = result
    } else {
      try translate(after: nodes.weightedInput, through: nodes.activation, units: layer.units)
    }
    return PlannedLayer(affine: affine, before: before, nodes: nodes, activation: activation, isFused: fused != nil)
  }

  /// The activation of a layer, where it is a single operation.
  private func fusedFunction(_ nodes: Model.LayerNodes) -> KernelFunction? {
    let node = model.graph[nodes.activation]
    guard nodes.activation.index == nodes.weightedInput.index + 1, node.inputs == [nodes.weightedInput] else {
      return nil
    }
    return node.operation.kernelFunction
  }

  private mutating func addPenalty() {
    guard let regularization = model.objective.regularization else { return }
    for number in storage.sizes.indices where storage.isPenalised(number, by: regularization) {
      assembly.penalty(storage.places[number], count: storage.sizes[number])
    }
  }

  /// The loss, and its derivative by the weighted inputs of the output layer.
  private mutating func errors(ofLast last: PlannedLayer) throws(Untranslatable) -> Assembly.Place {
    let (units, factor) = try termsOfLoss()
    lossFactor = factor
    guard let output = places[last.nodes.activation] else { throw Untranslatable() }
    if isSquaredError(units, of: last.nodes.activation) {
      let targets = targets
      let errors = try errors(of: last) { assembly, activation, result in
        assembly.squaredError(units: last.affine.units, output, targets, through: activation, to: result)
      }
      assembly.endForward()
      return errors
    }
    try translate(after: last.nodes.activation, through: units, units: last.affine.units)
    guard let losses = places[units] else { throw Untranslatable() }
    assembly.total(units: last.affine.units, losses)
    assembly.endForward()
    let seed = assembly.reserveMatrix(units: last.affine.units)
    assembly.seed(units: last.affine.units, to: seed)
    let cotangent = try pull(seed, from: units, to: last.nodes.activation, units: last.affine.units)
    return try errors(of: last) { assembly, activation, result in
      assembly.pull(cotangent, through: activation, units: last.affine.units, to: result, accumulates: false)
    }
  }

  /// The derivative by a layer's weighted inputs. `find` puts that by its activations, times the slope of a function, into
  /// a place.
  private mutating func errors(
    of layer: PlannedLayer, _ find: (inout Assembly, Assembly.Applied, Assembly.Place) -> Void
  ) throws(Untranslatable) -> Assembly.Place {
    let result = assembly.reserveMatrix(units: layer.affine.units)
    find(&assembly, layer.activation, result)
    if layer.isFused { return result }
    return try pull(result, from: layer.nodes.activation, to: layer.nodes.weightedInput, units: layer.affine.units)
  }

  private mutating func backward(_ layers: [PlannedLayer], from last: Assembly.Place) throws(Untranslatable) {
    var found = [(number: layers.count, layer: layers[layers.count - 1], errors: last)]
    for number in (1..<layers.count).reversed() where (1...number).contains(where: storage.isTrained) {
      let (next, cotangent) = (layers[number], found[0].errors)
      let errors = try errors(of: layers[number - 1]) { assembly, activation, result in
        assembly.back(next.affine, cotangent, through: activation, to: result)
      }
      found.insert((number, layers[number - 1], errors), at: 0)
    }
    addGradients(found)
  }
}
