import Results

/// Where the units and connections of a network stand: a column for each layer, and in each column, below the units,
/// the constant 1 that the next layer's biases multiply.
struct NetworkLayout {
  struct Unit {
    var name: String
    var place: Place
    var radius: Double
    /// Whether its name stands inside it; to its left or right where it is too long for that.
    var holdsName: Bool { TextSize.width(name) < 2 * radius }
  }
  struct Column {
    /// The number of the layer, 0 for the inputs.
    var layer: Int
    var x: Double
    /// The units drawn, by their index.
    var units: [(index: Int, unit: Unit)] = []
    var bias: Unit?
    /// Where units are left out.
    var gap: Place?
  }
  struct Connection {
    var start: Place
    var end: Place
    var value: Double
  }

  private(set) var columns: [Column] = []
  /// Where layers are left out.
  private(set) var gap: Place?
  private(set) var connections: [Connection] = []
  private(set) var height: Double

  static let radius = 18.0
  private static let biasRadius = 15.0
  private static let (mostUnits, mostLayers) = (8, 6)
  /// The names of the layers stand above the units, the legend below them.
  private static let (top, bottom) = (62.0, 52.0)

  init(_ network: NetworkDrawing) {
    let shown = elided(network.layers.count, to: Self.mostLayers)
    let rows =
      shown.compactMap { $0 }.map { elided(network.layers[$0].units.count, to: Self.mostUnits).count }.max() ?? 1
    let distance = rows <= 3 ? 68.0 : rows <= 5 ? 58 : 50
    let middle = Self.top + Double(rows) * distance / 2
    let (left, right) = Self.margins(of: network)
    let step = (PictureSVG.width - left - right) / Double(max(1, shown.count - 1))
    for (position, layer) in shown.enumerated() {
      let x = shown.count == 1 ? PictureSVG.width / 2 : left + Double(position) * step
      guard let layer else {
        gap = Place(x: x, y: middle)
        continue
      }
      columns.append(Self.column(of: network, layer, x: x, middle: middle, distance: distance))
    }
    let lowest =
      columns.flatMap { $0.units.map(\.unit) + ($0.bias.map { [$0] } ?? []) }
      .map { $0.place.y + $0.radius }.max() ?? middle
    height = lowest + Self.bottom
    for (column, next) in zip(columns, columns.dropFirst()) where next.layer == column.layer + 1 {
      connect(column, to: next, of: network.layers[next.layer])
    }
  }

  private static func column(
    of network: NetworkDrawing, _ number: Int, x: Double, middle: Double, distance: Double
  ) -> Column {
    let layer = network.layers[number]
    var column = Column(layer: number, x: x)
    let shown = elided(layer.units.count, to: mostUnits)
    let first = middle - Double(shown.count - 1) * distance / 2
    for (row, index) in shown.enumerated() {
      let place = Place(x: x, y: first + Double(row) * distance)
      if let index {
        column.units.append((index, Unit(name: layer.units[index], place: place, radius: radius)))
      } else {
        column.gap = place
      }
    }
    if network.layers.indices.contains(number + 1), network.layers[number + 1].biases != nil {
      let place = Place(x: x, y: first + Double(shown.count) * distance)
      column.bias = Unit(name: "+1", place: place, radius: biasRadius)
    }
    return column
  }

  /// Room for the names of the first and the last layer and of their units.
  private static func margins(of network: NetworkDrawing) -> (left: Double, right: Double) {
    func margin(_ layer: NetworkDrawing.Layer?) -> Double {
      guard let layer else { return radius }
      let shown = elided(layer.units.count, to: mostUnits).compactMap { $0 }
      let names = shown.map { TextSize.width(layer.units[$0]) }.filter { $0 >= 2 * radius }
      let beside = names.max().map { min($0, 140) + radius + 8 } ?? radius
      let above = NetworkDiagram.heading(of: layer).map(TextSize.width).max() ?? 0
      return max(beside, min(above, 180) / 2) + 4
    }
    return (margin(network.layers.first), margin(network.layers.last))
  }

  private mutating func connect(_ column: Column, to next: Column, of layer: NetworkDrawing.Layer) {
    for (to, target) in next.units {
      for (from, source) in column.units {
        guard layer.weights.indices.contains(to), layer.weights[to].indices.contains(from) else { continue }
        connections.append(Self.connection(source, target, layer.weights[to][from]))
      }
      if let bias = column.bias, let value = layer.bias(of: to) {
        connections.append(Self.connection(bias, target, value))
      }
    }
  }

  /// From rim to rim.
  private static func connection(_ source: Unit, _ target: Unit, _ value: Double) -> Connection {
    let (x, y) = (target.place.x - source.place.x, target.place.y - source.place.y)
    let length = max((x * x + y * y).squareRoot(), 1)
    func place(_ unit: Unit, _ sign: Double) -> Place {
      let distance = sign * (unit.radius + 1.5) / length
      return Place(x: unit.place.x + x * distance, y: unit.place.y + y * distance)
    }
    return Connection(start: place(source, 1), end: place(target, -1), value: value)
  }
}
