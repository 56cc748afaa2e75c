import Diagnostics

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

  /// Reads the indented lines of `define data`: a line of names, then lines of numbers, parted by spaces,
  /// with or without commas; `|` parts inputs from targets.
  static func reading(_ phrase: inout Phrase) -> DataTable? {
    var lines: [[Token]] = []
    while let token = phrase.next {
      // `0, 1`, but not `0,1`, which may be a number with a decimal comma.
      if token.text == ",", let last = lines.last?.last, last.line == token.line, last.text != "|",
        last.range.upperBound == token.range.lowerBound,
        phrase.token(ahead: 1)?.range.lowerBound != token.range.upperBound
      {
        phrase.advance()
        continue
      }
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
      phrase.report(
        .expected("a table on the lines below, or `from`", found: "`\(header[0].text)`"), at: phrase.span(of: header[0])
      )
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
          "`|` after \(inputs) input\(inputs == 1 ? "" : "s")", found: bar.map { "it after \($0)" } ?? "none"),
        at: place)
      return nil
    }
    return row
  }
}
