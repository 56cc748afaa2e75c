import Results

/// What of a cell's outputs a report shows, in order.
enum ShownOutput {
  case output(Output)
  /// Several expectations one after the other that came out as expected, below the statements that say which.
  case met(Int)

  static func list(of outputs: [Output], _ options: CellOptions) -> [ShownOutput] {
    var shown: [ShownOutput] = []
    var met: [Output] = []
    func endRun() {
      if met.count > 1, options.echo { shown.append(.met(met.count)) } else { shown += met.map(ShownOutput.output) }
      met = []
    }
    for output in outputs {
      if case .expectation(let expectation) = output {
        if expectation.passed {
          if options.output { met.append(output) }
          continue
        }
      } else if !options.output {
        continue
      }
      endRun()
      shown.append(.output(output))
    }
    endRun()
    return shown
  }
}
