import Diagnostics
import Directives
import Documents
import FoundationEssentials
import Networks
import Testing

/// Sentences of `define notation` put together at random from their parts, read, printed, and read again.
@Suite struct NotationPrintingTests {
  @Test(arguments: [1, 2, 3, 5] as [UInt64])
  func `prints every recombination of the parts as it was read`(seed: UInt64) throws {
    var random = RandomNumbers(seed: seed)
    var kinds: Set<String> = []
    for _ in 0..<150 {
      let made = SentenceMaker.sentence(&random)
      let first = try #require(NotationDefinition.Sentence.written(made.text), "\(made.text)")
      let printed = try #require(first.text, "\(made.text)")
      let second = try #require(NotationDefinition.Sentence.written(printed), "\(made.text) → \(printed)")
      #expect(Self.key(of: first) == Self.key(of: second), "\(made.text) → \(printed)")
      #expect(second.text == printed)
      for part in made.parts { #expect(printed.contains(part), "\(part) of \(made.text) → \(printed)") }
      kinds.insert(Self.key(of: first))
    }
    #expect(kinds.count > 100)
  }

  @Test func `tells sentences apart that differ in one part`() throws {
    let base = try #require(NotationDefinition.Sentence.written("$a^l_j$ is the activation of unit j of layer l"))
    let others = [
      "$a^l_j$ is the activation of unit j of layer l+1", "$a^l_j$ is the activation of unit l of layer j",
      "$a^l_j$ is the activation of unit j of layer l, as row", "$a^l_j$ is the error of unit j of layer l",
      "$a^l_j$ is the activation of unit j of layer l for example 2", "$b^l_j$ is the activation of unit j of layer l",
    ]
    for other in others {
      let sentence = try #require(NotationDefinition.Sentence.written(other))
      #expect(sentence.text != base.text && Self.key(of: sentence) != Self.key(of: base))
    }
  }

  /// What a sentence says, without its place in the file.
  private static func key(of sentence: NotationDefinition.Sentence) -> String {
    func text(_ index: NotationPlace.Index?) -> String { index.map { "\($0.name)" } ?? "-" }
    func text(_ meaning: NotationDefinition.Sentence.Meaning?) -> String {
      switch meaning {
      case .noun(let name, let place, let operands)?:
        let indices = [place.layer, place.unit, place.fromUnit, place.example].map(text).joined(separator: " ")
        return "\(name) \(indices) \(place.isTargetUnit) \(place.isOneExample) \(operands)"
      case .layerName(let index)?: return "names \(text(index))"
      case .any(let name)?: return "any \(name)"
      case .afterStep(let tex)?: return "after \(tex)"
      case .letter(let layer)?: return "letter \(text(layer))"
      case .unbound?: return "unbound"
      case .unread?: return "unread"
      case .counting?: return "counting"
      case .quantity?: return "quantity"
      case .formula(let tex, let argument)?: return "formula \(tex) \(argument ?? "")"
      case nil: return "-"
      }
    }
    return "\(sentence.subject) \(text(sentence.meaning)) \(sentence.modifiers) \(text(sentence.variable))"
  }
}

/// Recombines the parts of which sentences are made.
private enum SentenceMaker {
  /// Quantities, and the places that each may have.
  private static let nouns: [(name: String, places: [String])] = [
    ("activations", ["unit", "layer", "example", "target"]), ("weighted inputs", ["unit", "layer", "example"]),
    ("weighted inputs without biases", ["unit", "layer", "example"]), ("errors", ["unit", "layer", "example"]),
    ("weights", ["unit", "from", "layer"]), ("biases", ["unit", "layer"]), ("inputs", ["unit", "example"]),
    ("targets", ["unit", "example"]), ("predictions", ["unit", "example"]), ("loss", []), ("summed loss", []),
    ("loss of one example", ["unit", "example"]), ("cost without regularization", []), ("regularization", []),
    ("learning rate", []), ("number of examples", []), ("number of layers", []), ("number of units", ["layer"]),
    ("activation function", ["layer"]), ("sigmoid function", []), ("loss function", []), ("kronecker delta", []),
    ("trace", []), ("class", ["example"]), ("number of outputs", []), ("elementwise product", []),
    ("number of the step", []),
  ]
  private static let complements = [
    "the derivative of $J$ by $W$", "the step of $w^l_{jk}$", "the velocity of $W$", "the mean square of $b$",
    "the row j of $W$", "the column 2 of $W$",
  ]
  private static let layouts = [
    "rows to", "columns from", "rows from", "columns to", "one column per example", "one row per example", "a column",
    "a row", "with the bias as column 0", "with a leading 1", "without its bias", "without regularization",
    "counted from 0",
  ]
  private static let indices: [String: [String]] = [
    "unit": ["j", "k", "3", "j+1", "$\\ell$"], "from": ["k", "i", "2", "k-1"],
    "layer": ["l", "l+1", "l-1", "2", "hidden", "output", "$m$"], "example": ["x", "i", "4"],
  ]
  private static let words = [
    "unit": "of unit", "from": "from unit", "layer": "of layer", "example": "for example",
  ]

  /// - Returns: a sentence, and what has to be found in the same sentence printed
  static func sentence(_ random: inout RandomNumbers) -> (text: String, parts: [String]) {
    func below(_ count: Int) -> Int { Int(random.unit() * Double(count)) }
    func one<Element>(_ list: [Element]) -> Element { list[below(list.count)] }
    let symbol = one(["a", "w", "\\delta", "\\mathbf{z}", "Q"]) + "^{lmx}_{jki}"
    switch below(16) {
    case 0:
      let text = one(["layers", "indices"]) + " count from " + one(["0", "1"])
      return (text, [text])
    case 1:
      let layer = one(["hidden", "output", "2"])
      return ("$k$ names layer \(layer)", ["$k$ names layer \(layer)"])
    case 2:
      let words = one(["defined below", "any weight", "a bias", "$w_{jk}$ after one step"])
      return ("$\(symbol)$ is \(words)", ["$\(symbol)$ is "])
    case 3:
      let words = one(complements)
      return ("$\(symbol)$ is \(words)", [words])
    default: break
    }
    let noun = one(nouns)
    var places = noun.places.filter { _ in random.unit() < 0.6 }
    // A unit is named once.
    if places.contains("target") { places.removeAll { $0 == "unit" } }
    var parts: [String] = []
    for place in places {
      parts.append(place == "target" ? "of the target unit" : "\(words[place] ?? "") \(one(indices[place] ?? []))")
    }
    // Any order will do.
    for place in parts.indices.reversed() where place > 0 { parts.swapAt(place, below(place + 1)) }
    var modifiers: [String] = []
    for _ in 0..<below(3) {
      let layout = one(layouts)
      if !modifiers.contains(layout) { modifiers.append(layout) }
    }
    let verb = one(["is", "are"])
    let article = one(["the ", ""])
    let text = (["$\(symbol)$ \(verb) \(article)\(([noun.name] + parts).joined(separator: " "))"] + modifiers)
      .joined(separator: ", ")
    return (text, [noun.name] + parts + modifiers)
  }
}
