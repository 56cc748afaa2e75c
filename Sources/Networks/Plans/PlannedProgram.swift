import Kernels
import Tensors

/// A program that finds a model's costs and derivatives, with the data that it is about.
final class PlannedProgram {
  let program: Program
  /// The place in the program of each layer's product, from layer 1 on.
  let affineInstructions: [Int]
  private let storage: ParameterStorage
  private let inputs, targets: Program.Rows
  /// What a term of the loss counts in that of its example.
  private let lossFactor: Double

  init(_ plan: PlanBuilder, on data: DataSet, in arena: Arena, on set: InstructionSet) {
    program = Program(plan.assembly, in: arena, on: set)
    inputs = Program.Rows(data.inputs.values, units: data.inputs.shape[1], matrix: plan.inputs)
    targets = Program.Rows(data.targets.values, units: data.targets.shape[1], matrix: plan.targets)
    (storage, lossFactor, affineInstructions) = (plan.storage, plan.lossFactor, plan.affineInstructions)
    program.penaltyFactor = plan.model.objective.regularization?.factor ?? 0
    for constant in plan.constants {
      program.fill(constant.place, units: constant.units, repeating: constant.row)
    }
  }

  /// Has the cost be the sum of the examples' losses over a number.
  func divideLosses(by count: Double) { program.lossFactor = lossFactor / count }

  /// Puts some examples at hand.
  func fill(with examples: ArraySlice<Int>) {
    program.setSamples(examples.count)
    program.fill(inputs, with: examples)
    program.fill(targets, with: examples)
  }

  /// Gradient descent on the examples at hand.
  func descend(rate: Double, costs: UnsafeMutableBufferPointer<Double>) -> Int {
    let (parameters, gradients, count) = storage.trained
    return program.descend(parameters, gradients, count: count, rate: rate, costs: costs)
  }

  /// Gradient descent, with a step on each batch.
  func descend(rate: Double, through examples: ArraySlice<Int>, batch: Int) -> Int {
    program.setSamples(batch)
    let (parameters, gradients, count) = storage.trained
    return program.descend(
      parameters, gradients, count: count, rate: rate, through: examples, batch: batch, inputs: inputs,
      targets: targets)
  }
}
