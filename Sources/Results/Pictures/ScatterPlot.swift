/// Points of several classes in a plane, and the parts of it that each class has.
package struct ScatterPlot: Sendable, Codable, Equatable {
  package struct Point: Sendable, Codable, Equatable {
    package var x: Double
    package var y: Double
    /// Its place among the classes.
    package var kind: Int
    /// What it is called, where it is named.
    package var name: String?
    /// Whether it lies in the part of another class.
    package var isMisplaced: Bool

    package init(_ x: Double, _ y: Double, kind: Int, name: String? = nil, isMisplaced: Bool = false) {
      self.x = x
      self.y = y
      self.kind = kind
      self.name = name
      self.isMisplaced = isMisplaced
    }
  }
  /// What decides between the classes, on a grid over the whole plane.
  package struct Regions: Sendable, Codable, Equatable {
    package var left: Double
    package var right: Double
    package var bottom: Double
    package var top: Double
    /// How many columns and rows of numbers there are, at least 2 each.
    package var columns: Int
    package var rows: Int
    /// For each class a number for each place of the grid, row by row from the bottom: by how much it is ahead of all
    /// others, negative where it is not.
    package var margins: [[Double]]

    package init(
      left: Double, right: Double, bottom: Double, top: Double, columns: Int, rows: Int, margins: [[Double]]
    ) {
      precondition(margins.allSatisfy { $0.count == columns * rows } && columns > 1 && rows > 1)
      (self.left, self.right, self.bottom, self.top) = (left, right, bottom, top)
      (self.columns, self.rows, self.margins) = (columns, rows, margins)
    }

    /// The class that is ahead at a place of the grid.
    package func kind(row: Int, column: Int) -> Int {
      let place = row * columns + column
      return margins.indices.max { (margins[$0][place], $1) < (margins[$1][place], $0) } ?? 0
    }
  }
  package var horizontal: String
  package var vertical: String
  package var classes: [String]
  package var points: [Point]
  package var regions: Regions?

  package init(
    horizontal: String, vertical: String, classes: [String], points: [Point], regions: Regions? = nil
  ) {
    self.horizontal = horizontal
    self.vertical = vertical
    self.classes = classes
    self.points = points
    self.regions = regions
  }
}
