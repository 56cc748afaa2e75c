/// Prints a diagnostic as a workflow command, which GitHub shows at the line in the pull request.
///
///     ::error file=notebooks/xor.md,line=14,col=7,title=directive.unknown-option::`train` has no option `epoch`
package struct AnnotationPrinter {
  private let name: String

  package init(name: String) { self.name = name }

  package func print(_ placed: PlacedDiagnostic) -> String {
    let diagnostic = placed.diagnostic
    let level = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    let message = [diagnostic.message, diagnostic.label, diagnostic.help].compactMap { $0 }.joined(separator: "\n")
    let properties = [
      ("file", name), ("line", String(placed.start.line)), ("endLine", String(max(placed.start.line, placed.end.line))),
      ("col", String(placed.start.column)), ("title", diagnostic.code),
    ]
    let list = properties.map { "\($0.0)=\(Self.escaped($0.1, isProperty: true))" }.joined(separator: ",")
    return "::\(level) \(list)::\(Self.escaped(message, isProperty: false))\n"
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
