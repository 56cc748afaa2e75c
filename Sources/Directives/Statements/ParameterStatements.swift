import Catalog
package import Diagnostics
package import Networks

/// `initialize xavier, seed 7`
package struct Initialization: Sendable {
  package var initializer: Initializer
  package var seed: UInt64
  package var span: SourceSpan

  private static let seedOption = CatalogEntry(
    .option, "seed", form: "seed <whole number>", summary: "Chooses the random numbers; default 0.")

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "initialize", aliases: ["initialise"],
      form: "initialize [weights] <initializer>[, seed <whole number>]",
      summary: "Gives all parameters of the network fresh values; biases become 0."),
    options: [seedOption], provides: .parameters,
    read: { phrase in
      let start = phrase.position
      for word in ["the", "weights", "parameters", "with"] { _ = phrase.take(word) }
      guard let index = phrase.takeOne(of: Initializer.all.map(\.entry.spellings)) else {
        if let word = phrase.next, word.kind == .word, word.text != "seed" {
          phrase.report(.unknown(.initializer, word.text, known: Initializer.all.map(\.entry.name)))
        } else {
          phrase.report(.expected("the name of an initializer", found: phrase.found))
        }
        return nil
      }
      var initializer = Initializer.all[index]
      if initializer.argument != nil, let (value, token) = phrase.takeNumber() {
        guard value > 0 else {
          phrase.report(.notPositive("the argument of `\(initializer.name)`"), at: phrase.span(of: token))
          return nil
        }
        initializer.argument = value
      }
      var seed: UInt64 = 0
      let isRead = phrase.readOptions(of: "initialize", [seedOption]) { phrase, _ in
        guard let (value, token) = phrase.readNumber(expected: "a whole number") else { return nil }
        guard let whole = UInt64(exactly: value) else {
          phrase.report(.notWhole("the seed"), at: phrase.span(of: token))
          return nil
        }
        seed = whole
        return ()
      }
      guard isRead else { return nil }
      return .initialize(Initialization(initializer: initializer, seed: seed, span: phrase.span(from: start)))
    })
}

/// `set weights of hidden to [[.15, .20], [.25, .30]], rows to`
package struct ParameterSetting: Sendable {
  package enum Layout: Sendable { case rowsTo, rowsFrom }
  package var parameter: ParameterKind
  package var layer: LayerReference
  package var values: ArrayLiteral
  package var layout: Layout
  package var span: SourceSpan

  private static let options: [CatalogEntry] = [
    CatalogEntry(
      .option, "rows to", aliases: ["columns from", "rows to, columns from"],
      summary: "A row for each unit of the layer, a column for each unit before it (default)."),
    CatalogEntry(
      .option, "rows from", aliases: ["columns to", "rows from, columns to"],
      summary: "A row for each unit of the layer before, a column for each unit of the layer."),
  ]

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "set",
      form:
        "set weights of <layer> to [[<number>, …], …][, rows to | rows from], or set biases of <layer> to [<number>, …]",
      summary: "Gives the parameters of one layer the values written; a single number goes to all of them."),
    options: options, provides: .parameters,
    read: { phrase in
      let start = phrase.position
      guard let kind = phrase.readParameterKind() else { return nil }
      guard phrase.take("of") else {
        phrase.report(.expected("`of` and a layer", found: phrase.found))
        return nil
      }
      guard let layer = phrase.readLayer() else { return nil }
      guard phrase.take("to") || phrase.take("=") else {
        phrase.report(.expected("`to`", found: phrase.found))
        return nil
      }
      let what = kind == .weights ? "a matrix like `[[.15, .20], [.25, .30]]`" : "a vector like `[.35, .35]`"
      guard let values = phrase.readArray(expected: what) else { return nil }
      var layout = Layout.rowsTo
      let isRead = phrase.readOptions(of: "set", kind == .weights ? options : []) { _, name in
        layout = name == "rows to" ? .rowsTo : .rowsFrom
        return ()
      }
      guard isRead else { return nil }
      return .set(
        ParameterSetting(parameter: kind, layer: layer, values: values, layout: layout, span: phrase.span(from: start)))
    })
}

/// `freeze biases`, `freeze weights of hidden`
package struct Freezing: Sendable {
  package var parameter: ParameterKind
  /// nil for all layers.
  package var layer: LayerReference?
  package var span: SourceSpan

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "freeze", form: "freeze weights | biases [of <layer>]",
      summary: "Keeps these parameters as they are while training changes the others."),
    provides: .parameters,
    read: { phrase in
      let start = phrase.position
      guard let kind = phrase.readParameterKind() else { return nil }
      var layer: LayerReference?
      if phrase.take("of") {
        guard let reference = phrase.readLayer() else { return nil }
        layer = reference
      }
      guard phrase.finish("freeze") else { return nil }
      return .freeze(Freezing(parameter: kind, layer: layer, span: phrase.span(from: start)))
    })
}

package enum ParameterKind: String, Sendable { case weights, biases }

extension Phrase {
  fileprivate mutating func readParameterKind() -> ParameterKind? {
    _ = take("the")
    if take("weights") || take("weight") { return .weights }
    if take("biases") || take("bias") { return .biases }
    if let next, next.kind == .word {
      report(.unknown(.quantity, next.text, known: ["weights", "biases"]))
    } else {
      report(.expected("`weights` or `biases`", found: found))
    }
    return nil
  }
}
