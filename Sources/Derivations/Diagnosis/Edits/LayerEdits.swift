import TeXMath

/// The output of a layer for what belongs to none: `A^{[L-1]}` for X, `a^{l-1}_k` for `x_k`, as where the formula of a
/// network with one layer was copied.
extension EditGenerator {
  mutating func layersOf(_ node: Node) {
    guard let (own, indices) = meaningWithoutLayer(of: node) else { return }
    let isTransposed = node.scripts.sup?.last?.isTransposeMark ?? false
    for entry in scope.writtenEntries where entry.isNotation && entry.pattern.nodes.count == 1 {
      guard case .meaning(let other) = entry.value, other.quantity == .activation,
        let layer = entry.pattern.layerVariable(in: scope), other.isMatrix == own.isMatrix,
        (other.unit == nil) == (own.unit == nil), other.example == nil
      else { continue }
      var renamed: [String: [Node]] = [:]
      if case .letter(let unit, _)? = other.unit { renamed[unit] = indices }
      for number in layerNumbers(layer) {
        renamed[layer] = number
        let tex = entry.pattern.nodes.renaming(renamed).tex
        add(Edit(.node, node.range, isTransposed ? transposed(tex, hasSuperscript: true) : tex))
      }
    }
  }

  /// What a symbol without a layer is, and the index of its unit.
  private func meaningWithoutLayer(of node: Node) -> (SymbolMeaning, [Node])? {
    guard node.base.isSymbolLetter else { return nil }
    for entry in scope.writtenEntries.reversed() where entry.isNotation && entry.pattern.nodes.count == 1 {
      guard case .meaning(let meaning) = entry.value, [.input, .prediction].contains(meaning.quantity),
        meaning.example == nil, let match = entry.pattern.match(PlainNodes.plain([node])[...], undressing: false)
      else { continue }
      if case .letter(let unit, _)? = meaning.unit { return match.indices[unit].map { (meaning, $0) } }
      return (meaning, [])
    }
    return nil
  }

  /// The last layer and that before it; the layer of the link and that before it.
  private func layerNumbers(_ layer: String) -> [[Node]] {
    let count = scope.writtenEntries.lazy.compactMap { entry -> Node? in
      guard case .meaning(let meaning) = entry.value, meaning.quantity == .layerCount else { return nil }
      return entry.pattern.nodes.first
    }.first
    let named = [letters.contains(layer) ? Node(.letter(layer), 0..<0) : nil, count].compactMap(\.self)
    return named.flatMap { [[$0, Node(.sign("-"), 0..<0), Node(.number("1"), 0..<0)], [$0]] }
  }
}
