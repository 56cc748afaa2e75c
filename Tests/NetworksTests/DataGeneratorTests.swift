import Networks
import Tensors
import Testing

@Suite struct DataGeneratorTests {
  private func data(_ name: String, _ settings: [String: Double] = [:], seed: UInt64 = 1) throws -> DataSet {
    var generator = try #require(DataGenerator.named(name))
    for (setting, _) in generator.settings.all {
      if let value = settings[setting.name] { generator.settings[setting] = value }
    }
    return generator.data(seed: seed)
  }

  @Test func `makes the table of exclusive or`() throws {
    let set = try data("xor")
    #expect(set.inputs.values == [0, 0, 0, 1, 1, 0, 1, 1] && set.targets.values == [0, 1, 1, 0])
    #expect(set.inputNames == ["x1", "x2"] && set.targetNames == ["y"])
  }

  @Test func `makes the identity matrix twice`() throws {
    let set = try data("identity", ["width": 3])
    #expect(set.inputs.values == [1, 0, 0, 0, 1, 0, 0, 0, 1] && set.targets == set.inputs)
    #expect(set.inputNames == ["x1", "x2", "x3"] && set.targetNames == ["y1", "y2", "y3"])
  }

  /// The corners of scikit-learn 1.5's `make_moons(5, shuffle=False)` and `make_circles(5, factor=0.5, shuffle=False)`.
  private static let published: [(String, [String: Double], [[Double]])] = [
    ("moons", ["number of examples": 5], [[1, 0], [-1, 0], [0, 0.5], [1, -0.5], [2, 0.5]]),
    (
      "circles", ["number of examples": 5, "factor": 0.5],
      [[1, 0], [-1, 0], [0.5, 0], [-0.25, 0.75.squareRoot() / 2], [-0.25, -0.75.squareRoot() / 2]]
    ),
  ]

  @Test(arguments: published)
  func `lies where scikit-learn puts it`(name: String, settings: [String: Double], points: [[Double]]) throws {
    let set = try data(name, settings)
    for (found, expected) in zip(set.inputs.values, points.flatMap { $0 }) {
      #expect((found - expected).magnitude < 1e-15)
    }
    #expect(set.targets.values == [0, 0, 1, 1, 1])
  }

  @Test func `winds spirals from the centre out, one class after the other`() throws {
    let set = try data("spirals", ["number of examples": 10, "classes": 3, "turns": 2])
    #expect(set.targetNames == ["y1", "y2", "y3"])
    #expect((0..<10).map { set.targets.row($0).firstIndex(of: 1) } == [0, 0, 0, 0, 1, 1, 1, 2, 2, 2])
    let radii = (0..<10).map { set.inputs.row($0).reduce(0) { $0 + $1 * $1 }.squareRoot() }
    for (radius, expected) in zip(radii, [0.25, 0.5, 0.75, 1, 1 / 3.0, 2 / 3.0, 1, 1 / 3.0, 2 / 3.0, 1]) {
      #expect((radius - expected).magnitude < 1e-15)
    }
  }

  @Test func `scatters blobs around their centres`() throws {
    let set = try data("blobs", ["number of examples": 3000, "classes": 2, "deviation": 0.5])
    for number in 0..<2 {
      let rows = (0..<3000).filter { set.targets.values[$0] == Double(number) }
      #expect(rows.count == 1500)
      for axis in 0..<2 {
        let values = rows.map { set.inputs[$0, axis] }
        let mean = values.reduce(0, +) / 1500
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 1500
        #expect(mean.magnitude < 10.1 && (variance - 0.25).magnitude < 0.03)
      }
    }
  }

  @Test func `follows the sine`() throws {
    let set = try data("sine", ["number of examples": 9])
    #expect(set.inputNames == ["x"] && set.targetNames == ["y"])
    #expect(set.inputs.values.last == 2 * .pi)
    for (x, y) in zip(set.inputs.values, set.targets.values) { #expect(y == Elementary.sin(x)) }
  }

  @Test(arguments: DataGenerator.all.filter { $0.settings.contains(.noise) }.map(\.name))
  func `adds as much noise as is asked for`(name: String) throws {
    let settings = ["number of examples": 2000.0, "noise": 0.3]
    let (clean, noisy) = (try data(name, ["number of examples": 2000]), try data(name, settings))
    let pairs =
      name == "sine"
      ? Array(zip(clean.targets.values, noisy.targets.values)) : Array(zip(clean.inputs.values, noisy.inputs.values))
    let variance = pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(pairs.count)
    #expect((variance - 0.09).magnitude < 0.01)
  }

  @Test(arguments: DataGenerator.all.map(\.name))
  func `depends on the seed alone, and says how large it is`(name: String) throws {
    let generator = try #require(DataGenerator.named(name))
    #expect(generator.data(seed: 5) == generator.data(seed: 5))
    #expect(generator.numbers >= generator.data().inputs.values.count + generator.data().targets.values.count)
  }
}
