package import Tensors

extension ScalarGraph {
  /// A function, or its derivative of some order, of a number. The rules are the engine's.
  ///
  /// What has a name of its own is that: the square is the second power, the derivative of the logarithm a reciprocal.
  /// The identity is the number itself.
  ///
  /// - Parameter order: from 0 to 5, but of any size where the derivatives have a closed form
  package func apply(_ function: Elementwise, _ x: ScalarID, order: Int = 0) -> ScalarID {
    switch (function, order) {
    case (.identity, 0): x
    case (.identity, 1): one
    case (.identity, _): zero
    case (.square, 0): power(x, 2)
    case (.square, 1): multiply(constant(2), x)
    case (.square, 2): constant(2)
    case (.square, _): zero
    case (.reciprocal, _): reciprocal(x, order: order)
    case (.log, 1...): reciprocal(x, order: order - 1)
    case (.log1p, 1...): reciprocal(add(one, x), order: order - 1)
    case (.exp, 1...), (.expm1, 1...): apply(.exp, x)
    case (.sin, 1...): wave(x, quarters: order)
    case (.cos, 1...): wave(x, quarters: order + 1)
    case (.relu, 2...), (.leakyRelu, 2...), (.absolute, 2...): zero
    default: make(.function, order: order, detail: number(of: function), CollectionOfOne(x))
    }
  }

  /// `(-1)ⁿ n! x⁻ⁿ⁻¹`
  private func reciprocal(_ x: ScalarID, order: Int) -> ScalarID {
    let factorial = (0..<order).reduce(1.0) { $0 * Double($1 + 1) }
    return multiply(constant(order % 2 == 0 ? factorial : -factorial), power(x, -1 - order))
  }

  /// The sine, a number of quarter turns further.
  private func wave(_ x: ScalarID, quarters: Int) -> ScalarID {
    let half = apply(quarters % 2 == 0 ? .sin : .cos, x)
    return quarters % 4 < 2 ? half : negate(half)
  }
}
