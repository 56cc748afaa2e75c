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
