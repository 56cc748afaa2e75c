import Results

/// What was compared, in the words that all reports share.
extension EquationResult.Evidence {
  /// `24 components on 3 random networks and the notebook's own`; nil where nothing was compared.
  var comparison: String? {
    guard compared > 0 else { return nil }
    var networks = probes > 0 ? [Self.counted(probes, "random network")] : []
    if includesOwn {
      let part = ownExamples.map { " with its first \(Self.counted($0, "example"))" } ?? ""
      networks.append((probes > 0 ? "the notebook’s own" : "the notebook’s own network") + part)
    }
    return Self.counted(compared, "component") + (networks.isEmpty ? "" : " on ") + networks.joined(separator: " and ")
  }

  /// `2.2×10⁻¹⁶`, the largest difference; nil where none was taken.
  var difference: NumberText? { maxError.map { NumberStyle.significant(2).text(for: $0) } }

  /// `2 components, where rounding hides the difference`
  var omission: String? {
    skipped > 0 ? "\(Self.counted(skipped, "component")), where rounding hides the difference" : nil
  }

  /// `3 × 4 against 4 × 3`
  var shapes: String? {
    guard let leftShape, let rightShape, leftShape != rightShape else { return nil }
    return "\(leftShape) against \(rightShape)"
  }

  /// The two numbers of the component shown: with as many digits as tell them apart, if they differ at all.
  ///
  /// `0.12 against −0.12, ratio −1`, or `0.12 on both sides`
  ///
  /// - Parameters:
  ///   - isRefuted: whether the numbers refute the link: then their ratio may tell why
  ///   - write: how a report writes a number
  func numbers(isRefuted: Bool, _ write: (NumberText) -> String) -> String? {
    guard let left, let right else { return nil }
    var digits = 6
    func pair() -> [NumberText] { [left, right].map { NumberStyle.significant(digits).text(for: $0) } }
    while isRefuted, left != right, digits < 17, pair()[0] == pair()[1] { digits += 1 }
    let texts = pair()
    guard texts[0] != texts[1] else { return "\(write(texts[0])) on both sides" }
    let ratio = left / right
    let hasRatio = isRefuted && ratio.isFinite && left != 0 && right != 0
    let ratioText = hasRatio ? ", ratio \(write(NumberStyle.significant(4).text(for: ratio)))" : ""
    return "\(write(texts[0])) against \(write(texts[1]))\(ratioText)"
  }

  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension [EquationResult.Evidence.Index] {
  /// `l = 1,\; j = 2`; nil where there is no index.
  var tex: String? {
    isEmpty ? nil : map { "\($0.letter) = \($0.value)" }.joined(separator: #",\; "#)
  }
}

extension EquationResult {
  /// The evidence of all links in a few words: `24 components on 3 networks`.
  var gist: String? {
    let evidence = links.compactMap(\.evidence).filter { $0.compared > 0 }
    guard !evidence.isEmpty else { return nil }
    let networks = evidence.map { $0.probes + ($0.includesOwn ? 1 : 0) }.max() ?? 0
    let components = Evidence.counted(evidence.reduce(0) { $0 + $1.compared }, "component")
    return networks == 0 ? components : "\(components) on \(Evidence.counted(networks, "network"))"
  }

  /// The first link that the verdict is about.
  var decidingLink: Link? { links.first { $0.verdict == verdict } }

  /// Whether there is anything to open below the verdict.
  var hasDetails: Bool {
    reason != nil || convention != nil || !repairs.isEmpty || links.count > 1
      || links.contains { $0.reason != nil || $0.convention != nil || $0.evidence != nil || $0.substitution != nil }
  }
}
