/// RFC 4648, section 4.
enum Base64 {
  static func text(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var i = 0
    while i < bytes.count {
      let count = min(3, bytes.count - i)
      let second = count > 1 ? UInt32(bytes[i + 1]) : 0
      let third = count > 2 ? UInt32(bytes[i + 2]) : 0
      let group = UInt32(bytes[i]) << 16 | second << 8 | third
      for place in 0..<4 {
        result.append(place <= count ? letters[Int(group >> (18 - 6 * UInt32(place)) & 63)] : UInt8(ascii: "="))
      }
      i += 3
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
