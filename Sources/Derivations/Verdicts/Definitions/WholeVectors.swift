import TeXMath

/// A symbol without an index where the document has defined its entries: `e` beside `e_j`.
extension StatementJudge {
  /// What is said of entries that are defined above: `A = \operatorname{softmax}(S)` where the `A_{ij}` are that, and
  /// `e = y - a`, which contradicts `e_j = a_j - y_j`.
  ///
  /// - Returns: nil where it is something else than a vector like that, as the `s` of `s = \sum_j s_j`
  func claimOfEntries(_ left: [Node], _ right: [Node]) -> LinkVerdict? {
    let name = PlainNodes.plain(left)
    guard name.count == 1, name[0].isBareLetter, scope.definesEntries(of: name[0].key) else { return nil }
    var verdict = linkJudge.judge(guards: conditions(), read: sides(left, right))
    switch verdict.kind {
    case .holds, .convention: return verdict
    case .fails where verdict.leftShape == nil && verdict.rightShape == nil && verdict.left != nil:
      verdict.kind = .conflicts
      return verdict
    default: return nil
    }
  }
}

extension Scope {
  /// Whether a letter is defined with indices below it, by the document.
  fileprivate func definesEntries(of letter: String) -> Bool {
    entries.contains { entry in
      guard case .definition(let definition) = entry.value, !definition.isLet, entry.pattern.nodes.count == 1 else {
        return false
      }
      return entry.pattern.nodes[0].base.key == letter && entry.pattern.nodes[0].scripts.sub != nil
    }
  }
}
