import TeXMath

extension Node {
  /// Whether it is the R of `\mathbb{R}`, or one in another fount that nothing else says what it is.
  func isRealLine(in scope: Scope) -> Bool {
    switch kind {
    case .dressed("\\mathbb", let inner), .dressed("\\mathds", let inner): return inner.key == "R"
    case .dressed("\\mathcal", let inner), .dressed("\\mathbf", let inner), .dressed("\\boldsymbol", let inner):
      guard inner.key == "R" else { return false }
    case .letter("R"), .letter("ℝ"): break
    default: return false
    }
    if case .none = scope.lookup([self]) { return true }
    return false
  }
}

/// Judges `W \in \mathbb{R}^{n \times m}`, also with a pair for the exponent.
struct ShapeClaims {
  let judge: LinkJudge

  func judge(_ left: [Node], _ right: [Node]) -> LinkVerdict {
    // `a, b \in \mathbb{R}^n` says it of each.
    let members = ExpressionParser.parts(of: PlainNodes.plain(left)[...], at: [","])
    if members.count > 1, members.allSatisfy({ !$0.isEmpty }) {
      let verdicts = members.map { judge(Array($0), right) }
      var verdict = verdicts.first { $0.kind != .holds } ?? verdicts[0]
      if verdict.kind == .holds { verdict.compared = verdicts.reduce(0) { $0 + $1.compared } }
      return verdict
    }
    let set = PlainNodes.plain(right)
    guard set.count == 1, set[0].base.isRealLine(in: judge.scope) else { return LinkVerdict(open: .otherSet) }
    do throws(ReadingProblem) {
      var parser = ExpressionParser(left, scope: judge.scope)
      let value = try parser.parse()
      if let letter = parser.realVariables.keys.min() { throw .unbound(letter, left.range) }
      let sizes: [Expression?]
      do throws(ReadingProblem) {
        sizes = try extents(set[0].scripts.sup ?? [])
      } catch {
        var verdict = LinkVerdict.notChecked(error)
        if case .unbound = error.reason { verdict.hasUnboundSizes = true }
        return verdict
      }
      return try compare(value, sizes)
    } catch {
      return .notChecked(error)
    }
  }

  /// The sizes written; nil for one that nothing binds, which may be any.
  private func extents(_ sup: [Node]) throws(ReadingProblem) -> [Expression?] {
    var nodes = sup[...]
    if nodes.first?.bareSign == "(", nodes.last?.bareSign == ")" { nodes = nodes.dropFirst().dropLast() }
    guard !nodes.isEmpty else { return [] }
    var extents: [Expression?] = []
    var unbound: ReadingProblem?
    for part in ExpressionParser.parts(of: nodes, at: [",", "\\times", "*", "\\cdot"]) {
      var parser = ExpressionParser(Array(part), scope: judge.scope)
      parser.isWholeNumber = true
      do throws(ReadingProblem) {
        let extent = try parser.parse()
        if let letter = parser.realVariables.keys.min() { throw .unbound(letter, Array(part).range) }
        extents.append(extent)
      } catch {
        guard case .unbound = error.reason else { throw error }
        unbound = error
        extents.append(nil)
      }
    }
    if let unbound, extents.allSatisfy({ $0 == nil }) { throw unbound }
    return extents
  }

  private func compare(_ value: Expression, _ extents: [Expression?]) throws(ReadingProblem) -> LinkVerdict {
    guard !judge.isForecast else { return LinkVerdict(.holds) }
    // Ones are as many as their place asks for.
    if value.isRowOfOnes == false, extents.count == 1 {
      return LinkVerdict(.defines, reason: "it gives names to sizes")
    }
    do throws(ReadingProblem) {
      return try compare(value, extents, [])
    } catch {
      // What is true by convention has a shape by it, too.
      guard case .noShape = error.reason,
        let verdict = [.biasBroadcast, .entrywiseQuotient].lazy.compactMap({ convention in
          try? compare(value, extents, [convention])
        }).first
      else { throw error }
      return verdict
    }
  }

  private func compare(
    _ value: Expression, _ extents: [Expression?], _ conventions: ConventionSet
  ) throws(ReadingProblem) -> LinkVerdict {
    var verdict = LinkVerdict(.holds)
    let known = extents.compactMap(\.self)
    let reading = LinkJudge.Reading(left: value, right: value, guards: [], conventions: [])
    // A size in digits is that of the author's network.
    func isNumber(_ size: Expression) -> Bool { if case .number = size.kind { true } else { false } }
    func isLiteral(_ size: Expression) -> Bool {
      if case .number(let digits) = size.kind { digits != "1" } else { false }
    }
    // So is that a matrix of the author's has one row, `A \in \mathbb{R}^{1 \times m}`; a vector has one in itself.
    func isOne(_ size: Expression) -> Bool { if case .number("1") = size.kind { true } else { false } }
    let areLiteral = known.allSatisfy(isNumber) && known.contains(where: isLiteral)
    let probes = judge.probes(reading, also: known)
    let hasOwn = probes.contains(where: \.isOwn)
    for probe in probes where probe.isOwn || !areLiteral {
      let evaluator = Evaluator(probe, constants: judge.constants(on: probe), conventions)
      do throws(EvaluationProblem) {
        var demands = LetterDemands()
        try evaluator.collect(value, .init(), hasLayers: false, into: &demands)
        for extent in known { try evaluator.collect(extent, .init(), hasLayers: false, into: &demands) }
        for context in contexts(demands.layers, probe) {
          do throws(EvaluationProblem) {
            var units = LetterDemands()
            try evaluator.collect(value, context, hasLayers: true, into: &units)
            var inner = context
            for demand in units.all { inner.letters[demand.letter] = demand.range.lowerBound }
            let found = try evaluator.value(value, inner)
            var expected: [Int?] = []
            for extent in extents {
              let known = extent.flatMap { size in
                probe.isOwn || !isLiteral(size) && !(isOne(size) && hasOwn && found.form == .matrix) ? size : nil
              }
              expected.append(try known.map { (size) throws(EvaluationProblem) in try evaluator.whole(size, inner) })
            }
            verdict.compared += 1
            if !found.hasShape(expected) {
              verdict.kind = .fails
              verdict.leftShape = found.description
              verdict.rightShape = expected.map { $0.map(String.init) ?? "?" }.joined(separator: " × ")
              verdict.reason = "the shape is another"
              return verdict
            }
          } catch {
            switch error {
            case .noLayer, .noUnit: continue
            default: throw error
            }
          }
        }
      } catch {
        switch error {
        case .reading(let problem): throw problem
        case .refuted(let message, _, _): throw ReadingProblem(.noShape(message))
        case .noLayer, .noUnit: continue
        }
      }
      if probe.isOwn { verdict.includesOwn = true } else { verdict.probes += 1 }
    }
    guard verdict.compared > 0 else { throw ReadingProblem(.nothingLeft) }
    return verdict
  }

  private func contexts(_ letters: [String], _ probe: Probe) -> [Evaluator.Context] {
    letters.reduce([Evaluator.Context()]) { contexts, letter in
      let base = LayerLetter.isEvery(letter) ? 0 : probe.layerBase
      return contexts.flatMap { context in
        (base...(probe.layers + base)).map { number in
          var copy = context
          copy.letters[letter] = number
          return copy
        }
      }
    }
  }
}

extension Value {
  /// Whether it is what `\mathbb{R}` to these extents holds, where nil is any.
  fileprivate func hasShape(_ extents: [Int?]) -> Bool {
    func fits(_ shape: Axes<Int>) -> Bool {
      extents.count == shape.count && zip(extents, shape).allSatisfy { $0 == nil || $0 == $1 }
    }
    return switch form {
    case .scalar: extents.allSatisfy { $0 == nil || $0 == 1 }
    case .column: fits(shape) || fits([shape[0], 1])
    case .row: fits(shape) || fits([1, shape[0]])
    case .matrix, .tensor: fits(shape)
    case .identityFirst, .identityLast:
      extents.count == 2 && zip(extents, shape).allSatisfy { extent, known in extent.map { $0 % known == 0 } ?? true }
        && Set(zip(extents, shape).compactMap { extent, known in extent.map { $0 / known } }).count < 2
    case .identity: extents.count == 2 && (extents[0] == nil || extents[1] == nil || extents[0] == extents[1])
    }
  }
}
