/// Matrices as fields of colour, all in one scale.
package struct HeatMaps: Sendable, Codable, Equatable {
  package enum Scale: String, Sendable, Codable {
    /// 0 has no colour; negative and positive numbers have one each.
    case diverging
    /// The smallest number has no colour.
    case sequential
  }
  package var maps: [NamedArray]
  package var scale: Scale
  /// What the colours mean: `weight`.
  package var measure: String
  /// The numbers at the ends of the scale.
  package var least: Double
  package var greatest: Double

  /// A scale that reaches over all numbers of the maps; one that diverges reaches as far to either side.
  package init(maps: [NamedArray], scale: Scale, measure: String, reach: ClosedRange<Double>? = nil) {
    self.maps = maps
    self.scale = scale
    self.measure = measure
    let numbers = maps.flatMap { $0.values.joined().compactMap(\.self) }.filter(\.isFinite)
    let (low, high) = (numbers.min() ?? 0, numbers.max() ?? 0)
    switch scale {
    case .diverging:
      let largest = max(low.magnitude, high.magnitude)
      (least, greatest) = (-largest, largest)
    case .sequential:
      (least, greatest) = (min(low, reach?.lowerBound ?? low), max(high, reach?.upperBound ?? high))
    }
  }
}
