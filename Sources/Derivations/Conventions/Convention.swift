/// Readings of an equation that re-read its layout, its types or the reach of its signs. The table is closed: none of
/// them puts in a factor or a sign. They are tried in this order, one by one and then in pairs.
package enum Convention: String, CaseIterable, Sendable, Hashable {
  case elementwiseDot = "⊙ written as ·"
  case leftToRight = "products from left to right"
  case rowGradient = "row gradient or layout"
  case elementwiseDerivative = "elementwise derivative written for a diagonal Jacobian"
  case biasBroadcast = "bias broadcast over the examples"
  case biasRowDropped = "bias row dropped"
  case sumOverExamples = "sum over the examples only"
  case exampleUnderstood = "example understood"
  case indexUnderstood = "index understood"
  case costOfOneExample = "cost of one example"
  case costOfAllExamples = "cost over all examples"
  case summedLossDerivative = "d of the summed loss"
  case wideSum = "wide sum"
  case wideDerivative = "wide derivative"
  case repeatedIndex = "sum over the repeated index"
  case entrywiseQuotient = "quotient entry by entry"
  case functionForValue = "function named for its value"
  case directPartial = "direct partial (others held fixed)"
  case ordinaryForPartial = "d for ∂"
  case frozenParameter = "frozen parameter"
  case constantNotNamed = "constant not named"
  case binaryTargets = "targets 0/1"
  case truncated = "truncated"

  package var name: String { rawValue }

  /// What of the equation is read otherwise than it stands.
  package enum Rereading: String, Sendable { case layout, type, scope }

  package var rereads: Rereading { row.rereads }

  /// What is written, and how it is read.
  package var words: String { row.words }

  private var row: (rereads: Rereading, words: String) {
    switch self {
    case .elementwiseDot: (.type, "two columns with a dot between them, entry by entry")
    case .leftToRight: (.type, "`(Wᵀδ) ⊙ σ'(z) · aᵀ`: entry by entry first, where only so the shapes fit")
    case .rowGradient: (.layout, "a derivative printed as a row where the other side is a column")
    case .elementwiseDerivative:
      (
        .layout,
        "`∂a/∂z = σ'(z)`, `∂z/∂b = 1`: the diagonal of a matrix that has nothing else; `∂A/∂Z` of matrices alike"
      )
    case .biasBroadcast: (.layout, "a column added to a matrix of examples, once to each")
    case .biasRowDropped: (.layout, "`Θᵀδ` has a place for the bias, the rest has none")
    case .sumOverExamples: (.scope, "`∑ dZ` for a bias: over the examples, and not over all entries")
    case .exampleUnderstood:
      (
        .scope,
        "a summand that does not name its example is of the example that is summed; beside a matrix of all examples, "
          + "what names none is of all"
      )
    case .indexUnderstood:
      (
        .type,
        "no symbol writes its unit: each is one entry, of the letter in its sentence; "
          + "`∑ e^{z_j}`: over the letter that stands nowhere else"
      )
    case .costOfOneExample:
      (
        .scope,
        "`δ = ∂C/∂z` with C the mean cost, nothing naming an example: C is that of one; "
          + "also `C = …` where the author has one example"
      )
    case .costOfAllExamples:
      (.scope, "`C = 1/n ∑ C_x` with C bound as the cost of one example: where examples are summed, C is that of all")
    case .summedLossDerivative: (.scope, "`dZ` of the sum where the notation says mean")
    case .wideSum: (.scope, "a sum that reaches beyond the next `+`, where what stands there is another for every term")
    case .wideDerivative: (.scope, "`d/dw ∑ w x + b`: what is differentiated reaches beyond the next `+`")
    case .repeatedIndex:
      (.scope, "a letter that a product of derivatives has exactly twice, and the other side not at all, is summed")
    case .entrywiseQuotient:
      (.type, "a vector divided by a vector, a matrix by a matrix, or a matrix squared, entry by entry")
    case .functionForValue: (.type, "`∂σ/∂w`: the activation that is the function's value")
    case .directPartial: (.scope, "`∂u/∂x` where u is defined by x and by others made of x: these are held fixed")
    case .ordinaryForPartial: (.scope, "`df/dx` of a function of several arguments, the others held fixed")
    case .frozenParameter: (.scope, "a step of parameters that the cells have frozen, as if they were not")
    case .constantNotNamed: (.scope, "`\\text{const}` is one number, whatever the parameters are")
    case .binaryTargets: (.scope, "true only where targets are 0 or 1")
    case .truncated: (.type, "digits cut off, not rounded")
    }
  }

  /// Whether a link has what the convention re-reads.
  func suits(_ left: Expression, _ right: Expression) -> Bool {
    func contains(_ predicate: (Expression) -> Bool) -> Bool {
      left.contains(where: predicate) || right.contains(where: predicate)
    }
    switch self {
    case .rowGradient: return contains { $0.isDerivative || $0.isRowOfMatrix }
    case .costOfOneExample:
      // Only where nothing else carries an example.
      return contains { $0.isDerivative } && !contains { $0.carriesExample }
    case .costOfAllExamples: return contains { $0.content.isSummed }
    case .directPartial: return contains { $0.isPartialOfSymbol }
    case .ordinaryForPartial: return contains { $0.isOrdinaryOfFunction }
    case .frozenParameter: return left.speaksOfStep || right.speaksOfStep
    case .binaryTargets, .truncated: return false
    default: return true
    }
  }

  /// The sides as the convention reads them; nil where it finds nothing to read otherwise, and where it is no matter of
  /// reading but of evaluation.
  func reread(_ sides: LinkJudge.Sides) -> LinkJudge.Sides? {
    switch self {
    case .repeatedIndex: sides.summingRepeatedIndices
    case .indexUnderstood: sides.understandingIndices ?? sides.understandingSums ?? sides.understandingArguments
    case .functionForValue: sides.namingValues
    default: nil
    }
  }

  /// Those that change what was read, and not how it is evaluated.
  var isOfRereading: Bool {
    switch self {
    case .repeatedIndex, .indexUnderstood, .functionForValue: true
    default: false
    }
  }

  /// Those that change what is read or was read, and not how it is evaluated.
  var isOfReading: Bool { self == .wideSum || self == .wideDerivative || isOfRereading }
}

/// Conventions that an evaluation asked for, in force or not.
final class ConventionLog {
  var asked: ConventionSet = []
  /// The component at which the latest comparison found that parts do not fit each other.
  var misfit: Evaluator.Context?
}

extension Expression {
  /// Whether it says which examples it is of.
  var carriesExample: Bool {
    guard case .quantity(let use) = kind else { return false }
    return use.example != nil || use.meaning.examples != nil || use.meaning.quantity == .exampleCount
  }

  /// Whether it is the derivative of something, written as one or bound as one.
  fileprivate var isDerivative: Bool {
    switch kind {
    case .derivative, .gradient: return true
    case .quantity(let use):
      switch use.meaning.quantity {
      case .derivative, .step, .error: return true
      default: return false
      }
    default: return false
    }
  }

  /// Whether it is a row of a matrix of which no sentence says how it lies.
  fileprivate var isRowOfMatrix: Bool {
    guard case .quantity(let use) = kind, case .row = use.meaning.quantity else { return false }
    return use.meaning.orientation == nil
  }

  fileprivate var isPartialOfSymbol: Bool {
    guard case .derivative(let derivative) = kind, !derivative.isOrdinary else { return false }
    return derivative.numerator.isNamed
  }

  fileprivate var isOrdinaryOfFunction: Bool {
    guard case .derivative(let derivative) = kind, derivative.isOrdinary else { return false }
    return derivative.numerator.isCallWithSeveralArguments
  }

  /// `f(x, y)` of a function that the document or a `let` defines.
  var isCallWithSeveralArguments: Bool {
    if case .function(.defined, let arguments) = kind { arguments.count > 1 } else { false }
  }
}
