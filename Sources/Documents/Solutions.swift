import Diagnostics

extension Document {
  /// The document as those see it who are to find the solutions themselves. Formulas, cells and values keep their
  /// indices.
  package var withoutSolutions: Document {
    var document = self
    document.blocks = document.blocks.withoutSolutions(leavingOut: &document.omissions)
    return document
  }
}

extension [Block] {
  fileprivate func withoutSolutions(leavingOut omissions: inout [Document.Omission]) -> [Block] {
    var kept: [Block] = []
    for var block in self {
      switch block.kind {
      case .exercise(let exercise) where exercise.kind == .solution:
        omissions.append(Document.Omission(span: block.span, labels: [block].labels))
        continue
      case .exercise(var exercise):
        exercise.blocks = exercise.blocks.withoutSolutions(leavingOut: &omissions)
        block.kind = .exercise(exercise)
      case .quotation(let blocks):
        block.kind = .quotation(blocks.withoutSolutions(leavingOut: &omissions))
      case .division(let blocks):
        block.kind = .division(blocks.withoutSolutions(leavingOut: &omissions))
      case .footnote(let label, let blocks):
        block.kind = .footnote(label: label, blocks.withoutSolutions(leavingOut: &omissions))
      case .callout(var callout):
        callout.blocks = callout.blocks.withoutSolutions(leavingOut: &omissions)
        block.kind = .callout(callout)
      case .list(var list):
        for i in list.items.indices { list.items[i] = list.items[i].withoutSolutions(leavingOut: &omissions) }
        block.kind = .list(list)
      case .paragraph, .heading, .code, .html, .rule, .table, .cell, .equation: break
      }
      kept.append(block)
    }
    return kept
  }

  /// What references can lead to in them.
  private var labels: [String] {
    everyBlock.flatMap { block -> [String] in
      var labels = block.attributes.identifier.map { [$0] } ?? []
      switch block.kind {
      case .cell(let cell): if let label = cell["label"] { labels.append(label.value) }
      case .equation(let maths):
        labels += maths.attributes.identifier.map { [$0] } ?? []
        for part in maths.tex.text.split(separator: "\\label{").dropFirst() {
          labels.append(String(part.prefix { $0 != "}" }))
        }
      default: break
      }
      return labels
    }
  }
}
