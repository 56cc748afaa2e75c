import TeXMath

extension LinkJudge.Sides {
  /// Without the steps of training that symbols are meant at, `w_{t+1} = w_t - \eta v_t`: where the left side is that of
  /// the step after another on the right, the equation is an assignment; everywhere else all are of one step.
  func settlingSteps() throws(ReadingProblem) -> LinkJudge.Sides {
    guard left.content.namesStep || right.content.namesStep else { return self }
    let (own, others) = (left.uses, right.uses)
    guard (own + others).contains(where: { $0.step != nil }) else { return self }
    var settled = self
    settled.left = left.withoutSteps()
    settled.right = right.withoutSteps()
    if case .quantity(let use) = left.kind, let step = use.step, use.meaning.isStepped {
      let isAhead = others.contains { other in
        // `w^{new} = w - \eta \nabla C`
        other.meaning == use.meaning && other.step.map { $0.plus(1) == step } ?? (step.constant == 1)
      }
      if isAhead {
        // What is remembered is of the step before, or already of this one.
        let isOrdered = others.allSatisfy { other in
          guard let written = other.step else { return true }
          return written.plus(1) == step || written == step && !(other.meaning == use.meaning)
        }
        guard isOrdered else { throw .unsupported(.fact(.earlierStep), left.range) }
        settled.isStep = true
        if use.meaning.isParameter {
          settled.right = right.withoutSteps(to: step)
        } else if let parameter = right.stepOfParameter {
          settled.isVelocityAhead = parameter.plus(1) == step
        }
        return settled
      }
    }
    let steps = Set((own + others).compactMap(\.step))
    if steps == [IndexExpression.nextStep] {
      settled.left = left.afterNextStep
      settled.right = right.afterNextStep
      return settled
    }
    guard steps.count == 1 else { throw .unsupported(.fact(.otherStep), left.range) }
    return settled
  }
}

extension SymbolMeaning {
  /// Whether an assignment gives it its value of the next step.
  fileprivate var isStepped: Bool {
    if case .accumulator = quantity { true } else { isParameter }
  }
}

extension Expression {
  /// The quantities in it, but for those that others speak of.
  fileprivate var uses: [QuantityUse] {
    if case .quantity(let use) = kind { return [use] }
    return children.flatMap(\.uses)
  }

  /// With what the next step makes of a parameter in place of `w^{new}`.
  var afterNextStep: Expression {
    mapped { part in
      guard case .quantity(var use) = part.kind, use.step == IndexExpression.nextStep else { return part }
      use.step = nil
      var next = QuantityUse(meaning: SymbolMeaning(.afterStep(of: [])), tex: use.tex)
      next.operands = [Expression(.quantity(use), part.range)]
      return Expression(.quantity(next), part.range)
    }
  }

  /// - Parameter next: that of the parameter on the left: what is remembered says whether it has this one or that before
  fileprivate func withoutSteps(to next: IndexExpression? = nil) -> Expression {
    mapped { part in
      guard case .quantity(var use) = part.kind, let step = use.step else { return part }
      use.step = nil
      if let next, case .accumulator = use.meaning.quantity { use.step = step == next ? .after : .before }
      var settled = Expression(.quantity(use), part.range)
      settled.isNamed = part.isNamed
      return settled
    }
  }
}

extension Expression {
  /// The step at which a gradient is taken; nil where nothing says it, or two things do.
  fileprivate var stepOfParameter: IndexExpression? {
    var steps: Set<IndexExpression> = []
    func visit(_ expression: Expression) {
      if case .quantity(let use) = expression.kind {
        if use.meaning.isParameter, let step = use.step { steps.insert(step) }
        if case .accumulator = use.meaning.quantity { return }
        for operand in use.operands { visit(operand) }
      }
      for child in expression.children { visit(child) }
    }
    visit(self)
    return steps.count == 1 ? steps.first : nil
  }
}

extension ExpressionParser {
  /// `w(t+1)`: behind what training changes, a letter of which nothing says what it is names the step of training.
  mutating func stepArgument() -> IndexExpression? {
    guard next?.bareSign == "(", let close = closing(from: position), nodes[close].bareSign == ")",
      let step = step(Array(nodes[(position + 1)..<close])), isLetterOfStep(step.letters[0])
    else { return nil }
    position = close + 1
    return step
  }

  /// Whether a letter between brackets behind a parameter is that of a step: nothing says what it is, or it is a
  /// vector of an example, as the targets t are, which adds no 1 and multiplies no weight between brackets of its own.
  private func isLetterOfStep(_ letter: String) -> Bool {
    switch scope.lookup([Node(.letter(letter), 0..<0)]) {
    case .none: return true
    case .found(let entry, let match):
      guard case .meaning(let meaning) = entry.value else { return false }
      return Self.lettersOfSteps.contains(letter) && meaning.dependsOnExample
        && (meaning.isVector || !match.missing.isEmpty)
    case .ambiguous: return false
    }
  }

  private static let lettersOfSteps: Set<String> = ["t", "k", "n", "\\tau", IndexExpression.stepLetter]

  /// `w^{(t+1)}`, `w^{\text{new}}`: likewise above it, and of any weight below it.
  func writtenStep(of match: inout SymbolPattern.Match, _ meaning: SymbolMeaning) -> IndexExpression? {
    if let sup = match.leftoverSup {
      let items = ScriptItem.items(of: sup)
      guard let step = IndexExpression(stepWord: sup) ?? (items.count == 1 ? step(items[0].nodes) : nil),
        // `W^l` without brackets is rather that of a layer.
        items[0].bracket != nil || step.constant != 0 || step.letters.allSatisfy(Self.lettersOfSteps.contains)
      else { return nil }
      match.leftoverSup = nil
      return step
    }
    guard let sub = match.leftoverSub, let step = IndexExpression(stepWord: sub) ?? step(sub),
      meaning.quantity == .anyWeight || meaning.quantity == .anyBias || step.only == scope.stepLetter
    else { return nil }
    match.leftoverSub = nil
    return step
  }

  /// A letter that is no number, and what is added to it, as a step of training.
  private func step(_ nodes: [Node]) -> IndexExpression? {
    guard let step = IndexExpression(nodes), step.letters.count == 1, step.terms[0].factor == 1,
      !(nodes.count == 1 && nodes[0].isTransposeMark)
    else { return nil }
    if step.only == scope.stepLetter { return step }
    switch scope.lookup([Node(.letter(step.letters[0]), nodes.range)]) {
    case .none: return step
    case .found(_, let found) where found.missing.isEmpty: return isLetterOfStep(step.letters[0]) ? step : nil
    case .found: return step
    case .ambiguous: return nil
    }
  }
}

extension Scope {
  /// The letter of the training step in `w_{t+1} = w_t - \eta \nabla C`, where w is a parameter without such an index.
  func stepLetter(from right: [Node], to left: [Node]) -> String? {
    guard left.count == 1, let step = left[0].subscriptIndex, step.constant == 1, let letter = step.only,
      case .found(let entry, let match) = lookup([left[0].base]), match.length == 1,
      case .meaning(let meaning) = entry.value, meaning.isParameter,
      PlainNodes.plain(right).flattened.contains(where: {
        $0.base.key == left[0].base.key && $0.subscriptIndex?.single == letter
      })
    else { return nil }
    return letter
  }
}

extension Node {
  fileprivate var subscriptIndex: IndexExpression? {
    let scripts = scripts
    return scripts.sup == nil ? scripts.sub.flatMap { IndexExpression($0) } : nil
  }
}

extension IndexExpression {
  fileprivate static let stepLetter = "the step"
  /// What an optimizer remembers with the number of the parameter that is changed, or of what it is changed to.
  static let before = IndexExpression(letter: "the step before")
  static let after = IndexExpression(letter: "the step after")
  /// That of `w^{new}`.
  fileprivate static let nextStep = IndexExpression(letter: stepLetter, plus: 1)
  private static let words: [(word: String, steps: Int)] =
    ["+", "new", "neu", "nuevo", "nouveau", "nuovo", "novo", "updated", "next"].map { ($0, 1) }
    + ["old", "alt", "viejo", "ancien", "vecchio", "antigo", "previous", "current"].map { ($0, 0) }

  /// The step that a word above a parameter names: that of the `old` one, or the next.
  init?(stepWord nodes: [Node]) {
    let letters = nodes.map {
      $0.bracketNesting == 0 ? $0.key.replacing("\\text{", with: "").replacing("}", with: "") : ""
    }
    guard let (_, steps) = Self.words.first(where: { $0.word == letters.joined() }) else { return nil }
    self.init(letter: Self.stepLetter, plus: steps)
  }
}
