/// Derivatives by what the document defines as a node of the network apart from data, signs and constant factors: where
/// `e = d - y` and d is a target, a loss that is computed from y is one of e, too.
extension Evaluator {
  /// A number as a multiple of a node, plus something that is given.
  struct ShiftedNode {
    var node: ScalarID
    var factor: Double
  }

  /// The nodes below `above` that some numbers are made of, each of one; nil where one is made of none or of several.
  func shiftedNodes(_ ids: [ScalarID], under above: [ScalarID]) -> [ShiftedNode]? {
    let given = Set(probe.model?.targets.joined().map(\.self) ?? [])
    let below = Set(graph.ancestors(of: above))
    func isGiven(_ id: ScalarID) -> Bool { graph.isConstant(id) || given.contains(id) }
    func shifted(_ id: ScalarID) -> ShiftedNode? {
      if below.contains(id), !isGiven(id) { return ShiftedNode(node: id, factor: 1) }
      let operands = Array(graph.operands(of: id))
      let open = operands.filter { !isGiven($0) }
      guard open.count == 1, var inner = shifted(open[0]) else { return nil }
      switch graph.node(id).kind {
      case .sum: break
      case .subtract: inner.factor *= operands[0] == open[0] ? 1 : -1
      case .negate: inner.factor *= -1
      case .multiply:
        guard let other = operands.first(where: { $0 != open[0] }), let factor = graph.constantValue(other), factor != 0
        else { return nil }
        inner.factor *= factor
      default: return nil
      }
      return inner
    }
    let found = ids.compactMap(shifted)
    return found.count == ids.count ? found : nil
  }

  /// The derivatives of a number by numbers that are made of nodes.
  func derivatives(of id: ScalarID, by shifted: [ShiftedNode]) -> [ScalarID] {
    zip(differentiate(id, by: shifted.map(\.node)), shifted).map { derivative, shifted in
      graph.divide(derivative, graph.constant(shifted.factor))
    }
  }
}
