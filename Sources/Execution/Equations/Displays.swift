import Derivations
import Diagnostics
import Documents
import Networks
import Results
import TeXMath

extension MacroTable {
  /// The macros of a document: of its front matter, and all that its formulas define.
  init(of document: Document) {
    self.init()
    for macro in document.frontMatter.macros { define(macro.name, as: macro.body) }
    for formula in document.maths where formula.tex.text.contains("\\newcommand") || formula.tex.text.contains("\\def")
    {
      _ = TeXFormula.reading(formula.tex.text, macros: &self)
    }
  }
}

extension Session {
  /// An equation that was judged.
  struct JudgedEquation {
    var result: EquationResult
    var diagnostics: [Diagnostic]
    /// Of what would make it true, with what is unexpected to be said afterwards; nil where nothing is to be repaired.
    var search: (number: Int, search: RepairSearch)?
  }

  /// Reads displays of the document that follow each other and judges each link of them, unless the author wants none of
  /// that.
  mutating func judgeDisplays(_ displays: [Maths], executes: Bool) async -> [JudgedEquation] {
    var equations: [(maths: Maths, formula: TeXFormula, display: Display, isOff: Bool)] = []
    for maths in displays {
      let isOff = document.frontMatter.judgesEquations == false || maths.isUnchecked
      let formula = TeXFormula.reading(maths.tex.text, macros: &macros)
      var display = display(maths)
      display.isPassedOver = isOff
      equations.append((maths, formula, display, isOff))
    }
    var judgements: [Derivation.Judgement?] = displays.map { _ in nil }
    if executes {
      derivation.exact = cellNumbers
      settleSentences(by: equations.map { ($0.maths, $0.display) })
      judgements = await derivation.judge(
        equations.map(\.display), setting, isRepaired: settings.searchesRepairs)
    }
    return zip(equations, judgements).map { equation, judgement in
      let isJudged = executes && !equation.isOff
      var found = self.equation(equation.maths, equation.formula, isJudged ? judgement?.verdicts : nil)
      found.search = judgement?.search
      if executes, equation.isOff {
        found.result.isSkipped = true
        found.result.reason = EquationResult.skipped
      }
      judged.append(found.result)
      return found
    }
  }

  /// Reads an equation of a cell, judges each link of it and says what is unexpected.
  mutating func judge(_ maths: Maths) -> JudgedEquation {
    let formula = TeXFormula.reading(maths.tex.text, macros: &macros)
    derivation.exact = cellNumbers
    let (verdicts, repairs) = derivation.judge(display(maths), setting, isRepaired: settings.searchesRepairs)
    var found = equation(maths, formula, verdicts)
    found.result.take(repairs)
    found.diagnostics += found.result.unexpected(at: maths)
    return found
  }

  /// What is to be judged, with the macros in force.
  private func display(_ maths: Maths) -> Display {
    var display = Display(
      maths.tex.text, macros: macros, guards: maths.attributes["where"].map { [reading($0.value)] } ?? [],
      shown: maths.shownComponent, place: maths.span.lower)
    let mistakes: [EquationResult.Verdict] = [.conflicts, .fails]
    display.isKnownMistake = maths.attributes["expect"].map { mistakes.map(\.rawValue).contains($0.value) } ?? false
    return display
  }

  /// - Parameter judgement: the verdicts of each statement; nil where it was not judged
  private mutating func equation(
    _ maths: Maths, _ formula: TeXFormula, _ judgement: [[LinkVerdict]]?
  ) -> JudgedEquation {
    let source = document.source
    let list = formula.statements
    let expected = maths.attributes["expect"].flatMap { EquationResult.Verdict(rawValue: $0.value) }
    let damaged = formula.damage.first
    let verdicts = judgement ?? []
    for verdict in verdicts.joined() {
      // The author knows it where `not-checked` is expected.
      for symbol in verdict.unbound where expected != .notChecked {
        unboundSymbols.append((symbol, maths.trimmedSpan))
      }
    }
    var links: [EquationResult.Link] = []
    for (number, statement) in list.statements.enumerated() {
      // What only explains a symbol in words is no claim.
      if verdicts.indices.contains(number), verdicts[number].isEmpty { continue }
      for (place, link) in statement.links.enumerated() {
        let written = (link.left + link.right).map(\.range).reduce(link.relation.range) { $0.joined(with: $1) }
        // What a macro stands for has the place of its name: the arguments belong to it.
        let range = formula.calls.filter { $0.overlaps(written) }.reduce(written) { $0.joined(with: $1) }
        var verdict = verdicts.isEmpty ? nil : verdicts[number][place]
        // What is damaged in this very place can't be trusted.
        if let damage = formula.damage.first(where: { $0.range.overlaps(range) }), verdict?.kind != .notChecked {
          verdict = LinkVerdict(open: .damaged(damage.message))
        }
        links.append(
          EquationResult.Link(
            verdict, line: source.line(at: maths.tex.source(of: link.relation.range.lowerBound)),
            label: list.labels[statement.row], tex: maths.tex.slice(range).text))
      }
    }
    var result = EquationResult(
      line: source.line(at: maths.span.lower), tex: maths.tex.text,
      label: maths.attributes.identifier ?? list.labels.lazy.compactMap { $0 }.first, verdict: .notChecked,
      expected: expected, links: links)
    result.conclude(damage: damaged?.message, isExecuted: judgement != nil)
    // What was lost above has been reported there.
    result.isPassedOver = judgement != nil && result.verdict == .notChecked && !lost.isEmpty
    // An author who says what to expect knows the formula.
    let diagnostics = (expected == nil ? formula.damage : []).map { damage in
      Diagnostic(.warning, "formula.damaged", damage.message, at: maths.tex.span(of: damage.range))
    }
    return JudgedEquation(result: result, diagnostics: diagnostics)
  }

  /// The nodes of a piece of LaTeX in the macros in force.
  func reading(_ tex: String) -> [Node] {
    var macros = macros
    return TeXFormula.reading(tex, macros: &macros).nodes
  }
}

extension Range<Int> {
  fileprivate func joined(with other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}

extension EquationResult.Link {
  fileprivate init(_ verdict: LinkVerdict?, line: Int, label: String?, tex: String) {
    self.init(
      verdict: verdict.flatMap { EquationResult.Verdict(rawValue: $0.kind.rawValue) } ?? .notChecked, line: line,
      label: label, tex: tex, reason: verdict?.reason)
    guard let verdict else { return }
    if !verdict.conventions.isEmpty { convention = verdict.conventions.joined(separator: ", ") }
    let hasEvidence = verdict.compared > 0 || verdict.left != nil || verdict.leftShape != nil
    if hasEvidence {
      evidence = EquationResult.Evidence(
        left: verdict.left, right: verdict.right,
        at: verdict.at.map { EquationResult.Evidence.Index(letter: $0.letter, value: $0.value) },
        entry: verdict.entry, maxError: verdict.maxError, compared: verdict.compared, skipped: verdict.skipped,
        probes: verdict.probes,
        includesOwn: verdict.includesOwn, ownExamples: verdict.ownExamples, leftShape: verdict.leftShape,
        rightShape: verdict.rightShape)
      evidence?.isOfPoints = verdict.isOfPoints
      evidence?.hasOwnNumbers = verdict.hasOwnNumbers
    }
    substitution = verdict.substitution.map { found in
      EquationResult.Substitution(
        tex: found.tex, at: found.at.map { EquationResult.Evidence.Index(letter: $0.letter, value: $0.value) })
    }
  }
}

extension Maths {
  /// `{#eq-x check=off}`
  fileprivate var isUnchecked: Bool { attributes["check"].map { ["off", "no", "false"].contains($0.value) } ?? false }

  /// `{#eq-x show="l=1, j=2"}`: the component that is to be worked with numbers.
  fileprivate var shownComponent: [String: Int] {
    guard let text = attributes["show"]?.value else { return [:] }
    var letters: [String: Int] = [:]
    for part in text.split(separator: ",") {
      let sides = part.split(separator: "=").map { $0.filter { $0 != " " } }
      if sides.count == 2, let number = Int(sides[1]) { letters[sides[0]] = number }
    }
    return letters
  }
}

extension EquationResult {
  mutating func take(_ repairs: [Repair]) {
    let distinct = repairs.filter { !$0.isSpelling }
    self.repairs = distinct.filter { $0.link == nil }.map(\.display)
    partialRepairs = distinct.compactMap { repair in repair.link.map { .init(link: $0, tex: repair.display) } }
    spellings = repairs.filter(\.isSpelling).map(\.display)
    for repair in repairs { corrections += repair.parts.filter { !corrections.contains($0) } }
  }

  /// The order in which one link decides over a display.
  private static let precedence: [Verdict] = [
    .fails, .conflicts, .notChecked, .convention, .holds, .updates, .defines,
  ]

  /// Takes the verdict, its reason and conventions from the links.
  mutating func conclude(damage: String?, isExecuted: Bool) {
    guard isExecuted else {
      reason = "not executed"
      return
    }
    guard !links.isEmpty else {
      reason = (damage.map(OpenReason.damaged) ?? .notAnEquation).words
      return
    }
    verdict = Self.precedence.first { verdict in links.contains { $0.verdict == verdict } } ?? .notChecked
    let conventions = links.compactMap(\.convention)
    if verdict == .convention { convention = conventions.first }
    if let place = links.firstIndex(where: { $0.verdict == verdict }), let why = links[place].reason {
      reason = links.count > 1 ? "link \(place + 1): \(why)" : why
      if verdict == .notChecked, links.count > 1 {
        let others = Self.precedence.compactMap { other -> String? in
          let count = links.count { $0.verdict == other && other != .notChecked }
          return count > 0 ? "\(count) \(other.rawValue)" : nil
        }
        if !others.isEmpty { reason? += "; the other links: \(others.joined(separator: ", "))" }
      }
    }
  }

  /// What is to be said where the verdict is another than was expected.
  func unexpected(at maths: Maths) -> [Diagnostic] {
    guard isUnexpected else { return [] }
    let link = links.first { $0.verdict == verdict }
    var message: String
    if let expected, ![.fails, .conflicts].contains(verdict) {
      message = "this equation was expected to be `\(expected.rawValue)`, and is `\(verdict.rawValue)`"
    } else {
      message = verdict == .conflicts ? "this contradicts an earlier definition" : "this equation fails"
    }
    if let link, links.count > 1, let place = links.firstIndex(of: link) { message += " (link \(place + 1))" }
    var found: [String] = []
    if let evidence = link?.evidence {
      if let left = evidence.leftShape {
        // The reason has the shapes as a rule.
        let isSaid = [evidence.leftShape, evidence.rightShape].allSatisfy { shape in
          shape.map { link?.reason?.contains($0) ?? false } ?? true
        }
        if !isSaid { found.append("\(left)" + (evidence.rightShape.map { " against \($0)" } ?? "")) }
      } else if let left = evidence.left, let right = evidence.right {
        let at = evidence.at.map { "\($0.letter) = \($0.value)" }.joined(separator: ", ")
        let style = NumberStyle.significant(6)
        found.append(
          (at.isEmpty ? "" : "at \(at): ") + "\(style.text(for: left).plain) against \(style.text(for: right).plain)")
      }
    }
    if let reason = link?.reason { found.append(reason) }
    // The side that changes says it more shortly than the whole display.
    let subject = repairs.isEmpty ? partialRepairs.first.map { "link \($0.link + 1)" } ?? "it" : "it"
    let claim = verdict == .conflicts ? "agrees with it" : "holds"
    let help = (corrections.first ?? repairs.first).map { "\(subject) \(claim) if written `\($0)`" }
    return [
      Diagnostic(
        .error, Diagnostic.expectationCode, message, at: link.flatMap(maths.span) ?? maths.trimmedSpan,
        label: found.isEmpty ? nil : found.joined(separator: "; "), help: help)
    ]
  }
}

extension Maths {
  /// Where one of several links stands, where the display has several lines; nil where it has one.
  fileprivate func span(of link: EquationResult.Link) -> SourceSpan? {
    let whole = trimmedSpan
    let text = tex.text
    guard text.drop(while: \.isWhitespace).contains("\n"), link.tex.utf8.count < text.utf8.count,
      let range = text.firstRange(of: link.tex)
    else { return nil }
    let start = text[..<range.lowerBound].utf8.count
    let span = tex.span(of: start..<(start + link.tex.utf8.count))
    return span.lower >= whole.lower && span.upper <= whole.upper ? span : nil
  }

  /// Where the formula stands, without the white space around it.
  fileprivate var trimmedSpan: SourceSpan {
    let bytes = Array(tex.text.utf8)
    let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
    else {
      return tex.span(of: 0..<bytes.count)
    }
    return tex.span(of: first..<(last + 1))
  }
}
