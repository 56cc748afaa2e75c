package import Diagnostics

/// Where in the network a symbol belongs, with letters where it has indices: `of unit j of layer l+1 for example x`.
package struct NotationPlace: Sendable, Hashable {
  package struct Index: Sendable, Hashable {
    package enum Name: Sendable, Hashable {
      case number(Int)
      case name(String)
      /// An index letter of the symbol, and what is added to it.
      case letter(String, plus: Int)
      /// `unit $\ell$`, with the LaTeX between the dollars
      case formula(String)
    }
    package var name: Name
    package var span: SourceSpan

    package init(name: Name, span: SourceSpan) {
      self.name = name
      self.span = span
    }
    /// As written.
    var text: String { if case .formula(let tex) = name { "$\(tex)$" } else { name.text } }
  }

  package var layer: Index?
  package var unit: Index?
  package var fromUnit: Index?
  package var example: Index?
  /// `of the target unit`: that of the example's class.
  package var isTargetUnit = false
  /// `of one example`: of whichever the equation speaks.
  package var isOneExample = false

  package init(layer: Index? = nil) { self.layer = layer }

  /// Without the indices that stand for any.
  var withoutLetters: NotationPlace {
    func fixed(_ index: Index?) -> Index? {
      switch index?.name {
      case .number, .name: index
      case .letter, .formula, nil: nil
      }
    }
    var place = self
    (place.layer, place.unit) = (fixed(layer), fixed(unit))
    (place.fromUnit, place.example) = (fixed(fromUnit), fixed(example))
    return place
  }

  /// The place where it has no index, for quantities that can be computed by themselves.
  var concrete: Place? {
    guard !isTargetUnit else { return nil }
    var place = Place()
    if let layer {
      switch layer.name {
      case .number(let number): place.layer = LayerReference(name: .number(number), span: layer.span)
      case .name(let name): place.layer = LayerReference(name: .name(name), span: layer.span)
      case .letter, .formula: return nil
      }
    }
    for (index, path) in [(unit, \Place.unit), (fromUnit, \Place.fromUnit)] {
      guard let index else { continue }
      switch index.name {
      case .number(let number): place[keyPath: path] = UnitReference(name: .number(number), span: index.span)
      case .name(let name): place[keyPath: path] = UnitReference(name: .name(name), span: index.span)
      case .letter, .formula: return nil
      }
    }
    if let example {
      guard case .number(let number) = example.name else { return nil }
      place.example = ExampleReference(number: number, span: example.span)
    }
    return place
  }
}

extension NotationPlace.Index.Name {
  /// As written, without the dollars of a formula.
  var text: String {
    switch self {
    case .number(let number): String(number)
    case .name(let name): name
    case .letter(let letter, let summand): letter + (summand == 0 ? "" : summand > 0 ? "+\(summand)" : "\(summand)")
    case .formula(let tex): tex
    }
  }
}

extension Phrase {
  /// Reads the parts of a place in any order; false where one was wrong, and the phrase says why.
  ///
  /// - Parameter letters: those of the sentence's symbol, any of which may be an index
  mutating func readNotationPlace(into place: inout NotationPlace, letters: [String]) -> Bool {
    // What was read last, and behind which part the layer stood.
    var last = Part.other
    var owner = Part.other
    while true {
      let start = position
      var isNew = true
      var part = Part.other
      // `the loss of example n and unit j`
      if start > 0, match("and") != nil, ["unit", "example", "layer"].contains(token(ahead: 1)?.text) {
        let bytes = tokens[start].range
        replace(start..<(start + 1), by: [Token(kind: .word, text: "of", range: bytes, line: tokens[start].line)])
      }
      if take("of the target unit") || take("of the target") {
        isNew = place.unit == nil && !place.isTargetUnit
        place.isTargetUnit = true
      } else if take("of one example") || take("for one example") || take("of each example") {
        isNew = place.example == nil && !place.isOneExample
        place.isOneExample = true
      } else if take("of unit") || take("to unit") {
        isNew = place.unit == nil && !place.isTargetUnit
        guard let index = readIndex(of: "unit", letters: letters, from: 1) else { return false }
        place.unit = index
        part = .unit
      } else if take("from unit") {
        isNew = place.fromUnit == nil
        guard let index = readIndex(of: "unit", letters: letters, from: 1) else { return false }
        place.fromUnit = index
        part = .fromUnit
      } else if take("for example") || take("of example") {
        isNew = place.example == nil && !place.isOneExample
        // A cost may name an example that its symbol leaves out.
        guard let index = readIndex(of: "example", letters: nil, from: 1) else { return false }
        place.example = index
      } else if take("of layer") || take("of the layer") || isNameOfLayerNext && take("of") {
        guard let index = readIndex(of: "layer", letters: letters, from: 0) else { return false }
        // `from unit i of layer l-1 to unit j of layer l`: the weights are those of the second layer.
        switch (place.layer, owner, last) {
        case (nil, _, _):
          place.layer = index
          owner = last
        case (let before?, .fromUnit, _):
          guard isNext(index, before, start) else { return false }
          place.layer = index
          owner = last
        case (let after?, _, .fromUnit):
          guard isNext(after, index, start) else { return false }
        default: isNew = false
        }
      } else {
        return true
      }
      guard isNew else {
        report(.twice("this part of the place"), at: span(from: start))
        return false
      }
      last = part
    }
  }

  private enum Part { case unit, fromUnit, other }

  /// Whether `of output` without the word `layer` stands next.
  private var isNameOfLayerNext: Bool {
    guard match("of") != nil, case .word = token(ahead: 1)?.kind else { return false }
    return true
  }

  /// Whether weights may lead to one layer from the other, as far as letters and numbers show; if not, says so.
  private mutating func isNext(
    _ to: NotationPlace.Index, _ from: NotationPlace.Index, _ start: Int
  ) -> Bool {
    let isWrong: Bool
    switch (to.name, from.name) {
    case (.letter(let a, let plus), .letter(let b, let other)): isWrong = a == b && plus != other + 1
    case (.number(let a), .number(let b)): isWrong = a != b + 1
    default: isWrong = false
    }
    if isWrong { report(.notNextLayer(to.text, from.text), at: span(from: start)) }
    return !isWrong
  }

  /// Reads `3`, `output`, `l`, `l+1`, `$\ell$` or `\ell`.
  ///
  /// - Parameter letters: the words that are index letters; nil for every word
  mutating func readIndex(of noun: String, letters: [String]?, from least: Int) -> NotationPlace.Index? {
    let start = position
    guard let token = next else {
      report(.expected("the name or number of a \(noun)", found: found))
      return nil
    }
    switch token.kind {
    case .formula(let tex):
      advance()
      return NotationPlace.Index(name: .formula(tex + writtenSummand()), span: span(from: start))
    case .word where token.text == "ℓ":
      advance()
      return NotationPlace.Index(name: .formula("\\ell" + writtenSummand()), span: span(from: start))
    case .word:
      advance()
      guard letters?.contains(token.text) ?? true else {
        // `the number of units of layer l+1`, for a symbol that has no l.
        let summand = token.text.count == 1 ? readSummand() : 0
        return NotationPlace.Index(
          name: summand == 0 ? .name(token.text) : .letter(token.text, plus: summand), span: span(from: start))
      }
      return NotationPlace.Index(name: .letter(token.text, plus: readSummand()), span: span(from: start))
    case .unterminated:
      report(.unterminated(token.text))
      return nil
    default:
      guard let number = readWholeNumber(expected: "the name or number of a \(noun)", named: "the number of a \(noun)")
      else { return nil }
      guard number >= least else {
        report(.notPositive("the number of a \(noun)"), at: span(of: token))
        return nil
      }
      return NotationPlace.Index(name: .number(number), span: span(of: token))
    }
  }

  /// Reads `+1` behind a formula and gives it as LaTeX.
  private mutating func writtenSummand() -> String {
    let summand = readSummand()
    return summand == 0 ? "" : summand > 0 ? "+\(summand)" : "\(summand)"
  }

  /// Reads `+1`, `-1` or `- 1` behind a letter.
  private mutating func readSummand() -> Int {
    let start = position
    let isMinus = match("-") != nil
    if match("+") != nil || isMinus { advance() }
    guard let (value, token) = takeNumber(), let whole = Int(exactly: value),
      position - start == 2 || token.text.hasPrefix("+") || token.text.hasPrefix("-")
    else {
      rewind(to: start)
      return 0
    }
    return isMinus ? -whole : whole
  }
}
