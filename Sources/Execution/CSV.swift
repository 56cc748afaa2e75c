/// Comma-separated values by RFC 4180, with the place of every field.
///
/// Commas part fields, or semicolons where the first record has no comma; quotation marks protect both, line breaks, and
/// doubled quotation marks. Blank lines are passed over.
enum CSV {
  struct Record: Equatable {
    var fields: [Field]
  }
  struct Field: Equatable {
    var text: String
    /// From 1, in lines of the file and in bytes.
    var line: Int
    var column: Int
  }
  struct Failure: Error, Equatable {
    var message: String
    var line: Int
    var column: Int
  }

  static func records(of bytes: [UInt8]) throws(Failure) -> [Record] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var reader = Reader(bytes: bytes, position: start, lineStart: start, separator: separator(of: bytes[start...]))
    return try reader.records()
  }

  /// A comma if one stands in the first record outside of quotation marks.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: ",") { return byte }
      if byte == 0x0A || byte == 0x0D { break }
    }
    return UInt8(ascii: ";")
  }

  private struct Reader {
    let bytes: [UInt8]
    var position: Int
    var lineStart: Int
    let separator: UInt8
    var line = 1

    mutating func records() throws(Failure) -> [Record] {
      var records: [Record] = []
      while position < bytes.count {
        var fields = [try field()]
        while position < bytes.count, bytes[position] == separator {
          position += 1
          fields.append(try field())
        }
        endLine()
        let isBlank = fields.count == 1 && fields[0].text.allSatisfy(\.isWhitespace)
        if !isBlank { records.append(Record(fields: fields)) }
      }
      return records
    }

    private mutating func endLine() {
      guard position < bytes.count else { return }
      if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
      position += 1
      line += 1
      lineStart = position
    }

    private mutating func field() throws(Failure) -> Field {
      let (startLine, startColumn) = (line, position - lineStart + 1)
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        let start = position
        while position < bytes.count, ![separator, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
        return Field(
          text: String(decoding: bytes[start..<position], as: UTF8.self), line: startLine, column: startColumn)
      }
      position += 1
      var text: [UInt8] = []
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "\"") {
          guard position < bytes.count, bytes[position] == byte else {
            guard position >= bytes.count || [separator, 0x0A, 0x0D].contains(bytes[position]) else {
              throw Failure(message: "text follows a closed quotation", line: line, column: position - lineStart + 1)
            }
            return Field(text: String(decoding: text, as: UTF8.self), line: startLine, column: startColumn)
          }
          position += 1
        } else if byte == 0x0A {
          line += 1
          lineStart = position
        }
        text.append(byte)
      }
      throw Failure(message: "the quotation that begins here is not closed", line: startLine, column: startColumn)
    }
  }
}
