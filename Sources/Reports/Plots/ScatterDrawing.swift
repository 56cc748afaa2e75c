import Results

/// Points in a plane, with a shape for each class, and the part of the plane that each class has, with hatching for each.
struct ScatterDrawing: Drawing {
  private static let plotHeight = 470.0
  private static let radius = 5.5

  private let plot: ScatterPlot
  private let frame: PlotFrame
  private let labels: [(text: String, place: Place)]
  private let legend: [[(kind: Int, x: Double)]]

  init(_ plot: ScatterPlot) {
    self.plot = plot
    var corners = plot.points.map { LineChart.Point($0.x, $0.y) }
    if let regions = plot.regions {
      corners = [LineChart.Point(regions.left, regions.bottom), LineChart.Point(regions.right, regions.top)]
    }
    let fits = plot.regions != nil
    let frame = PlotFrame(
      horizontal: LineChart.Axis(plot.horizontal), vertical: LineChart.Axis(plot.vertical), over: corners,
      height: Self.plotHeight, room: 24, widens: (!fits, !fits))
    self.frame = frame
    let places = plot.points.map { frame.place(of: LineChart.Point($0.x, $0.y)) }
    labels = placedLabels(
      zip(plot.points, places).compactMap { point, place in
        place.flatMap { place in point.name.map { (place, $0) } }
      }, around: places.compactMap { $0 }, radius: Self.radius,
      within: (frame.xScale.start...PictureSVG.width, frame.yScale.end...frame.yScale.start))
    var (rows, x): ([[(kind: Int, x: Double)]], Double) = ([[]], 10)
    for (kind, name) in plot.classes.enumerated() {
      let width = TextSize.width(name) + 46
      if x > 10, x + width > PictureSVG.width { (rows, x) = (rows + [[]], 10) }
      rows[rows.count - 1].append((kind, x))
      x += width
    }
    legend = plot.classes.count > 1 ? rows : []
  }

  private var showsMisplaced: Bool { plot.points.contains(where: \.isMisplaced) }

  var height: Double {
    Self.plotHeight + Double(legend.count + (showsMisplaced ? 1 : 0)) * 26 + (legend.isEmpty ? 0 : 8)
  }

  func draw(with writer: inout SVGWriter, prefix: String) {
    if let regions = plot.regions { draw(regions, with: &writer, prefix) }
    frame.draw(with: &writer, prefix)
    for point in plot.points {
      guard let place = frame.place(of: LineChart.Point(point.x, point.y)) else { continue }
      if point.isMisplaced {
        writer.element(
          "circle", ["class": "\(prefix)-misplaced", "cx": place.x, "cy": place.y, "r": Self.radius + 6])
      }
      draw(point.kind, at: place, with: &writer, prefix)
    }
    for (text, place) in labels {
      writer.element(
        "text", ["class": "\(prefix)-number", "x": place.x, "y": place.y + 5, "text-anchor": "middle"], text: text)
    }
    for (row, items) in legend.enumerated() {
      let y = Self.plotHeight + 20 + Double(row) * 26
      for (kind, x) in items {
        draw(kind, at: Place(x: x, y: y - 5), with: &writer, prefix)
        writer.element("text", ["x": x + 14, "y": y], text: plot.classes[kind])
      }
    }
    guard showsMisplaced else { return }
    let y = Self.plotHeight + 20 + Double(legend.count) * 26
    writer.element("circle", ["class": "\(prefix)-misplaced", "cx": 10, "cy": y - 5, "r": 8])
    writer.element("text", ["x": 24, "y": y], text: writer.language.translated("in the region of another class"))
  }

  private func draw(_ kind: Int, at place: Place, with writer: inout SVGWriter, _ prefix: String) {
    writer.element(
      "path",
      [
        "class": "\(prefix)-mark-\(kind % PictureStyle.series.count)",
        "d": Marker(kind).path(at: place, radius: Self.radius),
      ])
  }

  private func draw(_ regions: ScatterPlot.Regions, with writer: inout SVGWriter, _ prefix: String) {
    for (kind, margins) in regions.margins.enumerated() {
      let contours = Contours(of: margins, columns: regions.columns, rows: regions.rows) { column, row in
        let x = regions.left + column / Double(regions.columns - 1) * (regions.right - regions.left)
        let y = regions.bottom + row / Double(regions.rows - 1) * (regions.top - regions.bottom)
        return frame.place(of: LineChart.Point(x, y)) ?? Place(x: 0, y: 0)
      }
      let style = kind % PictureStyle.series.count
      if kind == 0 {
        writer.element("path", ["class": "\(prefix)-region-\(style)", "d": contours.areas])
      } else {
        let hatch = "\(prefix)-hatch-\(kind)"
        writer.begin(
          "pattern",
          [
            "id": hatch, "patternUnits": "userSpaceOnUse", "width": 9, "height": 9,
            "patternTransform": "rotate(\((45 + 60 * (kind - 1)) % 180))",
          ])
        writer.element("rect", ["class": "\(prefix)-region-\(style)", "width": 9, "height": 9])
        writer.element("line", ["class": "\(prefix)-hatch-\(style)", "x1": 0, "x2": 0, "y1": 0, "y2": 9])
        writer.end()
        writer.element(
          "path", ["fill": "url(#\(hatch))", "shape-rendering": "crispEdges", "d": contours.areas])
      }
      // Two classes share their border.
      if kind > 0 || regions.margins.count != 2 {
        writer.element("path", ["class": "\(prefix)-border", "d": contours.lines])
      }
    }
  }
}

/// Finds a place for a name beside each of some points where it covers no point and no other name; a name without one is
/// left out.
///
/// - Parameters:
///   - points: those with names
///   - marks: all that must stay free
/// - Returns: the middle of each text
package func placedLabels(
  _ points: [(place: Place, text: String)], around marks: [Place], radius: Double,
  within room: (x: ClosedRange<Double>, y: ClosedRange<Double>)
) -> [(text: String, place: Place)] {
  var taken: [(Place, width: Double)] = []
  var found: [(text: String, place: Place)] = []
  let height = TextSize.lineHeight
  for (point, text) in points {
    let width = TextSize.width(text)
    let (x, y) = (radius + 5 + width / 2, radius + height / 2)
    let near = [(x, 0.0), (-x, 0.0), (0.0, -y), (0.0, y), (x, -y), (-x, -y), (x, y), (-x, y)]
    for (dx, dy) in near + near[2...].map({ ($0.0, $0.1 * 2) }) + near[2...].map({ ($0.0, $0.1 * 3) }) {
      let middle = Place(x: point.x + dx, y: point.y + dy)
      let isInside =
        room.x.contains(middle.x - width / 2) && room.x.contains(middle.x + width / 2)
        && room.y.contains(middle.y - height / 2) && room.y.contains(middle.y + height / 2)
      let meetsName = taken.contains {
        ($0.0.x - middle.x).magnitude < ($0.width + width) / 2 + 2 && ($0.0.y - middle.y).magnitude < height
      }
      let meetsMark = marks.contains {
        ($0.x - middle.x).magnitude < width / 2 + radius && ($0.y - middle.y).magnitude < height / 2 + radius - 2
      }
      guard isInside, !meetsName, !meetsMark else { continue }
      taken.append((middle, width))
      found.append((text, middle))
      break
    }
  }
  return found
}
