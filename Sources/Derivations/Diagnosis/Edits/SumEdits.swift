import TeXMath

extension EditGenerator {
  /// A sum that is missing before a term, over a letter that the other side does not have; and a sum too many.
  ///
  /// - Parameter isClaim: whether it is the right side; what is claimed of is seldom what is wrong
  mutating func sums(in member: [Node], beside other: [Node], isClaim: Bool) {
    let outside = other.scriptLetters
    sums(insideBracketsOf: member, outside, isClaim: isClaim)
    let starts = termStarts(of: member)
    for (place, start) in starts.enumerated() {
      let end = place + 1 < starts.count ? starts[place + 1] : member.range.upperBound
      let term = member.filter { (start..<end).contains($0.range.lowerBound) }
      let free = term.scriptLetters.subtracting(term.summationLetters).subtracting(outside)
      for letter in indexLetters where free.contains(letter) {
        add(Edit(isClaim ? .sum : .factor, start..<start, "\\sum_\(letter) "))
      }
    }
    member.forEachNode { node in
      if case .scripted(let base?, let sub?, _, _) = node.kind, case .large("\\sum") = base.kind {
        add(Edit(.sum, node.range, ""))
        if case .letter(let letter)? = sub.first?.kind { sumWithLetter(node, letter, in: member) }
      }
    }
  }

  /// `f(\sum_k w_{jk} a_k + b_j)` for `f(w_{jk} a_k + b_j)`.
  private mutating func sums(insideBracketsOf member: [Node], _ outside: Set<String>, isClaim: Bool) {
    let bound = member.summationLetters
    member.forEachRun { run in
      for place in run.indices {
        guard let content = inside(run, at: place)?.content else { continue }
        let starts = termStarts(of: content)
        for (number, start) in starts.enumerated() {
          let end = number + 1 < starts.count ? starts[number + 1] : content.range.upperBound
          let term = content.filter { (start..<end).contains($0.range.lowerBound) }
          let free = term.scriptLetters.subtracting(bound).subtracting(outside)
          for letter in indexLetters where free.contains(letter) {
            add(Edit(isClaim ? .sum : .factor, start..<start, "\\sum_\(letter) "))
          }
        }
      }
    }
  }
}
