import Catalog
import Diagnostics
import Networks
import Results
import SpecCases
import Testing

/// Statements put together at random from the words of the language: whatever they say, the answer is a training, data,
/// or a diagnostic with a place.
@Suite struct TrainingPhraseTests {
  private static let words: [String] = {
    let settings = (OptimizationMethod.constants + DataGenerator.options).map(\.name)
    let spellings = Vocabulary.entries.flatMap(\.spellings) + settings
    let options = [
      "with", "learning rate", "in batches of", "one example at a time", "shuffled", "seed", "until loss", "stop when",
    ]
    let others = [
      "every", "epochs", "epoch", "over", "by", "to", "the", "loss", "cost", "has not fallen for", "<", "=",
      ",",
      "0", "1", "2", "3", "0.5", "-1", "1e308", "1e-300", "9007199254740992", "1e18", "0.8.0", "$\\eta$", "$x", "[",
      "]",
    ]
    return spellings + options + others + others
  }()

  private static let heads = [
    "train 2 epochs", "train 3 steps", "train 1 step with sgd,", "define data moons 6,", "define data",
    "define data blobs",
    "train 2 epochs with adam, learning rate 0.1", "train 2 epochs, learning rate 0.1, in batches of 2",
  ]

  @Test(arguments: 1...40)
  func `come to an answer`(seed: UInt64) async {
    var random = RandomNumbers(seed: seed)
    func pick(_ words: [String]) -> String { words[Int(random.next() % UInt64(words.count))] }
    for _ in 0..<50 {
      let tail = (0..<(random.next() % 7)).map { _ in pick(Self.words) }
      let statement = ([pick(Self.heads)] + tail).joined(separator: " ")
      let text = """
        ```{nabla}
        define network small: 2 -> hidden 2 tanh -> output 1 sigmoid
        define data xor
        define loss squared error
        let $\\eta = 0.5$
        \(statement)
        ```
        """
      let result = await NotebookOutcome(SourceText(text, name: "notebook.md")).result
      let errors = result.diagnostics.filter { $0.diagnostic.severity == .error }
      #expect(errors.isEmpty != (result.cells[0].outputs.count < 4), "\(statement)")
      #expect(errors.allSatisfy { $0.start.line == 6 }, "\(statement)")
    }
  }
}
