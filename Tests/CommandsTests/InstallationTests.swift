import Foundation
import Testing

@Suite struct InstallationTests {
  @Test func `works where it is installed, without the clone`() throws {
    try Shell.inFolder { folder in
      let prefix = folder.appending(path: "prefix")
      let work = folder.appending(path: "work")
      try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
      let placed = try Shell.run("make --no-print-directory place PREFIX='\(prefix.path)'", in: Notebooks.root)
      try #require(placed.status == 0, "\(placed.output)")
      try FileManager.default.copyItem(
        at: Notebooks.root.appending(path: "notebooks/chain-of-neurons.md"), to: work.appending(path: "notes.md"))

      let program = prefix.appending(path: "bin/nabla").path
      let here = try Shell.run("env -i PATH=/nonexistent '\(program)' render notes.md --output-dir installed", in: work)
      #expect(here.status == 0 && here.output.isEmpty, "\(here.output)")
      let built = try Shell.run("nabla render notes.md --output-dir built", in: work)
      #expect(built.status == 0)
      let reports = try Shell.files(in: work.appending(path: "installed"))
      #expect(reports["notes.html"]?.isEmpty == false)
      #expect(reports == (try Shell.files(in: work.appending(path: "built"))))
    }
  }

  @Test func `carries no path of the checkout`() throws {
    let bytes = try Data(contentsOf: Shell.program)
    #expect(bytes.range(of: Data(Notebooks.root.path.utf8)) == nil)
  }
}
