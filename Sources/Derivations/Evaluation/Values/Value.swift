/// What an expression comes to on one network: nodes of its graph, laid out as a number, a column, a row, a matrix, or
/// the entries of something with more indices.
struct Value {
  /// `identity` is a multiple of an identity matrix whose size nothing says: one entry, that of its diagonal.
  /// `identityFirst` and `identityLast` are Kronecker's product of such a matrix and one that is known, whose shape and
  /// entries they have.
  enum Form: Hashable { case scalar, column, row, matrix, tensor, identity, identityFirst, identityLast }
  /// What an axis runs over, where that matters.
  enum Space: AxisProperty {
    case plain, units, examples

    static var unset: Space { .plain }
  }

  var form: Form
  /// The extent of every axis: none of a scalar, one of a column or row, two of a matrix.
  var shape: Axes<Int>
  /// In row-major order.
  var ids: [ScalarID]
  var spaces: Axes<Space>
  /// The number that the first entry along each axis has.
  var bases: Axes<Int>
  /// Whether the first entry along some axis is the place of the bias.
  var hasBiasPlace = false
  /// Whether it stands for any one of its entries, as `any weight` does: what is done with it is done with each.
  var isEntrywise = false
  /// Whether it is a list in round brackets: a column, or a row beside one.
  var isTuple = false
  /// What it is the derivative of and by, where it is written as one.
  var derivative: Record?
  /// Whether it is made of derivatives of one number by a column: what documents also print as a row.
  var isGradient = false
  /// Whether it is a derivative of a number by a row, which lies as that does.
  var isGradientByRow = false
  /// Whether it is `a \otimes b` of two columns: a matrix, or the column of the same numbers, row by row.
  var isOuter = false
  /// Whether it is a row of a matrix, of which nothing says whether it stands or lies.
  var isLine = false

  /// An object, since few values have one and all are copied.
  final class Record: Sendable {
    let above: [ScalarID]
    let aboveShape: Axes<Int>
    let aboveForm: Form
    let below: [ScalarID]
    let belowShape: Axes<Int>
    let belowForm: Form

    init(
      above: [ScalarID], aboveShape: Axes<Int>, aboveForm: Form, below: [ScalarID], belowShape: Axes<Int>,
      belowForm: Form
    ) {
      (self.above, self.aboveShape, self.aboveForm) = (above, aboveShape, aboveForm)
      (self.below, self.belowShape, self.belowForm) = (below, belowShape, belowForm)
    }
  }

  static func scalar(_ id: ScalarID) -> Value {
    Value(form: .scalar, shape: [], ids: [id], spaces: [], bases: [])
  }
  static func column(_ ids: [ScalarID], _ space: Space = .units) -> Value {
    Value(form: .column, shape: [ids.count], ids: ids, spaces: [space], bases: [1])
  }
  static func row(_ ids: [ScalarID], _ space: Space = .units) -> Value {
    Value(form: .row, shape: [ids.count], ids: ids, spaces: [space], bases: [1])
  }
  static func matrix(
    _ rows: Int, _ columns: Int, _ ids: [ScalarID], _ spaces: Axes<Space> = [.units, .units]
  ) -> Value {
    Value(form: .matrix, shape: [rows, columns], ids: ids, spaces: spaces, bases: [1, 1])
  }

  /// One entry, whatever its form.
  var isSingle: Bool { ids.count == 1 && form != .tensor && !isSizeless }
  /// Whether it has an identity matrix in it whose size only its place says.
  var isSizeless: Bool { form == .identity || form == .identityFirst || form == .identityLast }
  /// Rows and columns of what a matrix product sees.
  var rows: Int {
    switch form {
    case .scalar, .row: 1
    case .column, .matrix: shape[0]
    case .tensor, .identity, .identityFirst, .identityLast: 0
    }
  }
  var columns: Int {
    switch form {
    case .scalar, .column: 1
    case .row: shape[0]
    case .matrix: shape[1]
    case .tensor, .identity, .identityFirst, .identityLast: 0
    }
  }
  var rowSpace: Space { form == .column || form == .matrix ? spaces[0] : .plain }
  var columnSpace: Space { form == .row ? spaces[0] : form == .matrix ? spaces[1] : .plain }

  var transposed: Value {
    var copy = self
    copy.derivative = nil
    copy.isOuter = false
    switch form {
    case .scalar, .tensor, .identity: return copy
    case .column: copy.form = .row
    case .row: copy.form = .column
    case .matrix, .identityFirst, .identityLast:
      let (rows, columns) = (shape[0], shape[1])
      copy.shape = [columns, rows]
      copy.spaces.swapAt(0, 1)
      copy.bases.swapAt(0, 1)
      copy.ids = (0..<(rows * columns)).map { ids[$0 % rows * columns + $0 / rows] }
    }
    return copy
  }

  /// The shape in words.
  var description: String {
    switch form {
    case .scalar: "a number"
    case .identity: "an identity matrix"
    case .identityFirst: "an identity matrix ⊗ \(shape[0]) × \(shape[1])"
    case .identityLast: "\(shape[0]) × \(shape[1]) ⊗ an identity matrix"
    case .column: "a column of \(shape[0])"
    case .row: "a row of \(shape[0])"
    case .matrix, .tensor: shape.map(String.init).joined(separator: " × ")
    }
  }

  /// A matrix of one column or one row as the vector that it is, to go with another.
  func vector(like other: Value) -> Value? {
    guard form == .matrix, other.form == .column && shape[1] == 1 || other.form == .row && shape[0] == 1 else {
      return nil
    }
    var copy = self
    let axis = other.form == .column ? 0 : 1
    (copy.form, copy.shape) = (other.form, [shape[axis]])
    (copy.spaces, copy.bases) = ([spaces[axis]], [bases[axis]])
    copy.derivative = nil
    return copy
  }

  func mapped(_ transform: (ScalarID) -> ScalarID) -> Value {
    var copy = self
    copy.derivative = nil
    copy.ids = ids.map(transform)
    return copy
  }

  /// The indices along each axis of the entry at `offset`, as the document counts.
  func indices(at offset: Int) -> [Int] {
    var rest = offset
    var indices = [Int](repeating: 0, count: shape.count)
    for axis in shape.indices.reversed() {
      indices[axis] = rest % shape[axis] + bases[axis]
      rest /= shape[axis]
    }
    return indices
  }
}

extension Value {
  /// Entries with the same along every axis, counted from 1.
  init(_ form: Form, _ shape: Axes<Int>, _ ids: [ScalarID], of space: Space) {
    self.init(
      form: form, shape: shape, ids: ids, spaces: Axes(repeating: space, count: shape.count),
      bases: Axes(repeating: 1, count: shape.count))
  }
}

/// Why an expression has no value.
enum EvaluationProblem: Error {
  /// What is written can't be computed by any reading: shapes that don't fit, a letter with two domains.
  case refuted(String, left: String?, right: String?)
  /// A layer that does not exist at these indices.
  case noLayer
  /// A unit or example that does not exist.
  case noUnit(OpenReason.Absence)
  case reading(ReadingProblem)

  static func unsupported(_ what: Unsupported) -> EvaluationProblem { .reading(.unsupported(what, 0..<0)) }
}

extension Value {
  /// With the first entries counted as a document does that says how it counts indices; examples keep theirs.
  func counted(from base: Int) -> Value {
    guard bases.count > 0 else { return self }
    var copy = self
    for axis in 0..<bases.count where bases[axis] == 1 && spaces[axis] != .examples { copy.bases[axis] = base }
    return copy
  }
}
