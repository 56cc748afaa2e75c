import Catalog
import Networks

extension Phrase {
  /// Reads what follows the name of a catalog entry in its form: words as they stand, a number for each `<…>`, and what
  /// stands in brackets only if its first word is there.
  ///
  ///     readForm(of: schedule.entry, &schedule.arguments)   // `times <factor> every <epochs> epochs`
  ///
  /// - Returns: nil where it was wrong
  mutating func readForm(of entry: CatalogEntry, _ arguments: inout Settings) -> Void? {
    var pending = arguments.all.map(\.setting)[...]
    let words = entry.form.split(separator: " ").dropFirst(entry.name.split(separator: " ").count)
    for word in words {
      if word.hasPrefix("["), match(String(word.dropFirst())) == nil { return () }
      let piece = word.filter { $0 != "[" && $0 != "]" }
      if piece.hasPrefix("<"), let setting = pending.popFirst() {
        guard let value = readNumber(for: setting) else { return nil }
        arguments[setting] = value
      } else if !take(piece), !(piece == "epochs" && take("epoch")) {
        report(.expected("`\(piece)`", found: found, help: "write `\(entry.form)`"))
        return nil
      }
    }
    return ()
  }

  /// Where the words of an entry begin that were read last.
  func start(of entry: CatalogEntry) -> Int {
    let counts = entry.spellings.map { $0.split(separator: " ") }.filter { words in
      words.count <= position
        && tokens[(position - words.count)..<position].elementsEqual(words) { $0.text.lowercased() == $1 }
    }
    return position - (counts.map(\.count).max() ?? 1)
  }

  /// Reads a number within the range of a setting.
  mutating func readNumber(for setting: Setting) -> Double? {
    guard let (value, token) = readNumber(expected: "the \(setting.name)") else { return nil }
    guard setting.range.allows(value) else {
      report(.outOfRange("the \(setting.name)", setting.range), at: span(of: token))
      return nil
    }
    return value
  }

  /// Reads a whole number from 1 on.
  mutating func readCount(of what: String) -> Int? {
    guard let (value, token) = readNumber(expected: what) else { return nil }
    guard value > 0 else {
      report(.notPositive(what), at: span(of: token))
      return nil
    }
    guard let count = Int(exactly: value) else {
      report(.notWhole(what), at: span(of: token))
      return nil
    }
    return count
  }

  /// Reads the seed of random numbers.
  mutating func readSeed() -> UInt64? {
    guard let (value, token) = readNumber(expected: "a whole number") else { return nil }
    guard let seed = UInt64(exactly: value) else {
      report(.notWhole("the seed"), at: span(of: token))
      return nil
    }
    return seed
  }
}
