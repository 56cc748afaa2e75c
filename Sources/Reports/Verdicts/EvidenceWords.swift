import Results

/// What was compared, in the words that all reports share.
extension EquationResult.Evidence {
  /// `24 components on 3 random networks and the notebook's own`; nil where nothing was compared.
  func comparison(_ language: Language) -> String? {
    guard compared > 0 else { return nil }
    let components = language.counted(.components, compared)
    if isOfPoints, includesOwn, hasOwnNumbers, probes > 0 {
      let points = language.text(.alsoOwnNetwork, language.counted(.randomPoints, probes))
      return language.text(.componentsAt, components, points)
    }
    if isOfPoints {
      let points = probes + (includesOwn ? 1 : 0)
      return points == 0
        ? components : language.text(.componentsAt, components, language.counted(.randomPoints, points))
    }
    var networks = probes > 0 ? language.counted(.randomNetworks, probes) : nil
    if includesOwn { networks = networks.map { language.text(.alsoOwnNetwork, $0) } ?? language[.ownNetwork] }
    if let ownExamples { networks = networks.map { "\($0) (\(language.counted(.firstExamples, ownExamples)))" } }
    return networks.map { language.text(.componentsOn, components, $0) } ?? components
  }

  /// `2.2×10⁻¹⁶`, the largest difference; nil where none was taken.
  var difference: NumberText? { maxError.map { NumberStyle.significant(2).text(for: $0) } }

  /// `2 components, where rounding or overflow leaves nothing to compare`
  func omission(_ language: Language) -> String? {
    skipped > 0 ? language.text(.hiddenByRounding, language.counted(.components, skipped)) : nil
  }

  /// `3 × 4 against 4 × 3`; nil where the reason names both.
  func shapes(_ language: Language, besides reason: String? = nil) -> String? {
    guard let leftShape, let rightShape, leftShape != rightShape else { return nil }
    if let reason, reason.contains(leftShape), reason.contains(rightShape) { return nil }
    return language.text(.against, leftShape, rightShape)
  }

  /// The two numbers of the component shown, with as many digits as tell them apart, if they differ at all.
  ///
  /// - Parameter isRefuted: whether the numbers refute the link
  func pair(isRefuted: Bool) -> (left: NumberText, right: NumberText)? {
    guard let left, let right else { return nil }
    var digits = 6
    func texts() -> (left: NumberText, right: NumberText) {
      let style = NumberStyle.significant(digits)
      return (style.text(for: left), style.text(for: right))
    }
    while isRefuted, left != right, digits < 17, texts().left == texts().right { digits += 1 }
    return texts()
  }

  /// `0.12 against −0.12, ratio −1`, or `0.12 on both sides`; just the number below a heading that says so
  ///
  /// - Parameters:
  ///   - isRefuted: whether the numbers refute the link: then their ratio may tell why
  ///   - isHeaded: whether `both sides` stands above
  ///   - reason: what stands above; where it names a factor, the ratio is said
  ///   - write: how a report writes a number
  func words(
    of pair: (left: NumberText, right: NumberText), isRefuted: Bool, isHeaded: Bool = false, besides reason: String?,
    _ language: Language, _ write: (NumberText) -> String
  ) -> String {
    guard pair.left != pair.right else {
      return isHeaded ? write(pair.left) : language.text(.onBothSides, write(pair.left))
    }
    let words = language.text(.against, write(pair.left), write(pair.right))
    guard isRefuted, let left, let right, left != 0, right != 0, (left / right).isFinite,
      !(reason?.contains("×") ?? false)
    else { return words }
    let style = NumberStyle.significant(4)
    // A ratio of 1 tells nothing of numbers that differ.
    let ratio = style.text(for: left / right)
    return ratio == style.text(for: 1) ? words : words + ", " + language.text(.ratio, write(ratio))
  }
}

extension EquationResult.Evidence {
  /// `2` or `(1, 3)`: the entry of a vector or matrix whose numbers are shown; nil where both sides are numbers.
  var entryText: String? {
    switch entry.count {
    case 0: nil
    case 1: String(entry[0])
    default: "(" + entry.map(String.init).joined(separator: ", ") + ")"
    }
  }
}

extension [EquationResult.Evidence.Index] {
  /// `l = 1,\; j = 2`; nil where there is no index.
  var tex: String? {
    isEmpty ? nil : map { "\($0.letter) = \($0.value)" }.joined(separator: #",\; "#)
  }

  /// The same for KaTeX, in which a line may end between two of them and not within one.
  var breakableTeX: String? {
    isEmpty ? nil : map { "{\($0.letter) = \($0.value)}" }.joined(separator: #",\allowbreak\; "#)
  }
}

extension EquationResult {
  /// The evidence of all links in a few words: `24 components on 3 networks`.
  func gist(_ language: Language) -> String? {
    let evidence = links.compactMap(\.evidence).filter { $0.compared > 0 }
    guard !evidence.isEmpty else { return nil }
    let networks = evidence.map { $0.probes + ($0.includesOwn ? 1 : 0) }.max() ?? 0
    let components = language.counted(.components, evidence.reduce(0) { $0 + $1.compared })
    guard networks > 0 else { return components }
    return evidence.allSatisfy(\.isOfPoints)
      ? language.text(.componentsAt, components, language.counted(.randomPoints, networks))
      : language.text(.componentsOn, components, language.counted(.networks, networks))
  }

  /// The first link that the verdict is about.
  var decidingLink: Link? { links.first { $0.verdict == verdict } }

  /// Whether there is anything to open below the verdict.
  var hasDetails: Bool {
    reason != nil || convention != nil || !repairs.isEmpty || !partialRepairs.isEmpty || links.count > 1
      || links.contains { $0.reason != nil || $0.convention != nil || $0.evidence != nil || $0.substitution != nil }
  }
}
