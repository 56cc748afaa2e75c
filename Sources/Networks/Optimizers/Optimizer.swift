package import Tensors

/// How one step of training changes a parameter. What an optimizer remembers between steps, it keeps in itself.
package protocol Optimizer: Sendable {
  /// Changes a parameter, given the derivative of the cost by it.
  ///
  /// - Parameter number: which of the model's parameters it is, the same in every step
  mutating func update(_ parameter: inout Tensor, number: Int, gradient: Tensor)
}
