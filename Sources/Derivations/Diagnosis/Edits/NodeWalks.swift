import TeXMath

extension [Node] {
  /// Letters that sums run over.
  var summationLetters: Set<String> {
    var found: Set<String> = []
    forEachNode { node in
      guard case .scripted(let base?, let sub?, _, _) = node.kind, case .large = base.kind else { return }
      for inner in sub { if case .letter(let letter) = inner.kind { found.insert(letter) } }
    }
    return found
  }

  /// Whether a letter stands anywhere among them.
  func hasLetter(_ letter: String) -> Bool {
    var isFound = false
    forEachNode { node in if case .letter(letter) = node.kind { isFound = true } }
    return isFound
  }

  var hasSumSign: Bool {
    var level = 0
    for node in self {
      level += node.bracketNesting
      if level == 0, node.bareSign == "+" || node.bareSign == "-" { return true }
    }
    return false
  }

  /// Calls `body` for every node, in the order written.
  func forEachNode(_ body: (Node) -> Void) {
    for node in self {
      body(node)
      switch node.kind {
      case .group(let inner), .dressed(_, let inner), .root(let inner, _), .fenced(_, let inner, _):
        inner.forEachNode(body)
      case .fraction(let a, let b):
        a.forEachNode(body)
        b.forEachNode(body)
      case .scripted(let base, let sub, let sup, _):
        if let base { [base].forEachNode(body) }
        sub?.forEachNode(body)
        sup?.forEachNode(body)
      case .environment(_, let rows): for row in rows { for cell in row.cells { cell.forEachNode(body) } }
      default: break
      }
    }
  }

  /// Calls `body` for every letter that stands in an index, and says whether it is that of a sum.
  func forEachScriptLetter(_ body: (String, Range<Int>, Bool) -> Void) {
    forEachNode { node in
      guard case .scripted(let base, let sub, let sup, _) = node.kind else { return }
      var isSum = false
      if let base, case .large = base.kind { isSum = true }
      for script in [sub, sup] {
        for inner in script ?? [] {
          if case .letter(let letter) = inner.kind { body(letter, inner.range, isSum) }
        }
      }
    }
  }
}
