import Diagnostics

/// What can be wrong with a notebook as Markdown. The words are here, and nowhere else in the room.
enum DocumentFact {
  case notUTF8(byte: UInt8)
  case tooLarge(bytes: Int, limit: Int)
  case nestedTooDeeply(limit: Int)
  case unterminatedFence(isCell: Bool)
  case unterminatedMaths(String)
  case unterminatedDivision
  case yamlAlias(String)
  case yaml(String)
  case frontMatterNotMapping
  case frontMatterFence
  case frontMatterKey(String)
  case notMacro(String)
  case verdictPlacement(String?)
  case equationJudging(String?)
  case order(String?)
  case minimumCoverage

  func diagnostic(at span: SourceSpan) -> Diagnostic {
    switch self {
    case .notUTF8(let byte):
      Diagnostic(
        .error, "document.invalid-utf8", "a notebook is written in UTF-8", at: span,
        label: "the byte 0x\(String(byte, radix: 16, uppercase: true)) starts no character of UTF-8",
        help: "save the file with the encoding UTF-8")
    case .tooLarge(let bytes, let limit):
      Diagnostic(
        .error, "document.too-large",
        "a notebook has at most \(limit >> 20) MiB, and this one has \(bytes >> 20)", at: span,
        help: "read large data from a CSV file: `define data from \"data.csv\"`")
    case .nestedTooDeeply(let limit):
      Diagnostic(
        .error, "document.nesting", "quotations, lists and emphasis nest at most \(limit) levels deep", at: span,
        label: "what is deeper is shown as plain text")
    case .unterminatedFence(let isCell):
      Diagnostic(
        isCell ? .error : .warning, "document.unterminated-fence",
        "a \(isCell ? "cell" : "code block") ends with a fence as long as the one that opens it", at: span,
        label: "opened here and never closed", help: "close it with a line of its own")
    case .unterminatedMaths(let opening):
      Diagnostic(
        .warning, "document.unterminated-maths", "a formula that opens with `\(opening)` is closed", at: span,
        label: "opened here and never closed", help: "a dollar that opens no formula is written `\\$`")
    case .unterminatedDivision:
      Diagnostic(
        .warning, "document.unterminated-division", "a division ends with a line `:::`", at: span,
        label: "opened here and never closed")
    case .yamlAlias(let name):
      Diagnostic(
        .error, "document.yaml-alias", "front matter has no anchors and no aliases", at: span,
        label: "`\(name)` would be one", help: "write the value out, or put it between quotation marks")
    case .yaml(let problem):
      Diagnostic(.error, "document.yaml", "front matter is YAML: \(problem)", at: span)
    case .frontMatterNotMapping:
      Diagnostic(
        .error, "document.front-matter", "front matter is a mapping of keys to values", at: span,
        help: "write `title: A title`")
    case .frontMatterFence:
      Diagnostic(
        .error, "document.front-matter-fence", "front matter stands between two lines `---` at the top", at: span,
        label: "these settings are read as text", help: "write `---` above the first setting and below the last")
    case .frontMatterKey(let key):
      Diagnostic(
        .error, "document.front-matter-key", "a key of the front matter ends before its colon", at: span,
        label: "`\(key)` has one more")
    case .notMacro(let name):
      Diagnostic(
        .error, "document.macro", "`macros` maps names that start with a backslash to LaTeX", at: span,
        label: "`\(name)` is not of this form", help: #"write `'\RR': '\mathbb{R}'`"#)
    case .verdictPlacement(let word):
      Diagnostic(
        .error, "document.verdicts", "`verdicts` is `inline`, `margin`, `end` or `off`", at: span,
        label: word.map { "not `\($0)`" },
        help: word.flatMap { nearest($0, among: FrontMatter.VerdictPlacement.allCases.map(\.rawValue)) }
          .map { "did you mean `\($0)`?" })
    case .equationJudging(let word):
      Diagnostic(
        .error, "document.equations", "`equations` is `on` or `off`", at: span, label: word.map { "not `\($0)`" })
    case .order(let word):
      Diagnostic(.error, "document.order", "`order` is a number", at: span, label: word.map { "not `\($0)`" })
    case .minimumCoverage:
      Diagnostic(
        .error, "document.min-coverage", "`min-coverage` is a share of the equations, from 0% to 100%", at: span,
        help: "write `min-coverage: 80%`")
    }
  }
}
