import Networks

/// Nodes none of which is computed from another, so that cutting one more changes no derivative by the others: the
/// parameters of a layer, and what its units have for an example.
struct SiblingNodes {
  private var members: [[ScalarID]] = []
  /// Of each node, as far as the last of a group; no group has number -1.
  private var places: [(group: Int32, place: Int32)] = []
  /// Of large groups each is asked for by itself.
  private static let largestGroup = 1_000

  init(of model: ScalarModel?) {
    guard let model else { return }
    members = zip(model.weights, model.biases).map { weights, biases in
      let all = (weights.joined() + (biases ?? [])).sorted()
      // A bias that is shared is there for each unit.
      return all.indices.lazy.filter { $0 == 0 || all[$0 - 1] != all[$0] }.map { all[$0] }
    }
    let layers = model.network.layers.count
    for layer in 0...layers { members += model.activations[layer] }
    for layer in 0..<layers { members += model.products[layer] + model.weightedInputs[layer] }
    let last = members.lazy.joined().map(\.index).max() ?? -1
    places = Array(repeating: (-1, 0), count: Int(last) + 1)
    for (group, ids) in members.enumerated() {
      for (place, id) in ids.enumerated() { places[Int(id.index)] = (Int32(group), Int32(place)) }
    }
  }

  private func place(of id: ScalarID) -> (group: Int, place: Int)? {
    guard Int(id.index) < places.count, case let known = places[Int(id.index)], known.group >= 0 else { return nil }
    return (Int(known.group), Int(known.place))
  }

  /// All of the group that some nodes belong to, and where among them these are; nil where they do not belong together or
  /// are all of it.
  func group(of ids: [ScalarID]) -> (all: [ScalarID], places: [Int])? {
    guard let first = ids.first.flatMap(place), case let all = members[first.group],
      all.count > ids.count, all.count <= Self.largestGroup
    else { return nil }
    var found: [Int] = []
    for id in ids {
      guard let known = place(of: id), known.group == first.group else { return nil }
      found.append(known.place)
    }
    return (all, found)
  }
}
