/// Why an equation has no meaning that could be computed, and where that shows.
package struct ReadingProblem: Error, Hashable, Sendable {
  package var reason: OpenReason
  package var range: Range<Int>?

  package init(_ reason: OpenReason, _ range: Range<Int>? = nil) {
    self.reason = reason
    self.range = range
  }

  package var message: String { reason.words }

  package static func unbound(_ symbol: String, _ range: Range<Int>) -> ReadingProblem {
    ReadingProblem(.unbound(symbol), range)
  }
  static func damaged(_ what: String, _ range: Range<Int>) -> ReadingProblem { ReadingProblem(.damaged(what), range) }
  static func unsupported(_ what: Unsupported, _ range: Range<Int>) -> ReadingProblem {
    ReadingProblem(.unsupported(what), range)
  }
}
