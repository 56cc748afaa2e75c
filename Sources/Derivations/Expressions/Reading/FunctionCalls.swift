import TeXMath

/// Functions, of the notation and those that are known by their names, with their arguments.
extension ExpressionParser {
  mutating func function(
    _ meaning: SymbolMeaning, _ match: SymbolPattern.Match, _ start: Int
  ) throws(ReadingProblem) -> Expression {
    var layer: IndexExpression?
    switch meaning.layer {
    case .name(let name)?: layer = IndexExpression(letter: LayerLetter.named(name))
    case .number(let number)?: layer = IndexExpression(constant: number)
    case .letter(let letter, let plus)?:
      layer = match.indices[letter].flatMap { try? index($0) }?.plus(plus)
    case nil: break
    }
    var power: [Node]?
    if let sup = match.leftoverSup {
      // `\sigma^2(z)` is a square, `\sigma^l(z)` the function of a layer.
      let items = ScriptItem.items(of: sup)
      if items.count == 1, let index = try? index(items[0].nodes), index.literal == nil || items[0].bracket != nil {
        layer = layer ?? index
      } else {
        power = sup
      }
    }
    if let sub = match.leftoverSub {
      let items = ScriptItem.items(of: sub)
      if items.count == 1, let index = try? index(items[0].nodes) { layer = layer ?? index }
    }
    var primes = match.leftoverPrimes
    if layer == nil, case .activationFunction = meaning.quantity, let written = layerInBrackets() {
      (layer, primes) = (written.layer, primes + written.primes)
    }
    let use: FunctionUse
    switch meaning.quantity {
    case .activationFunction: use = .activation(layer: layer, primes: primes)
    case .namedFunction(let name): use = .named(name, primes: primes)
    case .lossFunction: use = .loss
    case .networkFunction: use = .network
    default: use = .trace
    }
    let value = try call(use, power, start)
    guard case .network = use, let unit = try unit(of: meaning, match) else { return value }
    return Expression(.entry(value, [unit]), value.range)
  }

  /// The unit that a function of the network's inputs has as an index: the k of `f_k(x)`.
  private func unit(
    of meaning: SymbolMeaning, _ match: SymbolPattern.Match
  ) throws(ReadingProblem) -> IndexExpression? {
    switch meaning.unit {
    case .number(let number)?: return IndexExpression(constant: number)
    case .letter(let letter, let plus)?:
      guard let nodes = match.indices[letter] else { return nil }
      guard let index = try index(nodes) else { throw .unsupported(.written(nodes.key, .asIndex), nodes.range) }
      return index.plus(plus)
    case .name?, nil: return nil
    }
  }

  /// `g[1]'(z)`: an index between square brackets before the argument is that of the layer.
  private mutating func layerInBrackets() -> (layer: IndexExpression, primes: Int)? {
    guard next?.bareSign == "[", let close = closing(from: position), close + 1 < nodes.count,
      nodes[close + 1].bareSign == "(", nodes[close].scripts.sub == nil, nodes[close].scripts.sup == nil,
      let layer = IndexExpression(Array(nodes[(position + 1)..<close]))
    else { return nil }
    position = close + 1
    return (layer, nodes[close].scripts.primes)
  }

  /// - Parameter isByName: whether it is known by its name, as `\tanh` is, and not a symbol of the notation
  mutating func call(
    _ use: FunctionUse, _ power: [Node]?, _ start: Int, isByName: Bool = false
  ) throws(ReadingProblem) -> Expression {
    guard let arguments = try arguments() else {
      if let next, next.bareSign == "(" { throw .damaged("`(` is not closed", next.range) }
      // A loss without its arguments is its value.
      if case .loss = use, power == nil {
        let range = range(from: start)
        return Expression(.quantity(QuantityUse(meaning: SymbolMeaning(.exampleLoss), tex: nodes[start].key)), range)
      }
      if isDifferentiated, next == nil, power == nil, position - start == nodes.count {
        return Expression(.function(use, []), range(from: start))
      }
      // `g \circ Z`: the function of what stands behind.
      if next?.bareSign == "\\circ", position + 1 < nodes.count {
        position += 1
        let argument = try factor()
        return try raised(function: Expression(.function(use, [argument]), range(from: start)), to: power)
      }
      // `\tanh x`, `\log y_i`: the factor that follows.
      guard isByName || use.takesBareArgument, next != nil, next?.bareSign.map({ ["|", "\\|"].contains($0) }) ?? true
      else {
        throw .unsupported(.fact(.functionWithoutArgument), range(from: start))
      }
      isArgument = true
      let argument = try factor()
      isArgument = false
      if case .variable(let variable) = argument.kind, realVariables[variable.name] != nil {
        realVariables[variable.name] = true
      }
      return try raised(function: Expression(.function(use, [argument]), range(from: start)), to: power)
    }
    let closing = nodes[position - 1]
    var value = Expression(.function(use, arguments), range(from: start))
    value = try scripted(value, closing, start)
    return try raised(function: value, to: power)
  }

  /// `\sin^2 x`; but `f^{-1}(x)` is the inverse function, and not one over the value.
  func raised(function value: Expression, to power: [Node]?) throws(ReadingProblem) -> Expression {
    guard let power else { return value }
    guard power.key != "- 1" else { throw .unsupported(.fact(.inverseFunction), power.range) }
    return try raised(value, to: power, value.range)
  }

  struct Word {
    var name: String
    var length: Int
    var primes: Int
    var power: [Node]?
    var sub: [Node]?
  }

  /// A function known by its name: `\log`, `\text{relu}`, `relu(`, `max(`.
  func functionWord() -> Word? {
    guard let node = next else { return nil }
    if case .name(let name) = node.base.kind {
      guard let known = KnownFunctions.canonical(name) else { return nil }
      return Word(
        name: known, length: 1, primes: node.scripts.primes, power: node.scripts.sup, sub: node.scripts.sub)
    }
    // A run of letters before a bracket.
    var letters = ""
    var index = position
    while index < nodes.count, case .letter(let letter) = nodes[index].base.kind,
      letter.utf8.count == 1 || letter.count == 1
    {
      letters += letter
      let isScripted = !nodes[index].isBareLetter
      index += 1
      if isScripted { break }
    }
    guard index - position > 1 else { return nil }
    guard index < nodes.count, nodes[index].bareSign == "(",
      let known = KnownFunctions.canonical(letters)
    else { return runTogether(letters) }
    let last = nodes[index - 1].scripts
    return Word(name: known, length: letters.count, primes: last.primes, power: last.sup, sub: last.sub)
  }

  /// `tanhx`: a function of one letter, written without a space.
  private func runTogether(_ letters: String) -> Word? {
    for name in ["sinh", "cosh", "tanh", "coth", "sech", "csch", "exp", "log", "sin", "cos", "tan"]
    where letters.count == name.count + 1 && letters.hasPrefix(name) {
      let end = position + name.count
      guard nodes[position..<end].allSatisfy(\.isBareLetter),
        nodes[position].range.lowerBound + letters.utf8.count == nodes[end].base.range.upperBound
      else { return nil }
      return Word(name: name, length: name.count, primes: 0, power: nil, sub: nil)
    }
    return nil
  }

  mutating func namedFunction(_ word: Word, _ start: Int) throws(ReadingProblem) -> Expression {
    if word.name == "max" || word.name == "min" {
      position += word.length
      guard let values = try arguments() else {
        throw .unsupported(.written(word.name, .withoutArguments), range(from: start))
      }
      return Expression(.function(word.name == "max" ? .maximum : .minimum, values), range(from: start))
    }
    position += word.length
    let use: FunctionUse
    switch word.name {
    case "tr": use = .trace
    case "diag": use = .diagonal
    case "det": use = .determinant
    case "vec": use = .columnsStacked
    default:
      use =
        KnownFunctions.elementary.contains(word.name)
        ? .elementary(word.name, primes: word.primes) : .named(word.name, primes: word.primes)
    }
    if let sub = word.sub, !(word.name == "log" && sub.key == "e") {
      throw .unsupported(.written(word.name, .withIndex), sub.range)
    }
    return try call(use, word.power, start, isByName: true)
  }
}

extension FunctionUse {
  /// Whether it is written before its argument without brackets: `\tanh x`.
  fileprivate var takesBareArgument: Bool {
    switch self {
    case .elementary, .named("tanh", _): true
    default: false
    }
  }
}

/// Functions that need no notation.
enum KnownFunctions {
  static let elementary: Set<String> = [
    "exp", "log", "ln", "sin", "cos", "tan", "sinh", "cosh", "coth", "sech", "csch", "sqrt", "sgn",
  ]
  private static let spellings: [String: String] = [
    "exp": "exp", "log": "log", "ln": "log", "sin": "sin", "cos": "cos", "tan": "tan", "sinh": "sinh", "cosh": "cosh",
    "coth": "coth", "sech": "sech", "csch": "csch",
    "sqrt": "sqrt", "tanh": "tanh", "max": "max", "min": "min", "tr": "tr", "Tr": "tr", "trace": "tr", "diag": "diag",
    "det": "det", "vec": "vec",
    "relu": "relu", "ReLU": "relu", "Relu": "relu", "ReLu": "relu", "softmax": "softmax", "Softmax": "softmax",
    "SoftMax": "softmax",
    "sigmoid": "sigmoid", "Sigmoid": "sigmoid", "softplus": "softplus", "Softplus": "softplus", "gelu": "gelu",
    "GELU": "gelu", "elu": "elu", "ELU": "elu", "swish": "swish", "Swish": "swish", "LeakyReLU": "leaky relu",
    "LeakyRelu": "leaky relu", "leakyReLU": "leaky relu", "leakyrelu": "leaky relu",
    "identity": "linear", "sgn": "sgn", "sign": "sgn", "Sign": "sgn",
  ]
  static func canonical(_ name: String) -> String? { spellings[name] }
}
