import CJavaScriptCore

/// KaTeX, run while the report is made, so that the page needs no script.
///
/// Writes HTML for the eye and MathML for screen readers. The engine starts with the first formula.
package final class KaTeX: FormulaTypesetter {
  private let files: TypesettingFiles
  private lazy var engine = Engine(files: files)

  package init(files: TypesettingFiles) { self.files = files }

  package func html(for tex: String, display: Bool) -> Result<String, FormulaError> {
    guard let engine else {
      return .failure(FormulaError(message: "KaTeX could not be loaded from `\(files.directory)`"))
    }
    guard tex.utf8.count <= Self.longestFormula else {
      return .failure(FormulaError(message: "it is longer than \(Self.longestFormula) bytes"))
    }
    return engine.html(for: tex, display: display)
  }

  package func styleSheet(for html: String) -> String {
    let classes = ClassNames.used(in: html)
    guard classes.contains("katex"), let sheet = files.styleSheet else { return "" }
    return KaTeXStyleSheet.reduced(sheet, to: classes, font: files.font)
  }

  /// No formula that a reader can take in comes near.
  static let longestFormula = 50_000

  private final class Engine {
    let context = JavaScriptContext()
    let render: JSValueRef

    init?(files: TypesettingFiles) {
      guard let script = files.script, context.evaluate(script) != nil,
        let render = context.evaluate(Self.driver)
      else { return nil }
      self.render = render
    }

    func html(for tex: String, display: Bool) -> Result<String, FormulaError> {
      guard let answer = context.call(render, [context.value(tex), context.value(display)]) else {
        return .failure(FormulaError(message: "the formula is nested too deeply"))
      }
      if let html = context.string("html", of: answer) { return .success(html) }
      let message = context.string("message", of: answer) ?? "KaTeX gave no reason"
      return .failure(
        FormulaError(
          message: Self.reason(in: message), position: context.number("position", of: answer).map { Int($0) }))
    }

    /// KaTeX's message without its title and its excerpt: the diagnostic shows the place itself.
    private static func reason(in message: String) -> String {
      var reason = Substring(message)
      if reason.hasPrefix("KaTeX parse error: ") { reason = reason.dropFirst("KaTeX parse error: ".count) }
      for mark in [" at position ", " at end of input"] {
        if let start = reason.firstRange(of: mark)?.lowerBound { reason = reason[..<start] }
      }
      if message.hasPrefix("Maximum call stack") { return "the formula is nested too deeply" }
      return reason.prefix(1).lowercased() + reason.dropFirst()
    }

    /// Sizes are in em; the expansions are those of `\def` in the formula itself, for ours are expanded before.
    static let driver = """
      (function (tex, display) {
        try {
          return { html: katex.renderToString(tex, { displayMode: display, output: "htmlAndMathml", trust: false,
            strict: false, throwOnError: true, maxExpand: 1000, maxSize: 50 }) };
        } catch (error) {
          return { message: String(error.message), position: error.position };
        }
      })
      """
  }
}
