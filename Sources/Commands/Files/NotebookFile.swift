import Diagnostics
import FoundationEssentials

/// A notebook that the user named, directly or by its folder.
struct NotebookFile: Sendable, Hashable {
  /// As shown in diagnostics; `-` for standard input.
  var path: String
  /// Path of the report beneath the output folder, without its ending.
  var reportName: String

  /// The path from the root of the file system.
  var absolutePath: String { path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path }

  /// The folder that relative paths in the notebook start from.
  var folder: String {
    guard path != "-", let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The notebooks that `paths` name, in alphabetical order within each folder.
  ///
  /// Files and folders whose names begin with `.` or `_` are passed over.
  static func finding(_ paths: [String]) throws(UsageProblem) -> [NotebookFile] {
    var files: [NotebookFile] = []
    for path in paths {
      if path == "-" {
        files.append(NotebookFile(path: "-", reportName: "stdin"))
        continue
      }
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw UsageProblem("there is no notebook or folder `\(path)`")
      }
      if isFolder {
        let root = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let found = notebooks(in: root, beneath: "")
        guard !found.isEmpty else { throw UsageProblem("the folder `\(path)` holds no notebook (no file `*.md`)") }
        files += found
      } else {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        files.append(NotebookFile(path: path, reportName: withoutEnding(name)))
      }
    }
    for (index, file) in files.enumerated() {
      if let twin = files[..<index].first(where: { $0.reportName == file.reportName }) {
        throw UsageProblem("`\(twin.path)` and `\(file.path)` would be written to the same report")
      }
    }
    return files
  }

  private static func notebooks(in folder: String, beneath prefix: String) -> [NotebookFile] {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    return names.flatMap { name -> [NotebookFile] in
      guard !name.hasPrefix("."), !name.hasPrefix("_") else { return [] }
      let path = folder + "/" + name
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
      if isFolder {
        // A link may lead back up; what it leads to can be named by itself.
        let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
        return isLink ? [] : notebooks(in: path, beneath: prefix + name + "/")
      }
      return name.hasSuffix(".md") ? [NotebookFile(path: path, reportName: prefix + withoutEnding(name))] : []
    }
  }

  private static func withoutEnding(_ name: String) -> String {
    name.hasSuffix(".md") ? String(name.dropLast(3)) : name
  }

  /// nil where the file cannot be read.
  func read() -> SourceText? {
    if path == "-" { return SourceText(utf8: StandardStreams.readInput(), name: "-") }
    return FileManager.default.contents(atPath: path).map { SourceText(utf8: Array($0), name: path) }
  }
}

/// What the user asked for that cannot be done: exit 64.
struct UsageProblem: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}
