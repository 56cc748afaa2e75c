import Catalog

/// What a sentence speaks of besides its symbol: another symbol, or a quantity in words, which gets a symbol of its own that
/// no document has.
///
///     $D$ is the derivative of the cost by the weights of layer hidden
///     $D$ is the derivative of $\operatorname{the cost}$ by $\operatorname{the weights of layer hidden}$
package enum NotationOperand {
  private static let start = "\\operatorname{the "

  /// The symbol of a quantity: its words, with the letters that stand for any index.
  static func tex(_ words: String, layer: [String], others: [String]) -> String {
    func script(_ mark: String, _ letters: [String]) -> String {
      letters.isEmpty ? "" : "\(mark){\(letters.joined(separator: " "))}"
    }
    return start + written(String(words.trimmingPrefix("the "))) + "}" + script("^", layer) + script("_", others)
  }

  /// Words as the name of a symbol has them, which is made of letters and digits.
  static func written(_ words: String) -> String {
    words.replacing("+", with: " plus ").replacing("-", with: " minus ").filter {
      $0.isLetter || $0.isNumber || $0 == " "
    }
  }

  /// The words of such a symbol; nil for one of the author's.
  static func words(of tex: String) -> String? {
    guard tex.hasPrefix(start) else { return nil }
    let words = String(tex.dropFirst(start.count).prefix { $0 != "}" })
    return "the " + words.replacing(" plus ", with: "+").replacing(" minus ", with: "-")
  }

  /// The index letters of an operand: of one in words those behind it.
  package static func indexed(_ tex: String) -> String {
    guard words(of: tex) != nil, let end = tex.firstIndex(of: "}") else { return tex }
    return String(tex[tex.index(after: end)...])
  }
}

extension Phrase {
  /// Reads `$W$`, `the weights of layer l` or `the derivative of $E$ by $w$`, and gives its LaTeX; nil where it is none, and
  /// the phrase says why.
  mutating func readOperand(letters: [String]) -> String? {
    if match("the") != nil, case .formula = token(ahead: 1)?.kind { advance() }
    switch next?.kind {
    case .formula, .unterminated, nil: return readSymbol()
    default: break
    }
    let start = position
    guard let meaning = readMeaning(letters: letters) else { return nil }
    guard let tex = symbol(of: meaning, letters: letters) else {
      report(.expected("a symbol in `$…$` or a quantity", found: found), at: span(from: start))
      return nil
    }
    return tex
  }

  /// The symbol of what some words mean, which is kept among what the phrase speaks of; nil where it means no quantity.
  ///
  /// - Parameter letters: those of the sentence's symbol
  mutating func symbol(of meaning: NotationDefinition.Sentence.Meaning, letters: [String]) -> String? {
    switch meaning {
    case .formula(let tex, argument: nil): return tex
    case .noun("derivative", _, let operands) where operands.count == 2:
      return "\\frac{\\partial \(operands[0])}{\\partial \(operands[1])}"
    default: break
    }
    guard let words = meaning.words, let indices = meaning.indexLetters(letters) else { return nil }
    let tex = NotationOperand.tex(words, layer: indices.layer, others: indices.others)
    spoken.append(
      NotationDefinition.Sentence(subject: .symbol(tex), meaning: meaning, modifiers: [], span: span(from: 0)))
    return tex
  }
}

extension NotationDefinition.Sentence.Meaning {
  /// The letters that stand for any index, those of the layer apart; nil where it is no quantity.
  fileprivate func indexLetters(_ own: [String]) -> (layer: [String], others: [String])? {
    switch self {
    case .any: return ([], [])
    case .afterStep(let operand):
      return ([], own.filter(NotationDefinition.Sentence.letters(of: NotationOperand.indexed(operand)).contains))
    case .noun(_, let place, let operands):
      func letter(_ index: NotationPlace.Index?) -> [String] {
        switch index?.name {
        case .letter(let letter, _): [letter]
        case .formula(let tex): [NotationDefinition.Sentence.letters(of: tex).first ?? tex]
        case .number, .name, nil: []
        }
      }
      let shared = operands.flatMap { NotationDefinition.Sentence.letters(of: NotationOperand.indexed($0)) }
      let all = letter(place.unit) + letter(place.fromUnit) + letter(place.example) + own.filter(shared.contains)
      return (letter(place.layer), all.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    default: return nil
    }
  }
}

extension NotationDefinition.Sentence.Meaning {
  /// Whether it is what a training step changes.
  var isOfParameters: Bool {
    switch self {
    case .noun(let name, _, _), .any(let name): ["weights", "biases", "threshold", "parameter"].contains(name)
    default: false
    }
  }
}

extension NotationDefinition.Sentence {
  /// Says of the quantity that a derivative, a step or a row is of how it is arranged, as the sentence does behind it.
  mutating func layOutSpoken() {
    let operand: String?
    var layouts = ["rows to", "columns from", "rows from", "columns to", "with the bias as column 0"]
    switch meaning {
    case .noun("row", _, let operands), .noun("column", _, let operands): operand = operands.last
    case .noun(_, _, let operands):
      operand = operands.last
      layouts += ["a column", "a row", "one column per example", "one row per example"]
    case .afterStep(let tex):
      operand = tex
      layouts += ["a column", "a row"]
    default: operand = nil
    }
    guard let operand, let place = spoken.firstIndex(where: { $0.subject == .symbol(operand) }) else { return }
    let own = modifiers.filter(layouts.contains)
    guard !own.isEmpty else { return }
    spoken[place].modifiers += own
    // What lies otherwise is another symbol.
    let layout = NotationOperand.written(own.joined(separator: " "))
    let renamed = String(operand.prefix { $0 != "}" }) + " " + layout + String(operand.drop { $0 != "}" })
    spoken[place].subject = .symbol(renamed)
    switch meaning {
    case .noun(let name, let at, let operands):
      meaning = .noun(name, at, operands: operands.map { $0 == operand ? renamed : $0 })
    case .afterStep: meaning = .afterStep(of: renamed)
    default: break
    }
  }
}
