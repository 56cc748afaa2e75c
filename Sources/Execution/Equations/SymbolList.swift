import Derivations
import Directives
import Networks
import TeXMath

extension Session {
  /// The sentences about single symbols that a sentence stands for.
  func singleSentences(_ sentence: NotationDefinition.Sentence) -> [NotationDefinition.Sentence] {
    sentence.singleSentences(of: bench?.network, firstLayer: derivation.scope.layersCountFromOne ? 1 : 0) ?? [sentence]
  }
}

extension NotationDefinition.Sentence {
  /// The sentences of its symbols one by one, where it is about a list of them: `$w_1, …, w_4$ are the weights of layer
  /// hidden, row by row`. They run through the units of the layer, or through the entries of its matrix in the order
  /// named.
  ///
  /// - Parameter firstLayer: the number that the input layer has in the document
  /// - Returns: nil where it is about one symbol, or where the layer is unknown
  fileprivate func singleSentences(of network: Network?, firstLayer: Int) -> [NotationDefinition.Sentence]? {
    guard case .symbol(let tex) = subject, case .noun(let noun, let place, let operands) = meaning,
      let names = Self.list(tex), place.unit == nil, place.fromUnit == nil
    else { return nil }
    let isMatrix = noun == "weights"
    var columns = 1
    if isMatrix {
      guard let network, let layer = place.layer.flatMap({ network.number(of: $0, firstLayer) }), layer > 0 else {
        return nil
      }
      columns =
        modifiers.contains("column by column") ? network.layers[layer - 1].units : network.units(ofLayer: layer - 1)
    }
    return names.enumerated().map { number, name in
      var (sentence, place) = (self, place)
      func index(_ number: Int) -> NotationPlace.Index { NotationPlace.Index(name: .number(number + 1), span: span) }
      if isMatrix {
        let (line, entry) = (index(number / columns), index(number % columns))
        let isByColumn = modifiers.contains("column by column")
        (place.unit, place.fromUnit) = isByColumn ? (entry, line) : (line, entry)
      } else {
        place.unit = index(number)
      }
      sentence.subject = .symbol(name)
      sentence.meaning = .noun(noun, place, operands: operands)
      sentence.modifiers.removeAll { $0 == "row by row" || $0 == "column by column" }
      sentence.symbol = if case .success(.symbol(let symbol)) = Formula.reading(name) { symbol } else { nil }
      return sentence
    }
  }

  /// The names of `w_1, w_2` or `w_1, …, w_4`; nil where there is only one.
  private static func list(_ tex: String) -> [String]? {
    var names: [String] = []
    var isLong = false
    for part in tex.partsAtCommas {
      if ["…", "...", "\\dots", "\\ldots", "\\cdots"].contains(part) {
        isLong = true
      } else if isLong {
        guard let first = names.last.flatMap(Numbered.init), let last = Numbered(part), first.stem == last.stem,
          first.number < last.number, last.number - first.number < 10_000
        else { return nil }
        names += ((first.number + 1)...last.number).map { first.stem.0 + String($0) + first.stem.1 }
        isLong = false
      } else {
        names.append(part)
      }
    }
    return names.count > 1 && !isLong ? names : nil
  }
}

/// A name whose last index is a number: `w_12`, `b_{3}`.
private struct Numbered {
  var stem: (String, String)
  var number: Int

  init?(_ tex: String) {
    let tail = String(tex.reversed().prefix { "})".contains($0) }.reversed())
    let digits = String(tex.dropLast(tail.count).reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    guard let number = Int(digits) else { return nil }
    stem = (String(tex.dropLast(tail.count + digits.count)), tail)
    self.number = number
  }
}

extension Network {
  /// The number of the layer that a sentence names; the inputs are layer 0.
  fileprivate func number(of index: NotationPlace.Index, _ firstLayer: Int) -> Int? {
    switch index.name {
    case .number(let number): (0...layers.count).contains(number - firstLayer) ? number - firstLayer : nil
    case .name(let name): layers.lastIndex { $0.name == name }.map { $0 + 1 }
    case .letter, .formula: nil
    }
  }
}
