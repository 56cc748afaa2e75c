/// Which components of a link are compared on one probe: those of every choice of layers, or a sample of them.
extension Comparer {
  /// A context for every choice of layers, whether they exist or not.
  func layerContexts(_ evaluator: Evaluator) throws(EvaluationProblem) -> [Evaluator.Context] {
    var demands = LetterDemands()
    let empty = Evaluator.Context()
    try evaluator.collect(left, empty, hasLayers: false, into: &demands)
    try evaluator.collect(right, empty, hasLayers: false, into: &demands)
    var contexts = [empty]
    for letter in demands.layers {
      let base = LayerLetter.isEvery(letter) ? 0 : probe.layerBase
      contexts = contexts.flatMap { context in
        ((base - 1)...(probe.layers + base + 1)).map { number in
          var copy = context
          copy.letters[letter] = number
          return copy
        }
      }
    }
    return contexts
  }

  /// The components that are compared, by number, and the context of each: one for every value of the free letters.
  func components(
    _ demands: LetterDemands, _ context: Evaluator.Context
  ) throws(EvaluationProblem) -> (numbers: [Int], context: (Int) -> Evaluator.Context) {
    var letters: [(letter: String, range: ClosedRange<Int>, kind: LetterDemand.Kind)] = []
    for demand in demands.all where context.letters[demand.letter] == nil {
      if let place = letters.firstIndex(where: { $0.letter == demand.letter }) {
        let known = letters[place]
        // Where one place has a unit 0, for the bias, and the other none, the letter is a unit.
        if let common = known.range.leavingOutBias(demand.range) {
          letters[place].range = common
          continue
        }
        guard known.range == demand.range else {
          throw .refuted(
            "`\(demand.letter)` runs over \(words(known.range, demand.range)) in one place and over "
              + "\(words(demand.range, known.range)) in another",
            left: "\(known.range.count)", right: "\(demand.range.count)")
        }
      } else {
        letters.append((demand.letter, demand.range, demand.kind))
      }
    }
    let examples = letters.filter { $0.kind == .examples }
    let extents = letters.map(\.range.count)
    let unlabelled = demands.hasUnlabelledExample && examples.count != 1 ? max(1, probe.examples) : 1
    let total = extents.reduce(unlabelled) { total, extent in
      let (product, isTooLarge) = total.multipliedReportingOverflow(by: extent)
      return isTooLarge ? Self.largest : min(product, Self.largest)
    }
    /// The letters count like the digits of a number, the last one fastest, and the example behind them.
    func made(_ number: Int) -> Evaluator.Context {
      var copy = context
      var rest = number
      if demands.hasUnlabelledExample, examples.count != 1 {
        copy.example = rest % unlabelled
        rest /= unlabelled
      }
      for (letter, range, kind) in letters.reversed() {
        let value = range.lowerBound + rest % range.count
        rest /= range.count
        copy.letters[letter] = value
        // What names no example belongs to the one that the equation names.
        if kind == .examples, examples.count == 1 { copy.example = value - 1 }
      }
      return copy
    }
    let limit = probe.sampledFrom == nil ? limit(demands) : min(limit, Self.sampledLimit)
    guard total > limit else { return (Array(0..<total), made) }
    let asked = shown.isEmpty ? nil : (0..<total).first { isShown(made($0)) }
    // A sample that meets every value of every letter: the step shares no factor with the ranges.
    var step = Int(Double(total) * 0.618)
    while letters.contains(where: { !step.isCoprime(to: $0.range.count) })
      || !step.isCoprime(to: max(1, probe.examples)) || !step.isCoprime(to: total)
    {
      step += 1
    }
    var numbers = [first]
    while numbers.count < limit { numbers.append((numbers[numbers.count - 1] + step) % total) }
    return (numbers.sorted() + [asked].compactMap(\.self), made)
  }

  /// How many components are compared at one choice of layers: where these vary, they share the limit.
  private func limit(_ demands: LetterDemands) -> Int {
    guard demands.layers.contains(where: { !LayerLetter.isEvery($0) }) else { return limit }
    return min(limit, max(Self.layerLimit, limit / max(1, probe.layers)))
  }

  /// Whether a component is that which the author asks to see, as far as its letters go.
  func isShown(_ context: Evaluator.Context) -> Bool {
    shown.allSatisfy { letter, number in
      letter == "example" ? context.example == number - 1 : context.letters[letter].map { $0 == number } ?? true
    }
  }

  /// A condition on a symbol that has no value here is a remark.
  func isTrue(
    _ condition: Expression.Condition, _ context: Evaluator.Context, _ evaluator: Evaluator
  ) throws(EvaluationProblem) -> Bool {
    let letters = [condition.left, condition.right].compactMap { side -> String? in
      if case .variable(let variable) = side.kind, variable.value == nil, variable.shape.isEmpty {
        variable.name
      } else {
        nil
      }
    }
    guard letters.allSatisfy({ context.letters[$0] != nil }) else { return true }
    return try evaluator.isTrue(condition, context)
  }

  /// How many values a range has, and which, where another has as many.
  private func words(_ range: ClosedRange<Int>, _ other: ClosedRange<Int>) -> String {
    let count = range.count == 1 ? "1 value" : "\(range.count) values"
    guard range.count == other.count else { return count }
    return range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }
}

extension Int {
  fileprivate func isCoprime(to other: Int) -> Bool {
    var (a, b) = (self, other)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 1
  }
}

extension ClosedRange<Int> {
  /// The units of both, where one of them begins with the place of the bias and the other does not.
  func leavingOutBias(_ other: ClosedRange<Int>) -> ClosedRange<Int>? {
    guard upperBound == other.upperBound, Swift.min(lowerBound, other.lowerBound) == 0,
      Swift.max(lowerBound, other.lowerBound) == 1
    else { return nil }
    return 1...upperBound
  }
}
