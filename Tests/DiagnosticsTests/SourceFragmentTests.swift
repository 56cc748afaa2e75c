import Diagnostics
import Testing

/// `> a + b`, `> + c` in a quotation: the formula without what precedes its lines.
@Suite struct SourceFragmentTests {
  private let source = SourceText("> a + b\n> + ü\n", name: "x")
  private var fragment: SourceFragment {
    var fragment = SourceFragment("a + b\n", at: 2)
    fragment.append("+ ü", at: 10)
    return fragment
  }

  @Test func `maps every byte to where it came from`() {
    let bytes = Array(fragment.text.utf8)
    #expect(fragment.text == "a + b\n+ ü")
    for offset in bytes.indices { #expect(source.utf8[fragment.source(of: offset)] == bytes[offset]) }
    #expect(fragment.source(of: bytes.count) == 14 && fragment.source(of: 99) == 14 && fragment.source(of: -1) == 2)
  }

  @Test(arguments: [(0..<1, 2..<3), (4..<7, 6..<11), (0..<0, 2..<2), (8..<10, 12..<14)])
  func `gives the smallest span that covers a range`(range: Range<Int>, span: Range<Int>) {
    #expect(fragment.span(of: range).range == span)
  }

  @Test func `slices with the way back`() {
    let slice = fragment.slice(4..<7)
    #expect(slice.text == "b\n+" && slice.span == SourceSpan(6, 11))
    #expect(fragment.slice(3..<3).text.isEmpty && fragment.slice(3..<3).source(of: 0) == 5)
    #expect(fragment.slice(0..<10).span == fragment.span)
  }

  @Test func `joins what follows directly`() {
    var fragment = SourceFragment("ab", at: 3)
    fragment.append("cd", at: 5)
    fragment.append("", at: 90)
    #expect(fragment.text == "abcd" && fragment.span == SourceSpan(3, 7) && fragment.source(of: 4) == 7)
  }

  @Test func `is empty at the start of the file when nothing was added`() {
    #expect(SourceFragment().span == SourceSpan(0, 0))
  }
}
