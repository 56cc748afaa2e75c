import Networks

/// What sentences say of an index letter by itself: `$j$ is the index of a hidden unit`.
///
/// Such a sentence binds nothing. Where another sentence has the letter for a unit and names no layer, it is one of the layer
/// that is said here.
extension Phrase {
  /// Reads what letter it is; nil where the sentence says nothing of the kind.
  mutating func readLetter(of subject: String) -> NotationDefinition.Sentence.Meaning? {
    let letters = NotationDefinition.Sentence.letters(of: subject)
    guard letters.count == 1 && subject.count == 1 || subject == "\\ell" || NotationLetters.isCommand(subject) else {
      return nil
    }
    let start = position
    guard NotationLetters.verbs.contains(where: { take($0) }) else { return nil }
    if let letter = readRangeOfLetter() { return letter }
    rewind(to: start)
    return nil
  }

  private mutating func readRangeOfLetter() -> NotationDefinition.Sentence.Meaning? {
    var words: [Token] = []
    while let token = next, token.kind != .unterminated, token.text != "," {
      words.append(token)
      advance()
    }
    guard isAtEnd else { return nil }
    let text = words.map { $0.text.lowercased() }.filter { !NotationLetters.articles.contains($0) }
    switch NotationLetters.object(text) {
    case .unit(let layer?)?:
      guard let last = words.last else { return nil }
      return .letter(
        layer: NotationPlace.Index(name: Int(layer).map { .number($0) } ?? .name(layer), span: span(of: last)))
    case .unit(nil)?, .layer?: return .letter(layer: nil)
    case .example?: return .noun("example", NotationPlace(), operands: [])
    case nil: return nil
    }
  }
}

enum NotationLetters {
  enum Object {
    case unit(layer: String?)
    case example
    case layer
  }

  static let verbs = [
    "is the index of", "is an index of", "is the index over", "is an index over", "is the index for", "is an index for",
    "is the index that runs over", "is the subscript of", "denotes the index of", "stands for the index of", "indexes",
    "indices", "labels", "runs over", "ranges over", "goes over", "counts", "numbers", "names",
  ]
  static let articles: Set<String> = ["the", "a", "an", "all", "any", "each"]

  /// A Greek letter.
  static func isCommand(_ tex: String) -> Bool { tex.first == "\\" && tex.dropFirst().allSatisfy(\.isLetter) }

  /// What words without articles speak of: `hidden units`, `units of layer hidden`, `training examples`.
  static func object(_ words: [String]) -> Object? {
    let units = Set(NotationWording.unitWords.flatMap { [$0, $0 + "s"] })
    let layers = ["input", "hidden", "output"]
    switch words.count {
    case 1:
      switch words[0] {
      case _ where units.contains(words[0]): return .unit(layer: nil)
      case "inputs", "input", "features", "feature": return .unit(layer: "input")
      case "outputs", "output", "classes", "class": return .unit(layer: "output")
      case "layers", "layer": return .layer
      default: break
      }
    case 2 where layers.contains(words[0]) && (units.contains(words[1]) || words[1] == "layer"):
      return .unit(layer: words[0])
    case 4 where units.contains(words[0]) && ["of", "in"].contains(words[1]):
      if words[3] == "layer", layers.contains(words[2]) { return .unit(layer: words[2]) }
      if words[2] == "layer" { return .unit(layer: words[3]) }
    default: break
    }
    let examples = ["example"] + NotationWording.exampleWords
    let text = words.joined(separator: " ")
    return examples.contains { $0 == text || $0 + "s" == text } ? .example : nil
  }
}

extension Program {
  /// Gives the units of sentences that name no layer the layer that their letter has by a sentence of its own, and takes
  /// the letter for that of a layer only where no unit has it.
  mutating func placeLetters() {
    var layers: [String: NotationPlace.Index] = [:]
    for index in items.indices {
      guard case .cell(var cell) = items[index] else { continue }
      for place in cell.statements.indices {
        guard case .defineNotation(var definition) = cell.statements[place].directive else { continue }
        if definition.isAfresh { layers = [:] }
        definition.placeLetters(&layers)
        cell.statements[place].directive = .defineNotation(definition)
      }
      items[index] = .cell(cell)
    }
  }
}

extension NotationDefinition {
  fileprivate mutating func placeLetters(_ layers: inout [String: NotationPlace.Index]) {
    let units = Set(sentences.compactMap(\.unitWithoutLayer))
    for place in sentences.indices {
      guard case .symbol(let tex) = sentences[place].subject else { continue }
      switch sentences[place].meaning {
      case .letter(let layer): layers[tex] = layer
      case .layerName(let layer) where units.contains(tex):
        layers[tex] = layer
        sentences[place].meaning = .letter(layer: layer)
      default: break
      }
    }
    for place in sentences.indices {
      guard let letter = sentences[place].unitWithoutLayer, let layer = layers[letter],
        case .noun(let noun, var whole, let operands) = sentences[place].meaning
      else { continue }
      whole.layer = layer
      sentences[place].meaning = .noun(noun, whole, operands: operands)
    }
  }
}

extension NotationDefinition.Sentence {
  /// The letter of the unit that it speaks of, where it says nothing of its layer and could.
  fileprivate var unitWithoutLayer: String? {
    guard case .noun(let noun, let place, _) = meaning, place.layer == nil, let unit = place.unit,
      ["activations", "weighted inputs", "weighted inputs without biases", "errors", "weights", "biases", "threshold"]
        .contains(noun)
    else { return nil }
    switch unit.name {
    case .letter(let letter, plus: 0): return letter
    case .formula(let tex): return tex
    default: return nil
    }
  }
}
