import Networks

/// Nodes none of which is computed from another, so that cutting one more changes no derivative by the others: the
/// parameters of a layer, and what its units have for an example.
struct SiblingNodes {
  private var members: [[ScalarID]] = []
  private var places: [ScalarID: (group: Int, place: Int)] = [:]
  /// Of large groups each is asked for by itself.
  private static let largestGroup = 1_000

  init(of model: ScalarModel?) {
    guard let model else { return }
    members = zip(model.weights, model.biases).map { weights, biases in
      Set(weights.joined()).union(biases ?? []).sorted()
    }
    let layers = model.network.layers.count
    for layer in 0...layers { members += model.activations[layer] }
    for layer in 0..<layers { members += model.products[layer] + model.weightedInputs[layer] }
    for (group, ids) in members.enumerated() {
      for (place, id) in ids.enumerated() { places[id] = (group, place) }
    }
  }

  /// All of the group that some nodes belong to, and where among them these are; nil where they do not belong together or
  /// are all of it.
  func group(of ids: [ScalarID]) -> (all: [ScalarID], places: [Int])? {
    guard let first = ids.first.flatMap({ places[$0] }), case let all = members[first.group],
      all.count > ids.count, all.count <= Self.largestGroup
    else { return nil }
    var found: [Int] = []
    for id in ids {
      guard let known = places[id], known.group == first.group else { return nil }
      found.append(known.place)
    }
    return (all, found)
  }
}
