import Networks
import Testing

@Suite struct ScheduleTests {
  private static let rates: [(String, [Double], [Double])] = [
    ("constant", [], [0.8, 0.8, 0.8, 0.8, 0.8]),
    ("halved every", [2], [0.8, 0.8, 0.4, 0.4, 0.2]),
    ("times", [0.25, 3], [0.8, 0.8, 0.8, 0.2, 0.2]),
    ("decaying exponentially", [0.5], [0.8, 0.4, 0.2, 0.1, 0.05]),
    ("decaying inversely", [1], [0.8, 0.4, 0.8 / 3, 0.2, 0.16]),
    (
      "falling along a cosine", [0.2],
      [0.8, 0.74270509831248428, 0.59270509831248415, 0.40729490168751587, 0.2572949016875158]
    ),
    ("warming up", [4], [0.2, 0.4, 0.6, 0.8, 0.8]),
  ]

  @Test(arguments: rates)
  func `gives each epoch the rate of its definition`(name: String, arguments: [Double], expected: [Double]) throws {
    var schedule = try #require(Schedule.all.first { $0.name == name })
    for ((setting, _), value) in zip(schedule.arguments.all, arguments) { schedule.arguments[setting] = value }
    for (epoch, rate) in expected.enumerated() {
      #expect((schedule.rate(0.8, epoch: epoch, of: 5) - rate).magnitude < 1e-15, "epoch \(epoch)")
    }
  }

  @Test func `has no schedule without a case`() {
    #expect(Set(Self.rates.map(\.0)) == Set(Schedule.all.map(\.name)))
  }
}
