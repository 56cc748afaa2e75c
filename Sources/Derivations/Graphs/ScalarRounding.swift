import Tensors

/// One unit in the last place of 1. Each rounding costs half of it; the other half covers products of small terms.
private let unit = Double.ulpOfOne

extension ScalarTable {
  /// A bound of the error of a constant: none for whole numbers and short binary fractions, else a unit in the last
  /// place, for a decimal number has been rounded when it was read.
  func roundingOfConstant(_ value: Double) -> Double {
    let shifted = value * 0x1p20
    return shifted == shifted.rounded() && shifted.magnitude < 0x1p53 ? 0 : unit * value.magnitude
  }

  /// A bound of a result's error from those of its operands and its own rounding.
  func rounding(of node: ScalarNode, result: Double, at values: [Double], _ bounds: [Double]) -> Double {
    let bound = formula(of: node, result: result, at: values, bounds)
    return bound.isNaN || !result.isFinite ? .infinity : bound
  }

  private func formula(of node: ScalarNode, result: Double, at values: [Double], _ bounds: [Double]) -> Double {
    func place(_ number: Int) -> Int { Int(operands[Int(node.firstOperand) + number].index) }
    let count = Int(node.operandCount)
    switch node.kind {
    case .leaf, .constant:
      return 0
    case .sum:
      var (sum, bound) = (0.0, 0.0)
      for number in 0..<count {
        let previous = sum
        sum += values[place(number)]
        bound += bounds[place(number)]
        if !isExactSum(previous, values[place(number)], sum) { bound += unit * sum.magnitude }
      }
      return bound
    case .subtract:
      let (left, right) = (place(0), place(1))
      let isExact = isExactSum(values[left], -values[right], result)
      return bounds[left] + bounds[right] + (isExact ? 0 : unit * result.magnitude)
    case .negate:
      return bounds[place(0)]
    case .multiply:
      return roundingOfProduct(place(0), place(1), values, bounds)
    case .divide:
      let (top, bottom) = (place(0), place(1))
      let least = values[bottom].magnitude - bounds[bottom]
      guard least > 0 else { return .infinity }
      let isExact = values[top].addingProduct(-result, values[bottom]) == 0
      let own = isExact ? 0 : unit * result.magnitude
      return (bounds[top] + result.magnitude * bounds[bottom]) / least + own
    case .power:
      return roundingOfPower(values[place(0)], bounds[place(0)], Int(node.detail), result)
    case .dot:
      var (sum, bound) = (0.0, 0.0)
      for number in stride(from: 0, to: count, by: 2) {
        sum += values[place(number)] * values[place(number + 1)]
        bound += roundingOfProduct(place(number), place(number + 1), values, bounds) + unit * sum.magnitude
      }
      return bound
    case .function:
      let (x, around) = (values[place(0)], bounds[place(0)])
      guard around < .infinity, x.isFinite else { return .infinity }
      let image = functions[Int(node.detail)].derivative(Int(node.order), at: Interval(x - around, x + around))
      return max(image.upper - result, result - image.lower)
    case .maximum, .minimum:
      let largest = (0..<count).reduce(0) { max($0, bounds[place($1)]) }
      guard node.detail > 0 else { return largest }
      let (best, own) = (choice(of: node, at: values), Int(node.detail) - 1)
      let isClose = (0..<count).contains { other in
        other != best && (other == own || best == own)
          && (values[place(other)] - values[place(best)]).magnitude < bounds[place(other)] + bounds[place(best)]
      }
      return isClose ? 1 : 0
    }
  }

  private func roundingOfProduct(_ left: Int, _ right: Int, _ values: [Double], _ bounds: [Double]) -> Double {
    let product = values[left] * values[right]
    let isExact = (-product).addingProduct(values[left], values[right]) == 0
    return values[left].magnitude * bounds[right] + values[right].magnitude * bounds[left]
      + bounds[left] * bounds[right] + (isExact ? 0 : unit * product.magnitude)
  }

  /// By the mean value theorem, the steepest slope taken.
  private func roundingOfPower(_ base: Double, _ bound: Double, _ exponent: Int, _ result: Double) -> Double {
    let own = unit * result.magnitude * Double(exponent.magnitude)
    guard bound > 0 else { return own }
    let steepest = exponent > 0 ? base.magnitude + bound : base.magnitude - bound
    guard steepest > 0 else { return .infinity }
    return Double(exponent.magnitude) * steepest.raised(to: exponent - 1) * bound + own
  }
}

extension ScalarGraph {
  /// Whether a number is 0 because terms cancel that are large against a bound of its rounding, or because the number
  /// on one side of a kink is exactly 0.
  func cancels(_ id: ScalarID, within bound: Double) -> Bool {
    if value(id) == 0, errorBound(id) == 0 { return true }
    return bound < 1e-7 * largestTerm(of: id, depth: 8)
  }

  /// The largest of the terms that a number is the sum of.
  private func largestTerm(of id: ScalarID, depth: Int) -> Double {
    let own = value(id).magnitude
    guard depth > 0 else { return own }
    let inputs = Array(operands(of: id))
    func term(_ input: ScalarID) -> Double { largestTerm(of: input, depth: depth - 1) }
    func product(_ left: ScalarID, _ right: ScalarID) -> Double {
      max(value(left).magnitude * term(right), term(left) * value(right).magnitude)
    }
    switch node(id).kind {
    case .sum, .subtract, .negate: return inputs.map(term).max() ?? own
    case .multiply: return product(inputs[0], inputs[1])
    case .divide: return value(inputs[1]) == 0 ? own : term(inputs[0]) / value(inputs[1]).magnitude
    case .dot: return stride(from: 0, to: inputs.count, by: 2).map { product(inputs[$0], inputs[$0 + 1]) }.max() ?? own
    default: return own
    }
  }
}

/// Whether a sum was not rounded. D. E. Knuth, The Art of Computer Programming 2, section 4.2.2.
private func isExactSum(_ left: Double, _ right: Double, _ sum: Double) -> Bool {
  let part = sum - left
  return (left - (sum - part)) + (right - part) == 0
}
