/// A JSON value whose objects keep the order they were written in.
package indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Written in the shortest form that reads back as the same number; without digits where it has none.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Sendable, Equatable {
    package var key: String
    package var value: JSONValue
    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// As text, indented by two spaces, with short arrays and objects on one line; without a newline at the end.
  package var text: String {
    var writer = JSONWriter()
    writer.write(self, indentation: 0)
    return writer.text
  }
}

extension JSONValue {
  init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }
  init(_ number: Double?) { self = number.map(JSONValue.number) ?? .null }
  init(_ count: Int?) { self = count.map(JSONValue.integer) ?? .null }
}

private struct JSONWriter {
  var text = ""
  private static let lineWidth = 96

  mutating func write(_ value: JSONValue, indentation: Int) {
    switch value {
    case .array(let values) where !values.isEmpty:
      if let line = Self.line(for: value) {
        text += line
        return
      }
      writeLines(of: values, "[", "]", indentation) { writer, value in
        writer.write(value, indentation: indentation + 2)
      }
    case .object(let members) where !members.isEmpty:
      if indentation > 0, let line = Self.line(for: value) {
        text += line
        return
      }
      writeLines(of: members, "{", "}", indentation) { writer, member in
        writer.text += Self.quoted(member.key) + ": "
        writer.write(member.value, indentation: indentation + 2)
      }
    default: text += Self.line(for: value) ?? "null"
    }
  }

  private mutating func writeLines<Item>(
    of items: [Item], _ opening: String, _ closing: String, _ indentation: Int,
    _ write: (inout JSONWriter, Item) -> Void
  ) {
    let margin = String(repeating: " ", count: indentation)
    text += opening
    for (index, item) in items.enumerated() {
      text += (index > 0 ? "," : "") + "\n" + margin + "  "
      write(&self, item)
    }
    text += "\n" + margin + closing
  }

  /// The value on one line; nil where that is too long, or holds too much to be read so.
  private static func line(for value: JSONValue) -> String? {
    switch value {
    case .null: return "null"
    case .bool(let truth): return truth ? "true" : "false"
    case .integer(let number): return String(number)
    case .number(let number): return self.text(of: number)
    case .string(let string): return quoted(string)
    case .array(let values):
      return joined(values.lazy.map { isNested($0) && !isNested(values[0]) ? nil : line(for: $0) }, "[", "]")
    case .object(let members):
      guard !members.contains(where: { if case .object = $0.value { true } else { false } }) else { return nil }
      return joined(
        members.lazy.map { member in line(for: member.value).map { quoted(member.key) + ": " + $0 } }, "{", "}")
    }
  }

  private static func isNested(_ value: JSONValue) -> Bool {
    switch value {
    case .array, .object: true
    default: false
    }
  }

  private static func joined(_ pieces: some Sequence<String?>, _ opening: String, _ closing: String) -> String? {
    var result = opening
    for piece in pieces {
      guard let piece, result.utf8.count + piece.utf8.count < lineWidth else { return nil }
      result += (result == opening ? "" : ", ") + piece
    }
    return result + closing
  }

  /// JSON has no word for what is not finite: it is written as a string.
  private static func text(of number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "\"NaN\"" : number < 0 ? "\"-Infinity\"" : "\"Infinity\"" }
    let text = "\(number)"
    return text.hasSuffix(".0") && number != 0 ? String(text.dropLast(2)) : number == 0 ? "0" : text
  }

  private static func quoted(_ string: String) -> String {
    var result = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\u{2028}" || scalar == "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
