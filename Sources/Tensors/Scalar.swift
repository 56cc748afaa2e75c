/// A kind of number on which a graph can be run: real numbers for training, dual or complex numbers or intervals for
/// other questions about the same graph.
///
/// A kind provides the operations from which all others here are built. Where a function is made of pieces, as relu is,
/// `byPart` chooses among them; the maximum that a softmax subtracts is chosen by `real`.
package protocol Scalar: Sendable, Equatable {
  init(_ real: Double)
  var real: Double { get }

  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  static prefix func - (number: Self) -> Self

  static func squareRoot(_ x: Self) -> Self
  static func exp(_ x: Self) -> Self
  static func expm1(_ x: Self) -> Self
  static func log(_ x: Self) -> Self
  static func log1p(_ x: Self) -> Self
  static func tanh(_ x: Self) -> Self
  static func erf(_ x: Self) -> Self
  static func sin(_ x: Self) -> Self
  static func cos(_ x: Self) -> Self

  /// `1 / (1 + e⁻ˣ)`; made of the others unless a kind of number has a better one.
  static func sigmoid(_ x: Self) -> Self
  /// `ln(1 + eˣ)`, likewise.
  static func softplus(_ x: Self) -> Self

  /// Whether it is 0 and nothing else.
  var isZero: Bool { get }
  /// The one function of it if it is greater than 0, the other if not; chosen by `real`, unless a kind of number can be
  /// both.
  func byPart(positive: (Self) -> Self, otherwise: (Self) -> Self) -> Self
}

extension Scalar {
  package var isZero: Bool { real == 0 }

  @inline(__always)
  package func byPart(positive: (Self) -> Self, otherwise: (Self) -> Self) -> Self {
    real <= 0 ? otherwise(self) : positive(self)
  }

  static func += (left: inout Self, right: Self) { left = left + right }
}

extension Double: Scalar {
  package var real: Double { self }

  package static func squareRoot(_ x: Double) -> Double { x.squareRoot() }
  package static func exp(_ x: Double) -> Double { Elementary.exp(x) }
  package static func expm1(_ x: Double) -> Double { Elementary.expm1(x) }
  package static func log(_ x: Double) -> Double { Elementary.log(x) }
  package static func log1p(_ x: Double) -> Double { Elementary.log1p(x) }
  package static func tanh(_ x: Double) -> Double { Elementary.tanh(x) }
  package static func erf(_ x: Double) -> Double { Elementary.erf(x) }
  package static func sin(_ x: Double) -> Double { Elementary.sin(x) }
  package static func cos(_ x: Double) -> Double { Elementary.cos(x) }
  package static func sigmoid(_ x: Double) -> Double { Elementary.sigmoid(x) }
  package static func softplus(_ x: Double) -> Double { Elementary.softplus(x) }
}
