import Diagnostics
import Documents
import Results

/// What a cell shows, as Markdown: blocks of lines, to be set apart by blank lines.
struct MarkdownOutputs {
  let language: Language
  let formulas: Formulas

  /// - Parameter pictures: a link to the file of each picture, in order
  func blocks(
    for result: CellResult, _ options: CellOptions, notebook: String, number: String?, pictures: [String]
  ) -> [[String]] {
    let number = number.map { "**\($0)**" }
    let caption = options.caption.map { MarkdownEscaping.text($0) }
    // The caption takes the place of the title where there is one table or picture, and heads several.
    let captioned = options.captioned(in: result.outputs)
    var pictures = pictures[...]
    let heading = [number, caption].compactMap { $0 }.joined(separator: " ")
    var blocks: [[String]] = captioned != nil || heading.isEmpty || !options.output ? [] : [[heading]]
    func titled(_ title: String, _ kind: CellOptions.Captioned) -> String {
      let words =
        captioned == kind ? [number, caption ?? MarkdownEscaping.text(title)] : [MarkdownEscaping.text(title)]
      return words.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    }
    for shown in ShownOutput.list(of: result.outputs, options) {
      switch shown {
      case .met(let count): blocks.append(["✓ \(language.counted(.expectationsMet, count))"])
      case .output(.expectation(let expectation)):
        blocks.append([line(for: expectation, isSourceShown: options.echo)])
      case .output(.message(let text)): blocks.append([MarkdownEscaping.text(language.localized(text))])
      case .output(.number(let number)): blocks.append([line(for: number)])
      case .output(.working(let working)): blocks += self.blocks(for: working)
      case .output(.verdicts(let table)): blocks += self.blocks(for: table)
      case .output(.array(let array)): blocks += self.blocks(for: array, title: titled(array.title, .array))
      case .output(.picture(let picture)):
        blocks += [[titled(picture.title, .picture)], pictures.popFirst().map { [$0] } ?? []]
      }
    }
    return blocks + DiagnosticText.groups(of: result.diagnostics).map { alert(for: $0, notebook: notebook) }
  }

  /// An image, with what it shows in words.
  static func link(to file: String, showing figure: Figures.Figure) -> String {
    let words = figure.alternative ?? figure.picture.description
    return "![\(MarkdownEscaping.text(words))](<\(HTMLEscaping.destination(file))>)"
  }

  /// What a result is called, in the author's macros.
  private func inline(_ tex: String) -> String { "$`\(formulas.preparing(tex, forKaTeX: false))`$" }

  private func line(for number: NamedNumber) -> String {
    let value = language.text(number.style.text(for: number.value))
    let title = MarkdownEscaping.text(number.title)
    guard let symbol = number.symbol else { return "\(title) = \(value)" }
    return "\(inline(symbol)) = \(value)" + (title.isEmpty ? "" : " (\(title))")
  }

  private func line(for expectation: ExpectationResult, isSourceShown: Bool) -> String {
    var found = expectation.found.isEmpty ? "" : " · " + MarkdownEscaping.text(language.localized(expectation.found))
    if let number = expectation.number, let symbol = number.symbol {
      found = " · \(inline(symbol)) = \(language.text(number.style.text(for: number.value)))"
    }
    let outcome = expectation.passed ? language[.asExpected] : "**\(language[.notAsExpected])**"
    let isRepeated = !isSourceShown || !expectation.passed
    let statement = isRepeated ? MarkdownEscaping.code(expectation.statement) + " " : ""
    return "\(expectation.passed ? "✓" : "✗") \(statement)\(outcome)\(found)"
  }

  private func blocks(for array: NamedArray, title: String) -> [[String]] {
    if array.layout == .matrix {
      let formula = [
        "```math", formulas.preparing(MatrixTeX.portableEquation(array, language), forKaTeX: false), "```",
      ]
      return title.isEmpty ? [formula] : [[title + ":"], formula]
    }
    let heading =
      array.columnHeading.map { $0.isEmpty ? "" : " (\(language.text(.headColumns, MarkdownEscaping.text($0))))" } ?? ""
    let words = [title, array.symbol.map(inline) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
    return words.isEmpty ? [table(array)] : [[words + heading + ":"], table(array)]
  }

  /// A GFM table whose source is aligned, too: names to the left, numbers padded to one point.
  private func table(_ array: NamedArray) -> [String] {
    let hasNames = array.rows.contains { !$0.isEmpty }
    var columns: [[String]] = hasNames ? [([array.rowHeading] + array.rows).map(MarkdownEscaping.text)] : []
    let texts = array.texts
    // A GFM table has one line of heads.
    let groups = array.columnGroups.flatMap { Array(repeating: $0.name + " ", count: $0.count) }
    for (index, name) in array.columns.enumerated() {
      let head = (groups.isEmpty ? "" : groups[index]) + name
      columns.append([MarkdownEscaping.text(head)] + texts.map { $0[index].map(language.text) ?? "–" })
    }
    let widths = columns.map { column in max(3, column.map(\.unicodeScalars.count).max() ?? 0) }
    func line(_ entries: [String]) -> String { "| " + entries.joined(separator: " | ") + " |" }
    func padded(_ row: Int) -> [String] {
      columns.indices.map { column in
        let text = columns[column][row]
        let space = String(repeating: " ", count: widths[column] - text.unicodeScalars.count)
        return hasNames && column == 0 ? text + space : space + text
      }
    }
    let rules = columns.indices.map { column in
      let dashes = String(repeating: "-", count: widths[column] - 1)
      return hasNames && column == 0 ? ":" + dashes : dashes + ":"
    }
    return [line(padded(0)), line(rules)] + array.rows.indices.map { line(padded($0 + 1)) }
  }

  /// Of one diagnostic with its line and a caret, of several that say the same with a point for each.
  private func alert(for group: ArraySlice<PlacedDiagnostic>, notebook: String) -> [String] {
    let placed = group[group.startIndex]
    let diagnostic = placed.diagnostic
    let kind =
      switch diagnostic.severity {
      case .error: "CAUTION"
      case .warning: "WARNING"
      case .note: "NOTE"
      }
    var lines = [
      "[!\(kind)]",
      "**\(language[diagnostic.severity.word])** `\(diagnostic.code)`: \(Self.marked(diagnostic.message))",
    ]
    if group.count > 1 {
      lines.append("")
      for placed in group {
        let remarks = Self.marked(DiagnosticText.remarks(on: placed))
        lines.append("- \(MarkdownEscaping.code(DiagnosticText.line(of: placed)[...])): \(remarks)")
      }
    } else {
      let excerpt = DiagnosticText.lines(of: placed, notebook: notebook)
      let fence = MarkdownEscaping.fence(for: excerpt.joined(separator: "\n"))
      lines += ["", fence + "text"] + excerpt + [fence]
      if let help = diagnostic.help { lines += ["", "**\(language[.help])** " + Self.marked(help)] }
    }
    return lines.map { $0.isEmpty ? ">" : "> " + $0 }
  }

  /// Names in backticks stay code; the rest is text.
  private static func marked(_ text: String) -> String {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    return pieces.enumerated().map { index, piece in
      index % 2 == 1 && index < pieces.count - 1 ? MarkdownEscaping.code(piece) : MarkdownEscaping.text(piece)
    }.joined()
  }
}
