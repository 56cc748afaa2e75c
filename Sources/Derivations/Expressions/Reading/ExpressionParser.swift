import TeXMath

/// Reads nodes as an expression, in the scope of the place where they stand.
///
/// A sum binds weakest; then the elementwise product; then runs of factors. Which factors multiply how is decided later,
/// by what they are.
struct ExpressionParser {
  struct Options: Hashable {
    /// Whether a sum reaches to the end of its bracket.
    var hasWideSums = false
    /// Whether `\frac{d}{dx}` reaches to the end of its bracket.
    var hasWideDerivatives = false
    /// Whether braces behind the sign of a sum or product are read as what they are in print: nothing.
    var hasOpenBraces = false
    /// Whether brackets with names behind a derivative, as in `\frac{\partial J}{\partial w}(X)`, are its arguments.
    var hasArgumentsOfDerivatives = false
    /// Whether `\delta_{ij}`, of which nothing says what it means, is Kronecker's.
    var hasKroneckerDeltas = false
    /// Whether a letter without an index is another one than that of what is defined entry by entry.
    var keepsLettersApart = false
    /// Number of the parser's first parameter, so that nested functions have parameters of their own.
    var depth = 0
    /// The definitions whose bodies are being read, each with its indices: none of them may come again inside.
    var expanding: Set<String> = []
    /// How many sums over families are being written out around this.
    var unrolled = 0
  }

  private(set) var nodes: [Node]
  /// What was mended in reading.
  var notes: [String] = []
  /// Letters that were read as all of what is defined entry by entry: see `whole`.
  var wholes: [String] = []
  var position = 0
  var scope: Scope
  var options: Options
  /// Letters that nothing binds, taken for real variables; true where one stands as the argument of a function.
  var realVariables: [String: Bool] = [:]
  /// Whether what is read stands as the argument of a function.
  var isArgument = false
  /// Whether what is read is a bound, a size or an index: a whole number.
  var isWholeNumber = false
  /// Whether what is read is differentiated, or differentiated by: a function may stand there for its value.
  var isDifferentiated = false
  /// Parts that were read in the same scope, but for the letters that sums bind around them.
  var known: KnownParts?
  var boundLetters: [String] = []
  /// Whether it was asked what stands beside a symbol to tell what the symbol says.
  var asksNeighbours = false
  /// How often the body of a definition may still be put in place of its symbol, in all parts together.
  private(set) var expansions = Expansions()

  static let depthLimit = 40
  /// Definitions that go back to each other grow at each step; no text of worth has so many steps.
  final class Expansions {
    var left = 256
  }

  /// A parser of the body of a definition that is used here.
  init(body nodes: [Node], scope: Scope, from parser: ExpressionParser) throws(ReadingProblem) {
    self.init(nodes, scope: scope, options: parser.options)
    options.depth += 1
    expansions = parser.expansions
    expansions.left -= 1
    guard expansions.left >= 0 else { throw .unsupported(.fact(.selfDefinition), nodes.range) }
  }

  init(_ nodes: [Node], scope: Scope, options: Options = Options()) {
    self.nodes = PlainNodes.plain(options.hasOpenBraces ? nodes.openingBraces : nodes)
    self.scope = scope
    self.options = options
  }

  private init(plain nodes: [Node], from parser: ExpressionParser) {
    self.nodes = nodes
    scope = parser.scope
    options = parser.options
    (known, boundLetters, expansions) = (parser.known, parser.boundLetters, parser.expansions)
    isArgument = false
  }

  /// Reads everything.
  mutating func parse() throws(ReadingProblem) -> Expression {
    guard options.depth < Self.depthLimit else {
      throw .unsupported(.fact(.selfDefinition), nodes.range)
    }
    let expression = try sum()
    if position < nodes.count {
      let rest = nodes[position]
      if rest.bracketNesting < 0 { throw .damaged("`\(rest.key)` closes nothing", rest.range) }
      throw problem(at: rest)
    }
    return expression
  }

  /// Reads everything; where one bracket too many or too few is all that is wrong, without it or with it.
  mutating func parseMending() throws(ReadingProblem) -> Expression {
    let original = self
    do throws(ReadingProblem) {
      return try parse()
    } catch {
      guard case .damaged = error.reason, let mended = original.mended() else { throw error }
      self = mended.parser
      return mended.expression
    }
  }

  private func mended() -> (parser: ExpressionParser, expression: Expression)? {
    var stack: [Int] = []
    var stray: [Int] = []
    for (place, node) in nodes.enumerated() {
      if node.bracketNesting > 0 { stack.append(place) }
      if node.bracketNesting < 0, stack.popLast() == nil { stray.append(place) }
    }
    var copy = self
    if stray.count == 1, stack.isEmpty {
      copy.nodes.remove(at: stray[0])
      copy.notes.append("read without the stray `\(nodes[stray[0]].base.key)`")
    } else if stack.count == 1, stray.isEmpty, let opening = nodes[stack[0]].bareSign {
      let closing = ["(": ")", "[": "]", "\\{": "\\}"][opening] ?? ")"
      copy.nodes.append(Node(.sign(closing), nodes.range.upperBound..<nodes.range.upperBound))
      copy.notes.append("read with the missing `\(closing)` at the end")
    } else {
      return nil
    }
    guard let expression = try? copy.parse() else { return nil }
    return (copy, expression)
  }

  /// Reads a part, with what it finds out about letters.
  mutating func inner(
    _ nodes: ArraySlice<Node>, asArgument: Bool = false, asWholeNumber: Bool = false, isDifferentiated: Bool = false
  ) throws(ReadingProblem) -> Expression {
    let group = group(nodes, [asArgument, asWholeNumber || isWholeNumber, isDifferentiated])
    if let group, let read = known?[group] {
      takeVariables(read.realVariables)
      return read.expression
    }
    var parser = ExpressionParser(plain: Array(nodes), from: self)
    parser.options.depth += 1
    parser.isWholeNumber = asWholeNumber || isWholeNumber
    parser.isArgument = asArgument
    parser.isDifferentiated = isDifferentiated
    if group == nil { parser.realVariables = realVariables }
    (parser.notes, parser.wholes) = (notes, wholes)
    let expression = try parser.parse()
    (notes, wholes) = (parser.notes, parser.wholes)
    if let group {
      takeVariables(parser.realVariables)
      know(expression, parser.realVariables, as: group)
    } else {
      realVariables = parser.realVariables
    }
    return expression
  }

  /// A parser at the same place that has each of the nodes from there on exchanged for another.
  func replacingRest(_ exchange: (Node) -> Node) -> ExpressionParser {
    var copy = self
    copy.nodes = Array(nodes[..<position]) + nodes[position...].map(exchange)
    return copy
  }

  func problem(at node: Node) -> ReadingProblem {
    switch node.kind {
    case .sign("\\ldots"), .sign("\\vdots"), .sign("\\ddots"): ReadingProblem(.dots, node.range)
    case .text(let text): ReadingProblem(.text(text), node.range)
    case .name(let name): .unbound("\\text{\(name)}", node.range)
    case .reference: ReadingProblem(.text("a reference"), node.range)
    default: .unsupported(.written(node.key, .here), node.range)
    }
  }

  /// Goes on as if another node stood next.
  mutating func replaceNext(by node: Node) { nodes[position] = node }
  mutating func replace(_ place: Int, by node: Node) { nodes[place] = node }
  mutating func replaceNext(by node: Node, through last: Int) { replaceNext(by: [node], through: last) }
  mutating func replaceNext(by others: [Node], through last: Int) {
    nodes.replaceSubrange(position...last, with: others)
  }

  var next: Node? { position < nodes.count ? nodes[position] : nil }

  // MARK: Sums

  mutating func sum() throws(ReadingProblem) -> Expression {
    var terms: [Expression.Term] = []
    let start = position
    let dots = progression()
    while let node = next {
      if let dots, position == dots.range.lowerBound {
        terms.append(Expression.Term(isNegative: dots.isNegative, value: try value(of: dots, .sum)))
        position = dots.range.upperBound
        continue
      }
      var isNegative = false
      var hasSign = false
      while let sign = next?.bareSign, sign == "+" || sign == "-" {
        if sign == "-" { isNegative.toggle() }
        hasSign = true
        position += 1
      }
      if !terms.isEmpty, !hasSign { break }
      guard next != nil else { throw .damaged("`\(node.key)` has nothing behind it", node.range) }
      terms.append(Expression.Term(isNegative: isNegative, value: try product()))
    }
    guard let first = terms.first else {
      throw .damaged("an expression is missing", start < nodes.count ? nodes[start].range : nodes.range)
    }
    let range = range(from: start)
    if terms.count == 1 { return first.isNegative ? Expression(.negative(first.value), range) : first.value }
    return Expression(.sum(terms), range)
  }

  func range(from start: Int) -> Range<Int> {
    nodes[min(start, nodes.count)..<max(start, min(position, nodes.count))].range
  }

  // MARK: Products

  /// Reads factors up to the next `+`, `-`, relation or comma of this level.
  mutating func product() throws(ReadingProblem) -> Expression {
    let start = position
    var factors: [Expression.Factor] = []
    var binding = Expression.Binding.juxtaposition
    while let node = next {
      if let sign = node.bareSign {
        if let operation = operation(sign, node) {
          binding = operation
          position += 1
          guard next != nil else { throw .damaged("`\(sign)` has nothing behind it", node.range) }
          // `2 \cdot -1`
          if !factors.isEmpty, next?.bareSign == "-" {
            position += 1
            let value = try factor()
            let negative = Expression(.negative(value), value.range)
            factors.append(Expression.Factor(binding: binding, value: negative))
            binding = .juxtaposition
          }
          continue
        }
        if sign == "/" || sign == "\\div" {
          position += 1
          guard !factors.isEmpty, next != nil else { throw .damaged("`/` lacks a side", node.range) }
          let below = try factor()
          let above = Self.run(factors, range(from: start))
          factors = [
            Expression.Factor(
              binding: .juxtaposition, value: Expression(.quotient(above, below), range(from: start)))
          ]
          continue
        }
        guard isFactorStart(sign) else { break }
      }
      if node.bracketNesting < 0 { break }
      if !factors.isEmpty, isChainProduct(node), position + 1 < nodes.count {
        position += 1
        continue
      }
      factors.append(Expression.Factor(binding: factors.isEmpty ? .juxtaposition : binding, value: try factor()))
      binding = .juxtaposition
    }
    guard !factors.isEmpty else {
      throw next.map(problem) ?? .damaged("a factor is missing", range(from: start))
    }
    return Self.run(factors, range(from: start))
  }

  static func run(_ factors: [Expression.Factor], _ range: Range<Int>) -> Expression {
    factors.count == 1 ? factors[0].value : Expression(.product(factors), range)
  }

  /// The binding that an operator says; those that the notation binds come first.
  private func operation(_ sign: String, _ node: Node) -> Expression.Binding? {
    guard ["\\cdot", "\\times", "*", "\\star", "\\odot", "\\circ", "\\bullet", "\\otimes"].contains(sign) else {
      return nil
    }
    if let binding = known?.bindings[sign] { return binding }
    let binding = binding(of: sign, node)
    known?.bindings[sign] = binding
    return binding
  }

  private func binding(of sign: String, _ node: Node) -> Expression.Binding {
    if case .found(let entry, _) = scope.lookup([node]), case .meaning(let meaning) = entry.value {
      switch meaning.quantity {
      case .elementwiseProduct: return .elementwise
      case .matrixProduct, .chainProduct: return .dot
      default: break
      }
    }
    switch sign {
    case "\\odot", "\\circ": return .elementwise
    case "\\bullet", "\\star": return .star
    case "*": return .star
    case "\\otimes": return .outer
    default: return .dot
    }
  }

  /// Whether it is a word between derivatives that a sentence has for their product.
  private func isChainProduct(_ node: Node) -> Bool {
    guard scope.hasChainProducts, node.sign == nil, case .found(let entry, let match) = scope.lookup([node]),
      match.length == 1, case .meaning(let meaning) = entry.value, meaning.quantity == .chainProduct
    else { return false }
    return true
  }

  private func isFactorStart(_ sign: String) -> Bool {
    ["(", "[", "\\{", "|", "\\|", "\\langle"].contains(sign)
  }

  /// Cuts at commas of the outermost level.
  static func parts(of nodes: ArraySlice<Node>, at separators: Set<String> = [",", ";"]) -> [ArraySlice<Node>] {
    var parts: [ArraySlice<Node>] = []
    var start = nodes.startIndex
    var level = 0
    for index in nodes.indices {
      level += nodes[index].bracketNesting
      if level == 0, let sign = nodes[index].bareSign, separators.contains(sign) {
        parts.append(nodes[start..<index])
        start = index + 1
      }
    }
    parts.append(nodes[start..<nodes.endIndex])
    return parts
  }
}
