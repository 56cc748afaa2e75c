import FoundationEssentials
import Reports
import Testing

@Suite struct PhraseTests {
  private static let others = Language.all.filter { $0.tag != "en" }

  @Test(arguments: Phrase.all)
  func `is there in every language, with the same places`(phrase: Phrase) {
    #expect(Set(phrase.translations.keys) == Set(Self.others.map(\.tag)))
    for (tag, sentence) in phrase.translations {
      #expect(!sentence.isEmpty)
      #expect(Phrase.places(in: sentence) == Phrase.places(in: phrase.english), "\(tag): \(sentence)")
    }
  }

  @Test func `each English sentence has one`() {
    let sentences = Phrase.all.map(\.english)
    #expect(Set(sentences).count == sentences.count)
  }

  @Test(
    arguments: [
      ("weights of layer hidden", "Gewichte der Schicht hidden"),
      (
        "derivative of the loss by the weight to unit 1 from unit 2 of layer hidden",
        "Ableitung: Verlust nach Gewicht zu Einheit 1 von Einheit 2 der Schicht hidden"
      ),
      ("loss over 500 epochs, on a log scale", "Verlust über 500 Epochen, logarithmisch"),
      ("link 2: nothing says what `u` means", "Glied 2: nirgends steht, was `u` bedeutet"),
      (
        "link 2: nothing says what `u` means; the other links: 1 holds",
        "Glied 2: nirgends steht, was `u` bedeutet; die anderen Glieder: 1 gilt"
      ),
      (
        "increments are compared; the step is one on the cost",
        "verglichen werden die Zuwächse; der Schritt ist einer für: Kosten"
      ),
      ("bias row dropped, wide sum", "Zeile des Bias weggelassen, weit reichende Summe"),
      ("data xor: 4 examples, 2 inputs, 1 target", "Daten xor: 4 Beispiele, 2 Eingaben, 1 Zielwert"),
      (
        "3 × 4 and a column of 3 don't multiply",
        "3 × 4 und eine Spalte mit 3 Einträgen lassen sich nicht multiplizieren"
      ),
      ("a power of a matrix is not supported", "nicht unterstützt: eine solche Potenz einer Matrix"),
      ("`,` here is not supported", "nicht unterstützt: `,` an dieser Stelle"),
      ("The median is 0.5. Both axes are logarithmic.", "Der Median ist 0.5. Beide Achsen sind logarithmisch."),
      ("no phrase is like this", nil), ("", nil),
    ] as [(String, String?)])
  func `translates what a run says`(english: String, german: String?) throws {
    let language = try #require(Language.all.first { $0.tag == "de" })
    #expect(language.translation(of: english) == german)
  }

  /// The manual has all of them, which a test of the equations sees to.
  @Test(arguments: others)
  func `has every reason and every convention of the manual`(language: Language) throws {
    let manual = try String(contentsOf: fixture("../../Documentation/equations.md"), encoding: .utf8)
    let lines = manual.split(separator: "\n", omittingEmptySubsequences: false)
    func block(below start: String, _ prefix: String) throws -> [Substring] {
      let head = try #require(lines.firstIndex { $0.hasPrefix(start) })
      return Array(lines[(head + 1)...].drop { !$0.hasPrefix(prefix) }.prefix { $0.hasPrefix(prefix) })
    }
    let reasons = try block(below: "## Reasons of `not-checked`", "- ").map { String($0.dropFirst(2)) }
    let conventions = try block(below: "| convention | re-reads", "|").dropFirst().map {
      $0.split(separator: "|")[0].split(separator: " ").joined(separator: " ")
    }
    let facts = try block(below: "### What is not supported", "* ").map { String($0.dropFirst(2)) }
    #expect(reasons.count > 40 && conventions.count >= 20 && facts.count > 40)
    for sentence in reasons + conventions + facts + facts.map({ $0 + " is not supported" }) {
      #expect(language.translation(of: sentence) != nil, "\(sentence)")
    }
  }

  @Test func `leaves English as it is`() throws {
    let language = try #require(Language.all.first { $0.tag == "en" })
    #expect(language.translation(of: "anything") == "anything")
  }
}
