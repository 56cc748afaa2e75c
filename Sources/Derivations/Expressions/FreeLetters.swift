extension Expression {
  /// The index letters that the value may depend on: all that are written, but for those that a sum inside binds.
  var freeLetters: Set<String> {
    var letters = Set(children.flatMap(\.freeLetters))
    switch kind {
    case .index(let letter): letters.insert(letter)
    // A bound may be a letter that `let` made a number.
    case .variable(let variable): letters.insert(variable.name)
    case .entry(_, let indices): letters.formUnion(indices.flatMap(\.letters))
    case .function(.activation(let layer?, _), _): letters.formUnion(layer.letters)
    case .quantity(let use):
      for index in [use.layer, use.unit, use.from, use.example] { letters.formUnion(index?.letters ?? []) }
      if let every = use.everyLayer { letters.insert(every) }
    case .big(let operation):
      letters = operation.body.freeLetters.union(
        operation.conditions.flatMap { $0.left.freeLetters.union($0.right.freeLetters) })
      letters.subtract(operation.letters)
      for bound in [operation.lower, operation.upper] { letters.formUnion(bound?.freeLetters ?? []) }
    default: break
    }
    return letters
  }
}

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
