import Catalog
import Diagnostics
import Directives
import Networks
import Tensors

/// A node of the model's graph, with some of its indices fixed.
struct Selection {
  struct Index {
    var axis: LabelledArray.Axis
    /// The one value that the index has, from 0; nil where it ranges.
    var fixed: Int?
    var isExample = false
  }
  var title: String
  var node: NodeID
  /// As many as the node's shape has axes.
  var indices: [Index]

  var free: [LabelledArray.Axis] { indices.filter { $0.fixed == nil }.map(\.axis) }

  /// The components chosen, each as one index per axis, in row-major order.
  var components: [[Int]] {
    indices.reduce([[]]) { found, index in
      found.flatMap { start in (index.fixed.map { [$0] } ?? Array(index.axis.names.indices)).map { start + [$0] } }
    }
  }

  /// The chosen components of a tensor of the node's shape.
  func pick(from tensor: Tensor) -> [Double] {
    let strides = tensor.shape.strides
    return components.map { component in tensor.values[zip(component, strides).reduce(0) { $0 + $1.0 * $1.1 }] }
  }
}

extension Session {
  /// The nodes that `noun` at `place` names: one for each layer where no layer is said.
  func selections(_ noun: QuantityNoun, _ place: Place, in run: Run, at span: SourceSpan) throws(RunProblem)
    -> [Selection]
  {
    let model = run.model
    let network = model.network
    if let layer = place.layer, [.exampleLoss, .targets, .predictions].contains(noun.meaning),
      try layerIndex(layer, in: network, needsParameters: false) != network.layers.count
    {
      throw .noValue(
        "`\(noun.entry.name)` of a layer before the last", layer.span, help: "only the output layer has them")
    }
    switch noun.meaning {
    case .cost: return [Selection(title: "loss", node: model.cost, indices: [])]
    case .dataCost: return [Selection(title: noun.entry.name, node: model.dataCost, indices: [])]
    case .summedLoss: return [Selection(title: noun.entry.name, node: model.summedLoss, indices: [])]
    case .regularization:
      guard let node = model.regularization else {
        throw .noValue("`regularization`", span, help: "the loss was defined without it")
      }
      return [Selection(title: noun.entry.name, node: node, indices: [])]
    case .exampleLoss:
      guard place.unit != nil else {
        let index = try exampleIndex(place.example)
        return [Selection(title: title("loss", index), node: model.lossOfExamples, indices: [index])]
      }
      guard let node = model.lossOfUnits else {
        throw .noValue("the loss of a unit", span, help: "this loss is no sum over units")
      }
      return [try layerSelection("loss", node, layer: network.layers.count, place)]
    case .inputs: return [try layerSelection("inputs", model.inputs, layer: 0, place)]
    case .targets, .predictions:
      let last = network.layers.count
      let node = noun.meaning == .targets ? model.targets : model.layers[last - 1].activation
      var selection = try layerSelection(noun.entry.name, node, layer: last, place, ofLayer: false)
      // Side by side with each other, they are called by the columns of the data.
      selection.indices[1].axis.names = try needData().set.targetNames
      return [selection]
    case .activations:
      return try layers(place, includingInputs: true).map { layer throws(RunProblem) in
        let node = layer == 0 ? model.inputs : model.layers[layer - 1].activation
        return try layerSelection("activations", node, layer: layer, place)
      }
    case .weightedInputs:
      return try layers(place).map { layer throws(RunProblem) in
        try layerSelection("weighted inputs", model.layers[layer - 1].weightedInput, layer: layer, place)
      }
    case .products:
      return try layers(place).map { layer throws(RunProblem) in
        try layerSelection(noun.entry.name, model.layers[layer - 1].product, layer: layer, place)
      }
    case .weights:
      return try layers(place).map { layer throws(RunProblem) in
        var to = try unitIndex(place.unit, layer: layer)
        var from = try unitIndex(place.fromUnit, layer: layer - 1)
        (to.axis.heading, from.axis.heading) = ("to", "from")
        return Selection(
          title: title("weights", to, from: from, layer: layer), node: model.layers[layer - 1].weights,
          indices: [to, from])
      }
    case .biases:
      var found: [Selection] = []
      for layer in try layers(place) {
        guard let node = model.layers[layer - 1].biases else {
          if place.layer != nil { throw .noBiases(layer: network.layers[layer - 1].name, span) }
          continue
        }
        var unit = try unitIndex(place.unit, layer: layer)
        if network.layers[layer - 1].bias == .shared { unit.fixed = 0 }
        found.append(Selection(title: title("biases", unit, layer: layer), node: node, indices: [unit]))
      }
      return found
    case .errors, .learningRate, .exampleCount, .layerCount, .unitCount, .parameterCount, .backpropagationWork,
      .differencesWork, .priceOfDifferences, .gradientNorms, .accuracy, .sweepResults, .smallestOfSweep, .largestOfSweep,
      .medianOfSweep, .bestOfSweep, .runsOfSweep:
      throw .noValue("the derivative of or by `\(noun.entry.name)`", span)
    }
  }

  /// Selects units of one layer for some examples from a node of shape `[examples, units]`.
  func layerSelection(
    _ noun: String, _ node: NodeID, layer: Int, _ place: Place, ofLayer: Bool = true
  ) throws(RunProblem) -> Selection {
    let example = try exampleIndex(place.example)
    let unit = try unitIndex(place.unit, layer: layer)
    let name = title(noun, unit, layer: ofLayer && noun != "inputs" && noun != "loss" ? layer : nil, example: example)
    return Selection(title: name, node: node, indices: [example, unit])
  }

  // MARK: Layers, units, examples

  /// The layers that a place names, from 1; all of them where it names none.
  func layers(_ place: Place, includingInputs: Bool = false) throws(RunProblem) -> [Int] {
    let network = try needBench().network
    guard let reference = place.layer else { return Array(1...network.layers.count) }
    return [try layerIndex(reference, in: network, needsParameters: !includingInputs)]
  }

  /// The number of a layer: 0 for the inputs.
  func layerIndex(_ reference: LayerReference, in network: Network, needsParameters: Bool) throws(RunProblem) -> Int {
    let names = ["input"] + network.layers.map(\.name)
    let index: Int?
    switch reference.name {
    case .number(let number): index = names.indices.contains(number) ? number : nil
    case .name(let name): index = name == "inputs" ? 0 : names.lastIndex(of: name)
    }
    guard let index, !(needsParameters && index == 0) else { throw .unknownLayer(reference, known: names) }
    return index
  }

  func unitNames(ofLayer layer: Int) throws(RunProblem) -> [String] {
    let network = try needBench().network
    if layer == 0 {
      if let data, data.set.inputNames.count == network.inputs { return data.set.inputNames }
      return (1...network.inputs).map { "x\($0)" }
    }
    let (name, units) = (network.layers[layer - 1].name, network.layers[layer - 1].units)
    return units == 1 ? [name] : (1...units).map { "\(name) \($0)" }
  }

  private func unitIndex(_ reference: UnitReference?, layer: Int) throws(RunProblem) -> Selection.Index {
    let network = try needBench().network
    let names = try unitNames(ofLayer: layer)
    let heading = layer == 0 ? "input" : network.layers[layer - 1].name
    var index = Selection.Index(axis: LabelledArray.Axis(heading: heading, names: names))
    guard let reference else { return index }
    switch reference.name {
    case .number(let number):
      index.fixed = names.indices.contains(number - 1) ? number - 1 : nil
    case .name(let name):
      var known = names
      if layer == network.layers.count, let data { known = data.set.targetNames }
      index.fixed = known.firstIndex(of: name)
    }
    guard index.fixed != nil else {
      throw .unknownUnit(reference, layer: heading, count: names.count, known: names)
    }
    return index
  }

  /// Where the data has a single example, the index has that value and is not shown.
  private func exampleIndex(_ reference: ExampleReference?) throws(RunProblem) -> Selection.Index {
    let count = try needData().set.examples
    var index = Selection.Index(
      axis: LabelledArray.Axis(heading: "example", names: (1...max(1, count)).map(String.init)),
      fixed: count == 1 ? 0 : nil, isExample: true)
    if let reference {
      guard reference.number <= count else { throw .unknownExample(reference, count: count) }
      index.fixed = reference.number - 1
    }
    return index
  }

  // MARK: Titles

  /// `activation of unit 1 of layer output for example 2`; the noun is plural unless one unit is meant.
  private func title(
    _ noun: String, _ unit: Selection.Index, from: Selection.Index? = nil, layer: Int? = nil,
    example: Selection.Index? = nil
  ) -> String {
    var words = noun
    if let fixed = unit.fixed, !unit.isExample {
      words = singular(noun) + (from == nil ? " of unit " : " to unit ") + String(fixed + 1)
    }
    if let fixed = from?.fixed { words += " from unit \(fixed + 1)" }
    if let layer, let network = bench?.network {
      words += " of layer " + (layer == 0 ? "input" : network.layers[layer - 1].name)
    }
    let examples = example ?? (unit.isExample ? unit : nil)
    if let fixed = examples?.fixed, examples?.axis.names.count != 1 { words += " for example \(fixed + 1)" }
    return words
  }

  private func title(_ noun: String, _ example: Selection.Index) -> String {
    example.fixed == nil ? "\(noun) of each example" : title(noun, example, layer: nil)
  }

  private func singular(_ noun: String) -> String {
    switch noun {
    case "biases": "bias"
    case "loss": "loss"
    case let plural where plural.hasSuffix("s"): String(plural.dropLast())
    default: noun
    }
  }
}
