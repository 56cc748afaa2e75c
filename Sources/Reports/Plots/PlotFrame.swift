import Results

/// The axes of a plot: where numbers lie in it, and the lines and words that say so. The vertical axis is labels of light
/// lines, the horizontal one a line with marks.
struct PlotFrame {
  let height: Double
  let (xScale, yScale): (PlotScale, PlotScale)
  private let (xTicks, yTicks): (AxisTicks, AxisTicks)
  /// Whether the names along the axis are too long for their places, and take turns on two lines.
  private let isCrowded: Bool
  private let (horizontal, vertical): (LineChart.Axis, LineChart.Axis)

  static let space = 12.0
  /// Numbers further out are left out: their differences would be infinite.
  private static let largest = 1e300

  /// - Parameters:
  ///   - points: what the axes are to reach over
  ///   - room: how much is kept free to the right
  ///   - widens: whether the horizontal axis reaches on to the next marks
  init(
    horizontal: LineChart.Axis, vertical: LineChart.Axis, over points: [LineChart.Point], height: Double, room: Double,
    widens: (horizontal: Bool, vertical: Bool) = (false, true)
  ) {
    let points = points.filter { Self.hasPlace($0, horizontal, vertical) }
    let yTicks = Self.ticks(for: vertical, over: points.map(\.y), atMost: 5, widens: widens.vertical)
    let left = (yTicks.ticks.compactMap { $0.label?.width }.max() ?? 0) + Self.space
    var count = 8
    var xTicks: AxisTicks
    var xScale: PlotScale
    repeat {
      xTicks = Self.ticks(for: horizontal, over: points.map(\.x), atMost: count, widens: widens.horizontal)
      let last = (xTicks.ticks.last?.label?.width ?? 0) / 2
      let right = max(PictureSVG.width - max(room, last), left + 1)
      xScale = PlotScale(scale: horizontal.scale, domain: xTicks.domain, start: left, end: right)
      count -= 1
    } while count > 0 && Self.overlaps(xTicks, on: xScale)
    (self.horizontal, self.vertical, self.height) = (horizontal, vertical, height)
    self.xTicks = xTicks
    self.yTicks = yTicks
    self.xScale = xScale
    isCrowded = horizontal.names != nil && Self.overlaps(xTicks, on: xScale)
    yScale = PlotScale(
      scale: vertical.scale, domain: yTicks.domain, start: height - 58 - (isCrowded ? TextSize.lineHeight : 0), end: 42)
  }

  /// nil for what has no place on the axes.
  func place(of point: LineChart.Point) -> Place? {
    guard Self.hasPlace(point, horizontal, vertical), let x = xScale.place(of: point.x),
      let y = yScale.place(of: point.y)
    else { return nil }
    return Place(x: x, y: y)
  }

  private static func hasPlace(
    _ point: LineChart.Point, _ horizontal: LineChart.Axis, _ vertical: LineChart.Axis
  ) -> Bool {
    [(point.x, horizontal.scale), (point.y, vertical.scale)].allSatisfy { value, scale in
      value.magnitude < largest && (scale == .linear ? value.isFinite : value > 1 / largest)
    }
  }

  private static func ticks(
    for axis: LineChart.Axis, over values: [Double], atMost count: Int, widens: Bool
  ) -> AxisTicks {
    if let names = axis.names { return .names(names) }
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

  // MARK: Drawing

  func draw(with writer: inout SVGWriter, _ prefix: String) {
    drawVerticalAxis(with: &writer, prefix)
    drawHorizontalAxis(with: &writer, prefix)
  }

  private func drawVerticalAxis(with writer: inout SVGWriter, _ prefix: String) {
    let (left, right) = (xScale.start, xScale.end)
    write(vertical.title, yTicks.exponent, Place(x: 0, y: 18), "start", &writer, prefix)
    for tick in yTicks.ticks {
      guard let y = yScale.place(of: tick.value) else { continue }
      guard let label = tick.label else {
        writer.element("line", ["class": "\(prefix)-zero", "x1": left - 5, "x2": left, "y1": y, "y2": y])
        continue
      }
      let line = tick.value == 0 && yTicks.domain.lowerBound < 0 ? "zero" : "grid"
      writer.element("line", ["class": "\(prefix)-\(line)", "x1": left, "x2": right, "y1": y, "y2": y])
      label.write(at: Place(x: left - 8, y: y + 5), "end", with: &writer, prefix)
    }
  }

  private func drawHorizontalAxis(with writer: inout SVGWriter, _ prefix: String) {
    let bottom = yScale.start
    if horizontal.names == nil, xTicks.domain.lowerBound < 0, let zero = xScale.place(of: 0),
      xTicks.domain.upperBound > 0
    {
      writer.element("line", ["class": "\(prefix)-grid", "x1": zero, "x2": zero, "y1": yScale.end, "y2": bottom])
    }
    writer.element(
      "line", ["class": "\(prefix)-axis", "x1": xScale.start, "x2": xScale.end, "y1": bottom, "y2": bottom])
    for (number, tick) in xTicks.ticks.enumerated() {
      guard let x = xScale.place(of: tick.value) else { continue }
      writer.element("line", ["class": "\(prefix)-axis", "x1": x, "x2": x, "y1": bottom, "y2": bottom + 5])
      guard let label = tick.label else { continue }
      let line = isCrowded && number % 2 == 1 ? TextSize.lineHeight : 0
      label.write(at: Place(x: x, y: bottom + 23 + line), "middle", with: &writer, prefix)
    }
    let middle = Place(x: (xScale.start + xScale.end) / 2, y: height - 9)
    write(horizontal.title, xTicks.exponent, middle, "middle", &writer, prefix)
  }

  /// The title of an axis, with the power of ten that its labels leave out.
  private func write(
    _ title: String, _ exponent: Int, _ place: Place, _ anchor: String, _ writer: inout SVGWriter, _ prefix: String
  ) {
    let factor = TickLabel(text: "\(title), in 10", raised: (exponent < 0 ? "−" : "") + "\(abs(exponent))")
    (exponent == 0 ? TickLabel(text: title) : factor).write(at: place, anchor, with: &writer, prefix)
  }
}

extension TickLabel {
  func write(at place: Place, _ anchor: String, with writer: inout SVGWriter, _ prefix: String) {
    if raised.isEmpty {
      writer.element("text", ["x": place.x, "y": place.y, "text-anchor": anchor], text: text)
    } else {
      writer.element(
        "text", ["x": place.x, "y": place.y, "text-anchor": anchor], text: text, raised: raised,
        ["class": "\(prefix)-raised", "dy": "-0.5em"])
    }
  }
}

extension AxisTicks {
  /// A mark with a name at 0, 1, 2 …
  static func names(_ names: [String]) -> AxisTicks {
    AxisTicks(
      domain: -0.5...(Double(max(1, names.count)) - 0.5),
      ticks: names.enumerated().map { Tick(value: Double($0), label: TickLabel(text: $1)) })
  }
}
