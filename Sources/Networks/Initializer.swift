package import Catalog
import Tensors

/// Where weights start. Biases start at 0.
package struct Initializer: Sendable {
  package let entry: CatalogEntry

  /// The bound or standard deviation, for an initializer that takes one.
  package var argument: Double?

  /// Draws one weight of a layer with so many units before (`fanIn`) and in it (`fanOut`).
  let weight: @Sendable (_ fanIn: Double, _ fanOut: Double, _ argument: Double, inout RandomNumbers) -> Double

  init(
    _ name: String, aliases: [String] = [], form: String? = nil, summary: String, argument: Double? = nil,
    weight: @escaping @Sendable (Double, Double, Double, inout RandomNumbers) -> Double
  ) {
    entry = CatalogEntry(.initializer, name, aliases: aliases, form: form, summary: summary)
    self.argument = argument
    self.weight = weight
  }

  /// Every initializer that a notebook can name.
  package static let all: [Initializer] = [.xavier, .xavierNormal, .he, .heUniform, .uniform, .normal, .zeros]

  /// The initializer with this name or alias.
  package static func named(_ word: String) -> Initializer? { all.first { $0.entry.spellings.contains(word) } }

  package var name: String { entry.name }

  /// Draws the weights of every layer in order, row by row. The same seed gives the same weights on every machine.
  package func parameters(of network: Network, seed: UInt64) -> Parameters {
    var random = RandomNumbers(seed: seed)
    var parameters = Parameters(zerosFor: network)
    for number in 1..<(network.layers.count + 1) {
      let fanIn = Double(network.units(ofLayer: number - 1))
      let fanOut = Double(network.units(ofLayer: number))
      parameters.update(.weights(ofLayer: number)) { weights in
        weights = weights.map { _ in weight(fanIn, fanOut, argument ?? 1, &random) }
      }
    }
    return parameters
  }
}
