/// Turns LaTeX mathematics into HTML.
package protocol FormulaTypesetter: AnyObject {
  /// - Parameter tex: what stands between the delimiters
  /// - Returns: HTML that needs the classes of `styleSheet`
  func html(for tex: String, display: Bool) -> Result<String, FormulaError>

  /// The style sheet, with its fonts in it, of the formulas set so far; empty where there are none.
  var styleSheet: String { get }
}

/// Why a formula could not be typeset.
package struct FormulaError: Error, Sendable, Hashable {
  package var message: String
  /// Where in the formula, in UTF-16 code units, where that is known.
  package var position: Int?
  package init(message: String, position: Int? = nil) {
    self.message = message
    self.position = position
  }
}
