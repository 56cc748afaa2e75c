import Networks

/// What a sweep found: for each value swept and each seed, a number at the end and the way to it.
struct SweepRecord {
  struct Value {
    /// nil for a name.
    var number: Double?
    var name: String
  }
  struct Run {
    /// nil where the training did not stay finite.
    var result: Double?
    /// The loss before the first epoch and after each.
    var costs: [Double]
    /// What ended the training before its last epoch.
    var stop: StoppingRule.Reason?
    var nonFinite: NonFinite?
  }
  /// What was swept: `learning rate`.
  var subject: String
  /// What was measured: `loss`.
  var measure: String
  var values: [Value]
  /// Those that each value was tried with; empty where the runs differ in their value alone.
  var seeds: [UInt64]
  /// `runs[value][seed]`, or one run for each value.
  var runs: [[Run]]
  /// Whether the values are places on an axis of numbers: not seeds, which have no order, and not names.
  var isQuantitative: Bool

  /// The runs that stayed finite, with their places, in order.
  var finished: [(value: Int, seed: Int, result: Double)] {
    runs.enumerated().flatMap { value, row in
      row.enumerated().compactMap { seed, run in run.result.map { (value, seed, $0) } }
    }
  }

  var least: (value: Int, seed: Int, result: Double)? { finished.min { $0.result < $1.result } }
  var greatest: (value: Int, seed: Int, result: Double)? { finished.max { $0.result < $1.result } }

  /// A run by what tells it from the others where what is swept is said elsewhere: `adam, seed 3`.
  func shortName(value: Int, seed: Int) -> String {
    let subject = isQuantitative || values.allSatisfy { $0.number != nil } ? "\(subject) " : ""
    return subject + values[value].name + (seeds.isEmpty ? "" : ", seed \(seeds[seed])")
  }

  /// A run by what tells it from the others: `learning rate 0.5, seed 3`.
  func name(value: Int, seed: Int) -> String {
    "\(subject) \(values[value].name)" + (seeds.isEmpty ? "" : ", seed \(seeds[seed])")
  }
}

/// The middle one of some numbers by their size, or the mean of the two in the middle; nil for none.
func median(of numbers: [Double]) -> Double? {
  guard !numbers.isEmpty else { return nil }
  let sorted = numbers.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
}
