import Diagnostics
import Documents
import Reports
import Testing

/// Blocks by hand, and what `cmark --unsafe` writes for the same Markdown.
@Suite struct CommonMarkHTMLTests {
  @Test(arguments: [
    ([p(t("a < b & \"c\""))], "<p>a &lt; b &amp; &quot;c&quot;</p>\n"),
    ([p(t("a"), i(.softBreak), t("b"), i(.lineBreak), t("c"))], "<p>a\nb<br />\nc</p>\n"),
    (
      [Block(.heading(level: 2, [i(.emphasis([t("x")]))]), span: nowhere, attributes: Attributes(identifier: "x"))],
      "<h2><em>x</em></h2>\n"
    ),
    ([b(.quotation([p(t("a"))]))], "<blockquote>\n<p>a</p>\n</blockquote>\n"),
    ([b(.quotation([]))], "<blockquote>\n</blockquote>\n"),
    (
      [b(.list(List(marker: .bullet, isTight: true, items: [[p(t("a"))], []])))],
      "<ul>\n<li>a</li>\n<li></li>\n</ul>\n"
    ),
    (
      [
        b(
          .list(
            List(
              marker: .ordered(start: 3), isTight: true,
              items: [
                [p(t("a")), b(.list(List(marker: .bullet, isTight: true, items: [[p(t("b"))]])))]
              ])))
      ], "<ol start=\"3\">\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ol>\n"
    ),
    (
      [b(.list(List(marker: .ordered(start: 1), isTight: false, items: [[p(t("a"))]])))],
      "<ol>\n<li>\n<p>a</p>\n</li>\n</ol>\n"
    ),
    (
      [b(.code(CodeBlock(info: "swift startline=3", text: "a<b\n")))],
      "<pre><code class=\"language-swift\">a&lt;b\n</code></pre>\n"
    ),
    ([b(.code(CodeBlock(info: "", text: "x\n")))], "<pre><code>x\n</code></pre>\n"),
    ([b(.html("<div>\n")), b(.rule)], "<div>\n<hr />\n"),
    (
      [p(i(.link(destination: "/a b?x=ä&y='", title: "t\"", [t("l")])))],
      "<p><a href=\"/a%20b?x=%C3%A4&amp;y=&#x27;\" title=\"t&quot;\">l</a></p>\n"
    ),
    (
      [p(i(.image(destination: "x.png", title: "", [i(.strong([t("a<")])), i(.code("b"))])))],
      "<p><img src=\"x.png\" alt=\"a&lt;b\" /></p>\n"
    ),
    ([p(i(.html("<b>")), i(.code("a`<")), i(.html("</b>")))], "<p><b><code>a`&lt;</code></b></p>\n"),
  ])
  func `writes what cmark writes`(blocks: [Block], expected: String) {
    let options = HTMLOptions(allowsUnsafeHTML: true, hasAdditions: false)
    #expect(HTMLReport.fragment(of: document(blocks), options: options) == expected)
  }

  @Test func `survives any depth of nesting`() {
    var block = p(t("x"))
    for _ in 0..<10_000 { block = b(.quotation([block])) }
    let html = HTMLReport.fragment(of: document([block]), options: HTMLOptions(hasAdditions: false))
    #expect(html.hasSuffix("</blockquote>\n"))
  }
}
