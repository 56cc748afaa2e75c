import Results

/// Bars that lie, their names before them and their numbers behind them.
struct BarChartDrawing: Drawing {
  private static let (pitch, thickness) = (32.0, 18.0)
  private static let (top, bottom) = (36.0, 12.0)
  /// However many there are, no more bars are drawn: the first and the last.
  private static let mostBars = 40

  private let chart: BarChart
  private let rows: [Int?]
  private let texts: [String]
  private let left: Double
  private let scale: PlotScale

  init(_ chart: BarChart) {
    self.chart = chart
    let rows = elided(chart.bars.count, to: Self.mostBars)
    let texts = chart.bars.map { NumberStyle.significant(3).text(for: $0.value).plain }
    let shown = rows.compactMap { $0 }
    let names = shown.map { TextSize.width(chart.bars[$0].name) }.max() ?? 0
    let left = min(names, 220) + 10
    (self.rows, self.texts, self.left) = (rows, texts, left)
    let numbers = shown.map { TextSize.width(texts[$0]) }.max() ?? 0
    let values = shown.map { chart.bars[$0].value }.filter { $0.isFinite && (chart.axis.scale == .linear || $0 > 0) }
    let ticks: AxisTicks
    let (least, greatest) = (values.min() ?? 1, values.max() ?? 1)
    switch chart.axis.scale {
    case .linear: ticks = .linear(covering: min(0, least)...max(0, greatest), atMost: 5, widens: false)
    case .logarithmic: ticks = .logarithmic(covering: least / 3...greatest, atMost: 5)
    }
    let before = least < 0 && chart.axis.scale == .linear ? numbers + 8 : 0
    scale = PlotScale(
      scale: chart.axis.scale, domain: ticks.domain, start: left + before, end: PictureSVG.width - numbers - 10)
  }

  var height: Double { Self.top + Double(rows.count) * Self.pitch + Self.bottom }

  func draw(with writer: inout SVGWriter, prefix: String) {
    writer.element(
      "text", ["class": "\(prefix)-strong", "x": left - 10, "y": 18, "text-anchor": "end"], text: chart.heading)
    let title = chart.axis.title + (chart.axis.scale == .logarithmic ? ", on a log scale" : "")
    writer.element("text", ["x": left, "y": 18], text: title)
    let zero = chart.axis.scale == .linear ? scale.place(of: 0) ?? scale.start : scale.start
    for (row, index) in rows.enumerated() {
      let middle = Self.top + (Double(row) + 0.5) * Self.pitch
      guard let index else {
        writer.element("text", ["x": left - 10, "y": middle + 5, "text-anchor": "end"], text: "…")
        continue
      }
      let bar = chart.bars[index]
      writer.element(
        "text", ["x": left - 10, "y": middle + 5, "text-anchor": "end"], text: shortened(bar.name, to: 220))
      let end = scale.place(of: bar.value) ?? zero
      writer.element(
        "rect",
        [
          "class": "\(prefix)-bar", "x": min(zero, end), "y": middle - Self.thickness / 2,
          "width": max(1, (end - zero).magnitude), "height": Self.thickness,
        ])
      let isLeft = end < zero
      writer.element(
        "text",
        [
          "class": "\(prefix)-number", "x": end + (isLeft ? -6 : 6), "y": middle + 5,
          "text-anchor": isLeft ? "end" : "start",
        ], text: texts[index])
    }
    let last = Self.top + Double(rows.count) * Self.pitch
    writer.element("line", ["class": "\(prefix)-axis", "x1": zero, "x2": zero, "y1": Self.top - 4, "y2": last + 4])
  }
}
