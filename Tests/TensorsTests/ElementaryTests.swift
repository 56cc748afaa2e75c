import Tensors
import Testing

/// A value calculated with many digits: the nearest Double, and what it leaves over in units of its last place.
struct Reference: Sendable {
  let argument, value, rest: Double

  init?(_ fields: [Substring]) {
    guard fields.count == 4, let argument = Double(fields[1]), let value = Double(fields[2]),
      let rest = Double(fields[3])
    else { return nil }
    (self.argument, self.value, self.rest) = (argument, value, rest)
  }

  /// How far a result is from the exact value, in ulp of the nearest Double.
  func error(of result: Double) -> Double { ((result - value) / value.ulp - rest).magnitude }
}

struct ElementaryFunction: Sendable, CustomTestStringConvertible {
  let name: String
  let function: @Sendable (Double) -> Double
  /// The largest error that its docstring states.
  let bound: Double
  /// Arguments at the edges with the results that the mathematics gives.
  let edges: [(Double, Double)]

  var testDescription: String { name }

  static let all: [ElementaryFunction] = [
    ElementaryFunction(
      name: "exp", function: Elementary.exp, bound: 0.75,
      edges: [
        (0, 1), (-0.0, 1), (.infinity, .infinity), (-.infinity, 0), (.nan, .nan), (709.79, .infinity), (-746, 0),
        (1e300, .infinity), (-1e300, 0), (.leastNonzeroMagnitude, 1),
      ]),
    ElementaryFunction(
      name: "expm1", function: Elementary.expm1, bound: 0.75,
      edges: [
        (0, 0), (-0.0, -0.0), (.infinity, .infinity), (-.infinity, -1), (.nan, .nan), (710, .infinity), (-1e300, -1),
        (.leastNonzeroMagnitude, .leastNonzeroMagnitude),
      ]),
    ElementaryFunction(
      name: "log", function: Elementary.log, bound: 0.53,
      edges: [
        (0, -.infinity), (-0.0, -.infinity), (1, 0), (.infinity, .infinity), (-1, .nan), (-.infinity, .nan),
        (.nan, .nan),
      ]),
    ElementaryFunction(
      name: "log1p", function: Elementary.log1p, bound: 0.54,
      edges: [
        (0, 0), (-0.0, -0.0), (-1, -.infinity), (.infinity, .infinity), (-1.5, .nan), (-.infinity, .nan), (.nan, .nan),
        (.leastNonzeroMagnitude, .leastNonzeroMagnitude),
      ]),
    ElementaryFunction(
      name: "tanh", function: Elementary.tanh, bound: 0.64,
      edges: [
        (0, 0), (-0.0, -0.0), (.infinity, 1), (-.infinity, -1), (.nan, .nan), (800, 1), (-800, -1),
        (.leastNonzeroMagnitude, .leastNonzeroMagnitude),
      ]),
    ElementaryFunction(
      name: "erf", function: Elementary.erf, bound: 0.76,
      edges: [(0, 0), (-0.0, -0.0), (.infinity, 1), (-.infinity, -1), (.nan, .nan), (30, 1), (-30, -1)]),
    ElementaryFunction(
      name: "sigmoid", function: Elementary.sigmoid, bound: 2.1,
      edges: [
        (0, 0.5), (-0.0, 0.5), (.infinity, 1), (-.infinity, 0), (.nan, .nan), (800, 1), (-800, 0),
        (.leastNonzeroMagnitude, 0.5),
      ]),
    ElementaryFunction(
      name: "softplus", function: Elementary.softplus, bound: 1,
      edges: [(.infinity, .infinity), (-.infinity, 0), (.nan, .nan), (800, 800), (-800, 0), (1e300, 1e300)]),
    ElementaryFunction(
      name: "sin", function: Elementary.sin, bound: 0.70,
      edges: [
        (0, 0), (-0.0, -0.0), (.infinity, .nan), (-.infinity, .nan), (.nan, .nan),
        (.leastNonzeroMagnitude, .leastNonzeroMagnitude),
      ]),
    ElementaryFunction(
      name: "cos", function: Elementary.cos, bound: 0.70,
      edges: [(0, 1), (-0.0, 1), (.infinity, .nan), (-.infinity, .nan), (.nan, .nan), (.leastNonzeroMagnitude, 1)]),
  ]
}

@Suite struct ElementaryTests {
  @Test(arguments: ElementaryFunction.all)
  func `stays within the error that it states`(tested: ElementaryFunction) throws {
    let references = try fixtureLines("elementary.txt").map { $0.split(separator: " ") }
      .filter { $0.first.map(String.init) == tested.name }.map { try #require(Reference($0)) }
    #expect(references.count > 200)
    let worst = try #require(
      references.max { $0.error(of: tested.function($0.argument)) < $1.error(of: tested.function($1.argument)) })
    let error = worst.error(of: tested.function(worst.argument))
    #expect(error <= tested.bound, "\(tested.name)(\(worst.argument)) is \(error) ulp off")
  }

  @Test(arguments: ElementaryFunction.all)
  func `is right at zeros, infinities and NaN`(tested: ElementaryFunction) {
    for (argument, value) in tested.edges {
      let result = tested.function(argument)
      #expect(
        result == value && result.sign == value.sign || result.isNaN && value.isNaN,
        "\(tested.name)(\(argument)) is \(result)")
    }
  }

  @Test(arguments: ["expm1", "tanh", "erf", "sin"])
  func `keeps odd functions odd, and others in order`(name: String) throws {
    let function = try #require(ElementaryFunction.all.first { $0.name == name }).function
    let points = (0...4000).map { Double($0) / 4096 }
    if name != "expm1" { #expect(points.allSatisfy { function(-$0) == -function($0) }) }
    #expect(zip(points, points.dropFirst()).allSatisfy { function($0) < function($1) })
  }
}
