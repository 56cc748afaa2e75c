import TeXMath

/// What stands below a sum: the letters that it binds, where they begin, and conditions on them.
extension ExpressionParser {
  /// Reads `j=1`, `j`, `j,k`, `j \ne i`, `i \in \{1, \dots, n\}`.
  mutating func readRange(_ sub: [Node], of operation: inout BigOperator) throws(ReadingProblem) {
    guard !sub.isEmpty else { return }
    for part in Self.parts(of: sub[...]) {
      // `\sum_{\forall x}`
      let part = part.first?.key == "\\forall" ? part.dropFirst() : part
      guard let first = part.first else { continue }
      // `\sum_{\text{batch}}` is a sum over the examples, as one without a range is.
      if part.count == 1, BigOperator.examples.contains(first.key.wordOfExamples) { continue }
      guard case .letter(let letter) = first.kind else {
        throw .unsupported(.written(sub.key, .asRange), sub.range)
      }
      let rest = part.dropFirst()
      guard let sign = rest.first else {
        operation.letters.append(letter)
        continue
      }
      switch sign.bareSign {
      case "=":
        operation.letters.append(letter)
        operation.lower = try inner(rest.dropFirst(), asWholeNumber: true)
      case "\\ne", "<", ">", "\\le", "\\ge":
        // `k=1, k \ne j` says two things of one letter.
        if !operation.letters.contains(letter) { operation.letters.append(letter) }
        operation.conditions.append(try condition(Array(part), in: operation))
      case "\\in":
        if let (first, last) = Self.ends(ofSet: Array(rest.dropFirst())) {
          operation.letters.append(letter)
          operation.lower = try inner(first, asWholeNumber: true)
          operation.upper = try inner(last, asWholeNumber: true)
          break
        }
        // `d \in D`, `k \in outputs`, `k \in Downstream(j)`: all that the letter can be.
        guard let set = Array(rest.dropFirst()).setName else {
          throw .unsupported(.written(sub.key, .asRange), sub.range)
        }
        operation.layers[letter] = BigOperator.layers[set] ?? scope.layer(ofUnitsCalled: Array(rest.dropFirst()))
        if !operation.letters.contains(letter) { operation.letters.append(letter) }
      default:
        // `\sum_{jk}`
        let letters = part.compactMap { node -> String? in
          if case .letter(let letter) = node.kind { letter } else { nil }
        }
        guard letters.count == part.count else { throw .unsupported(.written(sub.key, .asRange), sub.range) }
        operation.letters += letters
      }
    }
  }

  /// Makes the letters of a sum shadow symbols of the same name.
  mutating func bindLetters(of operation: BigOperator) {
    for letter in operation.letters where operation.lower != nil || !scope.bindsWithIndices(letter) {
      boundLetters.append(letter)
      scope.bind(
        SymbolPattern([Node(.letter(letter), operation.body.range)], variables: []), to: .index(letter),
        isNotation: false)
    }
  }

  /// A condition on letters of a sum, which shadow symbols there, too: in `\sum_{c \ne j} e^{z_c}` c is what is summed,
  /// and not the class that a sentence calls c.
  private mutating func condition(
    _ nodes: [Node], in operation: BigOperator
  ) throws(ReadingProblem) -> Expression.Condition {
    let outer = (scope, boundLetters)
    defer { (scope, boundLetters) = outer }
    bindLetters(of: operation)
    return try condition(nodes)
  }

  /// The first and last of `\{1, \dots, n\}` and of whole numbers that follow each other; nil for any other set.
  private static func ends(ofSet nodes: [Node]) -> (ArraySlice<Node>, ArraySlice<Node>)? {
    guard nodes.first?.bareSign == "\\{", nodes.last?.bareSign == "\\}" else { return nil }
    let parts = Self.parts(of: nodes[1..<(nodes.count - 1)], at: [","])
    guard let first = parts.first, let last = parts.last, parts.count > 1, !last.isEmpty else { return nil }
    let dots = parts.firstIndex { $0.count == 1 && $0.first?.bareSign == "\\ldots" }
    let written = (dots.map { Array(parts[..<$0]) } ?? parts).map { part in
      part.count == 1 ? Int(part.first?.key ?? "") : nil
    }
    let numbers = written.compactMap { $0 }
    guard numbers.count == written.count, let start = numbers.first,
      numbers == Array(start..<(start + numbers.count)), dots.map({ $0 > 0 && $0 == parts.count - 2 }) ?? true
    else { return nil }
    return (first, last)
  }
}

extension Scope {
  /// The layer whose units a symbol is the set of: `$H$ is the set of hidden neurons`.
  fileprivate func layer(ofUnitsCalled nodes: [Node]) -> String? {
    guard case .found(let entry, let match) = lookup(nodes[...]), match.length == nodes.count,
      case .meaning(let meaning) = entry.value
    else { return nil }
    switch meaning.quantity {
    case .inputCount: return "input"
    case .outputCount: return "output"
    case .unitCount: if case .name(let name)? = meaning.layer { return name } else { return nil }
    default: return nil
    }
  }
}

extension BigOperator {
  /// What layers are called as sets of units: `k \in outputs`.
  static let layers = [
    "input": "input", "inputs": "input", "output": "output", "outputs": "output", "hidden": "hidden",
  ]
  /// What the examples are called that a sum goes over.
  static let examples: Set<String> = [
    "batch", "mini-batch", "minibatch", "example", "sample", "data", "dataset", "trainingset", "pattern", "observation",
  ]
  /// What the units are called to which one has weights: all of the next layer.
  fileprivate static let nextUnits: Set<String> = ["downstream", "children", "successors", "next", "post"]
}

extension [Node] {
  /// The word or letter that names a set of all that a letter can be: `D`, `outputs`, `Downstream(j)`. nil for `\mathbb{N}`,
  /// and for what is a part of a set, as `I_k`, `S'`, `Upstream(j)` and `D \setminus \{1\}` are.
  fileprivate var setName: String? {
    var nodes = self[...]
    var isOfUnit = false
    if nodes.last?.bareSign == ")", let open = nodes.firstIndex(where: { $0.bareSign == "(" }) {
      (nodes, isOfUnit) = (nodes[..<open], true)
    }
    guard let name = Array(nodes).plainSetName else { return nil }
    return isOfUnit && !BigOperator.nextUnits.contains(name.lowercased()) ? nil : name
  }

  private var plainSetName: String? {
    if count == 1 {
      switch self[0].kind {
      case .dressed(let dress, let inner): return dress == "\\mathbb" ? nil : inner.key
      // A prime makes it another one.
      case .letter(let name), .name(let name), .text(let name):
        return name.contains("'") ? nil : name.filter { $0 != " " }
      // The training set by its name.
      case .scripted(let base?, let sub?, nil, primes: 0)
      where ["train", "tr", "training"].contains(sub.wordInLetters ?? ""):
        return base.key
      default: return nil
      }
    }
    return isEmpty ? nil : wordInLetters
  }

  /// The word that they are, letter by letter or in one; nil where they are none.
  private var wordInLetters: String? {
    var word = ""
    for node in self {
      switch node.kind {
      case .letter(let letter) where letter.count == 1: word += letter
      case .text(let text), .name(let text): word += text
      default: return nil
      }
    }
    return word
  }
}

extension String {
  /// The key of a word under a sum as one of `BigOperator.examples` has it: without `all`, spaces and the plural.
  fileprivate var wordOfExamples: String {
    var word = lowercased()
    for dress in ["\\text{", "\\mathrm{", "\\textrm{", "\\operatorname{"] where word.hasPrefix(dress) {
      word = String(word.dropFirst(dress.count).prefix { $0 != "}" })
    }
    word = word.filter { $0 != " " }
    for start in ["all", "training"] where word.hasPrefix(start) && word != "trainingset" {
      word = String(word.dropFirst(start.count))
    }
    return word.hasSuffix("s") ? String(word.dropLast()) : word
  }
}
