import Diagnostics
import Directives
import Results

extension Session {
  func run(_ printing: Printing) throws(RunProblem) -> [Output] {
    var outputs: [Output] = []
    for quantity in printing.quantities {
      for array in try arrays(of: quantity) {
        outputs.append(array.output(style: style(printing.digits), layout: printing.asMatrix ? .matrix : .table))
      }
    }
    return outputs
  }

  func style(_ digits: Printing.Digits?) -> NumberStyle {
    switch digits {
    case .significant(let count): .significant(count)
    case .decimals(let count): .decimals(count)
    case nil: NumberStyle()
    }
  }
}
