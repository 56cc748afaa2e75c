import Diagnostics
import Documents
import Results

extension NotebookResult {
  /// What there is to say where fewer equations were checked than the front matter asks for.
  func coverageFinding(_ frontMatter: FrontMatter) -> Diagnostic? {
    let (checked, displays) = (summary.checked, summary.displays)
    guard let minimum = frontMatter.minimumCoverage, displays > 0,
      Double(checked) * 100 < minimum.percent * Double(displays)
    else { return nil }
    let open = equations.filter { $0.verdict == .notChecked && !$0.isSkipped }.map { String($0.line) }
    let lines = open.prefix(8).joined(separator: ", ") + (open.count > 8 ? ", …" : "")
    return Diagnostic(
      .error, Diagnostic.coverageCode, "fewer equations are checked than this notebook asks for", at: minimum.span,
      label: "\(checked) of \(displays) are",
      help: "those in line\(open.count == 1 ? "" : "s") \(lines) are not, and the report says why")
  }
}
