import TeXMath

/// One number of a calculation that was put in wrong, where the others and what it comes to say what it should be.
extension RepairSearch {
  /// For each number of the right side the one that would make it come to the left side, if it depends on the number as
  /// a straight line does.
  func solvedNumbers(_ number: Int, _ place: Int) -> [Edit] {
    let statement = list.statements[number]
    let member = statement.members[place + 1]
    guard member.soleNumber == nil, let verdict = judge(statement, number, place), verdict.kind == .fails,
      let wanted = verdict.left, let right = verdict.right, wanted.isFinite, right.isFinite
    else { return [] }
    var literals: [(digits: String, range: Range<Int>)] = []
    member.forEachNode { node in
      if case .number(let digits) = node.kind, digits.contains(".") { literals.append((digits, node.range)) }
    }
    guard literals.count <= 6 else { return [] }
    var found: [Edit] = []
    for literal in literals {
      guard let value = Double(literal.digits), let point = literal.digits.firstIndex(of: ".") else { continue }
      let decimals = literal.digits.distance(from: point, to: literal.digits.endIndex) - 1
      let other = DecimalText.rounded(value + 1, decimals: decimals)
      guard let moved = rightSide(of: statement, with: other, at: literal.range, number, place), moved != right else {
        continue
      }
      let solution = value + (wanted - right) / (moved - right)
      guard solution.isFinite, solution.magnitude < 1e6 else { continue }
      let digits = DecimalText.rounded(solution.magnitude, decimals: decimals)
      guard digits != literal.digits || solution < 0 else { continue }
      let text = spelled(digits, at: literal.range)
      found.append(Edit(.number, literal.range, solution < 0 ? "-" + text : text))
    }
    return found
  }

  /// What the right side comes to with another number in it.
  private func rightSide(
    of statement: Statement, with digits: String, at range: Range<Int>, _ number: Int, _ place: Int
  ) -> Double? {
    let whole = statement.range
    let edit = Edit(.number, range, digits).shifted(by: -whole.lowerBound)
    let text = edit.applied(to: Array(Array(tex.utf8)[whole]))
    return Self.reading(text, like: statement).flatMap { judge($0, number, place)?.right }
  }
}
