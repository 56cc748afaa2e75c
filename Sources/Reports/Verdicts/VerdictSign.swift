import Results

/// A verdict as a reader sees it: a sign and a word, each enough without the other and without colour.
struct VerdictSign: Hashable {
  var mark: String
  var word: String
  /// For the colours of a page: a verdict's name, `unexpected` or `expected-failure`.
  var tone: String

  init(_ verdict: EquationResult.Verdict) {
    mark = Self.mark(of: verdict)
    word = Self.word(for: verdict)
    tone = verdict.rawValue
  }

  /// - Parameter equation: a verdict other than expected says what was expected
  init(_ equation: EquationResult) {
    self.init(equation.verdict)
    let isRefuted = EquationResult.Verdict.refuting.contains(equation.verdict)
    if equation.isUnexpected {
      tone = "unexpected"
      if !isRefuted { mark = "!" }
      if let expected = equation.expected { word += ", expected: \(Self.word(for: expected))" }
    } else if equation.expected == equation.verdict, isRefuted || equation.verdict == .notChecked {
      tone = isRefuted ? "expected-failure" : tone
      word += ", as expected"
    }
  }

  private static func mark(of verdict: EquationResult.Verdict) -> String {
    switch verdict {
    case .holds: "✓"
    // As at a word with a footnote: true, and there is something to be said to it.
    case .convention: "†"
    case .fails: "✗"
    case .defines: "≔"
    case .conflicts: "≠"
    case .updates: "←"
    case .notChecked: "○"
    }
  }

  private static func word(for verdict: EquationResult.Verdict) -> String {
    switch verdict {
    case .holds: "holds"
    case .convention: "holds under a convention"
    case .fails: "fails"
    case .defines: "definition"
    case .conflicts: "conflicts with an earlier definition"
    case .updates: "update"
    case .notChecked: "not checked"
    }
  }
}
