/// What trains a model: it holds the parameters, and knows the cost of some examples and its derivatives.
///
///     source.choose(examples: order[0..<32])
///     let cost = source.differentiate()
///     for number in source.trained {
///       optimizer.update(source.parameter(number), gradient: source.gradient(number), number: number, rate: rate)
///     }
///
/// Parameters are counted from 0 in the order of `Model.parameters`: the weights and then the biases, layer by layer,
/// each in row-major order. The buffers stay where they are as long as the source lives.
package protocol GradientSource: AnyObject {
  /// The parameters that are not frozen, in ascending order.
  var trained: [Int] { get }

  /// How many numbers a parameter has.
  func count(_ number: Int) -> Int

  /// The numbers of a parameter, to be read and changed between two calls.
  func parameter(_ number: Int) -> UnsafeMutableBufferPointer<Double>

  /// The derivative of the cost by a trained parameter, as the latest `differentiate` left it.
  func gradient(_ number: Int) -> UnsafeBufferPointer<Double>

  /// The examples that the next calls are about, until others are chosen; at first all of them, in order.
  ///
  /// - Parameter examples: the places of examples in the data, in the order of summation; at least one, and no more than
  ///   the source was made for
  func choose(examples: ArraySlice<Int>)

  /// The cost of the chosen examples: NaN where any quantity on the way to it is infinite or undefined, even if the cost
  /// itself is not.
  func evaluate() -> Double

  /// The cost when, since the latest evaluation, one element of one parameter has changed, and one that had changed before
  /// has its old value again. This may take less than to evaluate everything.
  func evaluate(changed number: Int, at index: Int) -> Double

  /// The cost; afterwards, `gradient` has its derivatives. They may be infinite where the cost is not.
  func differentiate() -> Double

  /// Changes every trained parameter by its derivative.
  func update(with optimizer: inout some Optimizer, rate: Double)

  /// Gradient descent on the chosen examples.
  ///
  /// - Parameter costs: room for the cost before each step
  /// - Returns: how many steps were made, fewer than there is room for where the next cost is not finite
  func descend(rate: Double, costs: UnsafeMutableBufferPointer<Double>) -> Int

  /// Gradient descent with a step on each batch of some examples, one after the other.
  ///
  /// - Returns: how many steps were made. Where the next cost is not finite they end, and a source need not make any; the
  ///   caller takes the rest one by one. Afterwards the chosen examples are those of some batch.
  func descend(rate: Double, through examples: ArraySlice<Int>, batch: Int) -> Int
}
