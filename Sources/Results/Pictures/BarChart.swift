/// Numbers side by side, each with a name.
package struct BarChart: Sendable, Codable, Equatable {
  package struct Bar: Sendable, Codable, Equatable {
    package var name: String
    package var value: Double
    package init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }
  /// What the names name: `layer`.
  package var heading: String
  /// What the numbers are.
  package var axis: LineChart.Axis
  package var bars: [Bar]

  package init(heading: String, axis: LineChart.Axis, bars: [Bar]) {
    self.heading = heading
    self.axis = axis
    self.bars = bars
  }
}
