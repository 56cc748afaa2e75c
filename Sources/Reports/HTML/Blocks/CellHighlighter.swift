/// Tells the words of a cell apart, lightly: by where they stand, not by what they mean.
enum CellHighlighter {
  enum Kind: String {
    /// The word a statement starts with.
    case keyword
    case number, comment, maths, sign
    case plain
  }

  /// The text of a cell, cut into pieces that together are the text.
  static func pieces(of text: String) -> [(kind: Kind, text: Substring)] {
    var result: [(Kind, Substring)] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.startIndex > text.startIndex { result.append((.plain, "\n")) }
      append(piecesOf: line, to: &result)
    }
    return result
  }

  private static func append(piecesOf line: Substring, to result: inout [(Kind, Substring)]) {
    var rest = line
    // An indented line belongs to the statement above it.
    if let first = line.first, first.isLetter {
      var words = rest.prefix { $0.isLetter || $0 == "-" }
      if words == "define" || words == "set" || words == "initialize" || words == "check" {
        let more = rest[words.endIndex...]
        let space = more.prefix { $0 == " " }
        let second = more.dropFirst(space.count).prefix { $0.isLetter }
        if words == "define" || words == "set", !second.isEmpty { words = rest[rest.startIndex..<second.endIndex] }
      }
      result.append((.keyword, words))
      rest = rest[words.endIndex...]
    }
    var isAfterWord = false
    while let first = rest.first {
      let (kind, piece) = piece(of: rest, startingWith: first, isAfterWord: isAfterWord)
      result.append((kind, piece))
      rest = rest[piece.endIndex...]
      isAfterWord = piece.last.map { $0.isLetter || $0 == "_" } ?? false
    }
  }

  private static func piece(
    of rest: Substring, startingWith first: Character, isAfterWord: Bool
  ) -> (Kind, Substring) {
    func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
    if first == "#" { return (.comment, rest) }
    if first == "$" {
      let inner = rest.dropFirst().prefix { $0 != "$" }
      let end = inner.endIndex < rest.endIndex ? rest.index(after: inner.endIndex) : inner.endIndex
      return (.maths, rest[..<end])
    }
    let second = rest.dropFirst().first
    let startsNumber = isDigit(first) || ((first == "." || first == "-" || first == "−") && second.map(isDigit) == true)
    if startsNumber, !isAfterWord {
      var number = rest.prefix(1)
      for index in rest.indices.dropFirst() {
        let character = rest[index]
        let isExponentSign = (character == "-" || character == "+") && (number.last == "e" || number.last == "E")
        guard isDigit(character) || character == "." || character == "e" || character == "E" || isExponentSign else {
          break
        }
        number = rest[..<rest.index(after: index)]
      }
      return (.number, number)
    }
    if "->=|<≤≥[](),:+*/".contains(first) { return (.sign, rest.prefix { "->=|<≤≥[](),:+*/".contains($0) }) }
    if first.isLetter { return (.plain, rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }) }
    return (.plain, rest.prefix(1))
  }
}
