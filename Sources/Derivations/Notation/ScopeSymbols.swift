import TeXMath

extension Scope {
  /// A number of the network that a report writes by its symbol.
  package struct Named: Sendable {
    package var quantity: SymbolMeaning.Quantity
    /// The number of the layer as the engine counts, and its name.
    package var layer: (number: Int, name: String)?
    /// From 0, as the next two.
    package var unit: Int?
    package var from: Int?
    package var example: Int?

    package init(
      _ quantity: SymbolMeaning.Quantity, layer: (number: Int, name: String)? = nil, unit: Int? = nil, from: Int? = nil,
      example: Int? = nil
    ) {
      (self.quantity, self.layer, self.unit, self.from, self.example) = (quantity, layer, unit, from, example)
    }
  }

  /// The symbol that the notation has for a single number, as LaTeX; nil where it has none. The latest sentence counts.
  package func symbol(of named: Named) -> String? {
    let letters = writtenEntries.reversed().lazy.compactMap { entry -> String? in
      guard case .meaning(let meaning) = entry.value, meaning.quantity == named.quantity,
        !meaning.isWithoutBias, !meaning.isThreshold, !meaning.isNegated, !meaning.isTargetUnit,
        meaning.examples == nil,
        !meaning.hasLeadingOne, !meaning.hasTrailingOne,
        !meaning.hasBiasColumn, !meaning.hasLastBiasColumn
      else { return nil }
      var indices: [String: [Node]] = [:]
      func fits(_ index: SymbolMeaning.Index?, _ number: Int?, name: String? = nil, isOptional: Bool = false) -> Bool {
        switch (index, number) {
        case (nil, nil): return true
        case (nil, _): return isOptional
        case (_, nil): return false
        case (.number(let written)?, let number?): return written == number
        case (.name(let written)?, _): return written == name
        case (.letter(let letter, let plus)?, let number?):
          let digits = "\(number - plus)"
          if let known = indices[letter], known.key != digits { return false }
          indices[letter] = [Node(.number(digits), 0..<0)]
          return true
        }
      }
      let base = indicesCountFromZero || meaning.isCountedFromZero ? 0 : 1
      guard
        fits(
          meaning.layer, named.layer.map { $0.number + (layersCountFromOne ? 1 : 0) }, name: named.layer?.name,
          isOptional: named.layer?.number == 0 && named.quantity == .input),
        fits(meaning.unit, named.unit.map { $0 + base }), fits(meaning.from, named.from.map { $0 + base }),
        fits(meaning.example, named.example.map { $0 + 1 }, isOptional: true)
      else { return nil }
      return entry.pattern.nodes.renaming(indices).key.separatingNumbers
    }
    return letters.first
  }
}

extension Scope {
  /// Whether something has this letter, with whatever indices.
  func binds(_ letter: String) -> Bool { !(places[letter] ?? []).isEmpty }

  /// Whether a sentence speaks of a cost without the penalty on the weights.
  var hasCostWithoutPenalty: Bool {
    entries.contains { entry in
      guard case .meaning(let meaning) = entry.value else { return false }
      return meaning.quantity == .dataCost || meaning.quantity == .summedLoss || meaning.isWithoutRegularization
    }
  }

  /// What sentences say of symbols with this letter.
  func meanings(ofLetter letter: String) -> [SymbolMeaning] {
    (places[letter] ?? []).compactMap { place in
      if entries[place].isNotation, case .meaning(let meaning) = entries[place].value { meaning } else { nil }
    }
  }

  /// Whether a sentence has this letter for layers.
  func hasLayerLetter(_ letter: String) -> Bool {
    entries.contains { entry in
      guard case .meaning(let meaning) = entry.value, case .letter(letter, _)? = meaning.layer else { return false }
      return true
    }
  }

  /// Whether a sentence has the errors of a layer that do not lie as a row: then the document's gradients are columns.
  var hasErrorsAsColumns: Bool {
    entries.contains { entry in
      guard case .meaning(let meaning) = entry.value, meaning.quantity == .error else { return false }
      return meaning.orientation != .row
    }
  }

  /// Letters that sentences use for examples, and those that name them.
  var exampleLetters: Set<String> {
    Set(
      entries.compactMap { entry -> String? in
        guard case .meaning(let meaning) = entry.value else { return nil }
        if meaning.quantity == .exampleLetter { return entry.pattern.key }
        guard case .letter(let letter, _)? = meaning.example, entry.pattern.variables.contains(letter) else {
          return nil
        }
        return letter
      })
  }

  /// What the equations above define without an index or an argument, the latest first.
  var definedValues: [Expression] {
    entries.reversed().compactMap { entry in
      guard case .definition(let definition) = entry.value, definition.parameters.isEmpty,
        entry.pattern.variables.isEmpty
      else { return nil }
      var parser = ExpressionParser(definition.body, scope: self)
      return try? parser.parse()
    }
  }
}

extension String {
  /// With a comma between numbers that only a space keeps apart, which is not printed.
  fileprivate var separatingNumbers: String {
    let characters = Array(self)
    return String(
      characters.enumerated().map { place, character in
        let isBetween =
          character == " " && place > 0 && place + 1 < characters.count && characters[place - 1].isNumber
          && characters[place + 1].isNumber
        return isBetween ? "," : character
      })
  }
}
