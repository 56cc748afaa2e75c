import Synchronization

/// What an expression says, with what its value depends on: found out once for all the times that it is evaluated.
final class ExpressionContent: Sendable {
  let kind: Expression.Kind
  /// The index letters that the value may depend on, in order: all that are written, but for those that a sum inside
  /// binds.
  let freeLetters: [String]
  /// The letters on whose numbers it depends what the others run over, whoever binds them: those of layers, of
  /// conditions, and of what has entries.
  let placeLetters: [String]
  /// The parameters of functions around it.
  let parameters: [Int]
  /// Whether something may belong to an example that is not named.
  let isOfExample: Bool

  /// Whether it depends on more of the link than its letters.
  let dependsOnLink: Bool
  /// Whether it names nothing but numbers.
  let isNumeric: Bool
  /// Whether the step of a parameter takes part.
  let speaksOfStep: Bool
  /// Whether a symbol in it names the step of the training that it is meant at.
  let namesStep: Bool
  /// Whether what its letters run over can be told of each of its parts by itself.
  let hasPlainIndices: Bool
  /// Whether something is summed, multiplied or compared over letters.
  let isSummed: Bool
  /// Whether cases are told apart.
  let hasCases: Bool
  /// Whether a cost stands with the parameters that it is a function of.
  let hasArguments: Bool
  /// How the first symbol lies that is of all examples.
  let arrangementOfExamples: SymbolMeaning.Examples?
  /// Whether it is made of others.
  let hasParts: Bool
  /// What it is directly made of.
  let children: [Expression]
  private let structure: Int
  /// See `ExpressionNumbers`.
  let number = Atomic<Int>(0)

  init(_ kind: Expression.Kind) {
    self.kind = kind
    children = kind.children
    let parts = children.map(\.content)
    freeLetters = kind.freeLetters(of: parts)
    placeLetters = parts.lazy.map(\.placeLetters).union(with: kind.ownPlaceLetters)
    parameters = kind.parameters(of: parts)
    isOfExample = kind.isQuantityOfExample || parts.contains(where: \.isOfExample)
    dependsOnLink = kind.isOfLink || parts.contains(where: \.dependsOnLink)
    isNumeric = kind.isNumber && parts.allSatisfy(\.isNumeric)
    speaksOfStep = kind.isStep || parts.contains(where: \.speaksOfStep)
    namesStep = kind.namesStep || parts.contains(where: \.namesStep)
    isSummed = kind.isBig || parts.contains(where: \.isSummed)
    hasCases = kind.isCases || parts.contains(where: \.hasCases)
    hasArguments = kind.hasArguments || parts.contains(where: \.hasArguments)
    arrangementOfExamples = kind.arrangementOfExamples ?? parts.lazy.compactMap(\.arrangementOfExamples).first
    hasParts = !parts.isEmpty
    hasPlainIndices = kind.isPlainlyIndexed && parts.allSatisfy(\.hasPlainIndices)
    var hasher = Hasher()
    hasher.combine(kind)
    structure = hasher.finalize()
  }
}

extension ExpressionContent: Hashable {
  static func == (left: ExpressionContent, right: ExpressionContent) -> Bool {
    if left === right { return true }
    let (one, other) = (left.number.load(ordering: .relaxed), right.number.load(ordering: .relaxed))
    return one > 0 && one == other || left.structure == right.structure && left.kind == right.kind
  }

  func hash(into hasher: inout Hasher) { hasher.combine(structure) }
}

/// Numbers for what expressions say, the same for all that say the same: a symbol is read anew wherever it is used, a
/// member of a chain on both sides of its link, and most of a link again with every repair that is tried.
final class ExpressionNumbers: Sendable {
  private static let last = Atomic<Int>(0)
  private let known = Mutex<[ExpressionContent: Int]>([:])

  func number(of content: ExpressionContent) -> Int {
    let number = content.number.load(ordering: .relaxed)
    return number > 0 ? number : numbered(content)
  }

  private func numbered(_ content: ExpressionContent) -> Int {
    // The parts first: what is made of parts with the same numbers is quickly found to be the same.
    for part in content.children { _ = number(of: part.content) }
    let number = known.withLock { known in
      let number = known[content] ?? Self.last.add(1, ordering: .relaxed).newValue
      known[content] = number
      return number
    }
    content.number.store(number, ordering: .relaxed)
    return number
  }
}

extension Array where Element: Comparable {
  /// Each once, in order.
  fileprivate var inOrder: [Element] {
    guard count > 1 else { return self }
    var result = sorted()
    var kept = 1
    for place in 1..<result.count where result[place] != result[kept - 1] {
      result[kept] = result[place]
      kept += 1
    }
    result.removeLast(result.count - kept)
    return result
  }
}

extension Sequence {
  /// The elements of all lists, which are in order, and some more, each once and in order: as a rule those of one list.
  fileprivate func union<Part: Comparable>(with others: [Part] = []) -> [Part] where Element == [Part] {
    var all: [Part] = []
    for list in self where !list.isEmpty && list != all { all = all.isEmpty ? list : (all + list).inOrder }
    return others.isEmpty ? all : (all + others).inOrder
  }
}

extension Expression {
  /// What the expression is directly made of.
  var children: [Expression] { content.children }

  /// The index letters that the value may depend on.
  var freeLetters: Set<String> { Set(content.freeLetters) }

  /// Whether it names nothing but numbers.
  var isNumeric: Bool { content.isNumeric }

  /// Whether the step of a parameter takes part.
  var speaksOfStep: Bool { content.speaksOfStep }
}

extension Expression.Kind {
  fileprivate var children: [Expression] {
    switch self {
    case .number, .constant, .unnamedConstant, .parameter, .index: []
    case .identity(let size), .ones(let size): size.map { [$0] } ?? []
    case .variable(let variable): variable.shape
    case .quantity(let use): use.operands + use.numbersInIndices
    case .entry(let inner, let indices): [inner] + indices.flatMap(\.numbers)
    case .member: []
    case .negative(let inner), .transposed(let inner), .norm(let inner, _), .absolute(let inner): [inner]
    case .sum(let terms): terms.map(\.value)
    case .product(let factors): factors.map(\.value)
    case .quotient(let a, let b), .power(let a, let b): [a, b]
    case .derivative(let derivative): [derivative.numerator] + derivative.denominators
    case .gradient(let of, let by): [of] + by
    case .big(let operation):
      [operation.lower, operation.upper].compactMap(\.self) + [operation.body]
        + operation.conditions.flatMap(\.sides)
    case .matrix(let rows, _): rows.flatMap(\.self)
    case .cases(let cases): cases.flatMap { [$0.value] + ($0.condition?.sides ?? []) }
    case .function(let use, let arguments):
      arguments + (use.body.map { [$0] } ?? [])
    case .indicator(let condition): condition.sides
    }
  }

  fileprivate func freeLetters(of parts: [ExpressionContent]) -> [String] {
    if case .big(let operation) = self {
      let inner = [operation.body] + operation.conditions.flatMap(\.sides)
      let bounds = [operation.lower, operation.upper].compactMap(\.self)
      let free = inner.flatMap(\.content.freeLetters).filter { !operation.letters.contains($0) }
      return (free + bounds.flatMap(\.content.freeLetters) + [operation.openEnd].compactMap(\.self)).inOrder
    }
    return parts.lazy.map(\.freeLetters).union(with: ownLetters)
  }

  private var ownLetters: [String] {
    switch self {
    case .index(let letter): [letter]
    // A bound may be a letter that `let` made a number.
    case .variable(let variable): [variable.name]
    case .entry(_, let indices): indices.flatMap(\.letters)
    case .function(.activation(let layer?, _), _): layer.letters
    case .quantity(let use): use.indices.flatMap(\.letters) + [use.everyLayer].compactMap(\.self)
    case .member(_, let index): index.letters
    default: []
    }
  }

  fileprivate var ownPlaceLetters: [String] {
    switch self {
    case .function(.activation(let layer?, _), _): layer.letters
    case .entry(let inner, _): inner.content.freeLetters
    case .member(_, let index): index.letters
    case .cases(let cases):
      cases.compactMap(\.condition).flatMap(\.sides).flatMap(\.content.freeLetters)
    case .quantity(let use):
      (use.layer?.letters ?? []) + [use.everyLayer].compactMap(\.self) + use.operands.flatMap(\.content.freeLetters)
    default: []
    }
  }

  fileprivate func parameters(of parts: [ExpressionContent]) -> [Int] {
    switch self {
    case .parameter(let number): [number]
    case .function(.defined(let body, let own, _), let arguments):
      (body.content.parameters.filter { !own.contains($0) } + arguments.flatMap(\.content.parameters)).inOrder
    default: parts.lazy.map(\.parameters).union()
    }
  }

  /// Whether it is a quantity whose value may be another for another example.
  fileprivate var isQuantityOfExample: Bool {
    guard case .quantity(let use) = self else { return false }
    switch use.meaning.quantity {
    case .weight, .bias, .anyWeight, .anyBias, .anyParameter, .squaresOfWeights, .regularization, .learningRate,
      .exampleCount, .layerCount, .hiddenLayerCount, .unitCount, .inputCount, .outputCount, .parameterCount,
      .stepNumber, .kronecker:
      return false
    default: return true
    }
  }

  /// Whether the value is another in another link: a step is one on some cost, what is differentiated by may be a
  /// definition, and differentials are those of what moves in the link.
  fileprivate var isOfLink: Bool {
    switch self {
    case .quantity(let use):
      switch use.meaning.quantity {
      case .step, .afterStep, .descent, .accumulated, .increment: return true
      case .derivative: return !use.operands.allSatisfy(\.isNode)
      default: return false
      }
    case .derivative(let derivative): return !derivative.denominators.allSatisfy(\.isNode)
    case .function(.differential, _): return true
    default: return false
    }
  }

  /// Whether it is no quantity, variable or function of the network, whatever its parts are.
  fileprivate var isNumber: Bool {
    switch self {
    case .quantity, .variable, .unnamedConstant, .member: return false
    case .function(let use, _):
      switch use {
      case .activation(let layer, primes: 0): return layer.map(\.letters.isEmpty) ?? true
      case .activation, .loss, .network, .differential: return false
      default: return true
      }
    default: return true
    }
  }

  fileprivate var isStep: Bool {
    guard case .quantity(let use) = self else { return false }
    switch use.meaning.quantity {
    case .step, .afterStep: return true
    default: return false
    }
  }

  fileprivate var namesStep: Bool { if case .quantity(let use) = self { use.step != nil } else { false } }

  fileprivate var hasArguments: Bool { if case .quantity(let use) = self { !use.arguments.isEmpty } else { false } }
  fileprivate var isCases: Bool { if case .cases = self { true } else { false } }

  fileprivate var isBig: Bool { if case .big = self { true } else { false } }

  fileprivate var arrangementOfExamples: SymbolMeaning.Examples? {
    if case .quantity(let use) = self { use.meaning.examples } else { nil }
  }

  /// Entries need the shape of a value, and cases ask which of them are met.
  fileprivate var isPlainlyIndexed: Bool {
    switch self {
    case .entry, .cases, .member: return false
    case .quantity(let use):
      switch use.meaning.quantity {
      case .row, .column: return false
      default: return use.numbersInIndices.isEmpty
      }
    default: return true
    }
  }
}
