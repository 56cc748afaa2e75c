import Documents

/// Places that references lead to, as GitHub knows them: an empty `<a id="…">`, for each label that is referred to.
struct MarkdownAnchors {
  private let referenced: Set<String>

  init(_ document: Document, _ formulas: Formulas) {
    var labels: Set<String> = []
    for case .reference(let label) in document.references.map(\.kind) { labels.insert(label) }
    for formula in formulas.prepared.values {
      if let reference = formula.reference { labels.insert(reference.label) }
    }
    referenced = labels
  }

  /// Nothing for labels that nothing refers to.
  func anchors(for labels: [String]) -> String {
    labels.filter(referenced.contains).map { "<a id=\"\(HTMLEscaping.text($0))\"></a>" }.joined()
  }

  /// A reference, as a link to its place.
  static func link(to label: String, _ text: String) -> String {
    "[\(MarkdownEscaping.text(text))](#\(HTMLEscaping.destination(label)))"
  }
}
