/// What the rows and columns of a matrix are, in the words of authors: `one row per sample`, `one column per hidden unit`.
enum NotationRows {
  typealias Rule = NotationWording.Rule

  /// Matrices of all examples, whatever these are called: `takeExamplesOfLayout` has seen to that.
  static let ofExamples: [Rule] = {
    var rules: [Rule] = []
    for (line, lines) in [("row", "rows"), ("column", "columns")] {
      let name = "one \(line) per example"
      for written in [
        "one \(line) per example", "a \(line) per example", "one example per \(line)", "an example per \(line)",
        "a \(line) for each example", "one \(line) for each example", "one \(line) for every example",
        "each \(line) an example", "each \(line) is example", "each \(line) one example", "one example in each \(line)",
        "examples in \(lines)", "examples as \(lines)", "examples in its \(lines)", "examples as its \(lines)",
        "examples stacked in \(lines)", "examples stacked as \(lines)", "\(lines) are examples",
        "whose \(lines) are examples",
      ] {
        rules += [Rule(written, name), Rule("with \(written)", name)]
      }
      rules += [Rule("stacked in \(lines)", name), Rule("stacked as \(lines)", name)]
    }
    return rules
  }()

  /// Matrices of weights, once it is known of which layer they are.
  static let rules: [Rule] = {
    var rules: [Rule] = []
    for (line, lines) in [("row", "rows"), ("column", "columns")] {
      for (ends, units) in [("from", before), ("to", after)] {
        for unit in units {
          for written in phrases(line, lines, unit) { rules.append(Rule(written, "\(lines) \(ends)")) }
        }
      }
      // Hidden units are before the weights of the output layer and behind those of their own.
      for unit in NotationWording.unitWords {
        for (layer, ends) in [("hidden", "to"), ("output", "from"), ("1", "to"), ("2", "from")] {
          for written in phrases(line, lines, "hidden \(unit)") {
            rules += [
              Rule("layer \(layer) , \(written)", "layer \(layer) , \(lines) \(ends)"),
              Rule("layer \(layer) \(written)", "layer \(layer) , \(lines) \(ends)"),
            ]
          }
        }
      }
    }
    return rules
  }()

  private static func phrases(_ line: String, _ lines: String, _ unit: String) -> [String] {
    [
      "one \(line) per \(unit)", "a \(line) per \(unit)", "one \(line) for each \(unit)", "a \(line) for each \(unit)",
    ].flatMap { [$0, "with \($0)"] }
  }

  /// `hidden units in rows` as one row for each, before hidden units are read as what they pass on.
  static let ofUnits: [Rule] = [("row", "rows"), ("column", "columns")].flatMap { line, lines -> [Rule] in
    (["input", "output", "feature"]
      + NotationWording.unitWords.flatMap { ["hidden \($0)", "output \($0)", "input \($0)"] })
      .flatMap { unit -> [Rule] in
        ["in", "as", "in its", "as its"].map { Rule("\(unit)s \($0) \(lines)", "one \(line) per \(unit)") }
      } + [Rule("classes in \(lines)", "one \(line) per class")]
  }

  /// What the weights of a layer come from.
  private static let before =
    ["input", "source"]
    + NotationWording.unitWords.flatMap { unit in
      ["input \(unit)", "\(unit) of previous layer", "\(unit) in previous layer", "\(unit) of layer before"]
    }
  /// What they lead to.
  private static let after =
    ["output"] + NotationWording.classWords
    + NotationWording.unitWords.flatMap { unit in
      ["output \(unit)", "\(unit)", "\(unit) of layer", "\(unit) of next layer", "\(unit) in next layer"]
    }
}

extension Phrase {
  /// `one row per sample` is `one row per example`: other words for an example, where a matrix is laid out.
  mutating func takeExamplesOfLayout() {
    guard tokens[position...].contains(where: { ["row", "rows", "column", "columns"].contains($0.text) }) else {
      return
    }
    var place = position
    while place < tokens.count {
      defer { place += 1 }
      let isBefore = place > position && Self.beforeExamples.contains(tokens[place - 1].text)
      for words in Self.examples {
        let end = place + words.count
        guard end <= tokens.count, zip(tokens[place...], words).allSatisfy({ $0.text == $1 }),
          isBefore || end < tokens.count && Self.afterExamples.contains(tokens[end].text)
        else { continue }
        var word = tokens[place]
        word.text = words[words.count - 1].hasSuffix("s") ? "examples" : "example"
        replace(place..<end, by: [word])
        break
      }
    }
  }

  /// `shape (inputs, hidden)` says what the rows and the columns are.
  mutating func takeShape() {
    guard let word = tokens[position...].firstIndex(where: { ["shape", "dimensions", "size"].contains($0.text) }),
      word + 1 < tokens.count, tokens[word + 1].text == "(",
      let close = tokens[word...].firstIndex(where: { $0.text == ")" }),
      close > word + 2
    else { return }
    guard let comma = tokens[word..<close].firstIndex(where: { $0.text == "," }) else {
      // `shape (out)`: a vector, which it is anyway.
      replace((word > position && tokens[word - 1].text == "," ? word - 1 : word)..<(close + 1), by: [])
      return
    }
    guard
      let layout = Self.layout(
        tokens[(word + 2)..<comma].map(\.text).joined(separator: " "),
        tokens[(comma + 1)..<close].map(\.text).joined(separator: " "))
    else { return }
    let start = word > position && ["of", "with"].contains(tokens[word - 1].text) ? word - 1 : word
    let bytes = tokens[start].range.lowerBound..<tokens[close].range.upperBound
    let words = layout.split(separator: " ").map {
      Token(kind: .word, text: String($0), range: bytes, line: tokens[word].line)
    }
    let hasComma = start > position && tokens[start - 1].text == ","
    let comma1 = Token(kind: .symbol, text: ",", range: bytes, line: tokens[word].line)
    replace(start..<(close + 1), by: (hasComma ? [] : [comma1]) + words)
  }

  private static func layout(_ rows: String, _ columns: String) -> String? {
    let sources = ["inputs", "features", "in", "n_in"]
    let hidden = ["hidden", "hidden units", "hidden neurons"]
    let results = ["outputs", "classes", "out", "n_out", "units", "neurons"]
    if ones.contains(rows), !ones.contains(columns) { return "as a row" }
    if ones.contains(columns), !ones.contains(rows) { return "as a column" }
    if numbersOfExamples.contains(rows) { return "one row per example" }
    if numbersOfExamples.contains(columns) { return "one column per example" }
    func isBehind(_ from: String, _ to: String) -> Bool {
      sources.contains(from) && (hidden + results).contains(to) || hidden.contains(from) && results.contains(to)
    }
    return isBehind(rows, columns) ? "rows from" : isBehind(columns, rows) ? "rows to" : nil
  }

  private static let ones: Set<String> = ["1", "one"]
  private static let numbersOfExamples = Set(
    ["examples", "batch", "batch size", "number of examples"] + NotationWording.exampleWords.map { $0 + "s" })
  private static let examples: [[String]] = NotationWording.exampleWords
    .flatMap { word -> [String] in [word, word + "s"] }
    .map { $0.split(separator: " ").map(String.init) }.sorted { $0.count > $1.count }
  private static let beforeExamples: Set<String> = ["per", "each", "every", "one", "a", "an", "are", "is", "with"]
  private static let afterExamples: Set<String> = ["per", "in", "as", "stacked", "are"]
}
