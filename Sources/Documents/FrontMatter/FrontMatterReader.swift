import Diagnostics
import Yams

extension FrontMatter {
  /// Reads the settings between two lines `---` at `start`; the second may be `...`.
  ///
  /// A rule at the top of a file is no front matter: something like `key: value` stands between the fences.
  static func reading(_ source: SourceText, from start: Int) -> Diagnosed<FrontMatter> {
    let bytes = source.utf8
    let first = bytes.lineEnd(from: start)
    guard isFence(bytes, start..<first, "---") else {
      return Diagnosed(FrontMatter(), lostSettings(source, from: start))
    }
    let body = bytes.lineStart(after: first)
    var line = body
    var end: Int?
    while line < bytes.count, end == nil {
      let lineEnd = bytes.lineEnd(from: line)
      if isFence(bytes, line..<lineEnd, "---") || isFence(bytes, line..<lineEnd, "...") {
        end = lineEnd
      } else {
        line = bytes.lineStart(after: lineEnd)
      }
    }
    guard let end, looksLikeYAML(bytes, in: body..<line) else {
      return Diagnosed(FrontMatter(), lostSettings(source, from: start))
    }

    var reader = FrontMatterReader(source: source, body: body..<line)
    reader.frontMatter.span = SourceSpan(start, end)
    reader.read()
    return Diagnosed(reader.frontMatter, reader.diagnostics)
  }

  /// Points at settings whose fences are broken: above the first blank line there are keys that a notebook knows, and
  /// a line of dashes before or behind them.
  private static func lostSettings(_ source: SourceText, from start: Int) -> [Diagnostic] {
    var keys = 0
    var rules = 0
    for number in source.line(at: start)...source.lineCount {
      let line = source.text(ofLine: number)
      let words = line.drop { $0 == " " || $0 == "\u{FEFF}" }
      if words.isEmpty, number > source.line(at: start) { break }
      if knownKeys.contains(where: { words.hasPrefix($0 + ":") }) { keys += 1 }
      if !words.isEmpty, words.allSatisfy({ $0 == "-" || $0 == "–" || $0 == "—" }) { rules += 1 }
    }
    guard keys > 0, rules > 0 else { return [] }
    let first = source.span(ofLine: source.line(at: start))
    return [DocumentFact.frontMatterFence.diagnostic(at: SourceSpan(start, max(start, first.upper)))]
  }

  private static let knownKeys = [
    "title", "subtitle", "author", "date", "lang", "macros", "verdicts", "equations", "min-coverage", "order",
  ]

  private static func isFence(_ bytes: [UInt8], _ line: Range<Int>, _ fence: StaticString) -> Bool {
    bytes.has(fence, at: line.lowerBound)
      && bytes.skippingBlanks(from: min(line.lowerBound + 3, line.upperBound), to: line.upperBound) == line.upperBound
  }

  private static func looksLikeYAML(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
    var start = range.lowerBound
    if start < range.upperBound, bytes[start].isNewline { return false }
    while start < range.upperBound {
      let end = bytes.lineEnd(from: start)
      let words = bytes.skippingBlanks(from: start, to: end)
      if words < end, bytes[words] != UInt8(ascii: "#") {
        if bytes[words] == UInt8(ascii: "{") || bytes[words] == UInt8(ascii: "[") { return true }
        let hasKey = (words..<end).contains { i in
          bytes[i] == UInt8(ascii: ":") && i > words && (i + 1 == end || bytes[i + 1].isBlank)
        }
        if hasKey { return true }
      }
      start = bytes.lineStart(after: end)
    }
    return false
  }
}

/// Turns Yams' nodes into values with places.
private struct FrontMatterReader {
  let source: SourceText
  let body: Range<Int>
  var frontMatter = FrontMatter()
  var diagnostics: [Diagnostic] = []

  private static let nestingLimit = 20

  init(source: SourceText, body: Range<Int>) {
    self.source = source
    self.body = body
  }

  mutating func read() {
    if let alias = YAMLAliases.first(in: source.utf8, range: body) {
      report(.yamlAlias(source[SourceSpan(alias)]), at: SourceSpan(alias))
      return
    }
    do {
      // What is a number or a date is found out where it is asked for: the patterns that tell take a millisecond to make.
      guard let node = try compose(yaml: source[SourceSpan(body)], .basic) else { return }
      guard case .mapping(let mapping) = node else {
        report(.frontMatterNotMapping, at: span(of: node, text: nil))
        return
      }
      add(mapping, under: "", depth: 0)
    } catch let error as YamlError {
      let (problem, mark) = error.place
      report(.yaml(problem), at: mark.map { lineSpan(at: offset(of: $0)) } ?? SourceSpan(body))
    } catch {
      report(.yaml("it cannot be read"), at: SourceSpan(body))
    }
  }

  private mutating func report(_ fact: DocumentFact, at span: SourceSpan) {
    diagnostics.append(fact.diagnostic(at: span))
  }

  private mutating func add(_ mapping: Yams.Node.Mapping, under prefix: String, depth: Int) {
    for (key, value) in mapping {
      guard let name = key.scalar?.string else { continue }
      if name.hasSuffix(":") { report(.frontMatterKey(name), at: span(of: key, text: name)) }
      if prefix.isEmpty, name == "macros" {
        addMacros(value)
      } else {
        add(value, as: prefix + name, depth: depth)
      }
      if prefix.isEmpty { note(name, value) }
    }
  }

  private mutating func add(_ node: Yams.Node, as key: String, depth: Int) {
    guard depth < Self.nestingLimit else { return }
    switch node {
    case .scalar(let scalar):
      frontMatter.values.append(
        FrontMatter.Value(key: key, text: scalar.string, span: span(of: node, text: scalar.string)))
    case .mapping(let mapping): add(mapping, under: key + ".", depth: depth + 1)
    case .sequence(let sequence):
      for (position, element) in sequence.enumerated() { add(element, as: "\(key).\(position)", depth: depth + 1) }
    case .alias: break
    }
  }

  private mutating func note(_ name: String, _ value: Yams.Node) {
    let text = value.scalar?.string
    switch name {
    case "title": frontMatter.title = text
    case "subtitle": frontMatter.subtitle = text
    case "order":
      guard let order = text.flatMap(Double.init), order.isFinite else {
        report(.order(text), at: span(of: value, text: text))
        return
      }
      frontMatter.order = order
    case "date": frontMatter.date = text
    case "lang": frontMatter.language = text
    case "author", "authors":
      let people = value.sequence.map(Array.init) ?? [value]
      frontMatter.author = people.compactMap { $0.scalar?.string ?? $0.mapping?["name"]?.scalar?.string }
    case "verdicts":
      guard let placement = FrontMatter.VerdictPlacement(rawValue: text ?? "") else {
        report(.verdictPlacement(text), at: span(of: value, text: text))
        return
      }
      frontMatter.verdicts = placement
    case "equations":
      switch text?.lowercased() {
      case "on", "true", "yes": frontMatter.judgesEquations = true
      case "off", "false", "no": frontMatter.judgesEquations = false
      default: report(.equationJudging(text), at: span(of: value, text: text))
      }
    case "min-coverage":
      let place = span(of: value, text: text)
      guard let text, let percent = Self.percentage(text) else {
        report(.minimumCoverage, at: place)
        return
      }
      frontMatter.minimumCoverage = FrontMatter.MinimumCoverage(percent: percent, text: text, span: place)
    default: break
    }
  }

  private static func percentage(_ text: String) -> Double? {
    guard text.hasSuffix("%"), let percent = Double(text.dropLast().filter { $0 != " " }), (0...100).contains(percent)
    else { return nil }
    return percent
  }

  private mutating func addMacros(_ node: Yams.Node) {
    guard let mapping = node.mapping else {
      report(.notMacro(node.scalar?.string ?? "macros"), at: span(of: node, text: nil))
      return
    }
    for (key, value) in mapping {
      if let name = key.scalar?.string, name.hasSuffix(":") {
        report(.frontMatterKey(name), at: span(of: key, text: name))
      }
      let place = span(of: key, text: key.scalar?.string)
      guard let name = key.scalar?.string, name.hasPrefix("\\"), let body = value.scalar?.string else {
        report(.notMacro(key.scalar?.string ?? ""), at: place)
        continue
      }
      frontMatter.macros.append(FrontMatter.Macro(name: name, body: body, span: place))
    }
  }

  /// The offset in the file of a place in the body; columns count scalars.
  private func offset(of mark: Mark) -> Int {
    let line = source.line(at: body.lowerBound) + max(1, mark.line) - 1
    guard line <= source.lineCount else { return body.upperBound }
    let span = source.span(ofLine: line)
    var offset = span.lower
    for scalar in source[span].unicodeScalars.prefix(max(1, mark.column) - 1) {
      offset += UTF8.width(scalar)
    }
    return min(offset, body.upperBound)
  }

  /// A scalar as written, where it stands there literally; else the rest of its line.
  private func span(of node: Yams.Node, text: String?) -> SourceSpan {
    guard let mark = node.mark else { return SourceSpan(body) }
    let start = offset(of: mark)
    let bytes = source.utf8
    guard let text, start < body.upperBound else { return lineSpan(at: start) }
    let quote = bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") ? 1 : 0
    let lower = min(start + quote, body.upperBound)
    guard bytes[lower..<body.upperBound].starts(with: text.utf8) else { return lineSpan(at: start) }
    return SourceSpan(start, min(lower + text.utf8.count + quote, body.upperBound))
  }

  private func lineSpan(at offset: Int) -> SourceSpan {
    let line = source.span(ofLine: source.line(at: min(offset, body.upperBound)))
    return SourceSpan(min(offset, line.upper), line.upper)
  }
}

extension YamlError {
  /// What is wrong, and where.
  fileprivate var place: (String, Mark?) {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (problem, mark)
    case .duplicatedKeysInMapping(let keys, let context):
      ("the key `\(keys.sorted().joined(separator: "`, `"))` stands there twice", context.mark)
    case .reader(let problem, _, _, _): (problem, nil)
    default: ("it cannot be read", nil)
    }
  }
}
