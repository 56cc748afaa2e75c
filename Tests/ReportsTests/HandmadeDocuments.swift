import Diagnostics
import Documents
import FoundationEssentials
import Reports

let nowhere = SourceSpan(0, 0)

func document(_ blocks: [Block], frontMatter: FrontMatter = FrontMatter()) -> Document {
  Document(source: SourceText("", name: "notebooks/x.md"), frontMatter: frontMatter, blocks: blocks)
}

func b(_ kind: Block.Kind) -> Block { Block(kind, span: nowhere) }
func i(_ kind: Inline.Kind) -> Inline { Inline(kind, span: nowhere) }
func t(_ text: String) -> Inline { i(.text(text)) }
func p(_ inlines: Inline...) -> Block { b(.paragraph(inlines)) }

func document(reading markdown: String) -> Document {
  Document.parsing(SourceText(markdown, name: "notebooks/x.md")).value
}

/// Sets a formula as its own text between marks, so that a test sees what KaTeX would be given.
final class EchoTypesetter: FormulaTypesetter {
  func html(for tex: String, display: Bool) -> Result<String, FormulaError> {
    if let range = tex.utf16.firstRange(of: "\\wrong".utf16) {
      let position = tex.utf16.distance(from: tex.utf16.startIndex, to: range.lowerBound)
      return .failure(FormulaError(message: "no such command", position: position))
    }
    return .success((display ? "⟪" : "⟨") + tex + (display ? "⟫" : "⟩"))
  }
  var styleSheet: String { "" }
}

/// Files that are there without a disk.
struct HandmadeAssets: AssetReading {
  var files: [String: [UInt8]]
  func bytes(at path: String) -> Result<[UInt8], AssetProblem> {
    files[path].map { .success($0) } ?? .failure(.missing)
  }
}

/// What stands in `<main>`.
func main(of page: String) -> String {
  guard let start = page.firstRange(of: "<main id=\"text\">\n"), let end = page.firstRange(of: "</main>") else {
    return ""
  }
  return String(page[start.upperBound..<end.lowerBound])
}

func fixture(_ path: String, from file: String = #filePath) -> URL {
  URL(filePath: file).deletingLastPathComponent().appending(path: "../Fixtures/" + path)
}
