import FoundationEssentials

/// Where KaTeX's script, style sheet and fonts are on this machine.
package struct TypesettingFiles: Sendable, Hashable {
  /// Holds `katex.min.js`, `katex.min.css` and `fonts/`.
  package var directory: String

  package init(directory: String) { self.directory = directory }

  /// Beside the program where it was installed, else where Debian's `libjs-katex` puts it; nil where neither is.
  ///
  /// - Parameter executable: the path of the running program, links followed
  package static func locate(executable: String) -> TypesettingFiles? {
    let program = URL(filePath: executable).deletingLastPathComponent()
    let candidates = [program.appending(path: "../share/nabla/katex").standardized.path] + debian
    return candidates.map { TypesettingFiles(directory: $0) }.first { $0.hasScript }
  }

  private static let debian = ["/usr/share/javascript/katex", "/usr/share/nodejs/katex/dist"]

  var script: [UInt8]? { data("katex.min.js").map(Array.init) }
  var styleSheet: String? { data("katex.min.css").map { String(decoding: $0, as: UTF8.self) } }

  private var hasScript: Bool { FileManager.default.isReadableFile(atPath: directory + "/katex.min.js") }

  /// The font file that KaTeX's style sheet names, `KaTeX_Main-Regular.woff2`.
  func font(_ name: String) -> [UInt8]? { data("fonts/" + name).map(Array.init) }

  private func data(_ name: String) -> Data? { try? Data(contentsOf: URL(filePath: directory).appending(path: name)) }
}
