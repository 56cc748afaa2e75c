import Diagnostics
import Documents

extension [Inline] {
  /// The words alone, as the alternative text of an image or a page's title has them.
  var plainText: String {
    var result = ""
    var rest = [Inline](reversed())
    while let inline = rest.popLast() {
      switch inline.kind {
      case .text(let text), .code(let text), .html(let text): result += text
      case .softBreak, .lineBreak: result += " "
      case .emphasis(let content), .strong(let content), .link(_, _, let content), .image(_, _, let content):
        rest.append(contentsOf: content.reversed())
      case .maths(let maths): result += maths.tex.text
      case .value(let value): result += value.text.text
      case .reference, .footnoteReference: break
      }
    }
    return result
  }
}
