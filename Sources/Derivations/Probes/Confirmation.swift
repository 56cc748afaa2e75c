import Networks

/// The second route to a derivative: differences of values, against what reverse mode has found.
extension Probe {
  /// That of the differences: well below what is told apart from reverse mode.
  private static let accuracy = 1e-8

  /// Entries of a derivative by themselves, at most some dozen of them.
  func agreesByEntry(_ key: DerivativeKey) -> Bool {
    let found = derivatives(of: key.above, by: key.below).ids
    let step = max(1, key.below.count / 12)
    return stride(from: 0, to: key.below.count, by: step).allSatisfy { place in
      let (numeric, error) = graph.difference(of: key.above, by: key.below[place], accuracy: Self.accuracy)
      let exact = graph.value(found[place])
      return !error.isFinite || (numeric - exact).magnitude <= 10 * error + 1e-6 * exact.magnitude + 1e-9
    }
  }

  /// All entries at once, each with a sign of its own: the derivative along a random direction.
  func agreesAlongDirection(_ key: DerivativeKey) -> Bool {
    let found = derivatives(of: key.above, by: key.below).ids
    var random = RandomNumbers(seed: UInt64(key.below.count))
    let signs = key.below.map { _ in random.unit() < 0.5 ? -1.0 : 1 }
    let (numeric, error, operations) = graph.difference(
      of: key.above, along: Array(zip(key.below, signs)), accuracy: Self.accuracy)
    operationsLeft -= operations
    var (exact, size) = (0.0, 0.0)
    for (sign, id) in zip(signs, found) {
      exact += sign * graph.value(id)
      size += graph.value(id).magnitude
    }
    return !error.isFinite || (numeric - exact).magnitude <= 10 * error + 1e-6 * size + 1e-9
  }
}
