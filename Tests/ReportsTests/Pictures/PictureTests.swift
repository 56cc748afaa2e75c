import Diagnostics
import FoundationEssentials
import Reports
import Results
import Testing

@Suite struct PictureTests {
  private let chart = Picture(
    title: "loss & more", description: "It falls.",
    content: .lineChart(
      LineChart(
        horizontal: LineChart.Axis("epoch", counts: true), vertical: LineChart.Axis("loss", scale: .logarithmic),
        series: [
          LineChart.Series("training", points: (0...8).map { LineChart.Point(Double($0), 1 / Double(1 << (2 * $0))) }),
          LineChart.Series("test <x>", points: [.init(0, 1), .init(2, .nan), .init(4, 0.001), .init(8, 0.00002)]),
        ])))
  private let network = Picture(
    title: "network", description: "Two layers.",
    content: .network(
      NetworkDrawing(
        layers: [
          NetworkDrawing.Layer("input", units: ["x1", "a longer name"]),
          NetworkDrawing.Layer(
            "hidden", activation: "tanh", units: ["1", "2"], weights: [[0.5, -1.25], [0, 2]], biases: [0.1, -0.3]),
          NetworkDrawing.Layer("output", activation: "sigmoid", units: ["y"], weights: [[1, -1]]),
        ], showsWeights: true)))

  @Test func `draws a line chart`() throws {
    try expectSame(PictureSVG(picture: chart, prefix: "fig-3").file, as: "reports/chart.svg")
  }

  @Test func `draws a network`() throws {
    try expectSame(PictureSVG(picture: network, prefix: "fig-4").file, as: "reports/network.svg")
  }

  @Test func `draws the same bytes each time`() {
    for picture in [chart, network] {
      let drawing = PictureSVG(picture: picture, prefix: "fig-1")
      #expect(drawing.file == drawing.file && drawing.inline == drawing.inline)
    }
  }

  @Test func `says what it shows, with names of its own`() {
    let text = PictureSVG(picture: chart, prefix: "fig-3", alternative: "Two <curves>.").inline
    #expect(text.contains(#"role="img" aria-labelledby="fig-3-title fig-3-desc""#))
    #expect(text.contains(#"<title id="fig-3-title">loss &amp; more</title>"#))
    #expect(text.contains(#"<desc id="fig-3-desc">Two &lt;curves&gt;.</desc>"#))
    let names = text.matches(of: /(?:class|id)="([^"]*)"/).flatMap { $0.1.split(separator: " ") }
    #expect(names.allSatisfy { $0.hasPrefix("fig-3") })
  }

  /// What draws nothing has no lines; what is odd is drawn as far as it goes.
  @Test(
    arguments: [
      [], [0], [.nan], [-1, 0], [.infinity, 1], [1e308, -1e308], [.leastNonzeroMagnitude],
    ] as [[Double]])
  func `draws whatever there is`(heights: [Double]) {
    for scale in [LineChart.Scale.linear, .logarithmic] {
      let points = heights.enumerated().map { LineChart.Point(Double($0), $1) }
      let odd = LineChart(
        horizontal: LineChart.Axis("x"), vertical: LineChart.Axis("y", scale: scale),
        series: [LineChart.Series("s", points: points)])
      let text = PictureSVG(
        picture: Picture(title: "t", description: "d", content: .lineChart(odd)), prefix: "fig-1"
      ).file
      #expect(SVGFilter.harmless(text) != nil)
      #expect(!text.contains("nan") && !text.contains("inf"))
    }
  }

  @Test func `draws wide and deep networks in bounds`() {
    let names = (1...1000).map { "unit \($0)" }
    let layers = (0..<40).map { number in
      NetworkDrawing.Layer("a layer with a long name \(number)", activation: "sigmoid", units: names, biases: [.nan])
    }
    let picture = Picture(title: "t", description: "d", content: .network(NetworkDrawing(layers: layers)))
    let text = PictureSVG(picture: picture, prefix: "fig-1").file
    #expect(text.utf8.count < 100_000)
    #expect(
      PictureSVG(
        picture: Picture(title: "t", description: "d", content: .network(NetworkDrawing(layers: []))), prefix: "f"
      ).file.contains("</svg>"))
  }

  // MARK: In reports

  private let markdown = "See @fig-loss.\n\n```{nabla}\n#| label: fig-loss\n#| fig-cap: The loss.\nplot loss\n```\n"

  private var result: NotebookResult {
    NotebookResult(
      notebook: "notebooks/x.md", title: "X",
      cells: [CellResult(index: 0, line: 3, label: "fig-loss", outputs: [.picture(chart)])])
  }

  @Test func `numbers a figure in the page`() {
    let page = main(of: HTMLReport.render(document(reading: markdown), result).value)
    #expect(page.contains(##"<a class="reference" href="#fig-loss">Figure\##u{A0}1</a>"##))
    #expect(
      page.contains(
        #"<figure class="picture" id="fig-loss"><figcaption><span class="number">Figure 1</span> The loss."#))
    #expect(page.ranges(of: #"id="fig-loss""#).count == 1)
    #expect(page.contains(#"<svg xmlns="http://www.w3.org/2000/svg" class="fig-1""#))
  }

  @Test func `writes a file beside the Markdown report`() throws {
    let report = MarkdownReport.render(document(reading: markdown), result, name: "x").value
    #expect(report.pictures.map(\.name) == ["x-fig-loss.svg"])
    #expect(try #require(report.pictures.first).svg.contains("prefers-color-scheme: dark"))
    #expect(report.text.contains("**Figure 1** The loss.\n\n![It falls.](<x-fig-loss.svg>)"))
  }

  @Test func `gives the numbers as JSON`() throws {
    let data = Data(JSONReport.render(result).utf8)
    let output = try #require(try JSONDecoder().decode(Notebook.self, from: data).cells.first?.outputs.first)
    #expect(output.kind == "picture" && output.title == "loss & more" && output.description == "It falls.")
    #expect(output.series.map(\.name) == ["training", "test <x>"])
    #expect(output.series[0].points.count == 9 && output.series[0].points[2] == [2, 0.0625])
  }

  private struct Notebook: Decodable {
    struct Cell: Decodable {
      struct Output: Decodable {
        struct Series: Decodable {
          var name: String
          var points: [[Double?]]
          enum CodingKeys: CodingKey { case name, points }
          init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            name = try values.decode(String.self, forKey: .name)
            // JSON has no word for what is not a number: it is a string, which has no value here.
            points = try values.decode([[Number]].self, forKey: .points).map { $0.map(\.value) }
          }
        }
        var kind, title, description: String
        var series: [Series]
      }
      var outputs: [Output]
    }
    struct Number: Decodable {
      var value: Double?
      init(from decoder: any Decoder) throws { value = try? decoder.singleValueContainer().decode(Double.self) }
    }
    var cells: [Cell]
  }
}
