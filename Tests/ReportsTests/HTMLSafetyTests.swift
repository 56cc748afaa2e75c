import Diagnostics
import Documents
import Reports
import Testing

@Suite struct HTMLSafetyTests {
  @Test(arguments: [
    (
      "<script>alert(1)</script>",
      "<pre tabindex=\"0\"><code class=\"language-html\">&lt;script&gt;alert(1)&lt;/script&gt;"
    ),
    ("a <img src=x onerror=alert(1)>", "<p>a &lt;img src=x onerror=alert(1)&gt;</p>"),
    ("<!-- a note to myself -->", ""),
    ("[a](javascript:alert(1))", "<a href=\"\">a</a>"),
    ("[a](JaVaScRiPt:alert(1))", "<a href=\"\">a</a>"),
    ("[a](java&#10;script:alert(1))", "<a href=\"java%0Ascript:alert(1)\">a</a>"),
    ("[a](data:text/html,x)", "<a href=\"\">a</a>"),
    ("[a](file:///etc/passwd)", "<a href=\"\">a</a>"),
    ("![a](javascript:x)", "<a href=\"\">a</a>"),
    ("![a](https://example.org/x.png)", "<a href=\"https://example.org/x.png\">a</a>"),
    ("![a](//example.org/x.png)", "<a href=\"//example.org/x.png\">a</a>"),
    ("[a](other.md)", "<a href=\"other.html\">a</a>"),
    ("[a](sub/other.md#part)", "<a href=\"sub/other.html#part\">a</a>"),
    ("[a](https://example.org/other.md)", "<a href=\"https://example.org/other.md\">a</a>"),
    ("![a](x.png \"t\")", "<img src=\"data:image/png;base64,iVBORwA=\" alt=\"a\" title=\"t\" />"),
    ("![a](./sub/../x%2Epng)", "<img src=\"data:image/png;base64,iVBORwA=\" alt=\"a\" />"),
    ("![a](x.svg)", "<img src=\"data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=\" alt=\"a\" />"),
    ("![a](text.png)", "<span class=\"missing-image\">a</span>"),
  ])
  func `nothing of the notebook acts`(markdown: String, expected: String) {
    let assets = HandmadeAssets(files: [
      "x.png": [0x89, 0x50, 0x4E, 0x47, 0x00], "x.svg": Array("<svg><script>x</script></svg>".utf8), "text.png": [0x41],
    ])
    let page = HTMLReport.render(document(reading: markdown), nil, assets: assets)
    let text = main(of: page.value)
    #expect(expected.isEmpty ? text.isEmpty : text.contains(expected), "\(text)")
  }

  @Test func `raw HTML and any link work for readers who trust the notebook`() {
    let page = HTMLReport.render(
      document(reading: "<b>x</b> [a](javascript:x)"), nil, options: HTMLOptions(allowsUnsafeHTML: true))
    #expect(main(of: page.value) == "<p><b>x</b> <a href=\"javascript:x\">a</a></p>\n")
  }

  @Test func `the page holds no script and asks nothing of any server`() {
    let page = HTMLReport.render(document(reading: "# T\n\ntext"), nil).value
    #expect(page.contains("default-src 'none'"))
    for word in ["<script", "http:", "https:", "<link", "@import"] { #expect(!page.contains(word)) }
  }
}
