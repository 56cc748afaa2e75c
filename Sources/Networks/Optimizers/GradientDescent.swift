package import Catalog
package import Tensors

/// `θ ← θ - η ∂C/∂θ`, the method of steepest descent. A. Cauchy, Méthode générale pour la résolution des systèmes
/// d'équations simultanées, 1847.
package struct GradientDescent: Optimizer, Equatable {
  package static let entry = CatalogEntry(
    .optimizer, "gradient descent", form: "gradient descent, learning rate <number>",
    summary: "Steps against the gradient of the cost, times the learning rate.")

  /// η
  package var learningRate: Double

  package init(learningRate: Double) { self.learningRate = learningRate }

  package func update(_ parameter: inout Tensor, number: Int, gradient: Tensor) {
    parameter.withValues { values in
      for index in values.indices { values[index] -= learningRate * gradient.values[index] }
    }
  }
}
