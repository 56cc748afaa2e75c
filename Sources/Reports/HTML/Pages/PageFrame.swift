/// What stands around the text of a page.
enum PageFrame {
  /// Nothing but what the page itself holds: styles, fonts and pictures in `data:` form.
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"

  static func page(title: String, language: String, body: String, styles: [String]) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(HTMLEscaping.text(language))">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="generator" content="Nabla">
    <title>\(HTMLEscaping.text(title))</title>
    <style>
    \(styles.filter { !$0.isEmpty }.joined(separator: "\n"))
    </style>
    </head>
    <body>
    \(body)
    </body>
    </html>

    """
  }

  /// The list of contents stands twice, beside the text for wide windows and folded above it for narrow ones: without
  /// a script, a page cannot unfold it by the width of the window.
  ///
  /// - Parameter neighbours: the ways to the reports before and after
  static func body(
    header: String, contents: TableOfContents?, main: String, neighbours: String = "", _ language: Language
  ) -> String {
    let contents = contents.flatMap { $0.isEmpty ? nil : $0.html } ?? ""
    let beside =
      contents.isEmpty
      ? ""
      : "<nav class=\"contents beside\" aria-label=\"\(language[.contents])\">\n<p>\(language[.contents])</p>\n\(contents)</nav>\n"
    let folded =
      contents.isEmpty
      ? ""
      : "<nav class=\"contents folded\" aria-label=\"\(language[.contents])\">\n<details><summary>\(language[.contents])</summary>\n\(contents)</details>\n</nav>\n"
    return """
      <a class="skip" href="#text">\(language[.skip])</a>
      <div class="sheet\(contents.isEmpty ? "" : " with-contents")">
      <header>
      \(header)</header>
      \(beside)\(folded)<main id="text">
      \(main)</main>
      \(neighbours)<footer><p>\(language[.colophon])</p></footer>
      </div>
      """
  }
}
