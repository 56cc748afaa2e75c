/// For walks over a graph: what was found out about a node last. Marks of earlier walks need not be wiped off.
struct ScalarMarks {
  private var marks: [Int32] = []
  private var last: Int32 = 0
  /// The places of nodes in the latest cone.
  private var places: [Int32] = []
  /// Those that the nodes of the latest cone bear, and its targets.
  private var (inner, reached): (Int32, Int32) = (.max, .max)
  /// The nodes that a walk still has to go on from, and one bit for each that it has met: so they need not be sorted.
  private var stack: [ScalarID] = []
  private var met: [UInt64] = []

  /// A mark that no node of `count` bears.
  mutating func fresh(count: Int) -> Int32 {
    if marks.count < count { marks += [Int32](repeating: 0, count: count - marks.count) }
    last += 1
    return last
  }

  subscript(id: ScalarID) -> Int32 {
    get { marks[Int(id.index)] }
    set { marks[Int(id.index)] = newValue }
  }

  /// The place of a node in the latest cone; nil outside it.
  func placeInCone(_ id: ScalarID) -> Int? { self[id] >= inner ? Int(places[Int(id.index)]) : nil }

  /// Whether a node is a target of the latest cone, and in it.
  func isReachedTarget(_ id: ScalarID) -> Bool { self[id] == reached }
}

extension ScalarMarks {
  /// See `ScalarGraph`.
  mutating func cone(
    of id: ScalarID, over targets: some Collection<ScalarID>, in table: borrowing ScalarTable
  ) -> [ScalarID] {
    guard let least = targets.min(), least <= id else { return [] }
    let count = table.nodes.count
    let (target, visited) = (fresh(count: count), fresh(count: count))
    (inner, reached) = (fresh(count: count), fresh(count: count))
    if places.count < count { places += [Int32](repeating: 0, count: count - places.count) }
    if met.count * 64 < count { met += [UInt64](repeating: 0, count: count / 64 + 1 - met.count) }
    for cut in targets { self[cut] = target }
    if self[id] == target {
      (self[id], places[Int(id.index)]) = (reached, 0)
      return [id]
    }
    stack.append(id)
    self[id] = visited
    while let next = stack.popLast() {
      meet(next)
      for place in table[next].operands {
        let operand = table.operands[place]
        guard operand >= least, self[operand] <= target else { continue }
        if self[operand] == target {
          self[operand] = reached
          meet(operand)
        } else {
          self[operand] = visited
          stack.append(operand)
        }
      }
    }
    var cone: [ScalarID] = []
    for word in Int(least.index) / 64...Int(id.index) / 64 where met[word] != 0 {
      var rest = met[word]
      met[word] = 0
      while rest != 0 {
        let index = word * 64 + rest.trailingZeroBitCount
        rest &= rest - 1
        if marks[index] != reached {
          var depends = false
          for place in table.nodes[index].operands where self[table.operands[place]] >= inner { depends = true }
          guard depends else { continue }
          marks[index] = inner
        }
        places[index] = Int32(cone.count)
        cone.append(ScalarID(index: Int32(index)))
      }
    }
    return cone
  }

  private mutating func meet(_ id: ScalarID) { met[Int(id.index) / 64] |= 1 << UInt64(id.index & 63) }

  /// See `ScalarGraph`.
  mutating func depends(_ id: ScalarID, on targets: Set<ScalarID>, in table: borrowing ScalarTable) -> Bool {
    guard let least = targets.min(), least <= id else { return false }
    let (target, met) = (fresh(count: table.nodes.count), fresh(count: table.nodes.count))
    for cut in targets { self[cut] = target }
    if self[id] == target { return true }
    var stack = [id]
    self[id] = met
    while let next = stack.popLast() {
      for place in table[next].operands {
        let operand = table.operands[place]
        guard operand >= least, self[operand] != met else { continue }
        if self[operand] == target { return true }
        self[operand] = met
        stack.append(operand)
      }
    }
    return false
  }
}
