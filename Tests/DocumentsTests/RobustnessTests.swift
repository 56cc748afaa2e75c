import Diagnostics
import Documents
import Testing

/// No input crashes the reader, none makes it slow, and every place it names lies in the file.
@Suite struct RobustnessTests {
  @Test(arguments: [
    ("[", 10_000), ("![", 10_000), (">", 10_000), ("> ", 10_000), ("- ", 10_000), ("1. ", 10_000), ("*a **b ", 10_000),
    ("`", 10_000), ("$", 10_000), ("$$ ", 10_000), ("{#a", 10_000), ("\\[", 10_000), ("\\begin{align}", 10_000),
    ("::: a\n", 10_000), ("[^a]: ", 10_000), ("<", 10_000), ("| a ", 10_000), ("|-", 10_000), ("\0", 10_000),
    ("\\", 10_001), ("> - ", 10_000), ("<div>\n", 10_000), ("$a ` b ", 10_000), ("---\n", 10_000), ("\t", 10_000),
  ])
  func `survives ten thousand of anything`(piece: String, count: Int) {
    let text = String(repeating: piece, count: count)
    for suffix in ["", "a", "\n", "\n\na $x$"] { check(SourceText(text + suffix, name: "test.md")) }
  }

  @Test func `reports nesting once and shows what is deeper as text`() {
    let result = Document.parsing(SourceText(String(repeating: "> ", count: 1000) + "a", name: "test.md"))
    #expect(result.diagnostics.map(\.code) == ["document.nesting"])
    let emphasis = String(repeating: "*", count: 1001) + "a" + String(repeating: "*", count: 1001)
    let inlines = Document.parsing(SourceText(emphasis, name: "test.md"))
    #expect(inlines.diagnostics.map(\.code) == ["document.nesting"])
    #expect(inlines.value.everyInline.last?.outline == "a")
  }

  @Test func `fills no more cells of a table than a page could show`() {
    let wide = String(repeating: "|a", count: 3000) + "\n" + String(repeating: "|-", count: 3000) + "\n"
    let document = Document.parsing(SourceText(wide + String(repeating: "b\n", count: 3000), name: "test.md")).value
    guard case .table(let table)? = document.blocks.first?.kind else {
      Issue.record("there is no table")
      return
    }
    #expect(table.rows.count * 3000 < 200_000)
  }

  /// A search that starts over at each opening would take hours here, not a moment.
  @Test(arguments: [
    "\\[ a ", "\\begin{align} a ", "$a ", "$a\n", "word $x$ ", "`{nabla} x` ", "`a ``b ", "[a](b$c$) ", "::: a\n:::\n",
    "$$ a\n\n# h\n\n", "# a\n", "a|b\n", "> $x$\n", "- a $x$\n",
  ])
  func `reads long files in linear time`(piece: String) {
    let text = String(repeating: piece, count: 400_000 / piece.utf8.count)
    #expect(!Document.parsing(SourceText(text, name: "test.md")).value.blocks.isEmpty)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `survives damaged notebooks`(seed: UInt64) {
    var random = SplitMix(state: seed)
    var bytes = Array(Self.sample.utf8)
    for _ in 0..<60 {
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(contentsOf: Array((Self.pieces.randomElement(using: &random) ?? "").utf8), at: at)
        case 3: bytes.swapAt(at, Int.random(in: 0..<bytes.count, using: &random))
        default:
          let end = min(bytes.count, at + Int.random(in: 1...20, using: &random))
          bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0..<bytes.count, using: &random))
        }
      }
      check(SourceText(utf8: bytes, name: "test.md"))
    }
  }

  static let pieces = [
    "$", "$$", "`", "```", "\n", "\n\n", "> ", "- ", "    ", "\t", "|", "\\", "\\[", "\\]", "{#", "}", ":::", "[^1]",
    "[^1]: ", "@eq-a", "\r", "\r\n", "<div>", "<!--", "-->", "\u{FEFF}", "\u{E001}", "&#xE001;", "ä", "---\n",
    "\n===\n",
    "\\begin{align}", "\\end{align}", "\n|-|-|\n", "```{nabla}\n", "*", "_", "](", "![", "1. ",
  ]

  static let sample = """
    ---
    title: A
    macros: { '\\a': 'b' }
    ---
    # Größe $x$ {#sec-a}

    Text *with $a_1$ and **`code`*** and $$E = 1$$ {#eq-e expect=fails} more [^1] @eq-e `{nabla} loss`.

    > $$
    > a
    >
    > - b
    > $$ {#eq-b}
    >
    > - item \\(c\\)
    >   ```{nabla}
    >   #| label: d
    >   print
    >   ```

    | a | $b$ |
    |---|:-:|
    | `\\|` | [l](m "n") |

    : Caption {#tbl-t}

    ::: {.callout-note title="T"}
    - x
      1. y \\begin{align} z &= 1 \\end{align}
    :::

    [^1]: A note.

        More $n$.

    <div>
    $$h$$
    </div>

    ```math
    m
    ```
    """
}

/// Reads a file and checks what holds for every file.
func check(_ source: SourceText) {
  let result = Document.parsing(source)
  let bounds = 0...source.utf8.count
  var wrong: [String] = []
  func expect(_ condition: Bool, _ what: @autoclosure () -> String) { if !condition { wrong.append(what()) } }

  func visit(_ blocks: [Block], within outer: SourceSpan) {
    for block in blocks {
      expect(outer.lower <= block.span.lower && block.span.upper <= outer.upper, "\(block.span) in \(outer)")
      switch block.kind {
      case .quotation(let inner), .division(let inner), .footnote(_, let inner): visit(inner, within: block.span)
      case .list(let list): for item in list.items { visit(item, within: block.span) }
      case .callout(let callout): visit(callout.blocks, within: block.span)
      case .equation(let maths): expect(maths.span == block.span, "equation \(maths.span) is not \(block.span)")
      default: break
      }
    }
  }

  visit(result.value.blocks, within: SourceSpan(0, source.utf8.count))
  for diagnostic in result.diagnostics {
    expect(bounds.contains(diagnostic.span.lower) && bounds.contains(diagnostic.span.upper), diagnostic.code)
  }
  let maths = result.value.maths
  expect(maths.map(\.index) == Array(maths.indices), "formulas are out of order")
  expect(result.value.cells.map(\.index) == Array(result.value.cells.indices), "cells are out of order")
  expect(result.value.inlineValues.map(\.index) == Array(result.value.inlineValues.indices), "values are out of order")
  for inline in result.value.everyInline {
    if let span = inline.span { expect(bounds.contains(span.upper), "inline \(span)") }
  }
  for formula in maths {
    let span = formula.tex.span
    expect(formula.span.lower <= span.lower && span.upper <= formula.span.upper, "tex \(span) in \(formula.span)")
  }
  if !source.text.unicodeScalars.contains(where: { $0.properties.generalCategory == .privateUse }),
    !source.text.contains("&#")
  {
    let text = result.value.blocks.outline
    expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .privateUse }, "placeholder in \(text)")
  }
  #expect(wrong == [], "\(source.text.debugDescription)")
}

/// Steele, Lea and Flood 2014: a generator whose numbers depend on its seed alone.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
