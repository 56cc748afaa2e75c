import TeXMath

extension [Node] {
  /// What may be shown for a change, from the least to the most: symbols, calls and brackets that it is in, the factor that
  /// it is with that beside it, the term with its sign.
  func parts(around changed: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    func note(_ range: Range<Int>) {
      guard range.lowerBound <= changed.lowerBound, range.upperBound >= changed.upperBound, range.count > 1,
        !found.contains(range)
      else { return }
      found.append(range)
    }
    forEachRun { run in
      var pieces: [Range<Int>] = []
      var term: Range<Int>?
      func end() {
        for (number, piece) in pieces.enumerated() {
          note(piece)
          if number + 1 < pieces.count { note(piece.lowerBound..<pieces[number + 1].upperBound) }
        }
        if let term { note(term) }
        (pieces, term) = ([], nil)
      }
      var place = 0
      while place < run.count {
        let node = run[place]
        var last = place
        if node.bareSign == "+" || node.bareSign == "-" {
          end()
          pieces = [node.range]
        } else {
          if node.bracketNesting > 0 {
            last = ScriptItem.closing(of: place, in: run)
          } else if node.sign == nil, place + 1 < run.count, run[place + 1].isOpeningParenthesis {
            last = ScriptItem.closing(of: place + 1, in: run)
          }
          last = Swift.min(last, run.count - 1)
          if last > place, let open = (place...last).first(where: { run[$0].bracketNesting > 0 }), open + 1 < last {
            note(run[open + 1].range.lowerBound..<run[last - 1].range.upperBound)
            note(run[open].range.lowerBound..<run[last].range.upperBound)
          }
          pieces.append(node.range.lowerBound..<run[last].range.upperBound)
        }
        term = (term?.lowerBound ?? node.range.lowerBound)..<run[last].range.upperBound
        place = last + 1
      }
      end()
    }
    return found.sorted { ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound) }
  }
}

extension Edit {
  /// Where what was changed stands in the text that it makes.
  var changedRange: Range<Int>? {
    var range: Range<Int>?
    var shift = 0
    for splice in splices.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      let start = splice.range.lowerBound + shift
      let end = start + splice.text.utf8.count
      range = (range?.lowerBound ?? start)..<end
      shift += splice.text.utf8.count - splice.range.count
    }
    return range
  }
}
