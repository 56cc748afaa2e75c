/// A document of cases as its lines, so that a recorded text can be put into its place.
struct SpecDocument {
  struct Case {
    var title: String
    var blocks: [SpecCase.Block] = []
    /// For each block, the lines between its fences.
    var lines: [Range<Int>] = []
    /// Behind the last line that is not blank.
    var end: Int
  }
  private(set) var lines: [String]
  private(set) var cases: [Case] = []

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var index = 0
    while index < lines.count {
      let line = lines[index]
      let fence = line.prefix { $0 == "`" }
      if line.hasPrefix("## ") {
        cases.append(Case(title: String(line.dropFirst(3)), end: index + 1))
      } else if fence.count >= 3, !cases.isEmpty {
        let start = index + 1
        index = lines[start...].firstIndex { $0 == fence } ?? lines.count
        let body = lines[start..<index].map { $0 + "\n" }.joined()
        cases[cases.count - 1].blocks.append(SpecCase.Block(String(line.dropFirst(fence.count)), body))
        cases[cases.count - 1].lines.append(start..<index)
      }
      if !line.isEmpty, !cases.isEmpty { cases[cases.count - 1].end = index + 1 }
      index += 1
    }
  }

  var text: String { lines.joined(separator: "\n") }

  /// Puts `text` into the block `info` of a case, or behind its other blocks; empty text takes the block away.
  mutating func record(_ text: String, as info: String, of title: String) {
    guard let place = cases.firstIndex(where: { $0.title == title }) else { return }
    let body = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
    if let block = cases[place].blocks.firstIndex(where: { $0.info == info }) {
      let inner = cases[place].lines[block]
      if text.isEmpty {
        lines.removeSubrange(inner.lowerBound - 2..<inner.upperBound + 1)
      } else {
        lines.replaceSubrange(inner, with: body)
      }
    } else if !text.isEmpty {
      lines.insert(contentsOf: ["", "```\(info)"] + body + ["```"], at: cases[place].end)
    }
    self = SpecDocument(self.text)
  }
}
