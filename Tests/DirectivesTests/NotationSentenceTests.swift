import Diagnostics
import FoundationEssentials
import Results
import SpecCases
import Testing

/// The sentences that notebooks on real documents needed to say what their symbols mean.
@Suite struct NotationSentenceTests {
  private static let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/judged/sentences.txt")

  /// With a symbol that has every letter for `$…$`.
  private static let sentences: [String] = {
    guard let text = try? String(contentsOf: path, encoding: .utf8) else {
      print("skipped: there is no \(path.path)")
      return []
    }
    let lines = text.split(separator: "\n").drop { $0.hasPrefix("#") }.prefix { !$0.hasPrefix("#") }
    return lines.map { String($0).replacing("$…$", with: "$s_{abcdefghijklmnopqrstuvwxyzL}$") }
  }()

  private func diagnostics(of sentence: String) async -> [PlacedDiagnostic] {
    let notebook = """
      ```{nabla}
      define network n: 3 -> hidden 4 sigmoid -> output 2 sigmoid
      define notation
        \(sentence)
      ```

      """
    return await NotebookOutcome(SourceText(notebook, name: "notebook.md")).result.diagnostics
  }

  @Test(.enabled(if: !sentences.isEmpty)) func `reads every sentence`() async {
    #expect(Self.sentences.count >= 200)
    for sentence in Self.sentences {
      let found = await diagnostics(of: sentence)
      #expect(found.isEmpty, "\(sentence): \(found.map(\.diagnostic.message))")
    }
  }

  @Test(.enabled(if: !sentences.isEmpty)) func `points at a misspelt word in every sentence`() async {
    for sentence in Self.sentences {
      for word in sentence.split(separator: " ") where word.count > 3 && word.allSatisfy(\.isLetter) {
        let column = sentence.distance(from: sentence.startIndex, to: word.startIndex)
        let broken = sentence.replacingSubrange(
          word.startIndex..<word.endIndex, with: word.prefix(2) + "q" + word.dropFirst(2))
        let found = await diagnostics(of: broken)
        let isNear = found.contains { $0.start.line == 4 && abs($0.start.column - 3 - column) <= 30 }
        #expect(isNear, "\(broken): \(found.map(\.diagnostic.message))")
      }
    }
  }
}

extension String {
  fileprivate func replacingSubrange(_ range: Range<Index>, with text: some StringProtocol) -> String {
    String(self[..<range.lowerBound]) + text + self[range.upperBound...]
  }
}
