import Results

/// A line chart: the vertical axis as labels of light lines, the names of curves at their ends, and nothing else.
struct LineChartDrawing: Drawing {
  let height = 330.0
  private let chart: LineChart
  private let (xTicks, yTicks): (AxisTicks, AxisTicks)
  private let (xScale, yScale): (PlotScale, PlotScale)

  init(_ chart: LineChart) {
    self.chart = chart
    let points = chart.series.flatMap(\.points).filter { Self.hasPlace($0, in: chart) }
    let yTicks = Self.ticks(for: chart.vertical, over: points.map(\.y), atMost: 5, widens: true)
    let left = (yTicks.ticks.compactMap { $0.label?.width }.max() ?? 0) + Self.space
    let names = chart.series.count > 1 ? chart.series.map { TextSize.width($0.name) + Self.space } : []
    // However long the names, the curves keep about half of the width.
    let room = min(names.max() ?? 0, PictureSVG.width / 2 - Self.space) + Self.space
    var count = 8
    var xTicks: AxisTicks
    var xScale: PlotScale
    repeat {
      xTicks = Self.ticks(for: chart.horizontal, over: points.map(\.x), atMost: count, widens: false)
      let last = (xTicks.ticks.last?.label?.width ?? 0) / 2
      let right = max(PictureSVG.width - max(room, last), left + 1)
      xScale = PlotScale(scale: chart.horizontal.scale, domain: xTicks.domain, start: left, end: right)
      count -= 1
    } while count > 0 && Self.overlaps(xTicks, on: xScale)
    self.xTicks = xTicks
    self.yTicks = yTicks
    self.xScale = xScale
    yScale = PlotScale(scale: chart.vertical.scale, domain: yTicks.domain, start: height - 58, end: 42)
  }

  func draw(with writer: inout SVGWriter, prefix: String) {
    drawVerticalAxis(with: &writer, prefix)
    drawHorizontalAxis(with: &writer, prefix)
    let ends = chart.series.enumerated().map { index, series in
      drawCurve(of: series, index, with: &writer, prefix)
    }
    if chart.series.count > 1 { drawNames(at: ends, with: &writer, prefix) }
  }

  // MARK: Layout

  private static let space = 12.0
  /// Numbers further out are left out: their differences would be infinite.
  private static let largest = 1e300

  private static func hasPlace(_ point: LineChart.Point, in chart: LineChart) -> Bool {
    [(point.x, chart.horizontal.scale), (point.y, chart.vertical.scale)].allSatisfy { value, scale in
      value.magnitude < largest && (scale == .linear ? value.isFinite : value > 1 / largest)
    }
  }

  private static func ticks(
    for axis: LineChart.Axis, over values: [Double], atMost count: Int, widens: Bool
  ) -> AxisTicks {
    let (least, greatest) = (values.min() ?? 1, values.max() ?? 1)
    if axis.scale == .logarithmic { return .logarithmic(covering: least...greatest, atMost: count) }
    // Zero is near enough to be seen, and heights can then be compared.
    let start = widens && least > 0 && least < greatest / 3 ? 0 : least
    return .linear(covering: start...greatest, atMost: count, widens: widens, counts: axis.counts)
  }

  private static func overlaps(_ ticks: AxisTicks, on scale: PlotScale) -> Bool {
    var end = -Double.infinity
    for tick in ticks.ticks {
      guard let label = tick.label, let middle = scale.place(of: tick.value) else { continue }
      if middle - label.width / 2 < end { return true }
      end = middle + label.width / 2 + space
    }
    return false
  }

  // MARK: Axes

  private func drawVerticalAxis(with writer: inout SVGWriter, _ prefix: String) {
    let (left, right) = (xScale.start, xScale.end)
    write(chart.vertical.title, yTicks.exponent, Place(x: 0, y: 18), "start", &writer, prefix)
    for tick in yTicks.ticks {
      guard let y = yScale.place(of: tick.value) else { continue }
      guard let label = tick.label else {
        writer.element("line", ["class": "\(prefix)-zero", "x1": left - 5, "x2": left, "y1": y, "y2": y])
        continue
      }
      let line = tick.value == 0 && yTicks.domain.lowerBound < 0 ? "zero" : "grid"
      writer.element("line", ["class": "\(prefix)-\(line)", "x1": left, "x2": right, "y1": y, "y2": y])
      write(label, at: Place(x: left - 8, y: y + 5), "end", &writer, prefix)
    }
  }

  private func drawHorizontalAxis(with writer: inout SVGWriter, _ prefix: String) {
    let bottom = yScale.start
    if xTicks.domain.lowerBound < 0, let zero = xScale.place(of: 0), xTicks.domain.upperBound > 0 {
      writer.element("line", ["class": "\(prefix)-grid", "x1": zero, "x2": zero, "y1": yScale.end, "y2": bottom])
    }
    writer.element(
      "line", ["class": "\(prefix)-axis", "x1": xScale.start, "x2": xScale.end, "y1": bottom, "y2": bottom])
    for tick in xTicks.ticks {
      guard let x = xScale.place(of: tick.value) else { continue }
      writer.element("line", ["class": "\(prefix)-axis", "x1": x, "x2": x, "y1": bottom, "y2": bottom + 5])
      guard let label = tick.label else { continue }
      write(label, at: Place(x: x, y: bottom + 23), "middle", &writer, prefix)
    }
    let middle = Place(x: (xScale.start + xScale.end) / 2, y: height - 9)
    write(chart.horizontal.title, xTicks.exponent, middle, "middle", &writer, prefix)
  }

  private func write(
    _ label: TickLabel, at place: Place, _ anchor: String, _ writer: inout SVGWriter, _ prefix: String
  ) {
    if label.raised.isEmpty {
      writer.element("text", ["x": place.x, "y": place.y, "text-anchor": anchor], text: label.text)
    } else {
      writer.element(
        "text", ["x": place.x, "y": place.y, "text-anchor": anchor], text: label.text, raised: label.raised,
        ["class": "\(prefix)-raised", "dy": "-0.5em"])
    }
  }

  /// The title of an axis, with the power of ten that its labels leave out.
  private func write(
    _ title: String, _ exponent: Int, _ place: Place, _ anchor: String, _ writer: inout SVGWriter, _ prefix: String
  ) {
    let factor = TickLabel(text: "\(title), in 10", raised: (exponent < 0 ? "−" : "") + "\(abs(exponent))")
    write(exponent == 0 ? TickLabel(text: title) : factor, at: place, anchor, &writer, prefix)
  }

  // MARK: Curves

  /// - Returns: where the curve ends
  private func drawCurve(
    of series: LineChart.Series, _ index: Int, with writer: inout SVGWriter, _ prefix: String
  ) -> Place? {
    let places = series.points.map { point -> Place? in
      guard Self.hasPlace(point, in: chart), let x = xScale.place(of: point.x), let y = yScale.place(of: point.y) else {
        return nil
      }
      return Place(x: x, y: y)
    }
    let style = "\(prefix)-line-\(index % PictureStyle.series.count)"
    // What has no place interrupts the curve.
    for run in places.split(separator: nil).map({ $0.compactMap { $0 } }) {
      let kept = thinned(run)
      if kept.count == 1 {
        writer.element(
          "circle", ["class": "\(prefix)-line \(style)", "cx": kept[0].x, "cy": kept[0].y, "r": 2])
      } else {
        let path = kept.enumerated().map { "\($0 == 0 ? "M" : "L")\($1.x.svgText) \($1.y.svgText)" }.joined()
        writer.element("path", ["class": "\(prefix)-line \(style)", "d": path])
      }
    }
    return places.last { $0 != nil } ?? nil
  }

  private func drawNames(at ends: [Place?], with writer: inout SVGWriter, _ prefix: String) {
    let shown = ends.indices.filter { ends[$0] != nil }
    let heights = spread(
      shown.compactMap { ends[$0]?.y }, gap: TextSize.lineHeight, within: yScale.end...yScale.start)
    for (index, height) in zip(shown, heights) {
      guard let end = ends[index] else { continue }
      let x = xScale.end + Self.space
      if (height - end.y).magnitude > 4 || end.x < xScale.end - 4 {
        writer.element(
          "line", ["class": "\(prefix)-leader", "x1": end.x + 3, "y1": end.y, "x2": x - 3, "y2": height])
      }
      writer.element(
        "text", ["class": "\(prefix)-name-\(index % PictureStyle.series.count)", "x": x, "y": height + 5],
        text: chart.series[index].name)
    }
  }
}
