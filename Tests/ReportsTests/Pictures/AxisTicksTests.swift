import Reports
import Testing

@Suite struct AxisTicksTests {
  @Test(
    arguments: [
      (0...0.13, 5, "0.00 0.05 0.10 0.15"),
      (0...1, 5, "0.0 0.2 0.4 0.6 0.8 1.0"),
      (-1...1, 5, "−1.0 −0.5 0.0 0.5 1.0"),
      (0...2000, 8, "0 500 1000 1500 2000"),
      (-5...5, 5, "−6 −4 −2 0 2 4 6"),
      (0.298...0.302, 5, "0.298 0.299 0.300 0.301 0.302"),
      (3...3, 5, "2.6 2.8 3.0 3.2 3.4"),
      (0...0, 5, "0.0 0.2 0.4 0.6 0.8 1.0"),
      (0...3e-7, 5, "0 1 2 3 e-7"),
      (0...7e9, 5, "0 2 4 6 8 e9"),
    ] as [(ClosedRange<Double>, Int, String)])
  func `marks linear axes at multiples of 1, 2 and 5`(data: ClosedRange<Double>, count: Int, expected: String) {
    #expect(words(for: .linear(covering: data, atMost: count)) == expected)
  }

  @Test(
    arguments: [
      (1e-6...1, 5, "10−6 10−4 10−2 1"),
      (0.0026...0.86, 5, "0.001 0.01 0.1 1"),
      (0.02...0.9, 5, "0.02 0.05 0.1 0.2 0.5 1"),
      (0.25...0.3, 5, "0.25 0.26 0.27 0.28 0.29 0.30"),
      (1e-9...1e9, 5, "10−7 10−3 10 105 109"),
    ] as [(ClosedRange<Double>, Int, String)])
  func `marks log axes at powers of ten`(data: ClosedRange<Double>, count: Int, expected: String) {
    let ticks = AxisTicks.logarithmic(covering: data, atMost: count)
    #expect(words(for: ticks) == expected)
    #expect(ticks.domain.lowerBound <= data.lowerBound && ticks.domain.upperBound >= data.upperBound)
  }

  @Test func `marks the multiples between powers of ten without a name`() {
    let ticks = AxisTicks.logarithmic(covering: 0.001...1, atMost: 5)
    #expect(ticks.ticks.count == 28 && ticks.ticks.count { $0.label == nil } == 24)
  }

  @Test func `counts whole things only`() {
    #expect(words(for: .linear(covering: 0...1, atMost: 8, widens: false, counts: true)) == "0 1")
  }

  @Test(
    arguments: [
      -1e300...1e300, .leastNonzeroMagnitude...(.leastNormalMagnitude), 1e17...1.0000000000000002e17,
      0...(.leastNonzeroMagnitude),
    ] as [ClosedRange<Double>])
  func `survives the ends of the number range`(data: ClosedRange<Double>) {
    #expect((1...30).contains(AxisTicks.linear(covering: data, atMost: 5).ticks.count))
    if data.lowerBound > 0 { #expect(AxisTicks.logarithmic(covering: data, atMost: 5).ticks.count < 5000) }
  }

  @Test func `takes decimal logarithms`() {
    for exponent in -307...308 {
      #expect((decimalLogarithm(Double("1e\(exponent)") ?? 0) - Double(exponent)).magnitude < 1e-12)
    }
    #expect((decimalLogarithm(2) - 0.30102999566398120).magnitude < 1e-15)
  }

  private func words(for ticks: AxisTicks) -> String {
    let labels = ticks.ticks.compactMap(\.label).map { $0.text + $0.raised }
    return (labels + (ticks.exponent == 0 ? [] : ["e\(ticks.exponent)"])).joined(separator: " ")
  }
}
