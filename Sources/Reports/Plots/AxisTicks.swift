import Results

/// A mark on an axis.
package struct Tick: Equatable {
  package var value: Double
  /// nil for a mark between those that are named.
  package var label: TickLabel?
}

/// What stands at a mark; `raised` is an exponent.
package struct TickLabel: Equatable {
  package var text: String
  package var raised = ""
  var width: Double { TextSize.width(text) + 0.74 * TextSize.width(raised) }
}

/// The marks of an axis and what it reaches over.
package struct AxisTicks: Equatable {
  package var domain: ClosedRange<Double>
  package var ticks: [Tick]
  /// The labels are to be multiplied by this power of ten; 0 for labels in full.
  package var exponent = 0

  /// Marks at multiples of 1, 2 or 5 times a power of ten.
  ///
  ///     AxisTicks.linear(covering: 0...0.13, atMost: 5)   // 0, 0.05, 0.1, 0.15
  ///
  /// - Parameters:
  ///   - count: how many steps there may be
  ///   - widens: whether the axis reaches on to the next marks, instead of ending where the data end
  ///   - counts: whether only whole numbers mean anything
  package static func linear(
    covering data: ClosedRange<Double>, atMost count: Int, widens: Bool = true, counts: Bool = false
  ) -> AxisTicks {
    let data = widened(data)
    var step = Step(atLeast: (data.upperBound - data.lowerBound) / Double(max(1, count)))
    if counts, step.exponent < 0 { step = Step(factor: 1, exponent: 0) }
    let first = (data.lowerBound / step.size).rounded(widens ? .down : .up)
    let last = (data.upperBound / step.size).rounded(widens ? .up : .down)
    let values = stride(from: first, through: last, by: 1).map { step.multiple($0) }
    let largest = values.map(\.magnitude).max() ?? 0
    let order = largest > 0 ? decade(of: largest) : 0
    let exponent = (-3...5).contains(order) ? 0 : order
    let style = NumberStyle.decimals(max(0, exponent - step.exponent))
    let ticks = values.map { value in
      Tick(value: value, label: TickLabel(text: style.text(for: scaled(value, by: -exponent)).plain))
    }
    let domain = widens ? (values.first ?? data.lowerBound)...(values.last ?? data.upperBound) : data
    return AxisTicks(domain: domain, ticks: ticks, exponent: exponent)
  }

  /// Marks at powers of ten, the multiples between them without a name; at 1, 2 and 5 times them where there are few,
  /// and as on a linear axis where there is less than one power of ten to show.
  ///
  /// - Parameter data: both ends greater than 0
  package static func logarithmic(covering data: ClosedRange<Double>, atMost count: Int) -> AxisTicks {
    // Near the ends of the number range, powers of ten are no longer exact, and then no longer numbers.
    let shown = data.clamped(to: 1e-300...1e300)
    let data = shown.lowerBound < shown.upperBound ? shown : (shown.lowerBound / 2)...(shown.upperBound * 2)
    let decades = decimalLogarithm(data.upperBound) - decimalLogarithm(data.lowerBound)
    if decades < 1 {
      let linear = linear(covering: data, atMost: count)
      return linear.domain.lowerBound > 0 ? linear : .linear(covering: data, atMost: count, widens: false)
    }
    let first = decade(of: data.lowerBound)
    let factors = decades < 2.2 ? [1, 2, 5] : [1]
    let last = decade(of: data.upperBound) + 1
    let majors = (first...last).flatMap { exponent in factors.map { Step(factor: $0, exponent: exponent) } }
    let lower = majors.last { $0.size <= data.lowerBound }?.size ?? data.lowerBound
    let upper = majors.first { $0.size >= data.upperBound }?.size ?? data.upperBound
    // All labels in one form.
    let (bottom, top) = (decade(of: lower), decade(of: upper))
    let isShort = (-3...4).contains(bottom) && (-3...4).contains(top)
    let stride = factors.count > 1 ? 1 : max(1, (top - bottom + count - 1) / max(1, count))
    var ticks: [Tick] = []
    for exponent in bottom...top {
      for factor in 1...9 {
        let step = Step(factor: factor, exponent: exponent)
        guard step.size >= lower, step.size <= upper else { continue }
        let isNamed = factors.contains(factor) && (exponent - top) % stride == 0
        if isNamed {
          ticks.append(Tick(value: step.size, label: isShort ? step.number : step.power))
        } else if top - bottom <= 10 || factor == 1 {
          ticks.append(Tick(value: step.size))
        }
      }
    }
    return AxisTicks(domain: lower...upper, ticks: ticks)
  }

  /// A number times a power of ten, by one rounded operation.
  fileprivate static func scaled(_ value: Double, by exponent: Int) -> Double {
    exponent < 0 ? value / powerOfTen(-exponent) : value * powerOfTen(exponent)
  }

  /// With some room, where all data are one number or nearly so.
  private static func widened(_ data: ClosedRange<Double>) -> ClosedRange<Double> {
    let size = max(data.lowerBound.magnitude, data.upperBound.magnitude)
    guard size > 1e-300 else { return 0...1 }
    guard data.upperBound - data.lowerBound < size * 1e-9 else { return data }
    return (data.lowerBound - size / 10)...(data.upperBound + size / 10)
  }
}

/// A factor from 1 to 9 times a power of ten.
private struct Step {
  var factor: Int
  var exponent: Int

  init(factor: Int, exponent: Int) {
    self.factor = factor
    self.exponent = exponent
  }

  /// The smallest of 1, 2 and 5 times a power of ten that is not less than `size`, which is greater than 0.
  init(atLeast size: Double) {
    let exponent = decade(of: size)
    let choices = [1, 2, 5].map { Step(factor: $0, exponent: exponent) } + [Step(factor: 1, exponent: exponent + 1)]
    // What is larger by rounding only is not larger.
    self = choices.first { $0.size * (1 + 1e-12) >= size } ?? choices[3]
  }

  var size: Double { multiple(1) }

  func multiple(_ count: Double) -> Double { AxisTicks.scaled(count * Double(factor), by: exponent) }

  /// In full: `0.01`, `5000`.
  var number: TickLabel { TickLabel(text: NumberStyle.significant(6).text(for: size).plain) }

  /// With a raised exponent, where there is one: `10⁻⁶`, `2·10⁻⁷`, `1`, `10`.
  var power: TickLabel {
    if exponent == 0 || exponent == 1 { return number }
    return TickLabel(text: factor == 1 ? "10" : "\(factor)·10", raised: (exponent < 0 ? "−" : "") + "\(abs(exponent))")
  }
}
