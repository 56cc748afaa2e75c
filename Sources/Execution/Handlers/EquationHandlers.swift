import Derivations
import Diagnostics
import Directives
import Documents
import Results

extension Session {
  /// The equations above with their verdicts.
  var verdictTable: VerdictTable {
    VerdictTable(
      rows: judged.map { equation in
        VerdictTable.Row(
          label: equation.label, line: equation.line, verdict: equation.verdict, isUnexpected: equation.isUnexpected)
      })
  }

  /// Judges an equation as the displays are judged. What can't be checked is not as expected either: it was asked for.
  ///
  /// - Throws: what was lost above, where that may be why it can't be checked
  mutating func run(
    _ checking: EquationChecking, statement: String
  ) throws(RunProblem) -> (ExpectationResult, [Diagnostic]) {
    var attributes = Attributes()
    if checking.expectsFailure {
      attributes.pairs = [Attributes.Pair(key: "expect", value: "fails", span: checking.span)]
    }
    let maths = Maths(
      index: 0, delimiter: .dollar, isDisplay: false, tex: checking.tex, span: checking.span, attributes: attributes)
    let judged = judge(maths)
    var (equation, diagnostics) = (judged.result, judged.diagnostics)
    if equation.isPassedOver, let provision = Directive.Provision.allCases.first(where: lost.contains) {
      throw .lost(provision)
    }
    let isOpen = equation.verdict == .notChecked
    if isOpen, !equation.isUnexpected {
      diagnostics.append(
        Diagnostic(
          .error, Diagnostic.expectationCode, "this equation cannot be checked", at: checking.span,
          label: equation.reason))
    }
    let result = ExpectationResult(
      statement: statement, line: document.source.line(at: checking.span.lower),
      passed: !isOpen && !equation.isUnexpected, found: equation.foundWords)
    return (result, diagnostics)
  }
}

extension EquationResult {
  /// `holds: 24 components on 4 networks`, `fails: 0.12 against −0.12 at j = 1`.
  fileprivate var foundWords: String {
    var words = verdict == .notChecked ? "not checked" : verdict.rawValue
    let deciding = links.first { $0.verdict == verdict }
    if let convention = convention ?? deciding?.convention { words += " under a convention: \(convention)" }
    if verdict == .convention { words = words.replacingPrefix("convention", with: "holds") }
    guard let evidence = deciding?.evidence else { return reason.map { "\(words): \($0)" } ?? words }
    if Verdict.refuting.contains(verdict) {
      if let left = evidence.left, let right = evidence.right {
        let style = NumberStyle.significant(6)
        words += ": \(style.text(for: left).plain) against \(style.text(for: right).plain)"
        let at = evidence.at.map { "\($0.letter) = \($0.value)" }.joined(separator: ", ")
        if !at.isEmpty { words += " at \(at)" }
      } else if let reason = deciding?.reason {
        words += ": \(reason)"
      }
      return words
    }
    let networks = evidence.probes + (evidence.includesOwn ? 1 : 0)
    if verdict != .defines, evidence.compared > 0, networks > 0 {
      words +=
        ": \(evidence.compared) component\(evidence.compared == 1 ? "" : "s") on "
        + "\(networks) network\(networks == 1 ? "" : "s")"
    }
    return words
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
