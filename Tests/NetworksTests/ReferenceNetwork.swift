import FoundationEssentials
import Networks
import Tensors
import Testing

/// A network of `Tests/Fixtures/engine` with the values that a script calculated for it.
struct ReferenceNetwork: Sendable, CustomTestStringConvertible {
  var network = Network("reference", inputs: 0, layers: [])
  var objective: Objective
  let rate: Double
  let steps: Int
  var method = OptimizationMethod.gradientDescent
  var schedule = Schedule.constant
  var batch: Int?
  var values: [String: Tensor] = [:]

  /// Those of `networks.txt`, from differences in many digits, or of `training.txt`, from PyTorch.
  static func all(in name: String = "networks.txt", beside file: String = #filePath) throws -> [ReferenceNetwork] {
    let folder = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Fixtures/engine/\(name)"), encoding: .utf8)
    var found: [ReferenceNetwork] = []
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if fields[0] == "case" {
        found.append(try ReferenceNetwork(fields))
      } else {
        try found[found.count - 1].read(fields)
      }
    }
    return found
  }

  private init(_ fields: [String]) throws {
    let convention = try #require(Loss.OverOutputs(rawValue: fields[2]))
    let loss = try #require(Loss.named(fields[1])?.over(convention))
    objective = Objective(loss, reduction: try #require(.init(rawValue: fields[3])))
    network.inputs = try #require(Int(fields[4]))
    rate = try #require(Double(fields[5]))
    steps = try #require(Int(fields[6]))
  }

  private mutating func read(_ fields: [String]) throws {
    switch fields[0] {
    case "layer":
      network.layers.append(
        Layer(
          "layer \(network.layers.count + 1)", units: try #require(Int(fields[1])),
          try #require(Activation.named(fields[2])), bias: try #require(Layer.Bias(rawValue: fields[3]))))
    case "training":
      method = try #require(OptimizationMethod.named(fields[1]))
      for assignment in fields[2].split(separator: " ") {
        let parts = assignment.split(separator: "=")
        let name = parts[0].replacing("_", with: " ")
        let constant = try #require(OptimizationMethod.constants.first { $0.name == name })
        method.constants[constant] = try #require(Double(parts[1]))
      }
      schedule = try #require(Schedule.all.first { $0.name == fields[3] })
      for ((setting, _), value) in zip(schedule.arguments.all, fields[4].split(separator: " ")) {
        schedule.arguments[setting] = try #require(Double(value))
      }
      batch = Int(fields[5])
    case "regularization":
      objective.regularization = Regularization(
        factor: try #require(Double(fields[1])), includesBiases: fields[2] == "true")
    default:
      let shape = Shape(fields[2].split(separator: " ").compactMap { Int($0) })
      values[fields[1]] = Tensor(shape, fields[3].split(separator: " ").compactMap { Double($0) })
    }
  }

  var testDescription: String {
    "\(objective.loss.name), \(network.layers.map { "\($0.units) \($0.activation.name)" }), \(method.name)"
  }

  func value(_ name: String) throws -> Tensor { try #require(values[name], "no value for \(name)") }

  func data() throws -> DataSet {
    let (inputs, targets) = (try value("inputs"), try value("targets"))
    return try DataSet(
      inputNames: (0..<inputs.shape[1]).map { "x\($0)" }, targetNames: (0..<targets.shape[1]).map { "y\($0)" },
      inputs: inputs, targets: targets)
  }

  func parameters() throws -> Parameters {
    var parameters = Parameters(zerosFor: network)
    for number in 1...network.layers.count {
      try parameters.setWeights(try value("W\(number)"), ofLayer: number, in: network)
      if let biases = values["b\(number)"] {
        try parameters.setBiases(Tensor(biases.values), ofLayer: number, in: network)
      }
    }
    return parameters
  }

  func model() throws -> Model { try Model(network, objective, examples: try value("inputs").shape[0]) }
}

/// Compares two tensors to 1e-12 of the largest reference value; differences below 1e-15 count as none.
func expectAgreement(
  _ found: Tensor?, with expected: Tensor, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let found, found.values.count == expected.values.count else {
    Issue.record("\(what) is missing or of another size", sourceLocation: sourceLocation)
    return
  }
  let largest = expected.values.map(\.magnitude).max() ?? 0
  for (value, reference) in zip(found.values, expected.values) {
    #expect(
      (value - reference).magnitude <= max(1e-12 * largest, 1e-15), "\(what): \(value), not \(reference)",
      sourceLocation: sourceLocation)
  }
}
