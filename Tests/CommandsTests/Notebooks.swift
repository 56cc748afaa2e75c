import Diagnostics
import FoundationEssentials
import Reports

/// The notebooks of the repository.
enum Notebooks {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The files beside them, as a report reads them.
  struct Folder: AssetReading {
    func bytes(at path: String) -> Result<[UInt8], AssetProblem> {
      let data = FileManager.default.contents(atPath: root.appending(path: "notebooks/\(path)").path)
      return data.map { .success(Array($0)) } ?? .failure(.missing)
    }
  }

  static func source(_ name: String) throws -> SourceText {
    let data = try Data(contentsOf: root.appending(path: "notebooks/\(name).md"))
    return SourceText(utf8: Array(data), name: "notebooks/\(name).md")
  }
}
