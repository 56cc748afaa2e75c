import Derivations
import TeXMath

/// Symbols whose sentence has an index and something added to it: `$W_{t-1}$ is the weights of layer t` says of `W_t` that it
/// is the weights of layer t+1.
extension [Node] {
  /// The symbol with the letters alone, and how much was added to each; a letter that it has in several ways stays.
  func unshifting(_ letters: Set<String>) -> (symbol: [Node], shifts: [String: Int]) {
    var found: [String: Set<Int>] = [:]
    for node in self { node.collectShifts(letters, into: &found) }
    let shifts = found.compactMapValues { $0.count == 1 ? $0.first : nil }.filter { $0.value != 0 }
    return shifts.isEmpty ? (self, [:]) : (map { $0.unshifted(shifts) }, shifts)
  }

  /// The number that stands behind the letter at a place, with its sign, and how many nodes the two take.
  fileprivate func summand(behind place: Int) -> (value: Int, length: Int) {
    guard place + 2 < count, case .sign(let sign) = self[place + 1].kind, ["+", "-"].contains(sign),
      case .number(let digits) = self[place + 2].kind, let number = Int(digits)
    else { return (0, 0) }
    return (sign == "+" ? number : -number, 2)
  }
}

extension Node {
  fileprivate func collectShifts(_ letters: Set<String>, into found: inout [String: Set<Int>]) {
    guard case .scripted(_, let sub, let sup, _) = kind else { return }
    for script in [sub, sup].compactMap(\.self) {
      for (place, node) in script.enumerated() {
        guard case .letter(let letter) = node.kind, letters.contains(letter) else { continue }
        found[letter, default: []].insert(script.summand(behind: place).value)
      }
    }
  }

  fileprivate func unshifted(_ shifts: [String: Int]) -> Node {
    guard case .scripted(let base, let sub, let sup, let primes) = kind else { return self }
    func plain(_ script: [Node]) -> [Node] {
      var nodes: [Node] = []
      var place = 0
      while place < script.count {
        nodes.append(script[place])
        if case .letter(let letter) = script[place].kind, shifts[letter] != nil {
          place += script.summand(behind: place).length
        }
        place += 1
      }
      return nodes
    }
    return Node(.scripted(base, sub: sub.map(plain), sup: sup.map(plain), primes: primes), range)
  }
}

extension SymbolMeaning {
  /// The letters among its places, which a symbol may have with something added.
  var placeLetters: Set<String> {
    switch quantity {
    case .activation, .weightedInput, .product, .error, .weight, .bias, .input, .target, .prediction, .exampleLoss,
      .unitLoss, .unitCount:
      break
    default: return []
    }
    return Set(
      [layer, unit, from, example].compactMap { if case .letter(let letter, _)? = $0 { letter } else { nil } })
  }

  /// The meaning of the symbol with a letter alone, where that of the letter and something is known.
  mutating func shift(_ letter: String, by shift: Int) {
    for path in [\SymbolMeaning.layer, \.unit, \.from, \.example] {
      guard case .letter(letter, let plus)? = self[keyPath: path] else { continue }
      self[keyPath: path] = .letter(letter, plus: plus - shift)
    }
  }
}
