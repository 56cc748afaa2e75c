/// When training ends before the epochs that it was given.
package struct StoppingRule: Sendable, Hashable {
  /// Ends as soon as the cost is less than this.
  package var costBelow: Double?
  /// Ends when so many epochs have passed without a cost lower than the lowest before. L. Prechelt, Early stopping - but
  /// when?, 1998, with the cost of training and without going back to the best parameters.
  package var patience: Int?

  package enum Reason: Sendable, Hashable { case costBelow, patience }

  package init(costBelow: Double? = nil, patience: Int? = nil) {
    (self.costBelow, self.patience) = (costBelow, patience)
  }
}

/// A stopping rule with what it has seen.
struct StoppingWatch {
  private let rule: StoppingRule
  private var lowest = Double.infinity
  private var epochsSinceLowest = 0

  init(_ rule: StoppingRule) { self.rule = rule }

  /// Looks at the cost before an epoch; says why training is to end here.
  mutating func reason(toStopAt cost: Double) -> StoppingRule.Reason? {
    if let bound = rule.costBelow, cost < bound { return .costBelow }
    epochsSinceLowest = cost < lowest ? 0 : epochsSinceLowest + 1
    lowest = min(lowest, cost)
    if let patience = rule.patience, epochsSinceLowest >= patience { return .patience }
    return nil
  }
}
