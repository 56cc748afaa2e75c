import Diagnostics
import Execution
import Results
import SpecCases
import Testing

@Suite struct SettingsTests {
  private func settings(
    workLimit: Double = 1e11, _ replacements: [Replacement] = [], executes: Bool = true
  ) -> RunSettings {
    RunSettings(workLimit: workLimit, replacements: replacements, executes: executes) { _ in .failure(.outside) }
  }

  @Test func `replaces the value of a letter, with or without its backslash`() async {
    for key in ["eta", "\\eta"] {
      let result = await run(
        "let $\\eta = 0.5$\nprint $2 \\eta$", settings: settings([Replacement(key: key, value: 3)]))
      #expect(result.numbers == [[6]])
    }
  }

  @Test func `replaces the value that a loss gives`() async {
    let loss = "define loss squared error, sum, with regularization $\\lambda$, $\\lambda = 1$"
    let statements = PaperNetwork.statements.replacing("define loss squared error, half sum", with: loss)
    let result = await run(
      statements + "print regularization", settings: settings([Replacement(key: "lambda", value: 2)]))
    #expect(result.numbers == [[40]])
  }

  @Test func `runs nothing where nothing shall run, and still says what cannot be read`() async {
    let result = await run(
      "define network xor: 2 -> 1 sigmoid\nprint weights\npirnt weights", settings: settings(executes: false))
    #expect(result.numbers.isEmpty && result.codes == ["directive.unknown-statement"])
  }

  @Test func `bounds the work of one training`() async {
    let order = PaperNetwork.statements + "train 5 epochs, learning rate 0.001"
    #expect(await run(order, settings: settings(workLimit: 10)).codes == ["run.limit"])
    #expect(await run(order, settings: settings(workLimit: 1e6)).codes.isEmpty)
  }

  @Test(arguments: [FileProblem.missing, .outside, .tooLarge, .unreadable])
  func `says why a file is not read`(problem: FileProblem) async {
    let result = await run("define data from \"a.csv\"", settings: RunSettings { _ in .failure(problem) })
    #expect(result.codes == ["run.file"])
  }
}

@Suite struct LossOfProvisionsTests {
  @Test(arguments: [
    ("define network paper: 2 -> hidden 2 linaer -> output 1 linear", "print loss"),
    ("set biases of output to one", "print predictions"),
    ("define data\n  x1 x2 | y\n  1 two | 3", "train 1 step, learning rate 0.1"),
    ("define loss sqared eror", "print errors"),
    ("train 1 step, learning rate -1", "print weights"),
    ("initialize zavier", "print weights"),
    ("let $\\eta = $", "train 1 step, learning rate $\\eta$"),
    ("define notation\n  $E$ is the los", "print $E$"),
    ("sweep seed over 1 to, train 1 step", "plot sweep"),
  ])
  func `passes over what needs something lost, and reports one error`(broken: String, needing: String) async {
    let result = await run(PaperNetwork.statements + broken + "\n" + needing)
    let errors = result.diagnostics.filter { $0.diagnostic.severity == .error }
    #expect(errors.count == 1, "\(errors.map(\.diagnostic.message))")
    #expect(result.codes.contains("run.passed-over"))
  }

  @Test func `goes on with what is given again`() async {
    let result = await run(
      PaperNetwork.statements + "define network other: 2 -> linaer\nprint weights\n"
        + PaperNetwork.statements + "print predictions")
    #expect(result.codes == ["directive.expected", "run.passed-over"])
    #expect(result.numbers == [[2, 10, 16]])
  }
}
