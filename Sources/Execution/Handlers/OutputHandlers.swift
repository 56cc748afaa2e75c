import Diagnostics
import Directives
import Results

extension Session {
  func run(_ printing: Printing) throws(RunProblem) -> [Output] {
    var arrays: [LabelledArray] = []
    for quantity in printing.quantities { arrays += try self.arrays(of: quantity) }
    let style = style(printing.digits)
    guard !printing.asMatrix else { return arrays.map { $0.output(style: style, layout: .matrix) } }
    return Comparison.all(in: arrays).map { $0.output(style: style) }
  }

  func style(_ digits: Printing.Digits?) -> NumberStyle {
    switch digits {
    case .significant(let count): .significant(count)
    case .decimals(let count): .decimals(count)
    case nil: NumberStyle()
    }
  }
}
