/// Finds the node with given contents: a hash table of places, with linear probing.
///
/// The hash is the same in every run, and so is everything that could depend on it.
struct ScalarIndex {
  private var slots = [Int32](repeating: -1, count: 1 << 5)
  private var hashes: [UInt64] = []

  /// The first node with this hash that `matches`.
  func find(_ hash: UInt64, matches: (Int32) -> Bool) -> Int32? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let candidate = slots[slot]
      if hashes[Int(candidate)] == hash, matches(candidate) { return candidate }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Notes the next node; `hash` is nil for one that is never found.
  mutating func append(_ hash: UInt64?) {
    hashes.append(hash ?? 0)
    guard let hash else { return }
    if hashes.count * 2 > slots.count { grow() }
    insert(Int32(hashes.count - 1), hash)
  }

  private mutating func insert(_ node: Int32, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = node
  }

  private mutating func grow() {
    let old = slots
    slots = [Int32](repeating: -1, count: old.count * 4)
    for node in old where node >= 0 { insert(node, hashes[Int(node)]) }
  }
}

/// A hash of whole numbers, by the finalizer of SplitMix64.
struct MixedHash {
  private(set) var value: UInt64 = 0x9e37_79b9_7f4a_7c15

  mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ value >> 27) &* 0x94d0_49bb_1331_11eb
    value ^= value >> 31
  }
}
