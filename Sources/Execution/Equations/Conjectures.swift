import Derivations
import Diagnostics
import Directives
import Documents
import Results

/// A sentence that could not be read, with what it may mean.
struct OpenSentence {
  var conjecture: Conjecture
  /// For each reading of the conjecture the sentence that would say it.
  var sentences: [NotationDefinition.Sentence]
  var span: SourceSpan
}

/// A sentence that could not be read, whose meaning equations have shown.
struct SettledSentence {
  /// As the language has it.
  var text: String
  var span: SourceSpan
  /// Of the equations.
  var lines: [Int]
}

extension Session {
  /// Keeps what a sentence that could not be read may mean, until equations show it.
  mutating func conjecture(from sentence: NotationDefinition.Sentence, about tex: String) {
    let symbol = reading(tex)
    openSentences.removeAll { $0.conjecture.isAbout(symbol) }
    var open = OpenSentence(conjecture: Conjecture(symbol: symbol), sentences: [], span: sentence.span)
    for other in sentence.conjectures {
      guard let binding = binding(of: other, for: tex) else { continue }
      open.conjecture.readings.append(binding)
      open.sentences.append(other)
    }
    if !open.sentences.isEmpty { openSentences.append(open) }
  }

  /// Takes those meanings of sentences that could not be read which the displays below bear out.
  mutating func settleSentences(by displays: [(maths: Maths, display: Display)]) {
    openSentences.removeAll { !derivation.scope.isUnread($0.conjecture.symbol) }
    guard !openSentences.isEmpty else { return }
    let found = derivation.borneOut(openSentences.map(\.conjecture), by: displays.map(\.display), setting)
    for found in found {
      let open = openSentences[found.conjecture]
      let sentence = open.sentences[found.reading]
      take(sentence)
      settledSentences.append(
        SettledSentence(
          text: sentence.text ?? "", span: open.span,
          lines: found.displays.map { document.source.line(at: displays[$0].maths.span.lower) }))
    }
  }
}

extension [Diagnostic] {
  /// With a warning in the place of what was said of sentences whose meaning equations have shown.
  func settling(_ sentences: [SettledSentence]) -> [Diagnostic] {
    filter { diagnostic in !sentences.contains { $0.isSubject(of: diagnostic) } } + sentences.map(\.warning)
  }
}

extension CellResult {
  /// Likewise among what a cell shows.
  mutating func settle(_ sentences: [SettledSentence], in source: SourceText) {
    for sentence in sentences {
      let count = diagnostics.count
      diagnostics.removeAll { sentence.isSubject(of: $0.diagnostic) }
      if diagnostics.count < count { diagnostics.append(PlacedDiagnostic(sentence.warning, in: source)) }
    }
  }
}

extension SettledSentence {
  fileprivate func isSubject(of diagnostic: Diagnostic) -> Bool {
    diagnostic.severity == .error && diagnostic.code.hasPrefix("directive.") && diagnostic.span.lower >= span.lower
      && diagnostic.span.upper <= span.upper
  }

  fileprivate var warning: Diagnostic {
    let places =
      lines.count == 1
      ? "the equation in line \(lines[0]) shows"
      : "the equations in lines \(lines.dropLast().map(String.init).joined(separator: ", ")) and \(lines[lines.count - 1]) show"
    return Diagnostic(
      .warning, "notation.conjecture", "the language has no such sentence", at: span,
      label: "\(places) what it means", help: "taken for `\(text)`, which says it in the language")
  }
}
