import Derivations
import Networks
import Results

/// Writes the gradient of one example's loss out: symbols, factors, products, sum.
struct GradientFormulas {
  let symbols: GradientSymbols
  let paths: GradientPaths
  /// The parameter as LaTeX, and where it stands.
  let parameter: String
  let unit: Int
  let from: Int?
  let example: Int

  /// A derivative along a path.
  struct Factor: Hashable {
    /// As it is written: `\frac{\partial a}{\partial z}`.
    var tex: String
    /// What it is: `\sigma'(z)`; nil where it is but a number.
    var meaning: String?
    var value: Double
  }

  var derivative: String { Self.derivative(of: symbols.loss(example), by: parameter) }

  static func derivative(of above: String, by below: String) -> String {
    "\\frac{\\partial \(above)}{\\partial \(below)}"
  }

  /// From the loss down to the parameter.
  func factors(of path: GradientPaths.Path) -> [Factor] {
    let last = paths.layer + path.stops.count - 1
    var factors: [Factor] = []
    if let stop = path.stops.last {
      factors.append(
        Factor(
          tex: Self.derivative(of: symbols.loss(example), by: symbols.activation(last, stop.activation)),
          value: paths.lossSlope(stop.activation)))
    }
    for (place, stop) in path.stops.enumerated().reversed() {
      let layer = paths.layer + place
      let input = symbols.weightedInput(layer, stop.weightedInput)
      factors.append(
        Factor(
          tex: Self.derivative(of: symbols.activation(layer, stop.activation), by: input),
          meaning: symbols.slope(layer, stop.weightedInput), value: paths.activationSlope(layer: layer, stop)))
      if place > 0 {
        let before = path.stops[place - 1].activation
        factors.append(
          Factor(
            tex: Self.derivative(of: input, by: symbols.activation(layer - 1, before)),
            meaning: symbols.weight(layer, to: stop.weightedInput, from: before),
            value: paths.weight(layer: layer, to: stop.weightedInput, from: before)))
      } else {
        factors.append(
          Factor(
            tex: Self.derivative(of: input, by: parameter),
            meaning: from.map { symbols.activation(layer - 1, $0) },
            value: paths.parameterSlope(stop.weightedInput)))
      }
    }
    return factors
  }

  // MARK: Steps

  /// The chain rule along every path.
  var chainRule: WorkedLines {
    var rows = paths.paths.enumerated().map { place, path in
      (place == 0 ? "\(derivative) &= " : "&\\quad + ") + factors(of: path).map(\.tex).joined(separator: " \\cdot ")
    }
    if paths.rest != nil { rows.append("&\\quad + \\dots \\quad \(others)") }
    return WorkedLines(aligned: rows)
  }

  private var others: String {
    let count = paths.count - Double(paths.paths.count)
    let digits = count < 1e9 ? "\(Int(count))" : NumberStyle.significant(3).text(for: count).tex
    return count == 1 ? "(\\text{1 other path})" : "(\(digits) \\text{ other paths})"
  }

  /// Every factor that occurs, once, with the digits that it has in the products; two side by side where there are many.
  func values(_ digits: LineDigits) -> WorkedLines {
    var digitsOf: [String: Int] = [:]
    var all: [Factor] = []
    for path in paths.paths {
      let count = productDigits(path, digits)
      for factor in factors(of: path) {
        if digitsOf[factor.tex] == nil { all.append(factor) }
        digitsOf[factor.tex] = max(digitsOf[factor.tex] ?? 0, count)
      }
    }
    let cells = all.map { factor in
      let value = WorkedNumber(factor.value, digitsOf[factor.tex] ?? digits.least)
      return "\(factor.tex) &\(factor.meaning.map { "= \($0) " } ?? "")\(value.sign) \(value.tex)"
    }
    guard cells.count > 6 else { return WorkedLines(aligned: cells) }
    let rows = stride(from: 0, to: cells.count, by: 2).map { cells[$0..<min($0 + 2, cells.count)] }
    return WorkedLines(tex: Self.aligned(rows.map { $0.joined(separator: " &\\qquad ") }), aligned: cells)
  }

  private func productDigits(_ path: GradientPaths.Path, _ digits: LineDigits) -> Int {
    let factors = factors(of: path)
    return digits.fitting { digits in
      WorkedNumber(path.product, digits).isPrint(of: factors.reduce(1) { $0 * WorkedNumber($1.value, digits).printed })
    }
  }

  /// The product of each path's factors.
  func products(_ digits: LineDigits) -> WorkedLines {
    WorkedLines(
      aligned: paths.paths.enumerated().map { place, path in
        let count = productDigits(path, digits)
        let factors = factors(of: path).map { WorkedNumber($0.value, count) }
        let product = WorkedNumber(path.product, count)
        let found = factors.reduce(1) { $0 * $1.printed }
        let name = paths.paths.count == 1 ? derivative : "p_{\(place + 1)}"
        return "\(name) &= "
          + factors.enumerated().map { $1.bracketed(isFirst: $0 == 0) }.joined(separator: " \\cdot ")
          + product.relation(to: found) + product.tex
      })
  }

  /// The sum over the paths; nil where there is only one.
  func sum(_ digits: LineDigits) -> WorkedLines? {
    guard paths.paths.count > 1 || paths.rest != nil else { return nil }
    let parts = paths.paths.map(\.product) + [paths.rest].compactMap(\.self)
    func found(_ digits: Int) -> Double { parts.reduce(0) { $0 + WorkedNumber($1, digits).printed } }
    let count = digits.fitting { WorkedNumber(paths.derivative, $0).isPrint(of: found($0)) }
    var terms = paths.paths.map { WorkedNumber($0.product, count).tex(asTerm: true) }
    if let rest = paths.rest { terms.append("\\underbrace{\(WorkedNumber(rest, count).tex)}_{\(others)}") }
    let total = WorkedNumber(paths.derivative, count)
    let names = paths.paths.indices.map { "p_{\($0 + 1)}" } + (paths.rest == nil ? [] : ["\\dots"])
    return WorkedLines(
      aligned: [
        "\(derivative) &= \(names.joined(separator: " + "))",
        "&= \(terms.joined(separator: " + "))\(total.relation(to: found(count)))\(total.tex)",
      ], isOneFormula: true)
  }

  static func aligned(_ rows: [String]) -> String {
    "\\begin{aligned}\n" + rows.joined(separator: " \\\\\n") + "\n\\end{aligned}"
  }
}

/// A step as LaTeX: aligned for a page, and as formulas that can break in a narrow window.
struct WorkedLines {
  var tex: String
  var lines: [String]

  /// - Parameters:
  ///   - tex: where it is not the rows one below the other
  ///   - rows: with a mark of alignment each
  ///   - isOneFormula: whether a row goes on with what the row above began
  init(tex: String? = nil, aligned rows: [String], isOneFormula: Bool = false) {
    self.tex = tex ?? GradientFormulas.aligned(rows)
    // What goes on with a sum begins with a sign between two terms.
    let plain = rows.map { $0.replacing("&\\quad ", with: "{} ").replacing("&", with: "") }
    lines = isOneFormula ? [plain.joined(separator: " ")] : plain
  }
}

/// With how many digits a line is printed: as many as are asked for, else as few as lead to the printed result.
struct LineDigits {
  var least = 4
  var most = 8

  func fitting(_ isFaithful: (Int) -> Bool) -> Int {
    least < most ? (least...most).first(where: isFaithful) ?? most : least
  }
}

/// A number of a line that is worked by hand.
struct WorkedNumber {
  let value: Double
  let digits: Int
  private let numeral: Numeral?

  init(_ value: Double, _ digits: Int) {
    (self.value, self.digits) = (value, digits)
    numeral = Numeral(value, digits: digits)
  }

  var tex: String { numeral?.tex ?? "?" }
  /// What is printed, as a number.
  var printed: Double { numeral?.value ?? .nan }
  /// Behind what it is exactly, or rounded.
  var sign: String { (printed - value).magnitude <= 1e-12 * value.magnitude ? "=" : "\\approx" }

  func bracketed(isFirst: Bool) -> String {
    guard let numeral else { return tex }
    return numeral.isNegative && !isFirst || numeral.hasExponent ? "(\(tex))" : tex
  }
  func tex(asTerm: Bool) -> String { numeral?.isNegative ?? false ? "(\(tex))" : tex }

  /// Whether what was calculated with printed digits is printed like this.
  func isPrint(of found: Double) -> Bool { Numeral(found, digits: digits)?.value == numeral?.value }
  func relation(to found: Double) -> String {
    (found - printed).magnitude <= 1e-12 * printed.magnitude ? " = " : " \\approx "
  }
}
