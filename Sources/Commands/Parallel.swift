import FoundationEssentials

/// Carries out `work` on all items, at most `limit` at a time, and gives the results in the order of the items.
///
/// `isEnough` sees the results as they come in the order of the items; where it says so, nothing more is begun, and the
/// results end there.
func inParallel<Item: Sendable, Value: Sendable>(
  _ items: [Item], limit: Int?, _ work: @escaping @Sendable (Item) async -> Value,
  isEnough: (Value) -> Bool = { _ in false }
) async -> [Value] {
  let limit = max(1, limit ?? ProcessInfo.processInfo.activeProcessorCount)
  return await withTaskGroup(of: (Int, Value).self) { group in
    var found = [Value?](repeating: nil, count: items.count)
    var begun = 0
    var ended = 0
    while begun < min(limit, items.count) {
      let index = begun
      group.addTask { (index, await work(items[index])) }
      begun += 1
    }
    while let (index, value) = await group.next() {
      found[index] = value
      while ended < items.count, let next = found[ended] {
        ended += 1
        if isEnough(next) {
          group.cancelAll()
          return found[..<ended].compactMap { $0 }
        }
      }
      if begun < items.count {
        let index = begun
        group.addTask { (index, await work(items[index])) }
        begun += 1
      }
    }
    return found.compactMap { $0 }
  }
}
