import FoundationEssentials

/// The lines of a file of reference values, without comments.
func fixtureLines(_ name: String, from file: String = #filePath) throws -> [Substring] {
  let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
  let text = try String(contentsOf: folder.appending(path: "Fixtures/engine/\(name)"), encoding: .utf8)
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
}
