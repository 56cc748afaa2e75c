import Catalog
import Networks

/// What a sentence of `define notation` may speak of besides the quantities that cells print.
struct NotationNoun: Sendable {
  /// What follows the noun in every sentence.
  enum Complement: Sendable {
    /// `row i`
    case index
    /// `of $W$`
    case ofSymbol
    /// `by $W$`
    case bySymbol
  }
  var entry: CatalogEntry
  var parts: Set<QuantityNoun.Part>
  var complements: [Complement]

  private init(
    _ name: String, _ aliases: [String] = [], form: String? = nil, at parts: Set<QuantityNoun.Part> = [],
    before complements: [Complement] = [],
    _ summary: String
  ) {
    self.parts = parts
    self.complements = complements
    entry = CatalogEntry(.quantity, name, aliases: aliases, form: form, summary: summary)
  }

  static let all: [NotationNoun] =
    functions + [
      NotationNoun("elementwise product", [], "An operator: entry by entry."),
      NotationNoun("matrix product", [], "An operator: rows by columns."),
      NotationNoun("product of the chain rule", [], "An operator between derivatives."),
      NotationNoun(
        "threshold", ["thresholds"], at: [.layer, .unit],
        "What is subtracted from a weighted sum: a bias with the other sign."
      ),
      NotationNoun("trace", [], "The sum along a diagonal."),
      NotationNoun("kronecker delta", form: "Kronecker delta", "1 where its indices agree, 0 elsewhere."),
      NotationNoun(
        "jacobian", ["transposed jacobian"], form: "Jacobian", "The matrix of all derivatives of a vector by a vector."),
      NotationNoun("example", [], "An index letter that names examples."),
      NotationNoun(
        "parameter", ["parameters", "weight or bias"], "Any weight or bias: what is done with it is done with each."),
      NotationNoun("class", [], at: [.example], "The number of the target unit that is 1."),
      NotationNoun(
        "set of examples",
        ["training set", "set of training examples", "data set", "dataset", "batch", "mini-batch", "minibatch"],
        "What `\\sum_{d \\in D}` goes over; bars around it count them."),
      NotationNoun(
        "set of outputs", ["set of output units", "set of output neurons", "set of classes"],
        "Likewise, of the units of the output layer."),
      NotationNoun(
        "set of units", ["set of neurons", "set of nodes"], at: [.layer], "Likewise, of those of any layer."),
      NotationNoun("number of inputs", [], "How many inputs an example has."),
      NotationNoun("number of hidden layers", [], "All layers that have units, but the output layer."),
      NotationNoun("number of outputs", [], "How many units the output layer has."),
      NotationNoun("number of the output layer", [], "As layers are counted."),
      NotationNoun(
        "sum of the squares of all weights", ["sum of the squares of all weights and biases"],
        "What a regularization multiplies."),
      NotationNoun("entry", [], before: [.index, .ofSymbol], "An entry of a vector, as a number."),
      NotationNoun("row", [], before: [.index, .ofSymbol], "A row of a matrix, as a vector."),
      NotationNoun("column", [], before: [.index, .ofSymbol], "A column of a matrix, as a vector."),
      NotationNoun("derivative", [], before: [.ofSymbol, .bySymbol], "Of one symbol by another."),
      NotationNoun(
        "velocity", ["running mean of the gradient", "first moment"], before: [.ofSymbol],
        "What momentum and Adam remember of the gradients by a parameter."),
      NotationNoun(
        "mean square", ["sum of the squared gradients", "running mean of the squared gradient", "second moment"],
        before: [.ofSymbol], "What AdaGrad, RMSProp and Adam remember of their squares."),
      NotationNoun("number of the step", [], "How many steps there were with the one to come."),
      NotationNoun("step", [], before: [.ofSymbol], "What one training step adds to a parameter."),
    ] + constants

  /// Those of optimizers; `weight decay` says of what the cost has.
  private static let constants = OptimizationMethod.constants.filter { $0 != .weightDecay }.map {
    NotationNoun($0.name, [], "The number of that name of the optimizer of the next or last `train`.")
  }

  private static let functions: [NotationNoun] =
    [
      NotationNoun("activation function", at: [.layer, .unit], "That of the layer named, or of every layer."),
      NotationNoun("loss function", [], at: [.example], "The loss as a function of predictions and targets."),
    ]
    + Activation.all.map {
      NotationNoun("\($0.name) function", $0.entry.aliases.map { "\($0) function" }, $0.entry.summary)
    }
}

/// What a sentence adds to its noun: how the numbers are arranged, and what is left out of them.
enum NotationModifier {
  static let all: [CatalogEntry] =
    layouts + [
      CatalogEntry(
        .option, "without its bias", aliases: ["without the bias"], summary: "The products only."),
      CatalogEntry(.option, "without regularization", summary: "The cost less its regularization."),
      CatalogEntry(.option, "summed over the examples", summary: "Added, not averaged."),
      CatalogEntry(.option, "counted from 0", summary: "The first class is class 0."),
      CatalogEntry(
        .option, "for every", aliases: ["for any", "for each"], form: "for every <symbol>",
        summary:
          "Of a derivative: said of whatever stands under the accent, `$\\bar v$ is the derivative of $L$ by $v$, for every $v$`."
      ),
      CatalogEntry(
        .option, "as a function of", form: "as a function of <quantity>",
        summary: "What varies when it is differentiated."),
    ]

  /// Those that leave the numbers as `print` shows them.
  static let neutral = ["rows to", "columns from", "a column", "a row", "one row per example"]

  private static let layouts: [CatalogEntry] = [
    CatalogEntry(.option, "rows to", summary: "A row for each unit that the weights lead to."),
    CatalogEntry(.option, "columns from", summary: "A column for each unit that the weights come from."),
    CatalogEntry(.option, "rows from", summary: "A row for each unit that the weights come from."),
    CatalogEntry(.option, "columns to", summary: "A column for each unit that the weights lead to."),
    CatalogEntry(.option, "one column per example", summary: "A matrix over all examples."),
    CatalogEntry(.option, "one row per example", summary: "A matrix over all examples."),
    CatalogEntry(.option, "a column", aliases: ["as a column", "as column"], summary: "A vector that stands upright."),
    CatalogEntry(.option, "a row", aliases: ["as a row", "as row"], summary: "A vector that lies."),
    CatalogEntry(
      .option, "with the bias as column 0",
      summary: "The biases stand before the weights."),
    CatalogEntry(
      .option, "with the bias as row 0",
      summary: "The same of a matrix with a row for each unit that the weights come from."),
    CatalogEntry(
      .option, "with the bias as the last column",
      summary: "The biases stand behind the weights."),
    CatalogEntry(
      .option, "with the bias as the last row",
      summary: "The same of a matrix with a row for each unit that the weights come from."),
    CatalogEntry(
      .option, "with a leading 1",
      summary: "A 1 stands before the vector, for the bias."),
    CatalogEntry(
      .option, "with a trailing 1",
      summary: "A 1 stands behind the vector, for the bias."),
    CatalogEntry(.option, "row by row", summary: "A list of symbols runs through the rows of the matrix (default)."),
    CatalogEntry(.option, "column by column", summary: "A list of symbols runs through the columns of the matrix."),
  ]
}
