import Reports
import Testing

@Suite struct PlacementTests {
  @Test func `thins a curve to four points in each column`() {
    let curve = (0..<100_000).map { Place(x: Double($0) / 1000, y: Double($0 * 7919 % 1000)) }
    let kept = thinned(curve)
    #expect(kept.count <= 400)
    for column in 0..<100 {
      let all = curve[(column * 1000)..<(column * 1000 + 1000)]
      let rest = kept.filter { Int($0.x) == column }
      #expect(rest.first == all.first && rest.last == all.last)
      #expect(rest.map(\.y).min() == all.map(\.y).min() && rest.map(\.y).max() == all.map(\.y).max())
    }
    #expect(zip(kept, kept.dropFirst()).allSatisfy { $0.x < $1.x })
  }

  @Test func `keeps a short curve as it is`() {
    let curve = [Place(x: 0, y: 1), Place(x: 1.5, y: 0), Place(x: 1.9, y: 3)]
    #expect(thinned(curve) == curve)
    #expect(thinned([]).isEmpty)
  }

  @Test func `leaves out of a smooth curve what lies on the line through the rest`() {
    let curve = (0...1000).map { Place(x: Double($0) / 2, y: Double($0 * $0) / 5000) }
    let kept = straightened(curve)
    #expect(kept.first == curve.first && kept.last == curve.last)
    #expect((10...60).contains(kept.count))
    for (start, end) in zip(kept, kept.dropFirst()) {
      for place in curve where (start.x...end.x).contains(place.x) {
        let line = start.y + (end.y - start.y) * (place.x - start.x) / (end.x - start.x)
        #expect((place.y - line).magnitude < 0.2)
      }
    }
  }

  @Test func `keeps every corner`() {
    let zigzag = (0..<100).map { Place(x: Double($0), y: $0 % 2 == 0 ? 0 : 1) }
    #expect(straightened(zigzag) == zigzag)
    #expect(straightened([Place(x: 0, y: 0), Place(x: 1, y: 1), Place(x: 2, y: 2)]).count == 2)
    #expect(straightened([Place(x: 1, y: 0), Place(x: 1, y: 5), Place(x: 1, y: 0)]).count == 3)
    #expect(straightened([]).isEmpty)
  }

  @Test(
    arguments: [
      ([10, 50], [10, 50]), ([50, 50], [40, 60]), ([52, 50, 90], [61, 41, 90]), ([1, 2, 3], [0, 20, 40]),
      ([99, 98], [100, 80]), ([50], [50]), ([120], [100]), ([], []),
      ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]),
    ] as [([Double], [Double])])
  func `moves labels apart as little as possible`(desired: [Double], expected: [Double]) {
    #expect(spread(desired, gap: 20, within: 0...100) == expected)
  }

  @Test func `leaves out what is in the middle`() {
    #expect(elided(8, to: 8) == Array(0..<8))
    #expect(elided(9, to: 6) == [0, 1, 2, nil, 7, 8])
    #expect(elided(0, to: 6).isEmpty)
  }

  @Test func `puts numbers where they cover nothing`() {
    let corners = (Place(x: 0, y: 0), Place(x: 200, y: 200), Place(x: 0, y: 200), Place(x: 200, y: 0))
    let places = placedNumbers([(corners.0, corners.1), (corners.2, corners.3)], widths: [40, 40])
    #expect(places.allSatisfy { ($0.x - 100).magnitude > 10 })
    #expect((places[0].x - places[1].x).magnitude >= 40 || (places[0].y - places[1].y).magnitude >= 19)
  }
}

extension PlacementTests {
  @Test func `names points where the names cover nothing`() {
    let places = (0..<12).map { Place(x: 100 + Double($0 % 4) * 60, y: 100 + Double($0 / 4) * 50) }
    let named = placedLabels(
      places.enumerated().map { ($1, "p\($0)") }, around: places, radius: 5, within: (0...640, 0...400))
    #expect(named.count == 12)
    for (index, label) in named.enumerated() {
      for other in named[(index + 1)...] {
        #expect((label.place.x - other.place.x).magnitude >= 20 || (label.place.y - other.place.y).magnitude >= 20)
      }
    }
    // There is no room for the names of points in one place.
    let crowd = Array(repeating: Place(x: 50, y: 50), count: 40)
    let few = placedLabels(crowd.map { ($0, "name") }, around: crowd, radius: 5, within: (0...100, 0...100))
    #expect((1..<20).contains(few.count))
  }
}
