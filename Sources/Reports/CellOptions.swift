import Documents
import Results

/// What the options of a cell say about how it is shown, with Quarto's spellings and defaults.
struct CellOptions {
  var echo: Bool
  var output: Bool
  var fold: Bool
  /// Written above the folded code.
  var summary: String?
  var label: String?
  var caption: String?
  /// What is said of a picture to those who cannot see it.
  var alternative: String?
  private var isFigure: Bool

  init(_ cell: Cell) {
    func isOn(_ key: String, default value: Bool) -> Bool {
      switch cell[key]?.value.lowercased() {
      case "true", "yes", "on": true
      case "false", "no", "off": false
      default: value
      }
    }
    let isIncluded = isOn("include", default: true)
    echo = isIncluded && isOn("echo", default: true)
    output = isIncluded && isOn("output", default: true)
    fold = isOn("code-fold", default: false)
    summary = cell["code-summary"]?.value
    label = cell["label"]?.value
    caption = cell["tbl-cap"]?.value ?? cell["fig-cap"]?.value
    alternative = cell["fig-alt"]?.value
    isFigure = cell["tbl-cap"] == nil && (label?.hasPrefix("fig-") == true || cell["fig-cap"] != nil)
  }

  enum Captioned { case array, picture }

  /// What the caption and the number belong to: the one output of this kind; nil where they head several, or none.
  func captioned(in outputs: [Output]) -> Captioned? {
    let pictures = outputs.count { if case .picture = $0 { true } else { false } }
    let arrays = outputs.count { if case .array = $0 { true } else { false } }
    if pictures == 0 || !isFigure && arrays > 0 { return arrays == 1 ? .array : nil }
    return pictures == 1 ? .picture : nil
  }
}
