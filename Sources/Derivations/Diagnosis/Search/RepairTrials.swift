import TeXMath

/// Changed statements, judged as they stand in the place of the original.
extension RepairSearch {
  /// What a change comes to.
  enum Trial {
    case mends(Found)
    case fails
    /// It can't be read or judged.
    case cannotBeTold
  }

  func trial(_ edit: Edit, _ number: Int, _ place: Int, _ order: Int) -> Trial {
    switch mending(edit, number, place, order) {
    case .link(let found, let isHarmful):
      return chosen(found, isHarmful, edit, number, place, order).map(Trial.mends) ?? .fails
    case .nothing: return .fails
    case .cannotBeTold: return .cannotBeTold
    }
  }

  /// What mends a link, or the same wherever it is wrong.
  private func chosen(
    _ found: Found, _ isHarmful: Bool, _ edit: Edit, _ number: Int, _ place: Int, _ order: Int
  ) -> Found? {
    guard isHarmful || found.remaining > 0, list.statements[number].relations.count > 1 else { return found }
    // What was copied along the chain is wrong in all its places.
    let most = isHarmful ? verdicts.joined().count : found.remaining
    for wide in widened(edit, number, place) {
      if case .link(let all, false) = mending(wide, number, place, order), all.remaining < most { return all }
    }
    return isHarmful ? nil : found
  }

  private enum Mending {
    /// It makes the link hold, and maybe others fail.
    case link(Found, isHarmful: Bool)
    case nothing
    case cannotBeTold
  }

  private func mending(_ edit: Edit, _ number: Int, _ place: Int, _ order: Int) -> Mending {
    // The statement alone is read again, which is quicker; the display is put together where it holds.
    let statement = list.statements[number]
    let bytes = Array(tex.utf8)
    let whole = statement.range
    guard
      edit.splices.allSatisfy({ $0.range.lowerBound >= whole.lowerBound && $0.range.upperBound <= whole.upperBound })
    else { return .nothing }
    let inner = edit.shifted(by: -whole.lowerBound).applied(to: Array(bytes[whole]))
    guard let changed = Self.reading(inner, like: statement) else { return .cannotBeTold }
    guard changed.members[place].key != changed.members[place + 1].key else { return .nothing }
    guard let verdict = judge(changed, number, place), verdict.kind != .notChecked else { return .cannotBeTold }
    guard [.holds, .updates, .convention].contains(verdict.kind), verdict.compared > 0, !verdict.isOfZeros,
      // An update begins with what it assigns to.
      verdict.kind == .updates || !changed.isVacuous(place, unlike: statement)
    else { return .nothing }
    let text = edit.applied(to: bytes)
    var macros = MacroTable()
    let formula = TeXFormula.reading(text, macros: &macros)
    let statements = formula.statements.statements
    guard formula.damage.isEmpty, statements.count == list.statements.count else { return .nothing }
    let found = Found(
      text: text, parts: parts(of: statements[number], place, edit, text),
      remaining: isOneLink ? 0 : failures(in: statements), order: order, kind: edit.kind, edit: edit,
      link: list.statements.prefix(number).reduce(0) { $0 + $1.relations.count } + place,
      isUpdate: verdict.kind == .updates, isConventional: !verdict.conventions.isEmpty,
      meaning: statements.flatMap(\.members).map(\.key))
    return .link(found, isHarmful: harmsNeighbours(changed, number, place))
  }

  /// Whether the display says nothing else.
  private var isOneLink: Bool { list.statements.count == 1 && list.statements[0].relations.count == 1 }

  /// The one statement of a text, if it has as many links as another.
  static func reading(_ text: String, like statement: Statement) -> Statement? {
    var macros = MacroTable()
    let formula = TeXFormula.reading(text, macros: &macros)
    guard formula.damage.isEmpty else { return nil }
    let statements = formula.statements.statements
    guard statements.count == 1, statements[0].members.count == statement.members.count else { return nil }
    var result = statements[0]
    result.guards = statement.guards
    return result
  }

  /// The side of the link that an edit changed, and the smallest symbol around a single change.
  func parts(of statement: Statement, _ place: Int, _ edit: Edit, _ text: String) -> [String] {
    let bytes = Array(text.utf8)
    func source(_ range: Range<Int>) -> String {
      String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
    let original = list.statements.flatMap(\.members).map { written($0.range) }
    var parts: [String] = []
    let sides = [place + 1, place] + statement.members.indices.filter { $0 != place && $0 != place + 1 }
    for member in sides.map({ statement.members[$0] }) {
      let side = source(member.range)
      guard !member.isEmpty, !original.contains(side) else { continue }
      parts.append(side)
      // What it says, where colours only tell which part is which.
      if side.contains("\\color") { parts.append(side.withoutColors) }
    }
    guard let changed = edit.changedRange else { return parts }
    if edit.splices.count == 1, !changed.isEmpty {
      let sides = statement.members[place] + statement.members[place + 1]
      if let symbol = sides.symbol(around: changed), !source(symbol).allSatisfy(\.isLetter) {
        parts.append(source(symbol))
      }
    }
    for member in [statement.members[place + 1], statement.members[place]] {
      let around = member.parts(around: changed).map(source).filter { !parts.contains($0) && !original.contains($0) }
      parts += around.prefix(Self.mostParts)
    }
    return parts
  }

  private static let mostParts = 7

  func written(_ range: Range<Int>) -> String {
    let bytes = Array(tex.utf8)
    return String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  func judge(_ statement: Statement, _ number: Int, _ place: Int) -> LinkVerdict? {
    let verdicts = trial(statement, number, only: place)
    return verdicts.indices.contains(place) ? verdicts[place] : nil
  }

  /// Whether a change that mends a link makes one fail that shares the changed member with it, unless it mends another.
  func harmsNeighbours(_ changed: Statement, _ number: Int, _ place: Int) -> Bool {
    let original = list.statements[number]
    let neighbours = [(link: place - 1, member: place), (link: place + 1, member: place + 1)].filter {
      original.relations.indices.contains($0.link) && changed.members[$0.member].key != original.members[$0.member].key
    }
    let after = neighbours.count { judge(changed, number, $0.link).map { isWanting($0, number) } ?? false }
    guard after > 0 else { return false }
    let before = isWanting(unchanged: number)
    return after > neighbours.count { before.indices.contains($0.link) && before[$0.link] }
  }

  /// A statement written otherwise, judged as it stands in the state before it; nothing is taken in.
  func trial(_ statement: Statement, _ number: Int, only place: Int?) -> [LinkVerdict] {
    var judge = statementJudge(statement, number)
    return judge.judge(statement, after: states[number].chain, only: place).verdicts
  }

  /// A judge of trials in the state before a statement, which may be written otherwise.
  func statementJudge(_ statement: Statement, _ number: Int) -> StatementJudge {
    let state = states[number]
    var statementJudge = StatementJudge(
      laboratory: judge.laboratory, setting: judge.setting, reader: reader(number), exact: judge.exact,
      rates: state.rates, isTrial: true)
    statementJudge.isAhead = state.isAhead
    statementJudge.guards = statement.guards + guards
    return statementJudge
  }
}
