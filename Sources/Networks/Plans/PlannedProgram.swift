import Kernels
import Tensors

/// A program that finds a model's costs and derivatives, with the places of what it is about.
struct PlannedProgram {
  let program: Program
  /// The place in the program of each layer's product, from layer 1 on.
  let affineInstructions: [Int]
  private let inputs, targets: Assembly.Place
  /// What a term of the loss counts in that of its example.
  private let lossFactor: Double

  init(_ plan: PlanBuilder, in arena: Arena, on set: InstructionSet) {
    program = Program(plan.assembly, in: arena, on: set)
    (inputs, targets, lossFactor) = (plan.inputs, plan.targets, plan.lossFactor)
    affineInstructions = plan.affineInstructions
    program.penaltyFactor = plan.model.objective.regularization?.factor ?? 0
    for constant in plan.constants {
      program.fill(constant.place, units: constant.units, repeating: constant.row)
    }
  }

  /// Has the cost be the sum of the examples' losses over a number.
  func divideLosses(by count: Double) { program.lossFactor = lossFactor / count }

  /// Puts some examples at hand.
  func fill(from data: DataSet, _ examples: ArraySlice<Int>) {
    program.setSamples(examples.count)
    program.fill(inputs, units: data.inputs.shape[1], from: data.inputs.values, samples: examples)
    program.fill(targets, units: data.targets.shape[1], from: data.targets.values, samples: examples)
  }
}

extension Network {
  /// The layout for so many examples. It depends on the shape of the network alone.
  func layout(for examples: Int) -> Layout { Layout(samples: examples, units: layers.map(\.units)) }

  /// The layouts that training needs, and how many examples each has to hold: as many as a step takes, and a stretch of
  /// those whose cost is asked for.
  ///
  /// - Parameter batch: how many examples a step takes; nil for all of them
  func layouts(for examples: Int, batch: Int?) -> [(Layout, samples: Int)] {
    let batch = max(1, min(batch ?? examples, examples))
    let atATime = [batch, examples % batch, batch < examples ? min(examples, 64) : 0]
    let layouts = [batch, examples % batch, examples].map(layout)
    var found: [(Layout, samples: Int)] = []
    for (layout, samples) in zip(layouts, atATime) where samples > 0 {
      if let place = found.firstIndex(where: { $0.0 == layout }) {
        found[place].samples = max(found[place].samples, samples)
      } else {
        found.append((layout, samples))
      }
    }
    return found
  }
}
