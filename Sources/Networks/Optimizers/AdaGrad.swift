/// `s ← s + g²`, `θ ← θ - η g / (√s + ε)`: every element has a rate of its own, which falls with the gradients that it
/// has seen. J. Duchi, E. Hazan and Y. Singer, Adaptive subgradient methods for online learning and stochastic
/// optimization, 2011. The form and ε are those of PyTorch's `Adagrad`.
package struct AdaGrad: Optimizer {
  private let epsilon: Double
  private var squares = RunningValues()

  package init(epsilon: Double) { self.epsilon = epsilon }

  package mutating func prepare(sizes: [Int]) { squares.prepare(sizes: sizes) }

  package mutating func update(
    _ parameters: UnsafeMutableBufferPointer<Double>, gradient: UnsafeBufferPointer<Double>, number: Int, rate: Double
  ) {
    squares.update(number) { [epsilon] square in
      for index in parameters.indices {
        square[index] += gradient[index] * gradient[index]
        parameters[index] -= rate * gradient[index] / (square[index].squareRoot() + epsilon)
      }
    }
  }
}

extension OptimizationMethod {
  package static let adaGrad = OptimizationMethod(
    "adagrad", summary: "Divides each step by the root of all squared gradients so far: θ ← θ − ηg/(√Σg² + ε).",
    constants: [(.epsilon, 1e-10)]
  ) { AdaGrad(epsilon: $0[.epsilon]) }
}
