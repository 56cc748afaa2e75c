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
