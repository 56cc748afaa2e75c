/// The verdict about one link, with what it rests on.
package struct LinkVerdict: Sendable {
  package enum Kind: String, Sendable {
    case holds, convention, fails, defines, conflicts, updates
    case notChecked = "not-checked"
  }
  package var kind: Kind
  /// In words: why it is not checked, or what there is to say of another verdict.
  package var reason: String?
  /// Why it is not checked.
  package private(set) var open: OpenReason?
  package var conventions: [String] = []
  package var left: Double?
  package var right: Double?
  package var at: [(letter: String, value: Int)] = []
  /// The place of the component within vectors or matrices; empty where both sides are numbers.
  package var entry: [Int] = []
  package var maxError: Double?
  package var compared = 0
  package var skipped = 0
  package var probes = 0
  package var includesOwn = false
  /// Whether it speaks of numbers alone, so that networks are no more than points.
  package var isOfPoints = false
  /// Whether numbers of the author's cells take part.
  package var hasOwnNumbers = false
  /// How many of the author's examples took part, where they were not all.
  package var ownExamples: Int?
  package var leftShape: String?
  package var rightShape: String?
  /// Whether it fails on random networks only.
  var isTrueOfOwn = false
  /// Whether no other reading would say more.
  var isFinal = false
  /// Whether both sides are 0 by their structure.
  var isOfZeros = false
  /// Whether a membership is not checked because nothing binds any of its sizes.
  var hasUnboundSizes = false
  /// Whether it is true because a `\delta_{ij}` that nothing binds is Kronecker's.
  var showsKroneckerDelta = false
  /// Whether it is about the step of a parameter, whose symbol then stands for the value after it.
  var isOfStep = false
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

  package init(open reason: OpenReason) {
    self.init(.notChecked, reason: reason.words)
    open = reason
    switch reason {
    case .unbound(let symbol): unbound = [symbol]
    case .unsupported: isFinal = true
    default: break
    }
  }

  static func notChecked(_ problem: ReadingProblem) -> LinkVerdict { LinkVerdict(open: problem.reason) }
}
