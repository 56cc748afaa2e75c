/// Some of the conventions, in the order of the table: a set that is copied, joined and asked at every step of an
/// evaluation.
struct ConventionSet: Hashable, Sendable, ExpressibleByArrayLiteral, Sequence {
  private var bits: UInt32 = 0

  init(_ conventions: some Sequence<Convention>) {
    for convention in conventions { insert(convention) }
  }

  init(arrayLiteral elements: Convention...) { self.init(elements) }

  private static func bit(_ convention: Convention) -> UInt32 { 1 << convention.number }

  var isEmpty: Bool { bits == 0 }
  var count: Int { bits.nonzeroBitCount }

  func contains(_ convention: Convention) -> Bool { bits & Self.bit(convention) != 0 }

  func isSubset(of other: ConventionSet) -> Bool { bits & ~other.bits == 0 }

  func isDisjoint(with other: ConventionSet) -> Bool { bits & other.bits == 0 }

  mutating func insert(_ convention: Convention) { bits |= Self.bit(convention) }

  mutating func remove(_ convention: Convention) { bits &= ~Self.bit(convention) }

  mutating func formUnion(_ other: ConventionSet) { bits |= other.bits }

  /// The first in the order of the table.
  var first: Convention? { first { _ in true } }

  func makeIterator() -> some IteratorProtocol<Convention> {
    Convention.allCases.lazy.filter(contains).makeIterator()
  }
}

extension Convention {
  /// The place in the table.
  fileprivate var number: UInt32 {
    switch self {
    case .elementwiseDot: 0
    case .rowGradient: 1
    case .elementwiseDerivative: 2
    case .biasBroadcast: 3
    case .biasRowDropped: 4
    case .sumOverExamples: 5
    case .exampleUnderstood: 6
    case .indexUnderstood: 7
    case .costOfOneExample: 8
    case .summedLossDerivative: 9
    case .wideSum: 10
    case .wideDerivative: 11
    case .repeatedIndex: 12
    case .entrywiseQuotient: 13
    case .functionForValue: 14
    case .directPartial: 15
    case .ordinaryForPartial: 16
    case .frozenParameter: 17
    case .constantNotNamed: 18
    case .binaryTargets: 19
    case .truncated: 20
    case .costOfAllExamples: 21
    case .leftToRight: 22
    }
  }
}
