package import Networks
package import TeXMath

/// What a document has defined in its cells up to an equation: the author's own network with its data and loss.
package struct AuthorSetting: Sendable {
  package var network: Network?
  package var parameters: Parameters?
  package var data: DataSet?
  package var objective: Objective?
  /// What multiplies the squares of the weights, as the author writes it, and its letters' values.
  package var regularizationFactor: [Node]?
  package var regularizationStrength: Double?
  /// That of the latest or next training.
  package var learningRate: Double?
  /// Whether the next or last training is plain gradient descent.
  package var isPlainDescent = true
  /// Tells apart the states of parameters and data.
  package var version = 0

  package init() {}
}

/// What equations ask of a random network.
struct Needs: Hashable {
  var fixedWidths: Set<Int> = []
  var isDeep = false
  var hasBinaryTargets = false
  /// The number of a unit that is written and that the author's network has not.
  var beyond: Int?
}
