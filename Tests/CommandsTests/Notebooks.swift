import Diagnostics
import FoundationEssentials

/// The notebooks of the repository.
enum Notebooks {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func source(_ name: String) throws -> SourceText {
    let data = try Data(contentsOf: root.appending(path: "notebooks/\(name).md"))
    return SourceText(utf8: Array(data), name: "notebooks/\(name).md")
  }
}
