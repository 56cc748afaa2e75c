import Diagnostics
import Networks
import Tensors

extension Session {
  /// The examples of two IDX files.
  ///
  /// - Parameter first: how many of them; nil for all
  func dataSet(
    inputs: String, targets: String, first: Int?, at span: SourceSpan
  ) throws(RunProblem) -> DataSet {
    let (left, right) = (try array(inputs, at: span), try array(targets, at: span))
    guard left.count == right.count else {
      throw .file("`\(inputs)` has \(left.count) examples, `\(targets)` has \(right.count)", span)
    }
    let count = first ?? left.count
    guard count > 0, count <= left.count else {
      throw .file("`\(inputs)` has \(left.count) example\(left.count == 1 ? "" : "s")", span)
    }
    let (columns, overflows) = count.multipliedReportingOverflow(by: left.width)
    for (path, array) in [(inputs, left), (targets, right)] where array.width == 0 {
      throw .file("`\(path)` has no numbers", span)
    }
    guard !overflows, columns <= settings.dataLimit else {
      throw .file(
        "\(count) examples of \(left.width) inputs are more than \(settings.dataLimit) numbers, the limit", span,
        help: "take some of them: `, first \(max(1, settings.dataLimit / max(1, left.width) / 10)) examples`")
    }
    let (names, rows) = try targetColumns(right.numbers(first: count), of: right, named: targets, at: span)
    let scale = left.kind == .unsignedByte ? 255.0 : 1
    let set: DataSet
    do throws(ShapeError) {
      set = try DataSet(
        inputNames: (0..<left.width).map { "x\($0 + 1)" }, targetNames: names,
        inputs: Tensor([count, left.width], left.numbers(first: count).map { $0 / scale }),
        targets: Tensor([count, names.count], rows))
    } catch {
      throw .mismatch(error, span)
    }
    guard set.inputs.isFinite, set.targets.isFinite else {
      throw .nonFinite(quantity: "data", layer: nil, epoch: nil, span)
    }
    return set
  }

  private func array(_ path: String, at span: SourceSpan) throws(RunProblem) -> IDX {
    let bytes = try content(of: path, at: span)
    do throws(IDX.Failure) {
      return try IDX(bytes)
    } catch {
      throw .file("`\(path)` is no IDX file: \(error.message)", span)
    }
  }

  /// A whole number for each example is its class, with a column for every class; anything else stands as it is.
  private func targetColumns(
    _ numbers: [Double], of array: IDX, named path: String, at span: SourceSpan
  ) throws(RunProblem) -> (names: [String], rows: [Double]) {
    guard array.rank == 0, array.kind.isWhole else {
      return (array.width == 1 ? ["y"] : (0..<array.width).map { "y\($0 + 1)" }, numbers)
    }
    // Of all examples, so that the columns are the same for some of them.
    let all = array.numbers(first: array.count)
    let (least, greatest) = (all.min() ?? 0, all.max() ?? 0)
    guard least >= 0, greatest < 1000 else {
      throw .file("`\(path)` has class numbers from \(Int(least)) to \(Int(greatest)), and not from 0 to 999", span)
    }
    let classes = Int(greatest) + 1
    var rows = [Double](repeating: 0, count: numbers.count * classes)
    for (example, number) in numbers.enumerated() { rows[example * classes + Int(number)] = 1 }
    return ((0..<classes).map { "y\($0)" }, rows)
  }
}
