import Networks
import Tensors

extension Expression {
  /// Whether the author's inputs or targets stand in it, written out in numbers: they are of no other network.
  func hasData(of setting: AuthorSetting) -> Bool {
    guard let data = setting.data else { return false }
    return contains { part in
      guard case .matrix(let rows, _) = part.kind else { return false }
      let numbers = rows.map { $0.map(\.literalNumber) }
      let written = numbers.joined().compactMap(\.self)
      guard written.count == numbers.joined().count, written.count > 2, written.contains(where: { $0 != 0 && $0 != 1 })
      else { return false }
      return [data.inputs, data.targets].contains { grid in
        grid.isWritten(numbers.map { $0.compactMap(\.self) })
      }
    }
  }

  private var literalNumber: Double? {
    switch kind {
    case .number(let digits): Double(digits)
    // A 1 in bold among numbers.
    case .ones: 1
    case .negative(let inner): inner.literalNumber.map { -$0 }
    default: nil
    }
  }
}

extension Tensor {
  /// Whether these are its rows, or its columns.
  fileprivate func isWritten(_ lines: [[Double]]) -> Bool {
    let (rows, columns) = (shape[0], shape[1])
    let own = (0..<rows).map { row in (0..<columns).map { values[row * columns + $0] } }
    return lines == own || lines == (0..<columns).map { column in own.map { $0[column] } }
  }
}
