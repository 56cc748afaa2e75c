import Derivations
import Diagnostics
import Documents

extension Session {
  /// Each symbol that nothing binds once, with all the places where it keeps an equation from being checked, and a
  /// sentence that would bind it.
  var unboundNotes: [Diagnostic] {
    // Where sentences were lost, that has been said.
    guard lost.isEmpty else { return [] }
    var notes: [Diagnostic] = []
    var said: Set<String> = []
    for (symbol, span) in unboundSymbols where said.insert(symbol).inserted {
      var lines: [Int] = []
      for other in unboundSymbols where other.symbol == symbol {
        let line = document.source.line(at: other.span.lower)
        if !lines.contains(line) { lines.append(line) }
      }
      let places = lines.count == 1 ? "" : "; so it is in lines \(lines.map(String.init).joined(separator: ", "))"
      notes.append(
        Diagnostic(
          .note, "equation.unbound", "nothing says what `\(symbol)` means, so this equation is not checked\(places)",
          at: span, help: "add to `define notation`: `\(Proposal.sentence(for: symbol))`"))
    }
    return notes
  }
}
