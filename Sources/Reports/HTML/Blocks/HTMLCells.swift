import Diagnostics
import Documents
import Results

extension HTMLRenderer {
  /// A cell: its statements, and below them what they showed, and what went wrong.
  mutating func write(_ cell: Cell) {
    let options = CellOptions(cell)
    let result = page.cells[cell.index]
    startLine()
    // The label of a figure leads to the figure, below the statements that draw it.
    let isFigure = options.output && options.captioned(in: result?.outputs ?? []) == .picture
    let identifier = isFigure ? nil : options.label
    html += "<div class=\"cell\"\(identifierAttribute(identifier ?? "cell-\(cell.index + 1)"))>\n"
    if options.echo { writeSource(of: cell, options) }
    if let result { write(result, options) }
    html += "</div>\n"
  }

  private mutating func writeSource(of cell: Cell, _ options: CellOptions) {
    var text = cell.text.text
    while text.last?.isNewline == true { text.removeLast() }
    guard !text.isEmpty else { return }
    // Paper may cut what would take half of a page with it to the next.
    let height = text.count(where: \.isNewline) > 11 ? " tall" : ""
    let source =
      "<pre class=\"source\(height)\" tabindex=\"0\"><code class=\"language-nabla\">\(Self.highlighted(text))\n</code></pre>\n"
    html +=
      options.fold
      ? "<details class=\"fold\"><summary>\(HTMLEscaping.text(options.summary.map(page.language.quoted) ?? page.language[.code]))</summary>\n\(source)</details>\n"
      : source
  }

  private mutating func write(_ result: CellResult, _ options: CellOptions) {
    let number = options.label.flatMap { page.references.captionNumbers[$0] }.map(Self.captionNumber)
    let caption = options.caption.map { HTMLEscaping.text(page.language.quoted($0)) }
    // The caption takes the place of the title where there is one table or picture, and heads several.
    let captioned = options.captioned(in: result.outputs)
    var figures = page.figures.inCell(result.index)[...]
    let heading = (number ?? "") + (caption ?? "")
    var body = ""
    if captioned == nil, options.output, !heading.isEmpty { body += "<p class=\"caption\">\(heading)</p>\n" }
    for shown in ShownOutput.list(of: result.outputs, options) {
      switch shown {
      case .met(let count): body += html(forMet: count)
      case .output(.expectation(let expectation)): body += html(for: expectation, isSourceShown: options.echo)
      case .output(.message(let text)):
        body += "<p class=\"message\"\(page.english(text))>\(HTMLEscaping.text(page.language.localized(text)))</p>\n"
      case .output(.number(let number)): body += html(for: number)
      case .output(.working(let working)): body += html(for: working)
      case .output(.verdicts(let table)): body += html(for: table)
      case .output(.array(let array)):
        let isCaptioned = captioned == .array
        let title = (isCaptioned ? caption : nil) ?? HTMLEscaping.text(array.title)
        body += html(for: array, number: isCaptioned ? number ?? "" : "", title: title)
      case .output(.picture(let picture)):
        guard let figure = figures.popFirst() else { break }
        let isCaptioned = captioned == .picture
        let title = (isCaptioned ? caption : nil) ?? HTMLEscaping.text(picture.title)
        let identifier = isCaptioned ? identifierAttribute(options.label) : ""
        // On a phone, the numbers of a wide graph would be too small to read: it keeps a width of its own.
        let isGraph = if case .graph = picture.content { true } else { false }
        let isWide = isGraph && page.drawsPictures && figure.drawing.width > 0.95 * PictureSVG.width
        body += "<figure class=\"picture\(isWide ? " wide" : "")\"\(identifier)>"
        body += "<figcaption>\(isCaptioned ? number ?? "" : "")\(title)</figcaption>\n"
        let drawing = page.drawsPictures ? figure.drawing.inline : ""
        let label = HTMLEscaping.text(picture.title)
        body +=
          isWide
          ? "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(label)\">\(drawing)</div>"
          : drawing
        body += "</figure>\n"
      }
    }
    for group in DiagnosticText.groups(of: result.diagnostics) {
      body +=
        group.count == 1
        ? DiagnosticHTML.html(for: group[group.startIndex], page) : DiagnosticHTML.html(for: group, page)
    }
    if !body.isEmpty { html += "<div class=\"outputs\">\n\(body)</div>\n" }
  }

  private func html(forMet count: Int) -> String {
    "<p class=\"expectation passed\"><span class=\"mark\" aria-hidden=\"true\">✓</span> "
      + "<span class=\"outcome\">\(page.language.counted(.expectationsMet, count))</span></p>\n"
  }

  /// Words that would need a line of their own say less than the symbol does.
  private static let longestWords = 48

  private func html(for number: NamedNumber) -> String {
    let symbol = number.symbol.flatMap { symbolFormula($0) }.map { "\($0) = " } ?? ""
    let title =
      !symbol.isEmpty
      ? "" : number.title.isEmpty ? Self.asText(number.symbol ?? "") + " = " : "\(HTMLEscaping.text(number.title)) = "
    let words =
      symbol.isEmpty || number.title.isEmpty || number.title.count > Self.longestWords
      ? "" : "<span class=\"words\">\(HTMLEscaping.text(number.title))</span>"
    return "<p class=\"number-line\"><span>\(title)\(symbol)<span class=\"value\">"
      + "\(page.language.html(number.style.text(for: number.value)))</span></span>\(words)</p>\n"
  }

  /// The outcome is said by a mark and by words, so that colour need not say it.
  ///
  /// - Parameter isSourceShown: whether the statement stands above already; a failed one is repeated all the same
  private func html(for expectation: ExpectationResult, isSourceShown: Bool) -> String {
    let (state, mark) = expectation.passed ? ("passed", "✓") : ("failed", "✗")
    let isRepeated = !isSourceShown || !expectation.passed
    let statement = isRepeated ? "<code>\(HTMLEscaping.text(expectation.statement))</code> " : ""
    var found = HTMLEscaping.text(page.language.localized(expectation.found))
    if let number = expectation.number, let symbol = number.symbol.flatMap({ symbolFormula($0) }) {
      found = "\(symbol) = \(page.language.html(number.style.text(for: number.value)))"
    }
    return "<p class=\"expectation \(state)\" id=\"line-\(expectation.line)\">"
      + "<span class=\"mark\" aria-hidden=\"true\">\(mark)</span> "
      + "\(statement)<span class=\"outcome\">\(page.language[expectation.passed ? .asExpected : .notAsExpected])</span>"
      + (found.isEmpty ? "" : " <span class=\"found\">\(found)</span>") + "</p>\n"
  }

  /// What a result is called, in the author's macros; nil where there is nothing to set it with.
  func symbolFormula(_ tex: String) -> String? {
    formula(page.formulas.preparing(tex, forKaTeX: true)).map { "<span class=\"symbol\">\($0)</span>" }
  }

  /// A formula of ours; nil where there is nothing to set it with.
  func formula(_ tex: String, display: Bool = false) -> String? {
    guard let typesetter = page.typesetter else { return nil }
    return try? typesetter.html(for: tex, display: display).get()
  }
}
