import FoundationEssentials

/// A part of a file that the program keeps up to date, between two comments; the rest is the author's.
struct MarkedRegion {
  static let start = "<!-- nabla summary -->"
  static let end = "<!-- nabla summary ends -->"

  let path: String

  /// - Returns: the file with `text` between the comments; nil where it cannot be read or lacks them
  func replaced(by text: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let file = String(decoding: data, as: UTF8.self)
    guard let start = file.firstRange(of: Self.start),
      let end = file[start.upperBound...].firstRange(of: Self.end)
    else { return nil }
    return file[..<start.upperBound] + "\n\n" + text + "\n" + file[end.lowerBound...]
  }

  /// How `folder` is reached from the folder of the file: `../output/`.
  func way(to folder: String) -> String {
    func parts(_ path: String) -> [String] {
      let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
      return URL(filePath: whole).standardized.path.split(separator: "/").map(String.init)
    }
    let from = parts(path).dropLast()
    let to = parts(folder)
    let common = zip(from, to).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: from.count - common) + to.dropFirst(common)
    return steps.map { $0 + "/" }.joined()
  }
}
