import Results

/// Where the units and connections of a network stand: a column for each layer, and in each column, below the units,
/// the constant 1 that the next layer's biases multiply.
struct NetworkLayout {
  struct Unit {
    var name: String
    var place: Place
    var radius: Double
    /// Its activation, inside it, where that is shown.
    var number: String?
    /// Its error, below it, where that is shown.
    var note: String?
    /// Whether its name stands inside it; to its left or right where it is too long for that.
    var holdsName: Bool { number == nil && TextSize.width(name) < 2 * radius }
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
  private(set) var height = 0.0

  private static let plainRadius = 18.0
  /// Wide enough for a number of three digits.
  private static let wideRadius = 31.0
  let radius: Double
  private static let biasRadius = 15.0
  private static let (mostUnits, mostLayers) = (8, 6)
  /// The names of the layers stand above the units, the legend below them.
  private static let (top, bottom) = (62.0, 52.0)

  init(_ network: NetworkDrawing) {
    let shown = elided(network.layers.count, to: Self.mostLayers)
    let rows =
      shown.compactMap { $0 }.map { elided(network.layers[$0].units.count, to: Self.mostUnits).count }.max() ?? 1
    let isWide = network.layers.contains { $0.activations != nil }
    let hasNotes = network.layers.contains { $0.errors != nil }
    radius = isWide ? Self.wideRadius : Self.plainRadius
    let distance =
      (rows <= 3 ? 68.0 : rows <= 5 ? 58 : 50) + 2 * (radius - Self.plainRadius) + (hasNotes ? TextSize.lineHeight : 0)
    let middle = Self.top + Double(rows) * distance / 2
    let (left, right) = Self.margins(of: network, radius)
    let step = (PictureSVG.width - left - right) / Double(max(1, shown.count - 1))
    for (position, layer) in shown.enumerated() {
      let x = shown.count == 1 ? PictureSVG.width / 2 : left + Double(position) * step
      guard let layer else {
        gap = Place(x: x, y: middle)
        continue
      }
      columns.append(column(of: network, layer, x: x, middle: middle, distance: distance))
    }
    let units = columns.flatMap { column in column.units.map(\.unit) + [column.bias].compactMap(\.self) }
    let feet = units.map { unit in unit.place.y + unit.radius + (unit.note == nil ? 0 : TextSize.lineHeight) }
    let lowest = feet.max() ?? middle
    height = lowest + Self.bottom
    for (column, next) in zip(columns, columns.dropFirst()) where next.layer == column.layer + 1 {
      connect(column, to: next, of: network.layers[next.layer])
    }
  }

  private func column(
    of network: NetworkDrawing, _ number: Int, x: Double, middle: Double, distance: Double
  ) -> Column {
    let layer = network.layers[number]
    var column = Column(layer: number, x: x)
    let shown = elided(layer.units.count, to: Self.mostUnits)
    func shownNumber(_ values: [Double]?, _ index: Int, within width: Double = .infinity) -> String? {
      guard let value = values?[index] else { return nil }
      let text = NumberStyle.significant(3).text(for: value).plain
      // What is too long for its place is small: its last figures say least.
      return TextSize.width(text) <= width ? text : NumberStyle.decimals(2).text(for: value).plain
    }
    let first = middle - Double(shown.count - 1) * distance / 2
    for (row, index) in shown.enumerated() {
      let place = Place(x: x, y: first + Double(row) * distance)
      if let index {
        let note = shownNumber(layer.errors, index).map { "δ \($0)" }
        column.units.append(
          (
            index,
            Unit(
              name: layer.units[index], place: place, radius: radius,
              number: shownNumber(layer.activations, index, within: 2 * radius + 5),
              note: note)
          ))
      } else {
        column.gap = place
      }
    }
    if network.layers.indices.contains(number + 1), network.layers[number + 1].biases != nil {
      let place = Place(x: x, y: first + Double(shown.count) * distance)
      column.bias = Unit(name: "+1", place: place, radius: Self.biasRadius)
    }
    return column
  }

  /// Room for the names of the first and the last layer and of their units.
  private static func margins(of network: NetworkDrawing, _ radius: Double) -> (left: Double, right: Double) {
    func margin(_ layer: NetworkDrawing.Layer?) -> Double {
      guard let layer else { return radius }
      let shown = elided(layer.units.count, to: mostUnits).compactMap { $0 }
      let names = shown.map { TextSize.width(layer.units[$0]) }.filter { layer.activations != nil || $0 >= 2 * radius }
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
