/// Adam after `θ ← (1 - η λ) θ`: the parameters decay by themselves, not through the gradient. I. Loshchilov and
/// F. Hutter, Decoupled weight decay regularization, 2019.
///
/// The form and λ = 0.01 are those of PyTorch's `AdamW`: the decay is multiplied by the learning rate, which the paper
/// does not do, and biases decay, too.
package struct AdamW: Optimizer {
  private let weightDecay: Double
  private var adam: Adam

  package init(beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double) {
    self.weightDecay = weightDecay
    adam = Adam(beta1: beta1, beta2: beta2, epsilon: epsilon)
  }

  package mutating func prepare(sizes: [Int]) { adam.prepare(sizes: sizes) }

  package mutating func update(
    _ parameters: UnsafeMutableBufferPointer<Double>, gradient: UnsafeBufferPointer<Double>, number: Int, rate: Double
  ) {
    for index in parameters.indices { parameters[index] *= 1 - rate * weightDecay }
    adam.update(parameters, gradient: gradient, number: number, rate: rate)
  }
}

extension OptimizationMethod {
  package static let adamW = OptimizationMethod(
    "adamw", summary: "Adam after θ ← (1 − ηλ)θ for weights and biases, PyTorch's form of decoupled weight decay.",
    convention: "θ ← (1 − ηλ)θ for weights and biases, as in PyTorch",
    constants: [(.beta1, 0.9), (.beta2, 0.999), (.epsilon, 1e-8), (.weightDecay, 0.01)]
  ) { AdamW(beta1: $0[.beta1], beta2: $0[.beta2], epsilon: $0[.epsilon], weightDecay: $0[.weightDecay]) }
}
