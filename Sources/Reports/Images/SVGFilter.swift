/// Keeps of a drawing what draws.
///
/// What may stay is listed, so that nothing unknown gets through: no scripts, no event handlers, no foreign content,
/// nothing that leads out of the file.
package enum SVGFilter {
  /// nil where the text is not well-formed XML with an `svg` at its root.
  package static func harmless(_ text: String) -> String? {
    var reader = XMLReader(text)
    var result = ""
    var open: [String] = []
    var dropped: [String] = []
    var hasRoot = false
    while let event = reader.next() {
      switch event {
      case .start(let name, let attributes, let isEmpty):
        if open.isEmpty, dropped.isEmpty {
          guard name == "svg", !hasRoot else { return nil }
          hasRoot = true
        }
        if !dropped.isEmpty || !elements.contains(name) {
          if !isEmpty { dropped.append(name) }
          continue
        }
        result += "<" + name + attributes.filter(isHarmless).map(written).joined() + (isEmpty ? "/>" : ">")
        if !isEmpty { open.append(name) }
      case .end(let name):
        if !dropped.isEmpty {
          guard dropped.popLast() == name else { return nil }
        } else {
          guard open.popLast() == name else { return nil }
          result += "</\(name)>"
        }
      case .text(let text):
        guard dropped.isEmpty, let parent = open.last else { continue }
        if parent == "style", !isHarmlessStyle(text) { continue }
        result += HTMLEscaping.text(text)
      }
    }
    return reader.isWellFormed && hasRoot && open.isEmpty && dropped.isEmpty ? result : nil
  }

  private static func written(_ attribute: XMLEvent.Attribute) -> String {
    " \(attribute.name)=\"\(HTMLEscaping.text(attribute.value))\""
  }

  private static func isHarmless(_ attribute: XMLEvent.Attribute) -> Bool {
    let name = attribute.name.lowercased()
    if name.hasPrefix("on") { return false }
    if name == "href" || name.hasSuffix(":href") {
      let isPicture = ["png", "jpeg", "gif", "webp"].contains { attribute.value.hasPrefix("data:image/\($0);base64,") }
      return attribute.value.hasPrefix("#") || isPicture
    }
    // A namespace is a name that looks like a URL; nothing is fetched from it.
    return name == "xmlns" || name.hasPrefix("xmlns:") || isHarmlessStyle(attribute.value)
  }

  /// Whether a style, or any value, fetches nothing: each `url(` leads into the file, and no escape can hide another.
  private static func isHarmlessStyle(_ text: String) -> Bool {
    let style = text.lowercased()
    if ["@import", "\\", "javascript:", "expression(", "image-set(", "src("].contains(where: style.contains) {
      return false
    }
    return style.ranges(of: "url(").allSatisfy { range in
      style[range.upperBound...].first { !$0.isWhitespace && $0 != "\"" && $0 != "'" } == "#"
    }
  }

  private static let elements: Set = [
    "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath", "defs",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker", "use", "symbol", "title",
    "desc",
    "style", "image", "switch", "filter", "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite",
    "feConvolveMatrix", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur",
    "feMerge", "feMergeNode", "feMorphology", "feOffset", "feTile", "feTurbulence",
  ]
}
