import TeXMath

/// The symbols in force at a place of the document, latest last.
package struct Scope: Sendable, Equatable {
  /// A symbol with its meaning: an object, since scopes are copied and looked through more often than symbols are bound.
  final class Entry: Sendable, Hashable {
    let pattern: SymbolPattern
    let value: Value
    let isNotation: Bool

    init(pattern: SymbolPattern, value: Value, isNotation: Bool) {
      (self.pattern, self.value, self.isNotation) = (pattern, value, isNotation)
    }

    static func == (left: Entry, right: Entry) -> Bool {
      left === right
        || left.isNotation == right.isNotation && left.pattern == right.pattern && left.value == right.value
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(pattern)
      hasher.combine(value)
    }
  }
  enum Value: Sendable, Hashable {
    case meaning(SymbolMeaning)
    case definition(Definition)
    case variable(Variable)
    case parameter(Int)
    /// A letter that a sum binds, where it stands as a number.
    case index(String)
  }
  /// A symbol that the document itself introduces, as it is written: it is read anew wherever it is used.
  struct Definition: Sendable, Hashable {
    var parameters: [[Node]]
    var body: [Node]
    /// Of `let`, or of an equation.
    var isLet: Bool
    var number: Int
    /// What it comes to on every network, where it is a whole number that `let` gives.
    var wholeNumber: Int?
  }

  private(set) var entries: [Entry] = []
  /// Places in `entries` by the key of a pattern's first node.
  private(set) var places: [String: [Int]] = [:]
  private var definitions = 0
  /// Whether a sentence has spoken of a quantity in words.
  private var hasSpoken = false
  package var layersCountFromOne = false
  package var indicesCountFromZero = false
  /// What a letter under an accent is the derivative of by the letter, whichever it is: the L of `\bar v` for
  /// `\frac{\partial L}{\partial v}`.
  var accents: [String: [Node]] = [:]
  /// The letter that counts steps of training in the statement that is read, below parameters.
  var stepLetter: String?
  /// Whether `x_t` is any of `x_1`, `x_2`, and no entry of x, where `let` has both.
  var readsFamilies = false
  /// What the document makes of a velocity, once an update has shown it.
  var velocityScale: SymbolMeaning.VelocityScale?

  package init() {}

  /// What else there is follows from the entries.
  package static func == (left: Scope, right: Scope) -> Bool {
    left.entries == right.entries && left.definitions == right.definitions
      && left.layersCountFromOne == right.layersCountFromOne
      && left.indicesCountFromZero == right.indicesCountFromZero && left.velocityScale == right.velocityScale
      && left.stepLetter == right.stepLetter && left.readsFamilies == right.readsFamilies
  }

  /// Those of symbols that the document has, without the ones of quantities in words.
  var writtenEntries: [Entry] { hasSpoken ? entries.filter { !$0.isSpoken } : entries }

  // MARK: Binding

  mutating func bind(_ pattern: SymbolPattern, to value: Value, isNotation: Bool) {
    remove(pattern.key)
    append(Entry(pattern: pattern, value: value, isNotation: isNotation))
  }

  mutating func remove(_ key: String) {
    guard entries.contains(where: { $0.pattern.key == key }) else { return }
    let kept = entries.filter { $0.pattern.key != key }
    entries = []
    places = [:]
    (indexNames, classLetters) = ([], [])
    (literals, familyBases, wholeNumbers, bracketedIndices) = ([], [], [:], [])
    hasChainProducts = false
    for entry in kept { append(entry) }
  }

  /// Forgets that a letter is the class of an example, and returns what said so.
  mutating func removeClass(_ letter: String) -> Entry? {
    guard classLetters.contains(letter), let entry = entries.last(where: { $0.pattern.key == letter }) else {
      return nil
    }
    remove(letter)
    return entry
  }

  /// Forgets the symbols that have the letter of another one and an index below it.
  mutating func removeIndexed(_ symbol: [Node]) {
    guard let letter = symbol.first?.undressed.base.key else { return }
    let keys = entries.filter { entry in
      guard entry.pattern.nodes.count == 1, case let node = entry.pattern.nodes[0] else { return false }
      return node.undressed.base.key == letter && node.scripts.sub != nil && node.scripts.sup == nil
    }.map(\.pattern.key)
    for key in keys { remove(key) }
  }

  /// Symbols with an index of their own that name the output layer, or count something.
  private(set) var indexNames: Set<String> = []

  /// Letters that are the class of an example, as the y of `p_y`.
  private(set) var classLetters: Set<String> = []

  /// The whole numbers among the indices of names that are no notation: those of `x_1, x_2, x_3`.
  private(set) var literals: Set<Int> = []
  /// Letters that sentences have as an index between brackets: the n of `y_j(n)`.
  private(set) var bracketedIndices: Set<String> = []
  /// What such names are without their indices.
  private(set) var familyBases: Set<String> = []
  /// Letters that `let` gives a whole number.
  private(set) var wholeNumbers: [String: Int] = [:]
  /// Whether a sentence has a word between derivatives for their product.
  private(set) var hasChainProducts = false

  private mutating func append(_ entry: Entry) {
    if !entry.isNotation, entry.pattern.nodes.count == 1 {
      let numbers = entry.pattern.nodes[0].scriptIndices.compactMap(\.literal)
      literals.formUnion(numbers)
      if !numbers.isEmpty { familyBases.insert(entry.pattern.nodes[0].base.key) }
    }
    if entry.isNotation { bracketedIndices.formUnion(entry.pattern.bracketedIndices) }
    if let (letter, number) = entry.wholeNumber { wholeNumbers[letter] = number }
    if case .meaning(let meaning) = entry.value, meaning.quantity == .chainProduct { hasChainProducts = true }
    if entry.pattern.nodes.count == 1, entry.pattern.variables.isEmpty, case .meaning(let meaning) = entry.value,
      meaning.isNumberOfNetwork, case .scripted = entry.pattern.nodes[0].kind
    {
      indexNames.insert(entry.pattern.key)
    }
    if case .meaning(let meaning) = entry.value, meaning.quantity == .classNumber {
      classLetters.insert(entry.pattern.key)
    }
    guard let first = entry.pattern.nodes.first else { return }
    let plain = first.base.key
    let undressed = first.undressed.base.key
    for key in plain == undressed ? [plain] : [plain, undressed] { places[key, default: []].append(entries.count) }
    if entry.isSpoken { hasSpoken = true }
    entries.append(entry)
  }

  mutating func define(
    _ pattern: SymbolPattern, parameters: [[Node]], body: [Node], isLet: Bool, wholeNumber: Int? = nil
  ) {
    definitions += 1
    let definition = Definition(
      parameters: parameters.map(PlainNodes.plain), body: PlainNodes.plain(body), isLet: isLet, number: definitions,
      wholeNumber: wholeNumber)
    bind(pattern, to: .definition(definition), isNotation: false)
  }

  /// Forgets all that sentences of notation said, and what equations defined with it.
  package mutating func forgetNotation() {
    let kept = entries.filter { entry in
      if case .definition(let definition) = entry.value { definition.isLet } else { !entry.isNotation }
    }
    entries = []
    places = [:]
    (indexNames, classLetters) = ([], [])
    (literals, familyBases, wholeNumbers, bracketedIndices) = ([], [], [:], [])
    hasChainProducts = false
    for entry in kept { append(entry) }
    layersCountFromOne = false
    indicesCountFromZero = false
    accents = [:]
  }

  /// Letters that `let` gives a whole number, which they are as an index, too: the n of `w_{n+1}`.
  var indexNumbers: [String: Int] {
    guard !wholeNumbers.isEmpty else { return [:] }
    let letters = indexLetters
    return wholeNumbers.filter { !letters.contains($0.key) }
  }

  /// Letters that sentences use for any unit or example.
  private var indexLetters: Set<String> {
    Set(
      entries.flatMap { entry -> [String] in
        guard case .meaning(let meaning) = entry.value else { return [] }
        return [meaning.unit, meaning.from, meaning.example].compactMap { index -> String? in
          guard case .letter(let letter, _)? = index, entry.pattern.variables.contains(letter) else { return nil }
          return letter
        }
      })
  }

  /// The whole numbers that `let` gives to names which have literal indices where `symbol` has another, in ascending
  /// order of these; none where one of such names is something else.
  func wholeNumbers(ofFamily symbol: Node) -> [Expression.NamedNumber] {
    let scripts = symbol.scripts
    guard familyBases.contains(symbol.base.key), scripts.primes == 0, (scripts.sub == nil) != (scripts.sup == nil),
      symbol.scriptIndices.count == 1
    else {
      return []
    }
    var numbers: [Expression.NamedNumber] = []
    for entry in entries {
      guard !entry.isNotation, entry.pattern.nodes.count == 1, case let other = entry.pattern.nodes[0],
        other.base.key == symbol.base.key, (other.scripts.sub == nil) == (scripts.sub == nil),
        let index = other.scriptIndices.first?.literal
      else { continue }
      guard let number = entry.value.wholeNumber else { return [] }
      numbers.append(Expression.NamedNumber(index: index, value: number))
    }
    return numbers.sorted { $0.index < $1.index }
  }

  /// Letters with one number on each network: that of the output layer, a layer's name, a count. A count whose letter
  /// also stands for any unit or example, as the k of `w_{jk}`, is no index.
  var indexConstants: [(letter: String, meaning: SymbolMeaning)] {
    let letters = indexLetters
    return entries.compactMap { entry in
      guard entry.pattern.nodes.count == 1, entry.pattern.variables.isEmpty, case .meaning(let meaning) = entry.value
      else { return nil }
      switch meaning.quantity {
      case .layerCount, .hiddenLayerCount, .layerName: return (entry.pattern.key, meaning)
      case .exampleCount, .unitCount, .inputCount, .outputCount:
        return letters.contains(entry.pattern.key) ? nil : (entry.pattern.key, meaning)
      default: return nil
      }
    }
  }
}

extension Scope.Value {
  /// The whole number that `let` gives a symbol.
  fileprivate var wholeNumber: Int? {
    switch self {
    case .variable(let variable): variable.value.flatMap { Int(exactly: $0) }
    case .definition(let definition): definition.wholeNumber
    case .meaning, .parameter, .index: nil
    }
  }
}

extension Scope.Entry {
  /// The letter that `let` gives a whole number.
  fileprivate var wholeNumber: (letter: String, number: Int)? {
    guard let number = value.wholeNumber, pattern.nodes.count == 1, pattern.nodes[0].isBareLetter else { return nil }
    return (pattern.key, number)
  }

  /// Whether the symbol is that of a quantity in words.
  var isSpoken: Bool { if case .meaning(let meaning) = value { meaning.isSpoken } else { false } }

  /// Whether a `let` or the document says what the function is.
  var isDefinedFunction: Bool { if case .definition = value { isFunction } else { false } }

  /// Whether the symbol stands for a function, to be followed by its arguments.
  var isFunction: Bool {
    switch value {
    case .meaning(let meaning): meaning.isFunction
    case .definition(let definition): !definition.parameters.isEmpty
    case .variable, .parameter, .index: false
    }
  }
}

extension SymbolMeaning {
  /// Whether the symbol is one number on each network that may stand as an index.
  package var isNumberOfNetwork: Bool {
    switch quantity {
    case .layerCount, .hiddenLayerCount, .exampleCount, .unitCount, .inputCount, .outputCount: true
    default: false
    }
  }

  /// Whether the symbol is a matrix.
  var isMatrix: Bool {
    if case .weight = quantity { unit == nil && from == nil && orientation == nil } else { examples != nil }
  }

  /// Whether the symbol is a vector of units or of examples.
  var isVector: Bool {
    switch quantity {
    case .activation, .weightedInput, .product, .error, .bias, .input, .target, .prediction:
      unit == nil && examples == nil
    default: false
    }
  }

  /// Whether the symbol is a vector or matrix that has entries.
  var hasEntries: Bool {
    switch quantity {
    case .activation, .weightedInput, .product, .error, .bias, .input, .target, .prediction, .weight:
      return !isOneUnit
    case .derivative, .step, .afterStep, .accumulator, .row, .column, .anyWeight, .anyBias, .anyParameter: return true
    default: return false
    }
  }

  private var isOneUnit: Bool {
    switch quantity {
    case .weight: unit != nil && from != nil
    default: unit != nil
    }
  }
}
