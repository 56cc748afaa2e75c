import Execution
import FoundationEssentials
import Glibc

/// Reads the files beneath a notebook's folder, and no others.
struct NotebookFolder: Sendable {
  /// Data and pictures larger than this are not read.
  static let largestFile = 64 << 20

  let path: String

  func read(_ relative: String) -> Result<[UInt8], FileProblem> {
    guard !relative.hasPrefix("/"), !relative.isEmpty, !relative.utf8.contains(0) else { return .failure(.outside) }
    guard let root = Self.resolved(path) else { return .failure(.missing) }
    // `..` is refused before the file system is asked, so that a notebook learns nothing of what is outside.
    var depth = 0
    for part in relative.split(separator: "/") where part != "." {
      depth += part == ".." ? -1 : 1
      if depth < 0 { return .failure(.outside) }
    }
    guard let full = Self.resolved(path + "/" + relative) else { return .failure(.missing) }
    // Links are followed, and must not lead out.
    guard full == root || full.hasPrefix(root == "/" ? "/" : root + "/") else { return .failure(.outside) }
    var status = stat()
    guard stat(full, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .failure(.unreadable) }
    guard status.st_size <= Self.largestFile else { return .failure(.tooLarge) }
    guard let data = FileManager.default.contents(atPath: full) else { return .failure(.unreadable) }
    return .success(Array(data))
  }

  private static func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }
    return String(cString: pointer)
  }
}
