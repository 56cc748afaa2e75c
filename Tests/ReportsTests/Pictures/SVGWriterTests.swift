import Reports
import Testing

@Suite struct SVGWriterTests {
  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (12, "12"), (0.5, "0.5"), (-3.25, "-3.25"), (1.005, "1"), (0.07, "0.07"), (-0.004, "0"),
      (99.999, "100"), (.nan, "0"), (.infinity, "1000000"), (-1e300, "-1000000"),
    ] as [(Double, String)])
  func `writes numbers with at most two decimals`(number: Double, expected: String) {
    #expect(number.svgText == expected)
  }

  @Test func `escapes text and attributes`() {
    var writer = SVGWriter()
    writer.begin("g", ["class": "a\"b"])
    writer.element("text", ["x": 1.5], text: "</text><script>&")
    writer.element("text", ["y": 2], text: "<", raised: ">", [:])
    writer.end()
    writer.end()
    #expect(
      writer.text == """
        <g class="a&quot;b">
        <text x="1.5">&lt;/text&gt;&lt;script&gt;&amp;</text>
        <text y="2">&lt;<tspan>&gt;</tspan></text>
        </g>

        """)
  }
}
