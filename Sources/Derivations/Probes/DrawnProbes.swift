import Networks
import Synchronization

/// A network with everything that belongs to it on a graph of its own.
struct DrawnProbe {
  let model: ScalarModel
  /// λ and the learning rate.
  let regularization: ScalarID?
  let learningRate: ScalarID

  /// The same on another graph.
  func copied() -> DrawnProbe {
    DrawnProbe(
      model: ScalarModel(copying: model, graph: ScalarGraph(copying: model.graph)), regularization: regularization,
      learningRate: learningRate)
  }
}

/// Random networks as graphs, each made once for all laboratories, which work with copies: whoever comes first, the numbers
/// are the same.
final class DrawnProbes: Sendable {
  /// What a network is drawn for, besides its shape.
  struct Kind: Equatable {
    let network: Network
    let objective: Objective
    /// What multiplies the squares of the weights, as text.
    let regularizationFactor: String?
  }
  /// Nothing works with the graphs that are kept.
  private struct Kept: @unchecked Sendable {
    var kinds: [(kind: Kind, drawn: [ProbeShape: DrawnProbe])] = []
  }
  private let kept = Mutex(Kept())

  subscript(kind: Kind, shape: ProbeShape) -> DrawnProbe? {
    let known = kept.withLock { kept in
      Found(probe: kept.kinds.first { $0.kind == kind }?.drawn[shape])
    }
    return known.probe?.copied()
  }

  func keep(_ probe: DrawnProbe, _ kind: Kind, _ shape: ProbeShape) {
    let copy = Found(probe: probe.copied())
    kept.withLock { kept in
      if let place = kept.kinds.firstIndex(where: { $0.kind == kind }) {
        kept.kinds[place].drawn[shape] = copy.probe
      } else if let probe = copy.probe {
        kept.kinds.append((kind, [shape: probe]))
      }
    }
  }

  private struct Found: @unchecked Sendable {
    let probe: DrawnProbe?
  }
}
