/// Small shapes that tell points of different kinds apart, without colour.
enum Marker: CaseIterable {
  case circle, square, triangle, diamond, cross, star

  /// That of a kind, by its number.
  init(_ kind: Int) { self = Self.allCases[kind % Self.allCases.count] }

  /// The outline around a place, all shapes about as large as a circle of this radius.
  func path(at place: Place, radius: Double) -> String {
    func point(_ x: Double, _ y: Double) -> String {
      "\((place.x + x * radius).svgText) \((place.y + y * radius).svgText)"
    }
    func polygon(_ corners: [(Double, Double)]) -> String {
      "M" + corners.map(point).joined(separator: "L") + "Z"
    }
    switch self {
    case .circle:
      let (r, left, right) = (radius.svgText, point(-1, 0), point(1, 0))
      return "M\(left)A\(r) \(r) 0 1 1 \(right)A\(r) \(r) 0 1 1 \(left)Z"
    case .square: return polygon([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])
    case .triangle: return polygon([(0, -1.2), (1.15, 0.85), (-1.15, 0.85)])
    case .diamond: return polygon([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)])
    case .cross:
      let (a, b) = (0.38, 1.15)
      return polygon([
        (-a, -b), (a, -b), (a, -a), (b, -a), (b, a), (a, a), (a, b), (-a, b), (-a, a), (-b, a), (-b, -a), (-a, -a),
      ])
    case .star:
      let corners = [
        (0, -1.4), (0.33, -0.45), (1.33, -0.43), (0.53, 0.17), (0.82, 1.13), (0, 0.56), (-0.82, 1.13), (-0.53, 0.17),
        (-1.33, -0.43), (-0.33, -0.45),
      ]
      return polygon(corners)
    }
  }
}
