import Tensors

extension Activation {
  /// `max(0, z)`; the derivative at 0 is taken as 0, as PyTorch does. V. Nair and G. E. Hinton, Rectified linear units
  /// improve restricted Boltzmann machines, 2010.
  package static let relu = Activation(
    "relu", aliases: ["rectified linear"], summary: "The rectified linear unit max(0, z).", .elementwise(.relu))
}
