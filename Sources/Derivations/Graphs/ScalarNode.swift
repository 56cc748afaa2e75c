/// A number's place in its graph. Operands have smaller places than the numbers made of them.
package struct ScalarID: Hashable, Comparable, Sendable {
  package let index: Int32

  package static func < (left: ScalarID, right: ScalarID) -> Bool { left.index < right.index }
}

/// What a number is made of. The operands are a range of those of the whole graph.
struct ScalarNode: Equatable {
  enum Kind: UInt8 {
    case leaf, constant
    case sum, subtract, negate, multiply, divide
    /// To a whole power, which is `detail`.
    case power
    /// `a₀b₀ + a₁b₁ + …`, the operands in pairs.
    case dot
    /// The derivative of order `order` of the function at `detail` in the graph's table.
    case function
    /// The largest or smallest operand, or with `detail` i > 0 whether it is the ith: 1 or 0.
    case maximum, minimum
  }

  let kind: Kind
  let order: UInt8
  let detail: Int32
  let firstOperand: Int32
  let operandCount: Int32

  var operands: Range<Int> { Int(firstOperand)..<Int(firstOperand + operandCount) }
}

/// On which sides of its kinks a number was formed.
package struct Kinks: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A function with a kink, or the first operand of a choice, was met on its positive side.
  package static let positive = Kinks(rawValue: 1)
  /// The other side, and the kink itself.
  package static let notPositive = Kinks(rawValue: 2)
}
