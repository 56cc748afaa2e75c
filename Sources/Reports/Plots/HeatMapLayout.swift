import Results

/// Where the cells of heat maps and their names stand: the maps side by side as far as there is room, then below.
struct HeatMapLayout {
  struct Map {
    /// The place of the map's number among all.
    var index: Int
    /// Its left upper corner, where the title stands.
    var origin: Place
    /// What stands left of the cells.
    var labelWidth: Double
    var cell: (width: Double, height: Double)
    /// The rows and columns drawn, nil where some are left out.
    var rows: [Int?]
    var columns: [Int?]
    var showsColumnNames: Bool
    /// Whether the numbers stand in the cells.
    var showsNumbers: Bool

    var top: Double { origin.y + HeatMapLayout.head }
    var left: Double { origin.x + labelWidth }
    var width: Double { labelWidth + Double(columns.count) * cell.width }
    var height: Double { HeatMapLayout.head + Double(rows.count) * cell.height }

    /// The left upper corner of a cell, by its place among those drawn.
    func corner(row: Int, column: Int) -> Place {
      Place(x: left + Double(column) * cell.width, y: top + Double(row) * cell.height)
    }
  }

  private(set) var maps: [Map] = []
  private(set) var height: Double

  /// The title, the heading of the columns and their names.
  static let head = 70.0
  private static let gap = 36.0
  private static let most = 48

  init(_ content: HeatMaps, texts: [[[String]]]) {
    let shown = content.maps.map { (elided($0.rows.count, to: Self.most), elided($0.columns.count, to: Self.most)) }
    let labels = content.maps.map { map in
      let names = ([map.rowHeading] + map.rows).map(TextSize.width).max() ?? 0
      return names == 0 ? 0 : min(names, 150) + 10
    }
    let columnNames = content.maps.map { ($0.columns.map(TextSize.width).max() ?? 0) + 8 }
    var (x, y, rowHeight) = (0.0, 0.0, 0.0)
    for (index, map) in content.maps.enumerated() {
      let (rows, columns) = shown[index]
      let numberWidth = (texts[index].joined().map(TextSize.width).max() ?? 0) + 10
      let showsNumbers = labels[index] + Double(columns.count) * numberWidth <= PictureSVG.width && rows.count <= 24
      let room = (PictureSVG.width - labels[index]) / Double(max(1, columns.count))
      // Names of columns that fit make the cells as wide as they are.
      let wished = max(showsNumbers ? max(numberWidth, 46) : 26, columnNames[index] < 110 ? columnNames[index] : 0)
      let width = min(room, wished)
      let cell = (width: width, height: showsNumbers ? 34 : min(max(width, 14), 26))
      var block = Map(
        index: index, origin: Place(x: x, y: y), labelWidth: labels[index], cell: cell, rows: rows, columns: columns,
        showsColumnNames: columnNames[index] <= width, showsNumbers: showsNumbers)
      let full = max(block.width, TextSize.width(map.title))
      if x > 0, x + full > PictureSVG.width {
        (x, y, rowHeight) = (0, y + rowHeight + Self.gap, 0)
        block.origin = Place(x: x, y: y)
      }
      maps.append(block)
      x += full + Self.gap
      rowHeight = max(rowHeight, block.height)
    }
    height = y + rowHeight + 74
  }
}
