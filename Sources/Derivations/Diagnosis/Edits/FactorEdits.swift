import TeXMath

/// Factors too many, forgotten, or put in another place.
extension EditGenerator {
  mutating func factors(of member: [Node]) {
    fractions(in: member)
    denominators(in: member)
    halvedStrengths(in: member)
    let starts = termStarts(of: member)
    // `\frac{1}{m}` for a 1 that is all there is.
    if let last = member.last, case .number("1") = last.kind, starts == [last.range.lowerBound] {
      for count in exampleCounts { add(Edit(.factor, last.range, "\\frac{1}{\(count)}")) }
    }
    for start in starts { addFactor(before: start) }
    if starts.count > 1 {
      let whole = member.range
      for text in missingFactors {
        add(
          Edit(
            .factor,
            [
              Edit.Splice(range: beginning(of: whole), text: text + "\\left("),
              Edit.Splice(range: whole.upperBound..<whole.upperBound, text: "\\right)"),
            ]))
      }
    }
    for range in factorPlaces(of: member) where range.count > 1 { dropFactor(range, in: member) }
    // A factor left out.
    var level = 0
    for (place, node) in member.enumerated() {
      level += node.bracketNesting
      guard level == 0, node.bracketNesting == 0 else { continue }
      switch node.kind {
      case .number, .fraction, .scripted, .letter, .dressed:
        if member.count > 1 {
          var range = node.range
          if place + 1 < member.count, let sign = member[place + 1].bareSign,
            ["\\cdot", "*", "\\times", "\\odot"].contains(sign)
          {
            range = range.lowerBound..<member[place + 1].range.upperBound
          } else if place > 0, let sign = member[place - 1].bareSign,
            ["\\cdot", "*", "\\times", "\\odot"].contains(sign)
          {
            range = member[place - 1].range.lowerBound..<range.upperBound
          }
          add(Edit(.factor, range, ""))
        }
        if case .fraction = node.kind {
        } else if node.sign == nil {
          for count in exampleCounts {
            add(Edit(.factor, node.range.upperBound..<node.range.upperBound, " \\frac{1}{\(count)}"))
          }
        }
      default: break
      }
    }
    addedFactors(member)
  }

  /// Those that are forgotten most, and what cancels one too many.
  private var missingFactors: [String] {
    ["2 ", "\\frac{1}{2} "] + exampleCounts.flatMap { ["\\frac{1}{\($0)} ", "\($0) "] }
  }

  private mutating func addFactor(before start: Int) {
    let next = String(decoding: text[start...].prefix(6), as: UTF8.self)
    // Two numbers side by side would be one.
    let isNumber = next.first?.isNumber ?? false || next.hasPrefix("\\frac") || next.hasPrefix("\\tfrac")
    for text in missingFactors { add(Edit(.factor, start..<start, isNumber ? text + "\\cdot " : text)) }
  }

  /// The factors of terms that stand inside brackets.
  mutating func factors(inside nodes: [Node]) {
    let starts = termStarts(of: nodes)
    guard starts.count > 1 else { return }
    for start in starts { for text in missingFactors { add(Edit(.addedFactor, start..<start, text)) } }
  }

  /// A call or a bracket left out, with the sign of multiplication before it or behind it.
  private mutating func dropFactor(_ factor: Range<Int>, in member: [Node]) {
    var range = Array(member[factor]).range
    func sign(at place: Int) -> Range<Int>? {
      guard member.indices.contains(place), let sign = member[place].bareSign,
        ["\\cdot", "*", "\\times", "\\odot", "⊙", "\\circ"].contains(sign)
      else { return nil }
      return member[place].range
    }
    if let after = sign(at: factor.upperBound) {
      range = range.lowerBound..<after.upperBound
    } else if let before = sign(at: factor.lowerBound - 1) {
      range = before.lowerBound..<range.upperBound
    }
    guard range != member.range else { return }
    add(Edit(.factor, range, ""))
  }

  /// A 2 more or less in a fraction that is there: `\frac{1}{2k}` and `\frac{1}{k}`, `\frac{1}{k}` and `\frac{2}{k}`.
  private mutating func fractions(in member: [Node]) {
    member.forEachNode { node in
      guard case .fraction(let above, let below) = node.kind, above.first?.differential == nil else { return }
      if above.count == 1, case .number(let digits) = above[0].kind {
        if digits == "1" { add(Edit(.factor, above[0].range, "2")) }
        if digits == "2" { add(Edit(.factor, above[0].range, "1")) }
        if let first = below.first, case .letter = first.kind {
          add(Edit(.factor, first.range.lowerBound..<first.range.lowerBound, "2"))
        }
      }
      if below.count > 1, case .number("2") = below[0].kind { add(Edit(.factor, below[0].range, "")) }
      // `\frac{\lambda}{2n}` for `\frac{\lambda}{n}`
      if let first = below.first, !first.isNumber, !below.hasSumSign, above.contains(where: { !$0.isNumber }) {
        add(Edit(.factor, first.range.lowerBound..<first.range.lowerBound, "2"))
      }
      // `\frac{\gamma}{m \sigma}` for `\frac{\gamma}{\sigma}`; where there is a 1 above, that has its own place.
      if let first = below.first, !above.isSoleOne {
        for count in exampleCounts {
          add(Edit(.factor, first.range.lowerBound..<first.range.lowerBound, "\(count) "))
        }
      }
      // `\lambda` for `\frac{\lambda}{2}`, and the other way round.
      if below.count == 1, case .number("2") = below[0].kind { add(Edit(.factor, node.range, source(above.range))) }
    }
  }

  /// Where the terms of a sum begin, without their signs.
  func termStarts(of member: [Node]) -> [Int] {
    var starts: [Int] = []
    var level = 0
    var isStart = true
    for node in member {
      if isStart, node.bareSign != "-", node.bareSign != "+" {
        starts.append(node.range.lowerBound)
        isStart = false
      }
      level += node.bracketNesting
      if level == 0, let sign = node.bareSign, sign == "+" || sign == "-" { isStart = true }
    }
    return starts
  }

  /// A factor that is missing: the slope of the activation function, or what the layer before passes on.
  private mutating func addedFactors(_ member: [Node]) {
    let whole = member.range
    let isSum = member.hasSumSign
    for factor in notationFactors {
      var tex = factor.tex
      if factor.isSlope {
        // Entries are numbers, and stand beside each other.
        if factor.isEntry, !isSum { add(tex, behindBracketsIn: member) }
        if !isSum, !factor.isEntry { tex = spelling.elementwiseProduct + " " + tex }
      }
      if isSum {
        add(
          Edit(
            .addedFactor,
            [
              Edit.Splice(range: beginning(of: whole), text: "\\left("),
              Edit.Splice(range: whole.upperBound..<whole.upperBound, text: "\\right)\(tex)"),
            ]))
      } else {
        add(Edit(.addedFactor, whole.upperBound..<whole.upperBound, " \(tex)"))
      }
    }
  }

  /// What the notation has that a side may lack as a factor.
  struct NotationFactor {
    var tex: String
    var isSlope = false
    /// Whether it is one number.
    var isEntry = false
  }

  /// All such factors in the order of the notation.
  var factorsOfNotation: [NotationFactor] {
    let entries = scope.writtenEntries
    let function = entries.last { entry in
      if case .meaning(let meaning) = entry.value { meaning.quantity == .activationFunction } else { false }
    }
    var found: [NotationFactor] = []
    for entry in entries {
      guard case .meaning(let meaning) = entry.value, entry.pattern.nodes.count == 1 else { continue }
      switch meaning.quantity {
      case .weightedInput:
        if let function {
          let name = function.pattern.nodes.texOfName
          for argument in instances(of: entry.pattern) {
            let slope = "\(name)'\\left(\(argument)\\right)"
            found.append(NotationFactor(tex: slope, isSlope: true, isEntry: meaning.unit != nil))
          }
        }
      case .activation, .input:
        guard meaning.unit == nil else { break }
        let hasSuperscript = entry.pattern.nodes[0].scripts.sup != nil
        for argument in instances(of: entry.pattern) {
          found.append(NotationFactor(tex: transposed(argument, hasSuperscript: hasSuperscript)))
        }
      case .weight where meaning.unit != nil && meaning.from != nil:
        // The one weight of a layer.
        let layer = entry.pattern.layerVariable(in: scope)
        guard entry.pattern.variables.subtracting([layer].compactMap(\.self)).isEmpty else { break }
        found += instances(of: entry.pattern).map { NotationFactor(tex: $0) }
      default: break
      }
    }
    return found
  }

  /// A factor behind each difference in brackets.
  private mutating func add(_ factor: String, behindBracketsIn member: [Node]) {
    for place in member.indices {
      guard let (content, whole) = inside(member, at: place), content.hasSumSign,
        place == 0 || !member[place - 1].isFunctionName(before: member[place], in: scope)
      else { continue }
      add(Edit(.addedFactor, whole.upperBound..<whole.upperBound, " \(factor)"))
    }
  }

  /// A symbol of the notation with the indices of the link, or with the numbers of layers.
  private func instances(of pattern: SymbolPattern) -> [String] {
    guard let layer = pattern.layerVariable(in: scope) else { return [pattern.nodes.tex] }
    var found = [pattern.nodes.tex]
    for number in 0...max(1, layers) {
      found.append(pattern.nodes.renaming([layer: [Node(.number(String(number)), 0..<0)]]).tex)
    }
    return found + unitInstances(found, pattern)
  }

  private func unitInstances(_ forms: [String], _ pattern: SymbolPattern) -> [String] {
    guard pattern.nodes[0].scripts.sub != nil else { return [] }
    return ["1", "2"].flatMap { unit in
      (0...max(1, layers)).compactMap { number -> String? in
        var indices: [String: [Node]] = [:]
        for variable in pattern.variables {
          let isLayer = variable == pattern.layerVariable(in: scope)
          indices[variable] = [Node(.number(isLayer ? String(number) : unit), 0..<0)]
        }
        return pattern.nodes.renaming(indices).tex
      }
    }
  }
}

extension [Node] {
  fileprivate var isSoleOne: Bool {
    if count == 1, case .number("1") = self[0].kind { true } else { false }
  }
}
