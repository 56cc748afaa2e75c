import CKernels

/// The kernels in the instructions of one kind of processor. All kinds give the same bits; they differ in how long it
/// takes.
package struct InstructionSet: Sendable, CustomStringConvertible {
  /// `avx512`, `avx2`, or `baseline`, which every machine has.
  package let name: String
  let apply: @convention(c) (Int32, Double, UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int64) -> Void
  private typealias ForLanes = (two: kernels_runner, four: kernels_runner, eight: kernels_runner)
  private let block, units: ForLanes
  private let blocks: kernels_runner

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
    (block, blocks, units) = (kernels.block, kernels.blocks, kernels.units)
  }

  func runner(_ layout: Layout, blocks count: Int) -> kernels_runner {
    if count > 1, !layout.lanesAreUnits { return blocks }
    let runners = layout.lanesAreUnits ? units : block
    return switch layout.lanes {
    case .two: runners.two
    case .four: runners.four
    case .eight: runners.eight
    }
  }

  package var description: String { name }
}
