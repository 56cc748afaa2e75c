import FoundationEssentials
import Synchronization

extension SpecCase {
  /// Where this is set in the environment, what is found replaces what was expected, and the run fails.
  package static var isRecording: Bool { ProcessInfo.processInfo.environment["NABLA_RECORD"] != nil }

  /// Parallel tests write into one document, one after the other.
  private static let writing = Mutex(())

  /// Compares what was found with the block `info`; nil where they agree, else the lines that differ.
  package func difference(_ info: String, from found: String) -> String? {
    let expected = text(info) ?? ""
    guard expected != found else { return nil }
    guard Self.isRecording else { return "\(description), \(info):\n" + Self.difference(expected, found) }
    Self.writing.withLock { _ in
      let path = Self.folder.appending(path: document + ".md")
      guard let text = try? String(contentsOf: path, encoding: .utf8) else { return }
      var written = SpecDocument(text)
      written.record(found, as: info, of: title)
      try? Data(written.text.utf8).write(to: path)
    }
    return "recorded: \(description)"
  }

  /// Both texts line by line: `-` what was expected, `+` what was found.
  package static func difference(_ expected: String, _ found: String) -> String {
    func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    let (old, new) = (lines(expected), lines(found))
    let changes = new.difference(from: old)
    var removed: [Int: Substring] = [:]
    var inserted: [Int: Substring] = [:]
    for change in changes {
      switch change {
      case .remove(let offset, let line, _): removed[offset] = line
      case .insert(let offset, let line, _): inserted[offset] = line
      }
    }
    var text = ""
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if let line = removed[i] {
        text += "- \(line)\n"
        i += 1
      } else if let line = inserted[j] {
        text += "+ \(line)\n"
        j += 1
      } else {
        text += "  \(new[j])\n"
        i += 1
        j += 1
      }
    }
    return text
  }
}
