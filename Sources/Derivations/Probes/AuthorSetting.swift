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
  /// The optimizers of the next and of the last training.
  package var methods: [OptimizationMethod] = []
  /// Tells apart the states of parameters and data.
  package var version = 0

  package init() {}

  /// Whether one of the optimizers remembers nothing of the steps before; without any it is plain gradient descent.
  var isPlainDescent: Bool { methods.isEmpty || methods.contains(where: \.isPlain) }

  /// How many units, examples and layers there are.
  var counts: Set<Int> {
    var counts: Set<Int> = data.map { [$0.examples] } ?? []
    guard let network else { return counts }
    counts.formUnion([network.layers.count, network.layers.count + 1])
    counts.formUnion((0...network.layers.count).map { network.units(ofLayer: $0) })
    return counts
  }

  /// Those that remember something.
  var rememberingMethods: [OptimizationMethod] { methods.filter { !$0.isPlain } }
}

/// What equations ask of a random network.
struct Needs: Hashable {
  var fixedWidths: Set<Int> = []
  /// Whether there are as many examples as the author has.
  var keepsExamples = false
  var isDeep = false
  var hasBinaryTargets = false
  /// The number of a unit that is written and that the author's network has not.
  var beyond: Int?
  /// See `VariedNumbers`.
  var variedNumbers: Set<String> = []
}

extension OptimizationMethod {
  fileprivate var isPlain: Bool { self == .gradientDescent || self == .stochasticGradientDescent }
}
