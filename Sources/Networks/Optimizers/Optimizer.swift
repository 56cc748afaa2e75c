/// How one step of training changes the parameters. What an optimizer remembers between steps, it keeps in itself.
///
/// All of them work element by element with `+ - * /` and square roots, which are rounded the same everywhere.
package protocol Optimizer: Sendable {
  /// Makes room for what is remembered of parameters with so many elements each. Nothing is allocated after it, and what
  /// is remembered of parameters of the same sizes stays.
  mutating func prepare(sizes: [Int])

  /// Changes one parameter of the model, given the derivative of the cost by it. Called once per parameter and step.
  ///
  /// - Parameters:
  ///   - number: which of the model's parameters it is, the same in every step
  ///   - rate: the learning rate η of this step
  /// - Precondition: `prepare` was called with the parameters' sizes.
  mutating func update(
    _ parameters: UnsafeMutableBufferPointer<Double>, gradient: UnsafeBufferPointer<Double>, number: Int, rate: Double)
}

/// A number for every element of every parameter, such as its velocity; 0 before the first step.
struct RunningValues: Sendable {
  private var ofParameters: [[Double]] = []

  /// - Returns: whether there was no room yet for parameters of these sizes
  @discardableResult
  mutating func prepare(sizes: [Int]) -> Bool {
    if ofParameters.map(\.count) == sizes { return false }
    ofParameters = sizes.map { [Double](repeating: 0, count: $0) }
    return true
  }

  /// Changes the numbers of one parameter in place.
  @inline(__always)
  mutating func update(_ number: Int, _ change: (UnsafeMutableBufferPointer<Double>) -> Void) {
    ofParameters[number].withUnsafeMutableBufferPointer { change($0) }
  }
}
