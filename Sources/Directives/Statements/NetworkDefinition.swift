import Catalog
package import Diagnostics
package import Networks

/// `define network xor: 2 -> hidden 3 tanh -> output 1 sigmoid`
package struct NetworkDefinition: Sendable {
  package var name: String?
  package var network: Network
  package var span: SourceSpan

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "define network",
      form:
        "define network [<name>:] <inputs> -> [<name>] <units> [<activation>] [without biases] -> …[, without biases]",
      summary: "Makes a network of fully connected layers; the data and the loss in force stay."),
    provides: .network, read: { read(&$0).map(Directive.defineNetwork) })

  private static func read(_ phrase: inout Phrase) -> NetworkDefinition? {
    var name: String?
    if let word = phrase.next, word.kind == .word, phrase.token(ahead: 1)?.text == ":" {
      name = word.text
      phrase.advance(by: 2)
    } else {
      _ = phrase.take(":")
    }
    let start = phrase.position
    _ = phrase.take("input") || phrase.take("inputs")
    guard let inputs = readWidth(&phrase, of: "inputs") else { return nil }
    var layers: [Layer] = []
    while phrase.take("->") || phrase.take("→") {
      guard let layer = readLayer(&phrase, number: layers.count + 1, taken: layers.map(\.name)) else { return nil }
      layers.append(layer)
      // `hidden 4 tanh, without bias -> …`: of this layer, since another follows.
      for words in [", without bias", ", without biases", ", without a bias"]
      where phrase.match(words + " ->") != nil || phrase.match(words + " →") != nil {
        _ = phrase.take(words)
        layers[layers.count - 1].bias = .none
      }
    }
    guard !layers.isEmpty else {
      phrase.report(
        .expected(
          "`->` and a layer", found: phrase.found, help: "`2 -> hidden 3 tanh -> output 1 sigmoid` has two layers"))
      return nil
    }
    if phrase.take(",") {
      guard phrase.take("without"), takeBiases(&phrase) else {
        phrase.report(.expected("`without biases`", found: phrase.found))
        return nil
      }
      for index in layers.indices { layers[index].bias = .none }
    }
    guard phrase.finish("define network") else { return nil }
    nameUnnamed(&layers)
    return NetworkDefinition(
      name: name, network: Network(name ?? "network", inputs: inputs, layers: layers), span: phrase.span(from: start))
  }

  private static func readWidth(_ phrase: inout Phrase, of what: String) -> Int? {
    guard let (value, token) = phrase.readNumber(expected: "the number of \(what)") else { return nil }
    guard value > 0 else {
      phrase.report(.notPositive("the number of \(what)"), at: phrase.span(of: token))
      return nil
    }
    guard let whole = Int(exactly: value) else {
      phrase.report(.notWhole("the number of \(what)"), at: phrase.span(of: token))
      return nil
    }
    return whole
  }

  private static func readLayer(_ phrase: inout Phrase, number: Int, taken: [String]) -> Layer? {
    var name = ""
    if let word = phrase.takeWord() {
      name = word.text
      if taken.contains(name) {
        phrase.report(.twice("the layer `\(name)`"), at: phrase.span(of: word))
        return nil
      }
    }
    guard let units = readWidth(&phrase, of: "units") else { return nil }
    var activation = Activation.linear
    if let word = phrase.next, word.kind == .word, phrase.match("without") == nil, phrase.match("with") == nil {
      guard let index = phrase.takeOne(of: Activation.all.map(\.entry.spellings)) else {
        phrase.report(
          .unknown(.activation, word.text, known: Activation.all.flatMap(\.entry.spellings)), at: phrase.span(of: word))
        return nil
      }
      activation = Activation.all[index]
    }
    var bias = Layer.Bias.each
    if phrase.take("without") {
      guard takeBiases(&phrase) else {
        phrase.report(.expected("`biases`", found: phrase.found))
        return nil
      }
      bias = .none
    } else if phrase.take("with") {
      guard phrase.take("one") || phrase.take("a shared"), phrase.take("bias") else {
        if phrase.take("biases") { return Layer(name, units: units, activation) }
        phrase.report(.expected("`one bias`, `biases`", found: phrase.found))
        return nil
      }
      bias = .shared
    }
    return Layer(name, units: units, activation, bias: bias)
  }

  private static func takeBiases(_ phrase: inout Phrase) -> Bool {
    _ = phrase.take("a")
    return phrase.take("bias") || phrase.take("biases")
  }

  /// The last layer is the output; what stands before it is hidden.
  private static func nameUnnamed(_ layers: inout [Layer]) {
    let taken = layers.map(\.name)
    for index in layers.indices where layers[index].name.isEmpty {
      let isOnlyHidden = layers.count == 2
      let name = index == layers.count - 1 ? "output" : isOnlyHidden ? "hidden" : "hidden\(index + 1)"
      layers[index].name = taken.contains(name) ? "layer\(index + 1)" : name
    }
  }
}

/// `use network slides`
package struct NetworkUse: Sendable {
  package var name: String
  package var span: SourceSpan

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "use network", form: "use network <name>",
      summary: "Goes back to a network defined above, with its data and loss."),
    provides: .network,
    read: { phrase in
      guard let word = phrase.takeWord() else {
        phrase.report(.expected("the name of a network defined above", found: phrase.found))
        return nil
      }
      guard phrase.finish("use network") else { return nil }
      return .useNetwork(NetworkUse(name: word.text, span: phrase.span(of: word)))
    })
}
