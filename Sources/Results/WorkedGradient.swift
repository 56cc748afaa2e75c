/// A gradient worked by hand: formulas with the words that lead to them, and the numbers they end in.
package struct WorkedGradient: Sendable, Codable, Equatable {
  package struct Step: Sendable, Codable, Equatable {
    package var words: String
    /// All of it, aligned: for a page of a given width.
    package var tex: String
    /// The same as formulas that may each break between their terms: for a window of any width.
    package var lines: [String]
    package init(words: String, tex: String, lines: [String]) {
      self.words = words
      self.tex = tex
      self.lines = lines
    }
  }
  /// The loss of one example, path by path.
  package struct ExampleTerms: Sendable, Codable, Equatable {
    package var example: Int
    /// The product along each path that is written out.
    package var paths: [Double]
    /// What the other paths come to together.
    package var rest: Double?
    /// Of all paths.
    package var pathCount: Double
    package var value: Double
    package init(example: Int, paths: [Double], rest: Double?, pathCount: Double, value: Double) {
      self.example = example
      self.paths = paths
      self.rest = rest
      self.pathCount = pathCount
      self.value = value
    }
  }
  package var title: String
  /// The derivative as a formula.
  package var symbol: String
  package var steps: [Step]
  /// Those that are worked path by path.
  package var examples: [ExampleTerms]
  /// What the examples come to, one by one, and the term of the regularization.
  package var ofExamples: [Double]
  package var regularization: Double?
  package var value: Double
  package init(
    title: String, symbol: String, steps: [Step], examples: [ExampleTerms], ofExamples: [Double],
    regularization: Double?, value: Double
  ) {
    self.title = title
    self.symbol = symbol
    self.steps = steps
    self.examples = examples
    self.ofExamples = ofExamples
    self.regularization = regularization
    self.value = value
  }
}
