import Documents

/// What the options of a cell say about how it is shown, with Quarto's spellings and defaults.
struct CellOptions {
  var echo: Bool
  var output: Bool
  var fold: Bool
  /// Written above the folded code.
  var summary: String
  var label: String?
  var caption: String?

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
  }
}
