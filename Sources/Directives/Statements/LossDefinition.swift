import Catalog
package import Diagnostics
package import Networks

/// `define loss squared error, half sum, sum over the examples, with regularization $\frac{\lambda}{2m}$, $\lambda = 0.7$`
package struct LossDefinition: Sendable {
  package struct RegularizationTerm: Sendable {
    /// The factor of the squared weights as the document has it.
    package var factor: ScalarExpression
    /// Where the factor was given as a bare number, it is λ in λ/2.
    package var isHalved: Bool
    package var includesBiases: Bool
    /// `$\lambda = 0.7$`
    package var values: [ValueDefinition]
  }
  package var loss: Loss
  package var reduction: Objective.OverExamples
  package var regularization: RegularizationTerm?
  package var span: SourceSpan

  private static let options: [CatalogEntry] = [
    CatalogEntry(
      .option, "sum", aliases: ["sum over the outputs", "sum over outputs"], form: "sum",
      summary: "Squared error: the squares of all outputs of an example are added."),
    CatalogEntry(
      .option, "half sum", aliases: ["half sum over the outputs", "half sum over outputs"],
      summary: "Squared error: half the sum of the squares."),
    CatalogEntry(
      .option, "mean over the outputs", aliases: ["mean over outputs"],
      summary: "Squared error: the mean of the squares."),
    CatalogEntry(
      .option, "mean over the examples", aliases: ["mean over examples"],
      summary: "The cost is the mean of the losses of the examples (default)."),
    CatalogEntry(
      .option, "sum over the examples", aliases: ["sum over examples"],
      summary: "The cost is the sum of the losses of the examples."),
    CatalogEntry(
      .option, "with regularization", aliases: ["regularization"],
      form:
        "with regularization <factor in $…$>, $\\lambda = <number>$ [including biases], or with regularization <number>",
      summary: "Adds the squared weights times the factor as the document writes it; a bare number is λ in λ/2."),
    CatalogEntry(
      .option, "including biases", aliases: ["including the biases"], summary: "Regularizes the biases, too."),
  ]

  static let rule = StatementRule(
    entry: CatalogEntry(
      .statement, "define loss", form: "define loss <loss>[, <options>]",
      summary:
        "Says what training makes smaller; the network and the data in force stay. `mean squared error` is the squared error with the mean over the outputs."
    ),
    options: options, provides: .loss, read: { read(&$0).map(Directive.defineLoss) })

  private static func read(_ phrase: inout Phrase) -> LossDefinition? {
    let start = phrase.position
    _ = phrase.take(":")
    let losses = Loss.all
    // The mean squared error is over the outputs, too.
    let isMean = phrase.match("mean squared error") != nil && phrase.take("mean")
    guard let index = phrase.takeOne(of: losses.map(\.entry.spellings)) else {
      if phrase.next?.kind == .word {
        phrase.reportUnknown(.loss, known: losses.map(\.entry.name), spellings: losses.flatMap(\.entry.spellings))
      } else {
        phrase.report(.expected("the name of a loss function", found: phrase.found))
      }
      return nil
    }
    var loss = losses[index]
    if isMean { loss = loss.over(.mean) ?? loss }
    var reduction: Objective.OverExamples?
    var convention: String?
    var regularization: RegularizationTerm?
    var includesBiases: SourceSpan?
    let isRead = phrase.readOptions(of: "define loss", options) { phrase, name in
      let place = phrase.span(from: phrase.startOfChoice)
      switch name {
      case "mean over the examples", "sum over the examples":
        guard reduction == nil else {
          phrase.report(.twice("what happens over the examples"), at: place)
          return nil
        }
        reduction = name == "mean over the examples" ? .mean : .sum
      case "with regularization":
        guard let term = readRegularization(&phrase) else { return nil }
        regularization = term
      case "including biases":
        includesBiases = place
      default:
        guard convention == nil else {
          phrase.report(.twice("what happens over the outputs"), at: place)
          return nil
        }
        convention = name
        guard let over = Loss.OverOutputs(rawValue: name == "mean over the outputs" ? "mean" : name),
          let chosen = loss.over(over)
        else {
          phrase.report(.unknownOption(name, of: "define loss \(loss.entry.name)", known: []), at: place)
          return nil
        }
        loss = chosen
      }
      return ()
    }
    guard isRead else { return nil }
    if let place = includesBiases {
      guard regularization != nil else {
        phrase.report(
          .missingOption("`with regularization`", of: "including biases", help: "name the factor first"), at: place)
        return nil
      }
      regularization?.includesBiases = true
    }
    return LossDefinition(
      loss: loss, reduction: reduction ?? .mean, regularization: regularization, span: phrase.span(from: start))
  }

  private static func readRegularization(_ phrase: inout Phrase) -> RegularizationTerm? {
    guard let factor = phrase.readScalar(expected: "the factor of the squared weights") else { return nil }
    var isHalved = false
    if case .number = factor { isHalved = true }
    var values: [ValueDefinition] = []
    while phrase.match(",") != nil, case .formula = phrase.token(ahead: 1)?.kind {
      phrase.advance()
      guard let value = ValueDefinition.reading(&phrase) else { return nil }
      values.append(value)
    }
    return RegularizationTerm(factor: factor, isHalved: isHalved, includesBiases: false, values: values)
  }
}
