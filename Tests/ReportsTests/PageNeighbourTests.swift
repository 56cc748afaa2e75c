import Diagnostics
import Documents
import Reports
import Results
import Testing

/// The ways from one report to the next.
@Suite struct PageNeighbourTests {
  private func page(_ neighbours: PageNeighbours) -> String {
    HTMLReport.render(
      document(reading: "x"), nil, options: HTMLOptions(neighbours: neighbours), typesetter: EchoTypesetter()
    ).value
  }

  @Test func `stand below the text, each with its title`() {
    let text = page(
      PageNeighbours(
        previous: .init(title: "A \"b\"", path: "a.html"), next: .init(title: "C & d", path: "../c d.html")))
    for words in [
      "<a class=\"previous\" rel=\"prev\" href=\"a.html\"><span class=\"way\">Previous</span> <span class=\"title\">A “b”</span></a>",
      "<a class=\"next\" rel=\"next\" href=\"../c%20d.html\"><span class=\"way\">Next</span> <span class=\"title\">C &amp; d</span></a>",
      "</main>\n<nav class=\"neighbours\"",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test func `are left out where there is none`() {
    #expect(!page(PageNeighbours()).contains("class=\"neighbours\""))
    #expect(!page(PageNeighbours(next: .init(title: "C", path: "c.html"))).contains("class=\"previous\""))
  }
}
