import Networks

/// What a network must have in common with the author's to be a probe of an equation.
package struct ProbeShape: Hashable, Sendable {
  /// The width of layers that keep one, by the author's numbers: 0 is the input.
  package var widths: [Int: Int] = [:]
  /// How many copies of the first hidden layer follow it; none are made where there is no hidden layer.
  package var extraHiddenLayers = 0
  /// The number of examples, where it is fixed.
  package var examples: Int?
  package var seed: UInt64
  /// Whether targets that are probabilities are 0 or 1.
  package var binaryTargets = false
  /// Whether the targets are the inputs.
  package var tiesTargets = false
  package var spread = Spread.usual

  /// How far the numbers of a probe reach.
  package enum Spread: Sendable {
    /// So that nothing is saturated, and every kink met on both sides.
    case usual
    /// Far beyond that, to where bounds are broken that hold of usual numbers.
    case wide
    /// All parameters, inputs and variables are 0, where many bounds are met.
    case zero
    /// Next to 0, so that what a layer comes to is nearly the same for all its units.
    case narrow
    /// Usual numbers, but biases so low that most weighted inputs are negative, and variables all of them.
    case low
    /// Usual numbers, but weights next to 0, so that biases and inputs decide: what leaves one out is no bound.
    case biased

    /// By what usual numbers are multiplied.
    var factor: Double {
      switch self {
      case .usual: 1
      case .wide: 10
      case .zero: 0
      case .narrow: 0.003
      case .low, .biased: 1
      }
    }

    /// By what usual weights are multiplied.
    var weightFactor: Double { self == .biased ? 0.02 : factor }

    /// What is added to usual numbers.
    var shift: Double { self == .low ? -2.5 : 0 }
  }

  package init(seed: UInt64) { self.seed = seed }
}

/// The sizes of a probe. Those that are free are different from each other and from all others, the number of layers
/// among them, so that no equation is true because two sizes happen to agree.
struct ProbeSizes {
  /// The input layer's first.
  let widths: [Int]
  let examples: Int

  init(of network: Network, _ shape: ProbeShape) {
    var fixed = shape.widths
    if shape.tiesTargets {
      let (input, output) = (fixed[0], fixed[network.layers.count])
      (fixed[0], fixed[network.layers.count]) = (input ?? output, output ?? input)
    }
    var widths: [Int?] = (0...network.layers.count).map { fixed[$0] }
    if network.layers.count > 1 {
      // A chain of single units goes on with single units.
      let isChain = (1..<network.layers.count).allSatisfy { fixed[$0] == 1 }
      widths.insert(contentsOf: [Int?](repeating: isChain ? 1 : nil, count: shape.extraHiddenLayers), at: 2)
    }
    let free = widths.count { $0 == nil } + 1
    let taken = Set(widths.compactMap(\.self) + [widths.count - 1] + (shape.examples.map { [$0] } ?? []))
    // Two more than are needed, for other seeds to choose others.
    let candidates = [2, 3, 5, 7, 4, 6] + (8...(16 + taken.count + free))
    var numbers = Array(candidates.filter { !taken.contains($0) }.prefix(free + 2))
    if let fixed = shape.examples {
      examples = fixed
    } else {
      let several = numbers.filter { $0 >= 3 }
      let chosen = several[Int(shape.seed % UInt64(several.count))]
      examples = chosen
      numbers.removeAll { $0 == chosen }
    }
    var next = Int(shape.seed % UInt64(numbers.count))
    let isTied = shape.tiesTargets && widths.first == .some(nil)
    for place in widths.indices where widths[place] == nil && !(isTied && place == widths.count - 1) {
      widths[place] = numbers[next % numbers.count]
      next += 1
    }
    if isTied { widths[widths.count - 1] = widths[0] }
    self.widths = widths.map { $0 ?? 0 }
  }
}

extension Network {
  /// A network of the same kind in other sizes.
  func probe(_ sizes: ProbeSizes) -> Network {
    var layers = layers
    let extra = sizes.widths.count - 1 - layers.count
    var names = Set(layers.map(\.name) + ["input"])
    for number in 0..<extra {
      var copy = layers[0]
      copy.name = (2...).lazy.map { "\(layers[0].name) \($0)" }.first { !names.contains($0) } ?? copy.name
      names.insert(copy.name)
      layers.insert(copy, at: 1 + number)
    }
    for place in layers.indices { layers[place].units = sizes.widths[place + 1] }
    return Network(name, inputs: sizes.widths[0], layers: layers)
  }
}
