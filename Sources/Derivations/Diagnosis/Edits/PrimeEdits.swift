import TeXMath

/// The prime of a function that is applied to something, added and dropped.
extension EditGenerator {
  mutating func addPrime(_ node: Node) {
    let base = node.base
    let end = base.range.upperBound
    let sup = node.scripts.sup
    switch spelling.prime {
    case .dot where base.isBareLetter: add(Edit(.prime, base.range, "\\dot{\(source(base.range))}"))
    case .superscript(let mark) where sup == nil:
      let place = spelling.primesFollowIndices ? node.range.upperBound : end
      add(Edit(.prime, place..<place, mark))
    case .script where sup.map { isBraced($0.range) } ?? false:
      if let last = sup?.last?.range.upperBound { add(Edit(.prime, last..<last, "'")) }
    default: break
    }
    // `f_i'` and `f'_i` are the same.
    if spelling.primesFollowIndices, sup == nil, node.scripts.sub != nil {
      add(Edit(.prime, node.range.upperBound..<node.range.upperBound, "'"))
    } else {
      add(Edit(.prime, end..<end, "'"))
    }
    if sup != nil {
      // The prime that became a superscript.
      let kept = node.scripts.sub.map { "_{\(source($0.range))}" } ?? ""
      add(Edit(.prime, end..<max(end, node.range.upperBound), "'" + kept))
    }
  }

  mutating func dropPrime(_ node: Node) {
    if case .dressed("\\dot", let inner) = node.base.kind {
      add(Edit(.prime, node.base.range, source(inner.range)))
    }
    guard node.scripts.primes > 0 else { return }
    let end = node.base.range.upperBound
    // What else stands at the corners is kept.
    let marks = source(end..<node.range.upperBound)
    for mark in ["^{\\prime}", "^\\prime", "^{'}", "\\prime", "'"] {
      guard let found = marks.firstRange(of: mark) else { continue }
      let start = end + marks[..<found.lowerBound].utf8.count
      add(Edit(.prime, start..<(start + mark.utf8.count), ""))
      return
    }
  }
}
