import TeXMath

/// Proposes single changes of a link's two members, the table of repairs.
struct EditGenerator {
  /// A symbol of the link that may stand for another one, whatever the notation says of it.
  struct FreeLetter: Hashable {
    let key: String
    let tex: String
  }
  let text: [UInt8]
  let scope: Scope
  let layers: Int
  let spelling: Spelling
  /// All numbers that the display prints.
  var numbers: [(digits: String, value: Double)] = []
  private(set) var edits: [Edit] = []
  private var seen: Set<Edit> = []
  /// Letters that stand as indices anywhere in the link.
  private(set) var letters: [String] = []
  /// Letters of the sums, letters that stand for themselves, and corners that symbols carry.
  private(set) var summed: [String] = []
  private(set) var freeLetters: [FreeLetter] = []
  private(set) var cornersInUse: [String] = []
  /// Those of symbols that have both.
  private(set) var cornersOfBoth: [(sub: [Node], sup: [Node])] = []
  /// What the link's symbols have as their layer.
  private(set) var layersInUse: [[Node]] = []
  /// Letters of the notation that say which layer is the last, and all that stand for layers.
  let layerCounts: Set<String>
  let layerLetters: Set<String>
  /// See `addedFactors`.
  lazy var notationFactors = factorsOfNotation
  /// Every letter of the link.
  private(set) var namedLetters: Set<String> = []

  init(text: String, scope: Scope, layers: Int, spelling: Spelling) {
    self.text = Array(text.utf8)
    self.scope = scope
    self.layers = layers
    self.spelling = spelling
    (layerCounts, layerLetters) = scope.lettersOfLayers
  }

  mutating func propose(_ left: [Node], _ right: [Node]) {
    let counts = scope.countsThatAreNoIndices
    letters = (left + right).scriptLetters.union((left + right).summationLetters).subtracting(counts).sorted()
    summed = (left + right).summationLetters.sorted()
    freeLetters = []
    cornersInUse = []
    cornersOfBoth = []
    layersInUse = layers(in: left + right)
    namedLetters = []
    // A letter in bold stands for itself in bold.
    var dressed: Set<Range<Int>> = []
    (left + right).forEachNode { node in
      if case .letter(let letter) = node.kind { namedLetters.insert(letter) }
      if case .dressed(_, let inner) = node.kind, node.isSymbolLetter {
        dressed.insert(inner.range)
        if !dressed.contains(node.range) { note(FreeLetter(key: node.key, tex: source(node.range))) }
      } else if case .letter(let letter) = node.kind, letter.count == 1, !letters.contains(letter),
        !["d", "e"].contains(letter), !dressed.contains(node.range)
      {
        note(FreeLetter(key: letter, tex: letter))
      }
      if case .scripted(let base?, let sub?, let sup, _) = node.kind, base.sign == nil {
        let corner = "_{\(sub.tex)}" + (sup.map { "^{\($0.tex)}" } ?? "")
        if !cornersInUse.contains(corner) {
          cornersInUse.append(corner)
          if let sup { cornersOfBoth.append((sub, sup)) }
        }
      }
    }
    for (place, member) in [right, left].enumerated() where !member.isEmpty {
      bracketsOfFactors(in: member)
      signs(of: member, isClaim: place == 0)
      digits(in: member)
      renamings(in: member)
      sums(in: member, beside: place == 0 ? left : right, isClaim: place == 0)
      factors(of: member)
      terms(of: member, beside: place == 0 ? left : right)
      walk(member)
      slopes(in: member)
      indices(in: member)
      exchangeSymbols(in: member, beside: place == 0 ? left : right)
    }
    further(left, right)
    edits = edits.enumerated().sorted { ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset) }.map(\.element)
  }

  /// Of what is claimed; less plausible than others of their kind.
  private mutating func further(_ left: [Node], _ right: [Node]) {
    guard !right.isEmpty else { return }
    places(in: right, beside: left)
    siblings(in: right)
    sumPlaces(in: right, beside: left)
    powers(in: right, beside: left)
    droppedFactors(in: right)
    lostFactors(in: right, beside: left)
    chains(in: right, beside: left)
    slopeForms(in: right)
    throughout(right)
    brackets(in: right)
    lostTerms(in: right, beside: left)
    lostSymbols(in: right, beside: left)
    optimizerSlips(in: right)
  }

  private mutating func note(_ letter: FreeLetter) {
    if !freeLetters.contains(letter) { freeLetters.append(letter) }
  }

  /// What symbols have in the place of the letter that the notation says is their layer.
  private func layers(in nodes: [Node]) -> [[Node]] {
    var found: [[Node]] = []
    nodes.forEachNode { node in
      guard case .scripted(let base?, _, _, _) = node.kind, base.isSymbolLetter,
        case .found(let entry, let match) = scope.lookup(PlainNodes.plain([node])[...]),
        case .meaning(let meaning) = entry.value, case .letter(let letter, _)? = meaning.layer,
        let layer = match.indices[letter], !found.contains(where: { $0.key == layer.key })
      else { return }
      found.append(layer)
    }
    return found
  }

  mutating func add(_ edit: Edit) {
    var edit = edit
    for (place, splice) in edit.splices.enumerated() where splice.range.isEmpty && !splice.text.isEmpty {
      let start = beforeSize(of: splice.range.lowerBound)
      edit.splices[place].range = start..<start
    }
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
    arguments(in: nodes)
    for (place, node) in nodes.enumerated() {
      let next = place + 1 < nodes.count ? nodes[place + 1] : nil
      dropTranspose(ofBrackets: nodes, at: place)
      symbol(node, next: next)
      differences(nodes, at: place)
      termsInBrackets(nodes, at: place)
      operators(nodes, at: place)
      functions(nodes, at: place)
      argumentSign(nodes, at: place)
      bracketedIndices(nodes, at: place)
      if case .scripted(_, let sub, let sup, _) = node.kind { scripts(node, sub, sup, next: next) }
      inside(node)
    }
    // A transpose alone is likelier than factors in another order.
    products(in: nodes)
    multiplications(in: nodes)
  }
  /// Changes of what a node is made of.
  private mutating func inside(_ node: Node) {
    switch node.kind {
    case .scripted(let base, _, let sup, _):
      // What stands at its corners was changed with the symbol.
      if let base { inside(base) }
      // An exponent has symbols of its own.
      if let sup, sup.contains(where: { if case .scripted = $0.kind { true } else { false } }) { walk(sup) }
    case .fraction(let above, let below):
      if above.first?.differential == nil { upsideDown(above, below) }
      for part in [above, below] {
        if let swapped = swapped(part) { add(Edit(swapped.kind, part.range, swapped.text)) }
        leaveOutTerms(of: part, whole: part.range)
        walk(inside: part)
      }
    case .dressed where node.isSymbolLetter: break
    case .group(let inner), .dressed(_, let inner), .root(let inner, _): walk(inside: inner)
    case .fenced(let left, let inner, _):
      if ["(", "["].contains(left), let swapped = swapped(inner) { add(Edit(swapped.kind, inner.range, swapped.text)) }
      walk(inside: inner)
      if left == "\\|" || left == "|" { bars(inner, node.range) }
    case .environment(_, let rows):
      for cell in rows.flatMap(\.cells) {
        // Where a case is meant has no sign.
        if !cell.contains(where: { $0.isComparison }) { signs(inside: cell, isEntry: true) }
        walk(cell)
      }
    default: break
    }
  }

  private mutating func walk(inside nodes: [Node]) {
    signs(inside: nodes)
    factors(inside: nodes)
    walk(nodes)
  }

  private mutating func upsideDown(_ above: [Node], _ below: [Node]) {
    add(
      Edit(
        .swap,
        [
          Edit.Splice(range: above.range, text: source(below.range)),
          Edit.Splice(range: below.range, text: source(above.range)),
        ]))
    roots(in: below)
    // `\frac{e^{-z}}{(1 + e^{-z})^2}`
    if below.hasSumSign {
      let (start, end) = (below.range.lowerBound, below.range.upperBound)
      add(
        Edit(.operation, [Edit.Splice(range: start..<start, text: "("), Edit.Splice(range: end..<end, text: ")^2")]))
    }
  }
}

extension Node {
  /// Whether it is one letter, as it stands or under an accent, in bold or the like.
  var isSymbolLetter: Bool {
    switch kind {
    case .letter: true
    case .dressed(_, let inner): inner.count == 1 && inner[0].isSymbolLetter
    default: false
    }
  }
}

extension Scope {
  /// Letters that say how many there are of something, and nowhere which one.
  var countsThatAreNoIndices: Set<String> {
    Set(
      indexConstants.compactMap { constant in
        switch constant.meaning.quantity {
        case .exampleCount, .unitCount, .inputCount, .outputCount: constant.letter
        default: nil
        }
      })
  }

  /// Letters that say which layer is the last, and with these all that stand for layers.
  var lettersOfLayers: (counts: Set<String>, all: Set<String>) {
    var (counts, all): (Set<String>, Set<String>) = ([], [])
    for entry in entries {
      guard case .meaning(let meaning) = entry.value else { continue }
      if meaning.quantity == .layerCount { counts.insert(entry.pattern.key) }
      if case .letter(let letter, _)? = meaning.layer { all.insert(letter) }
    }
    return (counts, all.union(counts))
  }
}
