import TeXMath

/// Judges `W \in \mathbb{R}^{n \times m}`, also with a pair for the exponent.
struct ShapeClaims {
  let judge: LinkJudge

  func judge(_ left: [Node], _ right: [Node]) -> LinkVerdict {
    let set = PlainNodes.plain(right)
    guard set.count == 1, case .dressed("\\mathbb", let letter) = set[0].base.kind, letter.key == "R" else {
      return LinkVerdict(open: .otherSet)
    }
    do throws(ReadingProblem) {
      var parser = ExpressionParser(left, scope: judge.scope)
      let value = try parser.parse()
      if let letter = parser.realVariables.keys.min() { throw .unbound(letter, left.range) }
      return try compare(value, extents(set[0].scripts.sup ?? []))
    } catch {
      return .notChecked(error)
    }
  }

  private func extents(_ sup: [Node]) throws(ReadingProblem) -> [Expression] {
    var nodes = sup[...]
    if nodes.first?.bareSign == "(", nodes.last?.bareSign == ")" { nodes = nodes.dropFirst().dropLast() }
    guard !nodes.isEmpty else { return [] }
    var extents: [Expression] = []
    for part in ExpressionParser.parts(of: nodes, at: [",", "\\times", "*", "\\cdot"]) {
      var parser = ExpressionParser(Array(part), scope: judge.scope)
      extents.append(try parser.parse())
    }
    return extents
  }

  private func compare(_ value: Expression, _ extents: [Expression]) throws(ReadingProblem) -> LinkVerdict {
    var verdict = LinkVerdict(.holds)
    let reading = LinkJudge.Reading(left: value, right: value, guards: [], conventions: [])
    // A size in digits is that of the author's network.
    let isLiteral = extents.contains { if case .number(let digits) = $0.kind { digits != "1" } else { false } }
    for probe in judge.probes(reading, also: extents) where probe.isOwn || !isLiteral {
      let evaluator = Evaluator(probe, constants: judge.constants(on: probe))
      do throws(EvaluationProblem) {
        var demands = LetterDemands()
        try evaluator.collect(value, .init(), hasLayers: false, into: &demands)
        for extent in extents { try evaluator.collect(extent, .init(), hasLayers: false, into: &demands) }
        for context in contexts(demands.layers, probe) {
          do throws(EvaluationProblem) {
            var units = LetterDemands()
            try evaluator.collect(value, context, hasLayers: true, into: &units)
            var inner = context
            for demand in units.all { inner.letters[demand.letter] = demand.range.lowerBound }
            let found = try evaluator.value(value, inner)
            var expected: [Int] = []
            for extent in extents { expected.append(try evaluator.whole(extent, inner)) }
            verdict.compared += 1
            if !found.hasShape(expected) {
              verdict.kind = .fails
              verdict.leftShape = found.description
              verdict.rightShape = expected.map(String.init).joined(separator: " × ")
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
  /// Whether it is what `\mathbb{R}` to these extents holds.
  fileprivate func hasShape(_ extents: [Int]) -> Bool {
    switch form {
    case .scalar: extents.allSatisfy { $0 == 1 }
    case .column: extents == shape || extents == [shape[0], 1]
    case .row: extents == shape || extents == [1, shape[0]]
    case .matrix, .tensor: extents == shape
    case .identity: extents.count == 2 && extents[0] == extents[1]
    }
  }
}
