import TeXMath

/// Numbers of a calculation that are off by a unit of their last digit, as where one was rounded on the way, and what a
/// change makes of the numbers behind it.
extension RepairSearch {
  /// Changes of a link that is written in numbers: to a few digits many things agree by chance.
  func changesOfNumbers(_ proposed: [Edit], _ literals: [Edit], _ number: Int, _ place: Int) -> [Edit] {
    let members = list.statements[number].members[place...(place + 1)]
    var hasMatrix = false
    Array(members.joined()).forEachNode { node in if case .environment = node.kind { hasMatrix = true } }
    let neighbours = members.flatMap(neighbours)
    let others = proposed.filter { edit in
      switch edit.kind {
      case .digits, .sign: true
      case .transpose: hasMatrix
      case .factor: edit.splices.count == 1 && ["2 ", "2 \\cdot "].contains(edit.splices[0].text)
      default: false
      }
    }
    // One number on the way, and the last one with it.
    return others + neighbours + solvedNumbers(number, place)
      + literals.flatMap { literal in neighbours.compactMap(literal.combined) }
  }

  /// Each number of a calculation up to two units more or less, wherever it stands in that.
  private func neighbours(in member: [Node]) -> [Edit] {
    guard member.soleNumber == nil else { return [] }
    var order: [String] = []
    var places: [String: [Range<Int>]] = [:]
    member.forEachNode { node in
      guard case .number(let digits) = node.kind, digits.contains("."), let value = Double(digits),
        !judge.exact.contains(value)
      else { return }
      if places[digits] == nil { order.append(digits) }
      places[digits, default: []].append(node.range)
    }
    return order.flatMap { digits -> [Edit] in
      guard let whole = Int(digits.filter { $0 != "." }), let ranges = places[digits] else { return [] }
      let decimals = digits.decimals
      return [whole + 1, whole - 1, whole + 2, whole - 2].filter { $0 > 0 }.map { other in
        let text = DecimalText.shifted(other, decimals: decimals)
        return Edit(.number, ranges.map { Edit.Splice(range: $0, text: spelled(text, at: $0)) })
      }
    }
  }

  /// A change with the right digits for every number that stands behind it in the chain.
  func recalculated(_ edit: Edit, _ number: Int, _ place: Int) -> Edit? {
    let statement = list.statements[number]
    guard [.digits, .number, .sign, .factor].contains(edit.kind), place + 2 < statement.members.count,
      isOfDigits(statement, number, place), let value = judge(statement, number, place)?.left, value.isFinite
    else { return nil }
    let changed = applied(edit, to: statement)
    var splices: [Edit.Splice] = []
    for later in (place + 2)..<statement.members.count {
      let member = statement.members[later]
      if let literal = member.soleNumber {
        let digits = DecimalText.rounded(value.magnitude, decimals: literal.digits.decimals)
        guard literal.digits.contains("."), digits != literal.digits, (value < 0) == literal.isNegative else {
          continue
        }
        splices.append(Edit.Splice(range: literal.range, text: spelled(digits, at: literal.range)))
      } else if let changed, !member.printedEntries.isEmpty {
        splices += rightEntries(of: statement, startingWith: changed, number, later - 1)
      }
    }
    return splices.isEmpty ? nil : Edit(edit.kind, edit.splices + splices)
  }

  /// The right entries of a vector or matrix that is printed.
  func rightEntries(_ number: Int, _ place: Int) -> [Edit] {
    let statement = list.statements[number]
    let splices = rightEntries(of: statement, startingWith: statement, number, place)
    return splices.isEmpty ? [] : [Edit(.digits, splices)]
  }

  /// The right entries one after the other, as long as some are wrong; none where that does not mend the link.
  private func rightEntries(
    of statement: Statement, startingWith first: Statement, _ number: Int, _ place: Int
  ) -> [Edit.Splice] {
    let member = statement.members[place + 1]
    let entries = member.printedEntries
    guard (2...16).contains(entries.count) else { return [] }
    var splices: [Int: Edit.Splice] = [:]
    var changed = first
    while let verdict = judge(changed, number, place), verdict.kind == .fails, let left = verdict.left, left.isFinite,
      let offset = member.offset(ofEntry: verdict.entry, among: entries.count), splices[offset] == nil
    {
      let literal = entries[offset]
      guard literal.digits.contains("."), (left < 0) == literal.isNegative else { return [] }
      let digits = DecimalText.rounded(left.magnitude, decimals: literal.digits.decimals)
      splices[offset] = Edit.Splice(range: literal.range, text: spelled(digits, at: literal.range))
      let all = splices.sorted { $0.key < $1.key }.map(\.value)
      let earlier = first.members[..<(place + 1)].map(\.key) == statement.members[..<(place + 1)].map(\.key)
      guard let next = applied(Edit(.digits, all), to: statement) else { return [] }
      // What was changed before it stays changed.
      changed = earlier ? next : next.taking(first.members[..<(place + 1)])
      if judge(changed, number, place)?.kind != .fails { return all }
    }
    return []
  }

  /// A statement after a change; nil where it can't be read.
  private func applied(_ edit: Edit, to statement: Statement) -> Statement? {
    let whole = statement.range
    let text = edit.shifted(by: -whole.lowerBound).applied(to: Array(Array(tex.utf8)[whole]))
    return Self.reading(text, like: statement)
  }

  /// A number with a comma, where the one that stands there has one.
  func spelled(_ digits: String, at range: Range<Int>) -> String {
    DecimalText.spelled(digits, like: written(range))
  }
}

extension [Node] {
  /// The numbers of a vector or matrix that has nothing else, in the order written.
  fileprivate var printedEntries: [(digits: String, range: Range<Int>, isNegative: Bool)] {
    var cells: [[Node]] = []
    if count == 1, case .fenced(_, let inner, _) = self[0].kind {
      if inner.count == 1, case .environment = inner[0].kind { return inner.printedEntries }
      cells = inner.split { $0.bareSign == "," }.map(Array.init)
    } else if count == 1, case .environment(_, let rows) = self[0].kind {
      cells = rows.flatMap(\.cells)
    } else if let first, first.bracketNesting == 1, ScriptItem.closing(of: 0, in: self) == count - 1, count > 2 {
      cells = dropFirst().dropLast().split { $0.bareSign == "," }.map(Array.init)
    }
    let entries = cells.map { cell in cell.filter { if case .wideSpace = $0.kind { false } else { true } }.soleNumber }
    return entries.contains { $0 == nil } ? [] : entries.compactMap(\.self)
  }

  /// The place among the entries of what a verdict calls row and column.
  fileprivate func offset(ofEntry entry: [Int], among count: Int) -> Int? {
    var columns = 1
    forEachNode { node in
      if case .environment(_, let rows) = node.kind { columns = rows.first?.cells.count ?? 1 }
    }
    let offset: Int
    switch entry.count {
    case 1: offset = entry[0] - 1
    case 2: offset = (entry[0] - 1) * columns + entry[1] - 1
    default: return nil
    }
    return (0..<count).contains(offset) ? offset : nil
  }
}

extension String {
  /// How many digits stand behind the point.
  fileprivate var decimals: Int { firstIndex(of: ".").map { distance(from: $0, to: endIndex) - 1 } ?? 0 }
}

extension Statement {
  /// With other members at its beginning.
  fileprivate func taking(_ first: ArraySlice<[Node]>) -> Statement {
    var copy = self
    copy.members.replaceSubrange(first.indices, with: first)
    return copy
  }
}

extension DecimalText {
  /// A whole number with the point set some digits before its end.
  static func shifted(_ whole: Int, decimals: Int) -> String {
    var digits = String(whole)
    while digits.count <= decimals { digits = "0" + digits }
    return digits.dropLast(decimals) + "." + digits.suffix(decimals)
  }

  /// With the comma that another number has for its point.
  static func spelled(_ digits: String, like other: String) -> String {
    guard !other.contains("."), other.contains(",") else { return digits }
    return digits.split(separator: ".", omittingEmptySubsequences: false).joined(
      separator: other.contains("{,}") ? "{,}" : ",")
  }
}
