import CKernels

/// An assembly with its memory: allocated here, and nothing after.
package final class Program {
  package let lanes: Lanes
  private let instructions: UnsafeMutablePointer<kernels_instruction>
  private let instructionCount, forwardCount: Int
  private let arena: UnsafeMutablePointer<Double>
  private let set: InstructionSet
  private let run: kernels_runner
  private var state: kernels_state

  package init(_ assembly: Assembly, on set: InstructionSet) {
    lanes = assembly.lanes
    (self.set, run) = (set, set.runner(assembly.lanes))
    forwardCount = assembly.forwardCount
    instructionCount = assembly.instructions.count
    instructions = .allocate(capacity: instructionCount)
    instructions.initialize(from: assembly.instructions, count: instructionCount)
    let memory = UnsafeMutableRawPointer.allocate(byteCount: assembly.size * 8, alignment: 64)
    arena = memory.bindMemory(to: Double.self, capacity: assembly.size)
    arena.initialize(repeating: 0, count: assembly.size)
    state = kernels_state(
      arena: arena, blocks: 0, tail: 0, loss_factor: 1, penalty_factor: 0, total: 0, penalty: 0, cost: 0)
  }

  deinit {
    instructions.deallocate()
    arena.deallocate()
  }

  /// What a term of the total counts in the cost.
  package var lossFactor: Double {
    get { state.loss_factor }
    set { state.loss_factor = newValue }
  }

  package var penaltyFactor: Double {
    get { state.penalty_factor }
    set { state.penalty_factor = newValue }
  }

  package func numbers(_ place: Assembly.Place, count: Int) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(start: arena + place.offset, count: count)
  }

  /// How many samples there are at hand, at most what the assembly was made for.
  package func setSamples(_ count: Int) {
    let width = lanes.rawValue
    state.blocks = Int64((count + width - 1) / width)
    state.tail = Int64((count - 1) % width + 1)
  }

  /// Fills a matrix with the samples at hand, each a row of `units` numbers. Lanes that are left over repeat the last
  /// sample.
  ///
  /// - Parameter value: the number of a unit for a sample
  package func fill(_ matrix: Assembly.Place, units: Int, samples: Int, _ value: (_ sample: Int, _ unit: Int) -> Double) {
    let width = lanes.rawValue
    for block in 0..<(samples + width - 1) / width {
      for unit in 0..<units {
        for lane in 0..<width {
          arena[matrix.offset + (block * units + unit) * width + lane] =
            value(min(block * width + lane, samples - 1), unit)
        }
      }
    }
  }

  /// The cost; NaN where anything on the way to it was not finite.
  package func evaluate() -> Double {
    run(instructions, Int64(forwardCount), &state)
    return state.cost
  }

  /// The cost, with its derivatives.
  package func differentiate() -> Double {
    run(instructions, Int64(instructionCount), &state)
    return state.cost
  }

  /// `parameters -= rate · gradient`, for as many numbers from these places on.
  package func descend(_ parameters: Assembly.Place, _ gradient: Assembly.Place, count: Int, rate: Double) {
    set.descend(arena + parameters.offset, arena + gradient.offset, rate, Int64(count))
  }
}
