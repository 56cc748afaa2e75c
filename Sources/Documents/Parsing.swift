package import Diagnostics

extension Document {
  /// The most bytes that a notebook has.
  package static let sizeLimit = 16 << 20

  /// Reads a notebook. Total: whatever the bytes, there is a document, and diagnostics for what was wrong, in the
  /// order of their places.
  package static func parsing(_ source: SourceText, extensions: Extensions = .all) -> Diagnosed<Document> {
    guard source.utf8.count <= sizeLimit else {
      let fact = DocumentFact.tooLarge(bytes: source.utf8.count, limit: sizeLimit)
      return Diagnosed(
        Document(source: source, frontMatter: FrontMatter(), blocks: []), [fact.diagnostic(at: SourceSpan(0, 0))])
    }
    let (text, encoding) = source.repaired()
    var diagnostics = encoding
    let start = text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let frontMatter = extensions == .all ? FrontMatter.reading(text, from: start) : Diagnosed(FrontMatter())
    diagnostics += frontMatter.diagnostics

    let body = frontMatter.value.span.map { text.utf8.lineStart(after: $0.upper) } ?? start
    let (protected, tree, findings) = ProtectedText.protecting(text.utf8, from: body, extensions: extensions)
    let tables = TablePlan(in: tree, of: protected, extensions: extensions)
    var reader = DocumentReader(source: text, protected: protected, extensions: extensions, tables: tables)
    // Nodes are bare pointers into the tree.
    var blocks = withExtendedLifetime(tree) { reader.blocks(of: tree.root, in: ContainerPath(), depth: 0) }
    diagnostics += reader.diagnostics + blocks.concerned(by: findings)
    if extensions == .all { blocks.nameHeadings() }
    diagnostics.sort { ($0.span.lower, $0.span.upper) < ($1.span.lower, $1.span.upper) }
    return Diagnosed(Document(source: source, frontMatter: frontMatter.value, blocks: blocks), diagnostics)
  }
}

extension [Block] {
  /// What was found of formulas, but for code and raw HTML, where nothing is one. Both come in the order of the file.
  fileprivate func concerned(by findings: [Diagnostic]) -> [Diagnostic] {
    guard !findings.isEmpty else { return [] }
    let literals: [SourceSpan] = everyBlock.compactMap { block in
      switch block.kind {
      case .code, .cell, .html: block.span
      default: nil
      }
    }
    var next = 0
    return findings.filter { finding in
      while next < literals.count, literals[next].upper <= finding.span.lower { next += 1 }
      return next == literals.count || finding.span.lower < literals[next].lower
    }
  }
}

extension ProtectedText {
  /// How often a file is read again because an atom turned up in code. What is left over is put back as it was.
  private static let rounds = 6

  fileprivate static func protecting(
    _ bytes: [UInt8], from start: Int, extensions: Extensions
  ) -> (ProtectedText, Tree, [Diagnostic]) {
    guard extensions == .all, let alphabet = PrivateAlphabet(avoiding: PrivateAlphabet.blocks(in: bytes)) else {
      let text = ProtectedText(bytes, from: start, atoms: [], alphabet: nil)
      return (text, Tree(text.bytes), [])
    }
    var misplaced = Misplacement()
    var round = 1
    while true {
      var scanner = AtomScanner(bytes, literals: misplaced.literals)
      scanner.scan(from: start)
      let text = ProtectedText(bytes, from: start, atoms: scanner.atoms, alphabet: alphabet)
      let tree = Tree(text.bytes)
      let found = Misplacement(in: tree, of: text)
      if found.literals.isEmpty || round == rounds { return (text, tree, scanner.diagnostics) }
      misplaced.join(found)
      round += 1
    }
  }
}
