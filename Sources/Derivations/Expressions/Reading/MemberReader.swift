import TeXMath

/// Members of links as expressions in one scope, each read once.
///
/// A link is looked at several times: as an update, as a claim about numbers, as a claim between quantities, and again
/// with every repair that leaves one of its members as it is.
final class MemberReader {
  struct Reading {
    var expression: Expression
    /// What had to be mended.
    var notes: [String]
    /// See `ExpressionParser`.
    var wholes: [String]
    /// Letters that nothing binds, and whether one of them stands as the argument of a function.
    var realVariables: [String: Bool]
  }
  private struct Key: Hashable {
    var nodes: [Node]
    var realVariables: [String: Bool]
    var options: ExpressionParser.Options

    /// What differs stands in other places as a rule.
    func hash(into hasher: inout Hasher) {
      hasher.combine(nodes.count)
      hasher.combine(nodes.range)
      hasher.combine(options.hasWideSums)
      hasher.combine(options.hasWideDerivatives)
    }
  }

  let scope: Scope
  private var readings: [Key: Result<Reading, ReadingProblem>] = [:]
  private var constantsOfProbes: [ObjectIdentifier: (probe: Probe, values: [String: Int])] = [:]
  /// Letters with one number on each network.
  private(set) lazy var indexConstants = scope.indexConstants
  private lazy var indexNumbers = scope.indexNumbers
  private(set) lazy var exampleLetters = scope.exampleLetters
  /// Whether a sentence has the errors of a layer that do not lie as a row.
  private(set) lazy var hasErrorsAsColumns = scope.hasErrorsAsColumns
  /// What expressions that were read ask of a network.
  let needs = KnownNeeds()
  private let parts = KnownParts()
  /// See `KnownParts`.
  var revisions: Int { parts.revisions }
  private(set) lazy var constantMeanings = Dictionary(
    indexConstants.map { ($0.letter, $0.meaning) }, uniquingKeysWith: { $1 })

  init(_ scope: Scope) { self.scope = scope }

  /// - Parameter realVariables: those of the members before it
  func read(
    _ nodes: [Node], after realVariables: [String: Bool] = [:], _ options: ExpressionParser.Options = .init()
  ) throws(ReadingProblem) -> Reading {
    let key = Key(nodes: nodes, realVariables: realVariables, options: options)
    if let known = readings[key] { return try known.get() }
    let result = Result { () throws(ReadingProblem) in
      var parser = ExpressionParser(nodes, scope: scope, options: options)
      return try parser.reading(after: realVariables)
    }
    readings[key] = result
    return try result.get()
  }

  /// A member that stands nowhere, read by its parts: places in it say nothing.
  func readByParts(_ nodes: [Node], after realVariables: [String: Bool]) throws(ReadingProblem) -> Reading {
    var parser = ExpressionParser(nodes, scope: scope)
    parser.known = parts
    return try parser.reading(after: realVariables)
  }

  /// - Parameter realVariables: those of the chain that the link stands in
  func sides(
    _ left: [Node], _ right: [Node], after realVariables: [String: Bool] = [:],
    _ options: ExpressionParser.Options = .init()
  ) throws(ReadingProblem) -> LinkJudge.Sides {
    let a = try read(left, after: realVariables, options)
    let b = try read(right, after: a.realVariables, options)
    // A letter that nothing binds is a real variable if it stands as the argument of a function.
    if let letter = b.realVariables.filter({ !$0.value }).keys.min() { throw .unbound(letter, (left + right).range) }
    // But beside what a network computes it would have to be something of the network.
    if let letter = b.realVariables.keys.min(), a.expression.isComputed || b.expression.isComputed {
      throw .unbound(letter, (left + right).range)
    }
    if a.expression.isOfOtherParameters(than: b.expression) {
      throw .unsupported(.fact(.costElsewhere), (left + right).range)
    }
    return try LinkJudge.Sides(
      left: a.expression, right: b.expression, notes: a.notes + b.notes.filter { !a.notes.contains($0) },
      wholes: a.wholes + b.wholes
    ).listingDiagonals.settlingSteps()
  }

  /// The numbers that such letters have on one network.
  func constants(on probe: Probe) -> [String: Int] {
    if let known = constantsOfProbes[ObjectIdentifier(probe)] { return known.values }
    let values = indexNumbers.merging(probe.values(of: indexConstants)) { $1 }
    constantsOfProbes[ObjectIdentifier(probe)] = (probe, values)
    return values
  }
}

extension ExpressionParser {
  fileprivate mutating func reading(
    after realVariables: [String: Bool]
  ) throws(ReadingProblem) -> MemberReader.Reading {
    self.realVariables = realVariables
    let expression = try parseMending()
    return MemberReader.Reading(
      expression: expression, notes: notes, wholes: wholes, realVariables: self.realVariables)
  }
}

extension Expression {
  /// Whether a quantity that parameters or data decide takes part.
  fileprivate var isComputed: Bool {
    contains { part in
      guard case .quantity(let use) = part.kind else { return false }
      return use.meaning.dependsOnExample || use.meaning.isCost || use.meaning.isParameter
    }
  }
}

extension Expression {
  /// Whether one and the same cost stands in both, or in one of them, as a function of other parameters: `E(V, b)` beside
  /// `E(W, c)` is E at other values.
  fileprivate func isOfOtherParameters(than other: Expression) -> Bool {
    var first: [SymbolMeaning: Set<String>] = [:]
    func differs(_ expression: Expression) -> Bool {
      if case .quantity(let use) = expression.kind, !use.arguments.isEmpty {
        let known = first[use.meaning] ?? use.arguments
        first[use.meaning] = known
        if known.count == use.arguments.count, known != use.arguments { return true }
      }
      return expression.content.hasArguments && expression.children.contains(where: differs)
    }
    return differs(self) || differs(other)
  }
}

extension Probe {
  /// The numbers of letters that name layers and counts.
  func values(of constants: [(letter: String, meaning: SymbolMeaning)]) -> [String: Int] {
    var values: [String: Int] = [:]
    for (letter, meaning) in constants {
      switch meaning.quantity {
      case .layerCount: values[letter] = layers + layerBase
      case .hiddenLayerCount: values[letter] = layers - 1
      case .exampleCount: values[letter] = examples
      case .inputCount: values[letter] = units(ofLayer: 0)
      case .outputCount: values[letter] = units(ofLayer: layers)
      case .unitCount:
        if case .name(let name)? = meaning.layer, let number = number(ofLayer: name) {
          values[letter] = units(ofLayer: number)
        } else if case .number(let number)? = meaning.layer, (0...layers).contains(number - layerBase) {
          values[letter] = units(ofLayer: number - layerBase)
        }
      case .layerName(let index):
        if case .name(let name) = index { values[letter] = number(ofLayer: name).map { $0 + layerBase } }
        if case .number(let number) = index { values[letter] = number }
      default: break
      }
      if meaning.offset != 0, let number = values[letter] { values[letter] = number + meaning.offset }
    }
    return values
  }
}
