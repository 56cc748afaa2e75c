import TeXMath

/// Indices in several places at once, letters of conditions, a number for a letter, and signs inside of fractions.
extension EditGenerator {
  mutating func places(in member: [Node], beside other: [Node]) {
    unitsOfOneSymbol(in: member)
    conditions(in: member)
    literals(in: member, beside: other)
    deltas(in: member, beside: other)
    quotients(in: member)
    fractionsOfTerms(in: member)
  }

  /// `z_2 (1 - z_2)` for `z_1 (1 - z_1)`, and `a_k (1 - a_k)` for `a_j (1 - a_j)` under a sum over k.
  private mutating func unitsOfOneSymbol(in member: [Node]) {
    var order: [String] = []
    var places: [String: [Range<Int>]] = [:]
    member.forEachNode { node in
      guard case .scripted(let base?, let sub?, _, _) = node.kind, base.isSymbolLetter, sub.count == 1,
        !sub[0].isTransposeMark
      else { return }
      let key = node.key
      if places[key] == nil { order.append(key) }
      if !(places[key]?.contains(sub.range) ?? false) { places[key, default: []].append(sub.range) }
    }
    for key in order {
      guard let own = places[key], own.count > 1, case let text = source(own[0]) else { continue }
      var choices: [String] = []
      if let number = Int(text) {
        choices = [number + 1, number - 1].filter { $0 >= 0 }.map(String.init)
      } else if letters.contains(text) {
        choices = summed.filter { $0 != text }
      }
      for choice in choices { add(Edit(.index, own.map { Edit.Splice(range: $0, text: choice) })) }
    }
  }

  /// A letter of the conditions of `cases`, in all of these.
  private mutating func conditions(in member: [Node]) {
    member.forEachNode { node in
      guard case .environment(_, let rows) = node.kind else { return }
      var places: [String: [Range<Int>]] = [:]
      for cell in rows.flatMap(\.cells) where cell.contains(where: \.isComparison) {
        cell.forEachNode { inner in
          if case .letter(let letter) = inner.kind { places[letter, default: []].append(inner.range) }
        }
      }
      for letter in places.keys.sorted() {
        let own = places[letter] ?? []
        for other in indexLetters where places[other] == nil {
          add(Edit(.index, own.map { Edit.Splice(range: $0, text: other) }))
        }
      }
    }
  }

  /// `x^0` for `x^t`, where the other side speaks of 0.
  private mutating func literals(in member: [Node], beside other: [Node]) {
    let numbers = numbersOfIndices(in: other)
    guard !numbers.isEmpty else { return }
    let outside = other.scriptLetters.union(member.summationLetters)
    var places: [(String, Range<Int>)] = []
    member.forEachScriptLetter { letter, range, isSum in
      if !isSum, !outside.contains(letter) { places.append((letter, range)) }
    }
    for number in numbers.prefix(3) { for (_, range) in places { add(Edit(.number, range, number)) } }
  }

  /// `\delta_{jk} - p_k` for `1 - p_k`.
  private mutating func deltas(in member: [Node], beside other: [Node]) {
    let outside = other.scriptLetters
    let pair = indexLetters.filter { outside.contains($0) && !layerLetters.contains($0) }
    guard pair.count == 2 else { return }
    var delta = "\\delta"
    for entry in scope.writtenEntries {
      if case .meaning(let meaning) = entry.value, meaning.quantity == .kronecker {
        delta = entry.pattern.nodes.first?.base.tex ?? delta
      }
    }
    member.forEachRun { run in
      for (place, node) in run.enumerated() where node.key == "1" && place + 1 < run.count {
        guard run[place + 1].bareSign == "-" else { continue }
        add(Edit(.operation, node.range, "\(delta.filter { $0 != " " })_{\(pair[0])\(pair[1])}"))
      }
    }
  }

  /// `\cdot` for a stroke, and the sign of what is above in a fraction.
  private mutating func quotients(in member: [Node]) {
    member.forEachRun { run in
      for (place, node) in run.enumerated() {
        if node.bareSign == "/", place > 0, place + 1 < run.count, !run[place - 1].isNumber || !run[place + 1].isNumber
        {
          add(Edit(.operation, node.range, "\\cdot"))
        }
        guard case .fraction(let above, let below) = node.kind, let first = above.first, first.differential == nil
        else {
          continue
        }
        if first.bareSign == "-" {
          add(Edit(.sign, first.range, ""))
        } else if below.count > 1 || below.first?.isNumber == false {
          add(Edit(.sign, first.range.lowerBound..<first.range.lowerBound, "-"))
        }
      }
    }
    // `-\frac{1}{2} u^{-3/2}` for `-u^{-3/2}` in brackets.
    for (content, _) in member.brackets {
      guard content.first?.bareSign == "-", content.count > 1, !Array(content.dropFirst()).hasSumSign,
        !content[1].isNumber
      else { continue }
      let start = content[1].range.lowerBound
      for factor in ["\\frac{1}{2} ", "2 "] { add(Edit(.factor, start..<start, factor)) }
    }
  }

  /// `\frac{2 (x - \mu)}{N}` for `2 (x - \mu)`.
  private mutating func fractionsOfTerms(in member: [Node]) {
    for term in products(of: member) where term.factors.count > 1 {
      for number in term.factors.indices.dropLast() where term.factor(number).allSatisfy(\.isNumber) {
        let start = term.factor(number).range.lowerBound
        let end = term.nodes.range.upperBound
        for count in exampleCounts {
          add(Edit(.factor, start..<end, "\\frac{\(source(start..<end))}{\(count)}"))
        }
      }
    }
  }
}
