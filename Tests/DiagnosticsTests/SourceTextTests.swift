import Diagnostics
import Testing

@Suite struct SourceTextTests {
  @Test(arguments: [
    ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb\n\rc", [0, 2, 4, 5]),
    ("\r\r\n\n", [0, 1, 3, 4]),
  ])
  func `ends lines as CommonMark does`(text: String, starts: [Int]) {
    #expect(SourceText(text, name: "x").lineStarts == starts)
  }

  @Test func `counts columns in Unicode scalars`() {
    let source = SourceText("é𝛿x\r\nzwei\ny\u{301}!", name: "x")
    func place(_ offset: Int) -> [Int] { [source.location(of: offset).line, source.location(of: offset).column] }
    #expect(place(0) == [1, 1])
    #expect(place(2) == [1, 2])
    #expect(place(6) == [1, 3])
    #expect(place(9) == [2, 1])
    #expect(place(14) == [3, 1])
    #expect(place(17) == [3, 3])
    #expect(place(10_000) == [3, 4])
    #expect(place(-5) == [1, 1])
  }

  @Test func `gives lines without their endings`() {
    let source = SourceText("a\r\nb\rc\n", name: "x")
    #expect((1...source.lineCount).map(source.text(ofLine:)) == ["a", "b", "c", ""])
  }

  @Test func `agrees with counting by hand on any bytes`() {
    var state: UInt64 = 7
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    for _ in 0..<200 {
      let alphabet: [UInt8] = [0x0A, 0x0D, 0x61, 0xC3, 0xA9, 0xFF]
      let bytes = (0..<20).map { _ in alphabet[Int(next() % 6)] }
      let source = SourceText(utf8: bytes, name: "x")
      var (line, column) = (1, 1)
      for (offset, byte) in bytes.enumerated() {
        // Between the two bytes of a line ending no editor has a place.
        let isInEnding = byte == 0x0A && offset > 0 && bytes[offset - 1] == 0x0D
        let isContinued = byte & 0xC0 == 0x80
        if !isInEnding, !isContinued {
          #expect(source.location(of: offset) == SourceLocation(line: line, column: column))
        }
        let endsLine = byte == 0x0A || byte == 0x0D && !(offset + 1 < bytes.count && bytes[offset + 1] == 0x0A)
        if endsLine { (line, column) = (line + 1, 1) } else if !isContinued || offset + 1 == bytes.count { column += 1 }
      }
    }
  }
}
