import TeXMath

/// Factors that were lost inside a product: a slope as the document writes it, a rate, an input, a coefficient, a symbol
/// of the link with another index, the inner derivative of an argument.
extension EditGenerator {
  private static let most = 20

  mutating func lostFactors(in member: [Node], beside other: [Node]) {
    innerDerivatives(in: member)
    complements(in: member)
    factorsOfCalls(in: member)
    let factors = Array((slopes(beside: member + other) + symbols(missingIn: member, beside: other)).prefix(Self.most))
    for product in products(of: member) { add(factors, to: product) }
    for (content, _) in member.brackets {
      for product in products(of: content) where product.nodes.contains(where: { [$0].isLargeOperator }) {
        add(factors.filter { !$0.hasPrefix("(") }, to: product)
      }
    }
  }

  /// Behind each factor, that before the last one first, as where one link of the chain rule was left out.
  private mutating func add(_ factors: [String], to product: Product) {
    guard let start = product.nodes.first?.range.lowerBound else { return }
    let ends = product.factors.indices.map { product.factor($0).range.upperBound }
    guard !ends.isEmpty, ends.count < 8 else { return }
    let places = ends.dropLast().suffix(1) + ends.suffix(1) + ends.dropLast(2).reversed()
    for factor in factors {
      for place in places { add(Edit(.addedFactor, place..<place, " " + factor)) }
      if product.factor(0).isLargeOperator || factor.first?.isLetter ?? false || factor.hasPrefix("\\") {
        add(Edit(.addedFactor, start..<start, factor + " "))
      }
    }
  }

  /// What the document writes for a slope, where it has no letters but those of the link; and the slopes that the
  /// activations of the link may have.
  private func slopes(beside nodes: [Node]) -> [String] {
    var named: Set<String> = []
    nodes.forEachNode { node in if node.base.isSymbolLetter { named.insert(node.base.key) } }
    let known = Set(letters)
    var found: [String] = []
    for slope in spelling.slopes where slope.letters.isSubset(of: known) && !found.contains(slope.tex) {
      found.append(slope.tex)
      if found.count == 6 { break }
    }
    for difference in spelling.differences where difference.letters.isSubset(of: known) {
      guard !found.contains(difference.tex) else { continue }
      found.append(difference.tex)
      if found.count == 9 { break }
    }
    nodes.forEachNode { node in
      guard found.count < 11, node.base.isSymbolLetter, node.scripts.primes == 0,
        case .found(let entry, let match) = scope.lookup(PlainNodes.plain([node])[...]), match.missing.isEmpty,
        match.leftoverSub == nil, match.leftoverSup == nil, !match.isTransposed,
        case .meaning(let meaning) = entry.value, meaning.quantity == .activation || meaning.quantity == .prediction
      else { return }
      let symbol = source(node.range)
      let square = node.scripts.sup == nil ? symbol + "^2" : "(\(symbol))^2"
      for slope in ["\(symbol) (1 - \(symbol))", "(1 - \(square))"] where !found.contains(slope) { found.append(slope) }
    }
    return found
  }

  /// Symbols that a product lacks: those of the link with an index of the other side, inputs and outputs of a layer, the
  /// rate, and numbers of `let`.
  private func symbols(missingIn member: [Node], beside other: [Node]) -> [String] {
    var found: [String] = []
    let present = Set(member.map(\.key))
    func note(_ tex: String) { if !found.contains(tex), !present.contains(tex) { found.append(tex) } }
    let wanted = other.scriptLetters.subtracting(member.summationLetters)
    member.forEachNode { node in
      guard found.count < 4, node.base.isSymbolLetter, let sub = node.scripts.sub, node.scripts.sup == nil,
        sub.count == 1, case .letter(let letter) = sub[0].kind, member.summationLetters.contains(letter)
      else { return }
      for index in indexLetters where wanted.contains(index) {
        note(
          source(node.range.lowerBound..<sub.range.lowerBound) + index
            + source(sub.range.upperBound..<node.range.upperBound))
      }
    }
    for entry in scope.writtenEntries where entry.pattern.nodes.count == 1 {
      switch entry.value {
      case .meaning(let meaning) where [.input, .activation].contains(meaning.quantity) && meaning.unit != nil:
        for tex in forms(of: entry.pattern, meaning, beside: other) { note(tex) }
      case .meaning(let meaning) where [.learningRate, .regularization].contains(meaning.quantity):
        note(entry.pattern.nodes.tex)
      case .variable(let variable) where variable.shape.isEmpty && (variable.isDeclared || variable.value != nil):
        if entry.pattern.nodes[0].isSymbolLetter { note(entry.pattern.nodes.tex) }
      default: break
      }
    }
    return found
  }

  /// A symbol of one unit with the index that the other side has, and nothing else to be chosen.
  private func forms(of pattern: SymbolPattern, _ meaning: SymbolMeaning, beside other: [Node]) -> [String] {
    guard meaning.layer == nil || pattern.layerVariable(in: scope) == nil, case .letter(let unit, _)? = meaning.unit,
      pattern.variables.contains(unit)
    else {
      return pattern.variables.isSubset(of: Set(letters)) && pattern.layerVariable(in: scope) == nil
        ? [pattern.nodes.tex] : []
    }
    let wanted = other.scriptLetters
    var indices = indexLetters.filter(wanted.contains).map { Node(.letter($0), 0..<0) }
    for number in numbersOfIndices(in: other) { indices.append(Node(.number(number), 0..<0)) }
    guard pattern.variables.subtracting([unit]).isSubset(of: Set(letters)) else { return [] }
    return indices.prefix(3).map { pattern.nodes.renaming([unit: [$0]]).tex }
  }

  /// Numbers that stand as indices.
  func numbersOfIndices(in nodes: [Node]) -> [String] {
    var found: [String] = []
    nodes.forEachNode { node in
      guard case .scripted(let base?, let sub, let sup, _) = node.kind, base.isSymbolLetter else { return }
      for script in [sub, sup].compactMap(\.self) {
        for item in ScriptItem.items(of: script) where item.nodes.count == 1 {
          if case .number(let digits) = item.nodes[0].kind, !found.contains(digits) { found.append(digits) }
        }
      }
    }
    return found
  }

  /// `1.7159 \cdot \frac{2}{3} (1 - \tanh^2(\frac{2}{3} u))` for one without the slope of what `\tanh` is applied to.
  private mutating func innerDerivatives(in member: [Node]) {
    var numbers: [String] = []
    for (content, _) in member.brackets {
      guard content.count > 1 else { continue }
      let isNumber =
        switch content[0].kind {
        case .number: true
        case .fraction(let above, let below): above.allSatisfy(\.isNumber) && below.allSatisfy(\.isNumber)
        default: false
        }
      let tex = source(content[0].range)
      if isNumber, !["0", "1"].contains(tex), !content[1].isSumSign, !numbers.contains(tex) { numbers.append(tex) }
    }
    for number in numbers.prefix(3) {
      for product in products(of: member) where !product.factors.isEmpty {
        let (first, start) = (product.factor(0), product.nodes.range.lowerBound)
        if first.count == 1, first[0].isNumber {
          let end = first.range.upperBound
          add(Edit(.factor, end..<end, " \\cdot \(number)"))
        } else {
          add(Edit(.factor, start..<start, number + " "))
        }
      }
    }
  }

  /// `(1 - \alpha) g` beside `\alpha v`, as in a mean of what came before.
  private mutating func complements(in member: [Node]) {
    let terms = products(of: member)
    guard (2...4).contains(terms.count) else { return }
    for term in terms {
      guard term.factors.count > 1, case let first = term.factor(0), first.count == 1, first[0].base.isSymbolLetter
      else { continue }
      let complement = "(1 - \(source(first.range)))"
      for other in terms where other.nodes.range != term.nodes.range {
        let start = other.nodes.range.lowerBound
        add(Edit(.factor, start..<start, complement + " "))
      }
    }
  }

  /// `(a \odot \exp(W x))` for `\exp(W x)`, where a is a vector of `let`.
  private mutating func factorsOfCalls(in member: [Node]) {
    let vectors = scope.writtenEntries.compactMap { entry -> String? in
      guard case .variable(let variable) = entry.value, variable.isDeclared, variable.shape.count == 1,
        entry.pattern.nodes.count == 1
      else { return nil }
      return entry.pattern.nodes.tex
    }
    guard (1...6).contains(vectors.count) else { return }
    for product in products(of: member) {
      for number in product.factors.indices {
        let factor = product.factor(number)
        guard factor.count > 1, factor[0].isFunctionName(before: factor[1], in: scope) else { continue }
        let text = source(factor.range)
        for vector in vectors {
          let product = "\(vector.trimmingSpace) \(spelling.elementwiseProduct) \(text)"
          add(Edit(.addedFactor, factor.range, "(\(product))"))
        }
      }
    }
  }
}

extension Node {
  fileprivate var isSumSign: Bool { ["+", "-", "−"].contains(bareSign ?? "") }
}

extension String {
  fileprivate var trimmingSpace: String { last == " " ? String(dropLast()) : self }
}
