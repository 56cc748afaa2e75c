import TeXMath

/// `x_t` where `let` says what the vector x is, and what the vectors `x_1` and `x_2` are: an entry of the one, or any of the
/// others. What an equation means is seen by the rest of it only: it is judged as the entry first, and as the family where
/// that is refuted.
extension StatementJudge {
  /// The verdict as of a family about a link that was refuted as of entries; nil where it is refuted so, too, or has no
  /// such symbols.
  func readingFamilies(
    _ left: [Node], _ sign: String, _ right: [Node], _ members: [[Node]], head: [Node], isFirst: Bool, isLast: Bool
  ) -> LinkVerdict? {
    guard !scope.readsFamilies, scope.hasRivals(in: left + right) else { return nil }
    var other = self
    other.scope.readsFamilies = true
    let verdict =
      if let family = NameFamily(in: members, other.scope) {
        other.judge(left, right, family: family, head: head, isLast: isLast)
      } else {
        other.judge(left, sign, right, head: head, isFirst: isFirst, isLast: isLast)
      }
    return verdict.kind == .fails ? nil : verdict
  }
}

extension Scope {
  /// Whether a symbol with a letter below it may be an entry of a vector, and any vector of a family.
  fileprivate func hasRivals(in nodes: [Node]) -> Bool {
    var isFound = false
    PlainNodes.plain(nodes).forEachNode { node in
      guard !isFound, node.scripts.sub?.contains(where: \.isBareLetter) ?? false, node.base.isSymbolLetter else {
        return
      }
      isFound = isRival(node.base.key)
    }
    return isFound
  }

  /// Whether `let` has vectors with this letter and a number, and one with the letter alone.
  func isRival(_ letter: String) -> Bool {
    let vectors = entries.filter { entry in
      guard case .variable(let variable) = entry.value, !entry.isNotation, !variable.shape.isEmpty,
        entry.pattern.nodes.count == 1
      else { return false }
      return entry.pattern.nodes[0].base.key == letter
    }
    return vectors.contains { $0.pattern.nodes[0].scripts.sub == nil }
      && vectors.contains { $0.pattern.nodes[0].scripts.sub?.first?.isNumber ?? false }
  }
}
