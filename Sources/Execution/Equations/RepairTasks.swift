import Derivations
import Synchronization

/// Searches for what would make equations true, which go on beside the run: each has networks of its own, so that it finds
/// the same whenever it is carried out.
struct RepairTasks {
  private final class Counter: Sendable {
    let unfinished = Atomic<Int>(0)
  }
  private let counter = Counter()
  private var tasks: [Int: Task<[Repair], Never>] = [:]
  /// More than these would hold too many networks at once: a further one is carried out where it is asked for.
  private static let limit = 4

  /// - Parameter equation: tells the search from others
  mutating func begin(_ search: RepairSearch, for equation: Int) {
    let counter = counter
    guard counter.unfinished.load(ordering: .relaxed) < Self.limit else {
      let repairs = search.repairs()
      tasks[equation] = Task { repairs }
      return
    }
    counter.unfinished.add(1, ordering: .relaxed)
    tasks[equation] = Task {
      defer { counter.unfinished.subtract(1, ordering: .relaxed) }
      return search.repairs()
    }
  }

  /// What the search for an equation has found; nil where there was none.
  func repairs(for equation: Int) async -> [Repair]? { await tasks[equation]?.value }
}
