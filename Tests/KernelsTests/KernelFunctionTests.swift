import Kernels
import Testing

@Suite struct KernelFunctionTests {
  private static let functions: [KernelFunction] = [
    .identity, .exp, .expm1, .log, .log1p, .squareRoot, .square, .reciprocal, .absolute, .tanh, .erf, .sigmoid,
    .softplus, .relu, .leakyRelu(slope: 0.1), .elu(alpha: 0.7), .scale(3), .offset(-2),
  ]

  /// Numbers of every size and sign, and those at which something changes.
  private static let arguments: [Double] = {
    let special: [Double] = [
      0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .greatestFiniteMagnitude,
      709.78, 709.79, -708.4, -745.1, -745.2, -746, 800, -800, 20, 56, -45, 5.9, 5.9375, 0.5, -1, 1, 0.41, -0.29,
    ]
    let ordinary = (-4000...4000).map { Double($0) * 0.00731 }
    let powers = (-1070...1020).map { 1.37 * Double(sign: .plus, exponent: $0, significand: 1) }
    return special + ordinary + powers + powers.map(-)
  }()

  @Test(arguments: functions)
  func `has the same bits on every instruction set`(function: KernelFunction) {
    let expected = function(Self.arguments, on: .best)
    for set in InstructionSet.available {
      for ((argument, result), best) in zip(zip(Self.arguments, function(Self.arguments, on: set)), expected) {
        #expect(
          result.bitPattern == best.bitPattern || result.isNaN && best.isNaN,
          "\(function)(\(argument)) is \(result) on \(set)")
      }
    }
  }

  @Test func `ends with the instructions that every machine has`() {
    #expect(InstructionSet.available.last?.name == "baseline")
    #expect(InstructionSet.best.name == InstructionSet.available.first?.name)
  }
}
