import TeXMath

extension Spelling {
  /// The slope of an activation function as a document writes it: `a (1 - a)`, `(1 - h^2)`, `\sigma'(z)`.
  struct Slope: Hashable, Sendable {
    var tex: String
    /// Those that stand in its indices.
    var letters: Set<String>
  }

  /// Slopes that stand among the factors of a run.
  static func slopes(in run: [Node], _ source: (Range<Int>) -> String) -> [Slope] {
    var found: [Slope] = []
    func note(_ nodes: [Node]) {
      let tex = source(nodes.range)
      guard nodes.count < 16, tex.count < 60 else { return }
      found.append(Slope(tex: tex, letters: nodes.scriptLetters))
    }
    for (place, node) in run.enumerated() {
      var (content, end): ([Node], Int) = ([], place)
      if case .fenced("(", let inner, ")") = node.kind {
        content = inner
      } else if node.bareSign == "(", case let close = ScriptItem.closing(of: place, in: run), close < run.count,
        run[close].bareSign == ")"
      {
        (content, end) = (Array(run[(place + 1)..<close]), close)
      } else {
        continue
      }
      if place > 0, run[place - 1].scripts.primes == 1, run[place - 1].scripts.sup == nil,
        run[place - 1].base.isSymbolLetter
      {
        note(Array(run[(place - 1)...end]))
      }
      guard let rest = content.complement else { continue }
      if rest.count == 1, case .scripted(let base?, _, let sup?, 0) = rest[0].kind, sup.count == 1, sup[0].key == "2",
        base.isSymbolLetter
      {
        note(Array(run[place...end]))
      } else if rest.count <= place, case let before = Array(run[(place - rest.count)..<place]), before.key == rest.key
      {
        note(Array(run[(place - rest.count)...end]))
      }
    }
    return found
  }
  /// Differences of two symbols among the factors of a run, with their brackets: `(a - y)`.
  static func differences(in run: [Node], _ source: (Range<Int>) -> String) -> [Slope] {
    var found: [Slope] = []
    for (place, node) in run.enumerated() {
      var (content, end): ([Node], Int) = ([], place)
      if case .fenced("(", let inner, ")") = node.kind {
        content = inner
      } else if node.bareSign == "(", case let close = ScriptItem.closing(of: place, in: run), close < run.count,
        run[close].bareSign == ")"
      {
        (content, end) = (Array(run[(place + 1)..<close]), close)
      }
      guard content.count == 3, content[1].bareSign == "-", content[0].base.isSymbolLetter,
        content[2].base.isSymbolLetter
      else { continue }
      found.append(Slope(tex: source(Array(run[place...end]).range), letters: content.scriptLetters))
    }
    return found
  }
}
