import Networks
import TeXMath

/// What a step of training that a link speaks of may be one on, and with which rate.
extension LinkJudge {
  /// The costs that a step may be one on: the summed loss only where the document speaks of it, or not of the mean, and
  /// one without the penalty that the cells define only where a sentence leaves it out, or the equation has a loss.
  func stepCosts(in sides: [Expression]) -> [StepCost] {
    let quantities = scope.entries.compactMap { entry -> SymbolMeaning.Quantity? in
      if case .meaning(let meaning) = entry.value { meaning.quantity } else { nil }
    }
    let isSummed =
      quantities.contains(.summedLoss) || !quantities.contains { $0 == .cost || $0 == .dataCost }
      || sides.contains { $0.contains(where: \.differentiatesNamed) }
    let isPenalized =
      setting.objective?.regularization != nil && !scope.hasCostWithoutPenalty
      && !sides.contains { $0.contains(where: \.isLossWithoutPenalty) }
    return StepCost.allCases.filter { ($0 != .summed || isSummed) && ($0.hasPenalty || !isPenalized) }
  }

  /// The symbol of the learning rate: none where one is bound as such; else a letter of `let` that stands here, with the
  /// number of the training if that has one, else that of the latest update.
  func rate(in expressions: [Expression]) -> Expression? {
    let isBound = scope.entries.contains { entry in
      if case .meaning(let meaning) = entry.value { meaning.quantity == .learningRate } else { false }
    }
    if isBound { return nil }
    let letters = expressions.flatMap(\.lettersOfLet)
    if let number = setting.learningRate {
      return letters.first { letter in
        if case .variable(let variable) = letter.kind { variable.value == number } else { false }
      }
    }
    return letters.first ?? rates.last ?? customaryRate
  }

  /// The only number of `let` whose letter is one that everybody has for the learning rate, where all that an update
  /// writes is numbers: `w \leftarrow 0.5 - 0.3(-0.29)` beside `let $\eta = 0.3$`.
  private var customaryRate: Expression? {
    let letters = ["\\eta", "\\alpha", "\\mu", "lr"].compactMap { letter -> Expression? in
      guard case .found(let entry, _) = scope.lookup([Node(.letter(letter), 0..<0)]),
        case .variable(let variable) = entry.value, variable.value != nil, variable.shape.isEmpty
      else { return nil }
      return Expression(.variable(variable), 0..<0)
    }
    return letters.count == 1 ? letters[0] : nil
  }
}

extension Expression {
  fileprivate var isLossWithoutPenalty: Bool {
    guard case .quantity(let use) = kind else { return false }
    return use.meaning.quantity == .exampleLoss && !use.meaning.isWithRegularization
  }

  /// Whether it is the derivative of what the document itself defines.
  fileprivate var differentiatesNamed: Bool {
    switch kind {
    case .derivative(let derivative): derivative.numerator.isNamed
    case .gradient(let of, _): of.isNamed
    default: false
    }
  }
}
