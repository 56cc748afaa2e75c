import Results

/// A network in layers. The width of a line is the size of its weight; its sign is told by colour and by dashes.
struct NetworkDiagram: Drawing {
  private let network: NetworkDrawing
  private let layout: NetworkLayout
  /// The size of the largest weight.
  private let largest: Double

  init(_ network: NetworkDrawing) {
    self.network = network
    layout = NetworkLayout(network)
    largest = layout.connections.map(\.value.magnitude).filter(\.isFinite).max() ?? 0
  }

  var height: Double { layout.height }

  /// What stands above a layer: its name, and what the definition says of it.
  static func heading(of layer: NetworkDrawing.Layer) -> [String] {
    [layer.name, "\(layer.units.count)" + (layer.activation.map { " " + $0 } ?? "")]
  }

  func draw(with writer: inout SVGWriter, prefix: String) {
    for connection in layout.connections { draw(connection, with: &writer, prefix) }
    for column in layout.columns {
      drawHeading(of: column, with: &writer, prefix)
      for (_, unit) in column.units { draw(unit, "unit", column.layer, with: &writer, prefix) }
      if let bias = column.bias { draw(bias, "bias", column.layer, with: &writer, prefix) }
      if let gap = column.gap { drawDots(around: gap, x: 0, y: 9, with: &writer, prefix) }
    }
    if let gap = layout.gap { drawDots(around: gap, x: 14, y: 0, with: &writer, prefix) }
    if network.showsWeights, network.hasRoomForNumbers { drawNumbers(with: &writer, prefix) }
    drawLegend(with: &writer, prefix)
  }

  // MARK: Connections

  private func draw(_ connection: NetworkLayout.Connection, with writer: inout SVGWriter, _ prefix: String) {
    writer.element(
      "line",
      [
        "class": "\(prefix)-\(Self.sign(of: connection.value))", "x1": connection.start.x, "y1": connection.start.y,
        "x2": connection.end.x, "y2": connection.end.y, "stroke-width": lineWidth(for: connection.value),
      ])
  }

  private static func sign(of value: Double) -> String { value > 0 ? "positive" : value < 0 ? "negative" : "neutral" }

  private func lineWidth(for value: Double) -> Double {
    guard value.isFinite, largest > 0 else { return 1 }
    // Many lines cross each other often: they get finer.
    let (thinnest, widest) =
      layout.connections.count > 100 ? (0.3, 1.7) : layout.connections.count > 30 ? (0.5, 2.6) : (0.6, 3.8)
    return thinnest + (widest - thinnest) * (value.magnitude / largest)
  }

  private func drawNumbers(with writer: inout SVGWriter, _ prefix: String) {
    let texts = layout.connections.map { NumberStyle.significant(3).text(for: $0.value).plain }
    let places = placedNumbers(
      layout.connections.map { ($0.start, $0.end) }, widths: texts.map(TextSize.width),
      around: layout.columns.flatMap { column in column.units.map(\.unit) }.map {
        ($0.place, $0.radius, $0.note != nil)
      })
    for (text, place) in zip(texts, places) {
      writer.element(
        "text", ["class": "\(prefix)-halo", "x": place.x, "y": place.y + 5, "text-anchor": "middle"], text: text)
    }
  }

  // MARK: Units

  private func draw(
    _ unit: NetworkLayout.Unit, _ kind: String, _ layer: Int, with writer: inout SVGWriter, _ prefix: String
  ) {
    writer.element(
      "circle", ["class": "\(prefix)-\(kind)", "cx": unit.place.x, "cy": unit.place.y, "r": unit.radius])
    let (x, y) = (unit.place.x, unit.place.y + 5)
    let room = unit.radius + 8
    if let note = unit.note {
      writer.element(
        "text",
        ["class": "\(prefix)-gradient \(prefix)-clear", "x": x, "y": y + unit.radius + 14, "text-anchor": "middle"],
        text: note)
    }
    if let number = unit.number {
      writer.element("text", ["class": "\(prefix)-value", "x": x, "y": y, "text-anchor": "middle"], text: number)
    }
    if unit.holdsName {
      writer.element("text", ["x": x, "y": y, "text-anchor": "middle"], text: unit.name)
    } else if layer == 0 {
      writer.element("text", ["x": x - room, "y": y, "text-anchor": "end"], text: shortened(unit.name, to: 140))
    } else if layer == network.layers.count - 1 {
      writer.element("text", ["x": x + room, "y": y], text: shortened(unit.name, to: 140))
    }
  }

  private func drawHeading(of column: NetworkLayout.Column, with writer: inout SVGWriter, _ prefix: String) {
    let neighbours = layout.columns.map { ($0.x - column.x).magnitude }.filter { $0 > 0 }
    let room = (neighbours.min() ?? PictureSVG.width) - 8
    for (line, text) in Self.heading(of: network.layers[column.layer]).enumerated() {
      let y = 18 + Double(line) * (TextSize.lineHeight - 1)
      let shown = shortened(text, to: room)
      if line == 0 {
        writer.element(
          "text", ["class": "\(prefix)-strong", "x": column.x, "y": y, "text-anchor": "middle"], text: shown)
      } else {
        writer.element("text", ["x": column.x, "y": y, "text-anchor": "middle"], text: shown)
      }
    }
  }

  private func drawDots(around place: Place, x: Double, y: Double, with writer: inout SVGWriter, _ prefix: String) {
    for step in [-1.0, 0, 1] {
      writer.element(
        "circle", ["class": "\(prefix)-dot", "cx": place.x + step * x, "cy": place.y + step * y, "r": 1.8])
    }
  }

  // MARK: Words

  /// What the lines mean, of the kinds of lines that there are.
  private func drawLegend(with writer: inout SVGWriter, _ prefix: String) {
    let y = height - 12
    var x = 2.0
    for (sign, word) in [("positive", "positive"), ("negative", "negative"), ("neutral", "zero")] {
      guard layout.connections.contains(where: { Self.sign(of: $0.value) == sign }) else { continue }
      writer.element(
        "line", ["class": "\(prefix)-\(sign)", "x1": x, "x2": x + 30, "y1": y - 5, "y2": y - 5, "stroke-width": 2])
      let word = writer.language.translated(word)
      writer.element("text", ["x": x + 38, "y": y], text: word)
      x += 38 + TextSize.width(word) + 22
    }
    if !layout.connections.isEmpty {
      let what = network.lines == .weights ? "weight" : "derivative"
      writer.element("text", ["x": x, "y": y], text: writer.language.translated("wider: larger \(what)"))
    }
  }
}
