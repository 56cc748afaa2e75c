package import TeXMath

/// What a symbol of the prose means: a quantity, where in the network it belongs, and how it is laid out.
package struct SymbolMeaning: Sendable, Hashable {
  package enum Quantity: Sendable, Hashable {
    case activation, weightedInput, product, error, weight, bias, input, target, prediction
    case cost, dataCost, summedLoss, exampleLoss, unitLoss
    case regularization, learningRate, squaresOfWeights(includingBiases: Bool)
    case exampleCount, layerCount, hiddenLayerCount, unitCount, inputCount, outputCount, parameterCount
    case activationFunction, lossFunction, networkFunction, namedFunction(String)
    case classNumber, kronecker, trace, elementwiseProduct, matrixProduct, chainProduct
    case derivative(of: [Node], by: [Node])
    case step(of: [Node])
    /// What plain gradient descent adds, divided by the rate. No sentence says it.
    case descent
    case afterStep(of: [Node])
    /// What an optimizer remembers of the gradients by a parameter, before a step.
    case accumulator(Accumulator, of: [Node])
    /// The same after the step, and what the step adds to the parameter: operands are the parameter, the rate, and the
    /// optimizer's constants. No sentence says these.
    case accumulated(Accumulator, by: String, VelocityScale)
    case increment(by: String, VelocityScale)
    case stepNumber
    case anyWeight, anyBias, anyParameter
    case row(Index, of: [Node])
    case column(Index, of: [Node])
    case layerName(Index)
    case exampleLetter
    case unsupported(String)
    /// A sentence speaks of it that could not be read.
    case unread
  }
  package enum Accumulator: Sendable, Hashable { case velocity, squares }
  /// What a document's velocity has as a factor beside the optimizer's, which adds up gradients: `v := \mu v - \eta \nabla C`
  /// adds up steps.
  package enum VelocityScale: Sendable, Hashable, CaseIterable { case one, rate, negativeRate }
  package enum Index: Sendable, Hashable {
    case number(Int)
    case name(String)
    case letter(String, plus: Int)
  }
  package enum Orientation: Sendable, Hashable { case column, row }
  package enum Examples: Sendable, Hashable { case columns, rows }

  package var quantity: Quantity
  package var layer: Index?
  package var unit: Index?
  package var from: Index?
  package var example: Index?
  /// The letter of the training step: the t of "`$v_t$` is the velocity of `$w$`".
  package var step: Index?
  package var isTargetUnit = false
  package var isRowsFrom = false
  package var orientation: Orientation?
  package var examples: Examples?
  package var hasBiasColumn = false
  package var hasLeadingOne = false
  /// The same at the other end.
  package var hasLastBiasColumn = false
  package var hasTrailingOne = false
  package var isWithoutBias = false
  package var isWithoutRegularization = false
  /// Whether the cost of one example has the regularization, where there is one.
  package var isWithRegularization = false
  package var isCountedFromZero = false
  /// Whether a bias is written as what is subtracted: a threshold.
  package var isThreshold = false

  /// What is added to the number that the noun says: -1 after `$n_l + 1$ is the number of units of layer l`.
  package var offset = 0
  /// Whether the symbol is minus what its noun says.
  package var isNegated = false
  /// Whether the symbol is that of a quantity which a sentence speaks of in words, and stands in no equation.
  package var isSpoken = false

  package init(_ quantity: Quantity) { self.quantity = quantity }

  /// Whether a symbol of this meaning is a function, to be followed by its arguments.
  var isFunction: Bool {
    switch quantity {
    case .activationFunction, .lossFunction, .networkFunction, .namedFunction, .trace: true
    default: false
    }
  }
  var isCost: Bool {
    switch quantity {
    case .cost, .dataCost, .summedLoss, .exampleLoss: true
    default: false
    }
  }
  /// Whether it is something that training changes, or remembers.
  package var isOfTraining: Bool {
    switch quantity {
    case .step, .accumulator: true
    default: isParameter
    }
  }
  /// Whether it is the value of something at an example's input.
  var isValueAtInput: Bool {
    switch quantity {
    case .activation, .weightedInput, .product, .target, .prediction: true
    default: false
    }
  }
  var isParameter: Bool {
    switch quantity {
    case .weight, .bias, .anyWeight, .anyBias, .anyParameter: true
    default: false
    }
  }
  /// Whether a sentence says of which layer it is, unless there is only one.
  package var isOfLayer: Bool {
    switch quantity {
    case .activation, .weightedInput, .product, .error, .weight, .bias: true
    default: false
    }
  }
}

/// A use of a quantity in an equation: its meaning with the indices that are written there.
package struct QuantityUse: Sendable, Hashable {
  package var meaning: SymbolMeaning
  /// As written, for messages.
  package var tex: String
  package var layer: IndexExpression?
  package var unit: IndexExpression?
  package var from: IndexExpression?
  package var example: IndexExpression?
  /// The training step after which it is meant, where the document writes it: the `t-1` of `v_{t-1}`.
  package var step: IndexExpression?
  /// The order of unit and from among the subscripts, for the matrix that has neither.
  package var isFromFirst = false
  /// What `the derivative of A by B` and `the step of A` speak of.
  package var operands: [Expression] = []
  /// The parameters that are written behind a cost as what it is a function of, as written.
  package var arguments: Set<String> = []
  /// A letter that stands for every layer: `any weight`.
  package var everyLayer: String?

  /// All indices that are written.
  var indices: [IndexExpression] { [layer, unit, from, example].compactMap(\.self) }
  /// The whole numbers of the network in its indices, which few have.
  var numbersInIndices: [Expression] {
    func hasNumbers(_ index: IndexExpression?) -> Bool { index?.terms.contains { $0.number != nil } ?? false }
    guard hasNumbers(layer) || hasNumbers(unit) || hasNumbers(from) || hasNumbers(example) else { return [] }
    return indices.flatMap(\.numbers)
  }
}
