extension LinkJudge.Sides {
  /// Every symbol as the entry that its own sentence names, where none writes the index of a unit; nil where one does,
  /// where no sentence names one, and where something is written that only vectors and matrices have.
  var understandingIndices: LinkJudge.Sides? {
    guard !left.writesUnit, !right.writesUnit, !left.speaksOfVectors, !right.speaksOfVectors else { return nil }
    var sides = self
    sides.left = left.understandingUnits
    sides.right = right.understandingUnits
    return sides.left == left && sides.right == right ? nil : sides
  }
}

extension Expression {
  fileprivate var writesUnit: Bool {
    contains { part in
      switch part.kind {
      case .quantity(let use): use.unit != nil || use.from != nil
      case .entry: true
      default: false
      }
    }
  }

  fileprivate var speaksOfVectors: Bool {
    contains { part in
      switch part.kind {
      case .transposed, .norm, .matrix, .gradient, .identity: true
      case .function(.trace, _), .function(.diagonal, _), .function(.determinant, _), .function(.columnsStacked, _):
        true
      case .product(let factors): factors.contains { $0.binding != .juxtaposition }
      default: false
      }
    }
  }

  fileprivate var understandingUnits: Expression {
    mapped { part in
      guard case .quantity(var use) = part.kind else { return part }
      var copy = part
      use.unit = use.meaning.unit?.understood
      use.from = use.meaning.from?.understood
      copy.kind = .quantity(use)
      return copy
    }
  }
}

extension SymbolMeaning.Index {
  fileprivate var understood: IndexExpression? {
    if case .letter(let letter, let plus) = self { IndexExpression(letter: letter, plus: plus) } else { nil }
  }
}
