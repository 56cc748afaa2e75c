extension SpecCase {
  /// The notebook of the case, as bytes.
  ///
  /// In a block `notebook escaped`, `\x{FF}` is one byte, and `\x{20*9000}` the byte 0x20 nine thousand times: for what
  /// a document in UTF-8 cannot hold, or should not.
  package var notebook: [UInt8]? {
    if let plain = text("notebook") { return Array(plain.utf8) }
    return text("notebook escaped").map(Self.unescaped)
  }

  private static func unescaped(_ text: String) -> [UInt8] {
    let opening = Array("\\x{".utf8)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index...].starts(with: opening), let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let parts = bytes[index + 3..<end].split(separator: UInt8(ascii: "*")).map { String(decoding: $0, as: UTF8.self) }
      let byte = parts.first.flatMap { UInt8($0, radix: 16) } ?? 0
      let count = parts.dropFirst().first.flatMap { Int($0) } ?? 1
      result += repeatElement(byte, count: count)
      index = end + 1
    }
    return result
  }
}
