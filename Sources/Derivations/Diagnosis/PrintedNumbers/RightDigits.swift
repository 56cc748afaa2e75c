import TeXMath

extension RepairSearch {
  /// The number that should be printed, to as many decimals, or to as many digits that count.
  func rightDigits(_ number: Int, _ place: Int) -> [Edit] {
    let member = list.statements[number].members[place + 1]
    guard let literal = member.soleNumber else { return rightEntries(number, place) }
    let digits = literal.digits
    let verdict = judge(list.statements[number], number, place)
    guard let left = verdict?.left, left.isFinite, let point = digits.firstIndex(of: ".") else { return [] }
    let decimals = digits.distance(from: point, to: digits.endIndex) - 1
    let significant = digits.filter(\.isNumber).drop { $0 == "0" }.count
    // How many digits stand before the point, or less than none where zeros follow it.
    var (size, rest) = (0, left.magnitude)
    while rest >= 1 { (size, rest) = (size + 1, rest / 10) }
    while rest < 0.1, rest > 0 { (size, rest) = (size - 1, rest * 10) }
    // The sign is written anew where it is another.
    let range = literal.isNegative == (left < 0) ? literal.range : member.range
    let sign = literal.isNegative == (left < 0) || left >= 0 ? "" : "-"
    let sides = [decimals, significant - size].filter { (1...12).contains($0) }
    let edits = sides.map {
      Edit(.digits, range, sign + spelled(DecimalText.rounded(left.magnitude, decimals: $0), at: literal.range))
    }
    // A number on the way may have been rounded, so that the last digit is another one.
    guard place > 0, significant > 5, let count = sides.first else { return edits }
    return edits
      + [1.0, -1.0].map { step in
        let near = left.magnitude + step / DecimalText.scale(count)
        return Edit(.digits, range, sign + spelled(DecimalText.rounded(near, decimals: count), at: literal.range))
      }
  }
}

extension EditGenerator {
  /// A number of the display that nearly is the one that is printed.
  mutating func digits(in nodes: [Node]) {
    nodes.forEachNode { node in
      guard case .number(let digits) = node.kind, let value = Double(digits), digits.contains(".") else { return }
      for other in numbers where other.digits != digits && (other.value - value).magnitude < 1e-3 * value.magnitude {
        add(Edit(.digits, node.range, DecimalText.spelled(other.digits, like: source(node.range))))
      }
    }
  }
}

extension [Node] {
  /// A number that is all there is, what only changes its looks apart.
  var soleNumber: (digits: String, range: Range<Int>, isNegative: Bool)? {
    var nodes = self
    var isNegative = false
    while true {
      if nodes.count == 2, let first = nodes.first?.bareSign, first == "-" || first == "−" {
        nodes.removeFirst()
        isNegative.toggle()
      } else if nodes.count == 2, nodes[0].bareSign == "+" {
        nodes.removeFirst()
      }
      guard nodes.count == 1 else { return nil }
      switch nodes[0].kind {
      case .number(let digits): return (digits, nodes[0].range, isNegative)
      case .group(let inner), .dressed(_, let inner): nodes = inner
      default: return nil
      }
    }
  }
}

/// Decimal digits without a locale.
enum DecimalText {
  static func scale(_ decimals: Int) -> Double { (0..<decimals).reduce(1) { power, _ in power * 10 } }

  static func rounded(_ value: Double, decimals: Int) -> String {
    let whole = (value * scale(decimals)).rounded(.toNearestOrEven)
    guard whole.magnitude < 1e18 else { return "\(value)" }
    var digits = String(Int64(whole))
    while digits.count <= decimals { digits = "0" + digits }
    return digits.dropLast(decimals) + "." + digits.suffix(decimals)
  }
}
