import Documents
import Results

/// The pictures of a notebook, each with what tells it from the others in every report.
struct Figures {
  struct Figure {
    var picture: Picture
    /// `fig-3` for the third: what its identifiers and classes begin with.
    var prefix: String
    /// What its file is called, after the notebook's name: the label of its cell, or else its prefix.
    var name: String
    /// What the author says instead of the description.
    var alternative: String?
    var language: Language

    var drawing: PictureSVG {
      PictureSVG(picture: picture, prefix: prefix, alternative: alternative, language: language)
    }
  }
  /// For each cell, by its index, the figures among its outputs in order.
  private var figures: [Int: [Figure]] = [:]

  init(_ document: Document, _ result: NotebookResult?, _ language: Language) {
    let options = Dictionary(document.cells.map { ($0.index, CellOptions($0)) }) { first, _ in first }
    var count = 0
    var names: Set<String> = []
    for cell in result?.cells ?? [] {
      for case .picture(let picture) in cell.outputs {
        count += 1
        let prefix = "fig-\(count)"
        let options = options[cell.index]
        var name = options?.label.map(Self.fileName) ?? prefix
        while !names.insert(name).inserted { name += "-\(count)" }
        figures[cell.index, default: []].append(
          Figure(
            picture: picture, prefix: prefix, name: name, alternative: options?.alternative,
            language: language))
      }
    }
  }

  func inCell(_ index: Int) -> [Figure] { figures[index] ?? [] }

  /// A label as part of the name of a file.
  private static func fileName(_ label: String) -> String {
    String(label.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
