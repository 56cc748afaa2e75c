import Diagnostics
import Directives
import Documents

/// Everything that can be broken in a notebook, one thing at a time.
struct Breaking {
  let text: [UInt8]
  let document: Document
  private(set) var breakages: [Breakage] = []
  private var numbers: SeededNumbers

  init(_ source: SourceText, seed: UInt64) {
    text = source.utf8
    document = Document.parsing(source).value
    numbers = SeededNumbers(seed: seed)
    for part in document.parts {
      switch part {
      case .cell(let cell, let span): breakCell(cell, span)
      case .value(let value): breakValue(value)
      case .display: break
      }
    }
    breakFrontMatter()
    breakLabels()
    breakPaths()
  }

  private mutating func add(_ part: Breakage.Part, _ edit: Edit, in place: Range<Int>) {
    var breakage = Breakage(part, edit, of: text, in: place)
    let isInFormula = !text[place.lowerBound..<max(place.lowerBound, edit.range.lowerBound)].count { $0 == 0x24 }
      .isMultiple(of: 2)
    breakage.isVisible =
      isInFormula || ["print ", "expect ", "`"].contains { text[place].starts(with: Array($0.utf8)) }
    breakages.append(breakage)
  }

  // MARK: Cells

  private mutating func breakCell(_ cell: Cell, _ span: SourceSpan) {
    let opening = span.lower..<lineEnd(span.lower)
    let closing = lineStart(span.upper - 1)..<span.upper
    for (fence, name) in [(opening.lowerBound..<opening.lowerBound + 3, "opening"), (closing, "closing")] {
      add(.fence, Edit(range: fence, replacement: "``", what: "\(name) fence"), in: opening)
      add(.fence, Edit(range: fence, replacement: "", what: "\(name) fence"), in: opening)
    }
    let mark = opening.lowerBound + 3..<opening.upperBound
    for other in [
      "{nabla", "nabla}", "{Nabla}", "{nabla }", "{nable}", "{ nabla}", "{nabla}}", "{{nabla}", "{nabla} train",
    ] {
      add(.fence, Edit(range: mark, replacement: other, what: "mark"), in: opening)
    }
    let statements = statements(of: span)
    for statement in statements { breakStatement(statement) }
    if let last = statements.last {
      add(.fence, Edit(range: last.upperBound..<last.upperBound + 1, replacement: " ", what: "line break"), in: opening)
    }
  }

  /// The lines of each statement of the cell at `span`.
  private func statements(of span: SourceSpan) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = lineEnd(span.lower) + 1
    while start < lineStart(span.upper - 1) {
      let end = lineEnd(start)
      if text[start] == 0x20, let last = found.indices.last {
        found[last] = found[last].lowerBound..<end
      } else if end > start {
        found.append(start..<end)
      }
      start = end + 1
    }
    return found
  }

  private mutating func breakStatement(_ statement: Range<Int>) {
    for piece in pieces(in: statement) { breakPiece(piece, in: statement) }
    var index = statement.lowerBound
    while index < statement.upperBound {
      if text[index] == 0x0A {
        add(.layout, Edit(range: index..<index + 1, replacement: " ", what: "line break"), in: statement)
        let blanks = text[(index + 1)...].prefix { $0 == 0x20 }.count
        add(.layout, Edit(range: index + 1..<index + 1 + blanks, replacement: "", what: "indentation"), in: statement)
      }
      index += 1
    }
    if !text[(statement.upperBound + 1)...].starts(with: Array("```".utf8)) {
      add(
        .layout,
        Edit(range: statement.upperBound..<statement.upperBound + 1, replacement: " ", what: "end of statement"),
        in: statement)
    }
  }

  private mutating func breakValue(_ value: InlineValue) {
    let inner = value.text.span.range
    // `{nabla} …` with its backticks and the mark, and the word behind it.
    guard let mark = text[..<inner.lowerBound].lastIndex(of: UInt8(ascii: "{")), mark > 0 else { return }
    let whole = mark - 1..<inner.upperBound + 3
    for piece in pieces(in: inner) { breakPiece(piece, in: whole) }
    for edit in [
      Edit(range: mark..<mark + 1, replacement: "", what: "opening brace"),
      Edit(range: mark + 6..<mark + 7, replacement: "", what: "closing brace"),
      Edit(range: mark - 1..<mark, replacement: "", what: "opening backtick"),
      Edit(range: inner.upperBound..<inner.upperBound + 1, replacement: "", what: "closing backtick"),
      Edit(range: mark + 1..<mark + 6, replacement: "nable", what: "mark"),
    ] {
      add(.fence, edit, in: whole)
    }
  }

  // MARK: Pieces of a statement

  private enum Piece {
    case word(Range<Int>)
    case number(Range<Int>)
    case sign(Range<Int>)
  }

  private func pieces(in range: Range<Int>) -> [Piece] {
    var found: [Piece] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let start = index
      let byte = text[index]
      index += 1
      if isLetter(byte) || byte == UInt8(ascii: "\\") {
        while index < range.upperBound, isLetter(text[index]) { index += 1 }
        found.append(.word(start..<index))
      } else if isDigit(byte) || byte == UInt8(ascii: ".") && index < range.upperBound && isDigit(text[index]) {
        while index < range.upperBound, isDigit(text[index]) || text[index] == UInt8(ascii: ".") { index += 1 }
        found.append(.number(start..<index))
      } else if byte == UInt8(ascii: "-"), index < range.upperBound, text[index] == UInt8(ascii: ">") {
        index += 1
        found.append(.sign(start..<index))
      } else if byte != 0x20, byte != 0x0A {
        while index < range.upperBound, text[index] & 0xC0 == 0x80 { index += 1 }
        found.append(.sign(start..<index))
      }
    }
    return found
  }

  private mutating func breakPiece(_ piece: Piece, in place: Range<Int>) {
    switch piece {
    case .word(let range):
      let word = String(decoding: text[range], as: UTF8.self)
      add(.word, Edit(range: range, replacement: "", what: "dropped"), in: place)
      add(.word, Edit(range: range, replacement: "\(word) \(word)", what: "doubled"), in: place)
      add(.word, Edit(range: range, replacement: misspelt(word), what: "misspelt"), in: place)
    case .number(let range):
      let number = String(decoding: text[range], as: UTF8.self)
      add(.garbledNumber, Edit(range: range, replacement: "", what: "dropped"), in: place)
      add(.garbledNumber, Edit(range: range, replacement: number + ".1.", what: "garbled"), in: place)
      add(.garbledNumber, Edit(range: range, replacement: number + "x", what: "garbled"), in: place)
      add(.number, Edit(range: range, replacement: changed(number), what: "changed"), in: place)
    case .sign(let range):
      let sign = String(decoding: text[range], as: UTF8.self)
      add(.delimiter, Edit(range: range, replacement: "", what: "dropped"), in: place)
      add(.delimiter, Edit(range: range, replacement: sign + sign, what: "doubled"), in: place)
    }
  }

  /// With two letters swapped, or one doubled.
  private mutating func misspelt(_ word: String) -> String {
    var letters = Array(word)
    let place = Int.random(in: 0..<letters.count, using: &numbers)
    if place > 1, letters[place] != letters[place - 1] {
      letters.swapAt(place, place - 1)
    } else {
      letters.insert(letters[place], at: place)
    }
    return String(letters)
  }

  /// One digit replaced by another.
  private mutating func changed(_ number: String) -> String {
    var digits = Array(number)
    let places = digits.indices.filter { digits[$0].isNumber }
    let place = places[Int.random(in: 0..<places.count, using: &numbers)]
    let digit = (digits[place].wholeNumberValue ?? 0) + Int.random(in: 1...8, using: &numbers)
    digits[place] = Character(String(digit % 10))
    return String(digits)
  }

  // MARK: The rest of the document

  private mutating func breakFrontMatter() {
    guard let span = document.frontMatter.span?.range else { return }
    add(.frontMatter, Edit(range: span.lowerBound..<span.lowerBound + 3, replacement: "", what: "dropped"), in: span)
    add(
      .frontMatter, Edit(range: span.lowerBound..<span.lowerBound + 3, replacement: "--", what: "shortened"), in: span)
    for (index, byte) in text.enumerated().filter({ span.contains($0.offset) && "'{}:".utf8.contains($0.element) }) {
      let sign = String(decoding: [byte], as: UTF8.self)
      add(.frontMatter, Edit(range: index..<index + 1, replacement: "", what: "dropped"), in: span)
      add(.frontMatter, Edit(range: index..<index + 1, replacement: sign + sign, what: "doubled"), in: span)
    }
  }

  private mutating func breakLabels() {
    for mark in ["{#", " @"] {
      for start in places(of: mark) {
        let name =
          start + 2..<(text[(start + 2)...].firstIndex { !isLetter($0) && !isDigit($0) && $0 != 0x2D } ?? text.count)
        guard name.count > 3 else { continue }
        let line = lineStart(start)..<lineEnd(start)
        add(.label, Edit(range: name.lowerBound + 1..<name.lowerBound + 2, replacement: "", what: "label"), in: line)
        add(.label, Edit(range: name, replacement: "", what: "label"), in: line)
      }
    }
  }

  private mutating func breakPaths() {
    for start in places(of: "](") {
      let path = start + 2..<(text[start...].firstIndex(of: UInt8(ascii: ")")) ?? text.count)
      add(.path, Edit(range: path.lowerBound..<path.lowerBound + 1, replacement: "", what: "path"), in: path)
      add(.path, Edit(range: path, replacement: "", what: "path"), in: path)
    }
  }

  // MARK: Bytes

  private func places(of mark: String) -> [Int] {
    let wanted = Array(mark.utf8)
    return text.indices.filter { text[$0] == wanted[0] && text[$0...].starts(with: wanted) }
  }

  private func lineStart(_ index: Int) -> Int { (text[..<index].lastIndex(of: 0x0A) ?? -1) + 1 }
  private func lineEnd(_ index: Int) -> Int { text[index...].firstIndex(of: 0x0A) ?? text.count }
  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
