/// KaTeX's own style sheet, cut down to the rules and fonts that a page uses.
enum KaTeXStyleSheet {
  /// - Parameter font: the bytes of a font file by its name
  /// - Returns: the rules whose classes occur, and the faces that they ask for, as data
  static func reduced(_ sheet: String, to classes: Set<String>, font: (String) -> [UInt8]?) -> String {
    let faces = KaTeXFace.used(by: classes)
    var result = ""
    for rule in rules(of: sheet) {
      if rule.selector == "@font-face" {
        guard let face = faces.first(where: { rule.body.contains($0.fileName) }), let bytes = font(face.fileName) else {
          continue
        }
        result += face.rule(Base64.text(bytes))
      } else if !rule.selector.hasPrefix("@"), applies(rule.selector, to: classes) {
        result += rule.selector + "{" + rule.body + "}\n"
      }
    }
    return result
  }

  private static func rules(of sheet: String) -> [(selector: String, body: String)] {
    var result: [(String, String)] = []
    var rest = sheet[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let selector = rest[..<open].split { $0.isWhitespace }.joined(separator: " ")
      result.append((selector, String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    return result
  }

  /// Whether one of the selectors, which name elements by their classes, can match.
  private static func applies(_ selector: String, to classes: Set<String>) -> Bool {
    selector.split(separator: ",").contains { alternative in
      alternative.split(separator: ".", omittingEmptySubsequences: false).dropFirst().allSatisfy { part in
        classes.contains(String(part.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }))
      }
    }
  }
}
