import Diagnostics
import Documents
import Reports
import Results
import Testing

@Suite struct ExerciseTests {
  private let markdown = """
    See @exr-b.

    ::: {.exercise title="The *sum*"}
    What is it?
    :::

    ::: solution
    Two.
    :::

    :::: {#exr-b}
    ## Again
    Why?

    ::: {.solution}
    So.
    :::
    ::::
    """

  private func page(_ solutions: SolutionDisplay) -> String {
    let document = document(reading: markdown)
    return main(
      of: HTMLReport.render(
        solutions == .hide ? document.withoutSolutions : document, nil, options: HTMLOptions(solutions: solutions),
        typesetter: EchoTypesetter()
      ).value)
  }

  private let first = """
    <div class="exercise" role="group" aria-label="Exercise 1">
    <p class="exercise-title"><span class="number">Exercise 1</span> The *sum*</p>
    <p>What is it?</p>
    </div>

    """
  private let second = """
    <div class="exercise" role="group" aria-label="Exercise 2" id="exr-b">
    <p class="exercise-title"><span class="number">Exercise 2</span> Again</p>
    <p>Why?</p>

    """

  @Test func `stand with their solutions folded`() {
    #expect(
      page(.fold) == """
        <p>See <a class="reference" href="#exr-b">Exercise 2</a>.</p>
        \(first)<details class="solution">
        <summary><span class="number">Solution to Exercise 1</span></summary>
        <p>Two.</p>
        </details>
        \(second)<details class="solution">
        <summary><span class="number">Solution to Exercise 2</span></summary>
        <p>So.</p>
        </details>
        </div>

        """)
  }

  @Test func `show their solutions, or hide them`() {
    let shown = page(.show)
    #expect(shown.contains("<div class=\"solution\" role=\"group\" aria-label=\"Solution to Exercise 1\">"))
    #expect(shown.contains("<p>Two.</p>") && !shown.contains("<details"))
    #expect(
      page(.hide) == "<p>See <a class=\"reference\" href=\"#exr-b\">Exercise 2</a>.</p>\n\(first)\(second)</div>\n")
  }

  @Test(arguments: [
    (
      SolutionDisplay.fold,
      "<details>\n<summary>Solution to Exercise 1</summary>\n\nTwo.\n\n</details>"
    ),
    (.show, "**Solution to Exercise 1**\n\nTwo.\n\n"),
    (.hide, "What is it?\n\n\n\n\n<a id=\"exr-b\"></a>**Exercise 2: Again**"),
  ])
  func `become Markdown that GitHub shows`(solutions: SolutionDisplay, expected: String) {
    let document = document(reading: markdown)
    let text = MarkdownReport.render(
      solutions == .hide ? document.withoutSolutions : document, nil, solutions: solutions
    ).value.text
    #expect(text.contains("See [Exercise 2](#exr-b)."))
    #expect(text.contains("**Exercise 1: The \\*sum\\***\n\nWhat is it?"))
    #expect(text.contains(expected), "\(text)")
    #expect(!text.contains(":::") && !text.contains("## Again"))
  }

  @Test func `open a solution in which something is not as expected`() {
    let document = document(reading: "::: solution\n$$a = b$$\n:::")
    let result = NotebookResult(
      notebook: "x.md", title: "", equations: [EquationResult(line: 2, tex: "a = b", label: nil, verdict: .fails)])
    let page = HTMLReport.render(document, result, typesetter: EchoTypesetter()).value
    #expect(page.contains("<details class=\"solution\" open>\n<summary><span class=\"number\">Solution</span>"))
  }

  @Test func `can be named by a solution that stands elsewhere`() {
    let document = document(reading: "::: {#exr-a}\nA\n:::\n\n::: {#exr-b}\nB\n:::\n\n::: {.solution of=exr-a}\nS\n:::")
    let page = HTMLReport.render(document, nil, typesetter: EchoTypesetter()).value
    #expect(page.contains("Solution to Exercise 1"))
  }
}
