import TeXMath

/// What stands below a sum: the letters that it binds, where they begin, and conditions on them.
extension ExpressionParser {
  /// Reads `j=1`, `j`, `j,k`, `j \ne i`, `i \in \{1, \dots, n\}`.
  mutating func readRange(_ sub: [Node], of operation: inout BigOperator) throws(ReadingProblem) {
    guard !sub.isEmpty else { return }
    for part in Self.parts(of: sub[...]) {
      // `\sum_{\forall x}`
      let part = part.first?.key == "\\forall" ? part.dropFirst() : part
      guard let first = part.first else { continue }
      guard case .letter(let letter) = first.kind else {
        throw .unsupported(.written(sub.key, .asRange), sub.range)
      }
      let rest = part.dropFirst()
      guard let sign = rest.first else {
        operation.letters.append(letter)
        continue
      }
      switch sign.bareSign {
      case "=":
        operation.letters.append(letter)
        operation.lower = try inner(rest.dropFirst(), asWholeNumber: true)
      case "\\ne", "<", ">", "\\le", "\\ge":
        // `k=1, k \ne j` says two things of one letter.
        if !operation.letters.contains(letter) { operation.letters.append(letter) }
        operation.conditions.append(try condition(Array(part)))
      case "\\in":
        if let (first, last) = Self.ends(ofSet: Array(rest.dropFirst())) {
          operation.letters.append(letter)
          operation.lower = try inner(first, asWholeNumber: true)
          operation.upper = try inner(last, asWholeNumber: true)
          break
        }
        // `d \in D`, `k \in outputs`, `k \in Downstream(j)`: all that the letter can be.
        guard Array(rest.dropFirst()).isSetName else {
          throw .unsupported(.written(sub.key, .asRange), sub.range)
        }
        if !operation.letters.contains(letter) { operation.letters.append(letter) }
      default:
        // `\sum_{jk}`
        let letters = part.compactMap { node -> String? in
          if case .letter(let letter) = node.kind { letter } else { nil }
        }
        guard letters.count == part.count else { throw .unsupported(.written(sub.key, .asRange), sub.range) }
        operation.letters += letters
      }
    }
  }

  /// The first and last of `\{1, \dots, n\}` and of whole numbers that follow each other; nil for any other set.
  private static func ends(ofSet nodes: [Node]) -> (ArraySlice<Node>, ArraySlice<Node>)? {
    guard nodes.first?.bareSign == "\\{", nodes.last?.bareSign == "\\}" else { return nil }
    let parts = Self.parts(of: nodes[1..<(nodes.count - 1)], at: [","])
    guard let first = parts.first, let last = parts.last, parts.count > 1, !last.isEmpty else { return nil }
    let dots = parts.firstIndex { $0.count == 1 && $0.first?.bareSign == "\\ldots" }
    let written = (dots.map { Array(parts[..<$0]) } ?? parts).map { part in
      part.count == 1 ? Int(part.first?.key ?? "") : nil
    }
    let numbers = written.compactMap { $0 }
    guard numbers.count == written.count, let start = numbers.first,
      numbers == Array(start..<(start + numbers.count)), dots.map({ $0 > 0 && $0 == parts.count - 2 }) ?? true
    else { return nil }
    return (first, last)
  }
}

extension [Node] {
  /// Whether it is the name of a set, a letter or a word, which may have an argument; but neither `\mathbb{R}` nor `\mathbb{N}`.
  fileprivate var isSetName: Bool {
    var nodes = self[...]
    if nodes.last?.bareSign == ")", let open = nodes.firstIndex(where: { $0.bareSign == "(" }) {
      nodes = nodes[..<open]
    }
    guard let first = nodes.first else { return false }
    if nodes.count == 1 {
      switch first.base.kind {
      case .dressed(let dress, _): return dress != "\\mathbb"
      case .letter, .name, .text: return true
      default: return false
      }
    }
    return nodes.allSatisfy { if case .letter(let letter) = $0.kind { letter.count == 1 } else { false } }
  }
}
