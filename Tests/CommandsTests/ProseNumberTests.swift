import Diagnostics
import Documents
import FoundationEssentials
import Testing

/// A number in a notebook's text is computed where it stands, or expected beside it: none is only typed.
@Suite struct ProseNumberTests {
  static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: Notebooks.root.appending(path: "notebooks").path)
    return (files ?? []).filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }()

  /// The decimal numbers of what a reader reads as text: no cells, code, formulas, inline values and quotations.
  static func decimals(in source: SourceText) -> [String] {
    var document = Document.parsing(source).value
    document.blocks.removeAll { if case .quotation = $0.kind { true } else { false } }
    var texts = document.everyInline.compactMap { if case .text(let text) = $0.kind { text } else { nil } }
    let captions = ["fig-cap", "fig-alt", "tbl-cap"]
    texts += document.cells.flatMap { cell in cell.options.filter { captions.contains($0.key) }.map(\.value) }
    texts += [document.frontMatter.title, document.frontMatter.subtitle].compactMap(\.self)
    return texts.flatMap { text in text.matches(of: /[0-9]+[.,][0-9]+/).map { String($0.output) } }
  }

  @Test func `has all notebooks`() { #expect(Self.names.count >= 7) }

  @Test(arguments: names) func `has no decimal number typed into its text`(name: String) throws {
    #expect(Self.decimals(in: try Notebooks.source(name)) == [])
  }

  @Test func `sees a number wherever text stands`() {
    let notebook = """
      ---
      title: About 1.1
      ---
      # A heading with 2.2

      Text with 3.3, *emphasised 4.4*, $5.5$, `6.6` and `{nabla} $7.7$`.

      > Quoted 8.8

      | table | 9.9 |
      |---|---|
      | 10,1 | $x$ |

      > [!NOTE]
      > A callout with 11.2

      - An item with 12.3

      ```{nabla}
      #| fig-cap: The learning rate 13.4
      let $a = 14.5$
      ```

      $$ a = 15.6 $$
      """
    #expect(
      Self.decimals(in: SourceText(notebook, name: "notebook.md")).sorted()
        == ["1.1", "10,1", "11.2", "12.3", "13.4", "2.2", "3.3", "4.4", "9.9"])
  }
}
