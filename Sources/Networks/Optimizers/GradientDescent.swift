/// `θ ← θ - η g` with g the derivative of the cost, the method of steepest descent. A. Cauchy, Méthode générale pour la
/// résolution des systèmes d'équations simultanées, 1847.
///
/// On some of the examples at a time it is the stochastic approximation of H. Robbins and S. Monro, A stochastic
/// approximation method, 1951.
package struct GradientDescent: Optimizer {
  package init() {}

  package func prepare(sizes: [Int]) {}

  package func update(
    _ parameters: UnsafeMutableBufferPointer<Double>, gradient: UnsafeBufferPointer<Double>, number: Int, rate: Double
  ) {
    for index in parameters.indices { parameters[index] -= rate * gradient[index] }
  }
}

extension OptimizationMethod {
  package static let gradientDescent = OptimizationMethod(
    "gradient descent", aliases: ["full-batch gradient descent"],
    summary:
      "Steps against the gradient of the cost, times the learning rate; on all examples unless batches are named."
  ) { _ in GradientDescent() }

  package static let stochasticGradientDescent = OptimizationMethod(
    "sgd", aliases: ["stochastic gradient descent"],
    summary: "Gradient descent on batches; one example at a time, in the order of the data, unless batches are named.",
    examplesPerStep: 1
  ) { _ in GradientDescent() }
}
