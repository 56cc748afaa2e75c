import Reports
import Testing

@Suite struct LayeredLayoutTests {
  /// Graphs in which each node has up to three operands, from a multiplicative sequence of whole numbers.
  private static func operands(seed: Int, count: Int) -> [[Int]] {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state * 48271 % 2_147_483_647
      return state % bound
    }
    return (0..<count).map { place in
      guard place > 3 else { return [] }
      return Array(Set((0..<(1 + next(3))).map { _ in next(place) })).sorted()
    }
  }

  @Test(arguments: 1...30) func `keeps boxes apart and lines downward`(seed: Int) {
    let operands = Self.operands(seed: seed, count: 4 + seed)
    let widths = operands.indices.map { 40 + Double($0 * 13 % 50) }
    let layout = LayeredLayout(widths: widths, height: 60, rowGap: 20, operands: operands)
    for (index, place) in layout.places.enumerated() {
      #expect(place.x - widths[index] / 2 >= -1e-6 && place.x + widths[index] / 2 <= layout.size.width + 1e-6)
      #expect(place.y - 30 >= 0 && place.y + 30 <= layout.size.height)
      for other in layout.places.indices where other > index && layout.places[other].y == place.y {
        let distance = (layout.places[other].x - place.x).magnitude
        #expect(distance >= (widths[index] + widths[other]) / 2 + 1)
      }
    }
    #expect(layout.routes.count == operands.reduce(0) { $0 + $1.count })
    for route in layout.routes {
      let path = [layout.places[route.from]] + route.points + [layout.places[route.to]]
      #expect(zip(path, path.dropFirst()).allSatisfy { $1.y - $0.y == 80 })
      // A line that passes a row passes between its boxes.
      for point in route.points {
        for (index, place) in layout.places.enumerated() where place.y == point.y {
          #expect((place.x - point.x).magnitude >= widths[index] / 2)
        }
      }
    }
  }

  @Test func `draws a tree without crossings`() {
    // The leaves 0 to 7 in pairs that lie far apart, then these in pairs, and so on.
    let operands: [[Int]] =
      Array(repeating: [], count: 8) + [[0, 4], [1, 5], [2, 6], [3, 7], [8, 10], [9, 11], [12, 13]]
    let layout = LayeredLayout(
      widths: Array(repeating: 40, count: 15), height: 30, rowGap: 20, operands: operands)
    for (index, line) in layout.routes.enumerated() {
      for other in layout.routes[(index + 1)...] {
        let (a, b) = (layout.places[line.from], layout.places[line.to])
        let (c, d) = (layout.places[other.from], layout.places[other.to])
        guard a.y == c.y else { continue }
        #expect((a.x - c.x) * (b.x - d.x) >= 0)
      }
    }
  }

  @Test func `stands above the middle of its operands`() {
    let layout = LayeredLayout(widths: [40, 40, 40], height: 30, rowGap: 20, operands: [[], [], [0, 1]])
    #expect((layout.places[2].x - (layout.places[0].x + layout.places[1].x) / 2).magnitude < 1e-6)
    #expect(LayeredLayout(widths: [], height: 30, rowGap: 20, operands: []).places.isEmpty)
  }

  @Test func `leads a chain straight down, with what is given beside it`() {
    // x · w + b, twice over.
    let operands: [[Int]] = [[], [], [0, 1], [], [2, 3], [], [4, 5], [], [6, 7], [8]]
    let layout = LayeredLayout(
      widths: Array(repeating: 40, count: operands.count), height: 30, rowGap: 20, operands: operands)
    let chain = [2, 4, 6, 8, 9].map { layout.places[$0].x }
    #expect(zip(chain, chain.dropFirst()).allSatisfy { ($0 - $1).magnitude < 4 }, "\(chain)")
  }

  @Test func `lets what weighs more stay where it is`() {
    #expect(separated([0, 0], gaps: [10], weights: [1, 4]) == [-8, 2])
  }

  @Test(
    arguments: [
      ([0, 0, 0], [10, 10], [-10, 0, 10]), ([0, 100], [10], [0, 100]), ([5], [], [5]), ([], [], []),
      ([20, 0], [10], [5, 15]),
    ] as [([Double], [Double], [Double])])
  func `moves boxes apart as little as possible`(wished: [Double], gaps: [Double], expected: [Double]) {
    #expect(separated(wished, gaps: gaps) == expected)
  }
}
