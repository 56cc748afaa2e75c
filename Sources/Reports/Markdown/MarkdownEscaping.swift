/// Text of ours, written so that Markdown takes it as text.
enum MarkdownEscaping {
  static func text(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>|$&#~".contains(character) { result += "\\" }
      result.append(character.isNewline ? " " : character)
    }
    return result
  }

  /// A code span that can hold backticks.
  static func code(_ text: some StringProtocol) -> String {
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    let needsSpace = text.hasPrefix("`") || text.hasSuffix("`")
    return fence + (needsSpace ? " \(text) " : String(text)) + fence
  }

  /// The fence of a code block that can hold `text`.
  static func fence(for text: String) -> String {
    String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
  }

  private static func longestRun(of character: Character, in text: some StringProtocol) -> Int {
    var longest = 0
    var current = 0
    for other in text {
      current = other == character ? current + 1 : 0
      longest = max(longest, current)
    }
    return longest
  }
}
