import Diagnostics

extension [Block] {
  /// Gives each heading an identifier: its own, or one made of its words by GitHub's rule, with `-1`, `-2` behind
  /// those that are taken.
  mutating func nameHeadings() {
    var taken: Set<String> = []
    var counts: [String: Int] = [:]
    for block in self.everyBlock { if let identifier = block.attributes.identifier { taken.insert(identifier) } }
    change { block in
      guard case .heading(_, let words) = block.kind, block.attributes.identifier == nil else { return }
      let slug = words.slug
      var name = slug
      while taken.contains(name) {
        let count = counts[slug, default: 0] + 1
        counts[slug] = count
        name = "\(slug)-\(count)"
      }
      taken.insert(name)
      block.attributes.identifier = name
    }
  }

  private mutating func change(_ body: (inout Block) -> Void) {
    for i in indices {
      body(&self[i])
      switch self[i].kind {
      case .quotation(var blocks):
        blocks.change(body)
        self[i].kind = .quotation(blocks)
      case .list(var list):
        for k in list.items.indices { list.items[k].change(body) }
        self[i].kind = .list(list)
      case .callout(var callout):
        callout.blocks.change(body)
        self[i].kind = .callout(callout)
      case .exercise(var exercise):
        exercise.blocks.change(body)
        self[i].kind = .exercise(exercise)
      case .division(var blocks):
        blocks.change(body)
        self[i].kind = .division(blocks)
      case .footnote(let label, var blocks):
        blocks.change(body)
        self[i].kind = .footnote(label: label, blocks)
      case .paragraph, .heading, .code, .html, .rule, .table, .cell, .equation: break
      }
    }
  }
}

extension [Inline] {
  /// `chain-rule` of `Chain rule!`: letters, digits, hyphens and underscores, in lower case, blanks as hyphens.
  var slug: String {
    var result = String.UnicodeScalarView()
    for scalar in plainText.lowercased().unicodeScalars {
      let properties = scalar.properties
      if scalar == " " {
        result.append("-")
      } else if scalar == "-" || scalar == "_" || properties.isAlphabetic || properties.numericType != nil
        || properties.isJoinControl || properties.isGraphemeExtend
      {
        result.append(scalar)
      }
    }
    return result.isEmpty ? "section" : String(result)
  }

  /// The words without their markup.
  package var plainText: String {
    map { inline in
      switch inline.kind {
      case .text(let text), .code(let text): text
      case .softBreak, .lineBreak: " "
      case .html, .footnoteReference: ""
      case .emphasis(let words), .strong(let words), .link(_, _, let words), .image(_, _, let words): words.plainText
      case .maths(let maths): maths.tex.text
      case .value(let value): value.text.text
      case .reference(let label): label
      }
    }.joined()
  }
}
