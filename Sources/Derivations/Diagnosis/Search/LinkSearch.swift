import TeXMath

/// A link with what sieves changes of it.
struct SievedLink {
  let members: LinkMembers
  let sieve: RepairSieve

  func outcome(of edit: Edit) -> RepairSieve.Outcome { sieve.outcome(of: members.change(edit)) }

  /// What two changes come to together, if each of them comes to this.
  func outcome(of both: Edit, _ one: RepairSieve.Outcome, _ other: RepairSieve.Outcome) -> RepairSieve.Outcome {
    sieve.merged(one, other) ?? outcome(of: both)
  }

  func mayHold(_ outcome: RepairSieve.Outcome) -> Bool { sieve.mayHold(outcome) }
}

/// The search for changes that mend one link.
extension RepairSearch {
  /// - Parameters:
  ///   - kinds: those that are looked for; nil for all
  ///   - known: of the change of another link by which all of the display holds, if there is one
  func search(_ number: Int, _ place: Int, only kinds: Set<Edit.Kind>?, beside known: Edit.Kind?) -> [Found] {
    let statement = list.statements[number]
    // A long statement takes longer to read again: the work is bounded, still by count.
    let length = statement.range.count
    guard length <= 1_500 else { return [] }
    let limit = min(Self.singleLimit, 250_000 / max(1, length))
    var generator = EditGenerator(text: tex, scope: states[number].scope, layers: layers, spelling: spelling)
    for statement in list.statements {
      for member in statement.members {
        member.forEachNode { node in
          if case .number(let digits) = node.kind, let value = Double(digits) {
            generator.numbers.append((digits, value))
          }
        }
      }
    }
    generator.propose(statement.members[place], statement.members[place + 1])
    let literals = rightDigits(number, place)
    for literal in literals { generator.add(literal) }
    var proposed = kinds.map { kinds in generator.edits.filter { kinds.contains($0.kind) } } ?? generator.edits
    if isOfDigits(statement, number, place) { proposed = changesOfNumbers(proposed, literals, number, place) }
    let edits = (literals.isEmpty ? proposed : literals + proposed.filter { !literals.contains($0) }).prefix(limit)
    let sieve = sieved(number, place)
    var found: [Found] = []
    var changes: [Change] = []
    for edit in edits {
      // A number that is printed wrong wants the right one, and what is much less plausible than what was found is not
      // tried.
      if let first = found.first, literals.contains(first.edit), !literals.contains(edit) { break }
      if let best = [found.first?.kind, known].compactMap(\.self).min(), Self.isMuchLessPlausible(edit.kind, than: best)
      {
        break
      }
      if found.count >= 6 { break }
      var change = Change(edit: edit, outcome: sieve?.outcome(of: edit) ?? .unknown)
      if sieve?.mayHold(change.outcome) ?? true {
        switch trial(edit, number, place, found.count) {
        case .mends(let candidate): found.append(candidate)
        case .cannotBeTold: change.isDoubtful = true
        case .fails: break
        }
      }
      changes.append(change)
    }
    // Two changes only where one is not enough.
    if found.isEmpty, known == nil, length <= 400, kinds == nil, sieve != nil || !isOfFamily(statement, number) {
      found = pairs(changes, number, place, sieve)
    }
    return found
  }

  private static func isMuchLessPlausible(_ kind: Edit.Kind, than other: Edit.Kind) -> Bool {
    kind.rawValue > other.rawValue + 4
  }

  /// Whether letters in it stand for the indices of a family, so that each try takes as long as all of its members.
  private func isOfFamily(_ statement: Statement, _ number: Int) -> Bool {
    NameFamily(in: statement.members, states[number].scope) != nil
  }

  /// Whether a side of a link is a number with decimals, which says something of the author's network alone.
  func isOfDigits(_ statement: Statement, _ number: Int, _ place: Int) -> Bool {
    [place, place + 1].contains { side in
      let reading = try? reader(number).read(statement.members[side])
      return reading.map { $0.expression.isNumeric && !$0.expression.isWholeNumbered } ?? false
    }
  }

  /// An edit with what it makes of the members.
  private struct Change {
    var edit: Edit
    var outcome: RepairSieve.Outcome
    /// Whether it could not be told what it comes to.
    var isDoubtful = false
  }

  private func pairs(
    _ changes: [Change], _ number: Int, _ place: Int, _ sieve: SievedLink?
  ) -> [Found] {
    let small: Set<Edit.Kind> = [.sign, .swap, .prime, .layer, .operation, .sum]
    let first = changes.filter { small.contains($0.edit.kind) }.prefix(70)
    let second = changes.filter(\.edit.kind.goesWithOthers)
    var found: [Found] = []
    var count = 0
    let limit = min(Self.pairLimit, max(SearchMemory.leastPairs, memory.pairs))
    defer { memory.pairs -= min(count, memory.pairs) }
    for (index, one) in first.enumerated() {
      for (other, two) in second.enumerated() where !(small.contains(two.edit.kind) && other < index) {
        guard let both = one.edit.combined(with: two.edit) else { continue }
        count += 1
        guard count <= limit else { return found }
        if let best = found.first?.kind, Self.isMuchLessPlausible(two.edit.kind, than: best) { continue }
        // What can't be read or judged by itself is seldom mended by a second change.
        guard ![one, two].contains(where: { $0.isDoubtful || $0.outcome.isUnreadable }) else { continue }
        if let sieve, !sieve.mayHold(sieve.outcome(of: both, one.outcome, two.outcome)) { continue }
        if case .mends(let candidate) = trial(both, number, place, found.count) { found.append(candidate) }
        if found.count >= 6 { return found }
      }
    }
    return found
  }
}
