extension LinkJudge.Sides {
  /// With the numbers of a diagonal that one index tells apart as a list: `\operatorname{diag}(a_i (1 - a_i))` has one for every
  /// i, where i stands nowhere outside.
  var listingDiagonals: LinkJudge.Sides {
    guard left.hasDiagonal || right.hasDiagonal else { return self }
    let outside = left.withoutDiagonals.entryLetters.union(right.withoutDiagonals.entryLetters)
    var sides = self
    sides.left = left.listingDiagonals(except: outside)
    sides.right = right.listingDiagonals(except: outside)
    return sides
  }
}

extension Expression {
  fileprivate var hasDiagonal: Bool {
    contains { if case .function(.diagonal, _) = $0.kind { true } else { $0.definedBody?.hasDiagonal ?? false } }
  }

  private var definedBody: Expression? {
    if case .function(.defined(let body, _, _), _) = kind { body } else { nil }
  }

  fileprivate var withoutDiagonals: Expression {
    mapped { part in
      guard case .function(.diagonal, _) = part.kind else { return part }
      return Expression(.number("0"), part.range)
    }
  }

  /// Letters that are the index of a unit, an example or an entry.
  fileprivate var entryLetters: Set<String> {
    var found: Set<String> = []
    _ = mapped { part in
      switch part.kind {
      case .quantity(let use):
        for index in [use.unit, use.from, use.example].compactMap(\.self) { found.formUnion(index.letters) }
      case .entry(_, let indices): for index in indices { found.formUnion(index.letters) }
      default: break
      }
      return part
    }
    return found
  }

  fileprivate func listingDiagonals(except outside: Set<String>) -> Expression {
    mapped { part in
      guard case .function(.diagonal, let arguments) = part.kind, arguments.count == 1 else { return part }
      // One that a list in it binds is the list's.
      let free = arguments[0].entryLetters.intersection(arguments[0].freeLetters)
      let letters = free.subtracting(outside).sorted()
      guard letters.count == 1 else { return part }
      let list = BigOperator(
        kind: .rows, letters: letters, lower: nil, upper: nil, conditions: [], body: arguments[0])
      return Expression(.function(.diagonal, [Expression(.big(list), arguments[0].range)]), part.range)
    }
  }
}
