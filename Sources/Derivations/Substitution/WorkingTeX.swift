extension Working {
  /// How tightly what is printed holds together.
  fileprivate enum Level: Int { case sum, product, power, whole }

  fileprivate func level(_ digits: Int) -> Level {
    switch self {
    case .number(let value): Numeral(value, digits: digits)?.hasExponent ?? false ? .product : .whole
    case .written(let digits): digits.contains("e") ? .product : .whole
    case .negative(let inner): min(inner.level(digits), .product)
    case .sum(let sum): sum.terms.count == 1 && !sum.terms[0].isNegative ? sum.terms[0].value.level(digits) : .sum
    case .product(let factors): factors.count == 1 ? factors[0].value.level(digits) : .product
    case .power, .transposed: .power
    case .function(let function, _): function.head == "e^" ? .power : .whole
    case .constant, .array, .quotient, .norm, .absolute, .matrix: .whole
    }
  }

  /// As a formula, numbers to so many significant digits.
  func tex(_ digits: Int) -> String { tex(digits, mayBeginWithMinus: true) }

  private func tex(_ digits: Int, mayBeginWithMinus isFirst: Bool) -> String {
    switch self {
    case .number(let value):
      guard let numeral = Numeral(value, digits: digits) else { return "?" }
      return numeral.isNegative && !isFirst ? "(\(numeral.tex))" : numeral.tex
    case .written(let digits): return digits
    case .constant(.pi): return "\\pi"
    case .constant(.e): return "e"
    case .array(let rows): return Self.matrix(rows.map { $0.map { Numeral($0, digits: digits)?.tex ?? "?" } })
    case .negative(let inner):
      let tex = "-" + inner.tex(digits, atLeast: .product, mayBeginWithMinus: false)
      return isFirst ? tex : Self.bracketed(tex)
    case .sum(let sum): return Self.tex(sum, digits, mayBeginWithMinus: isFirst)
    case .product(let factors): return Self.tex(factors, digits, mayBeginWithMinus: isFirst)
    case .quotient(let above, let below): return "\\frac{\(above.tex(digits))}{\(below.tex(digits))}"
    case .power(let base, let exponent):
      return base.tex(digits, atLeast: .whole, mayBeginWithMinus: false) + "^{\(exponent.tex(digits))}"
    case .transposed(let inner): return inner.tex(digits, atLeast: .whole, mayBeginWithMinus: false) + "^{\\top}"
    case .norm(let inner): return "\\left\\| \(inner.tex(digits)) \\right\\|"
    case .absolute(let inner): return "\\left| \(inner.tex(digits)) \\right|"
    case .matrix(let rows): return Self.matrix(rows.map { $0.map { $0.tex(digits) } })
    case .function(let function, let arguments):
      let inner = arguments.map { $0.tex(digits) }.joined(separator: ", ")
      if function.head == "e^" { return "e^{\(inner)}" }
      if function.head == "\\sqrt" { return "\\sqrt{\(inner)}" }
      // A vector has brackets of its own.
      let hasBrackets = arguments.count == 1 && arguments[0].isBracketedArray
      return function.head + (hasBrackets ? inner : Self.bracketed(inner))
    }
  }

  private func tex(_ digits: Int, atLeast least: Level, mayBeginWithMinus isFirst: Bool) -> String {
    level(digits) < least
      ? Self.bracketed(tex(digits, mayBeginWithMinus: true)) : tex(digits, mayBeginWithMinus: isFirst)
  }

  private static func bracketed(_ tex: String) -> String {
    let isTall = ["\\frac", "\\begin", "\\left"].contains { tex.contains($0) }
    return isTall ? "\\left( \(tex) \\right)" : "(\(tex))"
  }

  private static func matrix(_ rows: [[String]]) -> String {
    "\\begin{pmatrix} " + rows.map { $0.joined(separator: " & ") }.joined(separator: " \\\\ ") + " \\end{pmatrix}"
  }

  // MARK: Sums

  private static func tex(_ sum: Sum, _ digits: Int, mayBeginWithMinus isFirst: Bool) -> String {
    // `0.5 + (0.1 + 0.2)`: what a sum sign added up goes on with the terms around it.
    var terms: [(isNegative: Bool, value: Working)?] = []
    func append(_ list: Sum) {
      let isElided = list.isWrittenOut && list.terms.count > termLimit
      let shown = isElided ? Array(list.terms.prefix(2)) + list.terms.suffix(1) : list.terms
      for (place, term) in shown.enumerated() {
        if isElided, place == 2 { terms.append(nil) }
        if case .sum(let inner) = term.value, inner.isWrittenOut, !term.isNegative {
          append(inner)
        } else {
          terms.append(term)
        }
      }
    }
    append(sum)
    var tex = ""
    for (place, term) in terms.enumerated() {
      guard let term else {
        tex += " + \\dots"
        continue
      }
      let mayBegin = place == 0 && isFirst && !term.isNegative
      let value = term.value.tex(digits, atLeast: .product, mayBeginWithMinus: mayBegin)
      if place == 0 {
        tex = term.isNegative ? "-" + value : value
      } else {
        tex += (term.isNegative ? " - " : " + ") + value
      }
    }
    return !isFirst && (terms.first.flatMap(\.self)?.isNegative ?? false) ? bracketed(tex) : tex
  }

  // MARK: Products

  private static func tex(_ factors: [Factor], _ digits: Int, mayBeginWithMinus isFirst: Bool) -> String {
    var tex = ""
    for (place, factor) in factors.enumerated() {
      let value = factor.value.tex(digits, atLeast: .power, mayBeginWithMinus: place == 0 && isFirst)
      guard place > 0 else {
        tex = value
        continue
      }
      let isBracket = value.hasPrefix("(") || value.hasPrefix("\\left(")
      let before = factors[place - 1].value
      switch factor.binding {
      case .elementwise: tex += " \\odot "
      case .outer: tex += " \\otimes "
      case .dot, .star: tex += " \\cdot "
      case .juxtaposition:
        // Numbers side by side would run into each other; brackets and matrices do not.
        tex += isBracket && !factor.value.isPlain || factor.value.isArray && before.isArray ? " " : " \\cdot "
      }
      tex += value
    }
    return tex
  }

  private var isBracketedArray: Bool {
    switch self {
    case .array, .matrix: true
    default: false
    }
  }

  private var isArray: Bool {
    switch self {
    case .array, .matrix: true
    case .transposed(let inner): inner.isArray
    default: false
    }
  }
}

extension Working.Level: Comparable {
  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
