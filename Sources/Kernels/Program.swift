import CKernels

/// Memory that programs share: parameters, and what each of them needs for itself. Allocated here, and nothing after.
package final class Arena {
  fileprivate let numbers: UnsafeMutablePointer<Double>

  /// - Parameter last: the assembly behind all others
  package init(for last: Assembly) {
    // Kernels read whole vectors where a row of weights ends.
    let size = last.size + 8
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size * 8, alignment: 64)
    numbers = memory.bindMemory(to: Double.self, capacity: size)
    numbers.initialize(repeating: 0, count: size)
  }

  deinit { numbers.deallocate() }

  package func numbers(_ place: Assembly.Place, count: Int) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(start: numbers + place.offset, count: count)
  }
}

/// The instructions of an assembly, at work in an arena.
package final class Program {
  package let layout: Layout
  /// The most samples at a time.
  package let samples: Int
  private let instructions: UnsafeMutablePointer<kernels_instruction>
  private let instructionCount, forwardCount: Int
  private let factors: UnsafeMutablePointer<kernels_factors>
  private let arena: Arena
  private let set: InstructionSet
  private var runner: kernels_runner
  private var state: kernels_state

  package init(_ assembly: Assembly, in arena: Arena, on set: InstructionSet) {
    (layout, samples, self.arena, self.set) = (assembly.layout, assembly.samples, arena, set)
    runner = set.runner(layout, blocks: 1)
    forwardCount = assembly.forwardCount
    instructionCount = assembly.instructions.count
    instructions = .allocate(capacity: instructionCount)
    instructions.initialize(from: assembly.instructions, count: instructionCount)
    // Up to whole vectors, with products that nobody asks for.
    let pairs = assembly.factors + Array(repeating: kernels_factors(left: 0, right: 0), count: 8)
    factors = .allocate(capacity: pairs.count)
    factors.initialize(from: pairs, count: pairs.count)
    state = kernels_state(
      arena: arena.numbers, factors: factors, blocks: 0, tail: 0, terms: Int64(assembly.terms.offset), continues: false,
      loss_factor: 1,
      penalty_factor: 0, penalty: 0, cost: 0)
  }

  deinit {
    instructions.deallocate()
    factors.deallocate()
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

  /// The most samples at a time that fill whole blocks: so that parts of a sum add up as it does in one go.
  package var stretch: Int { layout.lanesAreUnits ? samples : samples / layout.lanes.rawValue * layout.lanes.rawValue }

  /// How many samples there are at hand.
  package func setSamples(_ count: Int) {
    precondition(count <= samples, "more samples than there is memory for")
    let width = layout.lanesAreUnits ? 1 : layout.lanes.rawValue
    state.blocks = Int64((count + width - 1) / width)
    state.tail = Int64((count - 1) % width + 1)
    runner = set.runner(layout, blocks: Int(state.blocks))
  }

  /// Fills a matrix with the samples at hand.
  ///
  /// - Parameters:
  ///   - rows: `units` numbers for each sample that there is
  ///   - chosen: which of them are at hand, as many as `setSamples` said
  package func fill(_ matrix: Assembly.Place, units: Int, from rows: [Double], samples chosen: ArraySlice<Int>) {
    rows.withUnsafeBufferPointer { rows in
      for (place, sample) in chosen.enumerated() {
        let row = UnsafeBufferPointer(rebasing: rows[sample * units..<(sample + 1) * units])
        if layout.lanesAreUnits {
          let first = arena.numbers + matrix.offset + place * layout.whole(units)
          _ = UnsafeMutableBufferPointer(start: first, count: units).update(fromContentsOf: row)
        } else {
          put(row, in: matrix, at: place)
        }
      }
      guard !layout.lanesAreUnits, let last = chosen.last else { return }
      // Lanes that are left over repeat the last sample.
      let row = UnsafeBufferPointer(rebasing: rows[last * units..<(last + 1) * units])
      for place in chosen.count..<max(chosen.count, layout.whole(chosen.count)) { put(row, in: matrix, at: place) }
    }
  }

  /// Puts the numbers of a sample into its lane.
  private func put(_ row: UnsafeBufferPointer<Double>, in matrix: Assembly.Place, at sample: Int) {
    let width = layout.lanes.rawValue
    let lane = arena.numbers + matrix.offset + sample / width * width * row.count + sample % width
    for unit in row.indices { lane[unit * width] = row[unit] }
  }

  /// Fills a matrix with the same row, of one number or one for each unit, for every sample that it has room for.
  package func fill(_ matrix: Assembly.Place, units: Int, repeating row: [Double]) {
    let row = row.count == units ? row : Array(repeating: row[0], count: units)
    fill(matrix, units: units, from: row, samples: Array(repeating: 0, count: samples)[...])
  }

  /// The cost; NaN where anything on the way to it was not finite.
  ///
  /// - Parameter continuing: whether it is the cost of these samples and those of the latest evaluations, back to one
  ///   that was of its samples alone
  package func evaluate(continuing: Bool = false) -> Double {
    state.continues = continuing
    defer { state.continues = false }
    runner.run(instructions, Int64(forwardCount), &state)
    return state.cost
  }

  /// The cost, when since the latest evaluation only parameters of one unit have changed, or of one layer.
  ///
  /// - Parameters:
  ///   - unit: nil for all units of the layer
  ///   - instruction: that of the layer
  package func evaluate(unit: Int?, at instruction: Int) -> Double {
    calculate(unit: unit, at: instruction)
    runner.run(instructions + instruction + 1, Int64(forwardCount - instruction - 1), &state)
    return state.cost
  }

  /// The activations of one unit of a layer, and nothing that depends on them.
  package func calculate(unit: Int?, at instruction: Int) {
    var layer = instructions[instruction]
    if let unit = unit.map(Int64.init) {
      let places = layout.lanesAreUnits ? unit : unit * Int64(layout.lanes.rawValue)
      layer.units = 1
      layer.weights += unit * layer.before
      if layer.bias >= 0 { layer.bias += unit * layer.bias_step }
      layer.z += places
      layer.result += places
    }
    runner.run(&layer, 1, &state)
  }

  /// The cost, with its derivatives.
  package func differentiate() -> Double {
    runner.run(instructions, Int64(instructionCount), &state)
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
      runner.descend(instructions, Int64(instructionCount), &state, &descent, Int64(costs.count), first))
  }
}
