import TeXMath

/// A sentence that would bind a symbol which nothing binds, by what such letters mean in most documents.
///
/// It says no more than the symbol shows: an index that may be anything, a prime or a mark above leave the meaning to the
/// author, for a sentence that is pasted unread must not make true equations false.
package enum Proposal {
  private static let meanings: [(bases: Set<String>, noun: String, kind: Kind)] = [
    (["W", "w", "\\Theta", "\\theta", "U", "V"], "weight", .ofLayer),
    (["b", "\\beta"], "bias", .ofLayer),
    (["z", "Z", "s", "\\text{net}", "n e t"], "weighted input", .ofLayer),
    (["a", "A", "h", "H", "o", "\\text{out}", "o u t"], "activation", .ofLayer),
    (["\\delta"], "error", .ofLayer),
    (["x", "X"], "input", .ofUnit),
    (["y", "Y", "t", "\\text{target}"], "target", .ofUnit),
    (["\\hat{y}", "p", "\\hat{Y}"], "prediction", .ofUnit),
    (["C", "E", "J", "L", "\\mathcal{L}", "\\ell", "\\mathcal{C}"], "cost of one example", .ofExample),
    (["\\eta", "\\alpha"], "learning rate", .alone),
    (["\\sigma", "g", "f", "\\varphi", "\\phi", "\\psi"], "activation function", .alone),
    (["m", "n", "N"], "number of examples", .alone),
    (["\\lambda"], "regularization", .alone),
  ]
  private enum Kind { case ofLayer, ofUnit, ofExample, alone }

  /// Letters that are hardly ever a layer, an example or a time.
  private static let unitLetters: Set<String> = ["i", "j", "k", "p", "q", "r"]
  /// Letters that are mostly those of layers.
  private static let layerLetters: Set<String> = ["l", "\\ell", "L"]
  /// Letters that without corners may be a number of time or a hidden state.
  private static let manyMeanings: Set<String> = ["t", "h", "H"]

  /// - Parameter symbol: as the equation has it, with its scripts
  package static func sentence(for symbol: String) -> String {
    var macros = MacroTable()
    let nodes = PlainNodes.plain(TeXFormula.reading(symbol, macros: &macros).nodes)
    guard let node = nodes.last, let words = meaning(of: node, among: nodes) else { return "$\(symbol)$ is …" }
    return "$\(symbol)$ is the \(words)"
  }

  private static func meaning(of node: Node, among nodes: [Node]) -> String? {
    let base = nodes.count == 1 ? node.base.key : nodes.map(\.base.key).joined(separator: " ")
    let scripts = node.scripts
    let sub = scripts.sub.map(ScriptItem.items(of:)) ?? []
    let sup = scripts.sup.map(ScriptItem.items(of:))?.filter { !$0.isTransposeMark } ?? []
    guard let (_, noun, kind) = meanings.first(where: { $0.bases.contains(base) }), scripts.primes == 0 else {
      return nil
    }
    let isBare = sub.isEmpty && sup.isEmpty
    switch kind {
    case .alone: return isBare ? noun : nil
    case .ofExample:
      guard sup.isEmpty, sub.count < 2 else { return nil }
      guard let index = sub.first else { return noun }
      guard let letter = index.letter, letter.count == 1 else { return noun }
      return letter.first?.isLowercase ?? false ? "cost of example \(letter)" : nil
    case .ofLayer, .ofUnit:
      if isBare, manyMeanings.contains(base) { return nil }
      let units = sub.compactMap(\.letter).filter(unitLetters.contains)
      guard units.count == sub.count, Set(units).count == units.count, sup.count < 2 else { return nil }
      var layer: String?
      if let index = sup.first {
        guard kind == .ofLayer else { return nil }
        let isNumber = index.nodes.count == 1 && index.nodes[0].isNumber
        guard isNumber || index.letter.map(layerLetters.contains) ?? false else { return nil }
        layer = index.key
      }
      if noun == "weight" { return weight(layer, units) }
      guard units.count < 2 else { return nil }
      var words = units.isEmpty && noun != "bias" ? "\(noun)s" : noun
      if let unit = units.first { words += " of unit \(unit)" }
      return kind == .ofLayer ? words + " of layer \(layer ?? "output")" : words
    }
  }

  private static func weight(_ layer: String?, _ units: [String]) -> String? {
    switch units.count {
    case 0: "weights of layer \(layer ?? "output")"
    case 2: "weight of layer \(layer ?? "output") to unit \(units[0]) from unit \(units[1])"
    default: nil
    }
  }
}
