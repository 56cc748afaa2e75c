/// Moves labels apart until each has its room, as little as possible: those that would meet become a block around
/// their mean (the pool-adjacent-violators algorithm of isotonic regression).
///
/// - Parameters:
///   - desired: where the middle of each label would best be
///   - gap: how far apart the middles of two labels must be; less where there is no room for it
/// - Returns: where the middle of each is, in the order given
package func spread(_ desired: [Double], gap: Double, within range: ClosedRange<Double>) -> [Double] {
  guard desired.count > 1 else { return desired.map { min(max($0, range.lowerBound), range.upperBound) } }
  let gap = min(gap, (range.upperBound - range.lowerBound) / Double(desired.count - 1))
  let order = desired.indices.sorted { (desired[$0], $0) < (desired[$1], $1) }
  var blocks: [(sum: Double, count: Int)] = []
  for (rank, index) in order.enumerated() {
    // Without the room of those before it, each label only has to be no less than the one before.
    var block = (sum: desired[index] - Double(rank) * gap, count: 1)
    while let last = blocks.last, last.sum / Double(last.count) > block.sum / Double(block.count) {
      block = (last.sum + block.sum, last.count + block.count)
      blocks.removeLast()
    }
    blocks.append(block)
  }
  let positions = blocks.flatMap { block in Array(repeating: block.sum / Double(block.count), count: block.count) }
  let highest = range.upperBound - Double(desired.count - 1) * gap
  var result = desired
  for (rank, index) in order.enumerated() {
    result[index] = min(max(positions[rank], range.lowerBound), max(highest, range.lowerBound)) + Double(rank) * gap
  }
  return result
}
