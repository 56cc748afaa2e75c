import TeXMath

/// A symbol without an index where the document has defined its entries: `e` beside `e_j`.
extension StatementJudge {
  /// What contradicts entries that are defined above: `e = y - a` where `e_j = a_j - y_j`.
  ///
  /// - Returns: nil where it says the same, or is something else than a vector like that, as the `s` of `s = \sum_j s_j`
  func conflictWithEntries(_ left: [Node], _ right: [Node]) -> LinkVerdict? {
    let name = PlainNodes.plain(left)
    guard name.count == 1, name[0].isBareLetter, scope.definesEntries(of: name[0].key) else { return nil }
    let read = sides(left, right)
    var verdict = linkJudge.judge(guards: conditions()) { (options) throws(ReadingProblem) in
      var options = options
      options.hasBareVectors = true
      return try read(options)
    }
    guard verdict.kind == .fails, verdict.leftShape == nil, verdict.rightShape == nil, verdict.left != nil else {
      return nil
    }
    verdict.kind = .conflicts
    return verdict
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
