import Kernels

extension Elementary {
  /// The error function `2/√π ∫₀ˣ exp(-t²) dt`.
  ///
  /// Largest error measured: 0.76 ulp.
  package static func erf(_ x: Double) -> Double { KernelFunction.erf(x) }
}
