import TeXMath

/// A display as its author wrote it, with macros, beside the formula without them in which changes are made.
struct AuthoredSpelling {
  let tex: String
  /// Where the pieces of the formula without macros stand in it; nil where it has no macros.
  let places: MacroPlaces?
  /// What a macro stands for, and how the author writes that; the longest first.
  private let uses: [(expansion: [String], written: String)]

  init(_ tex: String, places: MacroPlaces?, macros: MacroTable) {
    (self.tex, self.places) = (tex, places)
    var uses: [(expansion: [String], written: String)] = []
    func note(_ written: String) {
      var table = macros
      let expansion = Lexeme.scan(TeXFormula.expandingWithPlaces(written, macros: &table).text)
        .filter { $0.kind != .space }.map(\.text)
      // What has no letter is a matter of space or size.
      guard expansion.contains(where: { $0.contains(where: \.isLetter) }), expansion != [written],
        !uses.contains(where: { $0.expansion == expansion })
      else { return }
      uses.append((expansion, written))
    }
    let bytes = Array(tex.utf8)
    var table = macros
    for call in table.expanding(Lexeme.scan(tex)).calls {
      note(String(decoding: bytes[call.clamped(to: 0..<bytes.count)], as: UTF8.self))
    }
    // What the display writes out is no macro there.
    let written = Lexeme.scan(tex).filter { $0.kind != .space }.map(\.text)
    for name in macros.constants where !written.contains(name) {
      var table = macros
      let expansion = TeXFormula.expanding(name, macros: &table)
      var none = MacroTable()
      let symbol = PlainNodes.plain(TeXFormula.reading(expansion, macros: &none).nodes)
      guard symbol.count == 1, symbol[0].isSymbolLetter else { continue }
      // Symbols of the notation are without what only changes their looks.
      for form in [expansion, symbol[0].key] {
        let lexemes = Lexeme.scan(form).filter { $0.kind != .space }.map(\.text)
        guard !written.ranges(of: lexemes).contains(where: { !$0.isEmpty }), lexemes != [name],
          !uses.contains(where: { $0.expansion == lexemes })
        else { continue }
        uses.append((lexemes, name))
      }
    }
    self.uses = uses.enumerated().sorted {
      ($1.element.expansion.count, $0.offset) < ($0.element.expansion.count, $1.offset)
    }.map(\.element)
  }

  /// A change of the formula without macros as one of the author's text; nil where it changes a part of what a macro
  /// stands for.
  func restored(_ edit: Edit) -> Edit? {
    var splices: [Edit.Splice] = []
    for splice in edit.splices {
      guard let range = places.map({ $0.authored(splice.range) }) ?? splice.range else { return nil }
      splices.append(Edit.Splice(range: range, text: respelled(splice.text)))
    }
    return Edit(edit.kind, splices)
  }

  /// A text with the author's macros for what these stand for.
  func respelled(_ text: String) -> String {
    guard !uses.isEmpty else { return text }
    let bytes = Array(text.utf8)
    let lexemes = Lexeme.scan(text)
    var result = ""
    var place = 0
    while place < lexemes.count {
      guard let (written, end) = use(at: place, in: lexemes) else {
        result += String(decoding: bytes[lexemes[place].range], as: UTF8.self)
        place += 1
        continue
      }
      result += written
      place = end
      // A command must not run into a letter that follows it.
      if written.last?.isLetter ?? false, written.contains("\\"), place < lexemes.count,
        lexemes[place].text.first?.isLetter ?? false
      {
        result += " "
      }
    }
    return result
  }

  private func use(at place: Int, in lexemes: [Lexeme]) -> (written: String, end: Int)? {
    guard lexemes[place].kind != .space else { return nil }
    for use in uses {
      var position = place
      var matched = 0
      while matched < use.expansion.count, position < lexemes.count {
        if lexemes[position].kind == .space {
          position += 1
        } else if lexemes[position].text == use.expansion[matched] {
          (position, matched) = (position + 1, matched + 1)
        } else {
          break
        }
      }
      if matched == use.expansion.count { return (use.written, position) }
    }
    return nil
  }
}
