/// A drawing of a directed graph without cycles: a row for each step of the computation, downwards, few crossings, and
/// what is connected near each other.
///
/// After K. Sugiyama, S. Tagawa and M. Toda, Methods for visual understanding of hierarchical system structures, 1981:
/// rows by the longest path, then an order in each row by the mean place of the neighbours, then places by the same mean
/// with the room that the boxes need.
package struct LayeredLayout {
  /// The middle of each box.
  package private(set) var places: [Place] = []
  /// The lines, each from an operand to a node that it is part of, with the places it passes between them.
  package private(set) var routes: [(from: Int, to: Int, points: [Place])] = []
  package private(set) var size: (width: Double, height: Double) = (0, 0)
  package let boxHeight: Double
  private let widths: [Double]

  private static let gap = 14.0
  /// The room of a line that passes a row.
  private static let lineWidth = 10.0
  private static let weightOfGiven = 1.0 / 64

  /// - Parameters:
  ///   - widths: that of each box
  ///   - height: of all boxes
  ///   - operands: for each node, the nodes before it that it is made of
  package init(widths: [Double], height: Double, rowGap: Double, operands: [[Int]]) {
    boxHeight = height
    self.widths = widths
    guard !widths.isEmpty else { return }
    var grid = LayeredGrid(operands: operands)
    grid.reduceCrossings()
    let widthOf = { (vertex: Int) in vertex < widths.count ? widths[vertex] : Self.lineWidth }
    let x = Self.columns(of: grid, widthOf)
    let y = { (vertex: Int) in Double(grid.rank[vertex]) * (height + rowGap) + height / 2 }
    let left = grid.rows.joined().map { x[$0] - widthOf($0) / 2 }.min() ?? 0
    let right = grid.rows.joined().map { x[$0] + widthOf($0) / 2 }.max() ?? 0
    func place(_ vertex: Int) -> Place { Place(x: x[vertex] - left, y: y(vertex)) }
    places = widths.indices.map(place)
    routes = grid.edges.map { edge in
      (from: edge.from, to: edge.to, points: edge.passes.map(place))
    }
    size = (right - left, Double(grid.rows.count) * (height + rowGap) - rowGap)
  }

  /// Moves every vertex to the mean of its neighbours, as far as the order and the room of each row allow, many times.
  ///
  /// What is given and used once, such as a weight, makes room for the others: what leads from one step to the next then
  /// goes straight down.
  private static func columns(of grid: LayeredGrid, _ width: (Int) -> Double) -> [Double] {
    var x = [Double](repeating: 0, count: grid.rank.count)
    for row in grid.rows {
      var end = 0.0
      for vertex in row {
        x[vertex] = end + width(vertex) / 2
        end += width(vertex) + gap
      }
      for vertex in row { x[vertex] -= end / 2 }
    }
    let weight = { (vertex: Int) in
      grid.above[vertex].isEmpty && grid.below[vertex].count == 1 ? Self.weightOfGiven : 1
    }
    for round in 0..<40 {
      for number in round % 2 == 0 ? Array(grid.rows.indices) : grid.rows.indices.reversed() {
        let row = grid.rows[number]
        let wished = row.map { vertex -> Double in
          let neighbours = grid.above[vertex] + grid.below[vertex]
          guard !neighbours.isEmpty else { return x[vertex] }
          return neighbours.reduce(0) { $0 + weight($1) * x[$1] } / neighbours.reduce(0) { $0 + weight($1) }
        }
        let gaps = zip(row, row.dropFirst()).map { (width($0) + width($1)) / 2 + gap }
        for (vertex, place) in zip(row, separated(wished, gaps: gaps, weights: row.map(weight))) { x[vertex] = place }
      }
    }
    return x
  }
}

/// Places in the order given that are at least `gaps` apart, as near to those wished for as can be in the sum of squares,
/// each times its weight (the pool-adjacent-violators algorithm, see `spread`).
package func separated(_ wished: [Double], gaps: [Double], weights: [Double]? = nil) -> [Double] {
  var offsets = [0.0]
  for gap in gaps { offsets.append((offsets.last ?? 0) + gap) }
  var blocks: [(sum: Double, weight: Double, count: Int)] = []
  for (index, wish) in wished.enumerated() {
    let weight = weights?[index] ?? 1
    var block = (sum: weight * (wish - offsets[index]), weight: weight, count: 1)
    while let last = blocks.last, last.sum / last.weight > block.sum / block.weight {
      block = (last.sum + block.sum, last.weight + block.weight, last.count + block.count)
      blocks.removeLast()
    }
    blocks.append(block)
  }
  let places = blocks.flatMap { block in Array(repeating: block.sum / block.weight, count: block.count) }
  return zip(places, offsets).map { $0 + $1 }
}
