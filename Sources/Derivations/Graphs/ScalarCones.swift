/// For walks over a graph: what was found out about a node last. Marks of earlier walks need not be wiped off.
struct ScalarMarks {
  private var marks: [Int32] = []
  private var last: Int32 = 0

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
}

extension ScalarMarks {
  /// See `ScalarGraph`.
  mutating func cone(of id: ScalarID, over targets: Set<ScalarID>, in table: borrowing ScalarTable) -> [ScalarID] {
    guard let least = targets.min(), least <= id else { return [] }
    let count = table.nodes.count
    let (target, met, dependent) = (fresh(count: count), fresh(count: count), fresh(count: count))
    for cut in targets { self[cut] = target }
    if targets.contains(id) { return [id] }
    var stack = [id]
    var visited: [ScalarID] = []
    self[id] = met
    while let next = stack.popLast() {
      visited.append(next)
      for place in table[next].operands {
        let operand = table.operands[place]
        guard operand >= least, self[operand] < target else { continue }
        self[operand] = met
        stack.append(operand)
      }
    }
    visited.sort()
    var reached: [ScalarID] = []
    for id in visited {
      var depends = false
      for place in table[id].operands {
        let operand = table.operands[place]
        let mark = self[operand]
        if mark == target {
          reached.append(operand)
          self[operand] = dependent
        }
        depends = depends || mark == target || mark == dependent
      }
      guard depends else { continue }
      self[id] = dependent
      reached.append(id)
    }
    reached.sort()
    return reached
  }

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
