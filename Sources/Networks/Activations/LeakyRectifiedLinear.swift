import Tensors

extension Activation {
  /// z where it is positive and `0.01 z` elsewhere, the slope of PyTorch's default; the derivative at 0 is 0.01.
  /// A. L. Maas, A. Y. Hannun and A. Y. Ng, Rectifier nonlinearities improve neural network acoustic models, 2013.
  package static let leakyRelu = Activation(
    "leaky relu", summary: "Like relu, but 0.01 z for negative z.", .elementwise(.leakyRelu(slope: 0.01)))
}
