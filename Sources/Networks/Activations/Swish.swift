import Tensors

extension Activation {
  /// `z·σ(z)`. S. Elfwing, E. Uchibe and K. Doya, Sigmoid-weighted linear units, 2018; P. Ramachandran, B. Zoph and
  /// Q. V. Le, Searching for activation functions, 2017 (β = 1).
  package static let swish = Activation(
    "swish", aliases: ["silu"], summary: "z times the logistic function of z."
  ) { graph, z throws(ShapeError) in
    try graph.apply(.multiply, to: z, graph.apply(.elementwise(.sigmoid), to: z))
  }
}
