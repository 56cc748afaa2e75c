package import Kernels
package import Tensors

/// A model compiled for training: all its memory is allocated at the start, and a step is a walk through instructions
/// for kernels. It gives the interpreter's results but for the order of summation: samples or units lie side by side in
/// lanes, products are fused with sums.
///
/// There is a program for every layout that the numbers of examples call for, all of them on the same parameters: of
/// online training, one that takes a step on a single example, and one that finds the cost of all.
package final class Plan: GradientSource {
  package let trained: [Int]
  private let arena: Arena
  private let storage: ParameterStorage
  private let programs: [Layout: PlannedProgram]
  private let data: DataSet
  private let reduction: Objective.OverExamples
  private let network: Network
  private var current: PlannedProgram
  /// The chosen examples, where they are too many to be in memory at a time.
  private var parts: ArraySlice<Int>?
  private var latestChange: Change?

  private struct Change: Equatable {
    var unit: Int?
    var instruction: Int
  }

  /// - Parameter batch: how many examples a step takes; nil for all of them
  /// - Returns: nil where the model has an operation that there is no kernel for
  /// - Throws: what does not fit the network.
  package init?(
    of model: Model, from parameters: Parameters, on data: DataSet, batch: Int? = nil, in set: InstructionSet = .best
  ) throws(ShapeError) {
    try parameters.check(against: model.network)
    try data.check(against: model.network)
    let kinds = model.parameters.map(\.place)
    let trained = kinds.indices.filter { !parameters.frozen.contains(kinds[$0]) }
    guard data.examples > 0 else { return nil }
    var builders: [PlanBuilder] = []
    for (layout, samples) in model.network.layouts(for: data.examples, batch: batch) {
      guard
        let builder = try? PlanBuilder(
          model, trained: trained, layout: layout, samples: samples, behind: builders.last)
      else { return nil }
      builders.append(builder)
    }
    guard let last = builders.last else { return nil }
    let arena = Arena(for: last.assembly)
    let programs = builders.map { PlannedProgram($0, in: arena, on: set) }
    (self.trained, self.arena, self.data, storage) = (trained, arena, data, last.storage)
    (network, reduction) = (model.network, model.objective.reduction)
    self.programs = Dictionary(uniqueKeysWithValues: programs.map { ($0.program.layout, $0) })
    current = programs[0]
    for (number, kind) in kinds.enumerated() {
      _ = parameter(number).update(fromContentsOf: parameters[kind]?.values ?? [])
    }
    choose(examples: Array(0..<data.examples)[...])
  }

  package func count(_ number: Int) -> Int { storage.sizes[number] }

  package func parameter(_ number: Int) -> UnsafeMutableBufferPointer<Double> {
    arena.numbers(storage.places[number], count: storage.sizes[number])
  }

  package func gradient(_ number: Int) -> UnsafeBufferPointer<Double> {
    guard let place = storage.gradients[number] else { preconditionFailure("parameter \(number) is not trained") }
    return UnsafeBufferPointer(arena.numbers(place, count: storage.sizes[number]))
  }

  /// - Precondition: as many as all, a batch, or what batches leave.
  package func choose(examples: ArraySlice<Int>) {
    guard let program = programs[network.layout(for: examples.count)] else {
      preconditionFailure("the plan was made for other numbers of examples")
    }
    (current, latestChange) = (program, nil)
    current.divideLosses(by: reduction == .mean ? Double(examples.count) : 1)
    parts = examples.count <= current.program.samples ? nil : examples
    if parts == nil { current.fill(from: data, examples) }
  }

  package func evaluate() -> Double {
    latestChange = nil
    guard let parts else { return current.program.evaluate() }
    var cost = 0.0
    for start in stride(from: parts.startIndex, to: parts.endIndex, by: current.program.stretch) {
      current.fill(from: data, parts[start..<min(start + current.program.stretch, parts.endIndex)])
      cost = current.program.evaluate(continuing: start > parts.startIndex)
      guard cost.isFinite else { break }
    }
    return cost
  }

  package func evaluate(changed number: Int, at index: Int) -> Double {
    guard parts == nil else { return evaluate() }
    let (program, changed) = (current.program, instruction(of: number, at: index))
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
      Change(
        unit: index / network.units(ofLayer: layer - 1), instruction: current.affineInstructions[layer - 1])
    case .biases(let layer):
      Change(
        unit: network.layers[layer - 1].bias == .shared ? nil : index,
        instruction: current.affineInstructions[layer - 1])
    }
  }

  /// - Precondition: the chosen examples are as many as a step takes.
  package func differentiate() -> Double {
    precondition(parts == nil, "derivatives are of examples that are in memory at a time")
    latestChange = nil
    return current.program.differentiate()
  }

  /// - Precondition: the chosen examples are as many as a step takes.
  package func descend(rate: Double, costs: UnsafeMutableBufferPointer<Double>) -> Int {
    precondition(parts == nil, "derivatives are of examples that are in memory at a time")
    latestChange = nil
    let (parameters, gradients, count) = storage.trained
    return current.program.descend(parameters, gradients, count: count, rate: rate, costs: costs)
  }
}
