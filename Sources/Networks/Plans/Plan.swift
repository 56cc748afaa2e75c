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
    reduction = model.objective.reduction
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

  package func evaluate() -> Double { program.evaluate() }

  package func differentiate() -> Double { program.differentiate() }

  package func descend(rate: Double, costs: UnsafeMutableBufferPointer<Double>) -> Int {
    let (parameters, gradients, count) = storage.trained
    return program.descend(parameters, gradients, count: count, rate: rate, costs: costs)
  }
}
