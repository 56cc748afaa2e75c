import Documents
import Results

/// Everything that the blocks of one page are written from.
struct PageContext {
  let document: Document
  let language: Language
  let result: NotebookResult?
  let options: HTMLOptions
  let formulas: Formulas
  let references: References
  let typesetter: (any FormulaTypesetter)?
  let assets: (any AssetReading)?
  let figures: Figures
  /// Whether plots and drawings are made.
  var drawsPictures = true
  /// Cell, value and equation results by their index; an index the run did not reach has none.
  let cells: [Int: CellResult]
  let values: [Int: InlineResult]
  /// The results of displays by the index of their formula.
  let equations: [Int: EquationResult]
  private let untranslated: Set<String>
  /// The identifiers that displays have in braces, by the index of their formula.
  private let identifiers: [Int: String]

  init(
    _ document: Document, result: NotebookResult? = nil, options: HTMLOptions,
    typesetter: (any FormulaTypesetter)? = nil, assets: (any AssetReading)? = nil
  ) {
    self.document = document
    let language = Language.named(document.frontMatter.language)
    untranslated = result?.untranslated(language) ?? []
    let result = result?.translated(language)
    self.language = language
    self.result = result
    self.options = options
    self.typesetter = typesetter
    self.assets = assets
    formulas = Formulas(document)
    references = References(document, formulas, language)
    figures = Figures(document, result, language)
    cells = Dictionary((result?.cells ?? []).map { ($0.index, $0) }) { first, _ in first }
    values = Dictionary((result?.values ?? []).map { ($0.index, $0) }) { first, _ in first }
    let displays = document.displays
    equations = Dictionary(zip(displays.map(\.index), result?.equations ?? [])) { first, _ in first }
    identifiers = Dictionary(
      displays.compactMap { maths in maths.attributes.identifier.map { (maths.index, $0) } }
    ) { first, _ in first }
  }

  /// ` lang="en"` for a sentence of ours that this page has in English: what a reader's voice is told.
  func english(_ text: String) -> String { untranslated.contains(text) ? " lang=\"en\"" : "" }

  /// Every label of a display and its rows; the first one is that of the whole.
  func labels(ofDisplay index: Int) -> [String] {
    let labels = (formulas.prepared[index]?.numbers ?? []).flatMap(\.labels)
    guard let identifier = identifiers[index], !labels.contains(identifier) else { return labels }
    return [identifier] + labels
  }

  /// The identifier of a display on the page.
  func anchor(ofDisplay index: Int) -> String { labels(ofDisplay: index).first ?? "equation-\(index + 1)" }
}
