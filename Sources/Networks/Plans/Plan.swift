package import Kernels
package import Tensors

/// A model compiled for training: all its memory is allocated at the start, and a step is a walk through instructions
/// for kernels. It gives the interpreter's results but for the order of summation: samples lie side by side in eight
/// lanes, products are fused with sums.
package final class Plan: GradientSource {
  package let trained: [Int]
  private let program: Program
  private let storage: ParameterStorage
  private let inputs, targets: Assembly.Place
  private let data: DataSet
  private let lossFactor: Double
  private let reduction: Objective.OverExamples
  private let network: Network
  private let affineInstructions: [Int]
  private var latestChange: Change?

  private struct Change: Equatable {
    var unit: Int?
    var instruction: Int
  }

  /// - Returns: nil where the model has an operation that there is no kernel for
  /// - Throws: what does not fit the network.
  package init?(
    of model: Model, from parameters: Parameters, on data: DataSet, in set: InstructionSet = .best
  ) throws(ShapeError) {
    try parameters.check(against: model.network)
    try data.check(against: model.network)
    let kinds = model.parameters.map(\.place)
    let trained = kinds.indices.filter { !parameters.frozen.contains(kinds[$0]) }
    guard data.examples > 0, let plan = try? PlanBuilder(model, trained: trained, samples: data.examples) else {
      return nil
    }
    self.trained = trained
    self.data = data
    program = Program(plan.assembly, on: set)
    (storage, inputs, targets, lossFactor) = (plan.storage, plan.inputs, plan.targets, plan.lossFactor)
    (network, reduction) = (model.network, model.objective.reduction)
    affineInstructions = plan.affineInstructions
    program.penaltyFactor = model.objective.regularization?.factor ?? 0
    for constant in plan.constants {
      program.fill(constant.place, units: constant.units, repeating: constant.row, blocks: plan.assembly.blocks)
    }
    for (number, kind) in kinds.enumerated() {
      _ = parameter(number).update(fromContentsOf: parameters[kind]?.values ?? [])
    }
    choose(examples: Array(0..<data.examples)[...])
  }

  package func count(_ number: Int) -> Int { storage.sizes[number] }

  package func parameter(_ number: Int) -> UnsafeMutableBufferPointer<Double> {
    program.numbers(storage.places[number], count: storage.sizes[number])
  }

  package func gradient(_ number: Int) -> UnsafeBufferPointer<Double> {
    guard let place = storage.gradients[number] else { preconditionFailure("parameter \(number) is not trained") }
    return UnsafeBufferPointer(program.numbers(place, count: storage.sizes[number]))
  }

  package func choose(examples: ArraySlice<Int>) {
    program.setSamples(examples.count)
    program.lossFactor =
      switch reduction {
      case .mean: lossFactor / Double(examples.count)
      case .sum: lossFactor
      }
    program.fill(inputs, units: data.inputs.shape[1], from: data.inputs.values, samples: examples)
    program.fill(targets, units: data.targets.shape[1], from: data.targets.values, samples: examples)
  }

  package func evaluate() -> Double {
    latestChange = nil
    return program.evaluate()
  }

  package func evaluate(changed number: Int, at index: Int) -> Double {
    let changed = instruction(of: number, at: index)
    if let latest = latestChange, latest != changed {
      // What is calculated anew for both changes need not be undone.
      if latest.instruction == changed.instruction {
        program.calculate(unit: latest.unit, at: latest.instruction)
      } else {
        _ = program.evaluate(unit: latest.unit, at: latest.instruction)
      }
    }
    latestChange = changed
    return program.evaluate(unit: changed.unit, at: changed.instruction)
  }

  /// What has to be calculated anew when an element of a parameter has changed.
  private func instruction(of number: Int, at index: Int) -> Change {
    switch storage.kinds[number] {
    case .weights(let layer):
      Change(unit: index / network.units(ofLayer: layer - 1), instruction: affineInstructions[layer - 1])
    case .biases(let layer):
      Change(
        unit: network.layers[layer - 1].bias == .shared ? nil : index, instruction: affineInstructions[layer - 1])
    }
  }

  package func differentiate() -> Double {
    latestChange = nil
    return program.differentiate()
  }

  package func descend(rate: Double, costs: UnsafeMutableBufferPointer<Double>) -> Int {
    let (parameters, gradients, count) = storage.trained
    return program.descend(parameters, gradients, count: count, rate: rate, costs: costs)
  }
}
