import Tensors
import Testing

@Suite struct ComplexTests {
  private static let functions: [String: @Sendable (Complex) -> Complex] = [
    "exp": Complex.exp, "expm1": Complex.expm1, "log": Complex.log, "log1p": Complex.log1p, "tanh": Complex.tanh,
    "erf": Complex.erf, "sin": Complex.sin, "cos": Complex.cos, "squareRoot": Complex.squareRoot,
  ]

  private static func references() throws -> [(name: String, argument: Complex, value: Complex)] {
    try fixtureLines("complex.txt").map { line in
      let fields = line.split(separator: " ")
      let numbers = try fields.dropFirst().map { try #require(Double($0)) }
      return (String(fields[0]), Complex(numbers[0], numbers[1]), Complex(numbers[2], numbers[3]))
    }
  }

  @Test(arguments: functions.keys.sorted())
  func `continues functions as calculated with many digits`(name: String) throws {
    let function = try #require(Self.functions[name])
    for reference in try Self.references() where reference.name == name {
      let error = (function(reference.argument) - reference.value).modulus / reference.value.modulus
      #expect(error < 2e-15, "\(name) of \(reference.argument): off by \(error)")
    }
  }

  @Test func `measures angles to the next Double at most`() throws {
    for reference in try Self.references() where reference.name == "atan2" {
      let angle = Elementary.atan2(reference.argument.real, reference.argument.imaginary)
      #expect((angle - reference.value.real).magnitude <= reference.value.real.ulp, "\(reference.argument)")
    }
  }

  private static let edges: [(y: Double, x: Double, angle: Double)] = [
    (0, 1, 0), (0, -1, .pi), (-0.0, -1, -.pi), (1, 0, .pi / 2), (-1, 0, -.pi / 2), (2, 2, .pi / 4), (0, 0, 0),
    (.infinity, .infinity, .pi / 4), (1, -.infinity, .pi), (0x1p-1074, 1, 0x1p-1074),
  ]

  @Test(arguments: edges)
  func `measures angles at the edges`(y: Double, x: Double, angle: Double) {
    #expect(Elementary.atan2(y, x) == angle)
  }

  @Test func `divides without overflow`() {
    let quotient = Complex(1e300, 1e300) / Complex(2e300, 2e300)
    #expect(quotient == Complex(0.5, 0))
    #expect((Complex(3, 4) * Complex(1, -2)) / Complex(1, -2) == Complex(3, 4))
    #expect((Complex(3e200, 4e200).modulus - 5e200).magnitude < 1e185)
  }
}
