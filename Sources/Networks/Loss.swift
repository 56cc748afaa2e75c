package import Catalog
package import Tensors

/// What it costs that the activations of the output layer differ from the targets.
///
/// Every loss is a formula for one output unit, put together over the outputs by a convention that notes must name,
/// for `Σ`, `½Σ` and the mean differ by a factor in every gradient. Logarithms are natural.
package struct Loss: Sendable {
  /// How the losses of the output units make the loss of an example.
  package enum OverOutputs: String, Sendable, CaseIterable {
    case sum
    case halfSum = "half sum"
    case mean
  }

  package let entry: CatalogEntry
  /// What the formula takes the targets for.
  package let targets: TargetKind
  /// The conventions in use for this loss, the default first.
  package let conventions: [OverOutputs]
  /// The convention chosen.
  package private(set) var overOutputs: OverOutputs

  /// Adds the loss of every output unit to a graph, from the activations and targets, all of shape
  /// `[examples, outputs]`.
  let ofUnits: @Sendable (inout Graph, _ activations: NodeID, _ targets: NodeID) throws(ShapeError) -> NodeID

  package init(
    _ name: String, aliases: [String] = [], summary: String, conventions: [OverOutputs],
    targets: TargetKind = .anything,
    ofUnits: @escaping @Sendable (inout Graph, NodeID, NodeID) throws(ShapeError) -> NodeID
  ) {
    entry = CatalogEntry(.loss, name, aliases: aliases, summary: summary)
    self.conventions = conventions
    self.targets = targets
    overOutputs = conventions.first ?? .sum
    self.ofUnits = ofUnits
  }

  /// Every loss that a notebook can name.
  package static let all: [Loss] = [.squaredError, .binaryCrossEntropy, .categoricalCrossEntropy, .hinge]

  /// The loss with this name or alias.
  package static func named(_ word: String) -> Loss? { all.first { $0.entry.spellings.contains(word) } }

  package var name: String { entry.name }

  /// The same loss under another of its conventions; nil if it is not one of them.
  package func over(_ convention: OverOutputs) -> Loss? {
    guard conventions.contains(convention) else { return nil }
    var loss = self
    loss.overOutputs = convention
    return loss
  }
}

extension Loss: Equatable {
  package static func == (left: Loss, right: Loss) -> Bool {
    left.entry == right.entry && left.overOutputs == right.overOutputs
  }
}
