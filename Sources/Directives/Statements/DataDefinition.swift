import Catalog
package import Diagnostics

/// The examples: an inline table, a labelled table of the notebook, or a file.
package struct DataDefinition: Sendable {
  package enum Origin: Sendable {
    case inline(DataTable)
    /// `define data from @tbl-xor`
    case table(label: String)
    /// `define data from "xor.csv"`
    case file(path: String)
  }
  package var origin: Origin
  /// Where no `|` parts inputs from targets: the names of the target columns.
  package var targets: [Word]
  package var span: SourceSpan
  /// The label or the path, for what is wrong with it.
  package var originSpan: SourceSpan

  package struct Word: Sendable, Hashable {
    package var text: String
    package var span: SourceSpan
  }

  private static let targetsOption = CatalogEntry(
    .option, "targets", aliases: ["target"], form: "targets <column> <column> …",
    summary: "The columns that the network is to produce; the others are its inputs. Default: the last column.")

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "define data",
      form: "define data ⏎ <names> | <names> ⏎ <numbers> | <numbers> …, or define data from @tbl-<label>, or from \"<file>.csv\"",
      summary: "Gives the examples: inputs left of the bar, targets right of it."),
    options: [targetsOption], provides: .data, read: { read(&$0).map(Directive.defineData) })

  private static func read(_ phrase: inout Phrase) -> DataDefinition? {
    let start = phrase.position
    guard phrase.take("from") else {
      _ = phrase.take(":")
      guard let table = DataTable.reading(&phrase) else { return nil }
      let span = phrase.span(from: start)
      return DataDefinition(origin: .inline(table), targets: [], span: span, originSpan: span)
    }
    _ = phrase.take("table")
    guard let token = phrase.next else {
      phrase.report(.expected("`@tbl-…` or a file in quotation marks", found: phrase.found))
      return nil
    }
    var origin: Origin
    switch token.kind {
    case .string(let path):
      phrase.advance()
      origin = .file(path: path)
    case .word:
      phrase.advance()
      origin = .table(label: token.text)
    case .symbol where token.text == "@" && phrase.token(ahead: 1)?.kind == .word:
      phrase.advance()
      let word = phrase.takeWord()
      origin = .table(label: word?.text ?? "")
    case .unterminated:
      phrase.report(.unterminated(token.text), at: phrase.span(of: token))
      return nil
    default:
      phrase.report(.expected("`@tbl-…` or a file in quotation marks", found: phrase.found))
      return nil
    }
    let originSpan = phrase.span(from: phrase.position - 1)
    var targets: [Word] = []
    let isRead = phrase.readOptions(of: "define data", [targetsOption]) { phrase, _ in
      while let word = phrase.takeWord() { targets.append(Word(text: word.text, span: phrase.span(of: word))) }
      guard targets.isEmpty else { return () }
      phrase.report(.expected("the names of the target columns", found: phrase.found))
      return nil
    }
    guard isRead else { return nil }
    return DataDefinition(origin: origin, targets: targets, span: phrase.span(from: start), originSpan: originSpan)
  }
}

/// Rows of numbers under names, with the place of each field.
package struct DataTable: Sendable {
  package var inputNames: [String]
  package var targetNames: [String]
  /// Inputs first, then targets.
  package var rows: [[Double]]

  package init(inputNames: [String], targetNames: [String], rows: [[Double]]) {
    self.inputNames = inputNames
    self.targetNames = targetNames
    self.rows = rows
  }

  /// Reads the indented lines of `define data`: a line of names, then lines of numbers; `|` parts inputs from targets.
  static func reading(_ phrase: inout Phrase) -> DataTable? {
    var lines: [[Token]] = []
    while let token = phrase.next {
      if let last = lines.last?.last, last.line == token.line {
        lines[lines.count - 1].append(token)
      } else {
        lines.append([token])
      }
      phrase.advance()
    }
    guard let header = lines.first, lines.count > 1 else {
      phrase.report(.emptyTable, at: phrase.whole)
      return nil
    }
    // The line of the statement itself can't be the header: a table begins below it.
    guard header[0].line > 0 else {
      phrase.report(.expected("a table on the lines below, or `from`", found: "`\(header[0].text)`"), at: phrase.span(of: header[0]))
      return nil
    }
    var isSound = true
    func names(_ tokens: ArraySlice<Token>) -> [String] {
      tokens.map { token in
        let isName: Bool
        switch token.kind {
        case .word, .formula: isName = true
        default: isName = false
        }
        if !isName {
          phrase.report(.expected("the name of a column", found: "`\(token.text)`"), at: phrase.span(of: token))
          isSound = false
        }
        return token.text
      }
    }
    let bars = header.indices.filter { header[$0].text == "|" }
    guard bars.count == 1, let bar = bars.first else {
      phrase.report(
        .expected("one `|` between the names of inputs and targets", found: bars.isEmpty ? "none" : "\(bars.count)"),
        at: phrase.span(of: header[0]).joined(with: phrase.span(of: header[header.count - 1])))
      return nil
    }
    let inputs = names(header[..<bar])
    let targets = names(header[(bar + 1)...])
    for (index, name) in (inputs + targets).enumerated() where (inputs + targets)[..<index].contains(name) {
      let token = header.filter { $0.text != "|" }[index]
      phrase.report(.twice("the column `\(name)`"), at: phrase.span(of: token))
      isSound = false
    }
    guard !inputs.isEmpty, !targets.isEmpty else {
      phrase.report(.expected("a name on each side of `|`", found: "none"), at: phrase.span(of: header[bar]))
      return nil
    }
    var rows: [[Double]] = []
    for line in lines.dropFirst() {
      guard let row = numbers(line, inputs: inputs.count, targets: targets.count, of: &phrase) else {
        isSound = false
        continue
      }
      rows.append(row)
    }
    return isSound ? DataTable(inputNames: inputs, targetNames: targets, rows: rows) : nil
  }

  private static func numbers(_ line: [Token], inputs: Int, targets: Int, of phrase: inout Phrase) -> [Double]? {
    var row: [Double] = []
    var bar: Int?
    for token in line {
      switch token.kind {
      case .number(let value): row.append(value)
      case .symbol where token.text == "|" && bar == nil: bar = row.count
      case .malformedNumber:
        phrase.report(.malformedNumber(token.text), at: phrase.span(of: token))
        return nil
      default:
        phrase.report(.expected("a number", found: "`\(token.text)`"), at: phrase.span(of: token))
        return nil
      }
    }
    let place = phrase.span(of: line[0]).joined(with: phrase.span(of: line[line.count - 1]))
    guard row.count == inputs + targets else {
      phrase.report(.raggedRow(found: row.count, expected: inputs + targets), at: place)
      return nil
    }
    guard bar == inputs else {
      phrase.report(
        .expected(
          "`|` after \(inputs) input\(inputs == 1 ? "" : "s")", found: bar.map { "it after \($0)" } ?? "none"), at: place)
      return nil
    }
    return row
  }
}
