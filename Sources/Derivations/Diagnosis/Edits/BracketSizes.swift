/// Commands that say how large a bracket is, which nothing may be put behind.
extension EditGenerator {
  /// Before the command that says how large the bracket at a place is: `\Big(`.
  func beforeSize(of place: Int) -> Int {
    let brackets = [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "\\")]
    guard place < text.count, place > 3, brackets.contains(text[place]) else { return place }
    var end = place
    while end > 0, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    var start = end
    while start > 0, text[start - 1] | 0x20 >= UInt8(ascii: "a"), text[start - 1] | 0x20 <= UInt8(ascii: "z") {
      start -= 1
    }
    guard start > 0, start < end, text[start - 1] == UInt8(ascii: "\\") else { return place }
    let name = String(decoding: text[start..<end], as: UTF8.self)
    return Self.sizes.contains(name) ? start - 1 : place
  }

  private static let sizes: Set<String> = [
    "big", "Big", "bigg", "Bigg", "bigl", "Bigl", "biggl", "Biggl", "left",
  ]
}
