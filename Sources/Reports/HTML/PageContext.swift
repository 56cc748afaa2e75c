import Documents
import Results

/// Everything that the blocks of one page are written from.
struct PageContext {
  let document: Document
  let result: NotebookResult?
  let options: HTMLOptions
  let formulas: Formulas
  let references: References
  let typesetter: (any FormulaTypesetter)?
  let assets: (any AssetReading)?
  let figures: Figures
  /// Cell, value and equation results by their index; an index the run did not reach has none.
  let cells: [Int: CellResult]
  let values: [Int: InlineResult]
  /// The results of displays by the index of their formula.
  let equations: [Int: EquationResult]

  init(
    _ document: Document, result: NotebookResult? = nil, options: HTMLOptions,
    typesetter: (any FormulaTypesetter)? = nil, assets: (any AssetReading)? = nil
  ) {
    self.document = document
    self.result = result
    self.options = options
    self.typesetter = typesetter
    self.assets = assets
    formulas = Formulas(document)
    references = References(document, formulas)
    figures = Figures(document, result)
    cells = Dictionary((result?.cells ?? []).map { ($0.index, $0) }) { first, _ in first }
    values = Dictionary((result?.values ?? []).map { ($0.index, $0) }) { first, _ in first }
    equations = Dictionary(zip(document.displays.map(\.index), result?.equations ?? [])) { first, _ in first }
  }
}
