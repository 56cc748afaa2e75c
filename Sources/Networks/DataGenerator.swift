package import Catalog
import Tensors

/// Examples made by a rule, as a notebook names it. The same settings and seed give the same examples on every machine.
package struct DataGenerator: Sendable {
  package let entry: CatalogEntry
  /// What follows the name; nil where nothing does.
  package let size: Setting?
  /// The size and the options with their values.
  package var settings: Settings
  /// Whether random numbers take part.
  package let isRandom: Bool
  private let make: @Sendable (Settings, inout RandomNumbers) -> Examples

  init(
    _ name: String, aliases: [String] = [], summary: String, size: (Setting, Double)? = nil,
    options: [(Setting, Double)] = [], isRandom: Bool = false,
    make: @escaping @Sendable (Settings, inout RandomNumbers) -> Examples
  ) {
    let form =
      name + (size.map { "[ <\($0.0.name)>]" } ?? "") + options.map { "[, \($0.0.name) <\($0.1)>]" }.joined()
      + (isRandom ? "[, seed <whole number>]" : "")
    entry = CatalogEntry(.generator, name, aliases: aliases, form: form, summary: summary)
    self.size = size?.0
    settings = Settings([size].compactMap(\.self) + options)
    self.isRandom = isRandom
    self.make = make
  }

  /// Every generator that a notebook can name.
  package static let all: [DataGenerator] = [.xor, .identity, .moons, .circles, .spirals, .blobs, .sine]

  /// The options of all of them.
  package static let options: [Setting] = [.noise, .ratio, .turns, .classes, .deviation]

  /// The generator with this name or alias.
  package static func named(_ word: String) -> DataGenerator? { all.first { $0.entry.spellings.contains(word) } }

  package var name: String { entry.name }

  /// The examples, in a fixed order: class by class where there are classes.
  package func data(seed: UInt64 = 0) -> DataSet {
    var random = RandomNumbers(seed: seed)
    return make(settings, &random).set
  }

  /// How many numbers the examples have together, or more; the largest Int where there are more.
  package var numbers: Int {
    let count = size.map { Int(settings[$0]) } ?? 4
    let width = size == .width ? 2 * count : 2 + (settings.contains(.classes) ? Int(settings[.classes]) : 1)
    let (product, overflow) = count.multipliedReportingOverflow(by: width)
    return overflow ? .max : product
  }
}

extension Setting {
  static let examples = Setting("number of examples", .whole(from: 1), summary: "How many examples there are.")
  static let width = Setting("width", .whole(from: 1), summary: "How many inputs, outputs and examples there are.")
  package static let noise = Setting(
    "noise", .notNegative, summary: "The standard deviation of what is added to the coordinates, or to the sine.")
  package static let ratio = Setting(
    "factor", .fraction, summary: "The radius of the inner circle, where that of the outer is 1.")
  package static let turns = Setting("turns", .positive, summary: "How often a spiral goes round.")
  package static let classes = Setting("classes", .whole(from: 2), summary: "How many spirals or blobs there are.")
  package static let deviation = Setting(
    "deviation", .notNegative, summary: "The standard deviation of a blob in each direction.")
}

/// Rows of inputs and targets that a generator collects.
struct Examples {
  private let inputNames, targetNames: [String]
  private var inputs: [Double] = []
  private var targets: [Double] = []

  init(inputs: Int, targets: Int) {
    inputNames = inputs == 1 ? ["x"] : (1...inputs).map { "x\($0)" }
    targetNames = targets == 1 ? ["y"] : (1...targets).map { "y\($0)" }
  }

  /// Points of the plane with a class: 0 or 1 where there are two, otherwise a 1 in the column of the class.
  init(classes: Int) { self.init(inputs: 2, targets: classes == 2 ? 1 : classes) }

  mutating func add(_ inputs: [Double], _ targets: [Double]) {
    self.inputs += inputs
    self.targets += targets
  }

  mutating func add(_ x: Double, _ y: Double, class number: Int) {
    add([x, y], targetNames.count == 1 ? [Double(number)] : targetNames.indices.map { $0 == number ? 1 : 0 })
  }

  var set: DataSet {
    let count = inputs.count / inputNames.count
    do throws(ShapeError) {
      return try DataSet(
        inputNames: inputNames, targetNames: targetNames, inputs: Tensor([count, inputNames.count], inputs),
        targets: Tensor([count, targetNames.count], targets))
    } catch {
      preconditionFailure("every row has a number per name: \(error)")
    }
  }
}

/// So many numbers, evenly spaced from `low` to `high`, as NumPy's `linspace`.
func evenlySpaced(_ count: Int, from low: Double, to high: Double, reachesEnd: Bool = true) -> [Double] {
  let steps = reachesEnd ? max(count - 1, 1) : count
  return (0..<count).map { low + (high - low) * Double($0) / Double(steps) }
}
