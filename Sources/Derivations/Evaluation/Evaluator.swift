import Networks
import Tensors

/// Evaluates expressions on one probe, under the conventions in force.
///
/// Letters that an equation leaves free have a value while one component is evaluated. What an expression comes to are
/// nodes of the probe's graph, so that it can be differentiated by whatever it is computed from.
final class Evaluator {
  let probe: Probe
  let conventions: ConventionSet
  /// What a step goes down on: see `Steps`.
  var stepCost: StepCost = .network
  /// Whether gradients may lie as rows in a product: not where the notation has errors as columns.
  var allowsRowGradients = false
  /// The symbol that is the learning rate; without one it is that of the training.
  var rate: Expression?
  /// Letters that sentences use for examples: the x of "`$C_x$` is the cost of example x".
  let exampleLetters: Set<String>
  /// What the document defines that has no index: one of them may be a quantity of the network in another form.
  var definitions: [Expression] = []
  var graph: ScalarGraph { probe.graph }
  // One task alone works with an evaluator, so that accesses to what it keeps are not checked against each other.
  /// Conventions that made a difference.
  private(set) var used: ConventionSet = []
  /// What the expression that is being evaluated takes down.
  @exclusivity(unchecked) var notes = EvaluationNotes()
  /// Which ways the equation's own kinks were gone.
  var branches: [Branching: Set<Int>] = [:]
  /// What is known of this link alone: under its conventions, or with kinks of its own.
  @exclusivity(unchecked) private var known = KnownValues()
  /// What is known of all links.
  let common: CommonValues
  /// Whether two rows of cases apply at once somewhere, and differ.
  @exclusivity(unchecked) var overlaps = false
  /// What sums of this link alone run over.
  var sums = KnownSums()
  /// Inside a function of the document powers and quotients act entry by entry.
  @exclusivity(unchecked) var isInsideFunction = false
  /// What is differentiated by, while symbols that are made of it are held fixed.
  @exclusivity(unchecked) var fixed: Set<ScalarID>?
  /// The sides of the link: a letter may have its range there that a sum of its own does not say.
  let sides: [Expression]
  /// Whether one of the sides is a sum over examples.
  private(set) lazy var isBesideSumOfExamples = sides.contains { $0.contains { $0.isSum(overOneOf: exampleLetters) } }
  /// Variables of the sides that are not only compared with something.
  private(set) lazy var realLetters = sides.reduce(into: Set<String>()) { $0.formUnion($1.variablesOutsideConditions) }
  /// How the symbols of the link lie that are of all examples, where there are such and nothing sums over letters.
  let arrangementOfExamples: SymbolMeaning.Examples?
  /// Letters with one number on this network: `L`, `n`.
  let constants: [String: Int]
  /// Whether the terms of a sum stay nodes of their own, so that it can be differentiated by one that is a product.
  @exclusivity(unchecked) var keepsProducts = false
  /// Letters that a sum binds, while it is found out what they run over.
  @exclusivity(unchecked) var shadowed: Set<String> = []
  @exclusivity(unchecked) private var steps = 0
  /// More than any equation on any probe needs.
  static let stepLimit = 400_000

  struct Context {
    /// Letters with their values: layers as the document counts them, units and examples likewise.
    var letters: LetterValues = [:]
    /// Which example unlabelled quantities belong to, from 0.
    var example = 0
    var parameters: [Int: Value] = [:]
  }

  init(
    _ probe: Probe, constants: [String: Int], _ conventions: ConventionSet = [], exampleLetters: Set<String> = [],
    sides: [Expression] = [], arrangementOfExamples: SymbolMeaning.Examples? = nil
  ) {
    self.probe = probe
    self.constants = constants
    self.conventions = conventions
    self.exampleLetters = exampleLetters
    self.sides = sides
    let arrangement = arrangementOfExamples ?? Self.arrangementOfExamples(in: sides)
    self.arrangementOfExamples = arrangement
    common = probe.commonValues(constants, exampleLetters, arrangement)
  }

  /// See above.
  static func arrangementOfExamples(in sides: [Expression]) -> SymbolMeaning.Examples? {
    sides.contains(where: \.content.isSummed) ? nil : sides.lazy.compactMap(\.content.arrangementOfExamples).first
  }

  /// Forgets what was taken down of the last expression, for another one.
  func beginAnew() {
    steps = 0
    (used, notes, branches, overlaps) = ([], EvaluationNotes(), [:], false)
  }

  func use(_ convention: Convention) -> Bool {
    guard isInForce(convention) else { return false }
    used.insert(convention)
    return true
  }

  func isInForce(_ convention: Convention) -> Bool {
    notes.asked.insert(convention)
    return conventions.contains(convention)
  }

  // MARK: Expressions

  /// Counts what is done, and stops what would take too long.
  func takeSteps(_ count: Int) throws(EvaluationProblem) {
    steps += count
    guard steps < Self.stepLimit else { throw .unsupported(.fact(.size)) }
  }

  func value(_ expression: Expression, _ context: Context) throws(EvaluationProblem) -> Value {
    if let fixed {
      return try expression.isSymbol
        ? valueHeldFixed(expression, against: fixed, context) : evaluated(expression, context)
    }
    guard let place = place(of: expression, context) else { return try evaluated(expression, context) }
    let isCommon = !expression.content.dependsOnLink
    let shared = isCommon ? common.known[place] : nil
    // What asks for none of the conventions in force is the same without them.
    let isOfUse = shared.map { $0.notes.asked.isDisjoint(with: conventions) } ?? false
    if let entry = isOfUse ? shared : known[place] {
      // What the document defines costs nothing more, however often it is used.
      if !expression.isNamed { try takeSteps(1) }
      notes.take(entry.notes)
      return entry.value
    }
    let (value, notes) = try noting { () throws(EvaluationProblem) in try evaluated(expression, context) }
    guard !notes.looksElsewhere else { return value }
    let entry = KnownValues.Entry(value: value, notes: notes)
    if isCommon, shared == nil, !notes.hasBranches, notes.asked.isDisjoint(with: conventions) {
      common.known.add(entry, at: place)
    } else {
      known.add(entry, at: place)
    }
    return value
  }

  /// The value of a side of a link, which is asked for once at each of its components: what it is made of is
  /// remembered, and not the last step. Where changes of the link are tried, sides come again and again.
  func value(ofSide side: Expression, _ context: Context, comesAgain: Bool) throws(EvaluationProblem) -> Value {
    guard !comesAgain, fixed == nil, !side.isNamed else { return try value(side, context) }
    switch side.kind {
    case .sum, .product, .quotient, .negative, .power: return try evaluated(side, context)
    default: return try value(side, context)
    }
  }

  /// What is done, with what it alone takes down.
  func noting<Result>(
    _ work: () throws(EvaluationProblem) -> Result
  ) throws(EvaluationProblem) -> (result: Result, notes: EvaluationNotes) {
    let outer = notes
    notes = EvaluationNotes()
    defer {
      let inner = notes
      notes = outer
      notes.take(inner)
    }
    let result = try work()
    return (result, notes)
  }

  /// The expression with all that its value depends on; nil where that is too much to be told, or nothing at all.
  private func place(of expression: Expression, _ context: Context) -> KnownValues.Place? {
    let content = expression.content
    switch content.kind {
    // These are found as quickly as they are looked up.
    case .parameter, .index, .number, .constant, .ones: return nil
    default: break
    }
    guard shadowed.isEmpty, content.parameters.isEmpty || expression.isNamed,
      let letters = context.letters.packed(content.freeLetters)
    else { return nil }
    return KnownValues.Place(
      number: probe.numbers.number(of: content), letters: letters, example: content.isOfExample ? context.example : 0,
      isInsideFunction: isInsideFunction, keepsProducts: keepsProducts,
      arguments: content.parameters.map { number in
        let value = context.parameters[number]
        return KnownValues.Argument(form: value?.form ?? .scalar, ids: value?.ids ?? [])
      })
  }

  private func evaluated(_ expression: Expression, _ context: Context) throws(EvaluationProblem) -> Value {
    try takeSteps(1)
    guard probe.unitBase == 0 else { return try evaluatedFromOne(expression, context) }
    return try evaluatedFromOne(expression, context).counted(from: probe.unitBase)
  }

  private func evaluatedFromOne(_ expression: Expression, _ context: Context) throws(EvaluationProblem) -> Value {
    switch expression.kind {
    case .number(let digits): return .scalar(graph.constant(Double(digits) ?? .nan))
    case .constant(.pi): return .scalar(graph.constant(.pi))
    case .constant(.e): return .scalar(graph.constant(Elementary.exp(1)))
    case .ones(let count):
      guard let count else { return .scalar(graph.one) }
      let number = try whole(count, context)
      guard (1...10_000).contains(number) else { throw .unsupported(.fact(.size)) }
      return .column(Array(repeating: graph.one, count: number), .plain)
    case .identity(let size):
      return try identity(size.map { (size) throws(EvaluationProblem) in try whole(size, context) })
    case .unnamedConstant: throw .reading(ReadingProblem(.unnamedConstant, expression.range))
    case .quantity(let use): return try quantity(use, context)
    case .variable(let variable):
      var shape: [Int] = []
      for extent in variable.shape { shape.append(try whole(extent, context)) }
      return probe.value(of: variable, shape: shape)
    case .parameter(let number):
      guard let value = context.parameters[number] else { throw .unsupported(.fact(.parameterWithoutValue)) }
      return value
    case .negative(let inner): return try value(inner, context).mapped(graph.negate)
    case .sum(let terms): return try sum(terms, context)
    case .product(let factors): return try product(factors, context)
    case .quotient(let above, let below): return try quotient(value(above, context), value(below, context))
    case .power(let base, let exponent): return try power(base, exponent, context)
    case .transposed(let inner):
      // What has a transpose around it is no chain the other way round.
      let value =
        if case .product(let factors) = inner.kind { try product(factors, context, inOrder: true) } else {
          try value(inner, context)
        }
      guard value.form != .tensor else { throw .unsupported(.fact(.threeIndices)) }
      return value.transposed
    case .derivative(let derivative): return try self.derivative(derivative, context)
    case .gradient(let of, let by): return try gradient(of, by, context)
    case .big(let operation): return try big(operation, context)
    case .norm(let inner, _) where inner.isRowOfOnes != nil: throw .unsupported(.fact(.onesWithoutNumber))
    case .norm(let inner, let norm): return try self.norm(norm, of: value(inner, context), expression)
    case .absolute(let inner):
      let value = try value(inner, context)
      // It may be its determinant.
      if value.form == .matrix, value.rows == value.columns, !inner.isOfNetwork {
        throw .unsupported(.fact(.squareBetweenBars))
      }
      return value.mapped {
        branch(expression, bySignOf: $0)
        return graph.apply(.absolute, $0)
      }
    case .matrix(let rows, let isTuple):
      var value = try matrix(rows, isTuple: isTuple, context)
      value.isTuple = isTuple
      return value
    case .cases(let cases): return try self.cases(cases, expression, context)
    case .function(let use, let arguments): return try function(use, arguments, expression, context)
    case .entry(let inner, let indices): return try entry(value(inner, context), indices, context)
    case .index(let letter):
      guard let number = context.letters[letter] else { throw .reading(.unbound(letter, expression.range)) }
      return .scalar(graph.constant(Double(number)))
    case .member(let numbers, let written):
      let number = try index(written, context)
      guard let member = numbers.first(where: { $0.index == number }) else { throw .noLayer }
      return .scalar(graph.constant(Double(member.value)))
    case .indicator(let condition):
      let cases = [
        Expression.Case(value: Expression(.number("1"), expression.range), condition: condition),
        Expression.Case(value: Expression(.number("0"), expression.range)),
      ]
      if let vector = try entrywise(cases, expression, context) { return vector }
      let isTrue = try isTrue(condition, context)
      branch(expression, cases, row: isTrue ? 0 : 1)
      return .scalar(graph.constant(isTrue ? 1 : 0))
    }
  }

  /// A whole number, as a bound or an extent is.
  func whole(_ expression: Expression, _ context: Context) throws(EvaluationProblem) -> Int {
    if case .variable(let variable) = expression.kind, variable.value == nil,
      let value = context.letters[variable.name]
    {
      return value
    }
    let value = try value(expression, context)
    guard value.isSingle, let whole = Int(exactly: graph.value(value.ids[0])) else {
      throw .unsupported(.fact(.fractionalBound))
    }
    return whole
  }

  func index(_ index: IndexExpression, _ context: Context) throws(EvaluationProblem) -> Int {
    var sum = index.constant
    for term in index.terms {
      if let number = term.number {
        sum += term.factor * (try whole(number, context))
      } else if let number = context.letters[term.letter] ?? constants[term.letter] {
        sum += term.factor * number
      } else if let name = LayerLetter.name(term.letter) {
        guard let number = probe.number(ofLayer: name) else { throw .noLayer }
        sum += term.factor * (number + probe.layerBase)
      } else {
        throw .reading(.unbound(term.letter, 0..<0))
      }
    }
    return sum
  }

  // MARK: Sums

  private func sum(_ terms: [Expression.Term], _ context: Context) throws(EvaluationProblem) -> Value {
    var values: [(isNegative: Bool, value: Value)] = []
    values.reserveCapacity(terms.count)
    for term in terms { values.append((term.isNegative, try value(term.value, context))) }
    if values.allSatisfy({ $0.value.form == .scalar }) {
      // What has a name stays a node of its own, to be differentiated by.
      var named: Set<ScalarID> = []
      for (term, value) in zip(terms, values) where term.value.isSymbol { named.insert(value.value.ids[0]) }
      return .scalar(add(values.map { ($0.isNegative, $0.value.ids[0]) }, keeping: named))
    }
    var shaped = values[0].value
    for (_, value) in values where !value.isSingle || shaped.form == .scalar {
      if shaped.isSingle { shaped = value } else { shaped = try fitted(shaped, value, "added").0 }
    }
    if values.allSatisfy({ $0.value.isSingle }) { shaped = values.first { $0.value.form != .scalar }?.value ?? shaped }
    if shaped.isSizeless, values.contains(where: \.value.isSingle) {
      throw .unsupported(.fact(.numberBesideIdentity))
    }
    let count = shaped.ids.count
    var parts: [(isNegative: Bool, ids: [ScalarID])] = []
    for (isNegative, value) in values {
      let ids: [ScalarID]
      if value.isSingle {
        ids = Array(repeating: value.ids[0], count: count)
      } else {
        let (a, b) = try fitted(shaped, value, "added")
        shaped = a
        ids = b.ids
      }
      parts.append((isNegative, ids))
    }
    let width = shaped.ids.count
    guard parts.allSatisfy({ $0.ids.count == width }) else {
      throw .refuted("terms of different shapes are added", left: shaped.description, right: nil)
    }
    var result = shaped
    result.derivative = nil
    let named = zip(terms, parts).reduce(into: Set<ScalarID>()) { if $1.0.value.isSymbol { $0.formUnion($1.1.ids) } }
    result.ids = (0..<width).map { place in add(parts.map { ($0.isNegative, $0.ids[place]) }, keeping: named) }
    return result
  }

  /// Terms with their signs; products among them are one node, as the network has them.
  private func add(_ terms: [(isNegative: Bool, id: ScalarID)], keeping named: Set<ScalarID>) -> ScalarID {
    let positive = terms.filter { !$0.isNegative }.map(\.id)
    let negative = terms.filter(\.isNegative).map(\.id)
    if positive.count == 1, negative.count == 1 { return graph.subtract(positive[0], negative[0]) }
    let sum = total(positive, keeping: named)
    if negative.isEmpty { return sum }
    if positive.isEmpty { return graph.negate(total(negative, keeping: named)) }
    return graph.subtract(sum, total(negative, keeping: named))
  }

  /// The sum of terms, whose products are one dot product.
  ///
  /// - Parameter named: products that are to stay nodes of their own
  func total(_ ids: [ScalarID], keeping named: Set<ScalarID> = []) -> ScalarID {
    if keepsProducts { return graph.sum(ids) }
    var left: [ScalarID] = []
    var right: [ScalarID] = []
    var rest: [ScalarID] = []
    for id in ids {
      if !named.contains(id), let (a, b) = graph.factors(of: id) {
        left.append(a)
        right.append(b)
      } else {
        rest.append(id)
      }
    }
    if left.count < 2 { return graph.sum(ids) }
    return graph.sum([graph.dot(left, right)] + rest)
  }
}
