import Diagnostics

/// The inlines of a block, and the attributes that stand at their end.
struct Words {
  var inlines: [Inline] = []
  var attributes: Attributes?

  var isAttributesOnly: Bool { inlines.isEmpty && attributes != nil }

  var isCaption: Bool {
    guard case .text(let text)? = inlines.first?.kind else { return false }
    return text.hasPrefix(": ")
  }

  var withoutCaptionColon: [Inline] {
    guard case .text(let text)? = inlines.first?.kind else { return inlines }
    let rest = String(text.dropFirst(2).drop { $0 == " " })
    return (rest.isEmpty ? [] : [Inline(.text(rest), span: inlines[0].span)]) + inlines.dropFirst()
  }

  /// For blocks that have no attributes: the braces are text.
  func withAttributesAsText(in source: SourceText) -> [Inline] {
    guard let span = attributes?.span else { return inlines }
    let braces = source[span]
    guard case .text(let text)? = inlines.last?.kind else { return inlines + [Inline(.text(braces))] }
    return inlines.dropLast() + [Inline(.text(text + " " + braces))]
  }
}

extension [Inline] {
  /// Without the blanks and line breaks at both ends.
  var trimmed: [Inline] {
    var result = self
    while let first = result.first {
      if case .text(let text) = first.kind {
        let rest = text.drop { $0 == " " || $0 == "\t" }
        if !rest.isEmpty {
          if rest.count < text.count { result[0] = Inline(.text(String(rest)), span: first.span) }
          break
        }
      } else if !first.isBreak {
        break
      }
      result.removeFirst()
    }
    while let last = result.last {
      if case .text(let text) = last.kind {
        var rest = text
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
        if !rest.isEmpty {
          result[result.count - 1] = Inline(.text(rest), span: last.span)
          break
        }
      } else if !last.isBreak {
        break
      }
      result.removeLast()
    }
    return result
  }
}

extension Inline {
  var isBreak: Bool {
    switch kind {
    case .softBreak, .lineBreak: true
    default: false
    }
  }
}
