/// What a verdict about a link rests on, on the author's own network: enough to do it once more with numbers.
struct LinkWork {
  var left: Expression
  var right: Expression
  var relation: LinkRelation
  var conventions: Set<Convention>
  var stepCost: StepCost
  var rate: Expression?
  var component: Difference
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
    guard let work = verdict.work, let own = laboratory.ownProbe() else { return nil }
    let evaluator = Evaluator(own, constants: constants(on: own), work.conventions)
    (evaluator.stepCost, evaluator.rate) = (work.stepCost, work.rate)
    let isRefuted = verdict.kind == .fails || verdict.kind == .conflicts
    guard let line = try? SubstitutedLine(work, evaluator, isRefuted: isRefuted)?.tex() else { return nil }
    var at = work.component.letters
    if work.component.hasUnlabelledExample, own.examples > 1,
      !at.contains(where: { $0.value == work.component.context.example + 1 && $0.letter == "i" })
    {
      at.append(("\\text{example}", work.component.context.example + 1))
    }
    return Substitution(tex: line, at: at)
  }
}
