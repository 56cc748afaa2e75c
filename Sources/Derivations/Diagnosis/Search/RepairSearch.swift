import Networks
import TeXMath

/// Searches a single change of a refuted link that makes it hold on every network, and two changes where one is not
/// enough. The number of candidates is bounded by count, so that the same repairs come out on every machine.
///
/// It has readers of its own, and may go on in another task as long as nothing else uses its laboratory.
package struct RepairSearch: @unchecked Sendable {
  let judge: DisplayJudge
  let guards: [[Node]]
  /// The formula without macros, so that places in it are places of the text.
  let tex: String
  /// What the author wrote.
  let display: Display
  private let places: MacroPlaces?
  let list: StatementList
  /// What is in force before each statement.
  let states: [State]
  let layers: Int
  /// How the display, or the document where the display shows nothing, writes what a repair puts in.
  private var spelling: Spelling {
    var shown = SpellingEvidence()
    for member in list.statements.flatMap(\.members) { shown.add(SpellingEvidence(member, text: tex)) }
    return Spelling(of: shown, in: judge.spelling?.evidence ?? SpellingEvidence())
  }
  /// Those about the links of each statement.
  let verdicts: [[LinkVerdict]]
  private let unchanged = UnchangedTrials()
  /// What is left for the searches that are carried out one after the other.
  var budget = Budget()

  /// How many pairs of changes the searches of a document may try together: a notebook with many mistakes that nothing
  /// mends is not to take minutes.
  final class Budget {
    var pairs = 6_000
    /// What each link has in any case.
    static let least = 150
  }

  struct State {
    var reader: MemberReader
    var chain: StatementJudge.Chain?
    var rates: [Expression]
    var isAhead: [SymbolMeaning: Bool]
  }

  init(_ display: Display, _ outcome: DisplayJudge.Outcome, _ judge: DisplayJudge) {
    self.judge = judge
    guards = display.guards
    // Changes are made in the text, which must not have macros then.
    var table = display.macros
    let (plain, places) = TeXFormula.expandingWithPlaces(display.tex, macros: &table)
    var none = MacroTable()
    tex = plain
    (self.display, self.places) = (display, places)
    list = TeXFormula.reading(plain, macros: &none).statements
    var states: [State] = []
    for state in outcome.states {
      let known = states.last?.reader
      let reader = known?.scope == state.scope ? known : nil
      states.append(
        State(
          reader: reader ?? MemberReader(state.scope), chain: state.chain, rates: state.rates, isAhead: state.isAhead))
    }
    self.states = states
    let isCountedFromOne = outcome.after.scope.layersCountFromOne
    layers = (judge.setting.network?.layers.count ?? 0) + (isCountedFromOne ? 1 : 0)
    verdicts = outcome.verdicts
  }

  static let singleLimit = 1_600
  static let pairLimit = 1_000
  static let offered = 4

  private static let linkLimit = 3

  /// About how much there is to do, in proportion: the longer a statement, the more changes of it there are, and the
  /// longer each takes to read.
  var effort: Int {
    var links: [Int] = []
    for (number, verdicts) in verdicts.enumerated() where number < list.statements.count {
      let length = list.statements[number].range.count
      for verdict in verdicts where isWanting(verdict, number) { links.append(length * length) }
    }
    return links.prefix(Self.linkLimit).reduce(0, +)
  }

  /// Corrected displays in LaTeX, the most plausible first.
  package func repairs() -> [Repair] {
    guard let state = states.first else { return [] }
    judge.laboratory.enter(judge.setting, scope: state.reader.scope)
    var found: [Found] = []
    // The best for each statement.
    var each: [Found] = []
    var mended: Set<Int> = []
    var tried = 0
    for (number, links) in verdicts.enumerated() where number < list.statements.count {
      for (place, verdict) in links.enumerated() where isWanting(verdict, number) && tried < Self.linkLimit {
        guard !StatementJudge.isComparison(list.statements[number].relations[place].sign) else { continue }
        tried += 1
        let kinds = Self.kinds(for: verdict)
        let candidates = search(number, place, only: kinds)
        // Within a statement one change may mend several links.
        if let best = candidates.first, mended.insert(number).inserted { each.append(best) }
        found += candidates
      }
    }
    // Where no change mends the display, all of them together may.
    if each.count > 1, !found.contains(where: { $0.remaining == 0 }),
      let all = together(each)
    {
      found.append(all)
    }
    let ordered = found.enumerated().sorted { a, b in
      a.element.isMorePlausible(than: b.element)
        || !b.element.isMorePlausible(than: a.element) && a.offset < b.offset
    }.map(\.element)
    var distinct: [Found] = []
    for item in ordered where !distinct.contains(where: { $0.text == item.text || $0.meaning == item.meaning }) {
      distinct.append(item)
    }
    guard !distinct.isEmpty else { return [] }
    let authored = AuthoredSpelling(display.tex, places: places, macros: display.macros)
    var spelled: Set<Way> = []
    return distinct.prefix(Self.offered).map { found in
      var repair = restored(found, authored)
      repair.isSpelling = !spelled.insert(Way(found)).inserted
      return repair
    }
  }

  /// A repair with the author's macros.
  func restored(_ found: Found, _ authored: AuthoredSpelling) -> Repair {
    let link = found.remaining > 0 ? found.link : nil
    guard let edit = authored.restored(found.edit) else {
      return Repair(display: authored.respelled(found.text), link: link, parts: found.parts.map(authored.respelled))
    }
    let bytes = Array(authored.tex.utf8)
    var parts: [String] = []
    if let places = authored.places {
      for member in list.statements.flatMap({ $0.members.reversed() }) where !member.isEmpty {
        guard let range = places.authored(member.range) else { continue }
        let inside = edit.splices.filter {
          $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound
        }
        guard !inside.isEmpty else { continue }
        parts.append(Edit(edit.kind, inside).shifted(by: -range.lowerBound).applied(to: Array(bytes[range])))
      }
    }
    for part in found.parts.map(authored.respelled) where !parts.contains(part) { parts.append(part) }
    return Repair(display: edit.applied(to: bytes), link: link, parts: parts)
  }

  /// Whether a verdict is one that a repair may turn: a failure, or a symbol without the indices that the notation has.
  func isWanting(_ verdict: LinkVerdict, _ number: Int) -> Bool {
    if verdict.kind == .fails || verdict.kind == .conflicts { return true }
    guard verdict.kind == .notChecked else { return false }
    // `\sum_k e^{z_j}`
    if case .letterWithoutRange? = verdict.open { return true }
    return verdict.unbound.contains { symbol in
      states[number].reader.scope.writtenEntries.contains { entry in
        guard entry.isNotation, entry.pattern.nodes.count == 1, let node = entry.pattern.nodes.first else {
          return false
        }
        guard node.scripts.sub != nil || node.scripts.sup != nil else { return false }
        // With one of its indices, it may lack the other.
        let key = node.base.key
        return symbol == key || symbol.hasPrefix(key + "_") && node.scripts.sub != nil && node.scripts.sup != nil
      }
    }
  }

  /// What trials say of the statements as they stand: see `isWanting`.
  private final class UnchangedTrials {
    var links: [Int: [Bool]] = [:]
  }

  /// Whether each link of a statement wants a repair in a trial, which knows fewer conventions than a verdict.
  func isWanting(unchanged number: Int) -> [Bool] {
    if let known = unchanged.links[number] { return known }
    let links = trial(list.statements[number], number, only: nil).map { isWanting($0, number) }
    unchanged.links[number] = links
    return links
  }

  /// How many links of a corrected display still want a repair, each row going on with the corrected one above it.
  func failures(in statements: [Statement]) -> Int {
    let corrected = statements.indices.filter { !statements[$0].saysTheSame(as: list.statements[$0]) }
    guard let first = corrected.first, let last = corrected.last else {
      return failures(unchanged: list.statements.indices)
    }
    var count = failures(unchanged: 0..<first)
    var judge = statementJudge(statements[first], states[first])
    var chain = states[first].chain
    for (number, statement) in statements.enumerated().dropFirst(first) {
      // What comes to the same place as before goes on as before.
      if number > last, number < states.count, !statement.members[0].isEmpty, judge.scope == states[number].reader.scope
      {
        return count + failures(unchanged: number..<statements.count)
      }
      judge.guards = statement.guards + guards
      let (verdicts, next) = judge.judge(statement, after: chain)
      chain = next
      count += verdicts.count { isWanting($0, number) }
    }
    return count
  }

  private func failures(unchanged numbers: Range<Int>) -> Int {
    numbers.reduce(0) { count, number in
      count + (verdicts.indices.contains(number) ? verdicts[number].count { isWanting($0, number) } : 0)
    }
  }

  /// The repairs of several links at once, if they get along with each other.
  func together(_ each: [Found]) -> Found? {
    var edit = each[0].edit
    for next in each.dropFirst() {
      guard let both = edit.combined(with: next.edit) else { return nil }
      edit = both
    }
    let text = edit.applied(to: Array(tex.utf8))
    var macros = MacroTable()
    let formula = TeXFormula.reading(text, macros: &macros)
    let statements = formula.statements.statements
    guard formula.damage.isEmpty, statements.count == list.statements.count, failures(in: statements) == 0 else {
      return nil
    }
    return Found(
      text: text, parts: each.flatMap(\.parts), remaining: -1, order: 0, kind: edit.kind, edit: edit,
      meaning: statements.flatMap(\.members).map(\.key))
  }

  /// Where it is an index that a link can't be checked for, other changes are not looked for; nil for all.
  private static func kinds(for verdict: LinkVerdict) -> Set<Edit.Kind>? {
    switch verdict.open {
    case nil: nil
    case .letterWithoutRange: [.index, .sum]
    default: verdict.kind == .notChecked ? [.addedIndex] : nil
    }
  }

  /// - Parameter kinds: those that are looked for; nil for all
  func search(_ number: Int, _ place: Int, only kinds: Set<Edit.Kind>?) -> [Found] {
    let statement = list.statements[number]
    // A long statement takes longer to read again: the work is bounded, still by count.
    let length = statement.range.count
    guard length <= 1_500 else { return [] }
    let limit = min(Self.singleLimit, 250_000 / max(1, length))
    var generator = EditGenerator(
      text: tex, scope: states[number].reader.scope, layers: layers,
      spelling: spelling)
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
    let sieve = RepairSieve(
      statement, place, text: Array(tex.utf8),
      statementJudge(statement, states[number]),
      chain: states[number].chain)
    var found: [Found] = []
    var changes: [Change] = []
    for edit in edits {
      // A number that is printed wrong wants the right one, and what is much less plausible than what was found is not
      // tried.
      if let first = found.first, literals.contains(first.edit), !literals.contains(edit) { break }
      if let first = found.first, edit.kind.rawValue > first.kind.rawValue + 4 || found.count >= 6 { break }
      let outcome = sieve?.outcome(of: edit) ?? .unknown
      changes.append(Change(edit: edit, outcome: outcome))
      guard sieve?.mayHold(outcome) ?? true else { continue }
      if let candidate = trial(edit, number, place, found.count) { found.append(candidate) }
    }
    if found.isEmpty, length <= 400, kinds == nil, sieve != nil || !isOfFamily(statement, number) {
      found = pairs(changes, number, place, sieve)
    }
    return found
  }

  /// Whether letters in it stand for the indices of a family, so that each try takes as long as all of its members.
  private func isOfFamily(_ statement: Statement, _ number: Int) -> Bool {
    NameFamily(in: statement.members, states[number].reader.scope) != nil
  }

  /// Whether a side of a link is a number with decimals, which says something of the author's network alone.
  func isOfDigits(_ statement: Statement, _ number: Int, _ place: Int) -> Bool {
    [place, place + 1].contains { side in
      let reading = try? states[number].reader.read(statement.members[side])
      return reading.map { $0.expression.isNumeric && !$0.expression.isWholeNumbered } ?? false
    }
  }

  /// An edit with what it makes of the members.
  private struct Change {
    var edit: Edit
    var outcome: RepairSieve.Outcome
  }

  private func pairs(
    _ changes: [Change], _ number: Int, _ place: Int, _ sieve: RepairSieve?
  ) -> [Found] {
    let small: Set<Edit.Kind> = [.sign, .swap, .prime, .layer, .operation, .sum]
    let first = changes.filter { small.contains($0.edit.kind) }.prefix(70)
    let second = changes.filter(\.edit.kind.goesWithOthers)
    var found: [Found] = []
    var count = 0
    let limit = min(Self.pairLimit, max(Budget.least, budget.pairs))
    defer { budget.pairs -= min(count, budget.pairs) }
    for (index, one) in first.enumerated() {
      for (other, two) in second.enumerated() where !(small.contains(two.edit.kind) && other < index) {
        guard let both = one.edit.combined(with: two.edit) else { continue }
        count += 1
        guard count <= limit else { return found }
        // What can't be read by itself is seldom mended by a second change.
        guard !one.outcome.isUnreadable, !two.outcome.isUnreadable else { continue }
        if let sieve, !sieve.mayHold(sieve.outcome(of: both, one.outcome, two.outcome)) { continue }
        if let candidate = trial(both, number, place, found.count) { found.append(candidate) }
        if found.count >= 6 { return found }
      }
    }
    return found
  }
}

extension Statement {
  fileprivate func saysTheSame(as other: Statement) -> Bool {
    relations.map(\.sign) == other.relations.map(\.sign) && members.map(\.key) == other.members.map(\.key)
  }
}
