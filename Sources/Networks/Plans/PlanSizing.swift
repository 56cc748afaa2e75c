import Kernels

/// Which programs a plan needs, and for how many examples.
struct PlanSizing {
  /// How many examples are asked for at a time, each with the place of its program in `programs`.
  private(set) var counts: [(examples: Int, program: Int)] = []
  /// The layouts, and how many examples each has to hold: as many as a step takes, and a stretch of those whose cost is
  /// asked for.
  private(set) var programs: [(layout: Layout, samples: Int)] = []

  /// - Parameters:
  ///   - examples: all that there are; at least one
  ///   - batch: how many a step takes; nil for all of them
  init(of network: Network, for examples: Int, batch: Int?) {
    let batch = max(1, min(batch ?? examples, examples))
    let rest = examples % batch
    for (count, atATime) in [
      (batch, batch), (rest, rest), (examples, batch == examples ? examples : min(examples, 64)),
    ]
    where count > 0 {
      let layout = Layout(samples: count, units: network.layers.map(\.units))
      let place = programs.firstIndex { $0.layout == layout } ?? programs.count
      if place == programs.count { programs.append((layout, 0)) }
      programs[place].samples = max(programs[place].samples, atATime)
      counts.append((count, place))
    }
  }
}
