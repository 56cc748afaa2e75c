/// `0{,}25`, as a comma is written within a number: many languages have one where English has a point.
///
/// `1{,}000` may be a thousand or one; it is what other numbers of the formula show, and where none does it is left as it
/// stands, to be read as no number at all.
enum DecimalCommas {
  /// The pieces with points for the commas of fractions, and without those that part thousands.
  static func taken(from lexemes: [Lexeme]) -> [Lexeme] {
    let numbers = numbers(in: lexemes)
    guard !numbers.isEmpty else { return lexemes }
    let hasFractions = numbers.contains { $0.isFraction }
    var result: [Lexeme] = []
    var place = 0
    for number in numbers {
      guard number.isFraction || number.isOfThousands || hasFractions && number.groups.count == 2 else { continue }
      for (group, digits) in number.groups.enumerated() {
        result += lexemes[place..<digits.upperBound]
        place = digits.upperBound
        guard group + 1 < number.groups.count else { break }
        let next = number.groups[group + 1].lowerBound
        if !number.isOfThousands {
          let bytes = lexemes[place].range.lowerBound..<lexemes[next - 1].range.upperBound
          result.append(Lexeme(kind: .character, text: ".", range: bytes))
        }
        place = next
      }
    }
    return result + lexemes[place...]
  }

  /// A number with commas in braces, by the places of its digits between them.
  private struct Number {
    var groups: [Range<Int>]
    var beginsWithZero: Bool
    var isFollowedByPoint: Bool

    var isFraction: Bool { groups.count == 2 && (beginsWithZero || groups[1].count != 3) && !isFollowedByPoint }
    var isOfThousands: Bool {
      groups.dropFirst().allSatisfy { $0.count == 3 } && !beginsWithZero && (groups.count > 2 || isFollowedByPoint)
    }
  }

  private static func numbers(in lexemes: [Lexeme]) -> [Number] {
    var numbers: [Number] = []
    var place = 0
    while place < lexemes.count {
      guard lexemes[place].isDigit else {
        place += 1
        continue
      }
      // What stands behind a point is no whole part.
      let isFraction = place > 0 && lexemes[place - 1].text == "."
      var groups = [digits(in: lexemes, from: place)]
      while isComma(in: lexemes, at: groups[groups.count - 1].upperBound) {
        groups.append(digits(in: lexemes, from: groups[groups.count - 1].upperBound + 3))
      }
      let end = groups[groups.count - 1].upperBound
      if groups.count > 1, !isFraction {
        numbers.append(
          Number(
            groups: groups, beginsWithZero: lexemes[place].text == "0",
            isFollowedByPoint: end + 1 < lexemes.count && lexemes[end].text == "." && lexemes[end + 1].isDigit))
      }
      place = end
    }
    return numbers
  }

  private static func digits(in lexemes: [Lexeme], from start: Int) -> Range<Int> {
    start..<(lexemes[start...].firstIndex { !$0.isDigit } ?? lexemes.count)
  }

  /// Whether `{,}` and a digit stand there.
  private static func isComma(in lexemes: [Lexeme], at place: Int) -> Bool {
    place + 3 < lexemes.count && lexemes[place].kind == .open && lexemes[place + 1].text == ","
      && lexemes[place + 2].kind == .close && lexemes[place + 3].isDigit
  }
}

extension Lexeme {
  fileprivate var isDigit: Bool {
    guard kind == .character, text.utf8.count == 1, let byte = text.utf8.first else { return false }
    return byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
