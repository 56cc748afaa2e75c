import TeXMath

/// Judges one link of a statement by the sign between its sides: a set, a bound, an approximation, an equation, an update.
extension StatementJudge {
  mutating func judge(
    _ left: [Node], _ sign: String, _ right: [Node], head: [Node], isFirst: Bool, isLast: Bool
  ) -> LinkVerdict {
    guard !left.isEmpty, !right.isEmpty else {
      return LinkVerdict(open: .sideMissing)
    }
    switch sign {
    case "\\in", "∈":
      if let bounds = Self.bounds(ofInterval: right) {
        return judge(left, within: bounds)
      }
      return judgeShape(left, right)
    case "\\mapsto", "\\longmapsto", "↦":
      guard let colon = left.firstIndex(where: { $0.bareSign == ":" || $0.bareSign == "\\colon" }) else {
        return LinkVerdict(open: .mapWithoutName)
      }
      return claim(Array(left[..<colon]), right, head: head, isLast: isLast)
    case "\\approx", "≈", "\\simeq":
      guard isNumber(left) || isNumber(right) || isCalculation(right) else {
        return LinkVerdict(open: .relation("\\approx"))
      }
      return claim(left, right, head: head, isLast: isLast)
    case _ where Self.comparisons.contains(sign):
      var judge = linkJudge
      let plain = PlainNodes.plain([Node(.sign(sign), 0..<0)]).first?.bareSign ?? sign
      judge.relation = .compared(Expression.Comparison(tex: plain) ?? .atMost)
      let verdict = judge.judge(guards: conditions(), read: sides(left, right))
      return ofOwnNumbers(left, right, verdict)
    default: break
    }
    guard Self.equalities.contains(sign) || Self.arrows.contains(sign) else {
      return LinkVerdict(open: .relation(sign))
    }
    // `w \leftarrow A \leftarrow B` says twice what becomes of w.
    let isFurtherStep = !isFirst && Self.arrows.contains(sign)
    let read = sides(isFurtherStep ? head : left, right)
    let literal = try? read(.init())
    if isFirst || isFurtherStep, let literal, Self.assignments.contains(sign), literal.left.isOneParameter,
      let numbers = numbers(in: literal.right, of: literal.left)
    {
      // `v \leftarrow 0.7 - 0.5 \cdot (-0.3457)` calculates with the author's numbers.
      var stepped = literal
      stepped.left = literal.left.afterStep
      stepped.right = numbers.expression
      var judge = self
      judge.exact.formUnion(numbers.exact)
      self.stepped = stepped.left
      var verdict = judge.claim(stepped, head: head, isLast: false, read: read)
      if verdict.kind == .holds { verdict.kind = .updates }
      verdict.isOfStep = true
      return verdict
    }
    if isFirst || isFurtherStep, let literal,
      let update = updateClaims.judge(
        literal, isAssignment: Self.assignments.contains(sign),
        learn: { lesson in
          if let rate = lesson.rate { rates.append(rate) }
          if let scale = lesson.scale { scope.velocityScale = scale }
          isAhead.merge(lesson.isAhead) { $1 }
        })
    {
      var update = update
      update.isOfStep = true
      return update
    }
    if Self.arrows.contains(sign) {
      // Of a parameter it is an update, and what is missing is a symbol of it.
      if literal == nil, case .quantity(let use)? = (try? reader.read(left))?.expression.kind, use.meaning.isParameter {
        return linkJudge.judge(read: read)
      }
      return LinkVerdict(open: .arrow)
    }
    if let literal, literal.left.speaksOfStep || literal.right.speaksOfStep {
      rates += (literal.left.lettersOfLet + literal.right.lettersOfLet).prefix(1)
    }
    let verdict = claim(literal, head: head, isLast: isLast, read: read)
    return isFirst ? redefine(left, right, verdict) : verdict
  }

  /// The ends of `(0, 1)` or `[0, 1]`, each with the sign that what lies within has to it; nil for any other set.
  private static func bounds(ofInterval nodes: [Node]) -> [(sign: String, end: [Node])]? {
    let nodes = PlainNodes.plain(nodes)
    guard let open = nodes.first?.bareSign, let close = nodes.last?.bareSign, ["(", "["].contains(open),
      [")", "]"].contains(close), nodes.count > 4
    else { return nil }
    let parts = ExpressionParser.parts(of: nodes[1..<(nodes.count - 1)], at: [","])
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    return [(open == "(" ? ">" : "\\ge", Array(parts[0])), (close == ")" ? "<" : "\\le", Array(parts[1]))]
  }

  private func judge(_ left: [Node], within bounds: [(sign: String, end: [Node])]) -> LinkVerdict {
    var verdicts: [LinkVerdict] = []
    for (sign, end) in bounds where !end.key.contains("\\infty") {
      var judge = linkJudge
      judge.relation = .compared(Expression.Comparison(tex: sign) ?? .atMost)
      verdicts.append(judge.judge(guards: conditions(), read: sides(left, end)))
    }
    return verdicts.first { $0.kind != .holds } ?? verdicts.first ?? LinkVerdict(open: .otherSet)
  }

  var linkJudge: LinkJudge {
    LinkJudge(
      laboratory: laboratory, setting: setting, reader: reader, isTrial: isTrial, isForecast: isForecast, rates: rates,
      shown: shown)
  }

  var updateClaims: UpdateClaims {
    UpdateClaims(
      judge: linkJudge, rates: rates, scale: scope.velocityScale, isAhead: isAhead)
  }

  typealias Reading = (ExpressionParser.Options) throws(ReadingProblem) -> LinkJudge.Sides
}
