package import TeXMath

/// How a document writes what a repair may put in: a transpose, the derivative of a function, a product entry by entry.
struct Spelling: Sendable {
  /// A transpose of a symbol that has a superscript already.
  enum TransposeOfScripted: Hashable, Sendable {
    /// `(W^l)^T`, with the brackets that are used for it.
    case brackets(String, String)
    /// `{W^l}^T`
    case braces
    /// `W^{[l]T}`
    case script
  }
  enum Prime: Hashable, Sendable {
    case apostrophe
    /// `f^{\prime}`, with its spelling.
    case superscript(String)
    /// `\dot{f}`
    case dot
    /// `g^{[l]'}`
    case script
  }

  /// `T`, `\top`, `\mathsf{T}`
  var transposeMark = "T"
  var transposeOfScripted: TransposeOfScripted?
  var prime: Prime?
  /// Whether a prime stands behind what the function has below it: `f_i'`.
  var primesFollowIndices = false
  var elementwiseProduct = "\\odot"
  /// Slopes of activation functions, the most frequent first.
  var slopes: [Slope] = []
  /// Differences of two symbols in brackets, the most frequent first.
  var differences: [Slope] = []

  /// What nothing shows is written as most do.
  init() {}

  /// What a display shows of its own spelling comes first, then what the whole document shows.
  init(of display: SpellingEvidence, in document: SpellingEvidence) {
    func chosen<Form>(_ part: (SpellingEvidence) -> Tallies<Form>) -> Form? {
      part(display).mostFrequent ?? part(document).mostFrequent
    }
    transposeMark = chosen(\.transposeMarks) ?? transposeMark
    transposeOfScripted = chosen(\.transposes)
    // Who writes both means nothing by it.
    let shown = display.primes.isEmpty ? document.primes : display.primes
    prime = shown.contains(.apostrophe) ? nil : shown.mostFrequent
    primesFollowIndices = chosen(\.primesFollowIndices) ?? primesFollowIndices
    elementwiseProduct = chosen(\.elementwiseProducts) ?? elementwiseProduct
    slopes = document.slopes.byFrequency
    differences = document.differences.byFrequency
  }

  /// The mark as a superscript.
  var transposeScript: String {
    if transposeMark == "'" { return transposeMark }
    let isOne = Lexeme.scan(transposeMark).count == 1
    return isOne ? "^\(transposeMark)" : "^{\(transposeMark)}"
  }
}

/// How often each form was met, in the order of their first places.
struct Tallies<Form: Hashable & Sendable>: Sendable {
  private var counts: [(form: Form, count: Int)] = []

  mutating func count(_ form: Form) {
    if let place = counts.firstIndex(where: { $0.form == form }) {
      counts[place].count += 1
    } else {
      counts.append((form, 1))
    }
  }

  mutating func add(_ other: Tallies) {
    for (form, count) in other.counts { for _ in 0..<count { self.count(form) } }
  }

  var isEmpty: Bool { counts.isEmpty }

  func contains(_ form: Form) -> Bool { counts.contains { $0.form == form } }

  /// Those that are as frequent as each other in the order in which they were met.
  var byFrequency: [Form] {
    counts.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element.form)
  }

  /// Of several the one that was met first.
  var mostFrequent: Form? {
    var best: (form: Form, count: Int)?
    for entry in counts where entry.count > best?.count ?? 0 { best = entry }
    return best?.form
  }
}

/// What formulas show of how they are spelled.
package struct SpellingEvidence: Sendable {
  private(set) var transposeMarks = Tallies<String>()
  private(set) var transposes = Tallies<Spelling.TransposeOfScripted>()
  private(set) var primes = Tallies<Spelling.Prime>()
  private(set) var primesFollowIndices = Tallies<Bool>()
  private(set) var elementwiseProducts = Tallies<String>()
  private(set) var slopes = Tallies<Spelling.Slope>()
  private(set) var differences = Tallies<Spelling.Slope>()

  package init() {}

  /// - Parameter text: in which the nodes have their ranges
  package init(_ nodes: [Node], text: String) {
    let bytes = Array(text.utf8)
    func source(_ range: Range<Int>) -> String {
      String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
    nodes.forEachRun { run in
      for slope in Spelling.slopes(in: run, source) { slopes.count(slope) }
      for difference in Spelling.differences(in: run, source) { differences.count(difference) }
      for (place, node) in run.enumerated() {
        note(node, in: run, at: place, source)
        if ["\\odot", "\\circ", "⊙", "∘"].contains(node.bareSign ?? "") {
          elementwiseProducts.count(source(node.range))
        }
      }
    }
  }

  package mutating func add(_ other: SpellingEvidence) {
    transposeMarks.add(other.transposeMarks)
    transposes.add(other.transposes)
    primes.add(other.primes)
    primesFollowIndices.add(other.primesFollowIndices)
    elementwiseProducts.add(other.elementwiseProducts)
    slopes.add(other.slopes)
    differences.add(other.differences)
  }

  private mutating func note(_ node: Node, in run: [Node], at place: Int, _ source: (Range<Int>) -> String) {
    if let sup = node.scripts.sup, let mark = sup.last, mark.isTransposeMark {
      transposeMarks.count(source(mark.range))
      if let form = form(of: node, sup, in: run, at: place, source) { transposes.count(form) }
    }
    if let mark = transposingPrime(of: node, in: run, at: place, source) {
      transposeMarks.count(mark)
      if let form = form(of: node, [node], in: run, at: place, source) { transposes.count(form) }
    }
    guard place + 1 < run.count, run[place + 1].isOpeningParenthesis else { return }
    if case .dressed("\\dot", _) = node.base.kind { primes.count(.dot) }
    guard case .scripted(let base?, let sub, let sup, let count) = node.kind, count > 0 else { return }
    let mark = source(base.range.upperBound..<node.range.upperBound)
    if sub != nil, sup == nil { primesFollowIndices.count(mark.hasPrefix("_")) }
    if sup != nil, mark.hasSuffix("'}") || mark.hasSuffix("\\prime}") {
      primes.count(.script)
    } else {
      let spelled = ["^{\\prime}", "^\\prime"].first { mark.contains($0) }
      primes.count(spelled.map(Spelling.Prime.superscript) ?? .apostrophe)
    }
  }

  /// The prime behind brackets with one symbol in them that has a superscript and is applied to nothing: `(W^{(l)})^\prime`.
  private func transposingPrime(
    of node: Node, in run: [Node], at place: Int, _ source: (Range<Int>) -> String
  ) -> String? {
    guard case .scripted(let base?, nil, nil, primes: 1) = node.kind,
      !(place + 1 < run.count && run[place + 1].isOpeningParenthesis),
      form(of: node, [node], in: run, at: place, source) != nil
    else { return nil }
    return source(base.range.upperBound..<node.range.upperBound).contains("\\prime") ? "\\prime" : "'"
  }

  private func form(
    of node: Node, _ sup: [Node], in run: [Node], at place: Int, _ source: (Range<Int>) -> String
  ) -> Spelling.TransposeOfScripted? {
    if sup.count > 1 { return .script }
    switch node.base.kind {
    case .group(let inner): return inner.count == 1 && inner[0].scripts.sup != nil ? .braces : nil
    case .fenced(let left, let inner, let right):
      guard inner.count == 1, inner[0].scripts.sup != nil else { return nil }
      return .brackets("\\left\(left)", "\\right\(right)")
    case .sign(")"), .sign("]"):
      guard place > 1, run[place - 1].scripts.sup != nil, run[place - 2].bracketNesting == 1 else { return nil }
      return .brackets(source(run[place - 2].range), source(node.base.range))
    default: return nil
    }
  }
}

extension Node {
  /// Whether it opens what a function is applied to.
  var isOpeningParenthesis: Bool {
    if sign == "(" { return true }
    if case .fenced("(", _, _) = base.kind { return true }
    return false
  }
}
