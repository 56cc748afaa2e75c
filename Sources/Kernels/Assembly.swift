import CKernels

/// A program in the making: instructions, and how much memory they need.
///
/// A matrix has a row per unit and a place for every sample, in blocks of as many samples as there are lanes.
package struct Assembly: Sendable {
  /// Where something begins in the arena.
  package struct Place: Hashable, Sendable {
    let offset: Int

    /// How many numbers lie between.
    package func distance(to other: Place) -> Int { other.offset - offset }
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

  package enum Pair: Sendable {
    case add, subtract, multiply, divide, timesLog, timesLog1p
  }

  package let lanes: Lanes
  /// The most blocks of samples that the program has to hold.
  package let blocks: Int
  private(set) var size = 0
  private(set) var instructions: [kernels_instruction] = []
  /// How many of the instructions find the cost; the rest find its derivatives.
  private(set) var forwardCount = 0

  package init(samples: Int) {
    lanes = Lanes(forSamples: samples)
    blocks = (samples + lanes.rawValue - 1) / lanes.rawValue
  }

  /// Memory for so many numbers, and up to eight more that a kernel may write.
  package mutating func reserve(_ count: Int) -> Place {
    defer { size += (count + 7) / 8 * 8 }
    return Place(offset: size)
  }

  package mutating func reserveMatrix(units: Int) -> Place { reserve(units * blocks * lanes.rawValue) }

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
