/// The class names that formulas use, and each class attribute as a whole.
struct ClassNames {
  /// Without the classes that stand for lengths.
  private(set) var names: Set<Substring> = []
  /// In the order of the alphabet.
  let lengths: [Substring]

  init(_ attributes: some Sequence<Substring>) {
    var lengths: Set<Substring> = []
    for attribute in attributes {
      // Lengths stand last.
      let parts = attribute.split(separator: " ")
      let plain = parts.prefix { LengthClass.rule(for: $0) == nil }
      lengths.formUnion(parts[plain.endIndex...])
      names.formUnion(plain)
      if let first = plain.first, let last = plain.last { names.insert(attribute[first.startIndex..<last.endIndex]) }
    }
    self.lengths = lengths.sorted()
  }

  func contains(_ name: some StringProtocol) -> Bool { names.contains(Substring(name)) }

  /// The values of all `class` attributes, each once, in the order of the alphabet.
  static func attributes(in html: String) -> [String] {
    var found: Set<[UInt8]> = []
    let start = Array(" class=\"".utf8)
    var rest = Array(html.utf8)[...]
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      let isClass = rest[...quote].suffix(start.count).elementsEqual(start)
      let value = rest[(quote + 1)...]
      guard let end = value.firstIndex(of: UInt8(ascii: "\"")) else { break }
      if isClass { found.insert(Array(value[..<end])) }
      rest = value[(end + 1)...]
    }
    return found.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }
}
