/// `s ← α s + (1 - α) g²`, `θ ← θ - η g / (√s + ε)`: as AdaGrad, but old gradients are forgotten. T. Tieleman and
/// G. Hinton, Lecture 6.5: RMSProp, Coursera: Neural networks for machine learning, 2012.
///
/// The form is that of PyTorch's `RMSprop`, with ε outside the root and α = 0.99; the lecture has α = 0.9.
package struct RMSProp: Optimizer {
  private let decay: Double
  private let epsilon: Double
  private var squares = RunningValues()

  package init(decay: Double, epsilon: Double) { (self.decay, self.epsilon) = (decay, epsilon) }

  package mutating func prepare(sizes: [Int]) { squares.prepare(sizes: sizes) }

  package mutating func update(
    _ parameters: UnsafeMutableBufferPointer<Double>, gradient: UnsafeBufferPointer<Double>, number: Int, rate: Double
  ) {
    squares.update(number) { [decay, epsilon] square in
      for index in parameters.indices {
        square[index] = decay * square[index] + (1 - decay) * (gradient[index] * gradient[index])
        parameters[index] -= rate * gradient[index] / (square[index].squareRoot() + epsilon)
      }
    }
  }
}

extension OptimizationMethod {
  package static let rmsProp = OptimizationMethod(
    "rmsprop",
    summary: "Divides each step by the root of a running mean s of the squared gradients: θ ← θ − ηg/(√s + ε).",
    constants: [(.decay, 0.99), (.epsilon, 1e-8)]
  ) { RMSProp(decay: $0[.decay], epsilon: $0[.epsilon]) }
}
