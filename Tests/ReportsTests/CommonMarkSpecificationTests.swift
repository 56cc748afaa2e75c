import CCmark
import Diagnostics
import Documents
import FoundationEssentials
import Reports
import Testing

/// An example of the CommonMark specification 0.30, which states itself as a text of examples.
struct SpecificationExample: Sendable, CustomTestStringConvertible {
  var number: Int
  var markdown: String

  var testDescription: String { "example \(number)" }

  /// The text of the specification is not part of this repository; the set-up of the tests puts it there.
  static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: ".build/specification/commonmark.txt").path

  /// The examples: what stands between a fence of 32 backticks and a line with a full stop; arrows are tabs.
  static let all: [SpecificationExample] = {
    guard let data = FileManager.default.contents(atPath: path) else {
      print("skipped: there is no \(path)")
      return []
    }
    let text = String(decoding: data, as: UTF8.self)
    let fence = String(repeating: "`", count: 32)
    var examples: [SpecificationExample] = []
    var lines: [Substring]?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == fence + " example" {
        lines = []
      } else if line == ".", let markdown = lines {
        let joined = markdown.map { $0 + "\n" }.joined().replacing("→", with: "\t")
        examples.append(SpecificationExample(number: examples.count + 1, markdown: joined))
        lines = nil
      } else {
        lines?.append(line)
      }
    }
    return examples
  }()
}

@Suite struct CommonMarkSpecificationTests {
  @Test(.enabled(if: FileManager.default.fileExists(atPath: SpecificationExample.path)))
  func `knows all examples of the specification`() {
    #expect(SpecificationExample.all.count == 652)
  }

  @Test(arguments: SpecificationExample.all)
  func `writes cmark's own HTML without extensions`(example: SpecificationExample) {
    let source = SourceText(example.markdown, name: "example.md")
    let document = Document.parsing(source, extensions: .none).value
    let options = HTMLOptions(allowsUnsafeHTML: true, hasAdditions: false)
    #expect(HTMLReport.fragment(of: document, options: options) == cmarkHTML(example.markdown))
  }

  private func cmarkHTML(_ markdown: String) -> String {
    guard let html = cmark_markdown_to_html(markdown, markdown.utf8.count, CMARK_OPT_UNSAFE) else { return "" }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return String(cString: html)
  }
}
