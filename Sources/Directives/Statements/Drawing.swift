import Catalog
package import Diagnostics

/// `draw network with weights`, `draw computation graph for example 2`
package struct Drawing: Sendable {
  package enum Subject: Sendable {
    case network(NetworkDetails)
    case computationGraph(GraphDetails)
  }
  package struct NetworkDetails: Sendable {
    /// Whether the weights are written beside the lines.
    package var showsWeights = false
    /// Whether the activations for an example stand in the units.
    package var showsActivations = false
    /// Whether the lines show the derivatives of the loss by the weights, and the units their errors.
    package var showsGradients = false
    package var example: ExampleReference?
  }
  package struct GraphDetails: Sendable {
    package var example: ExampleReference?
    package var showsGradients = true
    /// Whether each product and sum has a box of its own.
    package var isDetailed = false
  }
  package var subject: Subject
  package var span: SourceSpan

  private static let network = CatalogEntry(
    .option, "network", aliases: ["the network"],
    form: "network [with weights] [with activations] [with gradients] [for example <n>]",
    summary: "The layers in columns; the width of a line is the size of its weight, a negative one is dashed.")

  private static let graph = CatalogEntry(
    .option, "computation graph", aliases: ["the computation graph"],
    form: "computation graph [for example <n>] [without gradients] [in single operations]",
    summary:
      "How the loss of one example comes about: each number with its value and the derivative of the loss with respect to it."
  )

  private enum Option {
    static let weights = CatalogEntry(
      .option, "with weights", aliases: ["with the weights", "with its weights"],
      summary:
        "Writes weights and biases beside their lines, where there are at most a dozen, or six between any two layers.")
    static let activations = CatalogEntry(
      .option, "with activations", aliases: ["with values", "with the activations"],
      summary: "Writes the activations for one example into the units.")
    static let gradients = CatalogEntry(
      .option, "with gradients", aliases: ["with the gradients", "with gradient flow"],
      summary:
        "The lines are the derivatives of the example's loss by the weights, and beside the units stand the errors δ.")
    static let example = CatalogEntry(
      .option, "for example", form: "for example <n>", summary: "Which example; default: the first.")
    static let noGradients = CatalogEntry(
      .option, "without gradients", aliases: ["without the gradients"], summary: "Values only.")
    static let operations = CatalogEntry(
      .option, "in single operations", aliases: ["by single operations"],
      summary:
        "A box for each product and sum; default: where there are at most 50 boxes, else one for each weighted input.")
  }

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "draw", form: "draw \(network.form), or draw \(graph.form)",
      summary: "Draws the network, or the computation of its loss, in its present state."),
    options: [
      network, graph, Option.weights, Option.activations, Option.gradients, Option.example, Option.noGradients,
      Option.operations,
    ],
    read: { phrase in
      let start = phrase.position
      guard let index = phrase.takeOne(of: [network.spellings, graph.spellings]) else {
        phrase.reportUnknownSubject(of: "draw", known: network.spellings + graph.spellings)
        return nil
      }
      guard let subject = index == 0 ? readNetwork(&phrase) : readGraph(&phrase) else { return nil }
      return .draw(Drawing(subject: subject, span: phrase.span(from: start)))
    })

  private static func readNetwork(_ phrase: inout Phrase) -> Subject? {
    var details = NetworkDetails()
    let options = [Option.weights, Option.activations, Option.gradients, Option.example]
    let isRead = phrase.readOptions(of: "draw network", options) { phrase, name in
      switch name {
      case Option.weights.name: details.showsWeights = true
      case Option.activations.name: details.showsActivations = true
      case Option.gradients.name: details.showsGradients = true
      default:
        guard let example = phrase.readExample() else { return nil }
        details.example = example
      }
      return ()
    }
    guard isRead else { return nil }
    if let example = details.example, !details.showsActivations, !details.showsGradients {
      phrase.report(
        .missingOption(
          "`with activations` or `with gradients`", of: "for example", help: "the weights are those of all examples"),
        at: example.span)
      return nil
    }
    return .network(details)
  }

  private static func readGraph(_ phrase: inout Phrase) -> Subject? {
    var details = GraphDetails()
    let options = [Option.example, Option.noGradients, Option.operations]
    let isRead = phrase.readOptions(of: "draw computation graph", options) { phrase, name in
      switch name {
      case Option.noGradients.name: details.showsGradients = false
      case Option.operations.name: details.isDetailed = true
      default:
        guard let example = phrase.readExample() else { return nil }
        details.example = example
      }
      return ()
    }
    return isRead ? .computationGraph(details) : nil
  }
}

extension Phrase {
  /// Reads the number of an example.
  mutating func readExample() -> ExampleReference? {
    let start = position
    guard let number = readCount(of: "the number of an example") else { return nil }
    return ExampleReference(number: number, span: span(from: start))
  }
}
