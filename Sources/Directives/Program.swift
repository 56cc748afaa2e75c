import Catalog
package import Diagnostics
package import Documents
package import TeXMath

/// What a document asks for, in the order of its text: cells to run, displays to check, values to put in.
package struct Program: Sendable {
  package enum Item: Sendable {
    case cell(CellProgram)
    case display(Maths)
    case value(InlineProgram)
  }
  package var items: [Item]

  package init(items: [Item]) { self.items = items }
}

extension Program {
  /// The letters that `let` gives a value, in order.
  package var letters: [Symbol] {
    items.flatMap { item -> [Symbol] in
      guard case .cell(let cell) = item else { return [] }
      return cell.statements.flatMap { statement -> [Symbol] in
        switch statement.directive {
        case .letValue(let definition):
          if case .value(let value) = definition.kind { return [value.symbol] }
          return []
        case .defineLoss(let definition): return (definition.regularization?.values ?? []).map(\.symbol)
        default: return []
        }
      }
    }
  }
}

package struct CellProgram: Sendable {
  package var cell: Cell
  package var options: CellOptions
  package var statements: [Statement]
  /// What was wrong with the cell.
  package var diagnostics: [Diagnostic]
  package var span: SourceSpan
}

package struct InlineProgram: Sendable {
  package var value: InlineValue
  package var quantity: Quantity?
  package var digits: Printing.Digits?
}

extension Program {
  /// Reads every cell and every inline value of `document`. Total; all that is wrong is in the diagnostics.
  package static func reading(_ document: Document) -> Diagnosed<Program> {
    var items: [Item] = []
    var diagnostics = document.lostCells
    for part in document.parts {
      switch part {
      case .cell(let cell, let span):
        let program = CellProgram.reading(cell, span: span, isClosed: document.isClosed(span))
        diagnostics += program.diagnostics
        items.append(.cell(program))
      case .display(let maths):
        items.append(.display(maths))
      case .value(let value):
        let program = InlineProgram.reading(value)
        diagnostics += program.diagnostics
        items.append(.value(program.value))
      }
    }
    var program = Program(items: items)
    program.placeLetters()
    diagnostics += program.checkNotation()
    return Diagnosed(program, diagnostics)
  }
}

extension CellProgram {
  /// - Parameter isClosed: whether a fence ends the cell; where none does, the document has said so
  static func reading(_ cell: Cell, span: SourceSpan, isClosed: Bool) -> CellProgram {
    let options = CellOptions.reading(cell.options)
    var program = CellProgram(
      cell: cell, options: options.value, statements: [], diagnostics: options.diagnostics, span: span)
    guard options.value.eval else { return program }
    let holdsAnother = Document.opensCell(cell.text.text, fence: .max)
    guard isClosed, !holdsAnother else {
      // Nobody knows where it should have ended, and so what of it was meant as statements.
      let opening = SourceSpan(span.lower, span.lower + 3)
      program.statements = Directive.Provision.allCases.map { Statement(directive: .lost($0), span: opening, text: "") }
      if isClosed { program.diagnostics.append(DirectiveProblem.unclosedCell.diagnostic(at: opening)) }
      return program
    }
    for text in StatementText.split(cell.text) {
      var phrase = Phrase(text.fragment)
      guard let rule = phrase.takeRule() else {
        program.diagnostics += phrase.diagnostics
        continue
      }
      if let directive = rule.read(&phrase) ?? rule.provides.map(Directive.lost) {
        let words = phrase.tokens.map(\.range)
        program.statements.append(
          Statement(directive: directive, span: phrase.whole, text: joined(words, of: text.fragment.text)))
      }
      program.diagnostics += phrase.diagnostics
    }
    return program
  }

  /// The tokens as written, with one space wherever there was any.
  private static func joined(_ ranges: [Range<Int>], of text: String) -> String {
    let bytes = Array(text.utf8)
    var result = ""
    var end: Int?
    for range in ranges {
      if let end, end < range.lowerBound { result += " " }
      result += String(decoding: bytes[range], as: UTF8.self)
      end = range.upperBound
    }
    return result
  }
}

extension Phrase {
  /// Reads the words that a statement begins with.
  fileprivate mutating func takeRule() -> StatementRule? {
    if let index = takeOne(of: Language.statements.map(\.entry.spellings)) { return Language.statements[index] }
    guard let first = next else { return nil }
    let known = Language.statements.map(\.entry.name)
    if let group = ["define", "use"].first(where: { match($0) != nil }) {
      advance()
      let members = known.filter { $0.hasPrefix(group + " ") }
      let words = members.map { String($0.dropFirst(group.count + 1)) }
      report(
        .expected(
          listing(words, "or"), found: found,
          help: next.flatMap { nearest($0.text, among: words) }.map { "did you mean `\(group) \($0)`?" }))
    } else {
      report(.unknownStatement(first.text, known: known))
    }
    return nil
  }
}

extension InlineProgram {
  static func reading(_ value: InlineValue) -> Diagnosed<InlineProgram> {
    var phrase = Phrase(value.text)
    guard let quantity = phrase.readQuantity() else {
      return Diagnosed(InlineProgram(value: value, quantity: nil, digits: nil), phrase.diagnostics)
    }
    var digits: Printing.Digits?
    let isRead = phrase.readOptions(of: "{nabla}", Printing.digitOptions) { phrase, name in
      guard let chosen = phrase.readDigits(name) else { return nil }
      digits = chosen
      return ()
    }
    return Diagnosed(InlineProgram(value: value, quantity: isRead ? quantity : nil, digits: digits), phrase.diagnostics)
  }
}
