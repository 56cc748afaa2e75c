/// What an attribute of a drawing can hold.
package protocol SVGValue {
  var svgText: String { get }
}

extension String: SVGValue { package var svgText: String { self } }
extension Int: SVGValue { package var svgText: String { String(self) } }
extension Double: SVGValue {
  /// With at most two decimals, finer than any screen shows, and no zeros at the end: `12`, `0.5`, `-3.25`.
  package var svgText: String {
    // Nothing is drawn so far out, and nothing has no place at all.
    let scaled = (isNaN ? 0 : Swift.min(Swift.max(self, -1e6), 1e6) * 100).rounded()
    let hundredths = Int(scaled.magnitude)
    var text = (scaled < 0 ? "-" : "") + String(hundredths / 100)
    switch (hundredths / 10 % 10, hundredths % 10) {
    case (0, 0): break
    case (let tenth, 0): text += ".\(tenth)"
    case (let tenth, let hundredth): text += ".\(tenth)\(hundredth)"
    }
    return text
  }
}

/// Writes the elements of a drawing, an element per line.
///
/// Attributes keep the order they are given in, and numbers are formatted here alone: the same drawing is the same bytes
/// on every machine.
package struct SVGWriter {
  package private(set) var text = ""
  /// The classes of the elements so far.
  private(set) var classes: Set<Substring> = []
  private var open: [String] = []

  /// Of the numbers in texts, which drawings write with a point.
  let language: Language

  package init(language: Language = .english) { self.language = language }

  package mutating func element(_ name: String, _ attributes: KeyValuePairs<String, any SVGValue>) {
    text += tag(name, attributes) + "/>\n"
  }

  /// An element that holds text, which is escaped.
  package mutating func element(_ name: String, _ attributes: KeyValuePairs<String, any SVGValue>, text content: String)
  {
    text += tag(name, attributes) + ">\(shown(content))</\(name)>\n"
  }

  /// An element of which one piece of text is raised, as an exponent is.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, any SVGValue>, text content: String, raised: String,
    _ raisedAttributes: KeyValuePairs<String, any SVGValue>
  ) {
    text += tag(name, attributes) + ">\(shown(content))"
    text += tag("tspan", raisedAttributes) + ">\(shown(raised))</tspan></\(name)>\n"
  }

  private func shown(_ text: String) -> String { HTMLEscaping.text(language.localized(text)) }

  /// An element that holds what is written until it is closed.
  package mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, any SVGValue>) {
    text += tag(name, attributes) + ">\n"
    open.append(name)
  }

  package mutating func end() {
    guard let name = open.popLast() else { return }
    text += "</\(name)>\n"
  }

  /// What another has written.
  mutating func append(_ other: SVGWriter) {
    text += other.text
    classes.formUnion(other.classes)
  }

  /// Rules of style; they hold nothing that needs an escape.
  package mutating func style(_ rules: String) { text += "<style>\n\(rules)\n</style>\n" }

  private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, any SVGValue>) -> String {
    if let names = attributes.first(where: { $0.key == "class" })?.value.svgText {
      classes.formUnion(names.split(separator: " "))
    }
    return "<" + name + attributes.map { " \($0.key)=\"\(HTMLEscaping.text($0.value.svgText))\"" }.joined()
  }
}
