import Results

/// A line chart: the vertical axis as labels of light lines, the names of curves at their ends, and nothing else.
struct LineChartDrawing: Drawing {
  let height = 330.0
  private let chart: LineChart
  private let frame: PlotFrame

  /// More curves than this look all the same and have no names: nobody could tell so many apart.
  static let mostNames = 8

  init(_ chart: LineChart) {
    self.chart = chart
    let names = Self.named(in: chart).map { TextSize.width(chart.series[$0].name) + PlotFrame.space }
    // However long the names, the curves keep about half of the width.
    let room = min(names.max() ?? 0, PictureSVG.width / 2 - PlotFrame.space) + PlotFrame.space
    frame = PlotFrame(
      horizontal: chart.horizontal, vertical: chart.vertical, over: chart.series.flatMap(\.points), height: height,
      room: room)
  }

  func draw(with writer: inout SVGWriter, prefix: String) {
    frame.draw(with: &writer, prefix)
    let ends = chart.series.enumerated().map { index, series in
      draw(series, index, with: &writer, prefix)
    }
    drawNames(at: ends, with: &writer, prefix)
    drawNamesOfPoints(with: &writer, prefix)
  }

  /// The series whose names stand to the right, if there are several and not too many. A single point has its name
  /// beside it.
  private static func named(in chart: LineChart) -> [Int] {
    guard (2...mostNames).contains(chart.series.count) else { return [] }
    return chart.series.indices.filter { !chart.series[$0].name.isEmpty && !chart.series[$0].isSinglePoint }
  }

  private func drawNamesOfPoints(with writer: inout SVGWriter, _ prefix: String) {
    guard chart.series.count <= Self.mostNames else { return }
    let marks = chart.series.flatMap { $0.points.compactMap(frame.place) }
    for (index, series) in chart.series.enumerated() where series.isSinglePoint && chart.series.count > 1 {
      guard let place = series.points.lazy.compactMap(frame.place).first else { continue }
      let room = (frame.xScale.start...PictureSVG.width, frame.yScale.end...frame.yScale.start)
      for (text, middle) in placedLabels([(place, series.name)], around: marks, radius: 4.5, within: room) {
        writer.element(
          "text",
          [
            "class": "\(prefix)-name-\(index % PictureStyle.series.count)", "x": middle.x, "y": middle.y + 5,
            "text-anchor": "middle",
          ], text: text)
      }
    }
  }

  /// - Returns: where the curve ends
  private func draw(
    _ series: LineChart.Series, _ index: Int, with writer: inout SVGWriter, _ prefix: String
  ) -> Place? {
    let places = series.points.map(frame.place)
    let isOneOfMany = chart.series.count > Self.mostNames
    let number = index % PictureStyle.series.count
    let style = isOneOfMany ? "\(prefix)-thin" : "\(prefix)-line \(prefix)-line-\(number)"
    if series.marks != .points {
      // What has no place interrupts the curve.
      for run in places.split(separator: nil).map({ $0.compactMap { $0 } }) {
        let kept = straightened(thinned(run))
        if kept.count == 1 {
          writer.element("circle", ["class": style, "cx": kept[0].x, "cy": kept[0].y, "r": 2])
        } else {
          let path = kept.enumerated().map { "\($0 == 0 ? "M" : "L")\($1.x.svgText) \($1.y.svgText)" }.joined()
          writer.element("path", ["class": style, "d": path])
        }
      }
    }
    if series.marks != .line {
      for place in places.compactMap({ $0 }) {
        writer.element(
          "path",
          [
            // Every other kind is hollow and larger: what it covers stays to be seen.
            "class": index % 2 == 0 ? "\(prefix)-mark-\(number)" : "\(prefix)-hollow \(prefix)-line-\(number)",
            "d": Marker(index).path(at: place, radius: index % 2 == 0 ? 4 : 6.5),
          ])
      }
    }
    return places.last { $0 != nil } ?? nil
  }

  private func drawNames(at ends: [Place?], with writer: inout SVGWriter, _ prefix: String) {
    let (xScale, yScale) = (frame.xScale, frame.yScale)
    let shown = Self.named(in: chart).filter { ends[$0] != nil }
    let heights = spread(
      shown.compactMap { ends[$0]?.y }, gap: TextSize.lineHeight, within: yScale.end...yScale.start)
    for (index, height) in zip(shown, heights) {
      guard let end = ends[index] else { continue }
      let x = xScale.end + PlotFrame.space
      if (height - end.y).magnitude > 4 || end.x < xScale.end - 4 {
        let start = end.x + (chart.series[index].marks == .line ? 3 : 8)
        writer.element(
          "line", ["class": "\(prefix)-leader", "x1": start, "y1": end.y, "x2": x - 3, "y2": height])
      }
      writer.element(
        "text", ["class": "\(prefix)-name-\(index % PictureStyle.series.count)", "x": x, "y": height + 5],
        text: chart.series[index].name)
    }
  }
}

extension LineChart.Series {
  fileprivate var isSinglePoint: Bool { marks == .points && points.count == 1 }
}
