/// Something to look at, as the numbers and names it shows; how it looks is up to the report.
package struct Picture: Sendable, Codable, Equatable {
  package enum Content: Sendable, Codable, Equatable {
    case lineChart(LineChart)
    case network(NetworkDrawing)
  }
  /// What it is called where the author gives no caption: `loss over 500 epochs`.
  package var title: String
  /// What is to be seen, in sentences: ranges, first and last values. For those who cannot see it.
  package var description: String
  package var content: Content

  package init(title: String, description: String, content: Content) {
    self.title = title
    self.description = description
    self.content = content
  }
}

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

/// A fully connected network, layer by layer from the inputs on.
package struct NetworkDrawing: Sendable, Codable, Equatable {
  package struct Layer: Sendable, Codable, Equatable {
    package var name: String
    /// nil for the inputs.
    package var activation: String?
    /// The name of each unit.
    package var units: [String]
    /// `weights[to][from]`; empty for the inputs.
    package var weights: [[Double]]
    /// One for each unit, or one for all; nil where the layer has none.
    package var biases: [Double]?

    package init(
      _ name: String, activation: String? = nil, units: [String], weights: [[Double]] = [], biases: [Double]? = nil
    ) {
      self.name = name
      self.activation = activation
      self.units = units
      self.weights = weights
      self.biases = biases
    }

    /// The bias of a unit.
    package func bias(of unit: Int) -> Double? {
      guard let biases else { return nil }
      return biases.count == 1 ? biases[0] : biases.indices.contains(unit) ? biases[unit] : nil
    }
  }
  package var layers: [Layer]
  /// Whether the numbers are written beside the lines, where there is room.
  package var showsWeights: Bool

  package init(layers: [Layer], showsWeights: Bool = false) {
    self.layers = layers
    self.showsWeights = showsWeights
  }

  /// The weights and biases of all layers.
  package var parameterCount: Int {
    layers.reduce(0) { $0 + $1.weights.reduce(0) { $0 + $1.count } + ($1.biases?.count ?? 0) }
  }

  /// With more numbers than this, they would cover each other: only the lines are drawn.
  package static let mostNumbers = 12
}
