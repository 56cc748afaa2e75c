import Diagnostics
import Documents
import Results
import SpecCases
import Testing

/// What a sentence speaks of that could not be read, and that no equation shows.
@Suite struct UnreadSentenceTests {
  @Test func `neither defines nor checks its symbol`() async {
    let text = #"""
      ```{nabla}
      define network unread: 3 -> hidden 4 tanh -> output 2 tanh
      define notation
        $h_j$ is the output of hidden unit j
        $r_j$ is the frobnication of hidden unit j
      ```

      $$ r_j = 3 h_j $$ {#eq-a}

      $$ r_k = 2 h_k $$ {#eq-b}

      $$ r = 2 $$ {#eq-c}

      $$ h_j = r_j + 1 $$ {#eq-d}
      """#
    let outcome = await NotebookOutcome(SourceText(text, name: "notebook.md"))
    let verdicts = outcome.result.equations.map(\.verdict)
    #expect(verdicts == [.notChecked, .notChecked, .defines, .notChecked])
    #expect(outcome.result.equations[0].reason == "nothing says what `r_{j}` means")
  }

  @Test(.timeLimit(.minutes(1))) func `comes to an end with any number of letters`() async {
    let letters = "b c d e f g h i j k l m n o p q r s t u v w x y z"
    let text = """
      ```{nabla}
      define network many: 2 -> output 1 sigmoid
      define notation
        $w_{\(letters.filter { $0 != " " })}$ is the thing from \(letters)
        $x$ is the quite peculiar and never explained thing that nobody in this whole long course has ever heard of, seen or named
      ```

      $$ w_{\(letters.filter { $0 != " " })} = x $$ {#eq-a}
      """
    let outcome = await NotebookOutcome(SourceText(text, name: "notebook.md"))
    #expect(outcome.result.equations.map(\.verdict) == [.notChecked])
  }
}
