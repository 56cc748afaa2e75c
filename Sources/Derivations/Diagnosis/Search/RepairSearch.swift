import Networks
import TeXMath

/// Searches a single change of a refuted link that makes it hold on every network, and two changes where one is not
/// enough. The number of candidates is bounded by count, so that the same repairs come out on every machine.
///
/// It has readers of its own, and may go on in another task as long as nothing else uses its laboratory.
package struct RepairSearch: @unchecked Sendable {
  var judge: DisplayJudge
  /// That of the searches in the judge's laboratory.
  var memory: SearchMemory
  let guards: [[Node]]
  /// The formula without macros, so that places in it are places of the text.
  let tex: String
  /// What the author wrote.
  let display: Display
  private let places: MacroPlaces?
  let list: StatementList
  /// What is in force before each statement.
  let states: [DocumentState]
  let layers: Int
  /// How the display, or the document where the display shows nothing, writes what a repair puts in.
  var spelling: Spelling {
    var shown = SpellingEvidence()
    for member in list.statements.flatMap(\.members) { shown.add(SpellingEvidence(member, text: tex)) }
    return Spelling(of: shown, in: judge.spelling?.evidence ?? SpellingEvidence())
  }
  /// Those about the links of each statement.
  let verdicts: [[LinkVerdict]]
  private let unchanged = UnchangedTrials()

  init(_ display: Display, _ outcome: DisplayJudge.Outcome, _ judge: DisplayJudge, _ memory: SearchMemory) {
    (self.judge, self.memory) = (judge, memory)
    guards = display.guards
    // Changes are made in the text, which must not have macros then.
    var table = display.macros
    let (plain, places) = TeXFormula.expandingWithPlaces(display.tex, macros: &table)
    var none = MacroTable()
    tex = plain
    (self.display, self.places) = (display, places)
    list = TeXFormula.reading(plain, macros: &none).statements
    states = outcome.states
    let isCountedFromOne = outcome.after.scope.layersCountFromOne
    layers = (judge.setting.network?.layers.count ?? 0) + (isCountedFromOne ? 1 : 0)
    verdicts = outcome.verdicts
  }

  static let singleLimit = 1_600
  static let pairLimit = 1_000
  static let offered = 4

  private static let linkLimit = 3

  /// The links that are to be mended.
  private var wanting: [(number: Int, place: Int, verdict: LinkVerdict)] {
    var links: [(number: Int, place: Int, verdict: LinkVerdict)] = []
    for (number, verdicts) in verdicts.enumerated() where number < list.statements.count {
      let relations = list.statements[number].relations
      for (place, verdict) in verdicts.enumerated()
      where isWanting(verdict, number) && !StatementJudge.isComparison(relations[place].sign) {
        links.append((number, place, verdict))
      }
    }
    return Array(links.prefix(Self.linkLimit))
  }

  /// The links that are to be mended, as text, with about how much there is to do for each, in proportion: the longer a
  /// statement, the more changes of it there are, and the longer each takes to read.
  var efforts: [(link: String, effort: Int)] {
    wanting.map { number, place, _ in
      let statement = list.statements[number]
      let length = statement.range.count
      return ("\(statement.members[place].key) = \(statement.members[place + 1].key)", length * length)
    }
  }

  /// Corrected displays in LaTeX, the most plausible first.
  package func repairs() -> [Repair] {
    guard let state = states.first else { return [] }
    judge.laboratory.enter(judge.setting, scope: state.scope)
    var found: [Found] = []
    // The best for each statement.
    var each: [Found] = []
    var mended: Set<Int> = []
    for (number, place, verdict) in wanting {
      let candidates = search(
        number, place, only: Self.kinds(for: verdict), beside: found.first { $0.remaining == 0 }?.kind)
      // Within a statement one change may mend several links.
      if let best = candidates.first, mended.insert(number).inserted { each.append(best) }
      found += candidates
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
      states[number].scope.writtenEntries.contains { entry in
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
    var judge = statementJudge(statements[first], first)
    var chain = states[first].chain
    for (number, statement) in statements.enumerated().dropFirst(first) {
      // What comes to the same place as before goes on as before.
      if number > last, number < states.count, !statement.members[0].isEmpty, judge.scope == states[number].scope {
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

  /// What reads the members of a statement.
  func reader(_ number: Int) -> MemberReader { memory.reader(in: states[number].scope) }

  /// A link with what sieves changes of it; nil where every change has to be judged as a whole.
  func sieved(_ number: Int, _ place: Int) -> SievedLink? {
    let (statement, chain) = (list.statements[number], states[number].chain)
    let judge = statementJudge(statement, number)
    guard let members = LinkMembers(statement, place, text: Array(tex.utf8), chain: chain),
      let sieve = memory.sieve(RepairSieve.Link(statement, place, members, judge, chain: chain), of: members, judge)
    else { return nil }
    return SievedLink(members: members, sieve: sieve)
  }
}

extension Statement {
  fileprivate func saysTheSame(as other: Statement) -> Bool {
    relations.map(\.sign) == other.relations.map(\.sign) && members.map(\.key) == other.members.map(\.key)
  }
}
