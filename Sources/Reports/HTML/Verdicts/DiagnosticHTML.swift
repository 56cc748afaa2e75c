import Diagnostics
import Documents
import Results

/// What went wrong in a cell, below what it showed.
enum DiagnosticHTML {
  static func html(for placed: PlacedDiagnostic, _ page: PageContext) -> String {
    let diagnostic = placed.diagnostic
    let notebook = page.result?.notebook ?? page.document.source.name
    let excerpt = DiagnosticText.lines(of: placed, notebook: notebook).map(HTMLEscaping.text).joined(separator: "\n")
    let help =
      diagnostic.help.map { "<p class=\"help\"><strong>\(page.language[.help])</strong> \(marked($0))</p>\n" } ?? ""
    return "<div class=\"diagnostic \(diagnostic.severity.rawValue)\" id=\"\(anchor(of: placed))\">\n"
      + headline(of: diagnostic, page) + "<pre tabindex=\"0\">\(excerpt)</pre>\n\(help)</div>\n"
  }

  /// Of several that say the same, a line for each place.
  static func html(for group: ArraySlice<PlacedDiagnostic>, _ page: PageContext) -> String {
    let diagnostic = group[group.startIndex].diagnostic
    let places = group.map { placed in
      "<dt id=\"\(anchor(of: placed))\"><code>\(HTMLEscaping.text(DiagnosticText.line(of: placed)))</code></dt>\n"
        + "<dd>\(marked(DiagnosticText.remarks(on: placed)))</dd>\n"
    }
    return "<div class=\"diagnostic \(diagnostic.severity.rawValue)\">\n" + headline(of: diagnostic, page)
      + "<dl>\n\(places.joined())</dl>\n</div>\n"
  }

  private static func headline(of diagnostic: Diagnostic, _ page: PageContext) -> String {
    let word = HTMLEscaping.text(page.language[diagnostic.severity.word])
    return "<p class=\"headline\"><strong>\(word)</strong> <code>\(HTMLEscaping.text(diagnostic.code))</code> "
      + "\(marked(diagnostic.message))</p>\n"
  }

  static func anchor(of placed: PlacedDiagnostic) -> String {
    "diagnostic-\(placed.start.line)-\(placed.start.column)-\(HTMLEscaping.text(placed.diagnostic.code))"
  }

  /// Names in backticks as code.
  static func marked(_ text: String) -> String {
    let pieces = text.split(separator: "`", omittingEmptySubsequences: false)
    return pieces.enumerated().map { index, piece in
      index % 2 == 1 && index < pieces.count - 1 ? "<code>\(HTMLEscaping.text(piece))</code>" : HTMLEscaping.text(piece)
    }.joined()
  }
}
