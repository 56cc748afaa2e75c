import FoundationEssentials

/// Formulas that were set before, a file each, for all notebooks of a user.
///
/// A file is named by a hash of what it answers: the typesetter's own text, display or not, and the formula. It holds
/// all that in full, and a checksum of the answer; a file that is for something else, or cut short, answers nothing. Files
/// come into place as a whole, so that runs side by side can share the folder, and can be deleted at any time.
struct FormulaCache {
  private let directory: String
  private let engine: String

  /// - Parameter engine: the texts of everything that decides how a formula is set
  init(directory: String, engine: [String]) {
    self.directory = directory
    self.engine = engine.map { Checksum($0.utf8).text }.joined()
  }

  /// nil where it was not set before.
  func html(for tex: String, display: Bool) -> String? {
    let key = key(for: tex, display: display)
    guard let data = FileManager.default.contents(atPath: path(for: key)) else { return nil }
    let bytes = Array(data)
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let start = end + 1 + key.count
    guard start <= bytes.count, bytes[(end + 1)..<start].elementsEqual(key) else { return nil }
    let answer = bytes[start...]
    return bytes[..<end].elementsEqual(Self.head(of: answer).utf8) ? String(decoding: answer, as: UTF8.self) : nil
  }

  /// Where the file cannot be written, the formula is set anew the next time.
  func keep(_ html: String, for tex: String, display: Bool) {
    let key = key(for: tex, display: display)
    let path = URL(filePath: path(for: key))
    try? FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
    let answer = Array(html.utf8)
    try? Data(Array("\(Self.head(of: answer[...]))\n".utf8) + key + answer).write(to: path, options: .atomic)
  }

  private func key(for tex: String, display: Bool) -> [UInt8] {
    Array("\(engine)\n\(display ? "display" : "inline")\n\(tex)\n".utf8)
  }

  private func path(for key: [UInt8]) -> String {
    let name = Checksum(key).text
    return "\(directory)/\(name.prefix(2))/\(name.dropFirst(2))"
  }

  private static func head(of answer: ArraySlice<UInt8>) -> String {
    "nabla formula 1 \(answer.count) \(Checksum(answer).text)"
  }
}

/// 128 bits that tell texts apart: FNV-1a twice, from two starting values. No protection against forgery, which a folder
/// of the user's own does not need.
struct Checksum {
  private var first: UInt64 = 0xcbf2_9ce4_8422_2325
  private var second: UInt64 = 0x6c62_272e_07bb_0142

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
      second = (second ^ UInt64(byte)) &* 0x100_0000_01b3
      second ^= second >> 29
    }
  }

  /// 32 hexadecimal digits.
  var text: String {
    [first, second].map { value in
      let digits = String(value, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
