import Kernels

extension Elementary {
  /// The natural logarithm. `x = 2ᵏ(1 + f)` with 1 + f between √½ and √2, and `ln(1 + f) = 2 artanh(f / (2 + f))`.
  ///
  /// Largest error measured: 0.53 ulp.
  package static func log(_ x: Double) -> Double { KernelFunction.log(x) }

  /// `ln(1 + x)`, with all its digits near 0.
  ///
  /// Largest error measured: 0.54 ulp.
  package static func log1p(_ x: Double) -> Double { KernelFunction.log1p(x) }

  /// `ln(1 + eˣ)`, as the larger of x and 0 and a correction between 0 and ln 2.
  ///
  /// Largest error measured: 1.0 ulp.
  package static func softplus(_ x: Double) -> Double { KernelFunction.softplus(x) }
}
