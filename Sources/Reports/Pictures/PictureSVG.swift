package import Results

/// A picture as a drawing in SVG, 640 units wide unless it needs more: with a title and a description, text that is text, no script.
package struct PictureSVG {
  static let width = 640.0

  var picture: Picture
  /// What its identifiers and classes begin with, different for each figure of a page: `fig-3`.
  var prefix: String
  /// In place of the description, where the author gives one.
  var alternative: String?
  /// Of the words that the drawing has of its own, and of its numbers.
  var language: Language

  package init(picture: Picture, prefix: String, alternative: String? = nil, language: Language = .english) {
    self.language = language
    self.picture = picture
    self.prefix = prefix
    self.alternative = alternative
  }

  /// In units of the drawing: what text of the page is large.
  var width: Double { drawing.width }

  /// As part of a page, whose variables give the colours.
  package var inline: String { text(isAlone: false) }

  /// As a file of its own, light or dark by what the reader prefers.
  package var file: String { text(isAlone: true) }

  private func text(isAlone: Bool) -> String {
    let drawing = self.drawing
    // A page has margins of its own.
    let margin = isAlone ? 12.0 : 0
    let (width, height) = (drawing.width + 2 * margin, drawing.height + 2 * margin)
    var writer = SVGWriter(language: language)
    writer.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": prefix,
        "viewBox": "\((-margin).svgText) \((-margin).svgText) \(width.svgText) \(height.svgText)", "width": width,
        "height": height, "role": "img", "aria-labelledby": "\(prefix)-title \(prefix)-desc",
      ])
    writer.element("title", ["id": "\(prefix)-title"], text: picture.title)
    writer.element("desc", ["id": "\(prefix)-desc"], text: alternative ?? picture.description)
    var body = SVGWriter(language: language)
    if isAlone {
      body.element(
        "rect", ["class": "\(prefix)-paper", "x": -margin, "y": -margin, "width": width, "height": height])
    }
    drawing.draw(with: &body, prefix: prefix)
    let rules = PictureStyle.rules(prefix: prefix, for: body.classes)
    writer.style((isAlone ? PictureStyle.variables(prefix: prefix) + "\n" : "") + rules)
    writer.append(body)
    writer.end()
    return writer.text
  }

  private var drawing: any Drawing {
    switch picture.content {
    case .lineChart(let chart): LineChartDrawing(chart)
    case .network(let network): NetworkDiagram(network)
    case .barChart(let chart): BarChartDrawing(chart)
    case .heatMaps(let maps): HeatMapDrawing(maps)
    case .scatter(let plot): ScatterDrawing(plot)
    case .graph(let graph): GraphDiagram(graph)
    }
  }
}

/// A layout, made from data alone, that can be written down.
protocol Drawing {
  var width: Double { get }
  var height: Double { get }
  func draw(with writer: inout SVGWriter, prefix: String)
}

extension Drawing {
  var width: Double { PictureSVG.width }
}
