import Results

extension HTMLRenderer {
  /// - Parameters:
  ///   - number: `Table 1` as HTML, where the cell has a label
  ///   - title: what the author or else the result calls it, as HTML
  func html(for array: NamedArray, number: String, title: String) -> String {
    let name = HTMLEscaping.text(
      !array.title.isEmpty ? array.title : array.symbol ?? array.rows.joined(separator: ", "))
    if array.layout == .matrix,
      let matrix = formula(
        page.formulas.preparing(MatrixTeX.equation(array, page.language), forKaTeX: true), display: true)
    {
      return "<figure class=\"matrix\"><div class=\"scroll\" tabindex=\"0\" role=\"group\" "
        + "aria-label=\"\(name)\">\(matrix)</div>"
        + ((number + title).isEmpty ? "" : "<figcaption>\(number)\(title)</figcaption>") + "</figure>\n"
    }
    let symbol = array.symbol.flatMap { symbolFormula($0) }.map { $0 + " " } ?? ""
    let caption = number + symbol + title
    return "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(name)\">\n"
      + "<table class=\"numbers\">\n\(caption.isEmpty ? "" : "<caption>\(caption)</caption>\n")\(head(of: array))\(body(of: array))</table>\n</div>\n"
  }

  private func head(of array: NamedArray) -> String {
    let hasRowNames = array.rows.contains { !$0.isEmpty }
    let kind = array.figuresOfRows == nil ? "" : " figures"
    let corner =
      array.rowHeading.isEmpty
      ? "<td></td>" : "<th scope=\"col\" class=\"names\(kind)\">\(HTMLEscaping.text(array.rowHeading))</th>"
    var head = "<thead>\n"
    if let heading = array.columnHeading, !heading.isEmpty {
      head += "<tr>\(hasRowNames ? "<td></td>" : "")"
      head +=
        "<th scope=\"colgroup\" colspan=\"\(max(1, array.columns.count))\">\(HTMLEscaping.text(heading))</th></tr>\n"
    }
    if !array.columnGroups.isEmpty {
      head += "<tr>\(hasRowNames ? "<td></td>" : "")"
      head += array.columnGroups.map { group in
        "<th scope=\"colgroup\" colspan=\"\(group.count)\">\(HTMLEscaping.text(group.name))</th>"
      }.joined()
      head += "</tr>\n"
    }
    head += "<tr>\(hasRowNames ? corner : "")"
    head += array.columns.map { "<th scope=\"col\">\(HTMLEscaping.text($0))</th>" }.joined()
    return head + "</tr>\n</thead>\n"
  }

  private func body(of array: NamedArray) -> String {
    let texts = array.texts
    let columns = array.columns.indices.map { column in AlignedColumn(texts.map { $0[column] }, page.language) }
    let figures = array.figuresOfRows
    let rows = array.rows.indices.map { row in
      let name =
        array.rows.contains { !$0.isEmpty }
        ? "<th scope=\"row\"\(figures == nil ? "" : " class=\"figures\"")>"
          + "\(HTMLEscaping.text((figures ?? array.rows)[row].keepingNumber))</th>" : ""
      return "<tr>\(name)\(columns.map { "<td>\($0.html(at: row))</td>" }.joined())</tr>\n"
    }
    return "<tbody>\n\(rows.joined())</tbody>\n"
  }
}

extension String {
  /// `output 1` stays on one line, `weighted inputs` may take two.
  fileprivate var keepingNumber: String {
    guard let space = lastIndex(of: " "), self[index(after: space)...].allSatisfy(\.isNumber) else { return self }
    return self[..<space] + "\u{A0}" + self[index(after: space)...]
  }
}

extension NamedArray {
  /// The names of the rows where all are numbers, filled up behind the point with spaces as wide as figures; else nil.
  fileprivate var figuresOfRows: [String]? {
    let signs: Set<Character> = [".", ","]
    var fractions: [Int] = []
    for name in rows {
      let parts = name.drop { $0 == "−" || $0 == "-" }.split(omittingEmptySubsequences: false) { signs.contains($0) }
      guard parts.count < 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isWholeNumber) }) else { return nil }
      fractions.append(parts.count == 2 ? parts[1].count : -1)
    }
    guard let widest = fractions.max() else { return nil }
    return zip(rows, fractions).map { name, digits in
      // The width of a point, and of a figure.
      digits == widest
        ? name
        : name + (digits < 0 ? "\u{2008}" : "") + String(repeating: "\u{2007}", count: widest - max(digits, 0))
    }
  }
}

/// A column of numbers whose decimal points stand below each other.
///
/// With one number of decimals throughout, right alignment does it. Where a word or a power of ten interferes, the
/// digits before and after the point get boxes of fixed width.
struct AlignedColumn {
  private let texts: [NumberText?]
  private let language: Language
  private let isUniform: Bool
  private let integerWidth: Double
  private let fractionWidth: Double

  init(_ texts: [NumberText?], _ language: Language) {
    self.texts = texts
    self.language = language
    let parts = texts.compactMap { $0 }.map(Self.parts)
    isUniform = Set(texts.compactMap { $0 }.map(Self.shape)).count < 2
    // Signs are wider than digits.
    let slack = parts.contains { $0.front.hasPrefix("−") || $0.tail.contains("×") } ? 0.6 : 0
    integerWidth = Double(parts.map(\.front.count).max() ?? 0) + slack
    fractionWidth = Double(parts.map(\.tail.count).max() ?? 0)
  }

  func html(at row: Int) -> String {
    guard let text = texts[row] else { return "<span class=\"none\">–</span>" }
    guard !isUniform else { return language.html(text) }
    let front = Self.parts(text).front
    let tail = language.html(text).dropFirst(front.count)
    return "<span class=\"front\" style=\"width:\(integerWidth)ch\">\(front)</span>"
      + "<span class=\"tail\" style=\"width:\(fractionWidth)ch\">\(tail)</span>"
  }

  /// What two entries must share for their points to align when their right edges do.
  private static func shape(_ text: NumberText) -> [Int?] {
    guard case .number(_, _, let fraction, let exponent) = text else { return [] }
    return [fraction.count, exponent.map { String($0).count }]
  }

  private static func parts(_ text: NumberText) -> (front: String, tail: String) {
    guard case .number(let isNegative, let integer, _, _) = text else { return (text.plain, "") }
    let front = (isNegative ? "−" : "") + integer
    return (front, String(text.plain.dropFirst(front.count)))
  }
}
