/// The rows of a layered drawing and the order in them. A line that passes a row has a vertex there, too; these come after
/// the nodes.
struct LayeredGrid {
  struct Edge {
    var from: Int
    var to: Int
    /// The vertices between the two, from above.
    var passes: [Int]
  }
  private(set) var rank: [Int]
  private(set) var rows: [[Int]]
  private(set) var edges: [Edge] = []
  /// The neighbours of each vertex in the row above and in the one below.
  private(set) var above: [[Int]]
  private(set) var below: [[Int]]

  init(operands: [[Int]]) {
    var users = operands.map { _ in [Int]() }
    for (node, inputs) in operands.enumerated() { for input in inputs { users[input].append(node) } }
    // Everything stands as low as it can, just above what uses it first: what is computed beside the longest path then
    // stands where it is needed.
    var steps = [Int](repeating: 0, count: operands.count)
    for node in operands.indices.reversed() { steps[node] = (users[node].map { steps[$0] }.max() ?? -1) + 1 }
    let longest = steps.max() ?? 0
    rank = steps.map { longest - $0 }
    rows = Array(repeating: [], count: (rank.max() ?? 0) + 1)
    above = operands.map { _ in [] }
    below = above
    for (node, inputs) in operands.enumerated() {
      for input in inputs { connect(input, node) }
    }
    order(operands)
  }

  private mutating func connect(_ from: Int, _ to: Int) {
    var edge = Edge(from: from, to: to, passes: [])
    var last = from
    for row in (rank[from] + 1)..<max(rank[to], rank[from] + 1) {
      let vertex = rank.count
      rank.append(row)
      above.append([])
      below.append([])
      edge.passes.append(vertex)
      link(last, vertex)
      last = vertex
    }
    link(last, to)
    edges.append(edge)
  }

  private mutating func link(_ upper: Int, _ lower: Int) {
    below[upper].append(lower)
    above[lower].append(upper)
  }

  /// A first order: as the vertices are met on the way back from the result, operands from left to right.
  private mutating func order(_ operands: [[Int]]) {
    var isSeen = [Bool](repeating: false, count: rank.count)
    var stack = Array(operands.indices.reversed().filter { below[$0].isEmpty }.reversed())
    while let vertex = stack.popLast() {
      guard !isSeen[vertex] else { continue }
      isSeen[vertex] = true
      rows[rank[vertex]].append(vertex)
      stack += above[vertex].reversed()
    }
  }

  // MARK: Crossings

  mutating func reduceCrossings() {
    var best = (crossings: crossings, rows: rows)
    for round in 0..<24 where best.crossings > 0 {
      let isDownward = round % 2 == 0
      for number in isDownward ? Array(rows.indices.dropFirst()) : rows.indices.dropLast().reversed() {
        let neighbours = isDownward ? above : below
        var place = [Int](repeating: 0, count: rank.count)
        for row in rows { for (index, vertex) in row.enumerated() { place[vertex] = index } }
        let means = rows[number].map { vertex in
          neighbours[vertex].isEmpty
            ? Double(place[vertex])
            : neighbours[vertex].reduce(0) { $0 + Double(place[$1]) } / Double(neighbours[vertex].count)
        }
        let sorted = rows[number].indices.sorted { (means[$0], $0) < (means[$1], $1) }
        rows[number] = sorted.map { rows[number][$0] }
      }
      let now = crossings
      if now < best.crossings { best = (now, rows) }
    }
    rows = best.rows
  }

  /// How many pairs of lines cross.
  var crossings: Int {
    var place = [Int](repeating: 0, count: rank.count)
    for row in rows { for (index, vertex) in row.enumerated() { place[vertex] = index } }
    return rows.reduce(0) { count, row in
      let lines = row.flatMap { upper in below[upper].map { (place[upper], place[$0]) } }
      var found = 0
      for (index, line) in lines.enumerated() {
        found += lines[(index + 1)...].count { ($0.0 - line.0) * ($0.1 - line.1) < 0 }
      }
      return count + found
    }
  }
}
