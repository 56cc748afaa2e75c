/// A column of numbers, as a textbook would set it: one number of decimals for all, so that the points align.
///
/// The rule for `significant(n)`:
/// - the largest entry shows n significant digits, and so decides how many decimals there are;
/// - up to three decimals more where they let a smaller entry show three significant digits;
/// - zeros at the end that all entries share are left out;
/// - an entry that would still show fewer than two significant digits is written with a power of ten;
/// - where the largest is below 0.0001 or has more than n digits before its point, all are, with n digits each.
package struct NumberColumn: Sendable, Equatable {
  /// One for each entry; nil where there is none.
  package let texts: [NumberText?]

  package init(_ values: [Double?], style: NumberStyle) {
    guard case .significant(let count) = style else {
      texts = values.map { $0.map(style.text) }
      return
    }
    let wanted = max(1, NumberStyle.sensible(count))
    let exact = values.map { $0.flatMap { $0.isFinite ? ExactDecimal($0.magnitude) : nil } }
    let nonzero = exact.compactMap { $0 }.filter { !$0.digits.isEmpty }
    let largest = nonzero.map { $0.rounded(toDigits: wanted).point }.max() ?? 1
    let isWhole = nonzero.allSatisfy { $0.digits.count <= $0.point && $0.point <= 15 }
    let isScientific = largest <= -4 || (largest > wanted && !isWhole)

    var decimals = 0
    if !isScientific {
      decimals = max(0, wanted - largest)
      decimals += nonzero.map { 3 - $0.point - decimals }.filter { (1...3).contains($0) }.max() ?? 0
      let used = nonzero.compactMap { value in
        let rounded = value.rounded(toDigits: value.point + decimals)
        return rounded.digits.isEmpty ? nil : rounded.digits.count - rounded.point
      }
      decimals = min(decimals, max(0, used.max() ?? 0))
    }
    texts = zip(values, exact).map { value, exact in
      guard let value, let exact else { return value.map(style.text) }
      // What a binary fraction has beyond the digits asked for is no reason to write 0.2 with a power of ten.
      let rounded = exact.rounded(toDigits: wanted)
      let shown = max(0, rounded.point + decimals)
      let isSmall = !rounded.digits.isEmpty && shown < 2 && rounded.digits.count > shown
      if isScientific {
        return exact.digits.isEmpty
          ? exact.fixed(isNegative: false, decimals: 0)
          : exact.scientific(isNegative: value < 0, digits: wanted, padded: true)
      }
      return isSmall
        ? exact.scientific(isNegative: value < 0, digits: min(3, wanted), padded: false)
        : exact.fixed(isNegative: value < 0, decimals: decimals)
    }
  }
}

extension NamedArray {
  /// The entries as shown, `texts[r][c]`: a table's columns are set one by one, a matrix as a whole.
  package var texts: [[NumberText?]] {
    switch layout {
    case .table:
      let set = columns.indices.map { column in NumberColumn(values.map { $0[column] }, style: style).texts }
      return rows.indices.map { row in set.map { $0[row] } }
    case .matrix:
      let set = NumberColumn(values.flatMap { $0 }, style: style).texts
      return rows.indices.map { Array(set[$0 * columns.count..<($0 + 1) * columns.count]) }
    }
  }
}
