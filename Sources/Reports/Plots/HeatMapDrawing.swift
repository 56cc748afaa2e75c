import Results

/// Matrices as fields of colour with their numbers where these fit; where they don't, a bar marks the negative ones, so
/// that colour alone tells nothing. Below them stands the scale.
struct HeatMapDrawing: Drawing {
  private let content: HeatMaps
  private let texts: [[[String]]]
  private let layout: HeatMapLayout

  init(_ content: HeatMaps) {
    self.content = content
    texts = content.maps.map { map in
      let style = Self.style(for: map.values.flatMap { $0.compactMap { $0 } })
      return map.values.map { row in row.map { $0.map { style.text(for: $0).plain } ?? "–" } }
    }
    layout = HeatMapLayout(content, texts: texts)
  }

  /// As many decimals as tell the numbers apart.
  private static func style(for numbers: [Double]) -> NumberStyle {
    if numbers.allSatisfy({ $0 == $0.rounded() && $0.magnitude < 1e6 }) { return .decimals(0) }
    switch numbers.map(\.magnitude).max() ?? 0 {
    case 0.1..<10: return .decimals(2)
    case 10..<100: return .decimals(1)
    default: return .significant(2)
    }
  }

  var height: Double { layout.height }

  func draw(with writer: inout SVGWriter, prefix: String) {
    // The fields stand in groups of their own, which a page can make paler than their colour.
    writer.begin("g", ["class": "\(prefix)-cells"])
    for map in layout.maps { drawCells(of: map, with: &writer, prefix) }
    drawScale(with: &writer, prefix)
    writer.end()
    for map in layout.maps { drawWords(of: map, with: &writer, prefix) }
    drawLegend(with: &writer, prefix)
  }

  private func each(_ map: HeatMapLayout.Map, _ body: (_ value: Double?, _ text: String, _ corner: Place) -> Void) {
    for (row, rowIndex) in map.rows.enumerated() {
      for (column, columnIndex) in map.columns.enumerated() {
        guard let rowIndex, let columnIndex else { continue }
        body(
          content.maps[map.index].values[rowIndex][columnIndex], texts[map.index][rowIndex][columnIndex],
          map.corner(row: row, column: column))
      }
    }
  }

  /// The part of the scale that a number covers, and its class.
  private func colour(of value: Double) -> (depth: Double, kind: String) {
    let span = content.greatest - content.least
    guard value.isFinite, span > 0 else { return (0, "more") }
    switch content.scale {
    case .diverging: return (min(1, value.magnitude / content.greatest), value < 0 ? "less" : "more")
    case .sequential: return (min(1, max(0, (value - content.least) / span)), "more")
    }
  }

  private func drawCells(of map: HeatMapLayout.Map, with writer: inout SVGWriter, _ prefix: String) {
    let gap = map.cell.width > 12 ? 1.0 : 0
    each(map) { value, _, corner in
      guard let value else { return }
      let (depth, kind) = colour(of: value)
      writer.element(
        "rect",
        [
          "class": "\(prefix)-\(kind)", "x": corner.x, "y": corner.y, "width": map.cell.width - gap,
          "height": map.cell.height - gap, "fill-opacity": depth,
        ])
    }
  }

  private func drawWords(of map: HeatMapLayout.Map, with writer: inout SVGWriter, _ prefix: String) {
    let array = content.maps[map.index]
    let middle = map.left + Double(map.columns.count) * map.cell.width / 2
    writer.element(
      "text", ["class": "\(prefix)-strong", "x": map.origin.x, "y": map.origin.y + 18],
      text: shortened(array.title, to: PictureSVG.width - map.origin.x))
    if let heading = array.columnHeading, !heading.isEmpty {
      writer.element("text", ["x": middle, "y": map.origin.y + 41, "text-anchor": "middle"], text: heading)
    }
    writer.element(
      "text", ["x": map.left - 8, "y": map.top - 8, "text-anchor": "end"], text: shortened(array.rowHeading, to: 150))
    for (column, index) in map.columns.enumerated() where map.showsColumnNames {
      let x = map.corner(row: 0, column: column).x + map.cell.width / 2
      writer.element(
        "text", ["x": x, "y": map.top - 8, "text-anchor": "middle"], text: index.map { array.columns[$0] } ?? "…")
    }
    // Names that are closer than their letters are high take turns.
    let step = max(1, Int((20 / map.cell.height).rounded(.up)))
    for (row, index) in map.rows.enumerated() where row % step == 0 {
      let y = map.corner(row: row, column: 0).y + map.cell.height / 2 + 5
      writer.element(
        "text", ["x": map.left - 8, "y": y, "text-anchor": "end"],
        text: index.map { shortened(array.rows[$0], to: 150) } ?? "…")
    }
    each(map) { value, text, corner in
      let (x, y) = (corner.x + map.cell.width / 2, corner.y + map.cell.height / 2)
      if map.showsNumbers {
        writer.element("text", ["class": "\(prefix)-number", "x": x, "y": y + 5, "text-anchor": "middle"], text: text)
      } else if let value, value < 0, map.cell.width >= 7 {
        writer.element(
          "line",
          ["class": "\(prefix)-sign", "x1": x - map.cell.width / 5, "x2": x + map.cell.width / 5, "y1": y, "y2": y])
      }
    }
  }

  // MARK: The scale

  private static let steps = 21
  private static let stepWidth = 10.0

  private var scaleTop: Double { height - 42 }
  private var scaleLeft: Double { min(TextSize.width(content.measure), 260) + 14 }

  private func drawScale(with writer: inout SVGWriter, _ prefix: String) {
    guard content.greatest > content.least else { return }
    for step in 0..<Self.steps {
      let share = (Double(step) + 0.5) / Double(Self.steps)
      let (depth, kind) = colour(of: content.least + share * (content.greatest - content.least))
      writer.element(
        "rect",
        [
          "class": "\(prefix)-\(kind)", "x": scaleLeft + Double(step) * Self.stepWidth, "y": scaleTop,
          "width": Self.stepWidth, "height": 14, "fill-opacity": depth,
        ])
    }
  }

  private func drawLegend(with writer: inout SVGWriter, _ prefix: String) {
    writer.element("text", ["x": 0, "y": scaleTop + 12], text: shortened(content.measure, to: 260))
    guard content.greatest > content.least else { return }
    let width = Double(Self.steps) * Self.stepWidth
    let middle = (content.least + content.greatest) / 2
    for (share, value) in [(0.0, content.least), (0.5, middle), (1, content.greatest)] {
      let x = scaleLeft + share * width
      writer.element(
        "line", ["class": "\(prefix)-axis", "x1": x, "x2": x, "y1": scaleTop + 14, "y2": scaleTop + 18])
      writer.element(
        "text", ["x": x, "y": scaleTop + 36, "text-anchor": "middle"],
        text: NumberStyle.significant(3).text(for: value).plain)
    }
    guard layout.maps.contains(where: { !$0.showsNumbers }), content.least < 0 else { return }
    writer.element("text", ["x": scaleLeft + width + 24, "y": scaleTop + 12], text: "−: below 0")
  }
}
