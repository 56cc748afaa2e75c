import Derivations
import Results

/// Numbers with the names of their indices: no index for a single number, one for a vector, two for a matrix.
struct LabelledArray: Equatable {
  struct Axis: Equatable {
    /// What the names name: `example`, `from`, or a layer.
    var heading: String
    var names: [String]

    /// The heading, where the names do not say it: `hidden 1` needs no `hidden` above it.
    var shownHeading: String? {
      names.contains { $0 == heading || $0.hasPrefix(heading + " ") } ? nil : heading
    }
  }
  /// In words; empty for a formula, which says itself what it is.
  var title: String
  /// Its name in the notation, as LaTeX.
  var symbol: String?
  var axes: [Axis]
  /// In row-major order.
  var values: [Double]

  var single: Double? { axes.isEmpty ? values.first : nil }
}

extension LabelledArray {
  /// As something to show: a vector of units stands as a row under their names, as the examples of a batch do.
  func output(style: NumberStyle, layout: NamedArray.Layout) -> Output {
    if let single { return .number(NamedNumber(title: title, symbol: symbol, value: single, style: style)) }
    guard axes.count == 2 else {
      let axis = axes[0]
      if layout == .matrix {
        return .array(
          NamedArray(
            title: title, symbol: symbol, layout: layout, rowHeading: axis.shownHeading ?? "", rows: axis.names,
            columns: [""],
            values: values.map { [$0] }, style: style))
      }
      return .array(
        NamedArray(
          title: title, symbol: symbol, layout: layout, rows: [""], columns: axis.names, values: [values], style: style)
      )
    }
    let width = axes[1].names.count
    return .array(
      NamedArray(
        title: title, symbol: symbol, layout: layout, rowHeading: axes[0].shownHeading ?? "", rows: axes[0].names,
        columnHeading: axes[1].shownHeading, columns: axes[1].names,
        values: axes[0].names.indices.map { row in Array(values[row * width..<(row + 1) * width]) }, style: style))
  }
}

extension LabelledArray {
  /// The value of a formula, whose indices have numbers only.
  init(_ value: FormulaValue, symbol: String) {
    self.init(
      title: "", symbol: symbol,
      axes: value.shape.enumerated().map { place, extent in
        let isOfExamples = place == 0 && value.isPerExample
        return Axis(
          heading: isOfExamples ? "example" : "",
          names: (1..<(extent + 1)).map { isOfExamples ? "example \($0)" : String($0) })
      },
      values: value.values)
  }
}
