/// What sentences say of another symbol by a calculation: `$A'$ is the transpose of $A$`, `$g$ is minus half the derivative of
/// $E$ by $w$`. Such a sentence is a `let` in words.
extension Phrase {
  /// Reads a calculation; nil where there is none that can be read, and nothing is read then.
  mutating func readFormulaInWords(letters: [String]) -> NotationDefinition.Sentence.Meaning? {
    var inner = self
    guard let meaning = inner.readCalculation(letters: letters) ?? inner.readDerivativeOfFunction(),
      inner.diagnostics.count == diagnostics.count
    else { return nil }
    self = inner
    return meaning
  }

  private mutating func readCalculation(letters: [String]) -> NotationDefinition.Sentence.Meaning? {
    let start = position
    _ = take("the")
    guard let calculation = Self.calculations.first(where: { take($0.words) }) else {
      rewind(to: start)
      return nil
    }
    _ = take("of")
    return readOperand(letters: letters).map {
      .formula(calculation.before + $0.grouped + calculation.after, argument: nil)
    }
  }

  private static let calculations: [(words: String, before: String, after: String)] = [
    ("transpose", "", "^\\top"), ("transposed matrix", "", "^\\top"), ("square", "", "^2"),
    ("one half", "\\frac{1}{2} ", ""), ("half", "\\frac{1}{2} ", ""), ("twice", "2 ", ""), ("two times", "2 ", ""),
    ("negative", "-", ""), ("minus", "-", ""),
  ]

  /// `the derivative of $\sigma$`, `the derivative of the activation function of layer l`
  private mutating func readDerivativeOfFunction() -> NotationDefinition.Sentence.Meaning? {
    _ = take("the")
    guard take("derivative of") || take("first derivative of") else { return nil }
    guard let function = readOperand(letters: []), isAtEnd else { return nil }
    guard spoken.allSatisfy(\.isFunction) else { return nil }
    return .formula("\(function)'(u)", argument: "u")
  }
}

extension NotationDefinition.Sentence {
  /// Whether it speaks of a function of the network.
  fileprivate var isFunction: Bool {
    if case .noun(let name, _, _) = meaning { name.hasSuffix(" function") } else { false }
  }
}

extension String {
  /// Between brackets, if more than a symbol.
  fileprivate var grouped: String {
    hasPrefix("\\frac") || contains(where: { "+-^ ".contains($0) }) && NotationOperand.words(of: self) == nil
      ? "\\left(\(self)\\right)" : self
  }
}
