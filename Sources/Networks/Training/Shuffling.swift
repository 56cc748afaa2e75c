/// The order in which the examples come, another random one in each epoch. A training that goes on from another goes on
/// with its orders, so that two of them are what a longer one is.
package struct Shuffling: Sendable, Equatable {
  package let seed: UInt64
  private var random: RandomNumbers
  /// That of the latest epoch.
  private(set) var order: [Int] = []

  package init(seed: UInt64) {
    self.seed = seed
    random = RandomNumbers(seed: seed)
  }

  /// Whether it has been used.
  package var isUnderWay: Bool { !order.isEmpty }

  /// Puts so many examples in a new order, starting from the latest, or from that of the data where there are others.
  mutating func shuffle(_ count: Int) {
    if order.count != count { order = Array(0..<count) }
    random.shuffle(&order)
  }
}

extension RandomNumbers {
  /// A whole number from 0 to `bound` - 1, each as likely as the other. D. Lemire, Fast random integer generation in an
  /// interval, 2019.
  mutating func below(_ bound: Int) -> Int {
    let bound = UInt64(bound)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let threshold = (0 &- bound) % bound
      while product.low < threshold { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// Puts the elements in a random order, each order as likely as the other. R. A. Fisher and F. Yates, Statistical
  /// tables, 1938, in the form of R. Durstenfeld, Algorithm 235: random permutation, 1964.
  package mutating func shuffle(_ elements: inout [Int]) {
    for place in (1..<max(elements.count, 1)).reversed() { elements.swapAt(place, below(place + 1)) }
  }
}
