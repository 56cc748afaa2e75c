/// A sentence that a run says in English, and what reports in other languages say instead.
///
/// What a run finds out comes as English text: reasons, titles, descriptions. `{1}` stands for what is taken as it is, a name
/// or a number, `<1>` for a phrase that is translated in turn.
package struct Phrase: Sendable {
  package let english: String
  /// By the tag of the language.
  package let translations: [String: String]
  private let pattern: [Piece]
  /// Whether what stands in the places is single words: of names the shorter ones.
  private var hasWordsInPlaces = false

  enum Piece: Hashable, Sendable {
    case words(String)
    case place(Int, isPhrase: Bool)
  }

  init(_ en: String, _ de: String, _ fr: String, _ es: String, _ it: String, _ pt: String, _ zh: String) {
    english = en
    translations = ["de": de, "fr": fr, "es": es, "it": it, "pt": pt, "zh": zh]
    pattern = Self.pieces(of: en)
  }

  /// What stands in the places of the phrase where `text` is one of its kind.
  func match(_ text: String) -> [Int: (text: String, isPhrase: Bool)]? {
    var found: [Int: (String, Bool)] = [:]
    return matches(text[...], pattern[...], &found) ? found : nil
  }

  private func matches(_ text: Substring, _ pieces: ArraySlice<Piece>, _ found: inout [Int: (String, Bool)]) -> Bool {
    guard let piece = pieces.first else { return text.isEmpty }
    let rest = pieces.dropFirst()
    switch piece {
    case .words(let words): return text.hasPrefix(words) && matches(text.dropFirst(words.count), rest, &found)
    case .place(let number, let isPhrase):
      guard case .words(let next)? = rest.first else {
        found[number] = (String(text), isPhrase)
        return mayStand(text, isPhrase)
      }
      // The shortest that lets the rest match.
      var start = text.dropFirst().startIndex
      while let end = text[start...].firstRange(of: next)?.lowerBound {
        if mayStand(text[..<end], isPhrase), matches(text[end...], rest, &found) {
          found[number] = (String(text[..<end]), isPhrase)
          return true
        }
        start = text.index(after: end)
      }
      return false
    }
  }

  private func mayStand(_ text: Substring, _ isPhrase: Bool) -> Bool {
    guard !text.isEmpty, !text.contains(". ") else { return false }
    return isPhrase || !text.contains(hasWordsInPlaces ? " " : "; ")
  }

  /// The letters that a text must have to be of its kind: the more, the less is like it by chance.
  fileprivate var letterCount: Int {
    pattern.reduce(0) { if case .words(let words) = $1 { $0 + words.count } else { $0 } }
  }

  /// The same, with single words in its places.
  fileprivate var withWordsInPlaces: Phrase {
    var phrase = self
    phrase.hasWordsInPlaces = true
    return phrase
  }

  func filled(_ tag: String, with places: [Int: String]) -> String? {
    translations[tag].map { translation in
      Self.pieces(of: translation).map { piece in
        switch piece {
        case .words(let words): words
        case .place(let number, _): places[number] ?? ""
        }
      }.joined()
    }
  }

  /// The numbers of the places in a sentence.
  package static func places(in sentence: String) -> [Int] {
    pieces(of: sentence).compactMap { if case .place(let number, _) = $0 { number } else { nil } }.sorted()
  }

  private static func pieces(of sentence: String) -> [Piece] {
    var pieces: [Piece] = []
    var words = ""
    var rest = sentence[...]
    while let first = rest.first {
      let closing: Character = first == "{" ? "}" : ">"
      if first == "{" || first == "<", let number = rest.dropFirst().first?.wholeNumberValue,
        rest.dropFirst(2).first == closing
      {
        if !words.isEmpty { pieces.append(.words(words)) }
        words = ""
        pieces.append(.place(number, isPhrase: first == "<"))
        rest = rest.dropFirst(3)
      } else {
        words.append(first)
        rest = rest.dropFirst()
      }
    }
    return words.isEmpty ? pieces : pieces + [.words(words)]
  }
}

extension Phrase {
  /// All phrases, those that say most first: of two that match, the first is taken.
  package static let all =
    (unsupported + reasons + conventions + quantities.map(\.withWordsInPlaces) + outputs + pictures + descriptions)
    .enumerated()
    .sorted { ($1.element.letterCount, $0.offset) < ($0.element.letterCount, $1.offset) }.map(\.element)
}

extension Language {
  /// A sentence of a run in this language; nil where no phrase is like it.
  ///
  /// Several sentences are translated one by one, and so are the parts of a list that `separator` parts.
  package func translation(of text: String) -> String? {
    guard tag != Self.english.tag else { return text }
    return phrase(text) ?? list(text, "; ") ?? sentences(text) ?? list(text, ", ")
  }

  /// The translation, or the text itself where there is none.
  package func translated(_ text: String) -> String { translation(of: text) ?? text }

  private func phrase(_ text: String) -> String? {
    for phrase in Phrase.all {
      guard let found = phrase.match(text) else { continue }
      var places: [Int: String] = [:]
      for (number, place) in found {
        places[number] = place.isPhrase ? translation(of: place.text) : place.text
        // A name may be like any phrase, but a phrase must be one.
        if places[number] == nil { break }
      }
      if places.count == found.count { return phrase.filled(tag, with: places) }
    }
    return nil
  }

  private func list(_ text: String, _ separator: String) -> String? {
    let parts = text.split(separator: separator).map(String.init)
    guard parts.count > 1 else { return nil }
    let translations = parts.compactMap(phrase)
    let joint = tag == "zh" ? (separator == ", " ? "、" : "；") : separator
    return translations.count == parts.count ? translations.joined(separator: joint) : nil
  }

  private func sentences(_ text: String) -> String? {
    guard text.hasSuffix("."), text.contains(". ") else { return nil }
    let parts = text.dropLast().split(separator: ". ").map { String($0) + "." }
    let translations = parts.compactMap { phrase($0) }
    return translations.count == parts.count ? translations.joined(separator: tag == "zh" ? "" : " ") : nil
  }
}
