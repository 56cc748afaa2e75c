import FoundationEssentials
import Testing

/// Compares with what is kept among the fixtures. Where a file is missing it is written, and the run fails.
func expectSame(_ text: String, as path: String) throws {
  let file = fixture(path)
  guard let kept = try? Data(contentsOf: file) else {
    try Data(text.utf8).write(to: file)
    Issue.record("\(path) was written: read it, and commit it if it is right")
    return
  }
  #expect(text == String(decoding: kept, as: UTF8.self), "differs from \(path)")
}
