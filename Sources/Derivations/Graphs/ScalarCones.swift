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

extension ScalarGraph {
  /// The nodes between `id` and the targets that depend on one of these, themselves included, in topological order.
  /// What is below a target is left out.
  func cone(of id: ScalarID, over targets: Set<ScalarID>) -> [ScalarID] {
    guard let least = targets.min(), least <= id else { return [] }
    let (target, met, dependent) = (marks.fresh(count: count), marks.fresh(count: count), marks.fresh(count: count))
    for cut in targets { marks[cut] = target }
    if targets.contains(id) { return [id] }
    var stack = [id]
    var visited: [ScalarID] = []
    marks[id] = met
    while let next = stack.popLast() {
      visited.append(next)
      for operand in operands(of: next) where operand >= least && marks[operand] < target {
        marks[operand] = met
        stack.append(operand)
      }
    }
    visited.sort()
    var reached: [ScalarID] = []
    for id in visited {
      var depends = false
      for operand in operands(of: id) {
        let mark = marks[operand]
        if mark == target {
          reached.append(operand)
          marks[operand] = dependent
        }
        depends = depends || mark == target || mark == dependent
      }
      guard depends else { continue }
      marks[id] = dependent
      reached.append(id)
    }
    reached.sort()
    return reached
  }

  /// Whether a number is one of the targets or made of one.
  package func depends(_ id: ScalarID, on targets: Set<ScalarID>) -> Bool {
    guard let least = targets.min(), least <= id else { return false }
    let (target, met) = (marks.fresh(count: count), marks.fresh(count: count))
    for cut in targets { marks[cut] = target }
    if marks[id] == target { return true }
    var stack = [id]
    marks[id] = met
    while let next = stack.popLast() {
      for operand in operands(of: next) where operand >= least && marks[operand] != met {
        if marks[operand] == target { return true }
        marks[operand] = met
        stack.append(operand)
      }
    }
    return false
  }
}
