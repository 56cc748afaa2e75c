package import Tensors

/// What a loss takes the targets of an example for. Other targets can be calculated with, and rarely mean anything.
package enum TargetKind: Sendable {
  case anything
  /// -1 or 1 for each output.
  case signs
  /// A number from 0 to 1 for each output.
  case probabilities
  /// Numbers from 0 to 1 that sum to 1 over the outputs.
  case distribution

  /// The first example, from 0, whose targets are not of this kind.
  ///
  /// - Parameter targets: of shape `[examples, outputs]`
  package func firstMisfit(in targets: Tensor) -> Int? {
    (0..<targets.shape[0]).first { !fits(targets.row($0)) }
  }

  private func fits(_ row: [Double]) -> Bool {
    switch self {
    case .anything: true
    case .signs: row.allSatisfy { $0.magnitude == 1 }
    case .probabilities: row.allSatisfy { $0 >= 0 && $0 <= 1 }
    // Thirds are written with a finite number of digits.
    case .distribution: row.allSatisfy { $0 >= 0 } && (row.reduce(0, +) - 1).magnitude < 1e-6
    }
  }
}
