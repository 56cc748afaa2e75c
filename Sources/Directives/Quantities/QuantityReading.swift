import Catalog
import Diagnostics

extension Phrase {
  /// Quantities may be derivatives of derivatives; so many levels and no more.
  private static let maximumDepth = 20

  /// Reads a quantity, or says why there is none.
  mutating func readQuantity(depth: Int = 0) -> Quantity? {
    guard depth < Self.maximumDepth else {
      report(.expected("a quantity nested less deeply", found: found))
      return nil
    }
    let start = position
    _ = take("the")
    if case .formula = next?.kind { return readFormula().map { .formula($0.formula, $0.span) } }
    if case .unterminated = next?.kind { return readFormula().map { .formula($0.formula, $0.span) } }
    if take("derivative") || take("derivatives") { return readDerivative(from: start, depth: depth) }
    let isNorm = begins(with: ["gradient norms", "gradient norm"])
    if !isNorm, take("gradients") || take("gradient") { return readGradient(from: start, depth: depth) }
    guard let index = takeOne(of: QuantityNoun.all.map(\.entry.spellings)) else {
      guard let word = next, word.kind == .word else {
        report(.expected("a quantity like `loss` or `activations of layer 1`", found: found))
        return nil
      }
      let known = QuantityNoun.all.flatMap(\.entry.spellings) + Vocabulary.entries.flatMap(\.spellings)
      let names = QuantityNoun.all.map(\.entry.name) + Vocabulary.entries.map(\.name)
      report(.unknown(.quantity, word.text, known: nearest(word.text, among: known) == nil ? names : known))
      return nil
    }
    var noun = QuantityNoun.all[index]
    var place = Place()
    guard readPlace(into: &place) else { return nil }
    // `loss for example 2` and `loss of unit 1` are losses of examples, not the cost of all of them.
    if noun.meaning == .cost, place.example != nil || place.unit != nil,
      let single = QuantityNoun.all.first(where: { $0.meaning == .exampleLoss })
    {
      noun = single
    }
    guard check(place, suits: noun) else { return nil }
    return .named(noun, place, span(from: start))
  }

  private mutating func readDerivative(from start: Int, depth: Int) -> Quantity? {
    guard take("of") else {
      report(.expected("`of` and a quantity", found: found))
      return nil
    }
    guard let numerator = readQuantity(depth: depth + 1) else { return nil }
    guard take("by") || take("with respect to") else {
      report(.expected("`by` and a quantity", found: found))
      return nil
    }
    guard let denominator = readQuantity(depth: depth + 1) else { return nil }
    return .derivative(of: numerator, by: denominator, span(from: start))
  }

  private mutating func readGradient(from start: Int, depth: Int) -> Quantity? {
    let beforeOf = position
    if take("of") {
      _ = take("the")
      let isParameter = ["weights", "weight", "biases", "bias"].contains { match($0) != nil }
      if isParameter {
        guard let inner = readQuantity(depth: depth + 1) else { return nil }
        return .gradient(of: inner, Place(), span(from: start))
      }
      rewind(to: beforeOf)
    }
    var place = Place()
    guard readPlace(into: &place) else { return nil }
    let parts = [
      ("of unit", place.unit != nil), ("for example", place.example != nil), ("below", place.bound != nil),
    ]
    for (part, isSaid) in parts where isSaid {
      report(.impossiblePlace(part, of: "the gradient of a whole layer"), at: span(from: start))
      return nil
    }
    return .gradient(of: nil, place, span(from: start))
  }

  /// Reads `of unit 1 of layer output for example 2` in any order.
  mutating func readPlace(into place: inout Place) -> Bool {
    while true {
      let start = position
      var isNew: Bool
      if take("of unit") || take("to unit") {
        isNew = place.unit == nil
        guard let unit = readUnit() else { return false }
        place.unit = unit
      } else if take("from unit") {
        isNew = place.fromUnit == nil
        guard let unit = readUnit() else { return false }
        place.fromUnit = unit
      } else if take("for example") || take("of example") {
        isNew = place.example == nil
        let numberStart = position
        guard let number = readWholeNumber(expected: "the number of an example", named: "the number of an example")
        else {
          return false
        }
        guard number > 0 else {
          report(.notPositive("the number of an example"), at: span(from: numberStart))
          return false
        }
        place.example = ExampleReference(number: number, span: span(from: numberStart))
      } else if take("below") {
        isNew = place.bound == nil
        guard let (value, _) = readNumber(expected: "a number") else { return false }
        place.bound = Bound(value: value, span: span(from: start))
      } else if match("of") != nil {
        isNew = place.layer == nil
        advance()
        guard let layer = readLayer() else { return false }
        place.layer = layer
      } else {
        return true
      }
      guard isNew else {
        report(.twice("this part of the place"), at: span(from: start))
        return false
      }
    }
  }

  /// Reads `layer 2`, `layer hidden` or `hidden`.
  mutating func readLayer() -> LayerReference? {
    _ = take("the")
    let isSaid = take("layer")
    guard let token = next else {
      report(.expected("the name or number of a layer", found: found))
      return nil
    }
    switch token.kind {
    case .word:
      advance()
      return LayerReference(name: .name(token.text), span: span(of: token))
    case .number where isSaid:
      guard let number = readWholeNumber(expected: "the number of a layer", named: "the number of a layer") else {
        return nil
      }
      return LayerReference(name: .number(number), span: span(of: token))
    case .malformedNumber:
      report(.malformedNumber(token.text))
    default:
      report(.expected(isSaid ? "the name or number of a layer" : "`layer` or the name of a layer", found: found))
    }
    return nil
  }

  private mutating func readUnit() -> UnitReference? {
    guard let token = next else {
      report(.expected("the number of a unit", found: found))
      return nil
    }
    if token.kind == .word {
      advance()
      return UnitReference(name: .name(token.text), span: span(of: token))
    }
    guard let number = readWholeNumber(expected: "the number of a unit", named: "the number of a unit") else {
      return nil
    }
    guard number > 0 else {
      report(.notPositive("the number of a unit"), at: span(of: token))
      return nil
    }
    return UnitReference(name: .number(number), span: span(of: token))
  }

  mutating func check(_ place: Place, suits noun: QuantityNoun) -> Bool {
    let said: [(QuantityNoun.Part, SourceSpan?)] = [
      (.layer, place.layer?.span), (.unit, place.unit?.span), (.from, place.fromUnit?.span),
      (.example, place.example?.span), (.bound, place.bound?.span),
    ]
    for (part, span) in said {
      guard let span, !noun.parts.contains(part) else { continue }
      report(.impossiblePlace(part.rawValue, of: "`\(noun.entry.name)`"), at: span)
      return false
    }
    return true
  }
}
