import Networks
import TeXMath

/// What searches that follow each other in one laboratory remember: the same symbols stand in many displays, and the same
/// equation in several rows and sections of a document.
final class SearchMemory {
  private var readers: [MemberReader] = []
  private var sieves: [(link: RepairSieve.Link, sieve: RepairSieve?)] = []

  /// How many pairs of changes the searches may still try: a notebook with many mistakes that nothing mends is not to
  /// take minutes.
  var pairs = 12_000
  /// What each link has in any case.
  static let leastPairs = 150

  /// One that has read what earlier searches have in this scope.
  func reader(in scope: Scope) -> MemberReader {
    if let known = readers.last(where: { $0.scope == scope }) { return known }
    let reader = MemberReader(scope)
    readers.append(reader)
    return reader
  }

  /// The sieve of all links that are the same; nil where changes of them can't be sieved.
  func sieve(_ link: RepairSieve.Link, of members: LinkMembers, _ judge: StatementJudge) -> RepairSieve? {
    // What a link takes from the display before it has no text to be told by.
    guard members.left.range != nil else { return RepairSieve(link, members, judge) }
    if let known = sieves.first(where: { $0.link == link }) { return known.sieve }
    let sieve = RepairSieve(link, members, judge)
    sieves.append((link, sieve))
    return sieve
  }
}

extension RepairSieve {
  /// All that decides what a sieve says of a change.
  struct Link: Equatable {
    let sign: String
    /// The texts of the members.
    let left: [UInt8]
    let right: [UInt8]
    /// Whether it may say what becomes of a parameter.
    let mayBeUpdate: Bool
    let conditions: [String]
    /// Letters that the chain has as arguments of functions before the link.
    let variables: [String: Bool]
    private let reader: ObjectIdentifier
    private let rates: [Expression]
    private let isAhead: [SymbolMeaning: Bool]
    private let network: Int
    private let version: Int
    private let learningRate: Double?
    private let methods: [OptimizationMethod]

    init(
      _ statement: Statement, _ place: Int, _ members: LinkMembers, _ judge: StatementJudge,
      chain: StatementJudge.Chain?
    ) {
      sign = statement.relations[place].sign
      (left, right) = (members.left.text, members.right.text)
      mayBeUpdate = place == 0 && members.left.range != nil
      conditions = judge.guards.map(\.key)
      variables = judge.variables(before: place, of: statement, after: chain)
      reader = ObjectIdentifier(judge.reader)
      (rates, isAhead) = (judge.rates, judge.isAhead)
      network = judge.laboratory.networksEntered
      version = judge.setting.version
      (learningRate, methods) = (judge.setting.learningRate, judge.setting.methods)
    }
  }
}
