import Diagnostics
import Documents
import Results

/// Results with all seven verdicts, for the displays of `Fixtures/reports/verdicts.md`.
enum HandmadeVerdicts {
  typealias Link = EquationResult.Link
  typealias Evidence = EquationResult.Evidence

  static func result(for document: Document) -> NotebookResult {
    let displays = document.displays
    precondition(displays.count == equations.count)
    let placed = zip(displays, equations).map { maths, equation in
      var equation = equation
      equation.line = document.source.line(at: maths.span.lower)
      equation.tex = maths.tex.text
      equation.label = maths.attributes.identifier
      return equation
    }
    return NotebookResult(notebook: "notebooks/verdicts.md", title: document.frontMatter.title ?? "", equations: placed)
  }

  private static func at(_ letters: (String, Int)...) -> [Evidence.Index] {
    letters.map { Evidence.Index(letter: $0.0, value: $0.1) }
  }

  private static func equation(
    _ verdict: EquationResult.Verdict, expected: EquationResult.Verdict? = nil, reason: String? = nil,
    convention: String? = nil, repairs: [String] = [], links: [Link] = []
  ) -> EquationResult {
    EquationResult(
      line: 0, tex: "", label: nil, verdict: verdict, expected: expected, reason: reason, convention: convention,
      repairs: repairs, links: links)
  }

  static let equations: [EquationResult] = [
    equation(
      .holds,
      links: [
        Link(
          verdict: .holds, line: 11, label: nil, tex: #"\delta^L = \nabla_a C \odot \sigma'(z^L)"#,
          evidence: Evidence(
            left: 0.1384985616, right: 0.1384985616, at: at(("j", 1)), maxError: 2.220446049250313e-16, compared: 24,
            skipped: 2, probes: 3, includesOwn: true),
          substitution: EquationResult.Substitution(
            tex: #"0.1385 = (0.7514 - 0.01) \cdot 0.7514 \, (1 - 0.7514)"#, at: at(("j", 1))))
      ]),
    equation(
      .fails, reason: "true in no network; the last factor is the activation, and its derivative is missing",
      repairs: [
        #"\delta^l = (w^{l+1})^T \delta^{l+1} \odot \sigma'(z^l)"#,
        #"\delta^l = (w^{l+1})^T \delta^{l+1} \odot a^l \odot (1 - a^l)"#,
      ],
      links: [
        Link(
          verdict: .fails, line: 17, label: nil, tex: #"\delta^l = (w^{l+1})^T \delta^{l+1} \odot \sigma(z^l)"#,
          evidence: Evidence(
            left: 0.12, right: -0.12, at: at(("l", 1), ("j", 2)), maxError: 0.24, compared: 36, probes: 3,
            includesOwn: true),
          substitution: EquationResult.Substitution(
            tex: #"0.12 = (0.40 \cdot 0.1385 + 0.50 \cdot (-0.0381)) \cdot 0.5933"#, at: at(("l", 1), ("j", 2))))
      ]),
    equation(
      .notChecked, reason: "the second row has a link that was not checked; the others hold",
      links: [
        Link(
          verdict: .holds, line: 23, label: "eq-bp3", tex: #"\pder{C}{b^l_j} &= \delta^l_j \label{eq-bp3}"#,
          evidence: Evidence(
            left: 0.1385, right: 0.1385, at: at(("l", 2), ("j", 1)), maxError: 0, compared: 18, probes: 3,
            includesOwn: true)),
        Link(
          verdict: .holds, line: 24, label: "eq-bp4", tex: #"\pder{C}{w^l_{jk}} &= a^{l-1}_k \, \delta^l_j"#,
          evidence: Evidence(
            left: 0.0821670405, right: 0.0821670405, at: at(("l", 2), ("j", 1), ("k", 1)), maxError: 4.4e-16,
            compared: 120, probes: 3, includesOwn: true),
          substitution: EquationResult.Substitution(
            tex: #"0.0822 = 0.5933 \cdot 0.1385"#, at: at(("l", 2), ("j", 1), ("k", 1)))),
        Link(
          verdict: .notChecked, line: 24, label: "eq-bp4",
          tex: #"a^{l-1}_k \, \delta^l_j = a^{l-1}_k \sum_m w^{l+1}_{mj} \delta^{l+1}_m \sigma'(z^l_j)"#,
          reason: "nothing says what `m` counts: `$m$ is …` in `define notation` would"),
      ]),
    equation(
      .convention, convention: "elementwise derivative written for a diagonal Jacobian",
      links: [
        Link(
          verdict: .convention, line: 29, label: nil, tex: #"\pder{a^l}{z^l} = \sigma'(z^l)"#,
          convention: "elementwise derivative written for a diagonal Jacobian",
          evidence: Evidence(maxError: 1.1e-16, compared: 42, probes: 3, includesOwn: false))
      ]),
    equation(
      .holds,
      links: [
        Link(
          verdict: .holds, line: 33, label: nil,
          tex: #"C = \frac{1}{2n} \sum_x \lVert y(x) - a^L(x) \rVert^2"#,
          evidence: Evidence(left: 0.298371109, right: 0.298371109, maxError: 0, compared: 4, probes: 4)),
        Link(
          verdict: .holds, line: 33, label: nil,
          tex:
            #"\frac{1}{2n} \sum_x \lVert y(x) - a^L(x) \rVert^2 = \frac{1}{2n} \sum_x \sum_j \left( y_j(x) - a^L_j(x) \right)^2 + \frac{\lambda}{2n} \sum_w w^2 + \frac{\lambda}{2n} \sum_b b^2"#,
          evidence: Evidence(left: 0.298371109, right: 0.298371109, maxError: 5.6e-17, compared: 4, probes: 4)),
      ]),
    equation(
      .updates, reason: "one step of gradient descent on the cost, with the rate `η` of this notebook",
      links: [
        Link(
          verdict: .updates, line: 37, label: nil, tex: #"w \leftarrow w - \eta \pder{C}{w}"#,
          evidence: Evidence(maxError: 0, compared: 8, probes: 0, includesOwn: true))
      ]),
    equation(.notChecked, reason: "`≈` between quantities claims nothing that could be refuted"),
    equation(
      .fails, expected: .fails,
      links: [
        Link(
          verdict: .fails, line: 43, label: nil, tex: #"\delta^L = (y - a^L) \odot \sigma'(z^L)"#,
          evidence: Evidence(
            left: 0.1385, right: -0.1385, at: at(("j", 1)), maxError: 0.277, compared: 24, probes: 3,
            includesOwn: true))
      ]),
    equation(.defines),
    equation(
      .conflicts, reason: "line 45 defines $s_j$ with rows and columns the other way round",
      links: [
        Link(
          verdict: .conflicts, line: 47, label: nil, tex: #"s_j = \sum_k w_{kj}"#,
          evidence: Evidence(compared: 0, probes: 3, leftShape: "3 × 1", rightShape: "2 × 1"))
      ]),
    equation(
      .holds, expected: .fails,
      links: [
        Link(
          verdict: .holds, line: 51, label: nil, tex: #"\pder{C}{a^L} = a^L - y"#,
          evidence: Evidence(
            left: 0.7414, right: 0.7414, at: at(("j", 1)), maxError: 1.1e-16, compared: 6, probes: 3,
            includesOwn: true))
      ]),
  ]
}
