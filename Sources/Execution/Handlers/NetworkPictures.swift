import Diagnostics
import Directives
import Networks
import Results
import Tensors

extension Session {
  func drawNetwork(_ details: Directives.Drawing.NetworkDetails) throws(RunProblem) -> [Output] {
    let bench = try needBench()
    try refuse(.parameters)
    let network = bench.network
    var content = NetworkDrawing(layers: layers(of: bench), showsWeights: details.showsWeights)
    let words = network.layers.map { layer in
      "\(layer.name) with \(layer.units) unit\(layer.units == 1 ? "" : "s") (\(layer.activation.name)"
        + "\(layer.bias == .none ? ", without biases" : ""))"
    }
    let inputs = "\(network.inputs) input\(network.inputs == 1 ? "" : "s")"
    var description = "Layers from left to right: \(inputs), \(words.joined(separator: ", ")). "
    var title = "network \(network.name)"
    if details.showsActivations || details.showsGradients {
      let example = try exampleNumber(details.example)
      let run = try needRun(needsLoss: details.showsGradients)
      let place = run.model.examples == 1 ? "" : " for example \(example)"
      if details.showsActivations {
        show(activationsIn: run, example, in: &content)
        title += ", activations\(place)"
        let outputs = content.layers.last?.activations ?? []
        description += "In the units stand their activations\(place), at the output "
        description += outputs.prefix(8).map(inWords).joined(separator: ", ") + (outputs.count > 8 ? " …" : "") + ". "
      }
      if details.showsGradients {
        show(gradientsIn: run, example, in: &content)
        title += ", gradients\(place)"
        let sizes = content.layers.dropFirst().map { layer in
          "\(layer.name) \(inWords(layer.errors?.map(\.magnitude).max()))"
        }
        description +=
          "Beside the units stand their errors, the derivatives of the loss\(place) by the weighted inputs; "
        description += "the largest of each layer: \(sizes.joined(separator: ", ")). "
      }
    }
    let values = content.layers.flatMap { $0.weights.joined() }
    description +=
      "The \(details.showsGradients ? "derivatives by the weights" : "weights") are between \(inWords(values.min())) and "
      + "\(inWords(values.max()))."
    let picture = Picture(title: title, description: description, content: .network(content))
    guard details.showsWeights, !content.hasRoomForNumbers else { return [.picture(picture)] }
    let message = "its \(content.parameterCount) weights and biases are too many to be written beside their lines"
    return [.picture(picture), .message(message)]
  }

  private func show(activationsIn run: Run, _ example: Int, in drawing: inout NetworkDrawing) {
    for layer in drawing.layers.indices {
      let node = layer == 0 ? run.model.inputs : run.model.layers[layer - 1].activation
      drawing.layers[layer].activations = run[node].row(example - 1)
    }
  }

  private func show(gradientsIn run: Run, _ example: Int, in drawing: inout NetworkDrawing) {
    let gradients = run.gradients(of: run.model.lossOfExamples, component: [example - 1])
    drawing.lines = .derivatives
    for (layer, nodes) in run.model.layers.enumerated() {
      let weights = gradients[nodes.weights]
      drawing.layers[layer + 1].weights = (0..<weights.shape[0]).map(weights.row)
      drawing.layers[layer + 1].biases = nodes.biases.map { gradients[$0].values }
      drawing.layers[layer + 1].errors = gradients[nodes.weightedInput].row(example - 1)
    }
  }

  private func layers(of bench: Bench) -> [NetworkDrawing.Layer] {
    let network = bench.network
    let numbers = { (count: Int) in (1...count).map(String.init) }
    var inputs = numbers(network.inputs)
    if let data, data.set.inputNames.count == network.inputs { inputs = data.set.inputNames }
    var layers = [NetworkDrawing.Layer("input", units: inputs)]
    for (index, layer) in network.layers.enumerated() {
      var units = numbers(layer.units)
      if index == network.layers.count - 1, let data, data.set.targetNames.count == layer.units {
        units = data.set.targetNames
      }
      let weights = bench.parameters.weights[index]
      layers.append(
        NetworkDrawing.Layer(
          layer.name, activation: layer.activation.name, units: units,
          weights: (0..<layer.units).map(weights.row), biases: bench.parameters.biases[index]?.values))
    }
    return layers
  }
}
