/// An array in the IDX format, in which the MNIST digits come: two zero bytes, the type of the numbers, how many
/// dimensions there are, the extent of each in four bytes, and the numbers in row-major order; all of it big-endian.
/// Y. LeCun, C. Cortes and C. J. C. Burges, The MNIST database of handwritten digits, 1998.
struct IDX: Equatable {
  struct Failure: Error, Equatable {
    var message: String
  }

  enum Kind: UInt8 {
    case unsignedByte = 0x08
    case signedByte = 0x09
    case short = 0x0B
    case int = 0x0C
    case float = 0x0D
    case double = 0x0E

    var size: Int {
      switch self {
      case .unsignedByte, .signedByte: 1
      case .short: 2
      case .int, .float: 4
      case .double: 8
      }
    }
    var isWhole: Bool { self != .float && self != .double }
  }

  let kind: Kind
  /// How many elements there are: the first dimension.
  let count: Int
  /// How many numbers an element has.
  let width: Int
  /// How many dimensions an element has.
  let rank: Int
  private let content: ArraySlice<UInt8>

  /// Reads the header, and sees that what it promises is there.
  init(_ bytes: [UInt8]) throws(Failure) {
    guard bytes.count >= 4, bytes[0] == 0, bytes[1] == 0, let kind = Kind(rawValue: bytes[2]), bytes[3] > 0 else {
      throw Failure(message: "it does not begin with two zero bytes, a type and a number of dimensions")
    }
    let dimensions = Int(bytes[3])
    guard bytes.count >= 4 + 4 * dimensions else { throw Failure(message: "it ends within its dimensions") }
    let extents = (0..<dimensions).map { place in
      bytes[(4 + 4 * place)..<(8 + 4 * place)].reduce(0) { $0 << 8 | Int($1) }
    }
    let start = 4 + 4 * dimensions
    var (size, overflows) = (kind.size, false)
    for extent in extents {
      let (product, overflow) = size.multipliedReportingOverflow(by: extent)
      (size, overflows) = (product, overflows || overflow)
    }
    guard !overflows, size == bytes.count - start else {
      let shape = extents.map(String.init).joined(separator: " × ")
      throw Failure(message: "\(bytes.count - start) bytes follow its dimensions, \(shape) of \(kind.size) each")
    }
    self.kind = kind
    (count, width) = (extents[0], extents.dropFirst().reduce(1, *))
    rank = dimensions - 1
    content = bytes[start...]
  }

  /// The numbers of the first elements, as they stand.
  func numbers(first count: Int) -> [Double] {
    (0..<count * width).map { place in
      let start = content.startIndex + place * kind.size
      let bits = content[start..<start + kind.size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return switch kind {
      case .unsignedByte: Double(bits)
      case .signedByte: Double(Int8(truncatingIfNeeded: bits))
      case .short: Double(Int16(truncatingIfNeeded: bits))
      case .int: Double(Int32(truncatingIfNeeded: bits))
      case .float: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
      case .double: Double(bitPattern: bits)
      }
    }
  }
}
