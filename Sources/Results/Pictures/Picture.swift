/// Something to look at, as the numbers and names it shows; how it looks is up to the report.
package struct Picture: Sendable, Codable, Equatable {
  package enum Content: Sendable, Codable, Equatable {
    case lineChart(LineChart)
    case network(NetworkDrawing)
    case barChart(BarChart)
    case heatMaps(HeatMaps)
    case scatter(ScatterPlot)
    case graph(GraphDrawing)
  }
  /// What it is called where the author gives no caption: `loss over 500 epochs`.
  package var title: String
  /// What is to be seen, in sentences: ranges, first and last values. For those who cannot see it.
  package var description: String
  package var content: Content

  package init(title: String, description: String, content: Content) {
    self.title = title
    self.description = description
    self.content = content
  }
}
