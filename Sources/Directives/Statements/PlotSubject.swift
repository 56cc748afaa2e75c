import Catalog
import Diagnostics
import Networks

/// What can be plotted: its words, its options, and how what follows the words is read.
enum PlotSubject: CaseIterable {
  case loss, sweep, lossOfSweep, activation, activations, gradientNorms, weights, representation, regions, cost

  var entry: CatalogEntry {
    switch self {
    case .loss:
      CatalogEntry(
        .option, "loss", aliases: ["the loss", "cost", "the cost"],
        form: "loss [of networks <name>, <name> and <name>] [on a log scale]",
        summary: "The loss over the epochs of all training so far, of the network in force or of several.")
    case .sweep:
      CatalogEntry(
        .option, "sweep", aliases: ["the sweep"],
        summary: "The latest sweep: a point for each run, and the median where there are seeds.")
    case .lossOfSweep:
      CatalogEntry(
        .option, "loss of the sweep", aliases: ["the loss of the sweep", "losses of the sweep"],
        form: "loss of the sweep [on a log scale]", summary: "The loss of each run of the latest sweep over its epochs."
      )
    case .activation:
      CatalogEntry(
        .option, "activation function", aliases: ["the activation function"],
        form: "activation function of <layer> | <name>", summary: "An activation function with its derivative.")
    case .activations:
      CatalogEntry(
        .option, "activation functions", aliases: ["the activation functions"],
        form: "activation functions <name>, <name> and <name> [with derivatives]",
        summary: "Several in one picture, and in a second one their derivatives.")
    case .gradientNorms:
      CatalogEntry(
        .option, "gradient norms",
        aliases: [
          "the gradient norms", "gradient norms by layer", "gradient norms of each layer", "gradient norm by layer",
          "gradient norm of each layer",
        ],
        form: "gradient norms by layer [of networks <name>, <name> and <name>] [over the epochs] [on a log scale]",
        summary: "The Euclidean norm of the derivative of the cost by the weights of each layer.")
    case .weights:
      CatalogEntry(
        .option, "weights", aliases: ["the weights"], form: "weights [of <layer>]",
        summary: "The weights of each layer as fields of colour, the biases as a last column.")
    case .representation:
      CatalogEntry(
        .option, "hidden representation", aliases: ["the hidden representation", "representation", "hidden codes"],
        form: "hidden representation [of <layer>] [rounded]",
        summary: "The activations of a hidden layer for each example; points in a plane where it has two units.")
    case .regions:
      CatalogEntry(
        .option, "decision regions", aliases: ["the decision regions", "decision boundary", "decision boundaries"],
        form: "decision regions [from <number> to <number>]",
        summary: "Which class a network of two inputs gives each place of their plane, with the data.")
    case .cost:
      CatalogEntry(
        .option, "cost along", aliases: ["the cost along", "loss along", "the loss along"],
        form:
          "cost along weight of <layer> to unit <j> from unit <k> | bias of <layer> of unit <j> [from <number> to <number>]",
        summary:
          "The cost where one parameter changes and all others stay, with the present point and the tangent there.")
    }
  }

  var options: [PlotOption] {
    switch self {
    case .loss: [.networks, .logarithmic]
    case .lossOfSweep: [.logarithmic]
    case .gradientNorms: [.networks, .overEpochs, .logarithmic]
    case .representation: [.rounded]
    case .activations: [.derivatives]
    case .regions, .cost: [.range]
    case .sweep, .activation, .weights: []
    }
  }

  /// Reads what follows the words; nil where it was wrong.
  func read(_ phrase: inout Phrase) -> Plotting.Subject? {
    switch self {
    case .loss: return .loss(Plotting.NetworkList())
    case .sweep: return .sweep
    case .lossOfSweep: return .lossOfSweep
    case .gradientNorms: return .gradientNorms(Plotting.NetworkList(), overEpochs: false)
    case .regions: return .regions(nil)
    case .weights:
      guard phrase.take("of") else { return .weights(nil) }
      return phrase.readLayer().map { .weights($0) }
    case .representation:
      guard phrase.take("of") else { return .representation(nil, isRounded: false) }
      return phrase.readLayer().map { .representation($0, isRounded: false) }
    case .activation:
      if phrase.take("of") { return phrase.readLayer().map { .activationOfLayer($0) } }
      guard phrase.next?.kind == .word else {
        phrase.report(.expected("`of` and a layer, or the name of an activation function", found: phrase.found))
        return nil
      }
      return readActivations(&phrase, withDerivatives: true)
    case .activations: return readActivations(&phrase, withDerivatives: false)
    case .cost: return readParameter(&phrase)
    }
  }

  private func readActivations(_ phrase: inout Phrase, withDerivatives: Bool) -> Plotting.Subject? {
    let start = phrase.position
    let words = PlotOption.derivatives.entry.spellings
    return phrase.readNames(.activation, Activation.all.map(\.entry), until: words).map { places in
      .activations(
        places.map { Activation.all[$0] }, withDerivatives: withDerivatives, phrase.span(from: start))
    }
  }

  private func readParameter(_ phrase: inout Phrase) -> Plotting.Subject? {
    _ = phrase.take("the")
    let nouns = QuantityNoun.all.filter { $0.meaning == .weights || $0.meaning == .biases }
    guard let index = phrase.takeOne(of: nouns.map(\.entry.spellings)) else {
      phrase.report(.expected("`weight` or `bias`", found: phrase.found))
      return nil
    }
    var place = Place()
    guard phrase.readPlace(into: &place), phrase.check(place, suits: nouns[index]) else { return nil }
    return .cost(along: nouns[index], place, nil)
  }
}

/// What can be said of a plot besides its subject.
enum PlotOption: CaseIterable {
  case logarithmic, networks, overEpochs, derivatives, rounded, range

  var entry: CatalogEntry {
    switch self {
    case .logarithmic:
      CatalogEntry(
        .option, "on a log scale", aliases: ["on log scale", "on a logarithmic scale"],
        summary: "Equal distances are equal ratios.")
    case .networks:
      CatalogEntry(
        .option, "of networks", aliases: ["of network", "for networks", "of the networks"],
        form: "of networks <name>, <name> and <name>",
        summary: "Networks defined above, each in the state in which it was left, with its own data and loss.")
    case .overEpochs:
      CatalogEntry(
        .option, "over the epochs", aliases: ["over epochs", "over training", "over the training"],
        summary: "Over all training so far, of one network: a curve for each layer.")
    case .derivatives:
      CatalogEntry(
        .option, "with derivatives", aliases: ["with their derivatives", "with the derivatives"],
        summary: "And a second picture of their derivatives.")
    case .rounded:
      CatalogEntry(.option, "rounded", aliases: ["rounded to 0 and 1"], summary: "To the nearest whole number.")
    case .range:
      CatalogEntry(
        .option, "from", aliases: ["between"], form: "from <number> to <number>",
        summary:
          "How far the picture reaches; default: over the data and some more, or 5 to either side of a parameter.")
    }
  }

  /// Reads what follows the words; nil where it was wrong.
  func read(_ phrase: inout Phrase, into subject: inout Plotting.Subject) -> Void? {
    switch (self, subject) {
    case (.networks, .loss): return readNetworks(&phrase).map { subject = .loss($0) }
    case (.networks, .gradientNorms(_, let overEpochs)):
      return readNetworks(&phrase).map { subject = .gradientNorms($0, overEpochs: overEpochs) }
    case (.overEpochs, .gradientNorms(let networks, _)): subject = .gradientNorms(networks, overEpochs: true)
    case (.derivatives, .activations(let activations, _, let span)):
      subject = .activations(activations, withDerivatives: true, span)
    case (.rounded, .representation(let layer, _)): subject = .representation(layer, isRounded: true)
    case (.range, .regions): return readRange(&phrase).map { subject = .regions($0) }
    case (.range, .cost(let noun, let place, _)):
      return readRange(&phrase).map { subject = .cost(along: noun, place, $0) }
    default: break
    }
    return ()
  }

  private func readNetworks(_ phrase: inout Phrase) -> Plotting.NetworkList? {
    var list = Plotting.NetworkList()
    repeat {
      guard let word = phrase.takeWord() else {
        phrase.report(.expected("the name of a network defined above", found: phrase.found))
        return nil
      }
      guard !list.names.contains(where: { $0.name == word.text }) else {
        phrase.report(.twice("the network `\(word.text)`"), at: phrase.span(of: word))
        return nil
      }
      list.names.append(Plotting.NetworkList.Name(name: word.text, span: phrase.span(of: word)))
    } while phrase.takeSeparator({ phrase in
      phrase.next?.kind == .word && !phrase.begins(with: PlotOption.allCases.flatMap(\.entry.spellings))
    })
    return list
  }

  private func readRange(_ phrase: inout Phrase) -> Plotting.PlotRange? {
    let start = phrase.position
    guard let (lower, _) = phrase.readNumber(expected: "a number") else { return nil }
    guard phrase.take("to") || phrase.take("and") else {
      phrase.report(.expected("`to`", found: phrase.found))
      return nil
    }
    guard let (upper, _) = phrase.readNumber(expected: "a number") else { return nil }
    guard lower < upper else {
      phrase.report(
        .expected("a number greater than the first", found: "`\(phrase.tokens[phrase.position - 1].text)`"),
        at: phrase.span(from: start))
      return nil
    }
    return Plotting.PlotRange(lower: lower, upper: upper)
  }
}
