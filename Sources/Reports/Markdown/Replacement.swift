import Diagnostics

/// A change to the author's file: these bytes become that text.
struct Replacement: Hashable {
  var span: SourceSpan
  var text: String
}

extension [Replacement] {
  /// The file with the changes made. Every byte outside them is the author's.
  ///
  /// Of two that overlap, the one that starts first stands; of two at one place, insertions stand before a
  /// replacement, in the order given.
  func applied(to source: SourceText) -> String {
    let order = enumerated().sorted { a, b in
      (a.element.span.lower, a.element.span.upper, a.offset) < (b.element.span.lower, b.element.span.upper, b.offset)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.utf8.count)
    var position = 0
    for (_, replacement) in order
    where replacement.span.lower >= position && replacement.span.upper <= source.utf8.count {
      bytes += source.utf8[position..<replacement.span.lower]
      bytes += replacement.text.utf8
      position = replacement.span.upper
    }
    bytes += source.utf8[position...]
    return String(decoding: bytes, as: UTF8.self)
  }
}
