import Networks
import Tensors

/// Evaluates expressions on one probe, under the conventions in force.
///
/// Letters that an equation leaves free have a value while one component is evaluated. What an expression comes to are
/// nodes of the probe's graph, so that it can be differentiated by whatever it is computed from.
final class Evaluator {
  let probe: Probe
  let conventions: Set<Convention>
  /// What a step goes down on: see `Steps`.
  var stepCost: StepCost = .network
  /// The symbol that is the learning rate; without one it is that of the training.
  var rate: Expression?
  var graph: ScalarGraph { probe.graph }
  /// Conventions that made a difference.
  private(set) var used: Set<Convention> = []
  /// Derivatives that took part.
  private(set) var derivativeKeys: [Probe.DerivativeKey] = []
  /// Which ways the equation's own kinks were gone.
  var branches: [Branching: Set<Int>] = [:]
  private var derivativeKeySet: Set<Probe.DerivativeKey> = []
  /// Inside a function of the document powers and quotients act entry by entry.
  var isInsideFunction = false
  /// Letters with one number on this network: `L`, `n`.
  let constants: [String: Int]
  private var steps = 0
  /// More than any equation on any probe needs.
  static let stepLimit = 400_000

  struct Context {
    /// Letters with their values: layers as the document counts them, units and examples likewise.
    var letters: [String: Int] = [:]
    /// Which example unlabelled quantities belong to, from 0.
    var example = 0
    var parameters: [Int: Value] = [:]
  }

  init(_ probe: Probe, constants: [String: Int], _ conventions: Set<Convention> = []) {
    self.probe = probe
    self.constants = constants
    self.conventions = conventions
  }

  func use(_ convention: Convention) -> Bool {
    guard conventions.contains(convention) else { return false }
    used.insert(convention)
    return true
  }

  func note(_ key: Probe.DerivativeKey) {
    if derivativeKeySet.insert(key).inserted { derivativeKeys.append(key) }
  }

  // MARK: Expressions

  /// Counts what is done, and stops what would take too long.
  func takeSteps(_ count: Int) throws(EvaluationProblem) {
    steps += count
    guard steps < Self.stepLimit else { throw .unsupported("an equation with this many terms") }
  }

  func value(_ expression: Expression, _ context: Context) throws(EvaluationProblem) -> Value {
    try takeSteps(1)
    switch expression.kind {
    case .number(let digits): return .scalar(graph.constant(Double(digits) ?? .nan))
    case .constant(.pi): return .scalar(graph.constant(.pi))
    case .constant(.e): return .scalar(graph.constant(Elementary.exp(1)))
    case .quantity(let use): return try quantity(use, context)
    case .variable(let variable):
      var shape: [Int] = []
      for extent in variable.shape { shape.append(try whole(extent, context)) }
      return probe.value(of: variable, shape: shape)
    case .parameter(let number):
      guard let value = context.parameters[number] else { throw .unsupported("a parameter without a value") }
      return value
    case .applied(let body, let arguments):
      var inner = context
      for argument in arguments { inner.parameters[argument.parameter] = try value(argument.value, context) }
      return try value(body, inner)
    case .negative(let inner): return try value(inner, context).mapped(graph.negate)
    case .sum(let terms): return try sum(terms, context)
    case .product(let factors): return try product(factors, context)
    case .quotient(let above, let below): return try quotient(value(above, context), value(below, context))
    case .power(let base, let exponent): return try power(base, exponent, context)
    case .transposed(let inner):
      let value = try value(inner, context)
      guard value.form != .tensor else { throw .unsupported("the transpose of something with three indices") }
      return value.transposed
    case .derivative(let derivative): return try self.derivative(derivative, context)
    case .gradient(let of, let by): return try gradient(of, by, context)
    case .big(let operation): return try big(operation, context)
    case .norm(let inner):
      let ids = try value(inner, context).ids
      if ids.count == 1 { return .scalar(graph.apply(.absolute, ids[0])) }
      return .scalar(graph.apply(.squareRoot, graph.dot(ids, ids)))
    case .absolute(let inner):
      return try value(inner, context).mapped {
        branch(expression, graph.value($0) > 0 ? 1 : 0, of: 2, at: [$0])
        return graph.apply(.absolute, $0)
      }
    case .matrix(let rows): return try matrix(rows, context)
    case .cases(let cases): return try self.cases(cases, expression, context)
    case .function(let use, let arguments): return try function(use, arguments, expression, context)
    case .entry(let inner, let indices): return try entry(value(inner, context), indices, context)
    case .index(let letter):
      guard let number = context.letters[letter] else { throw .reading(.unbound(letter, expression.range)) }
      return .scalar(graph.constant(Double(number)))
    case .indicator(let condition):
      let isTrue = try isTrue(condition, context)
      branch(
        expression, [Expression.Case(value: expression, condition: condition), Expression.Case(value: expression)],
        row: isTrue ? 0 : 1)
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
      throw .unsupported("a bound that is no whole number")
    }
    return whole
  }

  func index(_ index: IndexExpression, _ context: Context) throws(EvaluationProblem) -> Int {
    var sum = index.constant
    for term in index.terms {
      if let number = context.letters[term.letter] ?? constants[term.letter] {
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
    for term in terms { values.append((term.isNegative, try value(term.value, context))) }
    var shaped = values[0].value
    for (_, value) in values where !value.isSingle || shaped.form == .scalar {
      if shaped.isSingle { shaped = value } else { shaped = try fitted(shaped, value, "added").0 }
    }
    if values.allSatisfy({ $0.value.isSingle }) { shaped = values.first { $0.value.form != .scalar }?.value ?? shaped }
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
    result.ids = (0..<width).map { place in add(parts.map { ($0.isNegative, $0.ids[place]) }) }
    return result
  }

  /// Terms with their signs; products among them are one node, as the network has them.
  private func add(_ terms: [(isNegative: Bool, id: ScalarID)]) -> ScalarID {
    let positive = terms.filter { !$0.isNegative }.map(\.id)
    let negative = terms.filter(\.isNegative).map(\.id)
    if positive.count == 1, negative.count == 1 { return graph.subtract(positive[0], negative[0]) }
    let sum = total(positive)
    if negative.isEmpty { return sum }
    if positive.isEmpty { return graph.negate(total(negative)) }
    return graph.subtract(sum, total(negative))
  }

  /// The sum of terms, whose products are one dot product.
  func total(_ ids: [ScalarID]) -> ScalarID {
    var left: [ScalarID] = []
    var right: [ScalarID] = []
    var rest: [ScalarID] = []
    for id in ids {
      if let (a, b) = graph.factors(of: id) {
        left.append(a)
        right.append(b)
      } else {
        rest.append(id)
      }
    }
    if left.count < 2 { return graph.sum(ids) }
    return graph.sum([graph.dot(left, right)] + rest)
  }

  /// Two values of one shape, re-read where a convention allows it.
  func fitted(_ left: Value, _ right: Value, _ word: String) throws(EvaluationProblem) -> (Value, Value) {
    if left.form == right.form, left.shape == right.shape { return (left, right) }
    if left.isSingle, right.isSingle { return (left, right) }
    // A matrix of one column is a column.
    if left.form == .matrix, right.form != .matrix, let vector = left.vector(like: right) {
      return try fitted(vector, right, word)
    }
    if right.form == .matrix, left.form != .matrix, let vector = right.vector(like: left) {
      return try fitted(left, vector, word)
    }
    if left.shape.count == 1, left.shape == right.shape, left.form != right.form, use(.rowGradient) {
      return (left, right.transposed)
    }
    if let pair = withoutBiasPlaces(left, right), use(.biasRowDropped) { return pair }
    if word == "added", use(.biasBroadcast) {
      if let b = broadcast(right, to: left) { return (left, b) }
      if let a = broadcast(left, to: right) { return (a, right) }
    }
    if let pair = diagonals(left, right), use(.elementwiseDerivative) { return pair }
    throw .refuted(
      "\(left.description) and \(right.description) can't be \(word)", left: left.description, right: right.description)
  }

  /// A column for every example, from one column.
  private func broadcast(_ value: Value, to matrix: Value) -> Value? {
    guard matrix.form == .matrix else { return nil }
    if value.form == .column, value.shape[0] == matrix.shape[0], matrix.spaces[1] == .examples {
      return .matrix(
        matrix.shape[0], matrix.shape[1],
        value.ids.flatMap { Array(repeating: $0, count: matrix.shape[1]) }, matrix.spaces)
    }
    if value.form == .row, value.shape[0] == matrix.shape[1], matrix.spaces[0] == .examples {
      return .matrix(
        matrix.shape[0], matrix.shape[1], (0..<matrix.shape[0]).flatMap { _ in value.ids }, matrix.spaces)
    }
    return nil
  }

  /// Without the place of the bias in the one that has it, where the other has none.
  func withoutBiasPlaces(_ left: Value, _ right: Value) -> (Value, Value)? {
    func dropped(_ value: Value) -> Value? {
      guard value.hasBiasPlace else { return nil }
      switch value.form {
      case .column, .row:
        var copy = value
        copy.ids.removeFirst()
        copy.shape[0] -= 1
        copy.bases[0] = 1
        copy.hasBiasPlace = false
        return copy
      default: return nil
      }
    }
    if left.shape.count == 1, right.shape.count == 1, left.form == right.form {
      if left.shape[0] == right.shape[0] + 1, let less = dropped(left) { return (less, right) }
      if right.shape[0] == left.shape[0] + 1, let less = dropped(right) { return (left, less) }
    }
    return nil
  }

  /// The diagonal of a Jacobian for which a column is written.
  private func diagonals(_ left: Value, _ right: Value) -> (Value, Value)? {
    func diagonal(_ value: Value, _ other: Value) -> Value? {
      guard let record = value.derivative, value.form == .matrix, value.shape[0] == value.shape[1],
        other.isSingle || other.shape == [value.shape[0]]
      else { return nil }
      let count = value.shape[0]
      for row in 0..<count {
        for column in 0..<count where row != column {
          guard graph.isStructuralZero(value.ids[row * count + column]) else { return nil }
        }
      }
      let ids = (0..<count).map { value.ids[$0 * count + $0] }
      return record.aboveForm == .row ? .row(ids) : .column(ids)
    }
    if let a = diagonal(left, right) { return other(right, like: a).map { (a, $0) } }
    if let b = diagonal(right, left) { return other(left, like: b).map { ($0, b) } }
    return nil
  }

  private func other(_ value: Value, like diagonal: Value) -> Value? {
    if value.isSingle {
      var copy = diagonal
      copy.ids = Array(repeating: value.ids[0], count: diagonal.ids.count)
      return copy
    }
    return value.form == diagonal.form ? value : nil
  }

  // MARK: Matrices, cases, entries

  private func matrix(_ rows: [[Expression]], _ context: Context) throws(EvaluationProblem) -> Value {
    var ids: [ScalarID] = []
    for row in rows {
      for entry in row {
        let value = try value(entry, context)
        guard value.isSingle else { throw .unsupported("a matrix made of vectors") }
        ids.append(value.ids[0])
      }
    }
    let (height, width) = (rows.count, rows[0].count)
    if width == 1 { return .column(ids, .plain) }
    if height == 1 { return .row(ids, .plain) }
    return .matrix(height, width, ids, [.plain, .plain])
  }

  private func cases(
    _ cases: [Expression.Case], _ expression: Expression, _ context: Context
  ) throws(EvaluationProblem) -> Value {
    if let vector = try entrywise(cases, context) { return vector }
    for (place, item) in cases.enumerated() {
      if let condition = item.condition, try !isTrue(condition, context) {
        // Conditions that leave something out mean it for the last.
        if place == cases.count - 1 { throw .unsupported("an argument that no case covers") }
        continue
      }
      branch(expression, cases, row: place)
      return try value(item.value, context)
    }
    throw .unsupported("an empty list of cases")
  }

  /// Cases whose conditions speak of a vector or matrix hold for every entry by itself; nil where they speak of numbers.
  private func entrywise(_ cases: [Expression.Case], _ context: Context) throws(EvaluationProblem) -> Value? {
    guard let first = cases.first?.condition, !isLetter(first.left, context),
      case let subject = try value(first.left, context), !subject.isSingle
    else { return nil }
    func ids(_ expression: Expression) throws(EvaluationProblem) -> [ScalarID] {
      let value = try value(expression, context)
      if value.isSingle { return Array(repeating: value.ids[0], count: subject.ids.count) }
      guard value.form == subject.form, value.shape == subject.shape else {
        throw .unsupported("cases of different shapes")
      }
      return value.ids
    }
    var chosen = [ScalarID?](repeating: nil, count: subject.ids.count)
    for item in cases {
      let values = try ids(item.value)
      let sides = try item.condition.map { (condition) throws(EvaluationProblem) in
        (condition.relation, try ids(condition.left), try ids(condition.right))
      }
      for place in chosen.indices where chosen[place] == nil {
        if let (relation, left, right) = sides,
          !relation.holds(graph.value(left[place]), graph.value(right[place]), slack: 0)
        {
          continue
        }
        chosen[place] = values[place]
      }
    }
    var result = subject
    result.derivative = nil
    result.ids = chosen.compactMap(\.self)
    guard result.ids.count == chosen.count else { throw .unsupported("an argument that no case covers") }
    return result
  }

  private func isLetter(_ expression: Expression, _ context: Context) -> Bool {
    if case .variable(let variable) = expression.kind { context.letters[variable.name] != nil } else { false }
  }

  func isTrue(_ condition: Expression.Condition, _ context: Context) throws(EvaluationProblem) -> Bool {
    func number(_ expression: Expression) throws(EvaluationProblem) -> Double {
      if case .variable(let variable) = expression.kind, let value = context.letters[variable.name] {
        return Double(value)
      }
      let value = try value(expression, context)
      guard value.isSingle else { throw .unsupported("a condition between vectors") }
      return graph.value(value.ids[0])
    }
    let isOpen = [condition.left, condition.right].allSatisfy { side in
      if case .variable(let variable) = side.kind {
        variable.value == nil && context.letters[variable.name] == nil
      } else {
        false
      }
    }
    if isOpen, condition.left != condition.right {
      throw .reading(.undecided("nothing says what the letters of a condition are"))
    }
    let (left, right) = (try number(condition.left), try number(condition.right))
    switch condition.relation {
    case .equal: return left == right
    case .unequal: return left != right
    case .less: return left < right
    case .atMost: return left <= right
    case .greater: return left > right
    case .atLeast: return left >= right
    }
  }

  func entry(
    _ value: Value, _ indices: [IndexExpression], _ context: Context
  ) throws(EvaluationProblem) -> Value {
    var indices = indices
    if value.shape.count == 2, indices.count == 1, indices[0].digits.count == 2 {
      indices = indices[0].digits.map { IndexExpression(constant: $0) }
    }
    // A column of one entry equals its entry.
    if value.form == .scalar, indices.count == 1, try index(indices[0], context) == 1 { return value }
    guard indices.count == value.shape.count else {
      if value.form == .matrix, indices.count == 1, !indices[0].isWhole {
        let row = try place(indices[0], axis: 0, of: value, context)
        let width = value.shape[1]
        return .column(Array(value.ids[(row * width)..<((row + 1) * width)]), value.spaces[1])
      }
      throw .refuted(
        "\(value.description) has not \(indices.count) ind\(indices.count == 1 ? "ex" : "ices")",
        left: value.description, right: nil)
    }
    if indices.count == 2, indices[0].isWhole != indices[1].isWhole {
      let (height, width) = (value.shape[0], value.shape[1])
      if indices[0].isWhole {
        let column = try place(indices[1], axis: 1, of: value, context)
        return .column((0..<height).map { value.ids[$0 * width + column] }, value.spaces[0])
      }
      let row = try place(indices[0], axis: 0, of: value, context)
      return .row(Array(value.ids[(row * width)..<((row + 1) * width)]), value.spaces[1])
    }
    var offset = 0
    for (axis, index) in indices.enumerated() {
      offset = offset * value.shape[axis] + (try place(index, axis: axis, of: value, context))
    }
    return .scalar(value.ids[offset])
  }

  private func place(
    _ index: IndexExpression, axis: Int, of value: Value, _ context: Context
  ) throws(EvaluationProblem) -> Int {
    let written = try self.index(index, context)
    let place = written - value.bases[axis]
    guard value.shape.indices.contains(axis), (0..<value.shape[axis]).contains(place) else {
      throw .noUnit("there is no entry \(written) in \(value.description)")
    }
    return place
  }
}
