/// Where numbers on a grid are greater than 0, as areas and as the lines around them: marching squares, with straight
/// lines between the places on the edges where the number is 0 if it changes evenly. W. E. Lorensen and H. E. Cline,
/// Marching cubes, 1987, in the plane.
struct Contours {
  /// The areas, as the data of a path: squares in full run together in their rows.
  private(set) var areas = ""
  /// The lines on which the number is 0.
  private(set) var lines = ""

  /// - Parameters:
  ///   - values: row by row from the bottom
  ///   - place: where a column and row of the grid, or what is between them, lies in the drawing
  init(of values: [Double], columns: Int, rows: Int, place: (Double, Double) -> Place) {
    func path(_ places: [Place]) -> String { places.map { "\($0.x.svgText) \($0.y.svgText)" }.joined(separator: "L") }
    for row in 0..<(rows - 1) {
      var start: Int?
      func close(at column: Int) {
        guard let first = start else { return }
        let (left, right) = (Double(first), Double(column))
        let (low, high) = (Double(row), Double(row + 1))
        areas += "M" + path([place(left, low), place(right, low), place(right, high), place(left, high)]) + "Z"
        start = nil
      }
      for column in 0..<(columns - 1) {
        let corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)]
        let heights = corners.map { values[$0.1 * columns + $0.0] }
        if heights.allSatisfy({ $0 > 0 }) {
          start = start ?? column
          continue
        }
        close(at: column)
        guard heights.contains(where: { $0 > 0 }) else { continue }
        var (area, ends): ([Place], [Place]) = ([], [])
        for side in 0..<4 {
          let next = (side + 1) % 4
          if heights[side] > 0 { area.append(place(Double(corners[side].0), Double(corners[side].1))) }
          guard (heights[side] > 0) != (heights[next] > 0) else { continue }
          let difference = heights[side] - heights[next]
          let share = difference.isFinite && difference != 0 ? heights[side] / difference : 0.5
          let crossing = place(
            Double(corners[side].0) + share * Double(corners[next].0 - corners[side].0),
            Double(corners[side].1) + share * Double(corners[next].1 - corners[side].1))
          area.append(crossing)
          ends.append(crossing)
        }
        areas += "M" + path(area) + "Z"
        for pair in stride(from: 0, to: ends.count - 1, by: 2) {
          lines += "M" + path([ends[pair], ends[pair + 1]])
        }
      }
      close(at: columns - 1)
    }
  }
}
