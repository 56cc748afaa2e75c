/// The characters of placeholders: a block of 256 private-use scalars that the file does not use.
struct PrivateAlphabet {
  let open: Unicode.Scalar
  let close: Unicode.Scalar
  /// Stands before a chunk of words so that nothing in it starts a block.
  let guardian: Unicode.Scalar
  private let zero: UInt32

  /// - Parameter blocks: those that the file uses, as the scalar's value without its last eight bits.
  /// - Returns: nil for a file that uses every private-use block there is.
  init?(avoiding blocks: Set<UInt32>) {
    let candidates = [0xE0..<0xF9, 0xF00..<0x1000, 0x1000..<0x1100].joined()
    guard let block = candidates.lazy.map(UInt32.init).first(where: { !blocks.contains($0) }),
      let open = Unicode.Scalar(block << 8 | 0x01), let close = Unicode.Scalar(block << 8 | 0x02),
      let guardian = Unicode.Scalar(block << 8 | 0x03)
    else { return nil }
    (self.open, self.close, self.guardian) = (open, close, guardian)
    zero = block << 8 | 0x30
  }

  func placeholder(_ number: Int) -> String {
    var scalars = String.UnicodeScalarView([open])
    for digit in String(number).utf8 {
      if let scalar = Unicode.Scalar(zero + UInt32(digit - 0x30)) { scalars.append(scalar) }
    }
    scalars.append(close)
    return String(scalars)
  }

  func digit(_ scalar: Unicode.Scalar) -> Int? {
    scalar.value >= zero && scalar.value < zero + 10 ? Int(scalar.value - zero) : nil
  }

  /// The blocks of private-use scalars in the file, written out or as numeric character references.
  static func blocks(in bytes: [UInt8]) -> Set<UInt32> {
    var blocks: Set<UInt32> = []
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case 0xEE, 0xEF, 0xF3, 0xF4:
        let length = bytes[i] >= 0xF0 ? 4 : 3
        guard i + length <= bytes.count else { return blocks }
        var value = UInt32(bytes[i] & (length == 4 ? 0x07 : 0x0F))
        for byte in bytes[(i + 1)..<(i + length)] { value = value << 6 | UInt32(byte & 0x3F) }
        blocks.insert(value >> 8)
        i += length
      case UInt8(ascii: "&") where bytes.has("&#", at: i):
        if let value = numericReference(bytes, at: i + 2) { blocks.insert(value >> 8) }
        i += 2
      default: i += 1
      }
    }
    return blocks
  }

  private static func numericReference(_ bytes: [UInt8], at start: Int) -> UInt32? {
    let isHexadecimal = start < bytes.count && bytes[start] | 0x20 == UInt8(ascii: "x")
    let digits = bytes[(isHexadecimal ? start + 1 : start)...].prefix(8).prefix { $0.isAlphanumeric }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
  }
}
