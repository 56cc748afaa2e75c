import Results

/// What a report says and shows of a sweep.
struct SweepReport {
  private let record: SweepRecord

  init(_ record: SweepRecord) { self.record = record }

  private func shown(_ value: Double) -> String { NumberStyle.significant(3).text(for: value).plain }

  /// - Parameter start: how the runs start
  func words(start: String) -> String {
    let count = record.runs.reduce(0) { $0 + $1.count }
    var text =
      "sweep of the \(record.subject), \(count) run\(count == 1 ? "" : "s"), each from \(start): "
    if let least = record.least, let greatest = record.greatest, least.result == greatest.result {
      text += "\(record.measure) \(shown(least.result))" + (record.finished.count > 1 ? " in each of them" : "")
    } else if let least = record.least, let greatest = record.greatest {
      text += "\(record.measure) from \(shown(least.result)) (\(record.name(value: least.value, seed: least.seed))) "
      text += "to \(shown(greatest.result)) (\(record.name(value: greatest.value, seed: greatest.seed)))"
    } else {
      text += "no run stayed finite"
    }
    let lost = count - record.finished.count
    if lost > 0, lost < count { text += "; \(lost) run\(lost == 1 ? "" : "s") did not stay finite" }
    return text + "; the network itself is as it was before"
  }

  // MARK: Tables

  var tables: [NamedArray] { record.seeds.isEmpty ? [singleRuns] : [allRuns, summary] }

  /// A row for each run, with what it came to: a loss beside that at the start.
  private var singleRuns: NamedArray {
    let runs = record.runs.map { $0[0] }
    let isLoss = record.measure == "loss"
    var columns = isLoss ? ["loss at the start", "loss at the end"] : [record.measure]
    var values: [[Double?]] = runs.map { isLoss ? [$0.costs.first, $0.result] : [$0.result] }
    if runs.contains(where: { $0.stop != nil }) {
      columns.append("epochs")
      for (row, run) in runs.enumerated() { values[row].append(Double(max(0, run.costs.count - 1))) }
    }
    return NamedArray(
      title: "sweep of the \(record.subject)", rowHeading: record.subject, rows: record.values.map(\.name),
      columns: columns, values: values)
  }

  /// The longer of the two lists stands in rows, so that the table is narrow.
  private var allRuns: NamedArray {
    let results = record.runs.map { $0.map(\.result) }
    let (values, seeds) = (record.values.map(\.name), record.seeds.map(String.init))
    let title = "\(record.measure) of each run"
    guard seeds.count > values.count else {
      return NamedArray(
        title: title, rowHeading: record.subject, rows: values, columnHeading: "seed", columns: seeds, values: results)
    }
    return NamedArray(
      title: title, rowHeading: "seed", rows: seeds, columnHeading: record.subject, columns: values,
      values: seeds.indices.map { seed in results.map { $0[seed] } })
  }

  private var summary: NamedArray {
    NamedArray(
      title: "\(record.measure) over the seeds", rowHeading: record.subject, rows: record.values.map(\.name),
      columns: ["smallest", "median", "largest"],
      values: record.runs.map { row in
        let results = row.compactMap(\.result)
        return [results.min(), median(of: results), results.max()]
      })
  }

  // MARK: Pictures

  /// A point for each run; nil where none stayed finite. Axes are logarithmic where numbers differ by much.
  var picture: Picture? {
    guard let least = record.least, let greatest = record.greatest else { return nil }
    let numbers = record.values.map { $0.number ?? 0 }
    func place(_ value: Int) -> Double { record.hasNumbers ? numbers[value] : Double(value) }
    let points = record.finished.map { LineChart.Point(place($0.value), $0.result) }
      .enumerated().sorted { ($0.element.x, $0.offset) < ($1.element.x, $1.offset) }.map(\.element)
    let horizontal = LineChart.Axis(
      record.subject, scale: record.isQuantitative ? Self.scale(for: numbers) : .linear,
      counts: record.hasNumbers && numbers.allSatisfy { $0 == $0.rounded() },
      names: record.hasNumbers ? nil : record.values.map(\.name))
    let title = record.measure == "loss" ? "loss after training" : record.measure
    let vertical = LineChart.Axis(title, scale: Self.scale(for: record.finished.map(\.result)))
    var series: [LineChart.Series]
    if record.seeds.isEmpty {
      series = [
        LineChart.Series(record.measure, points: points, marks: record.isQuantitative ? .linkedPoints : .points)
      ]
    } else {
      let medians = record.runs.enumerated().compactMap { value, row in
        median(of: row.compactMap(\.result)).map { LineChart.Point(place(value), $0) }
      }
      let sorted = medians.enumerated().sorted { ($0.element.x, $0.offset) < ($1.element.x, $1.offset) }
      series = [
        LineChart.Series("single runs", points: points, marks: .points),
        LineChart.Series(
          "median", points: sorted.map(\.element), marks: record.isQuantitative ? .linkedPoints : .points),
      ]
    }
    var description =
      "A point for each run of the sweep: the \(title) by the \(record.subject). "
      + "The smallest is \(shown(least.result)), with \(record.name(value: least.value, seed: least.seed)); "
      + "the largest is \(shown(greatest.result)), with \(record.name(value: greatest.value, seed: greatest.seed))."
    if let middle = median(of: record.finished.map(\.result)) { description += " The median is \(shown(middle))." }
    if horizontal.scale == .logarithmic || vertical.scale == .logarithmic {
      let both = horizontal.scale == vertical.scale
      let axis = both ? "Both axes are" : "The \(vertical.scale == .logarithmic ? "vertical" : "horizontal") axis is"
      description += " \(axis) logarithmic."
    }
    return Picture(
      title: "\(title) by \(record.subject)", description: description,
      content: .lineChart(LineChart(horizontal: horizontal, vertical: vertical, series: series)))
  }

  /// The loss of every run over its epochs.
  ///
  /// - Parameter isLogarithmic: whether equal distances are equal ratios
  func curves(isLogarithmic: Bool) -> Picture? {
    guard let least = record.least, let greatest = record.greatest else { return nil }
    let series = record.runs.enumerated().flatMap { value, row in
      row.enumerated().map { seed, run in
        LineChart.Series(
          record.shortName(value: value, seed: seed),
          points: run.costs.enumerated().map { LineChart.Point(Double($0), $1) })
      }
    }
    return Picture(
      title: "loss of each run of the sweep\(isLogarithmic ? ", on a log scale" : "")",
      description: "\(series.count) curves of the loss over the epochs, one for each run of the sweep of the "
        + "\(record.subject)\(isLogarithmic ? ", on a log scale" : ""). "
        + "At the end the \(record.measure) is between \(shown(least.result)), with "
        + "\(record.name(value: least.value, seed: least.seed)), and \(shown(greatest.result)), with "
        + "\(record.name(value: greatest.value, seed: greatest.seed)).",
      content: .lineChart(
        LineChart(
          horizontal: LineChart.Axis("epoch", counts: true),
          vertical: LineChart.Axis("loss", scale: isLogarithmic ? .logarithmic : .linear), series: series)))
  }

  /// Logarithmic where the largest of some numbers greater than 0 is more than 30 times the smallest.
  static func scale(for numbers: [Double]) -> LineChart.Scale {
    guard let least = numbers.min(), let greatest = numbers.max(), least > 0 else { return .linear }
    return greatest / least > 30 ? .logarithmic : .linear
  }
}

extension SweepRecord {
  /// Whether the values are numbers and not names.
  var hasNumbers: Bool { values.allSatisfy { $0.number != nil } }
}
