/// What a drawing holds, read back from its SVG: where its texts, boxes and circles are.
struct DrawnElements {
  struct Box {
    var (left, right, top, bottom): (Double, Double, Double, Double)
    var words: String

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func contains(_ other: Box) -> Bool {
      left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom
    }
  }

  private(set) var view = Box(left: 0, right: 0, top: 0, bottom: 0, words: "view box")
  private(set) var texts: [Box] = []
  private(set) var rectangles: [Box] = []
  private(set) var circles: [Box] = []

  /// - Parameters:
  ///   - letter: the mean width of a letter, as a part of its size: 0.55 is that of common sans faces
  ///   - size: of the letters; on phones a drawing has letters of 19 units
  init(_ svg: String, letter: Double = 0.5, size: Double = 15) {
    if let frame = svg.firstMatch(of: /viewBox="(\S+) (\S+) (\S+) (\S+)"/) {
      let (x, y) = (Double(frame.1) ?? 0, Double(frame.2) ?? 0)
      view = Box(
        left: x, right: x + (Double(frame.3) ?? 0), top: y, bottom: y + (Double(frame.4) ?? 0), words: "view box")
    }
    for match in svg.matches(of: /<(text|rect|circle) ([^>]*?)\/?>(?:(.*?)<\/text>)?/) {
      let attributes = " " + match.2
      func number(_ name: String) -> Double {
        attributes.firstRange(of: " \(name)=\"").flatMap { range in
          Double(attributes[range.upperBound...].prefix { $0 != "\"" })
        } ?? 0
      }
      switch match.1 {
      case "text":
        let words = (match.3.map(String.init) ?? "").replacing(/<[^>]*>/, with: "").replacing(/&[a-z]+;/, with: "x")
        let width = Double(words.count) * letter * size
        let (x, y) = (number("x"), number("y"))
        let left = attributes.contains("\"middle\"") ? x - width / 2 : attributes.contains("\"end\"") ? x - width : x
        texts.append(Box(left: left, right: left + width, top: y - 0.7 * size, bottom: y + 0.2 * size, words: words))
      case "rect":
        guard !attributes.contains("-paper") else { continue }
        rectangles.append(
          Box(
            left: number("x"), right: number("x") + number("width"), top: number("y"),
            bottom: number("y") + number("height"), words: "rect"))
      default:
        let (x, y, r) = (number("cx"), number("cy"), number("r"))
        circles.append(Box(left: x - r, right: x + r, top: y - r, bottom: y + r, words: "circle"))
      }
    }
  }

  /// Pairs of texts that cover each other.
  var overlappingTexts: [String] {
    texts.indices.flatMap { first in
      texts.indices.dropFirst(first + 1).filter { texts[first].overlaps(texts[$0]) }
        .map { "\(texts[first].words) | \(texts[$0].words)" }
    }
  }

  /// What reaches out of the drawing.
  var outside: [String] { (texts + rectangles + circles).filter { !view.contains($0) }.map(\.words) }
}
