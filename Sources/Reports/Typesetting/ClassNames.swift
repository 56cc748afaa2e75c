/// The class names that a piece of HTML uses, and each class attribute as a whole.
enum ClassNames {
  static func used(in html: String) -> Set<String> {
    var names: Set<String> = []
    var rest = Substring(html).utf8[...]
    let start = Array("class=\"".utf8)
    while let quote = rest.firstIndex(of: UInt8(ascii: "\"")) {
      let isClass = rest[..<quote].suffix(start.count - 1).elementsEqual(start.dropLast())
      let value = rest[rest.index(after: quote)...]
      guard let end = value.firstIndex(of: UInt8(ascii: "\"")) else { break }
      if isClass {
        let attribute = String(decoding: value[..<end], as: UTF8.self)
        if names.insert(attribute).inserted { names.formUnion(attribute.split(separator: " ").map(String.init)) }
      }
      rest = value[value.index(after: end)...]
    }
    return names
  }
}
