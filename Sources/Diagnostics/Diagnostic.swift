/// Something the author should know, at its place in the author's file.
package struct Diagnostic: Hashable, Sendable, Codable {
  package enum Severity: String, Sendable, Codable, Comparable {
    case note, warning, error

    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
  }

  package var severity: Severity
  /// Room and rule, for looking up and for tests: `directive.unknown-option`.
  package var code: String
  /// The rule that was broken. Lower case, no final period, names in backticks.
  package var message: String
  package var span: SourceSpan
  /// Said beside the caret: `not an option of `train``.
  package var label: String?
  /// The repair.
  package var help: String?

  package init(
    _ severity: Severity, _ code: String, _ message: String, at span: SourceSpan, label: String? = nil,
    help: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.span = span
    self.label = label
    self.help = help
  }
}

extension Diagnostic {
  /// The code of an expectation that did not come out as expected.
  package static let expectationCode = "verdict.expectation"

  /// The code of a share of checked equations below what the notebook asks for.
  package static let coverageCode = "verdict.coverage"

  /// Whether it is about a claim that was refuted, and not about a notebook that could not be read or run.
  package var isVerdict: Bool { code.hasPrefix("verdict.") }
}

/// A value and what there is to say about it: parsers are total, and return both.
package struct Diagnosed<Value> {
  package var value: Value
  package var diagnostics: [Diagnostic]

  package init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Diagnosed: Sendable where Value: Sendable {}
