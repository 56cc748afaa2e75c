import Networks

/// Finds out what an equation asks of the networks it is tried on, from what it names.
struct NeedsAnalysis {
  let network: Network?
  let layerBase: Int
  let unitBase: Int
  let constants: [String: SymbolMeaning]
  /// How many examples the author has.
  let examples: Int?
  let known: KnownNeeds
  let numbers: ExpressionNumbers
  private var found = Found()

  /// What a part of an equation asks for.
  fileprivate struct Found {
    var needs = Needs()
    var hasLayerLetter = false
    var hasNamedLayer = false

    mutating func take(_ other: Found) {
      if !other.needs.fixedWidths.isEmpty { needs.fixedWidths.formUnion(other.needs.fixedWidths) }
      needs.keepsExamples = needs.keepsExamples || other.needs.keepsExamples
      needs.hasBinaryTargets = needs.hasBinaryTargets || other.needs.hasBinaryTargets
      needs.beyond = other.needs.beyond ?? needs.beyond
      hasLayerLetter = hasLayerLetter || other.hasLayerLetter
      hasNamedLayer = hasNamedLayer || other.hasNamedLayer
    }
  }

  private init(
    _ network: Network?, layerBase: Int, unitBase: Int, constants: [String: SymbolMeaning], examples: Int?,
    _ known: KnownNeeds, _ numbers: ExpressionNumbers
  ) {
    self.network = network
    self.layerBase = layerBase
    self.unitBase = unitBase
    self.constants = constants
    self.examples = examples
    (self.known, self.numbers) = (known, numbers)
  }

  /// - Parameters:
  ///   - known: of expressions in the same scope, about the same network and data
  static func needs(
    of expressions: [Expression], network: Network?, layerBase: Int, unitBase: Int, constants: [String: SymbolMeaning],
    examples: Int?, known: KnownNeeds, numbers: ExpressionNumbers
  ) -> Needs {
    var analysis = NeedsAnalysis(
      network, layerBase: layerBase, unitBase: unitBase, constants: constants, examples: examples, known, numbers)
    for expression in expressions { analysis.visit(expression) }
    var needs = analysis.found.needs
    needs.isDeep = analysis.found.hasLayerLetter && !analysis.found.hasNamedLayer
    return needs
  }

  /// Each part once, however many changes of an equation have it.
  private mutating func visit(_ expression: Expression) {
    let number = numbers.number(of: expression.content)
    if let part = known.parts[number] {
      found.take(part)
      return
    }
    var outer = found
    found = Found()
    visitAnew(expression)
    known.parts[number] = found
    outer.take(found)
    found = outer
  }

  private mutating func visitAnew(_ expression: Expression) {
    switch expression.kind {
    case .quantity(let use): visit(use)
    case .matrix(let rows, _):
      let isLiteral = rows.count * rows[0].count > 1
      if isLiteral {
        fixAll()
        if rows.joined().contains(where: \.namesExample) { found.needs.keepsExamples = true }
      }
    case .big(let operation):
      if let upper = operation.upper, let last = upper.wholeNumber {
        fix(operation.letters, in: operation.body, upTo: last)
      }
    case .variable(let variable):
      // A size that `let` gives, and a whole number that may be one.
      let sizes = variable.shape.compactMap(\.wholeNumber) + [expression.wholeNumber].compactMap(\.self)
      for size in sizes where size > 1 { keep(size) }
    case .entry(let inner, let indices):
      fix(indices, of: inner)
    case .member(let numbers, _):
      // They are given for the author's layers.
      fixAll()
      found.hasNamedLayer = true
      for number in numbers { keep(number.value) }
    case .function(.activation(let layer?, _), _)
    where layer.single.flatMap(LayerLetter.name) != LayerLetter.hiddenLayers:
      visitLayer(layer)
    default: break
    }
    for child in expression.children { visit(child) }
  }

  private func number(_ layer: IndexExpression?) -> Int? {
    guard let network else { return nil }
    guard let layer else { return nil }
    if let literal = layer.literal { return literal - layerBase }
    if layer.terms.count == 1, let name = LayerLetter.name(layer.terms[0].letter) {
      if name == "input" || name == "inputs" { return 0 }
      return network.number(ofLayer: name).map { $0 + layer.constant }
    }
    // The letter of the number of layers, or one that names a layer.
    if layer.terms.count == 1, let meaning = constants[layer.terms[0].letter] {
      switch meaning.quantity {
      case .layerCount: return network.layers.count + layer.constant
      case .hiddenLayerCount: return network.layers.count - 1 - layerBase + layer.constant
      case .layerName(.name(let name)): return network.number(ofLayer: name).map { $0 + layer.constant }
      default: return nil
      }
    }
    return nil
  }

  private mutating func visitLayer(_ layer: IndexExpression) {
    if let literal = layer.literal {
      if let network, literal - layerBase >= network.layers.count { found.hasNamedLayer = true }
    } else if layer.letters.contains(where: { LayerLetter.name($0) != nil }) {
      found.hasNamedLayer = true
    } else if layer.letters.contains(where: { constants[$0] == nil }) {
      found.hasLayerLetter = true
    }
  }

  private mutating func visit(_ use: QuantityUse) {
    guard let network else { return }
    if let layer = use.layer { visitLayer(layer) }
    if use.everyLayer != nil { found.hasLayerLetter = true }
    // `C_1 + C_2 + C_3` has them all.
    if let example = use.example?.literal, example == examples { found.needs.keepsExamples = true }
    // A symbol that a sentence gives to the output layer by its number.
    if case .name? = use.meaning.layer, use.tex.contains("\(network.layers.count + layerBase)") {
      found.hasNamedLayer = true
    }
    var layer = number(use.layer)
    switch use.meaning.quantity {
    case .target, .prediction, .unitLoss: layer = network.layers.count
    case .input: layer = 0
    default: break
    }
    let isLiteral: (IndexExpression?) -> Bool = { $0?.literal != nil }
    if let layer {
      if isLiteral(use.unit) { fix(layer, holding: use.unit?.literal) }
      if isLiteral(use.from) { fix(layer - 1, holding: use.from?.literal) }
      fixSingleUnit(layer, use, in: network)
    } else if isLiteral(use.unit) || isLiteral(use.from) {
      fixAll()
    }
    // What is true of three layers may be so of three only.
    if [.layerCount, .hiddenLayerCount].contains(use.meaning.quantity) { found.hasLayerLetter = true }
    if use.meaning.isTargetUnit || use.meaning.quantity == .classNumber { found.needs.hasBinaryTargets = true }
  }

  /// Keeps the width of a layer of one unit where the sentence speaks of no other layer, so that its author takes the
  /// symbol for one number of an example, or weights for a vector.
  private mutating func fixSingleUnit(_ layer: Int, _ use: QuantityUse, in network: Network) {
    guard use.unit == nil, (0...network.layers.count).contains(layer) else { return }
    func isSingle(_ layer: Int) -> Bool { network.units(ofLayer: layer) == 1 }
    if case .letter? = use.meaning.layer { return }
    switch use.meaning.quantity {
    case .target, .prediction, .input, .bias:
      if isSingle(layer) { found.needs.fixedWidths.insert(layer) }
    case .activation, .weightedInput, .error:
      if isSingle(layer), use.meaning.examples == nil { found.needs.fixedWidths.insert(layer) }
    case .weight:
      guard use.meaning.orientation != nil, use.from == nil, layer > 0 else { return }
      if isSingle(layer) {
        found.needs.fixedWidths.insert(layer)
      } else if isSingle(layer - 1) {
        found.needs.fixedWidths.insert(layer - 1)
      }
    default: break
    }
  }

  private mutating func fix(_ layer: Int, holding number: Int?) {
    guard let network, (0...network.layers.count).contains(layer) else { return }
    // A unit that the author's network has not is looked for in a wider one.
    if let number, number >= unitBase + network.units(ofLayer: layer) {
      found.needs.beyond = number
      return
    }
    found.needs.fixedWidths.insert(layer)
  }

  /// Keeps the widths of the layers whose units literal indices name, where the author's network has them.
  private mutating func fix(_ indices: [IndexExpression], of expression: Expression) {
    var numbers = indices.map(\.literal)
    if numbers.count == 1, indices[0].digits.count == 2, case .quantity(let use) = expression.kind,
      use.meaning.quantity == .weight
    {
      numbers = indices[0].digits.map { $0 }
    }
    guard numbers.contains(where: { $0 != nil }) else { return }
    guard case .quantity(let use) = expression.kind, use.meaning.quantity == .weight, let layer = number(use.layer),
      numbers.count == 2
    else {
      fixLayers(of: expression)
      return
    }
    let isTurned = use.isFromFirst || use.meaning.isRowsFrom
    let (to, from) = isTurned ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
    if let to { fix(layer, holding: to) }
    if let from { fix(layer - 1, holding: from) }
  }

  /// Keeps all sizes of the author's network that are this number.
  private mutating func keep(_ size: Int) {
    guard let network else { return }
    for layer in 0...network.layers.count where network.units(ofLayer: layer) == size {
      found.needs.fixedWidths.insert(layer)
    }
    if examples == size { found.needs.keepsExamples = true }
  }

  private mutating func fixAll() {
    guard let network else { return }
    for layer in 0...network.layers.count { found.needs.fixedWidths.insert(layer) }
  }

  private mutating func fixLayers(of expression: Expression) {
    if case .quantity(let use) = expression.kind, let layer = number(use.layer), let network,
      (0...network.layers.count).contains(layer)
    {
      found.needs.fixedWidths.insert(layer)
      if use.meaning.quantity == .weight, layer > 0 { found.needs.fixedWidths.insert(layer - 1) }
      return
    }
    if case .quantity(let use) = expression.kind, let network {
      switch use.meaning.quantity {
      case .input: found.needs.fixedWidths.insert(0)
      case .target, .prediction: found.needs.fixedWidths.insert(network.layers.count)
      default: break
      }
    }
    for child in expression.children { fixLayers(of: child) }
  }

  /// Keeps the widths of the layers whose units some letters index.
  ///
  /// - Parameter last: the largest number that the letters have
  private mutating func fix(_ letters: [String], in expression: Expression, upTo last: Int?) {
    if case .quantity(let use) = expression.kind {
      let layer = number(use.layer)
      func largest(_ index: IndexExpression) -> Int? { last.map { $0 + index.constant } }
      if let unit = use.unit, unit.letters.contains(where: letters.contains) {
        if let layer = layer ?? ownLayer(use) { fix(layer, holding: largest(unit)) } else { fixOwn(use) }
      }
      if let from = use.from, from.letters.contains(where: letters.contains), let layer {
        fix(layer - 1, holding: largest(from))
      }
      if let example = use.example, example.letters.contains(where: letters.contains), last == examples {
        found.needs.keepsExamples = true
      }
    }
    if case .entry(let inner, let indices) = expression.kind,
      indices.contains(where: { $0.letters.contains(where: letters.contains) })
    {
      fixLayers(of: inner)
    }
    for child in expression.children { fix(letters, in: child, upTo: last) }
  }

  /// The layer that a quantity belongs to without naming one.
  private func ownLayer(_ use: QuantityUse) -> Int? {
    switch use.meaning.quantity {
    case .input: 0
    case .target, .prediction, .unitLoss: network?.layers.count
    default: nil
    }
  }

  private mutating func fixOwn(_ use: QuantityUse) {
    guard let network else { return }
    switch use.meaning.quantity {
    case .input: found.needs.fixedWidths.insert(0)
    case .target, .prediction, .unitLoss: found.needs.fixedWidths.insert(network.layers.count)
    default: fixAll()
    }
  }
}

/// What parts of equations ask for, by the numbers of what they say.
final class KnownNeeds {
  fileprivate var parts: [Int: NeedsAnalysis.Found] = [:]
}

extension Expression {
  func contains(where predicate: (Expression) -> Bool) -> Bool {
    predicate(self) || children.contains { $0.contains(where: predicate) }
  }
}

extension Expression {
  /// Whether the class of an example takes part, so that targets name one.
  var speaksOfClass: Bool {
    contains { if case .quantity(let use) = $0.kind { use.meaning.quantity == .classNumber } else { false } }
  }

  /// Whether a quantity in it belongs to an example that is named by its number.
  fileprivate var namesExample: Bool {
    contains { if case .quantity(let use) = $0.kind { use.example?.literal != nil } else { false } }
  }

  /// The whole number that it is on every network: written, given by `let`, or made of such by sums and products.
  var wholeNumber: Int? {
    switch kind {
    case .number(let digits): return Int(digits)
    case .variable(let variable): return variable.value.flatMap { Int(exactly: $0) }
    case .negative(let inner): return inner.wholeNumber.map { -$0 }
    case .sum(let terms):
      let numbers = terms.compactMap { term in term.value.wholeNumber.map { term.isNegative ? -$0 : $0 } }
      return numbers.count == terms.count ? numbers.reduce(0) { $0.addingReportingOverflow($1).partialValue } : nil
    case .product(let factors):
      let numbers = factors.compactMap(\.value.wholeNumber)
      return numbers.count == factors.count
        ? numbers.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue } : nil
    default: return nil
    }
  }
}

extension FunctionUse {
  var body: Expression? {
    if case .defined(let body, _, _) = self { body } else { nil }
  }
}
