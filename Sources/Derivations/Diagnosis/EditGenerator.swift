import TeXMath

/// Proposes single changes of a link's two members, the table of repairs.
struct EditGenerator {
  let text: [UInt8]
  let scope: Scope
  let layers: Int
  /// All numbers that the display prints.
  var numbers: [(digits: String, value: Double)] = []
  private(set) var edits: [Edit] = []
  private var seen: Set<Edit> = []
  /// Letters that stand as indices anywhere in the link.
  private(set) var letters: [String] = []
  /// Letters of the sums, letters that stand for themselves, and corners that symbols carry.
  private(set) var summed: [String] = []
  private(set) var freeLetters: [String] = []
  private(set) var cornersInUse: [String] = []

  init(text: String, scope: Scope, layers: Int) {
    self.text = Array(text.utf8)
    self.scope = scope
    self.layers = layers
  }

  mutating func propose(_ left: [Node], _ right: [Node]) {
    letters = (left + right).scriptLetters.union((left + right).summationLetters).sorted()
    summed = (left + right).summationLetters.sorted()
    freeLetters = []
    cornersInUse = []
    (left + right).forEachNode { node in
      if case .letter(let letter) = node.kind, letter.count == 1, !letters.contains(letter),
        !["d", "e"].contains(letter),
        !freeLetters.contains(letter)
      {
        freeLetters.append(letter)
      }
      if case .scripted(let base?, let sub?, let sup, _) = node.kind, base.sign == nil {
        let corner = "_{\(sub.tex)}" + (sup.map { "^{\($0.tex)}" } ?? "")
        if !cornersInUse.contains(corner) { cornersInUse.append(corner) }
      }
    }
    for (place, member) in [right, left].enumerated() where !member.isEmpty {
      signs(of: member, isClaim: place == 0)
      digits(in: member)
      renamings(in: member)
      sums(in: member, beside: member == right ? left : right)
      factors(of: member)
      terms(of: member)
      walk(member)
    }
    edits = edits.enumerated().sorted { ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset) }.map(\.element)
  }

  mutating func add(_ edit: Edit) {
    if seen.insert(edit).inserted { edits.append(edit) }
  }

  /// Where something is to be inserted before a range: also before the colour that it has.
  func beginning(of range: Range<Int>) -> Range<Int> {
    let before = String(decoding: text[..<range.lowerBound], as: UTF8.self)
    guard before.last == "}", let mark = before.ranges(of: "\\color{").last?.lowerBound,
      !before[mark...].dropLast().contains("}")
    else { return range.lowerBound..<range.lowerBound }
    let start = before[..<mark].utf8.count
    return start..<start
  }

  func source(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  mutating func walk(_ nodes: [Node]) {
    products(in: nodes)
    arguments(in: nodes)
    for (place, node) in nodes.enumerated() {
      let next = place + 1 < nodes.count ? nodes[place + 1] : nil
      brackets(nodes, at: place)
      symbol(node, next: next)
      differences(nodes, at: place)
      operators(nodes, at: place)
      switch node.kind {
      case .scripted(let base, let sub, let sup, _):
        scripts(node, sub, sup, next: next)
        if let base { walk([base]) }
        // An exponent has symbols of its own.
        if let sup, sup.contains(where: { if case .scripted = $0.kind { true } else { false } }) { walk(sup) }
      case .fraction(let above, let below):
        for part in [above, below] {
          if let swapped = swapped(part) { add(Edit(.swap, part.range, swapped)) }
          signs(inside: part)
        }
        walk(above)
        walk(below)
      case .group(let inner), .dressed(_, let inner), .root(let inner, _):
        signs(inside: inner)
        walk(inner)
      case .fenced(let left, let inner, _):
        if ["(", "["].contains(left), let swapped = swapped(inner) { add(Edit(.swap, inner.range, swapped)) }
        signs(inside: inner)
        walk(inner)
        if left == "\\|" || left == "|" { bars(inner, node.range) }
      case .environment(_, let rows): for row in rows { for cell in row.cells { walk(cell) } }
      default: break
      }
    }
  }

  /// `(w^l)^T` without the transpose, which alone wanted the brackets.
  mutating func brackets(_ nodes: [Node], at place: Int) {
    let close = nodes[place].sign == "(" ? ScriptItem.closing(of: place, in: nodes) : place
    guard close < nodes.count, nodes[close].scripts.sup?.count == 1,
      nodes[close].scripts.sup?[0].isTransposeMark ?? false,
      let inner = Array(nodes[place...close]).soleSymbolInBrackets
    else { return }
    let range = nodes[place].range.lowerBound..<nodes[close].range.upperBound
    add(Edit(.transpose, range, source(inner.range)))
  }
}
