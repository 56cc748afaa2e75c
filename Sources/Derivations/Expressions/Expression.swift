/// What a piece of an equation says, once the notation has said what its symbols mean.
///
/// Ranges are in bytes of the formula's text, so that a difference can be pointed at and a repair written in.
package struct Expression: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    /// A decimal number as written.
    case number(String)
    case constant(NamedConstant)
    /// `\text{const}`: a number that the document does not name.
    case unnamedConstant
    /// A quantity of the network, with its indices.
    case quantity(QuantityUse)
    /// A real variable, or a vector or matrix of them.
    case variable(Variable)
    /// A parameter of the function whose body this stands in.
    case parameter(Int)
    case negative(Expression)
    /// Terms with their signs: true for `-`.
    case sum([Term])
    /// An unbroken run of factors, bound by what stands between them.
    case product([Factor])
    case quotient(Expression, Expression)
    case power(Expression, Expression)
    case transposed(Expression)
    case derivative(Derivative)
    /// `\nabla_a C`
    case gradient(of: Expression, by: [Expression])
    case big(BigOperator)
    /// The length of a vector, or a norm of another kind.
    case norm(Expression, Norm = .euclidean)
    case absolute(Expression)
    /// A list in round brackets stands, or lies as its place asks.
    case matrix([[Expression]], isTuple: Bool = false)
    case cases([Case])
    case function(FunctionUse, [Expression])
    /// Entries of a value: `(z_1)_i`.
    case entry(Expression, [IndexExpression])
    /// `\mathbf 1`: ones in the length that its place asks for, or so many.
    case ones(Expression?)
    /// `I`: the identity matrix, as large as its place asks for, or with so many rows.
    case identity(Expression?)
    /// A letter that a sum binds, as the number that it is: the j of `\sum_j j`.
    case index(String)
    /// One of the whole numbers that `let` gives to names which differ in an index: the `n_l` of `n_0, n_1, n_2`.
    case member([NamedNumber], IndexExpression)
    /// 1 where a relation is true, else 0; the Kronecker delta.
    case indicator(Condition)
  }
  package enum Norm: Sendable, Hashable { case euclidean, sum, maximum }
  package struct Term: Sendable, Hashable {
    package var isNegative: Bool
    package var value: Expression
  }
  package struct Factor: Sendable, Hashable {
    package var binding: Binding
    package var value: Expression
  }
  /// What binds a factor to those before it.
  package enum Binding: Sendable, Hashable {
    case juxtaposition, dot, star, elementwise, outer
  }
  package struct Case: Sendable, Hashable {
    package var value: Expression
    /// nil for "otherwise".
    package var condition: Condition?
  }
  package struct Condition: Sendable, Hashable {
    package var left: Expression
    package var relation: Comparison
    package var right: Expression
    /// Conditions that have to be met with it: `k = i` and `l = j`.
    package var others: [Condition] = []

    /// Each by itself.
    var each: [Condition] {
      var first = self
      first.others = []
      return [first] + others
    }
    var sides: [Expression] { each.flatMap { [$0.left, $0.right] } }
  }
  /// A whole number and the index of its name.
  package struct NamedNumber: Sendable, Hashable {
    package var index: Int
    package var value: Int
  }
  package enum Comparison: String, Sendable, Hashable {
    case equal = "=", unequal = "≠", less = "<", atMost = "≤", greater = ">", atLeast = "≥"
  }

  package var kind: Kind {
    get { content.kind }
    set { content = ExpressionContent(newValue) }
  }
  package var range: Range<Int>
  /// Whether it stands written as one symbol, which the document has defined as this.
  var isNamed = false
  /// The same object in all copies.
  private(set) var content: ExpressionContent

  init(_ kind: Kind, _ range: Range<Int>) {
    content = ExpressionContent(kind)
    self.range = range
  }

  /// Whether both say the same, wherever they stand.
  package static func == (left: Expression, right: Expression) -> Bool {
    left.content == right.content && left.isNamed == right.isNamed
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(content) }
}

package enum NamedConstant: Sendable, Hashable { case pi, e }

/// A derivative as written: of what, by what, how often.
package struct Derivative: Sendable, Hashable {
  package var numerator: Expression
  /// One for each time it is differentiated.
  package var denominators: [Expression]
  /// Whether it is written with an upright or italic d.
  package var isOrdinary: Bool
}

/// `\sum`, `\prod`, `\max` and `\min` with what they run over.
package struct BigOperator: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case sum, product, maximum, minimum
    /// `\arg\max`, `\arg\min`
    case largestPlace, smallestPlace
    /// The values below one another, or side by side.
    case rows, columns
  }
  package var kind: Kind
  package var letters: [String]
  package var lower: Expression?
  package var upper: Expression?
  /// The letter at the end of a sum from 1 that nothing binds: the end of what there is, unless it is an index of the
  /// equation.
  package var openEnd: String?
  /// `j \ne i`
  package var conditions: [Condition]
  package var body: Expression
  /// The layers whose units letters are said to be: the k of `k \in outputs`.
  package var layers: [String: String] = [:]
  package typealias Condition = Expression.Condition
}

/// A real variable that `let` or an equation introduces, with its shape.
package struct Variable: Sendable, Hashable {
  /// What tells it from others.
  package var name: String
  /// [] for a number; extents may depend on the network.
  package var shape: [Expression]
  /// Whether a vector lies.
  package var isRow: Bool = false
  /// The number that `let` gives it, on the author's network.
  package var value: Double?
  /// Whether `let` says that it is one, `x \in \mathbb{R}`: a letter that nothing binds may be an index as well.
  package var isDeclared = false
}

/// A function with a name.
package enum FunctionUse: Sendable, Hashable {
  /// An elementary function by its name: `exp`, `log`.
  case elementary(String, primes: Int)
  /// The network's activation function, of a layer where one is named.
  case activation(layer: IndexExpression?, primes: Int)
  /// One that the catalog knows by name: `relu`.
  case named(String, primes: Int)
  /// The loss of an example, of predictions and targets.
  case loss
  /// The predictions, of inputs.
  case network
  case trace
  case determinant
  /// `\operatorname{vec}`: the columns of a matrix below one another.
  case columnsStacked
  /// `dX`: how X moves where the equation lets something move.
  case differential
  /// A vector as the diagonal of a matrix, or the diagonal of a matrix as a vector.
  case diagonal
  case maximum, minimum
  /// A function of a document: its body with a number for each parameter. Primes differentiate by the first.
  case defined(body: Expression, parameters: [Int], primes: Int)
}
