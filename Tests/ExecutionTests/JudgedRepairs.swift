/// Repairs as the tables of judged notebooks have them, held against what the program offers.
enum JudgedRepairs {
  /// What `||` parts; `\|` is LaTeX.
  static func parts(_ text: String) -> [String] {
    var parts: [String] = [""]
    for piece in text.split(separator: " ", omittingEmptySubsequences: false) {
      if piece == "||" { parts.append("") } else { parts[parts.count - 1] += " " + piece }
    }
    return parts.filter { !plain($0).isEmpty }
  }

  /// Whether a repair that is offered is one of those accepted.
  static func isAccepted(_ offered: String, _ accepted: [String], for original: String) -> Bool {
    let (offered, original) = (plain(offered), plain(original))
    return accepted.contains { matches(offered, plain($0), original) }
  }

  /// LaTeX without what changes only its looks.
  private static func plain(_ tex: String) -> String {
    var rest = tex[...]
    var plain = ""
    while let character = rest.first {
      if character == "\\" {
        let word = rest.dropFirst().prefix { $0.isASCII && $0.isLetter }
        let command = word.isEmpty ? rest.dropFirst().prefix(1) : word
        rest = rest.dropFirst(1 + command.count)
        switch command {
        case "left", "right", ",", ";", "!", "quad", "displaystyle", "cdot", "\\": break
        case "dfrac", "cfrac", "tfrac": plain += "\\frac"
        default: plain += "\\" + command
        }
        continue
      }
      rest = rest.dropFirst()
      if !character.isWhitespace, !"{}&".contains(character) { plain.append(character) }
    }
    while let last = plain.last, ".,;".contains(last) { plain.removeLast() }
    return plain
  }

  /// Whether they are the same repair, where one may be the statement and the other the display around it.
  private static func matches(_ offered: String, _ accepted: String, _ original: String) -> Bool {
    let (part, whole) = offered.count < accepted.count ? (offered, accepted) : (accepted, offered)
    return offered == accepted
      || !part.isEmpty && whole.hasInside(part) && !original.hasInside(part) && part.count * 4 > whole.count
  }
}

extension String {
  /// Whether it has `part` in it.
  fileprivate func hasInside(_ part: String) -> Bool {
    let (all, part) = (Array(utf8), Array(part.utf8))
    guard part.count <= all.count else { return false }
    return (0...(all.count - part.count)).contains { all[$0...].starts(with: part) }
  }
}
