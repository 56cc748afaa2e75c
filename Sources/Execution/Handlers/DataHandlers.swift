import Diagnostics
import Directives
import Documents
import Networks
import Results
import Tensors

extension Session {
  mutating func run(_ definition: DataDefinition) throws(RunProblem) -> [Output] {
    let set: DataSet
    var origin = ""
    switch definition.origin {
    case .inline(let inline):
      set = try dataSet(inline, at: definition.span)
    case .table(let label):
      let written = try tableOfDocument(label, at: definition.originSpan)
      set = try dataSet(
        try divided(written, targets: definition.targets, at: definition.originSpan), at: definition.span)
    case .file(let path):
      let written = try tableOfFile(path, at: definition.originSpan)
      set = try dataSet(
        try divided(written, targets: definition.targets, at: definition.originSpan), at: definition.span)
    case .files(let inputs, let targets, let first):
      set = try dataSet(inputs: inputs, targets: targets, first: first, at: definition.span)
    case .generator(let generator, let seed):
      guard generator.numbers <= settings.dataLimit else {
        throw .tooMuchData(generator: generator.name, limit: settings.dataLimit, definition.originSpan)
      }
      set = generator.data(seed: seed)
      guard set.inputs.isFinite, set.targets.isFinite else {
        throw .nonFinite(quantity: "data", layer: nil, epoch: nil, definition.originSpan)
      }
      origin = " \(generator.name)\(generator.isRandom ? ", seed \(seed)" : "")"
    }
    data = PlacedData(set: set, span: definition.span)
    lost.remove(.data)
    func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
    let (inputs, targets) = (set.inputNames.count, set.targetNames.count)
    return [
      .message(
        "data\(origin): \(counted(set.examples, "example")), \(counted(inputs, "input")), \(counted(targets, "target"))"
      )
    ]
  }

  private func dataSet(_ table: DataTable, at span: SourceSpan) throws(RunProblem) -> DataSet {
    let (inputs, targets) = (table.inputNames.count, table.targetNames.count)
    do throws(ShapeError) {
      return try DataSet(
        inputNames: table.inputNames, targetNames: table.targetNames,
        inputs: Tensor([table.rows.count, inputs], table.rows.flatMap { $0.prefix(inputs) }),
        targets: Tensor([table.rows.count, targets], table.rows.flatMap { $0.suffix(targets) }))
    } catch {
      throw .mismatch(error, span)
    }
  }

  /// Parts the columns into inputs and targets: those named, or the last.
  private func divided(
    _ table: NumberTable, targets: [DataDefinition.Word], at span: SourceSpan
  ) throws(RunProblem) -> DataTable {
    guard table.names.count > 1, !table.rows.isEmpty else {
      throw .file("a table of examples needs at least two columns and one row of numbers", span)
    }
    for (index, name) in table.names.enumerated() where table.names[..<index].contains(name) {
      throw .file("two columns are named `\(name)`", span)
    }
    for target in targets where !table.names.contains(target.text) {
      throw .unknownColumn(target.text, known: table.names, target.span)
    }
    let names = targets.isEmpty ? [table.names[table.names.count - 1]] : targets.map(\.text)
    let right = names.compactMap { table.names.firstIndex(of: $0) }
    let left = table.names.indices.filter { !right.contains($0) }
    guard !left.isEmpty else { throw .file("no column is left for the inputs", span) }
    return DataTable(
      inputNames: left.map { table.names[$0] }, targetNames: right.map { table.names[$0] },
      rows: table.rows.map { row in (left + right).map { row[$0] } })
  }

  /// A pipe table of the notebook with the label `{#tbl-…}`.
  private func tableOfDocument(_ label: String, at span: SourceSpan) throws(RunProblem) -> NumberTable {
    let tables = document.labelledTables
    guard let found = tables.first(where: { $0.label == label }) else {
      throw .unknownTable(label, known: tables.map(\.label), span)
    }
    var rows: [[Double]] = []
    for row in found.table.rows {
      var numbers: [Double] = []
      for entry in row {
        let text = document.source[entry.span].trimmed
        guard let value = number(text) else { throw .field("`\(text)` is not a number", entry.span) }
        numbers.append(value)
      }
      rows.append(numbers)
    }
    return NumberTable(names: found.table.header.map { document.source[$0.span].trimmed }, rows: rows)
  }

  func content(of path: String, at span: SourceSpan) throws(RunProblem) -> [UInt8] {
    switch settings.readFile(path) {
    case .success(let content): return content
    case .failure(.missing): throw .file("there is no file `\(path)` beside the notebook", span)
    case .failure(.outside):
      throw .file("`\(path)` leaves the notebook's folder", span, help: "move the data beneath the notebook's folder")
    case .failure(.tooLarge): throw .file("`\(path)` is too large to be read", span)
    case .failure(.unreadable): throw .file("`\(path)` cannot be read", span)
    }
  }

  private func tableOfFile(_ path: String, at span: SourceSpan) throws(RunProblem) -> NumberTable {
    let bytes = try content(of: path, at: span)
    if bytes.starts(with: [0, 0]) {
      throw .file(
        "`\(path)` is no table of text", span,
        help: "inputs and targets of IDX files are two: `define data from \"\(path)\" and \"…\"`")
    }
    let records: [CSV.Record]
    do throws(CSV.Failure) {
      records = try CSV.records(of: bytes)
    } catch {
      throw .field("\(path):\(error.line):\(error.column): \(error.message)", span)
    }
    guard let header = records.first else { throw .file("`\(path)` is empty", span) }
    var rows: [[Double]] = []
    for record in records.dropFirst() {
      let line = record.fields[0].line
      guard record.fields.count == header.fields.count else {
        throw .field(
          "\(path):\(line): this row has \(record.fields.count) fields, the first line names \(header.fields.count)",
          span)
      }
      var numbers: [Double] = []
      for (index, field) in record.fields.enumerated() {
        let text = field.text.trimmed
        guard let value = number(text) else {
          let what = text.isEmpty ? "the field is empty" : "`\(text)` is not a number"
          throw .field(
            "\(path):\(field.line):\(field.column): \(what) (column `\(header.fields[index].text.trimmed)`)", span)
        }
        numbers.append(value)
      }
      rows.append(numbers)
    }
    return NumberTable(names: header.fields.map { $0.text.trimmed }, rows: rows)
  }

  private func number(_ text: String) -> Double? {
    let plain = text.hasPrefix("−") ? "-" + text.dropFirst() : text
    guard plain.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }) else {
      return nil
    }
    let padded = plain.hasPrefix(".") ? "0" + plain : plain.hasPrefix("-.") ? "-0" + plain.dropFirst() : plain
    return Double(padded).flatMap { $0.isFinite ? $0 : nil }
  }
}

private struct NumberTable {
  var names: [String]
  var rows: [[Double]]
}

extension String {
  fileprivate var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r\n" || $0 == "\r" }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
