import CKernels

/// The kernels in the instructions of one kind of processor. All kinds give the same bits; they differ in how long it
/// takes.
package struct InstructionSet: Sendable, CustomStringConvertible {
  /// `avx512`, `avx2`, or `baseline`, which every machine has.
  package let name: String
  let apply: @convention(c) (Int32, Double, UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int64) -> Void
  let descend:
    @convention(c) (
      kernels_runner, UnsafePointer<kernels_instruction>, Int64, UnsafeMutablePointer<kernels_state>,
      UnsafePointer<kernels_descent>, Int64, UnsafeMutablePointer<Double>
    ) -> Int64
  private let runners: (two: kernels_runner, four: kernels_runner, eight: kernels_runner)

  /// Those that this machine can carry out, the best first.
  package static let available: [InstructionSet] = {
    var found: [InstructionSet] = []
    while let kernels = kernels_available(Int64(found.count)) { found.append(InstructionSet(kernels.pointee)) }
    return found
  }()

  package static let best = available[0]

  private init(_ kernels: kernels) {
    name = String(cString: kernels.name)
    apply = kernels.apply
    runners = (kernels.run_two, kernels.run_four, kernels.run_eight)
    descend = kernels.descend
  }

  func runner(_ lanes: Lanes) -> kernels_runner {
    switch lanes {
    case .two: runners.two
    case .four: runners.four
    case .eight: runners.eight
    }
  }

  package var description: String { name }
}

/// How many samples lie side by side in a block.
package enum Lanes: Int, Sendable {
  case two = 2
  case four = 4
  case eight = 8

  /// The fewest lanes that hold so many samples, or the most there are.
  package init(forSamples count: Int) {
    self = count > 4 ? .eight : count > 2 ? .four : .two
  }
}
