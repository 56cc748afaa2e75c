/// 128 bits that tell texts apart: FNV-1a twice, from two starting values, over eight bytes at a time. No protection
/// against forgery, which a folder of the user's own does not need.
struct Checksum {
  private var first: UInt64 = 0xcbf2_9ce4_8422_2325
  private var second: UInt64 = 0x6c62_272e_07bb_0142

  init(_ bytes: some Collection<UInt8>) {
    let isContiguous = bytes.withContiguousStorageIfAvailable { add(UnsafeRawBufferPointer($0)) } != nil
    if !isContiguous { Array(bytes).withUnsafeBytes { add($0) } }
    add(UInt64(bytes.count))
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer) {
    let words = bytes.count / 8
    for word in 0..<words { add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * word, as: UInt64.self))) }
    for byte in bytes[(8 * words)...] { add(UInt64(byte)) }
  }

  private mutating func add(_ word: UInt64) {
    first = (first ^ word) &* 0x100_0000_01b3
    first ^= first >> 32
    second = (second ^ word) &* 0x9e37_79b9_7f4a_7c15
    second ^= second >> 29
  }

  /// 32 hexadecimal digits.
  var text: String {
    [first, second].map { value in
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
