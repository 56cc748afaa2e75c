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

  /// Fills a matrix with the samples at hand. Lanes that are left over repeat the last sample.
  ///
  /// - Parameters:
  ///   - rows: `units` numbers for each sample that there is
  ///   - samples: which of them are at hand, as many as `setSamples` said
  package func fill(_ matrix: Assembly.Place, units: Int, from rows: [Double], samples: ArraySlice<Int>) {
    let width = lanes.rawValue
    var target = arena + matrix.offset
    for start in stride(from: samples.startIndex, to: samples.endIndex, by: width) {
      for unit in 0..<units {
        for lane in 0..<width {
          target[lane] = rows[samples[min(start + lane, samples.endIndex - 1)] * units + unit]
        }
        target += width
      }
    }
  }

  /// Fills a matrix with the same row, of one number or one for each unit, for every sample that it has room for.
  package func fill(_ matrix: Assembly.Place, units: Int, repeating row: [Double], blocks: Int) {
    let width = lanes.rawValue
    for index in 0..<blocks * units * width {
      arena[matrix.offset + index] = row[row.count == 1 ? 0 : index / width % units]
    }
  }

  /// The cost; NaN where anything on the way to it was not finite.
  package func evaluate() -> Double {
    run(instructions, Int64(forwardCount), &state)
    return state.cost
  }

  /// The cost, when since the latest evaluation only parameters of one unit have changed, or of one layer.
  ///
  /// - Parameters:
  ///   - unit: nil for all units of the layer
  ///   - instruction: that of the layer
  package func evaluate(unit: Int?, at instruction: Int) -> Double {
    calculate(unit: unit, at: instruction)
    run(instructions + instruction + 1, Int64(forwardCount - instruction - 1), &state)
    return state.cost
  }

  /// The activations of one unit of a layer, and nothing that depends on them.
  package func calculate(unit: Int?, at instruction: Int) {
    var layer = instructions[instruction]
    if let unit = unit.map(Int64.init) {
      let places = unit * Int64(lanes.rawValue)
      layer.units = 1
      layer.weights += unit * layer.before
      if layer.bias >= 0 { layer.bias += unit * layer.bias_step }
      layer.z += places
      layer.result += places
    }
    run(&layer, 1, &state)
  }

  /// The cost, with its derivatives.
  package func differentiate() -> Double {
    run(instructions, Int64(instructionCount), &state)
    return state.cost
  }

  /// Gradient descent, for as many numbers from these places on.
  ///
  /// - Parameter costs: room for the cost before each step
  /// - Returns: how many steps were made, fewer than there is room for where the cost then is not finite
  package func descend(
    _ parameters: Assembly.Place, _ gradient: Assembly.Place, count: Int, rate: Double,
    costs: UnsafeMutableBufferPointer<Double>
  ) -> Int {
    guard let first = costs.baseAddress else { return 0 }
    var descent = kernels_descent(
      parameters: Int64(parameters.offset), gradient: Int64(gradient.offset), count: Int64(count), rate: rate)
    return Int(
      set.descend(run, instructions, Int64(instructionCount), &state, &descent, Int64(costs.count), first))
  }
}
