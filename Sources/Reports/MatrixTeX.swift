import Results

/// A vector or matrix in brackets, as LaTeX.
enum MatrixTeX {
  /// For KaTeX: columns right-aligned, so that equal decimals align the points.
  static func equation(_ array: NamedArray, _ language: Language) -> String {
    symbol(of: array)
      + "\\begin{bmatrix*}[r]\(rows(of: array) { language.localized(tex: $0?.tex ?? "") })\\end{bmatrix*}"
  }

  /// For GitHub, which knows only centred columns: where some entry has a minus, the others get the space of one.
  static func portableEquation(_ array: NamedArray, _ language: Language) -> String {
    let hasMinus = array.texts.joined().contains { $0?.tex.hasPrefix("-") == true }
    let body = rows(of: array) { text in
      guard let tex = text.map({ language.localized(tex: $0.tex) }) else { return "" }
      return hasMinus && !tex.hasPrefix("-") ? #"\phantom{-}"# + tex : tex
    }
    return symbol(of: array) + "\\begin{bmatrix} \(body) \\end{bmatrix}"
  }

  private static func symbol(of array: NamedArray) -> String { array.symbol.map { $0 + " = " } ?? "" }

  private static func rows(of array: NamedArray, _ entry: (NumberText?) -> String) -> String {
    array.texts.map { $0.map(entry).joined(separator: " & ") }.joined(separator: #" \\ "#)
  }
}
