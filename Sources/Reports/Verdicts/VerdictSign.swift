import Results

/// A verdict as a reader sees it: a sign and a word, each enough without the other and without colour.
struct VerdictSign: Hashable {
  var mark: String
  var word: String
  /// For the colours of a page: a verdict's name, `unexpected` or `expected-failure`.
  var tone: String

  init(_ verdict: EquationResult.Verdict, _ language: Language) {
    mark = Self.mark(of: verdict)
    word = language[verdict.word]
    tone = verdict.rawValue
  }

  /// - Parameter equation: a verdict other than expected says what was expected
  init(_ equation: EquationResult, _ language: Language) {
    self.init(equation.verdict, language)
    let isRefuted = EquationResult.Verdict.refuting.contains(equation.verdict)
    if equation.isUnexpected {
      tone = "unexpected"
      if !isRefuted { mark = "!" }
      if let expected = equation.expected { word = language.text(.expected, word, language[expected.word]) }
    } else if equation.expected == equation.verdict, isRefuted || equation.verdict == .notChecked {
      tone = isRefuted ? "expected-failure" : tone
      word += ", " + language[.asExpected]
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
}
