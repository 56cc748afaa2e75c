import Networks
import Tensors

/// The classes that targets stand for: two values of one target, or a target for each class.
struct TargetClasses {
  var names: [String]
  /// That of each example.
  var kinds: [Int]
  /// Between the two values, where there is one target.
  private(set) var threshold: Double?

  /// nil where one target has more than two values, or only one.
  init?(_ data: DataSet) {
    let targets = (0..<data.examples).map(data.targets.row)
    guard data.targetNames.count == 1 else {
      names = data.targetNames
      kinds = targets.map(Self.largest)
      return
    }
    let values = Self.values(data)
    guard values.count == 2 else { return nil }
    let middle = (values[0] + values[1]) / 2
    threshold = middle
    names = values.map { value in
      let isWhole = value == value.rounded() && value.magnitude < 1e6
      return "\(data.targetNames[0]) = \(isWhole ? String(Int(value)).replacing("-", with: "−") : "\(value)")"
    }
    kinds = targets.map { $0[0] > middle ? 1 : 0 }
  }

  /// The different values of the first target, the smallest first.
  static func values(_ data: DataSet) -> [Double] {
    var found: [Double] = []
    for value in (0..<data.examples).map({ data.targets.row($0)[0] }).sorted() where found.last != value {
      found.append(value)
    }
    return found
  }

  /// For each class, by how much the outputs speak for it more than for any other.
  func margins(of outputs: [Double]) -> [Double] {
    if let threshold { return [threshold - outputs[0], outputs[0] - threshold] }
    return outputs.indices.map { kind in
      outputs[kind] - (outputs.enumerated().filter { $0.offset != kind }.map(\.element).max() ?? -.infinity)
    }
  }

  /// The class that the outputs speak for; the first of equals.
  func kind(of outputs: [Double]) -> Int {
    if let threshold { return outputs[0] > threshold ? 1 : 0 }
    return Self.largest(outputs)
  }

  private static func largest(_ numbers: [Double]) -> Int {
    numbers.indices.max { (numbers[$0], $1) < (numbers[$1], $0) } ?? 0
  }
}
