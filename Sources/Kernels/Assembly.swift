import CKernels

/// A program in the making: instructions, and how much memory they need.
///
/// A matrix has a number for every unit and sample, in the assembly's layout.
package struct Assembly: Sendable {
  /// Where something begins in the arena.
  package struct Place: Hashable, Sendable {
    let offset: Int
  }

  /// A layer's weights, `[units, before]` in row-major order, and its biases.
  package struct Affine: Sendable {
    package var weights: Place
    package var biases: Place?
    package var sharesBias: Bool
    package var units, before: Int

    package init(weights: Place, biases: Place?, sharesBias: Bool, units: Int, before: Int) {
      (self.weights, self.biases, self.sharesBias) = (weights, biases, sharesBias)
      (self.units, self.before) = (units, before)
    }
  }

  /// A function, with its operand and its result.
  package struct Applied: Sendable {
    package var function: KernelFunction
    package var operand, result: Place

    package init(_ function: KernelFunction, _ operand: Place, _ result: Place) {
      (self.function, self.operand, self.result) = (function, operand, result)
    }
  }

  /// What the derivative by a parameter is a sum of, over the samples: the derivative by the weighted input of its unit,
  /// times the activation that a weight multiplies, or 1.
  package struct Factors: Sendable {
    var errors, before: Place
    var unit, unitBefore: Int

    package init(unit: Int, of errors: Place, unit unitBefore: Int, of before: Place) {
      (self.unit, self.errors, self.unitBefore, self.before) = (unit, errors, unitBefore, before)
    }
  }

  package enum Pair: Sendable {
    case add, subtract, multiply, divide, timesLog, timesLog1p
  }

  package let layout: Layout
  /// The most samples that the program can hold at a time.
  package let samples: Int
  /// How many numbers the arena has so far.
  private(set) var size: Int
  /// Where the total of the losses is, lane by lane.
  let terms: Place
  private(set) var instructions: [kernels_instruction] = []
  /// Of the instruction for the derivatives by all parameters.
  var factors: [kernels_factors] = []
  /// How many of the instructions find the cost; the rest find its derivatives.
  private(set) var forwardCount = 0

  /// - Parameter other: an assembly for the same arena, whose places keep their meaning
  package init(_ layout: Layout, samples: Int, behind other: Assembly? = nil) {
    (self.layout, self.samples) = (layout, samples)
    terms = Place(offset: other?.size ?? 0)
    size = terms.offset + 8
  }

  /// Whether lanes are samples, and hold all of them.
  package var hasOneBlock: Bool { !layout.lanesAreUnits && samples <= layout.lanes.rawValue }

  /// Memory for so many numbers, and up to eight more that a kernel may write.
  package mutating func reserve(_ count: Int) -> Place {
    defer { size += (count + 7) / 8 * 8 }
    return Place(offset: size)
  }

  /// Memory for each of these counts of numbers, one straight behind the other.
  package mutating func reserve(together counts: [Int]) -> [Place] {
    let first = reserve(counts.reduce(0, +)).offset
    return counts.reduce(into: ([], first)) { (found: inout ([Place], Int), count) in
      found.0.append(Place(offset: found.1))
      found.1 += count
    }.0
  }

  package mutating func reserveMatrix(units: Int) -> Place { reserve(layout.size(units: units, samples: samples)) }

  /// From here on, instructions are about derivatives.
  package mutating func endForward() { forwardCount = instructions.count }

  /// Appends an instruction for matrices of so many units.
  mutating func add(
    _ operation: kernels_operation, units: Int, function: KernelFunction = .identity, accumulates: Bool = false,
    _ change: (inout kernels_instruction) -> Void
  ) {
    var instruction = kernels_instruction()
    instruction.operation = operation
    (instruction.units, instruction.pitch) = (Int64(units), Int64(units))
    (instruction.function, instruction.parameter) = function.coded
    instruction.accumulates = accumulates
    change(&instruction)
    instructions.append(instruction)
  }
}
