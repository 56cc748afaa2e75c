import FoundationEssentials
import Reports
import Testing

@Suite struct TypesettingFilesTests {
  @Test func `are found beside an installed program before the system's own`() throws {
    let prefix = FileManager.default.temporaryDirectory.appending(path: "nabla-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: prefix) }
    let files = prefix.appending(path: "share/nabla/katex")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    try Data("var katex = {};".utf8).write(to: files.appending(path: "katex.min.js"))
    let program = prefix.appending(path: "bin/nabla").path
    #expect(TypesettingFiles.locate(executable: program)?.directory == files.path)
  }

  @Test func `without them a formula is an error and not a crash`() {
    let katex = KaTeX(FormulaPress(files: TypesettingFiles(directory: "/nowhere")).shelf(for: "/n/a.md"))
    #expect(throws: FormulaError(message: "KaTeX could not be loaded from `/nowhere`")) {
      try katex.html(for: "x", display: false).get()
    }
    #expect(katex.styleSheet.isEmpty)
  }
}
