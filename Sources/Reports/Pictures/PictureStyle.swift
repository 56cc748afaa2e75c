/// The look of drawings, by classes that begin with the figure's own prefix.
///
/// Colours are the page's variables, so that a figure changes with the page. A file of its own brings them along.
enum PictureStyle {
  /// Line colours, each dark enough for text in its colour; what differs in colour differs in its dashes, too.
  static let series: [(colour: String, dashes: String)] = [
    ("--figure", "none"), ("--accent", "7 4"), ("--formula", "2 3.5"), ("--good", "11 4 2 4"), ("--keyword", "4 3"),
    ("--quiet", "1.5 5"),
  ]

  /// - Parameter classes: those of the elements drawn; rules that none of them uses are left out
  static func rules(prefix: String, for classes: Set<Substring>) -> String {
    let lines = series.enumerated().map { index, line in
      ".\(prefix)-line-\(index) { stroke: var(\(line.colour)); stroke-dasharray: \(line.dashes); }\n"
        + ".\(prefix) .\(prefix)-name-\(index) { fill: var(\(line.colour)); }\n"
        + ".\(prefix)-mark-\(index) { fill: var(\(line.colour)); stroke: var(--paper); stroke-width: 1; }\n"
        + ".\(prefix)-region-\(index) { fill: var(\(line.colour)); fill-opacity: .13; shape-rendering: crispEdges; }\n"
        + ".\(prefix)-hatch-\(index) { stroke: var(\(line.colour)); stroke-opacity: .35; stroke-width: 1.4; }"
    }
    return ([shared(prefix)] + lines).joined(separator: "\n").split(separator: "\n")
      .filter { $0.isUsed(for: classes, prefix) }.joined(separator: "\n")
  }

  private static let halo =
    "fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 12px; stroke-linejoin: round;"

  /// A rule a line.
  private static func shared(_ prefix: String) -> String {
    """
    .\(prefix) text { font-family: var(--sans); font-size: \(TextSize.regular.svgText)px; fill: var(--quiet);
      font-variant-numeric: lining-nums tabular-nums; }
    .\(prefix) .\(prefix)-strong { fill: var(--ink); font-weight: 600; }
    .\(prefix) .\(prefix)-raised { font-size: .74em; }
    .\(prefix) .\(prefix)-halo { \(halo) }
    .\(prefix)-paper { fill: var(--paper); }
    .\(prefix)-grid { stroke: var(--hair); stroke-width: 1; }
    .\(prefix)-axis { stroke: var(--quiet); stroke-width: 1; fill: none; }
    .\(prefix)-zero { stroke: var(--line); stroke-width: 1; }
    .\(prefix)-line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
    .\(prefix)-leader { stroke: var(--line); stroke-width: 1; fill: none; }
    .\(prefix)-unit { fill: var(--paper); stroke: var(--ink); stroke-width: 1.4; }
    .\(prefix)-bias { fill: var(--wash); stroke: var(--quiet); stroke-width: 1; }
    .\(prefix)-dot { fill: var(--quiet); }
    .\(prefix)-positive { stroke: var(--figure); fill: none; }
    .\(prefix)-negative { stroke: var(--accent); stroke-dasharray: 6 4; fill: none; }
    .\(prefix)-neutral { stroke: var(--quiet); stroke-dasharray: 1 4; fill: none; }
    .\(prefix)-thin { stroke: var(--figure); stroke-opacity: .55; stroke-width: 1.2; fill: none; }
    .\(prefix)-clear { paint-order: stroke; stroke: var(--paper); stroke-width: 6px; stroke-linejoin: round; }
    .\(prefix) .\(prefix)-hollow { fill: none; stroke-width: 1.6; stroke-dasharray: none; }
    .\(prefix)-bar { fill: var(--figure); }
    .\(prefix) .\(prefix)-number { fill: var(--ink); }
    .\(prefix)-cells { opacity: .68; }
    .\(prefix)-more { fill: var(--figure); }
    .\(prefix)-less { fill: var(--accent); }
    .\(prefix)-sign { stroke: var(--ink); stroke-width: 1.4; }
    .\(prefix)-border { stroke: var(--ink); stroke-width: 1.4; fill: none; }
    .\(prefix)-misplaced { stroke: var(--ink); stroke-width: 1.4; fill: none; }
    .\(prefix)-edge { stroke: var(--quiet); stroke-width: 1.2; fill: none; }
    .\(prefix)-step { fill: var(--paper); stroke: var(--ink); stroke-width: 1.3; }
    .\(prefix)-parameter { fill: var(--wash); stroke: var(--quiet); stroke-width: 1; }
    .\(prefix)-given { fill: var(--paper); stroke: var(--line); stroke-width: 1.3; }
    .\(prefix) .\(prefix)-value { fill: var(--figure); }
    .\(prefix) .\(prefix)-gradient { fill: var(--accent); font-style: italic; }
    @media (prefers-color-scheme: dark) { .\(prefix)-cells { opacity: .42; } }
    @media (max-width: 520px) { .\(prefix) text { font-size: \(TextSize.onPhones.svgText)px; } }
    """
  }

  /// The variables of the page, for a file that stands alone.
  static func variables(prefix: String) -> String {
    """
    .\(prefix) { --paper: #fffefb; --ink: #1d1d1b; --quiet: #5d5b56; --line: #dcd8cf; --hair: #ebe8e1; --wash: #f7f5f0;
      --accent: #8a2f2b; --good: #2b6440; --keyword: #7a3b10; --figure: #1f5c7a; --formula: #5b3a86;
      --sans: Inter, "Source Sans 3", "Segoe UI", "Helvetica Neue", Roboto, "Noto Sans", system-ui, Arial, sans-serif; }
    @media (prefers-color-scheme: dark) {
      .\(prefix) { --paper: #161615; --ink: #e4e1da; --quiet: #a29e95; --line: #3c3a36; --hair: #2b2a27; --wash: #1f1e1c;
        --accent: #e39a8d; --good: #8cc79f; --keyword: #e2b184; --figure: #8cc5e0; --formula: #c4a8ea; }
    }
    """
  }
}

extension Substring {
  /// Whether a line of rules is for all drawings, or for the class of an element of this one.
  fileprivate func isUsed(for classes: Set<Substring>, _ prefix: String) -> Bool {
    let words = split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }
    return words.filter { $0.hasPrefix(".\(prefix)-") }.allSatisfy { classes.contains($0.dropFirst()) }
  }
}
