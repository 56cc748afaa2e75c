import Foundation
import Testing

/// The reports in a real browser. What is looked at, and how, is in `Tests/Browser/check_reports.py`.
@Suite struct BrowserTests {
  private static let axe = Notebooks.root.appending(path: ".build/axe/axe.min.js").path

  /// `make test` installs the browser, its driver and axe-core.
  private static let isInstalled: Bool = {
    let missing = [axe, "/usr/bin/chromium", "/usr/bin/chromedriver", "/usr/bin/pdftotext"].filter {
      !FileManager.default.fileExists(atPath: $0)
    }
    for path in missing { print("skipped: there is no \(path)") }
    return missing.isEmpty
  }()

  @Test(.enabled(if: isInstalled)) func `a browser finds nothing wrong with any report`() throws {
    try Shell.inFolder { folder in
      let pages = "'\(folder.path)'"
      let rendered = try Shell.run(
        "nabla render notebooks --output-dir \(pages) && nabla render Tests/Browser --output-dir \(pages)/features",
        in: Notebooks.root)
      #expect(rendered.status == 0, "\(rendered.output)")
      // Debian's own Python is the one that has Debian's Selenium.
      let outcome = try Shell.run(
        "/usr/bin/python3 -B Tests/Browser/check_reports.py \(pages) '\(Self.axe)'", in: Notebooks.root)
      #expect(outcome.status == 0, "\(outcome.output)")
    }
  }
}
