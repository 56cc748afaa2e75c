/// What training makes small: a loss, put together over the examples, and a penalty on large weights.
package struct Objective: Sendable, Equatable {
  /// How the losses of the examples make the cost.
  package enum OverExamples: String, Sendable, CaseIterable {
    case mean, sum
  }

  package var loss: Loss
  package var reduction: OverExamples
  package var regularization: Regularization?

  package init(_ loss: Loss, reduction: OverExamples = .mean, regularization: Regularization? = nil) {
    self.loss = loss
    self.reduction = reduction
    self.regularization = regularization
  }
}

/// A term `factor · Σ w²` of the cost. A. E. Hoerl and R. W. Kennard, Ridge regression, 1970.
package struct Regularization: Sendable, Hashable {
  /// What multiplies the sum of the squares, as a document has it: `λ/(2m)`, `λ/2`.
  package var factor: Double
  package var includesBiases: Bool

  package init(factor: Double, includesBiases: Bool = false) {
    self.factor = factor
    self.includesBiases = includesBiases
  }
}
