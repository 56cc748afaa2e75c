/// A half-open range of UTF-8 bytes in the author's file.
package struct SourceSpan: Hashable, Sendable, Codable {
  package var lower: Int
  package var upper: Int

  package init(_ lower: Int, _ upper: Int) {
    precondition(lower <= upper, "a span ends before it starts")
    self.lower = lower
    self.upper = upper
  }

  package init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }

  package var range: Range<Int> { lower..<upper }

  /// The smallest span that covers both.
  package func joined(with other: SourceSpan) -> SourceSpan {
    SourceSpan(min(lower, other.lower), max(upper, other.upper))
  }
}

/// A place as an editor shows it: both numbers count from 1.
package struct SourceLocation: Hashable, Sendable, Codable, Comparable {
  package var line: Int
  /// Counted in Unicode scalars, as compilers do.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: SourceLocation, b: SourceLocation) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
