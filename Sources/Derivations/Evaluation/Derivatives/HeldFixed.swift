extension Evaluator {
  /// What a derivative by one thing is taken of, where others are held fixed; nil where it is the total one.
  ///
  /// `∂f/∂x` of a function of several arguments holds the others fixed, and `df/dx` only by convention. What the document
  /// defines without arguments has a total derivative, and a direct one by convention.
  func numerator(
    ofPartial derivative: Derivative, by below: Value, _ context: Context
  ) throws(EvaluationProblem) -> Value? {
    let targets = Set(below.ids)
    if case .function(.defined(let body, let parameters, let primes), let arguments) = derivative.numerator.kind,
      // `h_2` that is f(x_2, h_1, w) is no function, but its value.
      !derivative.numerator.isNamed, arguments.count > 1,
      arguments.contains(where: { $0.isSame(as: derivative.denominators[0]) })
    {
      var inner = context
      var isHeld = false
      for (place, argument) in arguments.enumerated() {
        var value = try value(argument, context)
        if !argument.isSame(as: derivative.denominators[0]), holds(&value, against: targets) { isHeld = true }
        inner.parameters[parameters[place]] = value
      }
      guard isHeld, primes == 0, !derivative.isOrdinary || use(.ordinaryForPartial) else { return nil }
      let wasInside = isInsideFunction
      isInsideFunction = true
      defer { isInsideFunction = wasInside }
      return try value(body, inner)
    }
    guard derivative.numerator.hasNamedPart, !derivative.isOrdinary, isInForce(.directPartial) else { return nil }
    var body = derivative.numerator
    body.isNamed = false
    fixed = targets
    defer { fixed = nil }
    let found = try value(body, context)
    // What its own definition has not in it, it does not depend on directly, and 0 is not what is meant.
    return found.ids.contains { targets.contains($0) || !graph.cone(of: $0, over: targets).isEmpty } ? found : nil
  }

  /// The value of a symbol while all others that are made of what is differentiated by are held fixed.
  func valueHeldFixed(
    _ expression: Expression, against targets: Set<ScalarID>, _ context: Context
  ) throws(EvaluationProblem) -> Value {
    fixed = nil
    defer { fixed = targets }
    var found = try value(expression, context)
    if holds(&found, against: targets) { _ = use(.directPartial) }
    return found
  }

  /// Exchanges what is made of the targets for leaves of the same value; whether anything is.
  private func holds(_ value: inout Value, against targets: Set<ScalarID>) -> Bool {
    var isHeld = false
    value.derivative = nil
    value.ids = value.ids.map { id in
      guard !targets.contains(id), !graph.cone(of: id, over: targets).isEmpty else { return id }
      isHeld = true
      return probe.detached(id)
    }
    return isHeld
  }
}

extension Expression {
  /// Whether it is something that the document has given a name, or made of that.
  var hasNamedPart: Bool { contains(where: \.isNamed) }

  /// Whether it stands for something that has a name: a symbol of the notation, of `let` or of the document.
  var isSymbol: Bool {
    switch kind {
    case .quantity, .variable: true
    default: isNamed
    }
  }
}
