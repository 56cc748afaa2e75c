import Results

/// What was compared, in the words that all reports share.
extension EquationResult.Evidence {
  /// `24 components on 3 random networks and the notebook's own`; nil where nothing was compared.
  func comparison(_ language: Language) -> String? {
    guard compared > 0 else { return nil }
    var networks = probes > 0 ? language.counted(.randomNetworks, probes) : nil
    if includesOwn { networks = networks.map { language.text(.alsoOwnNetwork, $0) } ?? language[.ownNetwork] }
    if let ownExamples { networks = networks.map { "\($0) (\(language.counted(.firstExamples, ownExamples)))" } }
    let components = language.counted(.components, compared)
    return networks.map { language.text(.componentsOn, components, $0) } ?? components
  }

  /// `2.2×10⁻¹⁶`, the largest difference; nil where none was taken.
  var difference: NumberText? { maxError.map { NumberStyle.significant(2).text(for: $0) } }

  /// `2 components, where rounding hides the difference`
  func omission(_ language: Language) -> String? {
    skipped > 0 ? language.text(.hiddenByRounding, language.counted(.components, skipped)) : nil
  }

  /// `3 × 4 against 4 × 3`
  func shapes(_ language: Language) -> String? {
    guard let leftShape, let rightShape, leftShape != rightShape else { return nil }
    return language.text(.against, leftShape, rightShape)
  }

  /// The two numbers of the component shown: with as many digits as tell them apart, if they differ at all.
  ///
  /// `0.12 against −0.12, ratio −1`, or `0.12 on both sides`
  ///
  /// - Parameters:
  ///   - isRefuted: whether the numbers refute the link: then their ratio may tell why
  ///   - write: how a report writes a number
  func numbers(isRefuted: Bool, _ language: Language, _ write: (NumberText) -> String) -> String? {
    guard let left, let right else { return nil }
    var digits = 6
    func pair() -> [NumberText] { [left, right].map { NumberStyle.significant(digits).text(for: $0) } }
    while isRefuted, left != right, digits < 17, pair()[0] == pair()[1] { digits += 1 }
    let texts = pair()
    guard texts[0] != texts[1] else { return language.text(.onBothSides, write(texts[0])) }
    let ratio = left / right
    let hasRatio = isRefuted && ratio.isFinite && left != 0 && right != 0
    let ratioText = hasRatio ? ", " + language.text(.ratio, write(NumberStyle.significant(4).text(for: ratio))) : ""
    return language.text(.against, write(texts[0]), write(texts[1])) + ratioText
  }
}

extension [EquationResult.Evidence.Index] {
  /// `l = 1,\; j = 2`; nil where there is no index.
  var tex: String? {
    isEmpty ? nil : map { "\($0.letter) = \($0.value)" }.joined(separator: #",\; "#)
  }
}

extension EquationResult {
  /// The evidence of all links in a few words: `24 components on 3 networks`.
  func gist(_ language: Language) -> String? {
    let evidence = links.compactMap(\.evidence).filter { $0.compared > 0 }
    guard !evidence.isEmpty else { return nil }
    let networks = evidence.map { $0.probes + ($0.includesOwn ? 1 : 0) }.max() ?? 0
    let components = language.counted(.components, evidence.reduce(0) { $0 + $1.compared })
    return networks == 0
      ? components : language.text(.componentsOn, components, language.counted(.networks, networks))
  }

  /// The first link that the verdict is about.
  var decidingLink: Link? { links.first { $0.verdict == verdict } }

  /// Whether there is anything to open below the verdict.
  var hasDetails: Bool {
    reason != nil || convention != nil || !repairs.isEmpty || links.count > 1
      || links.contains { $0.reason != nil || $0.convention != nil || $0.evidence != nil || $0.substitution != nil }
  }
}
