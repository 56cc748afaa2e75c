import TeXMath

extension ExpressionParser {
  /// What the letters of a symbol stand for beside it: in `\sum_k w_{kj} o_k` with `w_{ij}` and `w_{jl}` bound, k stands for i,
  /// since it does before j.
  func roles(of node: Node) -> [String: [Node]] {
    let letters = Set(node.scriptIndices.flatMap(\.letters))
    var roles: [String: [Node]] = [:]
    for other in nodes where other != node && !other.scriptIndices.isEmpty {
      guard case .found(let entry, let match) = scope.lookup([other]), entry.isNotation, match.exact > 0 else {
        continue
      }
      for (role, written) in match.indices.sorted(by: { $0.key < $1.key })
      where written.count == 1 && letters.contains(written.key) && written.key != role {
        let meant = [Node(.letter(role), other.range)]
        // Two places that say different things say nothing.
        roles[written.key] = roles[written.key].map { $0.key == role ? $0 : [] } ?? meant
      }
    }
    return roles.filter { !$0.value.isEmpty }
  }
}
