/// A class that stands for one length: `t-3_113` for `top: -3.113em`.
///
/// KaTeX gives nearly every element a length, and the same ones over and over.
package enum LengthClass {
  struct Property: Sendable {
    var letter: Character
    var name: String
    /// As scripts call it: `marginRight`.
    var scriptName: String

    init(_ letter: Character, _ name: String, _ scriptName: String) {
      self.letter = letter
      self.name = name
      self.scriptName = scriptName
    }
  }

  static let properties = [
    Property("h", "height", "height"), Property("t", "top", "top"), Property("v", "vertical-align", "verticalAlign"),
    Property("r", "margin-right", "marginRight"), Property("l", "margin-left", "marginLeft"),
    Property("w", "width", "width"), Property("m", "min-width", "minWidth"),
    Property("b", "border-bottom-width", "borderBottomWidth"), Property("p", "padding-left", "paddingLeft"),
  ]

  /// The rule of a class; nil where it stands for no length.
  ///
  /// It takes precedence over all others, as a `style` would.
  package static func rule(for name: some StringProtocol) -> String? {
    guard let first = name.first, let property = properties.first(where: { $0.letter == first }) else { return nil }
    let number = name.utf8.dropFirst()
    let digits = number.first == UInt8(ascii: "-") ? number.dropFirst() : number
    let isNumber = digits.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
    guard !digits.isEmpty, isNumber else { return nil }
    let value = String(decoding: number.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
    return ".katex .\(name){\(property.name):\(value)em!important}\n"
  }
}
