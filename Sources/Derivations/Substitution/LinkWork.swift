/// What a verdict about a link rests on, on the author's own network: enough to do it once more with numbers.
struct LinkWork {
  var left: Expression
  var right: Expression
  var relation: LinkRelation
  var conventions: ConventionSet
  var stepCost: StepCost
  var rate: Expression?
  var component: Difference
  /// Components of other layers, for where this one is too large to be written out.
  var alternatives: [Difference] = []
  /// What the left side comes to where it is not its value: the parameter after a step.
  var result: Expression?
  /// The formulas that the two sides stand in.
  var texts = (left: "", right: "")
  /// The relation as the author writes it.
  var sign = "="

  /// The assignment itself, of which the increments were compared.
  mutating func take(_ sides: LinkJudge.Sides, result: Expression) {
    (left, right) = (sides.left, sides.right)
    self.result = result
  }
}

/// A link with the numbers of one component in place of its symbols.
package struct Substitution: Sendable {
  package var tex: String
  package var at: [(letter: String, value: Int)]
}

extension LinkJudge {
  /// The link as a student would write it with numbers; nil where that says nothing or is too long to be read.
  func substitution(of verdict: LinkVerdict) -> Substitution? {
    guard let work = verdict.work, let own = laboratory.numberProbe() else { return nil }
    let evaluator = Evaluator(
      own, constants: constants(on: own), work.conventions, exampleLetters: reader.exampleLetters)
    (evaluator.stepCost, evaluator.rate) = (work.stepCost, work.rate)
    evaluator.allowsRowGradients = !reader.hasErrorsAsColumns
    if work.left.differentiatesByDefined || work.right.differentiatesByDefined {
      evaluator.definitions = scope.definedValues
    }
    let isRefuted = verdict.kind == .fails || verdict.kind == .conflicts
    let free = work.left.freeLetters.union(work.right.freeLetters)
    for component in [work.component] + work.alternatives {
      var copy = work
      copy.component = component
      guard let line = try? SubstitutedLine(copy, evaluator, isRefuted: isRefuted)?.tex() else { continue }
      var at = component.letters.filter { free.contains($0.letter) }
      if component.hasUnlabelledExample, own.examples > 1, free.isDisjoint(with: component.exampleLetters) {
        at.append(("\\text{example}", component.context.example + 1))
      }
      return Substitution(tex: line, at: at)
    }
    return nil
  }
}
