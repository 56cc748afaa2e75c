import CJavaScriptCore

/// KaTeX, run while the report is made, so that the page needs no script.
///
/// Writes HTML for the eye and MathML for screen readers. The engine starts with the first formula that the cache does not
/// hold.
package final class KaTeX: FormulaTypesetter {
  private let files: TypesettingFiles
  private let cacheDirectory: String?
  private lazy var script = files.script
  private lazy var engine = Engine(script)
  private lazy var cache = cacheDirectory.flatMap { directory in
    script.map { FormulaCache(directory: directory, engine: [$0, Engine.driver]) }
  }

  /// - Parameter cacheDirectory: where formulas that were set are kept; nil for nowhere
  package init(files: TypesettingFiles, cacheDirectory: String? = nil) {
    self.files = files
    self.cacheDirectory = cacheDirectory
  }

  package func html(for tex: String, display: Bool) -> Result<String, FormulaError> {
    guard tex.utf8.count <= Self.longestFormula else {
      return .failure(FormulaError(message: "it is longer than \(Self.longestFormula) bytes"))
    }
    if let html = cache?.html(for: tex, display: display) { return .success(html) }
    guard let engine else {
      return .failure(FormulaError(message: "KaTeX could not be loaded from `\(files.directory)`"))
    }
    let result = engine.html(for: tex, display: display)
    guard case .success(let html) = result else { return result }
    guard html.utf8.count <= Self.longestHTML else {
      return .failure(FormulaError(message: "it becomes longer than \(Self.longestHTML) bytes"))
    }
    cache?.keep(html, for: tex, display: display)
    return result
  }

  package func styleSheet(for html: String) -> String {
    let classes = ClassNames.used(in: html)
    guard classes.contains("katex"), let sheet = files.styleSheet else { return "" }
    return KaTeXStyleSheet.reduced(sheet, to: classes, font: files.font)
  }

  /// No formula that a reader can take in comes near.
  static let longestFormula = 50_000
  /// Of what a formula becomes, in bytes: a short one can stand for millions of letters.
  static let longestHTML = 2_000_000

  /// In seconds of the processor. A long formula takes some hundredths; some short ones would take for ever.
  static let timeLimit = 2.0

  private final class Engine {
    let context = JavaScriptContext(timeLimit: KaTeX.timeLimit)
    let render: JSValueRef

    init?(_ script: String?) {
      guard let script, context.evaluate(script) != nil,
        let render = context.evaluate(Self.driver)
      else { return nil }
      self.render = render
      context.keep(render)
    }

    func html(for tex: String, display: Bool) -> Result<String, FormulaError> {
      let answer: JSObjectRef
      do throws(JavaScriptContext.Failure) {
        answer = try context.call(render, [context.value(tex), context.value(display)])
      } catch {
        let message =
          error == .outOfTime
          ? "it takes longer than \(Int(KaTeX.timeLimit)) seconds" : "the formula is nested too deeply"
        return .failure(FormulaError(message: message))
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
