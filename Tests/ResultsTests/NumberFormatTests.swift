import FoundationEssentials
import Results
import Testing

/// Rounded numbers against Python's decimal module: `Tests/Fixtures/numbers/make_numbers.py` wrote the file.
@Suite struct NumberFormatTests {
  struct Reference {
    var value: Double
    var style: NumberStyle
    var text: NumberText
  }

  static func references() throws -> [Reference] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/numbers/numbers.tsv")
    return try String(decoding: Data(contentsOf: file), as: UTF8.self).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      let count = try #require(Int(fields[2]))
      return Reference(
        value: try #require(Double(fields[0])),
        style: fields[1] == "significant" ? .significant(count) : .decimals(count),
        text: .number(
          isNegative: fields[3] == "1", integer: String(fields[4]), fraction: String(fields[5]),
          exponent: Int(fields[6])))
    }
  }

  @Test func `rounds the exact binary value as decimal arithmetic does`() throws {
    let references = try Self.references()
    #expect(references.count > 2000)
    for reference in references {
      #expect(reference.style.text(for: reference.value) == reference.text, "\(reference.value) \(reference.style)")
    }
  }

  @Test(arguments: [
    (-0.0, NumberStyle.decimals(2), "0.00"), (-0.001, .decimals(2), "0.00"), (-1.5e-7, .significant(3), "−1.5×10⁻⁷"),
    (.nan, .significant(3), "NaN"), (-.infinity, .significant(3), "−∞"), (.infinity, .decimals(3), "∞"),
    (0.298371109, NumberStyle(), "0.298371"), (1234567, NumberStyle(), "1.23457×10⁶"),
    (2_000_000, NumberStyle(), "2000000"),
    (1.25, .decimals(Int.max), "1.25" + String(repeating: "0", count: 1098)), (1.25, .significant(.min), "1"),
  ])
  func `writes a number as people do`(value: Double, style: NumberStyle, expected: String) {
    #expect(style.text(for: value).plain == expected)
  }

  @Test(
    arguments: [
      ([0.15, -12.5, 3], NumberStyle(), ["0.15", "−12.50", "3.00"]),
      ([0.7513650695523157, 0.7729284653214625], NumberStyle(), ["0.751365", "0.772928"]),
      ([123.456789, 0.00123456789], NumberStyle(), ["123.45679", "0.00123"]),
      ([0.2, -0.3, 0.5], NumberStyle(), ["0.2", "−0.3", "0.5"]),
      ([0.1, 0.05], NumberStyle(), ["0.10", "0.05"]),
      ([1, 1e-9], NumberStyle(), ["1", "1×10⁻⁹"]),
      ([2e-7, -3.25e-9, 0], .significant(3), ["2.00×10⁻⁷", "−3.25×10⁻⁹", "0"]),
      ([1, 0, 2000], .significant(2), ["1", "0", "2000"]),
      ([1.005, nil, .infinity], .decimals(2), ["1.00", nil, "∞"]),
      ([], NumberStyle(), []),
    ] as [([Double?], NumberStyle, [String?])])
  func `gives a column one number of decimals`(values: [Double?], style: NumberStyle, expected: [String?]) {
    #expect(NumberColumn(values, style: style).texts.map { $0?.plain } == expected)
  }

  @Test func `sets a matrix as a whole and a table by its columns`() {
    var array = NamedArray(
      title: "W", layout: .matrix, rows: ["1", "2"], columns: ["1", "2"], values: [[0.5, 10], [0.25, 20]])
    #expect(array.texts.map { $0.map { $0?.plain } } == [["0.50", "10.00"], ["0.25", "20.00"]])
    array.layout = .table
    #expect(array.texts.map { $0.map { $0?.plain } } == [["0.50", "10"], ["0.25", "20"]])
  }
}
