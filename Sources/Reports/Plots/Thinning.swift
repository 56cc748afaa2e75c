/// A place in a drawing: to the right and down from its upper left corner.
package struct Place: Equatable {
  package var x: Double
  package var y: Double
  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// Leaves out points of a curve that no one can see.
///
/// Of all points in a column one unit wide, the first, the last, the lowest and the highest stay, in their order. Within
/// a column the line then covers the same heights, and it enters and leaves it where it did: what a long curve loses is
/// less than half the width of its line.
///
/// - Parameter points: from left to right
package func thinned(_ points: [Place]) -> [Place] {
  var kept: [Place] = []
  var start = 0
  while start < points.count {
    let column = points[start].x.rounded(.down)
    var (end, lowest, highest) = (start, start, start)
    while end + 1 < points.count, points[end + 1].x.rounded(.down) == column {
      end += 1
      if points[end].y > points[lowest].y { lowest = end }
      if points[end].y < points[highest].y { highest = end }
    }
    var last = -1
    for index in [start, min(lowest, highest), max(lowest, highest), end] where index > last {
      kept.append(points[index])
      last = index
    }
    start = end + 1
  }
  return kept
}

/// Leaves out points of a curve that lie on the line through those that stay, or as near as a twentieth of its width: a
/// smooth curve needs few (Douglas and Peucker 1973).
///
/// - Parameter tolerance: how far a point that is left out may lie from the line, in units of the drawing
package func straightened(_ points: [Place], tolerance: Double = 0.1) -> [Place] {
  guard points.count > 2 else { return points }
  var isKept = [Bool](repeating: false, count: points.count)
  isKept[0] = true
  isKept[points.count - 1] = true
  var open = [(first: 0, last: points.count - 1)]
  while let (first, last) = open.popLast() {
    let (start, end) = (points[first], points[last])
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = dx * dx + dy * dy
    var (farthest, distance) = (first, tolerance * tolerance)
    for index in (first + 1)..<max(first + 1, last) {
      let (x, y) = (points[index].x - start.x, points[index].y - start.y)
      // Squared; of a chord without length, from its one point.
      let cross = dx * y - dy * x
      let found = length > 0 ? cross * cross / length : x * x + y * y
      if found > distance { (farthest, distance) = (index, found) }
    }
    guard farthest > first else { continue }
    isKept[farthest] = true
    open += [(first, farthest), (farthest, last)]
  }
  return points.indices.filter { isKept[$0] }.map { points[$0] }
}
