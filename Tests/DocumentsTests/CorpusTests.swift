import Diagnostics
import Documents
import FoundationEssentials
import Testing

/// A real document from `../shared`, which stands beside the repository where the project is developed.
struct RealDocument: Sendable, CustomTestStringConvertible {
  var path: String
  var source: SourceText

  var testDescription: String { path }

  static let shared = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared")

  static let all: [RealDocument] = ["corpus", "seeds", "judged"].flatMap { folder in
    let directory = shared.appending(path: folder)
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory.path) else {
      print("skipped: there is no \(directory.path)")
      return [RealDocument]()
    }
    return names.sorted().filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") && folder == "seeds" }.compactMap {
      name in
      let path = directory.appending(path: name).path
      return FileManager.default.contents(atPath: path).map {
        RealDocument(path: "\(folder)/\(name)", source: SourceText(utf8: Array($0), name: name))
      }
    }
  }
}

/// Real notes, most of them written for other processors.
@Suite struct CorpusTests {
  @Test(arguments: RealDocument.all)
  func `are read without complaint, and no formula is lost or damaged`(document: RealDocument) {
    let source = document.source
    let result = Document.parsing(source)
    #expect(result.diagnostics == [])
    // References between words are no formulas to whoever counts.
    #expect(result.value.maths.count { $0.delimiter != .command } == Census(source.utf8).formulas)
    for maths in result.value.maths {
      expectFaithful(maths.tex, in: source)
      #expect(maths.isWhole(in: source[maths.span]), "\(source[maths.span])")
    }
    check(source)
  }

  /// `corpus/index.tsv` counts displays by what they mean: `$$x$$` within a sentence is inline there, where notes for
  /// Jekyll know no other form; formulas that illustrate an error, or that are commented out, are not counted.
  @Test func `have at least the displays that readers counted`() throws {
    let path = RealDocument.shared.appending(path: "corpus/index.tsv").path
    guard let data = FileManager.default.contents(atPath: path) else { return print("skipped: there is no \(path)") }
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let document = try #require(RealDocument.all.first { $0.path == "corpus/\(fields[0])" })
      let maths = Document.parsing(document.source).value.maths
      let displays = try #require(Int(fields[4]))
      let inlines = try #require(Int(fields[5]))
      #expect(maths.filter(\.isDisplay).count >= displays, "\(fields[0])")
      #expect(maths.count >= displays + inlines, "\(fields[0])")
    }
  }
}

extension Maths {
  /// Whether `text` is the formula between its delimiters, but for blanks and the `>` of quotations.
  fileprivate func isWhole(in text: String) -> Bool {
    func bare(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != ">" } }
    let forms: [String] =
      switch delimiter {
      case .dollar: ["$\(tex.text)$"]
      case .dollars: ["$$\(tex.text)$$"]
      case .parentheses: ["\\(\(tex.text)\\)", "\\\\(\(tex.text)\\\\)"]
      case .brackets: ["\\[\(tex.text)\\]", "\\\\[\(tex.text)\\\\]"]
      case .environment, .command: [tex.text]
      case .fence: ["```math\(tex.text)```"]
      case .backticks: ["$`\(tex.text)`$"]
      }
    let withoutAttributes = self.attributes.span.map { text.utf8.count - ($0.upper - $0.lower) } ?? text.utf8.count
    let formula = String(decoding: text.utf8.prefix(withoutAttributes), as: UTF8.self)
    return forms.contains { bare(formula) == bare($0) }
  }
}

/// An independent count of the formulas of a file: delimiters are paired as they come, outside code; those of a
/// sentence within its paragraph.
private struct Census {
  private(set) var formulas = 0

  init(_ bytes: [UInt8]) {
    var characters = Array(String(decoding: bytes, as: UTF8.self).withoutFences.unicodeScalars)[...]
    while let first = characters.first {
      if let (opening, closing) = Self.delimiters.first(where: { characters.starts(with: $0.0) }) {
        characters = characters.dropFirst(opening.count)
        let isInline = opening == ["$"] || opening.last == "("
        var rest = characters
        while !rest.isEmpty, !rest.starts(with: closing), !(isInline && rest.starts(with: ["\n", "\n"])) {
          rest = rest.dropFirst(rest.first == "\\" ? 2 : 1)
        }
        if !rest.starts(with: closing) { continue }
        formulas += 1
        characters = rest.dropFirst(closing.count)
      } else if first == "`" {
        let end = characters.dropFirst().firstIndex { $0 == "`" || $0 == "\n" }
        characters = end.map { characters[($0 + 1)...] } ?? []
      } else {
        characters = characters.dropFirst(first == "\\" ? 2 : 1)
      }
    }
  }

  private static let delimiters: [([Unicode.Scalar], [Unicode.Scalar])] = [
    ("$$", "$$"), ("$", "$"), ("\\\\(", "\\\\)"), ("\\\\[", "\\\\]"), ("\\(", "\\)"), ("\\[", "\\]"),
    ("\\begin{equation}", "\\end{equation}"), ("\\begin{align}", "\\end{align}"),
    ("\\begin{align*}", "\\end{align*}"), ("\\begin{eqnarray}", "\\end{eqnarray}"),
  ].map { (Array($0.unicodeScalars), Array($1.unicodeScalars)) }
}

extension String {
  /// Without fenced code: the lines from one fence to the next.
  fileprivate var withoutFences: String {
    var isCode = false
    return split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      let words = line.drop { $0 == " " || $0 == ">" || $0 == "\t" }
      if words.hasPrefix("```") { isCode.toggle() }
      return !isCode && !words.hasPrefix("```")
    }.joined(separator: "\n")
  }
}
