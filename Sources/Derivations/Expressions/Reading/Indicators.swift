import TeXMath

/// What is 1 where a relation is true, else 0.
extension ExpressionParser {
  /// Where the relation of `1\{i = j\}` or `\mathbb{1}_{i = j}` that stands next ends; nil if none does.
  var indicatorEnd: Int? {
    guard let node = next else { return nil }
    if let sub = node.scripts.sub { return sub.contains { $0.isRelation } && node.scripts.sup == nil ? position : nil }
    guard node.scripts.sup == nil, position + 1 < nodes.count, nodes[position + 1].bareSign == "\\{",
      let close = closing(from: position + 1), nodes[(position + 2)..<close].contains(where: \.isRelation)
    else { return nil }
    return close
  }

  mutating func indicator(_ node: Node) throws(ReadingProblem) -> Expression {
    guard let end = indicatorEnd else { throw problem(at: node) }
    let start = position
    let relation = node.scripts.sub ?? Array(nodes[(position + 2)..<end])
    position = end + 1
    return Expression(.indicator(try condition(relation)), range(from: start))
  }

  /// `\mathbb{1}(y = k)`, `\mathbf 1_{y = k}`, `1\{y = k\}`: 1 where the relation is true.
  mutating func indicator() throws(ReadingProblem) -> Expression? {
    // Iverson's bracket: `[i = j]`.
    if next?.bareSign == "[", let close = closing(from: position), nodes[close].bareSign == "]",
      case let content = Array(nodes[(position + 1)..<close]), content.hasComparison
    {
      let start = position
      position = close + 1
      return Expression(.indicator(try condition(content)), range(from: start))
    }
    guard let node = next else { return nil }
    var isBare = false
    switch node.base.kind {
    case .dressed(let dress, let inner) where inner.count == 1 && ["1", "I"].contains(inner[0].key):
      guard dress == "\\mathbb" || inner[0].key == "1" else { return nil }
    case .number("1"): isBare = true
    default: return nil
    }
    guard case .none = scope.lookup([node.base]) else { return nil }
    let start = position
    if let sub = node.scripts.sub, node.scripts.sup == nil {
      let bare =
        sub.first?.bracketNesting == 1 && sub.last?.bracketNesting == -1 ? Array(sub.dropFirst().dropLast()) : sub
      guard !isBare, bare.hasComparison else { return nil }
      position += 1
      return Expression(.indicator(try condition(bare)), range(from: start))
    }
    guard node.scripts.sub == nil, node.scripts.sup == nil, position + 1 < nodes.count,
      let opening = nodes[position + 1].bareSign, ["(", "[", "\\{"].contains(opening),
      let close = closing(from: position + 1), nodes[close].scripts.sup == nil
    else { return nil }
    let content = Array(nodes[(position + 2)..<close])
    guard content.hasComparison else { return nil }
    position = close + 1
    return Expression(.indicator(try condition(content)), range(from: start))
  }
}

extension [Node] {
  /// Whether a relation stands among them, and not in brackets: in `[1\{y = k\} - p]` none does.
  fileprivate var hasComparison: Bool {
    var level = 0
    return contains { node in
      level += node.bracketNesting
      return level == 0 && node.bareSign.map { Expression.Comparison(tex: $0) != nil } ?? false
    }
  }
}

extension Node {
  fileprivate var isRelation: Bool { bareSign.map { Expression.Comparison(tex: $0) != nil } ?? false }
}
