import Derivations
import Diagnostics
import Directives
import Documents

/// A sentence that could not be read, with what it may mean.
struct OpenSentence {
  var conjecture: Conjecture
  /// For each reading of the conjecture the sentence that would say it.
  var texts: [String]
  var span: SourceSpan
}

extension Session {
  /// Keeps what a sentence that could not be read may mean, until equations show it.
  mutating func conjecture(from sentence: NotationDefinition.Sentence, about tex: String) {
    let symbol = reading(tex)
    openSentences.removeAll { $0.conjecture.isAbout(symbol) }
    var open = OpenSentence(conjecture: Conjecture(symbol: symbol), texts: [], span: sentence.span)
    for other in sentence.conjectures {
      guard let binding = binding(of: other, for: tex), let text = other.text else { continue }
      open.conjecture.readings.append(binding)
      open.texts.append(text)
    }
    if !open.texts.isEmpty { openSentences.append(open) }
  }

  /// Takes those meanings of sentences that could not be read which the equations below bear out, and says so.
  mutating func settleSentences(by displays: [(maths: Maths, display: Display)]) -> [Diagnostic] {
    openSentences.removeAll { !derivation.scope.isUnread($0.conjecture.symbol) }
    guard !openSentences.isEmpty else { return [] }
    let settled = derivation.borneOut(openSentences.map(\.conjecture), by: displays.map(\.display), setting)
    var notes: [Diagnostic] = []
    for found in settled {
      let open = openSentences[found.conjecture]
      let reading = open.conjecture.readings[found.reading]
      derivation.scope.bind(reading.symbol, letters: reading.letters, to: reading.meaning)
      let lines = found.displays.map { document.source.line(at: displays[$0].maths.span.lower) }
      let places =
        lines.count == 1
        ? "the equation in line \(lines[0]) holds"
        : "the equations in lines \(lines.map(String.init).joined(separator: ", ")) hold"
      notes.append(
        Diagnostic(
          .note, "notation.conjecture", "taken to mean `\(open.texts[found.reading])`, since \(places) then",
          at: open.span))
    }
    let done = Set(settled.map(\.conjecture))
    openSentences = openSentences.enumerated().filter { !done.contains($0.offset) }.map(\.element)
    return notes
  }
}
