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

  // MARK: Signs, digits

  /// - Parameter isClaim: whether it is the right side; what is claimed of is seldom what is wrong
  private mutating func signs(of member: [Node], isClaim: Bool) {
    guard let first = member.first else { return }
    let whole = member.range
    let kind = isClaim ? Edit.Kind.sign : .factor
    if first.bareSign == "-" || first.bareSign == "−" {
      add(Edit(kind, first.range, ""))
    } else if member.hasSumSign {
      // `y - a` for `a - y` is written the other way round, rather than with a sign before it.
      let swapped = swapped(member)
      if let swapped { add(Edit(.swap, whole, swapped)) }
      add(
        Edit(
          swapped == nil ? kind : .swap,
          [
            Edit.Splice(range: beginning(of: whole), text: "-\\left("),
            Edit.Splice(range: whole.upperBound..<whole.upperBound, text: "\\right)"),
          ]))
    } else {
      add(Edit(kind, whole.lowerBound..<whole.lowerBound, "-"))
    }
    for node in member.dropFirst() {
      if node.bareSign == "+" { add(Edit(.sign, node.range, "-")) }
      if node.bareSign == "-" { add(Edit(.sign, node.range, "+")) }
    }
  }

  /// The signs between the terms of what stands inside of something.
  private mutating func signs(inside nodes: [Node]) {
    for node in nodes.dropFirst() {
      if node.bareSign == "+" { add(Edit(.sign, node.range, "-")) }
      if node.bareSign == "-" { add(Edit(.sign, node.range, "+")) }
    }
  }

  /// A difference of two terms with these exchanged; nil where it is none.
  private func swapped(_ nodes: [Node]) -> String? {
    var level = 0
    var minus: Int?
    for (place, node) in nodes.enumerated() {
      level += node.bracketNesting
      guard level == 0, node.bareSign == "-" || node.bareSign == "+" else { continue }
      guard node.bareSign == "-", minus == nil, place > 0, place < nodes.count - 1 else { return nil }
      minus = place
    }
    guard let minus else { return nil }
    return "\(source(Array(nodes[(minus + 1)...]).range)) - \(source(Array(nodes[..<minus]).range))"
  }

  private mutating func digits(in nodes: [Node]) {
    nodes.forEachNode { node in
      guard case .number(let digits) = node.kind, let value = Double(digits), digits.contains(".") else { return }
      for other in numbers where other.digits != digits && (other.value - value).magnitude < 1e-3 * value.magnitude {
        add(Edit(.digits, node.range, other.digits))
      }
    }
  }

  // MARK: Letters

  /// One letter for another everywhere in a member, or in the sums alone.
  private mutating func renamings(in member: [Node]) {
    for old in letters {
      var places: [Range<Int>] = []
      var sums: [Range<Int>] = []
      member.forEachScriptLetter { letter, range, isSum in
        guard letter == old else { return }
        places.append(range)
        if isSum { sums.append(range) }
      }
      for new in letters where new > old {
        // One for the other and the other for the one: `a_j \delta_k` for `a_k \delta_j`.
        var others: [Range<Int>] = []
        member.forEachScriptLetter { letter, range, _ in if letter == new { others.append(range) } }
        guard !places.isEmpty, !others.isEmpty else { continue }
        add(
          Edit(
            .index,
            places.map { Edit.Splice(range: $0, text: new) } + others.map { Edit.Splice(range: $0, text: old) }))
      }
      for new in letters where new != old {
        if places.count > 1 { add(Edit(.index, places.map { Edit.Splice(range: $0, text: new) })) }
        for place in sums { add(Edit(.sum, place, new)) }
      }
    }
    // A symbol's superscript, the same in all its places.
    for places in superscripts(in: member) where places.count > 1 {
      for number in 1...max(1, layers) {
        let splices = places.filter { source($0) != String(number) }.map {
          Edit.Splice(range: $0, text: String(number))
        }
        if splices.count > 1 { add(Edit(.layer, splices)) }
      }
    }
    // A pair of indices that stands in several places: h1 for o1.
    var pairs: [String: [Range<Int>]] = [:]
    var order: [String] = []
    member.forEachNode { node in
      guard case .scripted(_, let sub?, _, _) = node.kind, sub.count == 2 else { return }
      let key = sub.key
      if pairs[key] == nil { order.append(key) }
      pairs[key, default: []].append(sub.range)
    }
    for old in order where (pairs[old]?.count ?? 0) > 1 {
      for new in boundPairs where new != old {
        let text = new.replacingSpaces
        add(Edit(.index, (pairs[old] ?? []).map { Edit.Splice(range: $0, text: text) }))
      }
    }
  }

  /// For each symbol the places of its first superscript.
  private func superscripts(in member: [Node]) -> [[Range<Int>]] {
    var order: [String] = []
    var places: [String: [Range<Int>]] = [:]
    member.forEachNode { node in
      guard case .scripted(let base?, _, let sup?, _) = node.kind, base.sign == nil,
        let item = ScriptItem.items(of: sup).first(where: { !$0.isTransposeMark }), !item.nodes.isEmpty
      else { return }
      if places[base.key] == nil { order.append(base.key) }
      places[base.key, default: []].append(item.nodes.range)
    }
    return order.compactMap { places[$0] }
  }

  /// Pairs of literal and digit that the notation has: `o 1`.
  private var boundPairs: [String] {
    var found: [String] = []
    for entry in scope.entries where entry.isNotation {
      for node in entry.pattern.nodes {
        guard case .scripted(_, let sub?, _, _) = node.kind, sub.count == 2, case .letter(let literal) = sub[0].kind,
          case .letter(let variable) = sub[1].kind, !entry.pattern.variables.contains(literal),
          entry.pattern.variables.contains(variable)
        else { continue }
        for number in ["1", "2"] where !found.contains("\(literal) \(number)") { found.append("\(literal) \(number)") }
      }
    }
    return found
  }

  // MARK: Walking

  private mutating func walk(_ nodes: [Node]) {
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
  private mutating func brackets(_ nodes: [Node], at place: Int) {
    let close = nodes[place].sign == "(" ? ScriptItem.closing(of: place, in: nodes) : place
    guard close < nodes.count, nodes[close].scripts.sup?.count == 1,
      nodes[close].scripts.sup?[0].isTransposeMark ?? false,
      let inner = Array(nodes[place...close]).soleSymbolInBrackets
    else { return }
    let range = nodes[place].range.lowerBound..<nodes[close].range.upperBound
    add(Edit(.transpose, range, source(inner.range)))
  }

  /// `(a - b)` as `(b - a)`, `\|a - b\|` as `(a - b)` and `(b - a)`.
  private mutating func differences(_ nodes: [Node], at place: Int) {
    guard let sign = nodes[place].sign, ["(", "[", "\\|", "|", "\\lVert"].contains(sign) else { return }
    let close =
      sign == "(" || sign == "["
      ? ScriptItem.closing(of: place, in: nodes)
      : nodes[(place + 1)...].firstIndex { $0.sign == sign || $0.sign == "\\rVert" } ?? nodes.count
    guard close < nodes.count, close > place + 1 else { return }
    let inner = Array(nodes[(place + 1)..<close])
    guard let minus = inner.firstIndex(where: { $0.bareSign == "-" }), minus > 0, minus < inner.count - 1,
      inner.count(where: { $0.bareSign == "-" || $0.bareSign == "+" }) == 1
    else { return }
    let (a, b) = (source(Array(inner[..<minus]).range), source(Array(inner[(minus + 1)...]).range))
    if sign == "(" || sign == "[" {
      add(Edit(.swap, inner.range, "\(b) - \(a)"))
    } else {
      let closing = nodes[close].base.range
      for (first, second) in [(b, a), (a, b)] {
        add(
          Edit(
            .swap,
            [
              Edit.Splice(range: nodes[place].range, text: "("),
              Edit.Splice(range: inner.range, text: "\(first)-\(second)"), Edit.Splice(range: closing, text: ")"),
            ]))
      }
    }
  }

  private mutating func bars(_ inner: [Node], _ range: Range<Int>) {
    guard let minus = inner.firstIndex(where: { $0.bareSign == "-" }), minus > 0, minus < inner.count - 1 else {
      return
    }
    let (a, b) = (source(Array(inner[..<minus]).range), source(Array(inner[(minus + 1)...]).range))
    add(Edit(.swap, range, "(\(b)-\(a))"))
    add(Edit(.swap, range, "(\(a)-\(b))"))
  }

  /// A minus sign that was lost between two symbols of a bracket, everywhere at once.
  private mutating func operators(_ nodes: [Node], at place: Int) {
    guard place == 0 else { return }
    var splices: [Edit.Splice] = []
    for (index, node) in nodes.enumerated() where node.sign == "(" {
      let close = ScriptItem.closing(of: index, in: nodes)
      guard close == index + 3, nodes[index + 1].bareSign == nil, nodes[index + 2].bareSign == nil else { continue }
      let at = nodes[index + 2].range.lowerBound
      splices.append(Edit.Splice(range: at..<at, text: "- "))
      // With the sides exchanged.
      let (a, b) = (source(nodes[index + 1].range), source(nodes[index + 2].range))
      let whole = nodes[index + 1].range.lowerBound..<nodes[index + 2].range.upperBound
      if splices.count == 1 { swappedFirst = Edit.Splice(range: whole, text: "\(b) - \(a)") }
    }
    if !splices.isEmpty { add(Edit(.operation, splices)) }
    if splices.count > 1, let swappedFirst {
      add(Edit(.operation, [swappedFirst] + splices.dropFirst()))
    }
    swappedFirst = nil
  }
  private var swappedFirst: Edit.Splice?
}

extension [Node] {
  /// Letters that sums run over.
  var summationLetters: Set<String> {
    var found: Set<String> = []
    forEachNode { node in
      guard case .scripted(let base?, let sub?, _, _) = node.kind, case .large = base.kind else { return }
      for inner in sub { if case .letter(let letter) = inner.kind { found.insert(letter) } }
    }
    return found
  }

  var hasSumSign: Bool {
    var level = 0
    for node in self {
      level += node.bracketNesting
      if level == 0, node.bareSign == "+" || node.bareSign == "-" { return true }
    }
    return false
  }

  /// Calls `body` for every node, in the order written.
  func forEachNode(_ body: (Node) -> Void) {
    for node in self {
      body(node)
      switch node.kind {
      case .group(let inner), .dressed(_, let inner), .root(let inner, _), .fenced(_, let inner, _):
        inner.forEachNode(body)
      case .fraction(let a, let b):
        a.forEachNode(body)
        b.forEachNode(body)
      case .scripted(let base, let sub, let sup, _):
        if let base { [base].forEachNode(body) }
        sub?.forEachNode(body)
        sup?.forEachNode(body)
      case .environment(_, let rows): for row in rows { for cell in row.cells { cell.forEachNode(body) } }
      default: break
      }
    }
  }

  /// Calls `body` for every letter that stands in an index, and says whether it is that of a sum.
  func forEachScriptLetter(_ body: (String, Range<Int>, Bool) -> Void) {
    forEachNode { node in
      guard case .scripted(let base, let sub, let sup, _) = node.kind else { return }
      var isSum = false
      if let base, case .large = base.kind { isSum = true }
      for script in [sub, sup] {
        for inner in script ?? [] {
          if case .letter(let letter) = inner.kind { body(letter, inner.range, isSum) }
        }
      }
    }
  }
}

extension String {
  fileprivate var replacingSpaces: String { filter { $0 != " " } }
}
