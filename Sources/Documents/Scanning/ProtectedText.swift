import Diagnostics

/// What cmark reads: the author's file with placeholders for its atoms, and the way back.
struct ProtectedText {
  let source: [UInt8]
  let atoms: [Atom]
  let alphabet: PrivateAlphabet?
  let text: SourceText
  private var map = OffsetMap()

  var bytes: [UInt8] { text.utf8 }

  /// - Parameter start: where the document starts, behind its byte order mark and front matter.
  init(_ source: [UInt8], from start: Int, atoms: [Atom], alphabet: PrivateAlphabet?) {
    self.source = source
    self.atoms = atoms
    self.alphabet = alphabet
    var output: [UInt8] = []
    output.reserveCapacity(source.count - start)
    var map = OffsetMap()

    func copy(_ range: Range<Int>) {
      var lower = range.lowerBound
      // cmark replaces NUL as the specification asks, and would count three bytes for it.
      while let nul = source[lower..<range.upperBound].firstIndex(of: 0) {
        map.add(lower..<nul, at: output.count)
        output += source[lower..<nul]
        map.add(nul..<nul + 1, at: output.count)
        output += Array("\u{FFFD}".utf8)
        lower = nul + 1
      }
      map.add(lower..<range.upperBound, at: output.count)
      output += source[lower..<range.upperBound]
    }

    var position = start
    if let alphabet {
      for (number, atom) in atoms.enumerated() {
        copy(position..<atom.range.lowerBound)
        map.add(atom.range, at: output.count)
        output += Array(atom.replacement(alphabet.placeholder(number)).utf8)
        position = atom.range.upperBound
      }
    }
    copy(position..<source.count)
    map.end = (output.count, source.count)
    text = SourceText(utf8: output, name: "")
    self.map = map
  }

  /// The place in the author's file of the byte at `offset`; inside a placeholder, the start of its atom.
  func source(of offset: Int) -> Int { map.source(of: offset) }

  /// As `source(of:)`, but inside a placeholder the end of its atom.
  func sourceEnd(of offset: Int) -> Int { map.sourceEnd(of: offset) }

  /// The text with each placeholder replaced by what the author wrote.
  func restored(_ text: String) -> String {
    pieces(of: text).map { piece in
      switch piece {
      case .words(let words): words
      case .atom(let number): source.string(atoms[number].range)
      }
    }.joined()
  }

  enum Piece {
    case words(String)
    case atom(Int)
  }

  /// The text cut at its placeholders.
  func pieces(of text: String) -> [Piece] {
    guard let alphabet, text.unicodeScalars.contains(alphabet.open) else { return text.isEmpty ? [] : [.words(text)] }
    var pieces: [Piece] = []
    var words = String.UnicodeScalarView()
    var number: Int?
    for scalar in text.unicodeScalars {
      if scalar == alphabet.open {
        if !words.isEmpty { pieces.append(.words(String(words))) }
        words = String.UnicodeScalarView()
        number = 0
      } else if let value = number {
        if let digit = alphabet.digit(scalar) {
          number = value * 10 + digit
        } else {
          if value < atoms.count { pieces.append(.atom(value)) }
          number = nil
        }
      } else {
        words.append(scalar)
      }
    }
    if !words.isEmpty { pieces.append(.words(String(words))) }
    return pieces
  }
}

extension Atom {
  fileprivate func replacement(_ placeholder: String) -> String {
    switch kind {
    // As wide as the indentation of the lines that belong to a footnote.
    case .footnoteDefinition: "1)  \(placeholder) "
    case .divisionStart, .divisionEnd: "<!--\(placeholder)-->"
    default: placeholder
    }
  }
}
