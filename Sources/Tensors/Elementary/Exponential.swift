import Kernels

extension Elementary {
  /// `eˣ`. Reduced to |r| ≤ ln 2 / 2 by a power of two.
  ///
  /// Largest error measured: 0.75 ulp.
  package static func exp(_ x: Double) -> Double { KernelFunction.exp(x) }

  /// `eˣ - 1`, with all its digits near 0.
  ///
  /// Largest error measured: 0.75 ulp.
  package static func expm1(_ x: Double) -> Double { KernelFunction.expm1(x) }

  /// The logistic function `1 / (1 + e⁻ˣ)`.
  ///
  /// Largest error measured: 2.1 ulp, where the exponential, the sum and the quotient are rounded the same way. With what
  /// they round away carried along it would be 0.9, and a step of a small network would take a sixth longer.
  package static func sigmoid(_ x: Double) -> Double { KernelFunction.sigmoid(x) }
}
