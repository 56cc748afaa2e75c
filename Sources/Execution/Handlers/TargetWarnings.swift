import Diagnostics
import Directives
import Networks

extension Session {
  /// What is odd about the targets, said once for each pair of data and loss, before the first statement that depends on
  /// the pair.
  mutating func targetWarnings(before statement: Statement) -> [Diagnostic] {
    guard !hasCheckedTargets, statement.directive.dependsOnLoss, let data, let loss else { return [] }
    hasCheckedTargets = true
    let kind = loss.definition.loss.targets
    guard let example = kind.firstMisfit(in: data.set.targets), let warning = kind.warning else { return [] }
    let later = loss.span.lower > data.span.lower ? loss.span : data.span
    return [
      Diagnostic(
        .warning, "run.\(warning.code)", "\(warning.words), and example \(example + 1) has others", at: later,
        help: warning.help)
    ]
  }
}

extension TargetKind {
  fileprivate var warning: (code: String, words: String, help: String)? {
    switch self {
    case .anything:
      nil
    case .signs:
      (
        "hinge-targets", "the hinge loss is meant for targets of -1 and 1",
        "a target of 0 costs 1 whatever the network says; write -1 for it"
      )
    case .probabilities:
      (
        "cross-entropy-targets", "binary cross-entropy is meant for targets from 0 to 1",
        "outside, the loss has no lowest value"
      )
    case .distribution:
      (
        "distribution-targets", "categorical cross-entropy is meant for targets from 0 to 1 that sum to 1",
        "write a 1 in the column of the class and 0 in the others"
      )
    }
  }
}

extension Directive {
  fileprivate var dependsOnLoss: Bool {
    switch self {
    case .train, .sweep, .checkGradients, .explain: true
    case .print(let printing): printing.quantities.contains(where: \.dependsOnLoss)
    case .expect(let expectation): expectation.quantity.dependsOnLoss
    default: false
    }
  }
}

extension Quantity {
  fileprivate var dependsOnLoss: Bool {
    switch self {
    case .gradient, .derivative: true
    case .named(let noun, _, _): noun.meaning == .errors || noun.meaning.needsLoss
    case .formula: false
    }
  }
}
