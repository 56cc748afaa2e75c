import TeXMath

/// A mistake that was copied along a chain: what mends one link is changed in all places where it stands.
extension RepairSearch {
  /// - Parameter edit: a change that mends the link at `place` and leaves other links of the statement wanting
  func widened(_ edit: Edit, _ number: Int, _ place: Int) -> [Edit] {
    let statement = list.statements[number]
    return repeated(edit, in: statement) + renamedOn(edit, in: statement, place)
      + [
        carriedOn(edit, in: statement, place), carriedBack(edit, in: statement, place),
        recalculated(edit, number, place),
      ].compactMap(\.self)
  }

  private static let mostPlaces = 12

  /// The same change wherever what it changes is written, taken with more and more of what stands around it.
  private func repeated(_ edit: Edit, in statement: Statement) -> [Edit] {
    // Brackets put around a symbol are two changes at its ends.
    guard edit.splices.count < 3, let first = edit.splices.first, let last = edit.splices.last,
      first.range.lowerBound <= last.range.lowerBound
    else { return [] }
    let span = first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
    let bytes = Array(tex.utf8)
    let lexemes = Lexeme.scan(tex).filter { $0.kind != .space }
    let all = statement.range
    var found: [Edit] = []
    for context in Array(statement.members.joined()).contexts(of: span).prefix(4) {
      let pattern = lexemes.filter { context.contains($0.range.lowerBound) }.map(\.text)
      guard !pattern.isEmpty else { continue }
      var (places, count): ([Edit.Splice], Int) = ([], 0)
      var start = 0
      while start + pattern.count <= lexemes.count {
        let here = lexemes[start..<(start + pattern.count)]
        guard all.contains(lexemes[start].range.lowerBound), zip(here, pattern).allSatisfy({ $0.text == $1 }) else {
          start += 1
          continue
        }
        // Spaces inside are not the same everywhere.
        let range = lexemes[start].range.lowerBound..<lexemes[start + pattern.count - 1].range.upperBound
        if bytes[range].elementsEqual(bytes[context]) {
          places += edit.splices.map { $0.shifted(by: range.lowerBound - context.lowerBound) }
          count += 1
        }
        start += pattern.count
      }
      guard (2...Self.mostPlaces).contains(count) else { continue }
      let wide = Edit(edit.kind, places)
      if !found.contains(wide) { found.append(wide) }
    }
    return found
  }

  /// One letter for another in all places of a side, the same in those behind it, and in all but the first.
  private func renamedOn(_ edit: Edit, in statement: Statement, _ place: Int) -> [Edit] {
    guard [.index, .sum, .node].contains(edit.kind), statement.members.count > 2 else { return [] }
    var names: [String: String] = [:]
    for splice in edit.splices {
      let old = written(splice.range)
      guard !old.isEmpty, !splice.text.isEmpty, names[old].map({ $0 == splice.text }) ?? true else { return [] }
      names[old] = splice.text
    }
    let changed = Set(edit.splices.map(\.range))
    func renamed(_ members: ArraySlice<[Node]>) -> Edit? {
      var splices = edit.splices
      for member in members {
        member.forEachNode { node in
          guard let new = names[written(node.range)], node.isSymbolLetter, !changed.contains(node.range),
            !splices.contains(where: { $0.range.overlaps(node.range) })
          else { return }
          splices.append(Edit.Splice(range: node.range, text: new))
        }
      }
      guard splices.count > edit.splices.count else { return nil }
      return Edit(edit.kind, splices.sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
    return [renamed(statement.members[(place + 1)...]), renamed(statement.members.dropFirst())].compactMap(\.self)
  }

  /// A sign or a factor before the right side, put before all that follows in the chain as well.
  private func carriedOn(_ edit: Edit, in statement: Statement, _ place: Int) -> Edit? {
    let (changed, later) = (statement.members[place + 1], statement.members.dropFirst(place + 2))
    guard !later.isEmpty, !changed.isEmpty, later.allSatisfy({ !$0.isEmpty }) else { return nil }
    let range = changed.range
    guard
      edit.splices.allSatisfy({ range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound })
    else { return nil }
    switch edit.kind {
    case .sign, .swap:
      return Edit(edit.kind, edit.splices + later.flatMap(Self.negating))
    case .factor:
      guard let prefix = edit.splices.first, edit.splices.count == 1, prefix.range.isEmpty,
        prefix.range.lowerBound == range.lowerBound, later.allSatisfy({ !$0.hasSumSign })
      else { return nil }
      return Edit(
        edit.kind,
        edit.splices + later.map { Edit.Splice(range: $0.range.lowerBound..<$0.range.lowerBound, text: prefix.text) })
    default: return nil
    }
  }

  /// An index that a symbol lacked, put to the symbols before it in the chain as well.
  private func carriedBack(_ edit: Edit, in statement: Statement, _ place: Int) -> Edit? {
    guard edit.kind == .addedIndex, let index = edit.splices.first, edit.splices.count == 1, index.range.isEmpty,
      index.text.hasPrefix("_"), place > 0, case let before = statement.members[..<place],
      before.allSatisfy({ $0.count == 1 && $0[0].base.isSymbolLetter && $0[0].scripts.sub == nil })
    else { return nil }
    return Edit(
      edit.kind,
      before.map { Edit.Splice(range: $0.range.upperBound..<$0.range.upperBound, text: index.text) } + edit.splices)
  }

  private static func negating(_ member: [Node]) -> [Edit.Splice] {
    guard let first = member.first else { return [] }
    if first.bareSign == "-" || first.bareSign == "−" { return [Edit.Splice(range: first.range, text: "")] }
    let range = member.soleNumber?.range ?? member.range
    let start = range.lowerBound..<range.lowerBound
    guard member.hasSumSign else { return [Edit.Splice(range: start, text: "-")] }
    return [
      Edit.Splice(range: start, text: "-\\left("),
      Edit.Splice(range: range.upperBound..<range.upperBound, text: "\\right)"),
    ]
  }
}

extension [Node] {
  /// Nodes and calls that a change is in or beside, the smallest first.
  fileprivate func contexts(of changed: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    func note(_ range: Range<Int>) {
      guard range.lowerBound <= changed.lowerBound, range.upperBound >= changed.upperBound, !range.isEmpty,
        !found.contains(range)
      else { return }
      found.append(range)
    }
    forEachRun { run in
      for (place, node) in run.enumerated() {
        if node.sign == nil { note(node.range) }
        guard place + 1 < run.count, node.sign == nil, run[place + 1].isOpeningParenthesis else { continue }
        let close = ScriptItem.closing(of: place + 1, in: run)
        if close < run.count { note(node.range.lowerBound..<run[close].range.upperBound) }
      }
    }
    return found.sorted { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }
  }
}
