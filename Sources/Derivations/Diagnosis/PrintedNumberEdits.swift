import TeXMath

/// Numbers of a calculation that are off by a unit of their last digit, as where one was rounded on the way, and what a
/// change makes of the numbers behind it.
extension RepairSearch {
  /// Changes of a link that is written in numbers: to a few digits many things agree by chance.
  func changesOfNumbers(_ proposed: [Edit], _ number: Int, _ place: Int) -> [Edit] {
    let members = list.statements[number].members[place...(place + 1)]
    var hasMatrix = false
    Array(members.joined()).forEachNode { node in if case .environment = node.kind { hasMatrix = true } }
    return proposed.filter { edit in
      switch edit.kind {
      case .digits, .sign: true
      case .transpose: hasMatrix
      case .factor: edit.splices.count == 1 && ["2 ", "2 \\cdot "].contains(edit.splices[0].text)
      default: false
      }
    } + members.flatMap(neighbours) + solvedNumbers(number, place)
  }

  /// Each number of a calculation up to two units more or less.
  private func neighbours(in member: [Node]) -> [Edit] {
    guard member.soleNumber == nil else { return [] }
    var found: [Edit] = []
    member.forEachNode { node in
      guard case .number(let digits) = node.kind, let value = Double(digits), !judge.exact.contains(value),
        let point = digits.firstIndex(of: "."), let whole = Int(digits.filter { $0 != "." })
      else { return }
      let decimals = digits.distance(from: point, to: digits.endIndex) - 1
      for other in [whole + 1, whole - 1, whole + 2, whole - 2] where other > 0 {
        found.append(Edit(.number, node.range, spelled(DecimalText.shifted(other, decimals: decimals), at: node.range)))
      }
    }
    return found
  }

  /// A change with the right digits for every number that stands behind it in the chain.
  func recalculated(_ edit: Edit, _ number: Int, _ place: Int) -> Edit? {
    let statement = list.statements[number]
    guard [.digits, .number, .sign, .factor].contains(edit.kind), place + 2 < statement.members.count,
      isOfDigits(statement, number, place), let value = judge(statement, number, place)?.left, value.isFinite
    else { return nil }
    var splices: [Edit.Splice] = []
    for member in statement.members.dropFirst(place + 2) {
      guard let literal = member.soleNumber, let point = literal.digits.firstIndex(of: ".") else { continue }
      let decimals = literal.digits.distance(from: point, to: literal.digits.endIndex) - 1
      let digits = DecimalText.rounded(value.magnitude, decimals: decimals)
      guard digits != literal.digits, (value < 0) == literal.isNegative else { continue }
      splices.append(Edit.Splice(range: literal.range, text: spelled(digits, at: literal.range)))
    }
    return splices.isEmpty ? nil : Edit(edit.kind, edit.splices + splices)
  }

  /// The right entries of a vector or matrix that is printed: one after the other, as long as some are wrong.
  func rightEntries(_ number: Int, _ place: Int) -> [Edit] {
    let statement = list.statements[number]
    let member = statement.members[place + 1]
    let entries = member.printedEntries
    guard (2...16).contains(entries.count) else { return [] }
    var splices: [Int: Edit.Splice] = [:]
    var changed = statement
    while let verdict = judge(changed, number, place), verdict.kind == .fails, let left = verdict.left, left.isFinite,
      let offset = member.offset(ofEntry: verdict.entry, among: entries.count), splices[offset] == nil
    {
      let literal = entries[offset]
      guard let point = literal.digits.firstIndex(of: "."), (left < 0) == literal.isNegative else { return [] }
      let decimals = literal.digits.distance(from: point, to: literal.digits.endIndex) - 1
      let digits = DecimalText.rounded(left.magnitude, decimals: decimals)
      splices[offset] = Edit.Splice(range: literal.range, text: spelled(digits, at: literal.range))
      let edit = Edit(.digits, splices.sorted { $0.key < $1.key }.map(\.value))
      let whole = statement.range
      let text = edit.shifted(by: -whole.lowerBound).applied(to: Array(Array(tex.utf8)[whole]))
      guard let next = Self.reading(text, like: statement) else { return [] }
      changed = next
      if judge(changed, number, place)?.kind != .fails { return [edit] }
    }
    return []
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
