/// What lies side by side in the lanes of a vector: samples, or the units of a layer.
package struct Layout: Hashable, Sendable {
  package enum Lanes: Int, Sendable {
    case two = 2
    case four = 4
    case eight = 8

    /// The fewest lanes that hold so many, or the most there are.
    init(for count: Int) {
      self = count > 4 ? .eight : count > 2 ? .four : .two
    }
  }

  package let lanes: Lanes
  package let lanesAreUnits: Bool

  /// As many samples to a block as there are lanes. A matrix is written block after block, unit after unit, sample after
  /// sample of the block.
  package static func samples(_ count: Int) -> Layout { Layout(lanes: Lanes(for: count), lanesAreUnits: false) }

  /// A block for each sample: in it unit after unit, up to whole vectors.
  package static func units(widest count: Int) -> Layout { Layout(lanes: Lanes(for: count), lanesAreUnits: true) }

  /// The layout for so many samples of a network whose layers have these numbers of units.
  ///
  /// Where eight samples fill the lanes, lanes are samples. Where there are fewer, lanes are units if that makes fewer
  /// vectors, of which each takes about as long as the other; one more for each layer, whose products have to be summed
  /// over the lanes.
  package init(samples count: Int, units layers: [Int]) {
    let (ofSamples, ofUnits) = (Layout.samples(count), Layout.units(widest: layers.max() ?? 1))
    let perBlock = layers.reduce(0, +)
    let perSample = layers.reduce(0) { $0 + ofUnits.whole($1) / ofUnits.lanes.rawValue + 1 }
    self = count < 8 && count * perSample < perBlock ? ofUnits : ofSamples
  }

  private init(lanes: Lanes, lanesAreUnits: Bool) { (self.lanes, self.lanesAreUnits) = (lanes, lanesAreUnits) }

  /// How many numbers a matrix has, with the lanes that are left over.
  package func size(units: Int, samples: Int) -> Int {
    lanesAreUnits ? whole(units) * samples : units * whole(samples)
  }

  /// The number, or the next that fills vectors.
  func whole(_ count: Int) -> Int { (count + lanes.rawValue - 1) / lanes.rawValue * lanes.rawValue }
}
