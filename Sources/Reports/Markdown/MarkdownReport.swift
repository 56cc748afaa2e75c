package import Diagnostics
package import Documents
package import Results

/// The notebook as Markdown again, with its results in it, for where Markdown is read: GitHub above all.
///
/// Every byte is the author's, but for cells, inline values, formulas and their verdicts, references, labels and callouts
/// in divs.
package struct MarkdownReport: Sendable {
  /// The Markdown.
  package var text: String
  /// The local pictures that it shows, relative to the notebook's folder, in order and each once.
  package var images: [String]
  /// The drawings that it shows, to be written beside it.
  package var pictures: [PictureFile]

  /// A drawing as a file.
  package struct PictureFile: Sendable {
    package var name: String
    package var svg: String
  }

  /// - Parameters:
  ///   - result: what running the notebook produced; without it the cells are shown and nothing else
  ///   - name: what the names of its drawings begin with
  package static func render(
    _ document: Document, _ result: NotebookResult?, name: String = "notebook", solutions: SolutionDisplay = .fold
  ) -> Diagnosed<MarkdownReport> {
    var writer = MarkdownWriter(document, result, name: name, solutions: solutions)
    writer.writeHead()
    document.walk(block: { writer.visit($0) }, inline: { writer.visit($0) })
    writer.writeVerdictList()
    let text = writer.replacements.applied(to: document.source)
    return Diagnosed(MarkdownReport(text: text, images: writer.images, pictures: writer.pictures), writer.diagnostics)
  }
}

/// Collects the changes that make the report of the author's file.
struct MarkdownWriter {
  private let document: Document
  private let source: SourceText
  private let language: Language
  private let result: NotebookResult?
  private let formulas: Formulas
  private let references: References
  private let cells: [Int: CellResult]
  private let values: [Int: InlineResult]
  /// The results of displays by the index of their formula.
  private let equations: [Int: EquationResult]
  private let verdicts: MarkdownVerdicts
  private let callouts: MarkdownCallouts
  private let figures: Figures
  private let anchors: MarkdownAnchors
  private let name: String
  private(set) var replacements: [Replacement] = []
  private(set) var images: [String] = []
  private(set) var pictures: [MarkdownReport.PictureFile] = []
  private(set) var diagnostics: [Diagnostic]

  init(_ document: Document, _ result: NotebookResult?, name: String, solutions: SolutionDisplay) {
    self.name = name
    let language = Language.named(document.frontMatter.language)
    let result = result?.translated(language)
    figures = Figures(document, result, language)
    self.document = document
    source = document.source
    self.language = language
    self.result = result
    formulas = Formulas(document)
    references = References(document, formulas, language)
    anchors = MarkdownAnchors(document, formulas)
    cells = Dictionary((result?.cells ?? []).map { ($0.index, $0) }) { first, _ in first }
    values = Dictionary((result?.values ?? []).map { ($0.index, $0) }) { first, _ in first }
    equations = Dictionary(zip(document.displays.map(\.index), result?.equations ?? [])) { first, _ in first }
    verdicts = MarkdownVerdicts(formulas: formulas, placement: document.frontMatter.verdicts, language: language)
    callouts = MarkdownCallouts(document)
    diagnostics = formulas.diagnostics
    replacements = document.omissions.map { Replacement(span: $0.span, text: "") } + callouts.replacements
    replacements += MarkdownExercises(document, references, anchors, language, solutions: solutions).replacements
  }

  /// The title, which GitHub shows as a row of a table only, and what became of the notebook, below the front matter.
  mutating func writeHead() {
    let matter = document.frontMatter
    guard let span = matter.span else { return }
    var blocks: [String] = []
    let first = document.blocks.first
    let hasTitle = if case .heading(1, _)? = first?.kind { true } else { false }
    if !hasTitle, let title = matter.title {
      blocks.append("# " + MarkdownEscaping.text(title))
      if let subtitle = matter.subtitle { blocks.append("*\(MarkdownEscaping.text(subtitle))*") }
    }
    let parts = result.map { SummaryLine.parts(for: $0, language) } ?? []
    if !parts.isEmpty {
      let line = parts.map { MarkdownEscaping.text($0.text) }.joined(separator: " · ")
      let isBad = parts.contains { $0.isBad || $0.pieces.contains(where: \.isBad) }
      blocks.append(isBad ? "> [!CAUTION]\n> " + line : line)
    }
    guard !blocks.isEmpty else { return }
    let end = SourceSpan(span.upper, span.upper)
    let isClosed = span.upper > 0 && source.utf8[span.upper - 1] == UInt8(ascii: "\n")
    replacements.append(
      Replacement(
        span: end, text: (isClosed ? "\n" : "\n\n") + blocks.joined(separator: "\n\n") + (isClosed ? "\n" : "")))
  }

  mutating func visit(_ block: Block) {
    switch block.kind {
    case .cell(let cell): write(cell, of: block)
    case .equation(let maths):
      let prefix = callouts.prefix(LinePrefix.ofLine(at: maths.span.lower, in: source), at: maths.span.lower)
      writeAnchors(of: maths, prefix: prefix)
      replacements += MarkdownMaths(source: source, formulas: formulas).replacements(
        for: maths, isBlock: true, prefix: prefix)
      if let equation = equations[maths.index] {
        write(verdicts.lines(for: equation, isNested: !prefix.isEmpty), behind: maths, prefix: prefix)
      }
    case .paragraph, .heading, .table: removeLabel(of: block)
    case .quotation, .list, .code, .html, .rule, .callout, .exercise, .division, .footnote: break
    }
  }

  mutating func visit(_ inline: Inline) {
    switch inline.kind {
    case .maths(let maths):
      if let reference = formulas.prepared[maths.index]?.reference,
        let target = references.targets[reference.label]
      {
        let text = reference.isParenthesized ? target.text : target.textWithoutParentheses
        replacements.append(
          Replacement(span: maths.span, text: MarkdownAnchors.link(to: reference.label, text)))
      } else {
        replacements += MarkdownMaths(source: source, formulas: formulas).replacements(
          for: maths, isBlock: false, prefix: "")
      }
    case .value(let value):
      guard let span = inline.span, let result = values[value.index] else { return }
      let text = result.value.map { language.text(result.style.text(for: $0)) }
      let failed = "\\[\(language[.notComputed]) \(MarkdownEscaping.code(value.text.text))\\]"
      replacements.append(Replacement(span: span, text: text ?? failed))
    case .reference(let label): writeReference(label, at: inline.span)
    case .image(let destination, _, _): note(destination, at: inline.span)
    case .text, .softBreak, .lineBreak, .code, .html, .emphasis, .strong, .link, .footnoteReference: break
    }
  }

  /// The place of a display stands before it, in a paragraph of its own where the display has lines of its own.
  private mutating func writeAnchors(of maths: Maths, prefix: String) {
    let labels = (formulas.prepared[maths.index]?.numbers ?? []).flatMap(\.labels)
    let identifier = maths.attributes.identifier.map { labels.contains($0) ? [] : [$0] } ?? []
    let anchor = anchors.anchors(for: identifier + labels)
    guard !anchor.isEmpty else { return }
    var blank = prefix
    while blank.last == " " { blank.removeLast() }
    let line = source.span(ofLine: source.line(at: maths.span.lower))
    let before = source.utf8[line.lower..<maths.span.lower].drop { [0x20, 0x09, UInt8(ascii: ">")].contains($0) }
    replacements.append(
      Replacement(
        span: SourceSpan(maths.span.lower, maths.span.lower),
        text: anchor + (before.isEmpty ? "\n\(blank)\n\(prefix)" : "")))
  }

  /// Sets lines in after a display, apart from what follows it.
  private mutating func write(_ lines: [String], behind maths: Maths, prefix: String) {
    guard !lines.isEmpty else { return }
    var blank = prefix
    while blank.last == " " { blank.removeLast() }
    let rest = source.utf8[maths.span.upper...]
    let spaces = rest.prefix { $0 == 0x20 || $0 == 0x09 }
    let isAtLineEnd = spaces.endIndex == rest.endIndex || [0x0A, 0x0D].contains(source.utf8[spaces.endIndex])
    var text = "\n\(blank)\n" + lines.map { $0.isEmpty ? blank : prefix + $0 }.joined(separator: "\n")
    var place = maths.span.upper
    if isAtLineEnd {
      let next = rest.drop { $0 != 0x0A }.dropFirst().prefix { $0 != 0x0A }
      let words = next.drop { [0x20, 0x09, 0x0D, UInt8(ascii: ">")].contains($0) }
      if !words.isEmpty, !words.starts(with: ":::".utf8) { text += "\n" + blank }
    } else {
      // Behind the fence that closes the display, a line has begun already.
      place = spaces.endIndex
      text = "\n" + text.dropFirst(2 + blank.utf8.count) + "\n\(blank)\n\(prefix)"
    }
    replacements.append(Replacement(span: SourceSpan(place, place), text: text))
  }

  /// With `verdicts: end`, all verdicts stand in a list below the text.
  mutating func writeVerdictList() {
    guard verdicts.placement == .end, !equations.isEmpty else { return }
    let entries = equations.sorted { $0.key < $1.key }.map { index, equation in
      (name: formulas.name(of: index, line: equation.line, language), equation: equation)
    }
    let end = source.utf8.count
    let isEnded = end == 0 || source.utf8[end - 1] == 0x0A
    let text = (isEnded ? "\n" : "\n\n") + verdicts.list(entries).joined(separator: "\n") + "\n"
    replacements.append(Replacement(span: SourceSpan(end, end), text: text))
  }

  private mutating func write(_ cell: Cell, of block: Block) {
    let options = CellOptions(cell)
    let prefix = callouts.prefix(cell.linePrefix, at: block.span.lower)
    var blocks: [[String]] = []
    if options.echo {
      let text = cell.text.text
      let fence = MarkdownEscaping.fence(for: text)
      var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
      while lines.last?.isEmpty == true { lines.removeLast() }
      let source = [fence + "nabla"] + lines + [fence]
      // Behind a line of HTML, GitHub reads Markdown again from a blank line on.
      let summary = "<details><summary>\(HTMLEscaping.text(options.summary ?? language[.code]))</summary>"
      blocks += options.fold ? [[summary], source, ["</details>"]] : [source]
    }
    let anchor = anchors.anchors(for: options.label.map { [$0] } ?? [])
    if !anchor.isEmpty { blocks.append([anchor]) }
    if let result = cells[cell.index] {
      let number = options.label.flatMap { references.captionNumbers[$0] }
      let figures = figures.inCell(cell.index)
      let files = figures.map { MarkdownReport.PictureFile(name: "\(name)-\($0.name).svg", svg: $0.drawing.file) }
      if options.output { pictures += files }
      let links = zip(figures, files).map { MarkdownOutputs.link(to: $1.name, showing: $0) }
      blocks += MarkdownOutputs(language: language, formulas: formulas).blocks(
        for: result, options, notebook: self.result?.notebook ?? source.name, number: number, pictures: links)
    }
    let lines = blocks.joined(separator: [""])
    var blank = prefix
    while blank.last == " " { blank.removeLast() }
    let text = lines.enumerated().map { $0 == 0 ? $1 : $1.isEmpty ? blank : prefix + $1 }.joined(separator: "\n")
    var span = block.span
    // The line end behind the cell stays the author's.
    while span.upper > span.lower, [0x0A, 0x0D].contains(source.utf8[span.upper - 1]) { span.upper -= 1 }
    replacements.append(Replacement(span: span, text: text))
  }

  /// Labels say nothing to a reader: the number takes the place of a table's, with nothing in place of the others.
  private mutating func removeLabel(of block: Block) {
    guard var span = block.attributes.span else { return }
    let number = block.attributes.identifier.flatMap { references.captionNumbers[$0] }
    let anchor = anchors.anchors(for: block.attributes.identifier.map { [$0] } ?? [])
    if number == nil, anchor.isEmpty { while span.lower > 0, source.utf8[span.lower - 1] == 0x20 { span.lower -= 1 } }
    replacements.append(Replacement(span: span, text: anchor + (number.map { "(\($0))" } ?? "")))
  }

  private mutating func writeReference(_ label: String, at span: SourceSpan?) {
    guard let span else { return }
    guard let target = references.targets[label] else {
      diagnostics.append(
        References.dangling(
          label, at: span, in: document, among: references.targets.keys, after: diagnostics.count))
      return
    }
    replacements.append(Replacement(span: span, text: MarkdownAnchors.link(to: label, target.text)))
  }

  private mutating func note(_ destination: String, at span: SourceSpan?) {
    switch Destination(destination) {
    case .file(let path, _): if !images.contains(path) { images.append(path) }
    case .outside: if let span { diagnostics.append(ImageDiagnostic.diagnostic(for: .outside, destination, at: span)) }
    case .here, .elsewhere: break
    }
  }
}
