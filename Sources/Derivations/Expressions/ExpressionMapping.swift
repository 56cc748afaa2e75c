extension Expression {
  /// With every part exchanged for what `transform` makes of it, the innermost first.
  func mapped(_ transform: (Expression) -> Expression) -> Expression {
    func each(_ inner: Expression) -> Expression { inner.mapped(transform) }
    func condition(_ one: Condition) -> Condition {
      Condition(
        left: each(one.left), relation: one.relation, right: each(one.right), others: one.others.map { condition($0) })
    }
    var copy = self
    switch kind {
    case .number, .constant, .unnamedConstant, .parameter, .index, .member: break
    case .ones(let count): copy.kind = .ones(count.map(each))
    case .identity(let size): copy.kind = .identity(size.map(each))
    case .variable(var variable):
      variable.shape = variable.shape.map(each)
      copy.kind = .variable(variable)
    case .quantity(var use):
      use.operands = use.operands.map(each)
      (use.layer, use.unit) = (use.layer?.mapped(each), use.unit?.mapped(each))
      (use.from, use.example) = (use.from?.mapped(each), use.example?.mapped(each))
      copy.kind = .quantity(use)
    case .negative(let inner): copy.kind = .negative(each(inner))
    case .transposed(let inner): copy.kind = .transposed(each(inner))
    case .norm(let inner, let norm): copy.kind = .norm(each(inner), norm)
    case .absolute(let inner): copy.kind = .absolute(each(inner))
    case .entry(let inner, let indices): copy.kind = .entry(each(inner), indices.map { $0.mapped(each) })
    case .sum(let terms):
      copy.kind = .sum(terms.map { Term(isNegative: $0.isNegative, value: each($0.value)) })
    case .product(let factors):
      copy.kind = .product(factors.map { Factor(binding: $0.binding, value: each($0.value)) })
    case .quotient(let a, let b): copy.kind = .quotient(each(a), each(b))
    case .power(let a, let b): copy.kind = .power(each(a), each(b))
    case .derivative(var derivative):
      derivative.numerator = each(derivative.numerator)
      derivative.denominators = derivative.denominators.map(each)
      copy.kind = .derivative(derivative)
    case .gradient(let of, let by): copy.kind = .gradient(of: each(of), by: by.map(each))
    case .big(var operation):
      operation.lower = operation.lower.map(each)
      operation.upper = operation.upper.map(each)
      operation.conditions = operation.conditions.map(condition)
      operation.body = each(operation.body)
      copy.kind = .big(operation)
    case .matrix(let rows, let isTuple): copy.kind = .matrix(rows.map { $0.map(each) }, isTuple: isTuple)
    case .cases(let cases):
      copy.kind = .cases(cases.map { Case(value: each($0.value), condition: $0.condition.map(condition)) })
    case .function(let use, let arguments):
      var use = use
      if case .defined(let body, let parameters, let primes) = use {
        use = .defined(body: each(body), parameters: parameters, primes: primes)
      }
      copy.kind = .function(use, arguments.map(each))
    case .indicator(let inner): copy.kind = .indicator(condition(inner))
    }
    return transform(copy)
  }
}
