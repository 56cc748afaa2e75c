import TeXMath

/// A term of a sum: its factors, with the signs that stand between them.
struct Product {
  /// All of it, without the sign before it.
  var nodes: [Node]
  /// Places of the factors among the nodes.
  var factors: [Range<Int>]

  func factor(_ number: Int) -> [Node] { Array(nodes[factors[number]]) }
}

extension EditGenerator {
  /// Signs that stand between factors.
  static let timesSigns: Set<String> = [
    "\\cdot", "\\times", "*", "⋅", "·", "\\odot", "⊙", "\\circ", "∘", "\\bullet", "\\ast", "\\star",
  ]

  /// The terms of a run, each with its factors.
  func products(of run: [Node]) -> [Product] {
    var found: [Product] = []
    var level = 0
    let terms = run.split { node in
      level += node.bracketNesting
      return level == 0 && (node.bareSign == "+" || node.bareSign == "-" || node.bareSign == "−")
    }
    for term in terms where !term.isEmpty {
      let nodes = Array(term)
      found.append(Product(nodes: nodes, factors: factorPlaces(of: nodes)))
    }
    return found
  }

  /// The terms of a member and those of all brackets in it.
  func allProducts(of member: [Node]) -> [Product] {
    products(of: member) + member.brackets.flatMap { products(of: $0.content) }
  }
}

extension [Node] {
  /// What stands in round or square brackets, with the range of these.
  var brackets: [(content: [Node], whole: Range<Int>)] {
    var found: [(content: [Node], whole: Range<Int>)] = []
    forEachRun { run in
      for (place, node) in run.enumerated() {
        if case .fenced(let left, let content, _) = node.kind, left == "(" || left == "[" {
          found.append((content, node.range))
        } else if node.bareSign == "(" || node.bareSign == "[" {
          let close = ScriptItem.closing(of: place, in: run)
          guard close < run.count, close > place + 1 else { continue }
          found.append((Array(run[(place + 1)..<close]), node.range.lowerBound..<run[close].base.range.upperBound))
        }
      }
    }
    return found
  }

  /// Whether it is a sign of summation or the like.
  var isLargeOperator: Bool {
    if count == 1, case .large = self[0].base.kind { true } else { false }
  }

  /// `1 - x`: the x.
  var complement: [Node]? {
    guard count > 2, self[0].key == "1", self[1].bareSign == "-", case let rest = Array(self[2...]), !rest.hasSumSign
    else { return nil }
    return rest
  }
}
