import Results

/// What one `print` shows of several quantities: those with the same indices stand in one table, to be compared.
struct Comparison {
  private var arrays: [LabelledArray]

  /// More columns than these are wider than a phone.
  private static let columnLimit = 4

  /// In the order in which their first arrays stand.
  static func all(in arrays: [LabelledArray]) -> [Comparison] {
    var comparisons: [Comparison] = []
    for array in arrays {
      if let place = comparisons.firstIndex(where: { $0.takes(array) }) {
        comparisons[place].arrays.append(array)
      } else {
        comparisons.append(Comparison(arrays: [array]))
      }
    }
    return comparisons
  }

  private func takes(_ array: LabelledArray) -> Bool {
    let first = arrays[0]
    guard array.symbol == nil, first.symbol == nil, array.axes.first == first.axes.first,
      array.axes.count == first.axes.count
    else { return false }
    switch array.axes.count {
    case 1: return true
    case 2:
      let columns = (arrays + [array]).reduce(0) { $0 + $1.axes[1].names.count }
      return array.axes[0].heading == "example" && columns <= Self.columnLimit
    default: return false
    }
  }

  func output(style: NumberStyle) -> Output {
    guard arrays.count > 1 else { return arrays[0].output(style: style, layout: .table) }
    let axes = arrays[0].axes
    if axes.count == 1 {
      let (names, place) = namesAndPlace
      return .array(
        NamedArray(
          title: place, rows: names, columns: axes[0].names, values: arrays.map { $0.values.map(Optional.some) },
          style: style))
    }
    var table = NamedArray(
      title: arrays.map(\.title).listed, rowHeading: axes[0].shownHeading ?? "", rows: axes[0].names,
      columns: arrays.flatMap { $0.axes[1].names },
      values: axes[0].names.indices.map { row in
        arrays.flatMap { array in
          let width = array.axes[1].names.count
          return array.values[row * width..<(row + 1) * width].map(Optional.some)
        }
      }, style: style)
    table.columnGroups = arrays.map { NamedArray.ColumnGroup($0.title, count: $0.axes[1].names.count) }
    return .array(table)
  }

  /// What the rows are called, and what all titles end in: `layer hidden` of `activations of layer hidden`.
  private var namesAndPlace: (names: [String], place: String) {
    let titles = arrays.map(\.title)
    let places = titles.map { title in
      title.firstRange(of: " of layer ").map { String(title[$0.lowerBound...].dropFirst(4)) } ?? ""
    }
    guard let place = places.first, !place.isEmpty, places.allSatisfy({ $0 == place }) else { return (titles, "") }
    return (titles.map { String($0.dropLast(place.count + 4)) }, place)
  }
}
