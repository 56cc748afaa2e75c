import Reports
import Results
import Testing

/// What holds of every drawing, whatever it shows.
@Suite struct PictureLayoutTests {
  private static func matrix(_ rows: Int, _ columns: Int, _ value: (Int, Int) -> Double) -> NamedArray {
    NamedArray(
      title: "layer \(rows)", rowHeading: "to", rows: (1...rows).map { "unit \($0)" }, columnHeading: "from",
      columns: (1...columns).map { "x\($0)" },
      values: (0..<rows).map { row in (0..<columns).map { value(row, $0) } })
  }

  private static func network(_ widths: [Int], weights: Bool, numbers: Bool) -> Picture.Content {
    var drawing = NetworkDrawing(
      layers: widths.enumerated().map { layer, units in
        var drawn = NetworkDrawing.Layer(
          "layer\(layer)", activation: layer == 0 ? nil : "tanh", units: (1...units).map { "u\($0)" },
          weights: layer == 0
            ? [] : (0..<units).map { to in (0..<widths[layer - 1]).map { Double(to - $0) / 3 } },
          biases: layer == 0 ? nil : Array(repeating: -0.125, count: units))
        if numbers {
          drawn.activations = (0..<units).map { 0.125 * Double($0) }
          if layer > 0 { drawn.errors = (0..<units).map { -0.0125 * Double($0) } }
        }
        return drawn
      })
    drawing.showsWeights = weights
    return .network(drawing)
  }

  private static func curves(_ count: Int, scale: LineChart.Scale, marks: LineChart.Marks) -> Picture.Content {
    .lineChart(
      LineChart(
        horizontal: LineChart.Axis("epoch", counts: true), vertical: LineChart.Axis("loss", scale: scale),
        series: (0..<count).map { number in
          LineChart.Series(
            "curve \(number)", points: (0...20).map { LineChart.Point(Double($0), 1 / Double(1 + $0 * (number + 1))) },
            marks: marks)
        }))
  }

  private static func plane(_ classes: Int, _ points: Int, named: Bool) -> Picture.Content {
    let size = 9
    let margins = (0..<classes).map { kind in
      (0..<(size * size)).map { Double(($0 * (kind + 3)) % 7) - 3 }
    }
    return .scatter(
      ScatterPlot(
        horizontal: "x1", vertical: "x2", classes: (1...classes).map { "class \($0)" },
        points: (0..<points).map {
          ScatterPlot.Point(
            Double($0 * 37 % 23) / 10, Double($0 * 17 % 29) / 10, kind: $0 % classes, name: named ? "\($0)" : nil,
            isMisplaced: $0 == 0)
        },
        regions: named
          ? nil
          : ScatterPlot.Regions(left: 0, right: 2.3, bottom: 0, top: 2.9, columns: size, rows: size, margins: margins)))
  }

  /// A computation in which each number is made of two before it.
  private static func graph(_ count: Int, gradients: Bool) -> Picture.Content {
    .graph(
      GraphDrawing(
        nodes: (0..<count).map { place in
          GraphDrawing.Node(
            place < 6 ? "w\(place)" : "sigmoid a\(place)", place < 6 ? .parameter : .operation,
            value: 0.123 * Double(place), gradient: gradients ? -0.000456 * Double(place) : nil,
            operands: place < 6 ? [] : [place - 6 + place % 3, place - 3 + place % 2])
        }))
  }

  private static let contents: [(name: String, content: Picture.Content)] = [
    ("network", network([2, 3, 1], weights: true, numbers: false)),
    ("wide network", network([12, 9, 3, 9, 12], weights: false, numbers: false)),
    ("network with activations", network([2, 2, 2], weights: false, numbers: true)),
    ("network with many activations", network([8, 3, 8], weights: false, numbers: true)),
    ("one curve", curves(1, scale: .linear, marks: .line)), ("six curves", curves(6, scale: .linear, marks: .line)),
    ("six on a log scale", curves(6, scale: .logarithmic, marks: .linkedPoints)),
    ("thirty curves", curves(30, scale: .logarithmic, marks: .line)),
    (
      "names on an axis",
      .lineChart(
        LineChart(
          horizontal: LineChart.Axis(
            "optimizer", names: ["gradient descent", "momentum", "nesterov", "adagrad", "adam"]),
          vertical: LineChart.Axis("loss"),
          series: [LineChart.Series("loss", points: (0..<5).map { .init(Double($0), 0.1) }, marks: .points)]))
    ),
    (
      "bars",
      .barChart(
        BarChart(
          heading: "layer", axis: LineChart.Axis("norm", scale: .logarithmic),
          bars: (1...9).map { BarChart.Bar("hidden\($0)", 1 / Double(1 << (3 * $0))) }))
    ),
    (
      "bars to both sides",
      .barChart(
        BarChart(
          heading: "layer", axis: LineChart.Axis("slope"),
          bars: [BarChart.Bar("a", -1.25), BarChart.Bar("a longer name", 0), BarChart.Bar("c", 2)]))
    ),
    (
      "small matrices",
      .heatMaps(
        HeatMaps(
          maps: [matrix(3, 2) { Double($0 - $1) }, matrix(1, 3) { Double($0 + $1) }], scale: .diverging,
          measure: "weight"))
    ),
    (
      "large matrix",
      .heatMaps(
        HeatMaps(maps: [matrix(60, 100) { Double($0 * $1 % 7) / 3 }], scale: .sequential, measure: "activation"))
    ),
    (
      "codes",
      .heatMaps(HeatMaps(maps: [matrix(8, 3) { Double($0 >> $1 & 1) }], scale: .sequential, measure: "activation"))
    ),
    ("two classes", plane(2, 60, named: false)), ("eight classes", plane(8, 60, named: false)),
    ("named points", plane(1, 12, named: true)),
    ("graph", graph(14, gradients: true)), ("large graph", graph(60, gradients: false)),
  ]

  @Test(arguments: contents.map(\.name)) func `keeps everything inside, and words apart`(name: String) throws {
    let content = try #require(Self.contents.first { $0.name == name }).content
    let picture = PictureSVG(picture: Picture(title: "t", description: "d", content: content), prefix: "fig-1")
    let elements = DrawnElements(picture.file)
    #expect(elements.outside.isEmpty, "\(elements.outside)")
    #expect(elements.overlappingTexts.isEmpty, "\(elements.overlappingTexts)")
    #expect(!elements.texts.isEmpty)
    #expect(picture.file == picture.file && SVGFilter.harmless(picture.file) != nil)
    let names = picture.inline.matches(of: /(?:class|id)="([^"]*)"/).flatMap { $0.1.split(separator: " ") }
    #expect(names.allSatisfy { $0.hasPrefix("fig-1") })
  }

  /// Phones show a drawing at half its size, in larger letters.
  @Test(arguments: contents.map(\.name)) func `keeps the larger letters of phones apart`(name: String) throws {
    let content = try #require(Self.contents.first { $0.name == name }).content
    let picture = PictureSVG(picture: Picture(title: "t", description: "d", content: content), prefix: "fig-1")
    let elements = DrawnElements(picture.file, letter: 0.5, size: 19)
    #expect(elements.overlappingTexts.isEmpty, "\(elements.overlappingTexts)")
  }
}
