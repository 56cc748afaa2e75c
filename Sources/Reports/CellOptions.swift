import Documents
import Results

/// What the options of a cell say about how it is shown, with Quarto's spellings and defaults.
struct CellOptions {
  var echo: Bool
  var output: Bool
  var fold: Bool
  /// Written above the folded code.
  var summary: String
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
    summary = cell["code-summary"]?.value ?? "Code"
    label = cell["label"]?.value
    caption = cell["tbl-cap"]?.value ?? cell["fig-cap"]?.value
    alternative = cell["fig-alt"]?.value
    isFigure = cell["tbl-cap"] == nil && (label?.hasPrefix("fig-") == true || cell["fig-cap"] != nil)
  }

  /// Which of the outputs the caption and the number belong to; nil where they head several, or none.
  func captioned(in outputs: [Output]) -> Int? {
    let pictures = outputs.indices.filter { if case .picture = outputs[$0] { true } else { false } }
    let arrays = outputs.indices.filter { if case .array = outputs[$0] { true } else { false } }
    let candidates = pictures.isEmpty || !isFigure && !arrays.isEmpty ? arrays : pictures
    return candidates.count == 1 ? candidates[0] : nil
  }
}
