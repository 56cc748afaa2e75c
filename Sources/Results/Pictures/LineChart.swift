/// Curves over a common horizontal axis.
package struct LineChart: Sendable, Codable, Equatable {
  package enum Scale: String, Sendable, Codable {
    case linear
    /// Equal distances are equal ratios; what is not greater than 0 has no place.
    case logarithmic = "log"
  }
  package struct Axis: Sendable, Codable, Equatable {
    package var title: String
    package var scale: Scale
    /// Whether only whole numbers mean anything on it.
    package var counts: Bool
    /// What stands at 0, 1, 2 …, where there are no numbers along it.
    package var names: [String]?
    package init(_ title: String, scale: Scale = .linear, counts: Bool = false, names: [String]? = nil) {
      self.title = title
      self.scale = scale
      self.counts = counts
      self.names = names
    }
  }
  package struct Point: Sendable, Codable, Equatable {
    package var x: Double
    package var y: Double
    package init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }
  /// How a series is drawn.
  package enum Marks: String, Sendable, Codable {
    case line, points
    /// A line from point to point, each of which counts.
    case linkedPoints = "linked points"
  }
  package struct Series: Sendable, Codable, Equatable {
    package var name: String
    /// From left to right, in full.
    package var points: [Point]
    package var marks: Marks
    package init(_ name: String, points: [Point], marks: Marks = .line) {
      self.name = name
      self.points = points
      self.marks = marks
    }
  }
  package var horizontal: Axis
  package var vertical: Axis
  package var series: [Series]

  package init(horizontal: Axis, vertical: Axis, series: [Series]) {
    self.horizontal = horizontal
    self.vertical = vertical
    self.series = series
  }
}
