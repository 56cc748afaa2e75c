import TeXMath

/// The two members of a link, each with the part of the display's text that it is.
struct LinkMembers {
  /// A member as the author wrote it, or one that the link takes from the display before it, which has no text here.
  struct Member {
    var range: Range<Int>?
    var text: [UInt8]
    var nodes: [Node]
  }
  /// What a change does to each of them, in places of their texts.
  struct Change {
    var kind: Edit.Kind
    var left: [Edit.Splice] = []
    var right: [Edit.Splice] = []
  }

  let left: Member
  let right: Member

  /// - Parameters:
  ///   - text: of the display, in which the ranges of the statement are
  ///   - place: of the link in the statement
  /// - Returns: nil where the members do not stand for themselves
  init?(_ statement: Statement, _ place: Int, text: [UInt8], chain: StatementJudge.Chain?) {
    func member(_ number: Int) -> Member? {
      let nodes = statement.members[number]
      guard !nodes.isEmpty else {
        return number == 0 ? chain.map { Member(range: nil, text: [], nodes: $0.left(under: statement.guards)) } : nil
      }
      let trimmed = StatementJudge.trimmed(nodes)
      // Changes are made of all that stands between two signs: a colour around the first symbol is none of its nodes.
      for range in [statement.range(ofMember: number), nodes.range] {
        let part = Array(text[range])
        guard let alone = Self.nodes(of: String(decoding: part, as: UTF8.self)),
          PlainNodes.plain(alone).key == PlainNodes.plain(trimmed).key
        else { continue }
        return Member(range: range, text: part, nodes: trimmed)
      }
      return nil
    }
    guard let left = member(place), let right = member(place + 1) else { return nil }
    (self.left, self.right) = (left, right)
  }

  /// What an edit of the display does to the members; nil where it reaches beyond them.
  func change(_ edit: Edit) -> Change? {
    var change = Change(kind: edit.kind)
    for splice in edit.splices {
      if let range = left.range, splice.isInside(range) {
        change.left.append(splice.shifted(by: -range.lowerBound))
      } else if let range = right.range, splice.isInside(range) {
        change.right.append(splice.shifted(by: -range.lowerBound))
      } else {
        return nil
      }
    }
    return change
  }

  /// What a text says by itself; nil where it is damaged.
  static func nodes(of text: String) -> [Node]? {
    var macros = MacroTable()
    let formula = TeXFormula.reading(text, macros: &macros)
    return formula.damage.isEmpty ? StatementJudge.trimmed(formula.nodes) : nil
  }
}

extension Edit.Splice {
  fileprivate func isInside(_ whole: Range<Int>) -> Bool {
    whole.lowerBound <= range.lowerBound && range.upperBound <= whole.upperBound
  }
}
