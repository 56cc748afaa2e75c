import Diagnostics
import Documents
import Reports
import Results
import Testing

/// How verdicts and what they rest on are shown, piece by piece; `PageSnapshotTests` has whole reports.
@Suite struct VerdictTests {
  typealias Verdict = EquationResult.Verdict
  typealias Evidence = EquationResult.Evidence

  private func result(_ equations: EquationResult...) -> NotebookResult {
    NotebookResult(notebook: "notebooks/x.md", title: "", equations: equations)
  }

  private func equation(
    _ verdict: Verdict, expected: Verdict? = nil, reason: String? = nil, repairs: [String] = [],
    evidence: Evidence? = nil
  ) -> EquationResult {
    EquationResult(
      line: 3, tex: "a", label: nil, verdict: verdict, expected: expected, reason: reason, repairs: repairs,
      links: [.init(verdict: verdict, line: 3, label: nil, tex: "a = b", evidence: evidence)])
  }

  private func page(_ equations: EquationResult..., matter: String = "", text: String = "$$a$$") -> String {
    let source = matter.isEmpty ? text : "---\n\(matter)\n---\n\n\(text)"
    let result = NotebookResult(notebook: "notebooks/x.md", title: "", equations: equations)
    return HTMLReport.render(document(reading: source), result, typesetter: EchoTypesetter()).value
  }

  private func markdown(_ text: String, _ equations: EquationResult...) -> String {
    let result = NotebookResult(notebook: "notebooks/x.md", title: "", equations: equations)
    return MarkdownReport.render(document(reading: text), result).value.text
  }

  @Test(
    arguments: [
      (.holds, nil, "✓", "holds", "holds"), (.convention, nil, "†", "holds under a convention", "convention"),
      (.updates, nil, "←", "update", "updates"), (.defines, nil, "≔", "definition", "defines"),
      (.notChecked, nil, "○", "not checked", "not-checked"), (.fails, nil, "✗", "fails", "unexpected"),
      (.conflicts, nil, "≠", "conflicts with an earlier definition", "unexpected"),
      (.fails, .fails, "✗", "fails, as expected", "expected-failure"), (.holds, .holds, "✓", "holds", "holds"),
      (.notChecked, .notChecked, "○", "not checked, as expected", "not-checked"),
      (.holds, .fails, "!", "holds, expected: fails", "unexpected"),
      (.notChecked, .holds, "!", "not checked, expected: holds", "unexpected"),
      (.fails, .holds, "✗", "fails, expected: holds", "unexpected"),
    ] as [(Verdict, Verdict?, String, String, String)])
  func `is a sign and a word`(verdict: Verdict, expected: Verdict?, mark: String, word: String, tone: String) {
    let text = main(of: page(equation(verdict, expected: expected, reason: "why")))
    #expect(text.contains("<span class=\"mark\" aria-hidden=\"true\">\(mark)</span>"))
    #expect(text.contains("<span class=\"word\">\(word)</span>"))
    // What is not as expected is marked, and open.
    let isUnexpected = tone == "unexpected"
    #expect(text.contains("<details class=\"verdict \(tone)\"\(isUnexpected ? " open" : "")><summary>"))
    #expect(text.contains("<div class=\"equation wrong\"") == isUnexpected)
  }

  @Test func `opens only where there is something to see`() {
    #expect(
      main(of: page(EquationResult(line: 1, tex: "a", label: nil, verdict: .defines))).contains(
        "<p class=\"verdict defines\">"))
  }

  @Test(
    arguments: [
      (Evidence(left: 0.12, right: -0.12), .fails, "<dt>left and right</dt><dd>0.12 against −0.12, ratio −1</dd>"),
      (Evidence(left: 0.5, right: 0.5), .holds, "<dt>both sides</dt><dd>0.5</dd>"),
      (
        Evidence(left: 0.5, right: 0.5, at: [.init(letter: "l", value: 1)], entry: [2]), .holds,
        "<dt>at ⟨{l = 1}⟩, entry 2</dt><dd>0.5 on both sides</dd>"
      ),
      (
        Evidence(left: 0.5, right: 0.25, entry: [2, 3]), .fails,
        "<dt>entry (2, 3)</dt><dd>0.5 against 0.25, ratio 2</dd>"
      ),
      (
        Evidence(left: 1, right: 2e-9, at: [.init(letter: "l", value: 1), .init(letter: "j", value: 2)]), .holds,
        #"<dt>at ⟨{l = 1},\allowbreak\; {j = 2}⟩</dt><dd>1 against 2×10<sup>−9</sup></dd>"#
      ),
      (Evidence(left: 1.00000001, right: 1), .fails, "<dd>1.00000001 against 1</dd>"),
      (Evidence(left: 1, right: 0), .fails, "<dd>1 against 0</dd>"),
      (Evidence(left: .nan, right: .infinity), .fails, "<dd>NaN against ∞</dd>"),
      (Evidence(maxError: 2.220446049250313e-16), .holds, "<dt>largest difference</dt><dd>2.2×10<sup>−16</sup></dd>"),
      (
        Evidence(compared: 24, probes: 3, includesOwn: true), .holds,
        "<dd>24 components on 3 random networks and the notebook’s own</dd>"
      ),
      (Evidence(compared: 1, probes: 1), .holds, "<dd>1 component on 1 random network</dd>"),
      (Evidence(compared: 8, includesOwn: true), .updates, "<dd>8 components on the notebook’s own network</dd>"),
      (
        Evidence(skipped: 1), .holds,
        "<dt>left out</dt><dd>1 component, where rounding or overflow leaves nothing to compare</dd>"
      ),
      (
        Evidence(leftShape: "3 × 4", rightShape: "4 × 3"), .fails, "<dt>shapes</dt><dd>3 × 4 against 4 × 3</dd>"
      ),
    ] as [(Evidence, Verdict, String)])
  func `shows what was compared`(evidence: Evidence, verdict: Verdict, expected: String) {
    let text = main(of: page(equation(verdict, evidence: evidence)))
    #expect(text.contains(expected), "\(text)")
  }

  /// What the reason has said already.
  @Test(arguments: [
    (Evidence(left: 1, right: -1), "the right side is −1 × the left side", "<dd>1 against −1</dd>", "ratio"),
    (Evidence(left: 1, right: -1), "increments are compared", "<dd>1 against −1, ratio −1</dd>", "<dd></dd>"),
    (Evidence(leftShape: "2 × 4", rightShape: "a row of 4"), "2 × 4 and a row of 4 can't be equal", "", "shapes"),
    (Evidence(leftShape: "2 × 4", rightShape: "4 × 2"), "equal after transposing", "<dt>shapes</dt>", "<dd></dd>"),
  ])
  func `says nothing twice`(evidence: Evidence, reason: String, expected: String, said: String) {
    let text = main(of: page(equation(.fails, reason: reason, evidence: evidence)))
    #expect(text.contains(expected) || expected.isEmpty, "\(text)")
    #expect(!text.contains(said), "\(text)")
  }

  @Test func `lets a line of numbers end between two matrices`() {
    var refuted = equation(.holds)
    let matrix = #"\begin{pmatrix} 1 & 2 \end{pmatrix}"#
    refuted.links[0].substitution = .init(tex: "5 = \(matrix) \(matrix)")
    #expect(main(of: page(refuted)).contains(#"\end{pmatrix} \allowbreak \begin{pmatrix}"#))
  }

  @Test func `leads from the summary to a reference to nothing`() {
    let document = document(reading: "See @eq-a and @eq-b.")
    var result = result()
    result.diagnostics = HTMLReport.render(document, result).diagnostics.map {
      PlacedDiagnostic($0, in: document.source)
    }
    let text = HTMLReport.render(document, result).value
    #expect(result.diagnostics.count == 2)
    for number in 1...2 {
      #expect(text.contains("<a href=\"#dangling-\(number)\">error in line 1</a>"), "\(text)")
      #expect(text.contains("<span class=\"dangling\" id=\"dangling-\(number)\">@eq-"))
    }
  }

  @Test(arguments: [
    (#"the factor `\sigma_1` of `loss`"#, #"the factor ⟨\sigma_1⟩ of <code>loss</code>"#),
    ("`$m$ is …` and $m$", "<code>$m$ is …</code> and ⟨m⟩"), ("a < b ` c", "a &lt; b ` c"), ("``", "``"),
  ])
  func `typesets formulas within reasons`(reason: String, expected: String) {
    #expect(main(of: page(equation(.notChecked, reason: reason))).contains("<p class=\"reason\">\(expected)</p>"))
  }

  /// Where other links of the display still fail, the corrected display is not what would hold.
  @Test func `says which link a correction mends`() {
    var refuted = equation(.fails, expected: .fails)
    refuted.links.append(refuted.links[0])
    refuted.partialRepairs = [.init(link: 1, tex: "a = c"), .init(link: 1, tex: "a = d"), .init(link: 0, tex: "b = c")]
    let text = main(of: page(refuted))
    #expect(
      ["link 2 holds if written as", "or link 2 as", "link 1 holds if written as"].allSatisfy {
        text.contains("<figcaption>\($0)</figcaption>")
      })
    refuted.repairs = ["a = e"]
    #expect(main(of: page(refuted)).contains("<figcaption>holds if written as</figcaption>"))
    #expect(!main(of: page(refuted)).contains("link 2"))
  }

  @Test func `says of a link without a network at how many points it was tried`() {
    var evidence = Evidence(compared: 13, probes: 12, includesOwn: true)
    evidence.isOfPoints = true
    #expect(main(of: page(equation(.holds, evidence: evidence))).contains("<dd>13 components at 13 random points</dd>"))
    #expect(markdown("$$a$$", equation(.holds, evidence: evidence)).contains("13 components at 13 random points"))
  }

  @Test(arguments: [
    (#"a &= b \label{x} \\"#, "⟪a  = b   ⟫"), (#"\d x \tag*{3}\nonumber"#, "⟪dd x ⟫"),
    (#"\begin{align}a &= b \\ c &= d\end{align}"#, #"⟪\begin{align*}a &= b \\ c &= d\end{align*}⟫"#),
  ])
  func `prepares formulas of the results as the author's own`(tex: String, expected: String) {
    let text = main(of: page(equation(.fails, repairs: [tex]), matter: #"macros: { '\d': 'dd' }"#))
    #expect(text.contains("holds if written as</figcaption>"))
    #expect(text.contains(expected), "\(text)")
  }

  @Test(arguments: [
    ("inline", "<details class=\"verdict holds\">", false),
    ("margin", "<details class=\"verdict holds beside\">", false),
    (
      "end", "<p class=\"origin\"><a href=\"#eq-b\">equation (1) in line 8</a></p><details class=\"verdict holds\">",
      true
    ),
    ("off", "", false),
  ])
  func `places verdicts, and always shows what failed`(placement: String, expected: String, isList: Bool) {
    var second = equation(.holds, reason: "why")
    second.line = 8
    let text = main(
      of: page(
        equation(.fails, reason: "why"), second, matter: "verdicts: \(placement)", text: "$$a$$\n\n$$b$$ {#eq-b}"))
    #expect(text.contains("<details class=\"verdict unexpected\(placement == "margin" ? " beside" : "")\" open>"))
    #expect(text.contains(expected))
    #expect(text.contains("<h2 id=\"verdicts\">Verdicts</h2>") == isList)
    if placement == "off" { #expect(!text.contains("class=\"word\">holds<")) }
  }

  @Test(
    arguments: [
      ([.holds, .holds], "2 equations hold"), ([.notChecked], "1 equation not checked"),
      (
        [.notChecked, .conflicts, .fails, .defines, .updates, .convention, .holds],
        "7 equations: 1 holds, 1 holds under a convention, 1 is an update, 1 defines a symbol, 1 fails, 1 conflicts, 1 not checked"
      ),
    ] as [([Verdict], String)])
  func `counts verdicts in the order of reading`(verdicts: [Verdict], expected: String) {
    let result = NotebookResult(
      notebook: "", title: "", equations: verdicts.map { EquationResult(line: 1, tex: "", label: nil, verdict: $0) })
    #expect(result.equationLine == expected)
  }

  @Test func `says what came out as expected against appearances`() {
    let result = result(
      equation(.fails, expected: .fails), equation(.fails), equation(.holds, expected: .fails), equation(.holds),
      equation(.conflicts, expected: .conflicts))
    #expect(
      result.equationLine
        == "5 equations: 2 hold (1 unexpectedly), 2 fail (1 as expected), 1 conflicts (as expected)")
    #expect(result.summary.unexpected == 2 && result.summary.checked == 5)
  }

  @Test func `sums up with coverage and the ways to what went wrong`() {
    let text = page(equation(.fails), equation(.notChecked), text: "$$a$$ {#eq-a}\n\n$$b$$")
    #expect(
      text.contains(
        "<li>2 equations: <span class=\"bad\">1 fails</span>, 1 not checked</li><li>1 of 2 checked</li>"))
    #expect(text.contains("<p class=\"failures\">See <a href=\"#eq-a\">equation (1) in line 3</a></p>"))
    #expect(
      IndexPage.render([.init(result: result(equation(.holds), equation(.notChecked)), links: [])]).contains(
        "1 notebook, 2 equations, 1 of them checked; all as expected."))
  }

  private static let confirmed = Evidence(compared: 24, probes: 2, includesOwn: true)

  @Test(arguments: [
    ("$$a$$\n", "```math\na\n```\n\n✓ holds · 24 components on 3 networks\n"),
    ("$$a$$\nb\n", "```math\na\n```\n\n✓ holds · 24 components on 3 networks\n\nb\n"),
    ("$$a$$ b\n", "```math\na\n```\n\n✓ holds · 24 components on 3 networks\n\nb\n"),
    ("$$a$$", "```math\na\n```\n\n✓ holds · 24 components on 3 networks"),
    ("```math\na\n```\n\nb\n", "```math\na\n```\n\n✓ holds · 24 components on 3 networks\n\nb\n"),
    ("> $$a$$\n> b\n", "> ```math\n> a\n> ```\n>\n> ✓ holds · 24 components on 3 networks\n>\n> b\n"),
    ("- $$a$$\n- b\n", "- ```math\n  a\n  ```\n\n  ✓ holds · 24 components on 3 networks\n\n- b\n"),
    (
      "::: {.callout-tip}\n$$a$$\n:::\n",
      "> [!TIP]\n> ```math\n> a\n> ```\n>\n> ✓ holds · 24 components on 3 networks\n"
    ),
    (
      "---\nverdicts: off\n---\n\n$$a$$\n",
      "---\nverdicts: off\n---\n\n1 equation holds · 1 of 1 checked\n\n```math\na\n```\n"
    ),
    (
      "---\nverdicts: end\n---\n\n$$a$$\n",
      "---\nverdicts: end\n---\n\n1 equation holds · 1 of 1 checked\n\n```math\na\n```\n\n## Verdicts\n\n- equation in line 3: ✓ holds · 24 components on 3 networks\n"
    ),
  ])
  func `stands below the equation in Markdown`(text: String, expected: String) {
    #expect(markdown(text, equation(.holds, evidence: Self.confirmed)) == expected)
  }

  @Test func `is an alert in Markdown where it is not expected`() {
    let evidence = Evidence(left: 0.12, right: -0.12, at: [.init(letter: "j", value: 2)])
    let refuted = equation(.fails, reason: "a sign", repairs: ["a = -b", "-a = b"], evidence: evidence)
    let alert = """
      > ✗ **fails** · at $`j = 2`$: 0.12 against −0.12, ratio −1
      >
      > a sign
      >
      > holds if written as
      >
      > ```math
      > a = -b
      > ```
      >
      > or as
      >
      > ```math
      > -a = b
      > ```

      """
    let head = "> [!CAUTION]\n> 1 equation fails · 1 of 1 checked\n\n"
    for (matter, head) in [("", ""), ("---\nverdicts: off\n---\n\n", head)] {
      #expect(markdown(matter + "$$a$$\n", refuted) == matter + head + "```math\na\n```\n\n> [!CAUTION]\n" + alert)
    }
    // GitHub has no alerts inside other blocks.
    #expect(
      markdown("> $$a$$\n", refuted)
        == "> ```math\n> a\n> ```\n>\n"
        + alert.split(separator: "\n").map { "> \($0)\n" }.joined())
  }
}
