import Catalog
package import Diagnostics
package import Networks

/// The examples: an inline table, a labelled table of the notebook, a file, or what a generator makes.
package struct DataDefinition: Sendable {
  package enum Origin: Sendable {
    case inline(DataTable)
    /// `define data from @tbl-xor`
    case table(label: String)
    /// `define data from "xor.csv"`
    case file(path: String)
    /// `define data from "images.idx" and "labels.idx", first 1000 examples`
    case files(inputs: String, targets: String, first: Int?)
    /// `define data moons 200, noise 0.1, seed 1`
    case generator(DataGenerator, seed: UInt64)
  }
  package var origin: Origin
  /// Where no `|` parts inputs from targets: the names of the target columns.
  package var targets: [Word]
  package var span: SourceSpan
  /// The label or the path, for what is wrong with it.
  package var originSpan: SourceSpan

  package struct Word: Sendable, Hashable {
    package var text: String
    package var span: SourceSpan
  }

  private static let targetsOption = CatalogEntry(
    .option, "targets", aliases: ["target"], form: "targets <column> <column> …",
    summary: "The columns that the network is to produce; the others are its inputs. Default: the last column.")

  private static let firstOption = CatalogEntry(
    .option, "first", form: "first <n> examples",
    summary: "Takes so many of the examples of two IDX files, and not all of them.")

  private static let seedOption = CatalogEntry(
    .option, "seed", form: "seed <whole number>", summary: "Chooses the random numbers of a generator; default 0.")

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "define data",
      form:
        "define data ⏎ <names> | <names> ⏎ <numbers> | <numbers> …, or define data from @tbl-<label>, or define data from \"<file>.csv\", or define data from \"<inputs>.idx\" and \"<targets>.idx\", or define data <generator>",
      summary:
        "Gives the examples: inputs left of the bar, targets right of it, parted by spaces, with or without commas; or as a generator makes them. Of IDX files, inputs "
        + "that are bytes are divided by 255, and targets that are class numbers become a column for each class."),
    options: [targetsOption, firstOption, seedOption] + DataGenerator.options.map(\.entry), provides: .data,
    read: { read(&$0).map(Directive.defineData) })

  private static func read(_ phrase: inout Phrase) -> DataDefinition? {
    let start = phrase.position
    guard phrase.take("from") else {
      _ = phrase.take(":")
      let isTable = phrase.tokens.contains { $0.line == 0 && $0.text == "|" }
      if !isTable, let word = phrase.next, word.line == 0, word.kind == .word { return readGenerator(&phrase) }
      guard let table = DataTable.reading(&phrase) else { return nil }
      let span = phrase.span(from: start)
      return DataDefinition(origin: .inline(table), targets: [], span: span, originSpan: span)
    }
    _ = phrase.take("table")
    guard let token = phrase.next else {
      phrase.report(.expected("`@tbl-…` or a file in quotation marks", found: phrase.found))
      return nil
    }
    var origin: Origin
    switch token.kind {
    case .string(let path):
      phrase.advance()
      origin = .file(path: path)
    case .word:
      phrase.advance()
      origin = .table(label: token.text)
    case .symbol where token.text == "@" && phrase.token(ahead: 1)?.kind == .word:
      phrase.advance()
      let word = phrase.takeWord()
      origin = .table(label: word?.text ?? "")
    case .unterminated:
      phrase.report(.unterminated(token.text), at: phrase.span(of: token))
      return nil
    default:
      phrase.report(.expected("`@tbl-…` or a file in quotation marks", found: phrase.found))
      return nil
    }
    if case .file(let path) = origin, phrase.take("and") {
      return readFiles(inputs: path, &phrase, from: start)
    }
    let originSpan = phrase.span(from: phrase.position - 1)
    var targets: [Word] = []
    let isRead = phrase.readOptions(of: "define data", [targetsOption]) { phrase, _ in
      while let word = phrase.takeWord() { targets.append(Word(text: word.text, span: phrase.span(of: word))) }
      guard targets.isEmpty else { return () }
      phrase.report(.expected("the names of the target columns", found: phrase.found))
      return nil
    }
    guard isRead else { return nil }
    return DataDefinition(origin: origin, targets: targets, span: phrase.span(from: start), originSpan: originSpan)
  }

  /// The second file, and what of both is taken.
  private static func readFiles(inputs: String, _ phrase: inout Phrase, from start: Int) -> DataDefinition? {
    guard let token = phrase.next, case .string(let targets) = token.kind else {
      phrase.report(.expected("a file in quotation marks, with the targets", found: phrase.found))
      return nil
    }
    let originSpan = phrase.span(of: token)
    phrase.advance()
    var first: Int?
    let isRead = phrase.readOptions(of: "define data", [firstOption]) { phrase, _ in
      guard let count = phrase.readCount(of: "the number of examples") else { return nil }
      if !phrase.take("examples") { _ = phrase.take("example") }
      first = count
      return ()
    }
    guard isRead else { return nil }
    return DataDefinition(
      origin: .files(inputs: inputs, targets: targets, first: first), targets: [], span: phrase.span(from: start),
      originSpan: originSpan)
  }

  private static func readGenerator(_ phrase: inout Phrase) -> DataDefinition? {
    let start = phrase.position
    let generators = DataGenerator.all
    guard let index = phrase.takeOne(of: generators.map(\.entry.spellings)) else {
      phrase.report(.unknown(.generator, phrase.next?.text ?? "", known: generators.map(\.name)))
      return nil
    }
    var generator = generators[index]
    if let size = generator.size, case .number = phrase.next?.kind {
      guard let value = phrase.readNumber(for: size) else { return nil }
      generator.settings[size] = value
    }
    var seed: UInt64 = 0
    let settings = DataGenerator.options.filter(generator.settings.contains)
    let options = settings.map(\.entry) + (generator.isRandom ? [seedOption] : [])
    let isRead = phrase.readOptions(of: "define data \(generator.name)", options) { phrase, name in
      guard let setting = settings.first(where: { $0.name == name }) else {
        return phrase.readSeed().map { seed = $0 }
      }
      return phrase.readNumber(for: setting).map { generator.settings[setting] = $0 }
    }
    guard isRead else { return nil }
    let span = phrase.span(from: start)
    return DataDefinition(origin: .generator(generator, seed: seed), targets: [], span: span, originSpan: span)
  }
}
