import Reports
import Testing

@Suite struct SVGFilterTests {
  @Test(arguments: [
    (#"<svg><script>alert(1)</script><path d="M0 0"/></svg>"#, #"<svg><path d="M0 0"/></svg>"#),
    (#"<svg><SCRIPT>alert(1)</SCRIPT></svg>"#, "<svg></svg>"),
    (#"<svg><g><script><g>x</g></script></g></svg>"#, "<svg><g></g></svg>"),
    (#"<svg onload="x()" ONCLICK='y()' width="3"></svg>"#, #"<svg width="3"></svg>"#),
    (#"<svg><a xlink:href="javascript:x()"><text>t</text></a></svg>"#, "<svg></svg>"),
    (
      ##"<svg><use xlink:href="#a"/><use href="https://x/y.svg#a"/></svg>"##,
      ##"<svg><use xlink:href="#a"/><use/></svg>"##
    ),
    (
      #"<svg><image href="data:image/png;base64,AA"/><image href="data:image/svg+xml;base64,AA"/></svg>"#,
      #"<svg><image href="data:image/png;base64,AA"/><image/></svg>"#
    ),
    (#"<svg><foreignObject><body xmlns="h"/></foreignObject></svg>"#, "<svg></svg>"),
    (##"<svg><rect style="fill:url(https://x/)" fill="url(#g)"/></svg>"##, ##"<svg><rect fill="url(#g)"/></svg>"##),
    (#"<svg><rect style="fill:u\72l(x)"/><rect fill="URL( 'http://x' )"/></svg>"#, "<svg><rect/><rect/></svg>"),
    ("<svg><style>@import url(x);</style></svg>", "<svg><style></style></svg>"),
    ("<svg><style>a{fill:red}</style></svg>", "<svg><style>a{fill:red}</style></svg>"),
    (
      "<!DOCTYPE svg [<!ENTITY a \"<script/>\">]><svg>&a;<text>&lt;b&gt; &#65;&#x42;</text></svg>",
      "<svg><text>&lt;b&gt; AB</text></svg>"
    ),
    ("<?xml version='1.0'?><!-- c --><svg><text><![CDATA[<b>]]></text></svg>", "<svg><text>&lt;b&gt;</text></svg>"),
    (#"<svg a="&quot; onload=&quot;x"></svg>"#, #"<svg a="&quot; onload=&quot;x"></svg>"#),
    ("<svg><set attributeName='href' to='javascript:x'/><animate/></svg>", "<svg></svg>"),
  ])
  func `keeps only what draws`(svg: String, expected: String) { #expect(SVGFilter.harmless(svg) == expected) }

  @Test(arguments: [
    "", "<", "<svg", "<svg>", "</svg>", "<html></html>", "<svg></g></svg>", "<svg><g></svg>", "<svg a></svg>",
    "<svg a=b></svg>",
    "<svg a='b></svg>", "<!-- <svg></svg>", "<svg/><svg/>", "<!DOCTYPE <svg></svg>", "<svg><![CDATA[</svg>",
    String(repeating: "<svg>", count: 10_000),
  ])
  func `refuses what is not well formed`(svg: String) { #expect(SVGFilter.harmless(svg) == nil) }
}
