import Diagnostics

extension HTMLRenderer {
  /// A local picture becomes part of the page; one from elsewhere a link, for a report asks nothing of any server.
  mutating func writeImage(_ destination: String, title: String, alternative: String, at span: SourceSpan?) {
    let alternativeText = HTMLEscaping.text(alternative)
    let titleAttribute = title.isEmpty ? "" : " title=\"\(HTMLEscaping.text(title))\""
    guard options.hasAdditions else {
      html += "<img src=\"\(safe(destination))\" alt=\"\(alternativeText)\"\(titleAttribute) />"
      return
    }
    let shown = alternative.isEmpty ? HTMLEscaping.text(destination) : alternativeText
    switch Destination(destination) {
    case .elsewhere:
      if destination.lowercased().hasPrefix("data:image/"), !HTMLEscaping.isDangerous(destination) {
        html += "<img src=\"\(HTMLEscaping.destination(destination))\" alt=\"\(alternativeText)\"\(titleAttribute) />"
      } else {
        html += "<a href=\"\(safe(destination))\"\(titleAttribute)>\(shown)</a>"
      }
    case .here: writeMissing(shown)
    case .outside: report(.outside, destination, shown: shown, at: span)
    case .file(let path, _):
      guard let assets = page.assets else { return writeMissing(shown) }
      switch assets.bytes(at: path) {
      case .failure(let problem): report(problem, destination, shown: shown, at: span)
      case .success(let bytes):
        guard let url = ImageFormat.dataURL(of: bytes) else {
          return report(nil, destination, shown: shown, at: span)
        }
        html += "<img src=\"\(url)\" alt=\"\(alternativeText)\"\(titleAttribute) />"
      }
    }
  }

  private mutating func report(_ problem: AssetProblem?, _ destination: String, shown: String, at span: SourceSpan?) {
    if let span { diagnostics.append(ImageDiagnostic.diagnostic(for: problem, destination, at: span)) }
    writeMissing(shown)
  }

  private mutating func writeMissing(_ shown: String) { html += "<span class=\"missing-image\">\(shown)</span>" }
}

/// The words for a picture that cannot be shown.
enum ImageDiagnostic {
  /// - Parameter problem: nil where the file is there, but is no picture that a page can hold
  static func diagnostic(for problem: AssetProblem?, _ destination: String, at span: SourceSpan) -> Diagnostic {
    switch problem {
    case .missing:
      Diagnostic(
        .warning, "report.missing-image", "there is no file `\(destination)`", at: span,
        help: "paths start at the notebook's own folder")
    case .outside:
      Diagnostic(
        .warning, "report.path-outside", "`\(destination)` leaves the notebook's folder", at: span,
        help: "a notebook shows only files beneath its own folder: copy the picture there")
    case .tooLarge:
      Diagnostic(.warning, "report.large-image", "`\(destination)` is too large to be part of a page", at: span)
    case nil:
      Diagnostic(
        .warning, "report.unreadable-image", "`\(destination)` is no picture that a page can show", at: span,
        help: "PNG, JPEG, GIF, WebP and well-formed SVG can be shown")
    }
  }
}
