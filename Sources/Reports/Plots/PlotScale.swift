import Results

/// Where a number lies between the ends of an axis.
struct PlotScale: Equatable {
  let scale: LineChart.Scale
  /// The least and the greatest number, the first less than the second; both greater than 0 on a log scale.
  let domain: ClosedRange<Double>
  /// The places of the ends, in units of the drawing; the second may be less.
  let start: Double
  let end: Double
  /// The measures of the ends of the domain, halved: the difference of the largest numbers is none.
  private let low: Double?
  private let high: Double?

  init(scale: LineChart.Scale, domain: ClosedRange<Double>, start: Double, end: Double) {
    (self.scale, self.domain, self.start, self.end) = (scale, domain, start, end)
    low = Self.measure(domain.lowerBound, scale).map { $0 / 2 }
    high = Self.measure(domain.upperBound, scale).map { $0 / 2 }
  }

  /// nil for what has no place: infinities, and on a log scale what is not greater than 0.
  func place(of value: Double) -> Double? {
    guard let value = Self.measure(value, scale), let low, let high else { return nil }
    return start + (end - start) * ((value / 2 - low) / (high - low))
  }

  static func measure(_ value: Double, _ scale: LineChart.Scale) -> Double? {
    guard value.isFinite else { return nil }
    switch scale {
    case .linear: return value
    case .logarithmic: return value > 0 ? decimalLogarithm(value) : nil
    }
  }
}

/// The logarithm to base 10 of a number greater than 0, to about 15 digits.
///
/// The C library's may differ from machine to machine in the last place; this one uses nothing but the four operations,
/// whose results are the same everywhere. With the significand m, ln m = 2 artanh((m - 1)/(m + 1)).
package func decimalLogarithm(_ value: Double) -> Double {
  let ratio = (value.significand - 1) / (value.significand + 1)
  var (power, sum) = (ratio, 0.0)
  for odd in stride(from: 1.0, through: 33, by: 2) {
    sum += power / odd
    power *= ratio * ratio
  }
  let (naturalOfTwo, naturalOfTen) = (0.6931471805599453, 2.302585092994046)
  return (Double(value.exponent) * naturalOfTwo + 2 * sum) / naturalOfTen
}

/// The nearest number to a power of ten.
func powerOfTen(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 0 }

/// The exponent of the largest power of ten that is not greater than a number greater than 0.
func decade(of value: Double) -> Int {
  let guess = Int(decimalLogarithm(value).rounded())
  return powerOfTen(guess) > value ? guess - 1 : guess
}
