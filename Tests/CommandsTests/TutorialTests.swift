import Diagnostics
import Documents
import Foundation
import Testing

/// The tutorial says: create a file, then add what each step shows. Here somebody does.
@Suite struct TutorialTests {
  @Test func `can be written along from an empty file`() throws {
    let source = try Notebooks.source("tutorial")
    let document = Document.parsing(source).value
    var file = ""
    var commands: [String] = []
    var refuted = 0
    try Shell.inFolder { folder in
      func run(_ command: String) throws -> Shell.Outcome {
        try Data(file.utf8).write(to: folder.appending(path: "first.md"))
        return try Shell.run(command, in: folder)
      }
      for block in document.blocks {
        switch block.kind {
        case .code(let code) where code.info == "sh":
          commands.append(code.text)
          #expect(try run(code.text).status == 0)
        case .code(let code) where code.info == "markdown" && file.isEmpty:
          file = code.text
          #expect(try run("nabla check first.md").status == 0)
        case .code(let code) where code.info == "markdown" && code.text.hasPrefix("```{nabla}"):
          // The cell of the step above, with two more lines.
          let plain = code.text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#|") }
          let cell = plain.joined(separator: "\n")
          try #require(file.contains(cell))
          file = file.replacing(cell, with: code.text) + "\n@fig-xor\n"
          #expect(try run("nabla check first.md").status == 0)
        case .cell(let cell) where !file.contains(cell.text.text):
          file += "\n```{nabla}\n\(cell.text.text)```\n"
          let outcome = try run("nabla check first.md")
          #expect(outcome.status == 0, "\(outcome.output)")
        case .equation(let maths):
          let display = SourceSpan(maths.span.lower, maths.attributes.span?.lower ?? maths.span.upper)
          file += "\n\(source[display].trimmingCharacters(in: .whitespaces))\n"
          let outcome = try run("nabla check first.md")
          guard maths.attributes["expect"]?.value == "fails" else {
            #expect(outcome.status == 0, "\(outcome.output)")
            break
          }
          refuted += 1
          #expect(outcome.status == 1)
          #expect(outcome.output.contains("it holds if written"))
          // As the tutorial does, once its reader has seen it.
          file.removeLast()
          file += " {expect=fails}\n"
        default: break
        }
      }
      let page = try String(contentsOf: folder.appending(path: "output/first.html"), encoding: .utf8)
      #expect(page.contains("My first network</h1>"))
    }
    #expect(commands == ["nabla render first.md\n", "nabla check first.md\n"])
    #expect(refuted == 1)
  }
}
