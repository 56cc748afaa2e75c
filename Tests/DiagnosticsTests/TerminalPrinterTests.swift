import Diagnostics
import Testing

@Suite struct TerminalPrinterTests {
  /// The lines with the excerpt and with the carets, without the gutter.
  private func lines(_ text: String, _ span: Range<Int>, label: String? = nil) -> [String] {
    let diagnostic = Diagnostic(.error, "a.b", "no", at: SourceSpan(span), label: label)
    let placed = PlacedDiagnostic(diagnostic, in: SourceText(text, name: "x"))
    let printed = TerminalPrinter(name: "x.md").print(placed).split(separator: "\n").map(String.init)
    return printed[3...].map { String($0.drop { $0 != "|" }.dropFirst(2)) }
  }

  @Test func `prints rule, place, line, caret and repair`() {
    let source = SourceText("one\ntrain epoch 200\n", name: "x")
    let diagnostic = Diagnostic(
      .warning, "directive.unknown-option", "`train` has no option `epoch`", at: SourceSpan(10, 15),
      label: "not an option", help: "did you mean `train 200 epochs`?")
    #expect(
      TerminalPrinter(name: "notes/x.md").print(PlacedDiagnostic(diagnostic, in: source)) == """
        warning[directive.unknown-option]: `train` has no option `epoch`
          --> notes/x.md:2:7
          |
        2 | train epoch 200
          |       ^^^^^ not an option
          = help: did you mean `train 200 epochs`?

        """)
  }

  @Test func `gives wide characters two columns and combining marks none`() {
    #expect(lines("層 x", 4..<5) == ["層 x", "   ^"])
    #expect(lines("層 x", 0..<3) == ["層 x", "^^"])
    #expect(lines("e\u{301} x", 4..<5) == ["e\u{301} x", "  ^"])
    #expect(lines("𝛿 x", 5..<6) == ["𝛿 x", "  ^"])
  }

  @Test func `shows tabs as blanks and control characters as such`() {
    #expect(lines("\tx\u{7}y", 1..<2) == [" x\u{FFFD}y", " ^"])
  }

  @Test func `marks one column where the span is empty, also at the end of the file`() {
    #expect(lines("abc", 3..<3, label: "here") == ["abc", "   ^ here"])
    #expect(lines("", 0..<0) == ["", "^"])
    #expect(lines("abc\n", 4..<4) == ["", "^"])
    #expect(lines("abc", 90..<95) == ["abc", "   ^"])
  }

  @Test func `marks the first line of several to its end`() {
    #expect(lines("a bc\nd e", 2..<8) == ["a bc", "  ^^"])
  }

  @Test func `cuts very long lines around the place`() {
    let long = String(repeating: "a", count: 500) + "X" + String(repeating: "b", count: 500)
    let shown = lines(long, 500..<501)
    #expect(shown[0].hasPrefix("…aaa") && shown[0].hasSuffix("bbb…") && shown[0].count == 162)
    let caret = shown[1].count - 1
    #expect(shown[1].hasSuffix("^") && Array(shown[0])[caret] == "X")
    #expect(lines(long, 0..<1) == [String(long.prefix(160)) + "…", "^"])
    #expect(lines(long, 1000..<1001)[0].hasSuffix("b"))
  }
}

@Suite struct AnnotationPrinterTests {
  private func line(_ name: String, _ diagnostic: Diagnostic, in text: String) -> String {
    AnnotationPrinter(name: name).print(PlacedDiagnostic(diagnostic, in: SourceText(text, name: name)))
  }

  @Test func `escapes what has a meaning in a workflow command`() {
    let diagnostic = Diagnostic(
      .error, "a.b", "50% off: a, b", at: SourceSpan(2, 5), label: "c", help: "line\r\nbreak")
    #expect(
      line("a,b:c%.md", diagnostic, in: "a\nbcd")
        == "::error file=a%2Cb%3Ac%25.md,line=2,endLine=2,col=1,title=a.b::50%25 off: a, b%0Ac%0Aline%0D%0Abreak\n")
  }

  @Test(arguments: [(Diagnostic.Severity.note, "notice"), (.warning, "warning"), (.error, "error")])
  func `has a level for every severity`(severity: Diagnostic.Severity, level: String) {
    #expect(
      line("a.md", Diagnostic(severity, "a.b", "no", at: SourceSpan(0, 0)), in: "").hasPrefix(
        "::\(level) file=a.md,line=1,"))
  }
}
