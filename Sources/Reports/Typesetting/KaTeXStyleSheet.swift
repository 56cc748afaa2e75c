/// KaTeX's own style sheet, cut down to the rules and fonts that a page uses, with a rule for each length.
enum KaTeXStyleSheet {
  /// - Parameter font: the bytes of a font file by its name
  /// - Returns: the rules whose classes occur, and the faces that they ask for, as data
  static func reduced(_ sheet: String, to classes: ClassNames, font: (String) -> [UInt8]?) -> String {
    let faces = KaTeXFace.used(by: classes)
    var result = ""
    for rule in rules(of: sheet) {
      if rule.selector == "@font-face" {
        guard let face = faces.first(where: { rule.body.contains($0.fileName) }), let bytes = font(face.fileName) else {
          continue
        }
        result += face.rule(Base64.text(bytes))
      } else if !rule.selector.hasPrefix("@") {
        let selectors = alternatives(rule.selector).filter { applies($0, to: classes) }
        if !selectors.isEmpty { result += selectors.joined(separator: ",") + "{" + rule.body + "}\n" }
      }
    }
    return result + classes.lengths.compactMap { LengthClass.rule(for: $0) }.joined()
  }

  private static func rules(of sheet: String) -> [(selector: Substring, body: Substring)] {
    var result: [(Substring, Substring)] = []
    var rest = sheet[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }
      let start = rest.utf8[..<open].firstIndex { !isBlank($0) } ?? open
      result.append((rest[start..<open], rest[rest.utf8.index(after: open)..<close]))
      rest = rest[rest.utf8.index(after: close)...]
    }
    return result
  }

  private static func alternatives(_ selector: Substring) -> [Substring] {
    selector.utf8.split(separator: UInt8(ascii: ",")).map { Substring($0) }
  }

  /// Whether a selector, which names elements by their classes, can match.
  private static func applies(_ selector: Substring, to classes: ClassNames) -> Bool {
    selector.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).dropFirst().allSatisfy { part in
      let name = part.prefix { byte in
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "_")
      }
      return classes.contains(Substring(name))
    }
  }
}
