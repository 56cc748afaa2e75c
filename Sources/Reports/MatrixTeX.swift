import Results

/// A vector or matrix in brackets, as LaTeX.
enum MatrixTeX {
  /// With its symbol in front, where it has one. Columns are right-aligned, so that equal decimals align the points.
  static func equation(_ array: NamedArray) -> String {
    (array.symbol.map { $0 + " = " } ?? "") + brackets(array)
  }

  static func brackets(_ array: NamedArray) -> String {
    let rows = array.texts.map { row in row.map { $0?.tex ?? "" }.joined(separator: " & ") }
    let columns = String(repeating: "r", count: max(1, array.columns.count))
    return "\\left[\\begin{array}{\(columns)}\(rows.joined(separator: #" \\ "#))\\end{array}\\right]"
  }
}
