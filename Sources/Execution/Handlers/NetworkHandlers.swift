import Catalog
import Derivations
import Diagnostics
import Directives
import Documents
import Networks
import Results
import TeXMath
import Tensors

extension Session {
  /// Puts a new network in force; data and loss stay.
  mutating func run(_ definition: NetworkDefinition) throws(RunProblem) -> [Output] {
    let network = definition.network
    guard network.parameterCount <= settings.parameterLimit else {
      throw .tooManyParameters(count: network.parameterCount, limit: settings.parameterLimit, definition.span)
    }
    store()
    lost.subtract([.network, .parameters])
    // A network can be used before `initialize`: it starts as if `initialize xavier` stood here.
    let parameters = Initializer.xavier.parameters(of: network, seed: 0)
    bench = Bench(network: network, parameters: parameters, span: definition.span)
    let layers = network.layers.map { layer in
      let bias = layer.bias == .none ? ", without biases" : layer.bias == .shared ? ", one bias" : ""
      return "\(layer.name) \(layer.units) (\(layer.activation.name)\(bias))"
    }
    let count = network.parameterCount
    return [
      .message(
        "network \(network.name): \(([String(network.inputs)] + layers).joined(separator: " → ")), "
          + "\(count) parameter\(count == 1 ? "" : "s")")
    ]
  }

  mutating func run(_ use: NetworkUse) throws(RunProblem) -> [Output] {
    store()
    guard let place = shelf.lastIndex(where: { $0.name == use.name }) else {
      throw .unknownNetwork(use.name, known: shelf.map(\.name), use.span)
    }
    let entry = shelf[place]
    (bench, data, loss) = (entry.bench, entry.data, entry.loss)
    lost.subtract([.network, .parameters])
    return [.message("network \(use.name) is in force again")]
  }

  /// Keeps the network in force under its name, with its data and loss.
  private mutating func store() {
    guard let bench else { return }
    shelf.removeAll { $0.name == bench.network.name }
    shelf.append((bench.network.name, bench, data, loss))
  }

  mutating func run(_ definition: LossDefinition) throws(RunProblem) -> [Output] {
    for value in definition.regularization?.values ?? [] {
      _ = try run(value)
      derivation.scope.bindRegularization(reading(value.symbol.tex))
    }
    loss = PlacedLoss(definition: definition, span: definition.span)
    lost.remove(.loss)
    // The factor may need the number of examples; where there is data, a letter that means nothing shows now.
    var factor: Double?
    if let data, !lost.contains(.data) { factor = try objective(definition, data: data.set).regularization?.factor }
    let over = definition.reduction.rawValue
    let outputs =
      definition.loss.conventions.count > 1 ? ", \(definition.loss.overOutputs.rawValue) over the outputs" : ""
    let penalty = regularizationWords(definition, factor)
    return [.message("loss: \(definition.loss.name)\(outputs), \(over) over the examples\(penalty)")]
  }

  /// - Parameter factor: nil where it is not known yet, for want of data
  private func regularizationWords(_ definition: LossDefinition, _ factor: Double?) -> String {
    guard let term = definition.regularization else { return "" }
    let squares = "the squared weights\(term.includesBiases ? " and biases" : "")"
    let shown = factor.map { "\(NumberStyle().text(for: $0).plain) times \(squares)" }
    return ", with regularization: \(shown ?? "\(squares) times their factor")"
  }

  /// The objective with the factor of its regularization as a number.
  func objective(_ definition: LossDefinition, data: DataSet) throws(RunProblem) -> Objective {
    var regularization: Regularization?
    if let term = definition.regularization {
      // In the factor, these letters mean the number of examples unless something else was bound to them.
      let count = Double(data.examples)
      let factor = try evaluate(term.factor, defaults: [("m", count), ("n", count), ("N", count)], at: definition.span)
      regularization = Regularization(
        factor: term.isHalved ? factor / 2 : factor, includesBiases: term.includesBiases)
    }
    return Objective(definition.loss, reduction: definition.reduction, regularization: regularization)
  }

  mutating func run(_ definition: ValueDefinition) throws(RunProblem) -> [Output] {
    let given = settings.replacements.last { $0.names(definition.symbol) }
    let value: Double
    if let given { value = given.value } else { value = try evaluate(definition.value, at: definition.span) }
    guard value.isFinite else {
      throw .nonFinite(quantity: "value of `\(definition.symbol.tex)`", layer: nil, epoch: nil, definition.span)
    }
    bindings.removeAll { $0.symbol == definition.symbol }
    values.removeAll { $0.symbol == definition.symbol }
    values.append((definition.symbol, value))
    derivation.scope.bind(reading(definition.symbol.tex), toNumber: value)
    return []
  }

  mutating func run(_ statement: LetStatement) throws(RunProblem) -> [Output] {
    if case .value(let definition) = statement.kind {
      let isOfOthers = isMadeOfValues(definition)
      do throws(RunProblem) {
        let outputs = try run(definition)
        // In equations it depends on what it is made of: with `let $y = x^2$` there is a derivative of y by x.
        if isOfOthers, let value = values.last?.value { _ = bindFormula(of: statement, value: value) }
        return outputs
      } catch {
        // A formula over functions and variables has a value in equations only, and so has one over symbols with indices.
        switch error {
        case .unboundSymbol, .noValue: break
        default: throw error
        }
        guard bindFormula(of: statement) == nil else { throw error }
        return []
      }
    }
    let problem = bindFormula(of: statement)
    if let problem { throw .equationSymbol(problem.message, statement.span) }
    return []
  }

  /// Forgets what the symbol of a statement meant that could not be carried out: it means something else by now.
  mutating func lose(_ statement: LetStatement) {
    derivation.scope.bindUnread(reading(statement.left))
  }

  /// Whether a formula gives a letter its value, made of other letters that `let` has given one.
  private func isMadeOfValues(_ definition: ValueDefinition) -> Bool {
    let symbols = definition.value.symbols
    return !symbols.isEmpty && !settings.replacements.contains { $0.names(definition.symbol) }
      && symbols.allSatisfy { symbol in
        symbol != definition.symbol && values.contains { $0.symbol == symbol }
      }
  }

  /// - Parameter value: what the formula comes to, where the cells have it as one number
  private mutating func bindFormula(of statement: LetStatement, value: Double? = nil) -> ReadingProblem? {
    let (left, right) = (reading(statement.left), reading(statement.right))
    do throws(ReadingProblem) {
      if case .element = statement.kind {
        try derivation.scope.bind(left, toElementOf: right)
      } else {
        try derivation.scope.bind(left, toFormula: right, value: value)
      }
      return nil
    } catch {
      return error
    }
  }

  /// Whether the loss in force has been given this symbol with its regularization: "$\lambda$ is the regularization" then
  /// says once more what it is, and it keeps its number, which the regularization itself is computed from.
  private func isStrength(_ symbol: Symbol) -> Bool {
    loss?.definition.regularization?.values.contains { $0.symbol == symbol } ?? false
  }

  /// Keeps the sentences that say what a symbol is.
  mutating func run(_ definition: NotationDefinition) -> [Output] {
    if definition.isAfresh {
      bindings = []
      derivation.scope.forgetNotation()
    }
    if !definition.isComplete { lost.insert(.values) }
    for sentence in definition.sentences.flatMap(singleSentences) { take(sentence) }
    // Once all is said, it is known how the quantities lie that sentences speak of in words.
    for sentence in definition.sentences { bindSpoken(of: sentence) }
    return []
  }

  /// Binds the symbol of a sentence, for equations and for the formulas of cells.
  mutating func take(_ sentence: NotationDefinition.Sentence) {
    bind(sentence)
    guard let symbol = sentence.symbol else { return }
    if isStrength(symbol), case .named(let noun, _, _) = sentence.quantity, noun.meaning == .regularization { return }
    values.removeAll { $0.symbol == symbol }
    bindings.removeAll { $0.symbol == symbol }
    if case .unbound = sentence.meaning { return }
    bindings.append(Binding(symbol: symbol, quantity: sentence.quantity, whole: sentence.wholeQuantity))
  }
}
