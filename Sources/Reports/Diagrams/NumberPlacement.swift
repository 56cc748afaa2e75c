/// Finds a place for a number on each of some lines where it covers neither another number nor another line, as far as
/// that can be.
///
/// Lines are served in order, and each takes the best of a few places along it: the middle where that is free.
///
/// - Parameter units: circles that stay free, and the room of a line of text below those that have one
/// - Returns: the middle of each text
package func placedNumbers(
  _ lines: [(start: Place, end: Place)], widths: [Double],
  around units: [(place: Place, radius: Double, hasNote: Bool)] = []
) -> [Place] {
  var boxes: [Box] = []
  let taken = units.map { unit in
    Box(
      middle: Place(x: unit.place.x, y: unit.place.y + (unit.hasNote ? TextSize.lineHeight / 2 : 0)),
      width: 2 * unit.radius, height: 2 * unit.radius + (unit.hasNote ? TextSize.lineHeight : 0))
  }
  for (index, line) in lines.enumerated() {
    var best: (cost: Double, box: Box)?
    for (preference, share) in [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82].enumerated() {
      let box = Box(
        middle: Place(
          x: line.start.x + share * (line.end.x - line.start.x), y: line.start.y + share * (line.end.y - line.start.y)),
        width: widths[index] + 8, height: TextSize.lineHeight + 4)
      let overlaps = (boxes + taken).reduce(0) { $0 + $1.overlap(with: box) }
      let crossings = lines.indices.count { $0 != index && box.isCrossed(by: lines[$0]) }
      let cost = overlaps * 10 + Double(crossings) * 100 + Double(preference)
      if cost < best?.cost ?? .infinity { best = (cost, box) }
    }
    if let best { boxes.append(best.box) }
  }
  return boxes.map(\.middle)
}

private struct Box {
  var middle: Place
  var width: Double
  var height: Double

  /// The area that two boxes share.
  func overlap(with other: Box) -> Double {
    let x = (width + other.width) / 2 - (middle.x - other.middle.x).magnitude
    let y = (height + other.height) / 2 - (middle.y - other.middle.y).magnitude
    return max(0, x) * max(0, y)
  }

  /// Whether a line, seen at points a few units apart, goes through the box.
  func isCrossed(by line: (start: Place, end: Place)) -> Bool {
    (0...60).contains { step in
      let share = Double(step) / 60
      let x = line.start.x + share * (line.end.x - line.start.x)
      let y = line.start.y + share * (line.end.y - line.start.y)
      return (x - middle.x).magnitude < width / 2 && (y - middle.y).magnitude < height / 2
    }
  }
}
