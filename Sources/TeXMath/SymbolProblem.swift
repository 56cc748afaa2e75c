extension Symbol {
  /// What keeps `tex` from being a name, however it is dressed: `a^{x,l}_j`, `h_\Theta(x)`, `\Delta \vec{W}^l`, `w_1, …, w_4`.
  ///
  /// Braces are closed, and indices have something that they belong to and something that they say, each once.
  package static func problem(in tex: String) -> FormulaProblem? {
    let tokens = FormulaToken.scan(tex)
    let end = tex.utf8.count
    guard !tokens.isEmpty else { return FormulaProblem(message: "a symbol stands between the dollars", range: 0..<end) }
    var open: [FormulaToken] = []
    /// The scripts that the symbol before already has.
    var scripts: [String] = []
    var base: FormulaToken?
    for (index, token) in tokens.enumerated() {
      let before = index > 0 ? tokens[index - 1] : nil
      if let before, ["_", "^"].contains(before.text), token.kind == .close || ["_", "^", "'"].contains(token.text) {
        return FormulaProblem(message: "an index is missing behind `\(before.text)`", range: before.range)
      }
      if token.kind == .close, before?.kind == .open, index > 1, ["_", "^"].contains(tokens[index - 2].text) {
        return FormulaProblem(
          message: "an index is missing behind `\(tokens[index - 2].text)`", range: tokens[index - 2].range)
      }
      switch token.text {
      case "{":
        open.append(token)
        if before.map({ !["_", "^"].contains($0.text) }) ?? true { (base, scripts) = (nil, []) }
      case "}":
        guard open.popLast() != nil else {
          return FormulaProblem(message: "`}` closes nothing", range: token.range)
        }
        base = token
      case "_", "^":
        guard base != nil else {
          return FormulaProblem(message: "`\(token.text)` has no symbol before it", range: token.range)
        }
        guard !scripts.contains(token.text) || !open.isEmpty else {
          return FormulaProblem(message: "a second `\(token.text)` on the same symbol", range: token.range)
        }
        if open.isEmpty { scripts.append(token.text) }
      default:
        base = token
        if open.isEmpty, before.map({ !["_", "^"].contains($0.text) }) ?? true { scripts = [] }
      }
    }
    if let opening = open.last { return FormulaProblem(message: "`{` is not closed by `}`", range: opening.range) }
    if let last = tokens.last, ["_", "^"].contains(last.text) {
      return FormulaProblem(message: "an index is missing behind `\(last.text)`", range: last.range)
    }
    return nil
  }
}
