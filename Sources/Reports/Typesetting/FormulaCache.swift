import FoundationEssentials

/// Formulas that were set before: a file for each notebook, with what its last report needed.
///
/// A formula is found by all that decides how it is set: the typesetter's own text, the formula, display or not. A file
/// that is for another typesetter, or not whole, answers nothing. Files come into place as a whole, so that runs side by
/// side can share the folder, and can be deleted at any time; above `sizeLimit`, the oldest ones are.
struct FormulaCache: Sendable {
  private let directory: String
  private let engine: String

  /// Of all files together, in bytes: some hundred notebooks.
  static let sizeLimit = 100_000_000

  /// - Parameter engine: the bytes of everything that decides how a formula is set
  init(directory: String, engine: [[UInt8]]) {
    self.directory = directory
    self.engine = engine.map { Checksum($0).text }.joined()
  }

  /// What was kept for a notebook; nothing where the file is damaged.
  func formulas(of notebook: String) -> [FormulaKey: TypesetFormula] {
    guard let data = FileManager.default.contents(atPath: path(of: notebook)) else { return [:] }
    return FormulaPack.reading([UInt8](data), head: head) ?? [:]
  }

  /// Where the file cannot be written, the formulas are set anew the next time.
  func keep(_ formulas: [(FormulaKey, TypesetFormula)], of notebook: String) {
    let bytes = FormulaPack.bytes(of: formulas, head: head)
    guard bytes.count <= Self.sizeLimit / 4 else { return }
    try? FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    try? Data(bytes).write(to: URL(filePath: path(of: notebook)), options: .atomic)
    FolderLimit.keep(directory, under: Self.sizeLimit)
  }

  private var head: [UInt8] { Array("nabla formulas 2 \(engine)\n".utf8) }

  private func path(of notebook: String) -> String { "\(directory)/\(Checksum(Array(notebook.utf8)).text)" }
}

/// What decides how a formula looks, given the typesetter.
struct FormulaKey: Hashable, Sendable {
  var tex: String
  var display: Bool
}

/// A formula as HTML.
struct TypesetFormula: Hashable, Sendable {
  var html: String
  /// The class attributes in it, each once, a line each: what its style sheet must know.
  var classes: String
}

/// The bytes of a file of formulas: a head, the number of formulas, each as three texts with their lengths, a checksum.
enum FormulaPack {
  static func bytes(of formulas: [(FormulaKey, TypesetFormula)], head: [UInt8]) -> [UInt8] {
    var bytes = head
    append(formulas.count, to: &bytes)
    for (key, formula) in formulas {
      bytes.append(key.display ? 1 : 0)
      for text in [key.tex, formula.html, formula.classes] {
        append(text.utf8.count, to: &bytes)
        bytes += text.utf8
      }
    }
    return bytes + Array(Checksum(bytes).text.utf8)
  }

  /// nil where the bytes are not all there, or have another head.
  static func reading(_ bytes: [UInt8], head: [UInt8]) -> [FormulaKey: TypesetFormula]? {
    let checksum = 32
    guard bytes.count > head.count + checksum, bytes.starts(with: head) else { return nil }
    let end = bytes.count - checksum
    guard bytes[end...].elementsEqual(Checksum(bytes[..<end]).text.utf8) else { return nil }
    var place = head.count
    func number() -> Int? {
      guard place + 4 <= end else { return nil }
      defer { place += 4 }
      return bytes[place..<(place + 4)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    func text() -> String? {
      guard let length = number(), length <= end - place else { return nil }
      defer { place += length }
      return String(decoding: bytes[place..<(place + length)], as: UTF8.self)
    }
    guard let count = number() else { return nil }
    var formulas: [FormulaKey: TypesetFormula] = [:]
    formulas.reserveCapacity(min(count, bytes.count))
    for _ in 0..<count {
      guard place < end else { return nil }
      let display = bytes[place] == 1
      place += 1
      guard let tex = text(), let html = text(), let classes = text() else { return nil }
      formulas[FormulaKey(tex: tex, display: display)] = TypesetFormula(html: html, classes: classes)
    }
    return formulas
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }
}
