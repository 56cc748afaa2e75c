/// One claim or definition of a display: members with relations between them, as in `a = b = c`.
package struct Statement: Sendable, Hashable {
  package struct Relation: Sendable, Hashable {
    /// `=`, `\le`, `:=` …
    package var sign: String
    package var range: Range<Int>
  }

  /// One more than there are relations. The first is empty where a row begins with a relation and so continues what
  /// stands above it.
  package var members: [[Node]]
  package var relations: [Relation]
  /// Of the display's rows, from 0, the one that the statement begins in.
  package var row: Int
  /// Of the equations that stand side by side in a row of `align`, from 0.
  package var column = 0
  /// Conditions under which it is meant: what stands behind "if" and "for".
  package var guards: [[Node]] = []
  /// Whether it is meant under a condition that is said in words.
  package var isConditional = false

  /// Each relation with the members on its two sides.
  package var links: [(left: [Node], relation: Relation, right: [Node])] {
    relations.indices.map { (members[$0], relations[$0], members[$0 + 1]) }
  }

  /// In bytes of the formula's text.
  package var range: Range<Int> {
    let ranges = members.flatMap { $0.map(\.range) } + relations.map(\.range)
    let lower = ranges.map(\.lowerBound).min() ?? 0
    return lower..<(ranges.map(\.upperBound).max() ?? lower)
  }
}

extension Statement {
  /// From the sign before a member to the one behind it: with what only changes its looks.
  package func range(ofMember number: Int) -> Range<Int> {
    let lower = number == 0 ? range.lowerBound : relations[number - 1].range.upperBound
    let upper = number == relations.count ? range.upperBound : relations[number].range.lowerBound
    return lower..<max(lower, upper)
  }
}

/// What a display says: its statements in order, and the labels of its rows.
package struct StatementList: Sendable {
  package var statements: [Statement]
  /// `\label` and `\tag` of each row; a display without rows has one.
  package var labels: [String?]
}
