package import Catalog

/// A quantity that has a name, and the parts of a place that it takes.
package struct QuantityNoun: Sendable {
  package enum Meaning: Sendable, Hashable {
    case cost, dataCost, regularization, summedLoss, exampleLoss
    case weights, biases, products, weightedInputs, activations, errors, predictions, inputs, targets
    case learningRate, exampleCount, layerCount, unitCount, parameterCount
    case backpropagationWork, differencesWork, priceOfDifferences
    case gradientNorms
    case accuracy
    case sweepResults, smallestOfSweep, largestOfSweep, medianOfSweep, bestOfSweep, runsOfSweep
  }
  package enum Part: String, Sendable, CaseIterable {
    case layer = "of layer"
    case unit = "of unit"
    case from = "from unit"
    case example = "for example"
    case bound = "below"
  }
  package var meaning: Meaning
  package var entry: CatalogEntry
  package var parts: Set<Part>

  private init(_ meaning: Meaning, _ name: String, _ aliases: [String], at parts: Set<Part> = [], _ summary: String) {
    self.meaning = meaning
    self.parts = parts
    let form = ([name] + Part.allCases.filter(parts.contains).map { "[\($0.rawValue) …]" }).joined(separator: " ")
    entry = CatalogEntry(.quantity, name, aliases: aliases, form: form, summary: summary)
  }

  package static let all: [QuantityNoun] = [
    QuantityNoun(.cost, "loss", ["cost"], "What training makes smaller: over all examples, with regularization."),
    QuantityNoun(
      .dataCost, "cost without regularization", ["loss without regularization"], "The cost less its regularization."),
    QuantityNoun(.regularization, "regularization", [], "The squared weights times their factor."),
    QuantityNoun(.summedLoss, "summed loss", [], "The losses of all examples, added."),
    QuantityNoun(
      .exampleLoss, "loss of one example",
      ["losses", "cost of one example", "losses of the examples", "loss of each example"],
      at: [.layer, .unit, .example], "The loss of a single example, or of one of its outputs; without regularization."),
    QuantityNoun(
      .weights, "weights", ["weight"], at: [.layer, .unit, .from],
      "A row for each unit, a column for each unit before it."),
    QuantityNoun(.biases, "biases", ["bias"], at: [.layer, .unit], "One for each unit."),
    QuantityNoun(
      .products, "weighted inputs without biases", ["weighted input without its bias", "weighted inputs without bias"],
      at: [.layer, .unit, .example], "Wx, before the bias is added."),
    QuantityNoun(
      .weightedInputs, "weighted inputs", ["weighted input", "pre-activations", "pre-activation"],
      at: [.layer, .unit, .example], "z = Wx + b, what the activation function is applied to."),
    QuantityNoun(
      .activations, "activations", ["activation", "outputs", "output"], at: [.layer, .unit, .example],
      "a, what a layer passes on; layer 0 passes on the inputs."),
    QuantityNoun(
      .errors, "errors", ["error", "deltas", "delta", "δ"], at: [.layer, .unit, .example],
      "δ, the derivative of the loss of one example by the weighted input."),
    QuantityNoun(
      .predictions, "predictions", ["prediction"], at: [.layer, .unit, .example], "The activations of the output layer."
    ),
    QuantityNoun(.inputs, "inputs", ["input"], at: [.unit, .example], "The inputs of the examples."),
    QuantityNoun(.targets, "targets", ["target"], at: [.layer, .unit, .example], "What the examples ask for."),
    QuantityNoun(.learningRate, "learning rate", [], "That of the latest training."),
    QuantityNoun(
      .gradientNorms, "gradient norms", ["gradient norm"], at: [.layer],
      "How large the derivative of the cost by the weights of a layer is: the root of the sum of its squares."),
    QuantityNoun(
      .accuracy, "accuracy", ["classification accuracy"],
      "The share of the examples for whose class the outputs speak: the largest of several, or the side of the middle that a "
        + "single one is on."),
    QuantityNoun(.exampleCount, "number of examples", [], "How many examples the data has."),
    QuantityNoun(.layerCount, "number of layers", [], "The number of the output layer; the inputs are layer 0."),
    QuantityNoun(.unitCount, "number of units", [], at: [.layer], "How many units a layer has."),
    QuantityNoun(.parameterCount, "number of parameters", [], "All weights and biases."),
    QuantityNoun(
      .backpropagationWork, "multiplications of backpropagation", [],
      "By weights or for their derivatives, forward and backward once, for one example."),
    QuantityNoun(
      .differencesWork, "multiplications of finite differences", [],
      "By weights, for one example: a pass forward for each parameter, and one more."),
    QuantityNoun(
      .priceOfDifferences, "price of finite differences", [],
      "How many times the multiplications of backpropagation those of finite differences are."),
    QuantityNoun(
      .sweepResults, "results of the sweep", ["losses of the sweep"],
      "What each run of the latest sweep came to: a row for each value, a column for each seed."),
    QuantityNoun(
      .smallestOfSweep, "smallest result of the sweep", ["smallest loss of the sweep"],
      "The least of them; runs that did not stay finite have none."),
    QuantityNoun(
      .largestOfSweep, "largest result of the sweep", ["largest loss of the sweep"], "The greatest of them."),
    QuantityNoun(.medianOfSweep, "median result of the sweep", ["median loss of the sweep"], "That in the middle."),
    QuantityNoun(.bestOfSweep, "best value of the sweep", [], "The number with which a run had the smallest result."),
    QuantityNoun(
      .runsOfSweep, "number of runs", ["number of runs of the sweep"], at: [.bound],
      "How many runs the latest sweep had, or how many of them came below a number."),
  ]
}

/// Words of the language that are no statements of their own.
enum Vocabulary {
  static let entries: [CatalogEntry] = [
    CatalogEntry(
      .quantity, "gradients", aliases: ["gradient"], form: "gradients [of <parameters>]",
      summary: "The derivatives of the cost by the parameters."),
    CatalogEntry(
      .quantity, "derivative", aliases: ["derivatives"], form: "derivative of <quantity> by <quantity>",
      summary: "Through everything that lies between the two."),
  ]
}
