import Derivations

/// Searches for what would make equations true, which go on beside the run.
struct RepairTasks {
  private var tasks: [Int: Task<[Repair], Never>] = [:]
  /// The latest of those that have to wait for each other.
  private var latest: [Int: Task<[Repair], Never>] = [:]

  /// - Parameters:
  ///   - number: searches with the same one are carried out one after the other
  ///   - equation: tells the search from others
  mutating func begin(_ search: RepairSearch, _ number: Int, for equation: Int) {
    let previous = latest[number]
    let task = Task {
      _ = await previous?.value
      return search.repairs()
    }
    (tasks[equation], latest[number]) = (task, task)
  }

  /// What the search for an equation has found; nil where there was none.
  func repairs(for equation: Int) async -> [Repair]? { await tasks[equation]?.value }
}
