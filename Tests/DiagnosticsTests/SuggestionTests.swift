import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("epochz", "epochs"), ("erorrs", "errors"), ("traim", "train"), ("TRIAN", "train"),
  ])
  func `finds the word that was meant`(typed: String, meant: String) {
    #expect(nearest(typed, among: ["epochs", "errors", "train"]) == meant)
  }

  @Test(arguments: ["a", "of", "network", "", "trainings"])
  func `suggests nothing where nothing is near`(typed: String) {
    #expect(nearest(typed, among: ["epochs", "δ", "if", "train"]) == nil)
  }
}
