import TeXMath

/// Brackets that were lost, and those that close too early or too late: `(a - y) x` for `a - y x`, `\sigma(W x + b)` for
/// `\sigma(W x) + b`.
extension EditGenerator {
  private static let reach = 4

  mutating func brackets(in member: [Node]) {
    member.forEachRun { run in
      lostBrackets(in: run)
      for place in run.indices { moved(run, at: place) }
    }
    for (content, _) in member.brackets { lostBrackets(in: content) }
  }

  /// Around the end of one term and the beginning of the next.
  private mutating func lostBrackets(in run: [Node]) {
    guard run.hasSumSign else { return }
    let terms = products(of: run)
    let isNegated = run.first?.bareSign == "-"
    for (number, (one, other)) in zip(terms, terms.dropFirst()).enumerated() {
      let starts = one.factors.indices.suffix(Self.reach).filter { !one.factor($0).isLargeOperator }
      let ends = other.factors.indices.prefix(Self.reach).filter { !other.factor($0).isLargeOperator }
      for start in starts.reversed() {
        for end in ends {
          // Around whole terms, brackets matter behind a minus only.
          let isWhole = start == 0 && end == other.factors.count - 1
          if isWhole, number > 0 || !isNegated { continue }
          let lower = one.factor(start).range.lowerBound
          let upper = other.factor(end).range.upperBound
          add(
            Edit(
              .bracket,
              [Edit.Splice(range: lower..<lower, text: "("), Edit.Splice(range: upper..<upper, text: ")")]))
        }
      }
    }
  }

  /// One end of the bracket that begins at a place, moved by a factor or a term.
  private mutating func moved(_ run: [Node], at place: Int) {
    let content: [Node]
    let whole: Range<Int>
    let after: Int
    if case .fenced(let left, let inner, _) = run[place].kind, left == "(" || left == "[" {
      (content, whole, after) = (inner, run[place].range, place + 1)
    } else if run[place].bareSign == "(" || run[place].bareSign == "[" {
      let close = ScriptItem.closing(of: place, in: run)
      guard close < run.count, close > place + 1, run[close].bareSign != nil else { return }
      content = Array(run[(place + 1)..<close])
      (whole, after) = (run[place].range.lowerBound..<run[close].range.upperBound, close + 1)
    } else {
      return
    }
    guard let inner = content.first?.range.lowerBound, let end = content.last?.range.upperBound else { return }
    let opening = Edit.Splice(range: whole.lowerBound..<inner, text: "")
    let closing = Edit.Splice(range: end..<whole.upperBound, text: "")
    let (open, close) = (source(opening.range), source(closing.range))
    // The closing bracket behind what follows.
    let rest = products(of: Array(run[after...]))
    var ends: [Int] = []
    let isTermBehind = after < run.count && ["+", "-"].contains(run[after].bareSign ?? "")
    if let first = rest.first {
      ends += (isTermBehind ? first.factors.indices.suffix(1) : first.factors.indices.prefix(2)).map {
        first.factor($0).range.upperBound
      }
    }
    if !isTermBehind, rest.count > 1 { ends.append(rest[1].nodes.range.upperBound) }
    // And before the last of what is in it.
    let terms = products(of: content)
    if let last = terms.last {
      if terms.count > 1 {
        ends.append(terms[terms.count - 2].nodes.range.upperBound)
        ends += last.factors.indices.dropLast().suffix(2).map { last.factor($0).range.upperBound }
      }
    }
    for place in ends where place != end {
      let moved = Edit.Splice(range: place..<place, text: close)
      add(Edit(.bracket, place < end ? [moved, closing] : [closing, moved]))
    }
    // The opening one, not that of a function.
    guard place == 0 || !run[place - 1].isFunctionName(before: run[place], in: scope) else { return }
    var starts: [Int] = []
    if let first = terms.first, terms.count > 1 {
      starts += first.factors.indices.dropFirst().prefix(2).map { first.factor($0).range.lowerBound }
    }
    let isTermBefore = place > 0 && ["+", "-"].contains(run[place - 1].bareSign ?? "")
    if let before = products(of: Array(run[..<place])).last, !isTermBefore {
      starts += before.factors.indices.suffix(2).filter { !before.factor($0).isLargeOperator }.map {
        before.factor($0).range.lowerBound
      }
    }
    for place in starts where place != inner {
      let moved = Edit.Splice(range: place..<place, text: open)
      add(Edit(.bracket, place < inner ? [moved, opening] : [opening, moved]))
    }
  }
}
