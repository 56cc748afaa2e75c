/// `v ← μ v + g`, `θ ← θ - η v`: steps keep some of the direction of those before. B. T. Polyak, Some methods of speeding
/// up the convergence of iteration methods, 1964.
///
/// The learning rate multiplies the velocity, not the gradient, as in PyTorch's `SGD(momentum=)` with dampening 0; where
/// it changes, this differs from `v ← μ v - η g` of Sutskever, Martens, Dahl and Hinton, 2013.
package struct Momentum: Optimizer {
  private let momentum: Double
  private var velocities = RunningValues()

  package init(momentum: Double) { self.momentum = momentum }

  package mutating func prepare(sizes: [Int]) { velocities.prepare(sizes: sizes) }

  package mutating func update(
    _ parameters: UnsafeMutableBufferPointer<Double>, gradient: UnsafeBufferPointer<Double>, number: Int, rate: Double
  ) {
    velocities.update(number) { [momentum] velocity in
      for index in parameters.indices {
        velocity[index] = momentum * velocity[index] + gradient[index]
        parameters[index] -= rate * velocity[index]
      }
    }
  }
}

extension OptimizationMethod {
  package static let momentum = OptimizationMethod(
    "momentum", aliases: ["gradient descent with momentum", "sgd with momentum", "heavy ball"],
    summary: "Gradient descent with a velocity: v ← μv + g, θ ← θ − ηv.", convention: "v ← μv + g, θ ← θ − ηv",
    constants: [(.momentum, 0.9)]
  ) { Momentum(momentum: $0[.momentum]) }
}
