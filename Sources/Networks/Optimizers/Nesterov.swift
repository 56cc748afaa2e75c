/// `v ← μ v + g`, `θ ← θ - η (g + μ v)`: momentum that looks ahead along the velocity. Y. Nesterov, A method for solving
/// the convex programming problem with convergence rate O(1/k²), 1983.
///
/// The form is that of PyTorch's `SGD(momentum=, nesterov=True)` with dampening 0, whose gradient is taken at θ itself;
/// the one of Sutskever, Martens, Dahl and Hinton, 2013, takes it ahead, at `θ + μ v`.
package struct Nesterov: Optimizer {
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
        parameters[index] -= rate * (gradient[index] + momentum * velocity[index])
      }
    }
  }
}

extension OptimizationMethod {
  package static let nesterov = OptimizationMethod(
    "nesterov",
    aliases: ["nesterov momentum", "gradient descent with nesterov momentum", "sgd with nesterov momentum"],
    summary: "Momentum that looks ahead: v ← μv + g, θ ← θ − η(g + μv), PyTorch's form.",
    convention: "v ← μv + g, θ ← θ − η(g + μv), as in PyTorch", constants: [(.momentum, 0.9)]
  ) { Nesterov(momentum: $0[.momentum]) }
}
