extension Elementwise {
  /// The derivative of an order from 0 to 5, by the rules of dual numbers; not a number beyond.
  package func derivative(_ order: Int, at x: Double) -> Double { slope(order, at: x) }

  /// An enclosure of the derivative's values on an interval, whatever was rounded on the way.
  package func derivative(_ order: Int, at x: Interval) -> Interval { slope(order, at: x) }

  /// Undefined beyond order 5, as deep as the numbers are nested.
  private func slope<Number: Scalar>(_ order: Int, at x: Number) -> Number {
    switch order {
    case 0: value(at: x)
    case 1: value(at: x.varying).slope
    case 2: value(at: x.varying.varying).slope.slope
    case 3: value(at: x.varying.varying.varying).slope.slope.slope
    case 4: value(at: x.varying.varying.varying.varying).slope.slope.slope.slope
    case 5: value(at: x.varying.varying.varying.varying.varying).slope.slope.slope.slope.slope
    // Nothing is known of deeper ones, and nothing is claimed.
    default: Number(.nan)
    }
  }
}

extension Scalar {
  /// The number as the variable by which is differentiated.
  fileprivate var varying: Dual<Self> { Dual(self, slope: Self(1)) }
}
