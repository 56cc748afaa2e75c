import Foundation

/// The built program, run as a user runs it.
enum Shell {
  static let program = Notebooks.root.appending(path: ".build/release/nabla")

  struct Outcome {
    var output: String
    var status: Int32
  }

  /// Carries out a line in `folder`, where `nabla` is the built program; what it writes to either stream is taken
  /// together.
  static func run(
    _ line: String, in folder: URL, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = folder
    let path = program.deletingLastPathComponent().path + ":/usr/local/bin:/usr/bin:/bin"
    process.environment = ["PATH": path, "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
    let pipe = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(output: String(decoding: bytes, as: UTF8.self), status: process.terminationStatus)
  }

  /// A new, empty folder for the length of `body`.
  static func inFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "nabla-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// Every file beneath `folder`, by its path.
  static func files(in folder: URL) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      if let data = FileManager.default.contents(atPath: folder.appending(path: path).path) { found[path] = data }
    }
    return found
  }
}
