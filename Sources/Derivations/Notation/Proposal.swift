import TeXMath

/// A sentence that would bind a symbol which nothing binds, by what such letters mean in most documents.
package enum Proposal {
  private static let meanings: [(bases: Set<String>, noun: String, hasUnits: Bool)] = [
    (["W", "w", "\\Theta", "\\theta", "U", "V"], "weight", true),
    (["b", "\\beta"], "bias", true),
    (["z", "Z", "s", "\\text{net}", "n e t"], "weighted input", true),
    (["a", "A", "h", "H", "o", "\\text{out}", "o u t"], "activation", true),
    (["\\delta", "\\Delta"], "error", true),
    (["x", "X"], "input", true),
    (["y", "Y", "t", "T", "\\text{target}"], "target", true),
    (["\\hat{y}", "p", "\\hat{Y}"], "prediction", true),
    (["C", "E", "J", "L", "\\mathcal{L}", "\\ell", "\\mathcal{C}"], "cost of one example", false),
    (["\\eta", "\\alpha", "\\mu", "\\epsilon"], "learning rate", false),
    (["\\sigma", "g", "f", "\\varphi", "\\phi", "\\psi"], "activation function", false),
    (["m", "n", "N"], "number of examples", false),
    (["\\lambda"], "regularization", false),
  ]

  /// - Parameter symbol: as the equation has it, with its scripts
  package static func sentence(for symbol: String) -> String {
    var macros = MacroTable()
    let nodes = PlainNodes.plain(TeXFormula.reading(symbol, macros: &macros).nodes)
    guard let node = nodes.last else { return "$\(symbol)$ is …" }
    let base = nodes.count == 1 ? node.base.key : nodes.map(\.base.key).joined(separator: " ")
    guard let meaning = meanings.first(where: { $0.bases.contains(base) }) else { return "$\(symbol)$ is …" }
    guard meaning.hasUnits else { return "$\(symbol)$ is the \(meaning.noun)" }
    let sub = node.scripts.sub.map(ScriptItem.items(of:)) ?? []
    let sup = node.scripts.sup.map(ScriptItem.items(of:))?.filter { !$0.isTransposeMark } ?? []
    var words = "the \(meaning.noun)\(sub.isEmpty && meaning.noun != "bias" ? "s" : "")"
    let units = sub.compactMap(\.letter)
    if meaning.noun == "weight", units.count == 2 {
      words = "the weight of layer \(sup.first?.letter ?? "output") to unit \(units[0]) from unit \(units[1])"
      return "$\(symbol)$ is \(words)"
    }
    if let unit = units.first { words += " of unit \(unit)" }
    let hasNoLayer = ["input", "target", "prediction"].contains(meaning.noun)
    if !hasNoLayer { words += " of layer \(sup.first?.letter ?? "output")" }
    return "$\(symbol)$ is \(words)"
  }
}
