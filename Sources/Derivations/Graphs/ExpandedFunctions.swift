import Networks
import Tensors

/// Activations and losses as small graphs of the engine, one for each number of units, carried out on single numbers.
struct ExpandedFunctions {
  private var activations: [String: [Int: (graph: Graph, input: NodeID, output: NodeID)]] = [:]
  private var losses: [String: [Int: Model]] = [:]
  /// Activations of single numbers.
  private var known: [String: [ScalarID: ScalarID]] = [:]

  mutating func activation(_ function: Activation, of values: [ScalarID], in scalars: ScalarGraph) -> [ScalarID] {
    guard values.count == 1 else { return expanded(function, of: values, in: scalars) }
    if let known = known[function.name]?[values[0]] { return [known] }
    let found = expanded(function, of: values, in: scalars)
    known[function.name, default: [:]][values[0]] = found[0]
    return found
  }

  private mutating func expanded(
    _ function: Activation, of values: [ScalarID], in scalars: ScalarGraph
  ) -> [ScalarID] {
    let (graph, input, output) =
      activations[function.name]?[values.count] ?? Self.graph(of: function, units: values.count)
    activations[function.name, default: [:]][values.count] = (graph, input, output)
    return GraphExpansion(of: graph, leaves: [input: values], wanted: [output], in: scalars)[output]
  }

  mutating func loss(
    _ loss: Loss, of predictions: [ScalarID], targets: [ScalarID], in scalars: ScalarGraph
  ) -> ScalarID {
    precondition(predictions.count == targets.count, "\(targets.count) targets for \(predictions.count) predictions")
    let name = "\(loss.name), \(loss.overOutputs)"
    let model = losses[name]?[predictions.count] ?? Self.model(of: loss, units: predictions.count)
    losses[name, default: [:]][predictions.count] = model
    // The predictions take the place of the output layer's activations, so that nothing below is needed.
    let leaves = [model.layers[0].activation: predictions, model.targets: targets]
    return GraphExpansion(of: model.graph, leaves: leaves, wanted: [model.lossOfExamples], in: scalars)[
      model.lossOfExamples][0]
  }

  private static func graph(of function: Activation, units: Int) -> (Graph, NodeID, NodeID) {
    var graph = Graph()
    let input = graph.input("z", [1, units])
    do throws(ShapeError) {
      let output = try function.apply(&graph, input)
      return (graph, input, output)
    } catch {
      preconditionFailure("\(function.name) does not fit a row: \(error)")
    }
  }

  private static func model(of loss: Loss, units: Int) -> Model {
    let network = Network("loss", inputs: units, layers: [Layer("output", units: units, .linear, bias: .none)])
    do throws(ShapeError) {
      return try Model(network, Objective(loss, reduction: .sum), examples: 1)
    } catch {
      preconditionFailure("\(loss.name) does not fit a row: \(error)")
    }
  }
}
