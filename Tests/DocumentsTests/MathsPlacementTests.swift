import Diagnostics
import Documents
import Testing

/// A formula is the same wherever it stands: every delimiter in every container, with every line ending.
@Suite struct MathsPlacementTests {
  struct Form: Sendable, CustomTestStringConvertible {
    var open: String
    var close: String
    var delimiter: Maths.Delimiter
    var isDisplay: Bool
    /// Lines that Markdown would read otherwise.
    var tex: String
    var testDescription: String { "\(open)…\(close)" }
  }

  static let forms = [
    Form(open: "$", close: "$", delimiter: .dollar, isDisplay: false, tex: "a_1 * b *\nc_2 < σ"),
    Form(open: "$`", close: "`$", delimiter: .backticks, isDisplay: false, tex: "a_1 * b * c_2"),
    Form(open: "\\(", close: "\\)", delimiter: .parentheses, isDisplay: false, tex: "[a](b) _c_\n\\\\ &amp;"),
    Form(open: "$$", close: "$$", delimiter: .dollars, isDisplay: true, tex: "\nä\n- b\n+ c\n= d\n# e\n* f\n1. g\n"),
    Form(open: "\\[", close: "\\]", delimiter: .brackets, isDisplay: true, tex: "a\n---\n    b | c\n\\_"),
    Form(
      open: "\\begin{align}", close: "\\end{align}", delimiter: .environment("align"), isDisplay: true,
      tex: "\na &= b \\\\\n  &= c\n"),
  ]

  /// What stands before the first line, before the other lines, and behind the formula.
  static let containers: [(name: String, first: String, rest: String, after: String)] = [
    ("paragraph", "ü ", "", " z"), ("start", "", "", ""), ("quotation", "> ", "> ", ""),
    ("list", "- ü ", "  ", "\n- z"), ("nested list", "1. a\n   - b\n     > ", "     > ", "\n\nz"),
    ("emphasis", "*ü ", "", " z*"), ("strong in quotation", "> > **", "> > ", "**"),
    ("footnote", "[^1]: ", "    ", ""), ("division", "::: note\n", "", "\n:::"),
    ("callout", "> [!NOTE]\n> ", "> ", ""), ("link", "[ü ", "", "](z)"),
  ]

  @Test(arguments: forms, ["\n", "\r\n", "\r"])
  func `is found in every container`(form: Form, newline: String) throws {
    for (name, first, rest, after) in Self.containers {
      let lines = (form.open + form.tex + form.close).split(separator: "\n", omittingEmptySubsequences: false)
      let written = lines.joined(separator: "\n" + rest)
      let markdown = (first + written + after).replacing("\n", with: newline)
      let source = SourceText(markdown, name: "test.md")
      let document = Document.parsing(source).value
      try #require(document.maths.count == 1, "\(name): \(document.blocks.outline)")
      let maths = document.maths[0]
      #expect(maths.delimiter == form.delimiter && maths.isDisplay == form.isDisplay, "\(name)")
      let tex = if case .environment = form.delimiter { form.open + form.tex + form.close } else { form.tex }
      #expect(maths.tex.text == tex.replacing("\n", with: newline), "\(name)")
      #expect(source[maths.span] == written.replacing("\n", with: newline), "\(name)")
      expectFaithful(maths.tex, in: source)
    }
  }

  @Test(arguments: forms.filter { !$0.tex.contains("\n") || $0.delimiter == .parentheses })
  func `is found in headings and tables`(form: Form) throws {
    let formula = form.open + form.tex.replacing("\n", with: " ") + form.close
    for markdown in ["## ü \(formula)", "| ü \(formula) | a |\n|---|---|\n| b | c |", "|a|\n|-|\n|\(formula)|"] {
      let source = SourceText(markdown, name: "test.md")
      let document = Document.parsing(source).value
      try #require(document.maths.count == 1, "\(document.blocks.outline)")
      #expect(source[document.maths[0].span] == formula)
    }
  }

  @Test func `is numbered in document order`() {
    let text =
      "$a$\n\n> $$b$$\n\n| $c$ | d |\n|-|-|\n| $e$ | f |\n\n: $g$\n\n```math\nh\n```\n\n[^1]: $i$ [^1]\n\n# $j$"
    let maths = Document.parsing(SourceText(text, name: "test.md")).value.maths
    #expect(maths.map(\.tex.text) == ["a", "b", "c", "e", "g", "h", "i", "j"])
    #expect(maths.map(\.index) == Array(0..<8))
  }

  @Test(arguments: [
    "\u{E001}\u{E030}\u{E002} $x$", "&#xE001;&#xE030;&#xE002; $x$", "&#57345;&#57392;&#57346; $x$",
    "\u{F001}\u{F0001} $x$", "$x\u{E000}$",
  ])
  func `leaves private characters of the author alone`(markdown: String) {
    let source = SourceText(markdown, name: "test.md")
    let document = Document.parsing(source).value
    #expect(document.maths.count == 1)
    #expect(source[document.maths[0].span].hasPrefix("$x"))
    let resolved = markdown.replacing("&#xE001;&#xE030;&#xE002;", with: "\u{E001}\u{E030}\u{E002}")
      .replacing("&#57345;&#57392;&#57346;", with: "\u{E001}\u{E030}\u{E002}")
    #expect(document.blocks.outline == "p[" + resolved.replacing("$x", with: "$[x").dropLast() + "]]")
  }

  @Test func `survives a file that uses all private characters`() {
    let ranges: [ClosedRange<UInt32>] = [0xE000...0xF8FF, 0xF0000...0x10FFFF]
    let scalars = ranges.joined().filter { $0 % 256 == 0 }.compactMap(Unicode.Scalar.init)
    let text = String(String.UnicodeScalarView(scalars))
    #expect(outline(text + " $x$") == "p[\(text) $x$]")
  }
}

/// Each scalar of a fragment is the scalar of the file that it says it came from.
func expectFaithful(_ fragment: SourceFragment, in source: SourceText) {
  var offset = 0
  for scalar in fragment.text.unicodeScalars {
    let width = UTF8.width(scalar)
    let written = source[SourceSpan(fragment.source(of: offset), fragment.source(of: offset) + width)]
    #expect(written == String(scalar), "offset \(offset) of \(fragment.text)")
    offset += width
  }
}
