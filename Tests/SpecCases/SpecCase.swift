package import FoundationEssentials

/// A case of a specification in `Tests/Specs`: what stands below one heading `## …`.
///
///     ## says which word it does not know
///
///     ````notebook
///     …
///     ````
///
///     ```terminal
///     error[…]: …
///     ```
///
/// The blocks are the case; whatever else stands between them is for the reader.
package struct SpecCase: Sendable {
  package struct Block: Sendable, Equatable {
    /// `terminal`, or `file` with a name behind it.
    package var info: String
    package var text: String

    package init(_ info: String, _ text: String) {
      self.info = info
      self.text = text
    }
  }

  /// The document's name without its ending, and the heading.
  package var document: String
  package var title: String
  package var blocks: [Block]

  package func text(_ info: String) -> String? { blocks.first { $0.info == info }?.text }

  /// The blocks `file NAME`.
  package var files: [(name: String, text: String)] {
    blocks.compactMap { $0.info.hasPrefix("file ") ? (String($0.info.dropFirst(5)), $0.text) : nil }
  }
}

extension SpecCase: CustomStringConvertible {
  package var description: String { "\(document): \(title)" }
}

extension SpecCase {
  /// `Tests/Specs` beside this target.
  package static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Specs")

  /// The cases of one document, in order.
  package static func all(in document: String) throws -> [SpecCase] {
    let text = try String(contentsOf: folder.appending(path: document + ".md"), encoding: .utf8)
    return SpecDocument(text).cases.map { SpecCase(document: document, title: $0.title, blocks: $0.blocks) }
  }

  /// The names of all documents.
  package static func documents() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
      .map { String($0.dropLast(3)) }.sorted()
  }
}
