/// What a node of a graph does with its inputs. Rows are examples, columns are units.
///
/// The operations are fine-grained, so that every quantity of a derivation is the value of a node. Shapes broadcast as in
/// NumPy: axes are compared from the last, an axis of extent 1 or a missing one is repeated.
package enum Operation: Hashable, Sendable {
  /// Data, given anew for each run.
  case input
  /// Numbers that training changes, given anew for each run.
  case parameter
  case constant(Tensor)

  /// The product of two matrices, each as it is or transposed. `X·Wᵀ` with X `[examples, from]` and W `[to, from]` is
  /// `product(.asIs, .transposed)`.
  case product(Orientation, Orientation)
  case add
  case subtract
  case multiply
  case divide
  /// `x·ln y`, and 0 where x is 0, whatever y is.
  case timesLog
  /// `x·ln(1 + y)`, and 0 where x is 0, whatever y is.
  case timesLog1p

  case negate
  case scale(Double)
  case offset(Double)
  case elementwise(Elementwise)

  /// `exp xⱼ / Σₖ exp xₖ` along the last axis.
  case softmax
  /// `xⱼ - ln Σₖ exp xₖ` along the last axis.
  case logSoftmax

  /// The sum along one axis, which disappears.
  case sum(axis: Int)
  /// The sum of all elements, of shape `[]`.
  case sumOfAll

  package enum Orientation: Hashable, Sendable {
    case asIs, transposed
  }

  /// The word for the operation in messages and drawings.
  package var name: String {
    switch self {
    case .input: "input"
    case .parameter: "parameter"
    case .constant: "constant"
    case .product: "product"
    case .add: "sum of two"
    case .subtract: "difference"
    case .multiply: "elementwise product"
    case .divide: "quotient"
    case .timesLog: "product with a logarithm"
    case .timesLog1p: "product with a logarithm of 1 +"
    case .negate: "negative"
    case .scale: "multiple"
    case .offset: "shifted value"
    case .elementwise(let function): function.name
    case .softmax: "softmax"
    case .logSoftmax: "log softmax"
    case .sum, .sumOfAll: "sum"
    }
  }

  /// Whether a node of this kind has no inputs in the graph.
  package var isLeaf: Bool {
    switch self {
    case .input, .parameter, .constant: true
    default: false
    }
  }
}
