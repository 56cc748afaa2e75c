/// The verdict about one link, with what it rests on.
package struct LinkVerdict: Sendable {
  package enum Kind: String, Sendable {
    case holds, convention, fails, defines, conflicts, updates
    case notChecked = "not-checked"
  }
  package var kind: Kind
  package var reason: String?
  package var conventions: [String] = []
  package var left: Double?
  package var right: Double?
  package var at: [(letter: String, value: Int)] = []
  package var maxError: Double?
  package var compared = 0
  package var skipped = 0
  package var probes = 0
  package var includesOwn = false
  /// How many of the author's examples took part, where they were not all.
  package var ownExamples: Int?
  package var leftShape: String?
  package var rightShape: String?
  /// Whether no other reading would say more.
  var isFinal = false
  /// Symbols that nothing binds.
  package var unbound: [String] = []
  /// The example that a number was compared at, from 0, and whether there were several.
  var example = 0
  var isOfExample = false
  /// What was compared on the author's own network, to be worked with numbers.
  var work: LinkWork?
  /// The link with the numbers of one component in place of its symbols.
  package var substitution: Substitution?

  init(_ kind: Kind, reason: String? = nil) {
    self.kind = kind
    self.reason = reason
  }

  package init(notChecked reason: String) { self.init(.notChecked, reason: reason) }

  static func notChecked(_ problem: ReadingProblem) -> LinkVerdict {
    var verdict = LinkVerdict(.notChecked, reason: problem.message)
    if case .unbound(let symbol, _) = problem { verdict.unbound = [symbol] }
    if case .unsupported = problem { verdict.isFinal = true }
    return verdict
  }
}
