import Synchronization

/// The formulas of a notebook that are set already: by an earlier run, for another part of the report, or ahead of time.
package final class FormulaShelf: Sendable {
  let files: TypesettingFiles
  private let engines: KaTeXEngines
  private let cache: FormulaCache?
  private let notebook: String
  private let formulas: Mutex<[FormulaKey: Result<TypesetFormula, FormulaError>]>
  /// What the cache held of the notebook.
  private let kept: Set<FormulaKey>

  fileprivate init(_ press: FormulaPress, notebook: String) {
    files = press.files
    engines = press.engines
    cache = press.cache
    self.notebook = notebook
    let found = cache?.formulas(of: notebook) ?? [:]
    kept = Set(found.keys)
    formulas = Mutex(found.mapValues { .success($0) })
  }

  /// The formula, set now if it was not before.
  func formula(_ key: FormulaKey) -> Result<TypesetFormula, FormulaError> {
    if let known = formulas.withLock({ $0[key] }) { return known }
    let result = set(key)
    formulas.withLock { $0[key] = result }
    return result
  }

  /// Whether the formula is set already, so that asking for it takes no time.
  package func contains(tex: String, display: Bool) -> Bool {
    formulas.withLock { $0[FormulaKey(tex: tex, display: display)] != nil }
  }

  private func set(_ key: FormulaKey) -> Result<TypesetFormula, FormulaError> {
    guard key.tex.utf8.count <= KaTeX.longestFormula else {
      return .failure(FormulaError(message: "it is longer than \(KaTeX.longestFormula) bytes"))
    }
    return engines.html(for: key.tex, display: key.display).flatMap { html in
      guard html.utf8.count <= KaTeX.longestHTML else {
        return .failure(FormulaError(message: "it becomes longer than \(KaTeX.longestHTML) bytes"))
      }
      return .success(TypesetFormula(html: html, classes: ClassNames.attributes(in: html).joined(separator: "\n")))
    }
  }

  /// Keeps `used` for the next run, unless that is what there is.
  func keep(_ used: [FormulaKey: TypesetFormula]) {
    guard let cache, used.keys.contains(where: { !kept.contains($0) }) else { return }
    let ordered = used.sorted { ($0.key.tex, $0.key.display ? 1 : 0) < ($1.key.tex, $1.key.display ? 1 : 0) }
    cache.keep(ordered.map { ($0.key, $0.value) }, of: notebook)
  }
}

/// What all notebooks of a run set their formulas with.
package final class FormulaPress: Sendable {
  let files: TypesettingFiles
  let engines: KaTeXEngines
  let cache: FormulaCache?

  /// - Parameter cacheDirectory: where formulas that were set are kept; nil for nowhere
  package init(files: TypesettingFiles, cacheDirectory: String? = nil) {
    self.files = files
    engines = KaTeXEngines(files: files)
    cache = cacheDirectory.flatMap { directory in
      files.script.map { FormulaCache(directory: directory, engine: [$0, Array(FormulaMarkup.driver.utf8)]) }
    }
  }

  /// The formulas of the notebook at `path`.
  package func shelf(for path: String) -> FormulaShelf { FormulaShelf(self, notebook: path) }
}
