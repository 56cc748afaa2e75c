/// Running means of the gradient and of its square, each divided by what it lacks after t steps from 0:
/// `m ← β₁ m + (1 - β₁) g`, `s ← β₂ s + (1 - β₂) g²`, `θ ← θ - η · m / (1 - β₁ᵗ) / (√(s / (1 - β₂ᵗ)) + ε)`.
///
/// D. P. Kingma and J. Ba, Adam: a method for stochastic optimization, 2015, with its constants, which are those of
/// PyTorch's `Adam`.
package struct Adam: Optimizer {
  private let beta1, beta2, epsilon: Double
  private var means = RunningValues()
  private var squares = RunningValues()
  /// β₁ᵗ and β₂ᵗ for each parameter, by one multiplication a step: no library's power is the same everywhere.
  private var powers: [(beta1: Double, beta2: Double)] = []

  package init(beta1: Double, beta2: Double, epsilon: Double) {
    (self.beta1, self.beta2, self.epsilon) = (beta1, beta2, epsilon)
  }

  package mutating func prepare(sizes: [Int]) {
    if means.prepare(sizes: sizes) { powers = sizes.map { _ in (1, 1) } }
    squares.prepare(sizes: sizes)
  }

  package mutating func update(
    _ parameters: UnsafeMutableBufferPointer<Double>, gradient: UnsafeBufferPointer<Double>, number: Int, rate: Double
  ) {
    powers[number].beta1 *= beta1
    powers[number].beta2 *= beta2
    let step = rate / (1 - powers[number].beta1)
    let scale = (1 - powers[number].beta2).squareRoot()
    means.update(number) { mean in
      squares.update(number) { [beta1, beta2, epsilon] square in
        for index in parameters.indices {
          mean[index] = beta1 * mean[index] + (1 - beta1) * gradient[index]
          square[index] = beta2 * square[index] + (1 - beta2) * (gradient[index] * gradient[index])
          parameters[index] -= step * mean[index] / (square[index].squareRoot() / scale + epsilon)
        }
      }
    }
  }
}

extension OptimizationMethod {
  package static let adam = OptimizationMethod(
    "adam", summary: "Running means of the gradient and of its square, corrected for their start at 0.",
    constants: [(.beta1, 0.9), (.beta2, 0.999), (.epsilon, 1e-8)]
  ) { Adam(beta1: $0[.beta1], beta2: $0[.beta2], epsilon: $0[.epsilon]) }
}
