import Results

/// A computation graph, downwards: in each box what it is, its value and, in slanted figures behind a ∂, the derivative of
/// the result by it.
struct GraphDiagram: Drawing {
  private let graph: GraphDrawing
  private let texts: [(label: String, value: String, gradient: String?)]
  private let layout: LayeredLayout
  private let widths: [Double]
  private let margin: Double
  private let hasGradients: Bool

  private static let line = 20.0
  private static let rowGap = 26.0
  private static let legendHeight = 40.0

  init(_ graph: GraphDrawing) {
    self.graph = graph
    func shown(_ value: Double) -> String { NumberStyle.significant(3).text(for: value).plain }
    texts = graph.nodes.map { node in
      (shortened(node.label, to: 160), shown(node.value), node.gradient.map { "∂ " + shown($0) })
    }
    widths = texts.map { text in
      let lines = [text.value] + [text.gradient].compactMap(\.self)
      return max(44, lines.map(TextSize.width).max() ?? 0, TextSize.strongWidth(text.label)) + 14
    }
    let lines = graph.nodes.contains { $0.gradient != nil } ? 3.0 : 2
    layout = LayeredLayout(
      widths: widths, height: lines * Self.line + 8, rowGap: Self.rowGap, operands: graph.nodes.map(\.operands))
    margin = max(0, (Self.legendWidth(hasGradients: lines > 2) - layout.size.width) / 2)
    self.hasGradients = lines > 2
  }

  /// No wider than it needs to be: a chain fits on a phone.
  var width: Double { layout.size.width + 2 * margin }
  var height: Double { layout.size.height + Self.legendHeight }

  func draw(with writer: inout SVGWriter, prefix: String) {
    for route in layout.routes { draw(route, with: &writer, prefix) }
    for index in graph.nodes.indices { drawBox(index, with: &writer, prefix) }
    drawLegend(with: &writer, prefix)
  }

  private func place(_ place: Place) -> Place { Place(x: place.x + margin, y: place.y) }

  /// A curve through the places that the line passes, upright in each, with an arrow at its end.
  private func draw(
    _ route: (from: Int, to: Int, points: [Place]), with writer: inout SVGWriter, _ prefix: String
  ) {
    let half = layout.boxHeight / 2
    let (first, last) = (place(layout.places[route.from]), place(layout.places[route.to]))
    let (start, end) = (Place(x: first.x, y: first.y + half), Place(x: last.x, y: last.y - half - 2))
    var path = "M\(start.x.svgText) \(start.y.svgText)"
    var previous = start
    for point in route.points.map(place) {
      // Straight through the height of the row, where boxes may stand to either side.
      path += curve(from: previous, to: Place(x: point.x, y: point.y - half))
      path += "L\(point.x.svgText) \((point.y + half).svgText)"
      previous = Place(x: point.x, y: point.y + half)
    }
    path += curve(from: previous, to: end)
    writer.element("path", ["class": "\(prefix)-edge", "d": path])
    let (x, y) = (end.x, end.y)
    writer.element(
      "path",
      [
        "class": "\(prefix)-dot",
        "d": "M\(x.svgText) \((y + 1).svgText)L\((x - 3.5).svgText) \((y - 7).svgText)L\((x + 3.5).svgText) "
          + "\((y - 7).svgText)Z",
      ])
  }

  private func curve(from start: Place, to end: Place) -> String {
    let bend = (end.y - start.y) / 2
    return "C\(start.x.svgText) \((start.y + bend).svgText) \(end.x.svgText) \((end.y - bend).svgText) "
      + "\(end.x.svgText) \(end.y.svgText)"
  }

  private func drawBox(_ index: Int, with writer: inout SVGWriter, _ prefix: String) {
    let node = graph.nodes[index]
    let middle = place(layout.places[index])
    let top = middle.y - layout.boxHeight / 2
    let kind =
      node.role == .operation || node.role == .result ? "step" : node.role == .parameter ? "parameter" : "given"
    writer.element(
      "rect",
      [
        "class": "\(prefix)-\(kind)", "x": middle.x - widths[index] / 2, "y": top, "width": widths[index],
        "height": layout.boxHeight, "rx": kind == "step" ? 14 : 3,
      ])
    let text = texts[index]
    func write(_ text: String, _ line: Int, _ style: String) {
      writer.element(
        "text",
        [
          "class": "\(prefix)-\(style)", "x": middle.x, "y": top + Double(line) * Self.line,
          "text-anchor": "middle",
        ], text: text)
    }
    write(text.label, 1, "strong")
    write(text.value, 2, "value")
    if let gradient = text.gradient { write(gradient, 3, "gradient") }
  }

  private static let legend: [(text: String, style: String)] = [
    ("name or operation", "strong"), ("value", "value"), ("∂ derivative of the loss", "gradient"),
  ]

  /// In English; its translations are about as long.
  private static func legendWidth(hasGradients: Bool) -> Double {
    var width = 0.0
    for (text, style) in legend where hasGradients || style != "gradient" {
      width += 22 + (style == "strong" ? TextSize.strongWidth(text) : TextSize.width(text))
    }
    return width
  }

  private func drawLegend(with writer: inout SVGWriter, _ prefix: String) {
    let y = height - 10
    var x = 2.0
    for (text, style) in Self.legend where hasGradients || style != "gradient" {
      let text = writer.language.translated(text)
      writer.element("text", ["class": "\(prefix)-\(style)", "x": x, "y": y], text: text)
      x += (style == "strong" ? TextSize.strongWidth(text) : TextSize.width(text)) + 22
    }
  }
}
