extension Expression {
  /// A letter that a sum binds and that is both the layer and the unit or example of one symbol: in
  /// `\sum_i dZ_i^{[i]}` nobody can say which is summed.
  var letterOfTwoMinds: String? {
    if case .big(let operation) = kind {
      for letter in operation.letters where operation.body.contains(where: { $0.hasTwice(letter) }) { return letter }
    }
    return children.lazy.compactMap(\.letterOfTwoMinds).first
  }

  private func hasTwice(_ letter: String) -> Bool {
    switch kind {
    case .quantity(let use):
      use.layer?.letters.contains(letter) ?? false
        && [use.unit, use.from, use.example].contains { $0?.letters.contains(letter) ?? false }
    case .entry(let inner, let indices):
      indices.contains { $0.letters.contains(letter) }
        && inner.contains { part in
          if case .quantity(let use) = part.kind { use.layer?.letters.contains(letter) ?? false } else { false }
        }
    default: false
    }
  }
}

extension LinkJudge.Sides {
  /// A letter that names a layer on one side, and on the other stands nowhere but in a sum over it, which catches it.
  var capturedLayer: String? {
    for (own, other) in [(right, left), (left, right)] {
      if let letter = own.letterOfTwoMinds, other.freeLetters.contains(letter), !own.freeLetters.contains(letter) {
        return letter
      }
    }
    return nil
  }
}
