/// What a statement of a cell shows.
package enum Output: Sendable, Codable, Equatable {
  /// A sentence about what was done: a network was defined, a training run ended.
  case message(String)
  case number(NamedNumber)
  case array(NamedArray)
  case picture(Picture)
  case expectation(ExpectationResult)
  case working(WorkedGradient)
  case verdicts(VerdictTable)
}

/// A single value with what it is called.
package struct NamedNumber: Sendable, Codable, Equatable {
  /// In words: `loss`, `activation of unit 1 of layer output`; empty where the formula says it.
  package var title: String
  /// As a formula, where there is one: `\frac{\partial C}{\partial w_{1,1}}`.
  package var symbol: String?
  package var value: Double
  package var style: NumberStyle
  package init(title: String, symbol: String? = nil, value: Double, style: NumberStyle = NumberStyle()) {
    self.title = title
    self.symbol = symbol
    self.value = value
    self.style = style
  }
}

/// A vector or matrix of numbers, with the names of its rows and columns.
package struct NamedArray: Sendable, Codable, Equatable {
  package struct ColumnGroup: Sendable, Codable, Equatable {
    package var name: String
    package var count: Int
    package init(_ name: String, count: Int) {
      self.name = name
      self.count = count
    }
  }
  package enum Layout: String, Sendable, Codable {
    /// Rows and columns with their names, numbers aligned on the decimal point.
    case table
    /// In brackets, as mathematics writes a matrix; a column where there is one column.
    case matrix
  }
  /// Empty where the symbol says it.
  package var title: String
  package var symbol: String?
  package var layout: Layout
  /// What the row names name: `to unit`, `example`.
  package var rowHeading: String
  package var rows: [String]
  /// What the column names name, where one heading serves all: `from unit`.
  package var columnHeading: String?
  /// Where the columns are of several kinds: what so many of them in a row have in common.
  package var columnGroups: [ColumnGroup] = []
  package var columns: [String]
  /// `values[r][c]`; nil where there is no such entry (a layer without biases).
  package var values: [[Double?]]
  package var style: NumberStyle

  package init(
    title: String, symbol: String? = nil, layout: Layout = .table, rowHeading: String = "", rows: [String],
    columnHeading: String? = nil, columns: [String], values: [[Double?]], style: NumberStyle = NumberStyle()
  ) {
    precondition(values.count == rows.count && values.allSatisfy { $0.count == columns.count })
    self.title = title
    self.symbol = symbol
    self.layout = layout
    self.rowHeading = rowHeading
    self.rows = rows
    self.columnHeading = columnHeading
    self.columns = columns
    self.values = values
    self.style = style
  }
}

/// How an `expect` came out.
package struct ExpectationResult: Sendable, Codable, Equatable {
  /// The statement as the author wrote it.
  package var statement: String
  package var line: Int
  /// Whether it came out as the author expects: for `expecting fails`, that it fails.
  package var passed: Bool
  /// What was found, in words: `loss is 0.298371109`.
  package var found: String
  /// The single number found, by its name in the notation.
  package var number: NamedNumber?
  package init(statement: String, line: Int, passed: Bool, found: String, number: NamedNumber? = nil) {
    self.statement = statement
    self.line = line
    self.passed = passed
    self.found = found
    self.number = number
  }
}

extension [String] {
  /// `a, b and c`
  package var listed: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + self[count - 1]
  }
}
