/// What is not read, or not calculated. The manual lists the facts; a report has them in its language.
package enum Unsupported: Hashable, Sendable {
  /// As it is written, and where it stands.
  case written(String, Place = .anywhere)
  /// Something with a noun of a sentence: `the Jacobian`.
  case noun(String)
  /// A function of so many arguments.
  case arguments(Int)
  /// A function by its name, of a value of this shape.
  case shape(String, of: String)
  case fact(Fact)

  package enum Place: Hashable, Sendable {
    case anywhere, here, inExpression, insideExpression, withoutArguments, withIndex, withoutLayer
    case asIndex, asRange, asCondition
  }

  package enum Fact: String, CaseIterable, Hashable, Sendable {
    case matrixOfVectors = "a matrix made of vectors"
    case listOfVectors = "a list of vectors"
    case onesWithoutNumber = "ones of which nothing says how many they are"
    case argOverNoIndex = "`\\arg` over what is no index"
    case otherStep = "a step of training other than this"
    case earlierStep = "a step of training other than this and the one before"
    case raggedMatrix = "a matrix whose rows differ in length"
    case diagonal = "a diagonal of this"
    case severalDifferentials = "a differential of several things"
    case sizelessIdentity = "an identity matrix of no size here"
    case numberBesideIdentity = "a number beside an identity matrix of no size"
    case maximumOfShapes = "the maximum of different shapes"
    case maximumOfNothing = "the maximum of nothing"
    case placeAmongVectors = "the place of a maximum among vectors"
    case prime = "a prime on this expression"
    case unitLoss = "the loss of a unit, since this loss is no sum,"
    case unitsOfNoLayer = "the number of units of no layer"
    case kroneckerIndices = "a Kronecker delta without two indices"
    case weightsToSeveralUnits = "weights to several units as a vector"
    case lineOfNoMatrix = "a row or column of something that is no matrix"
    case uncoveredCase = "an argument that no case covers"
    case shapesOfCases = "cases of different shapes"
    case vectorCondition = "a condition between vectors"
    case matrixNorm = "a norm of this kind of a matrix"
    case norm = "a norm of this kind"
    case root = "a root of this kind"
    case singularMatrix = "the inverse or the determinant of a singular matrix"
    case secondSoftmaxDerivative = "a second derivative of softmax"
    case constantOfOptimizer = "a constant of the optimizer that is no number"
    case rate = "a learning rate that is no number"
    case size = "a calculation of this size"
    case outerOfOneShape = "`\\otimes` between matrices of one shape"
    case productOfVectors = "a product of vectors"
    case productThatCountsDown = "a product of matrices that counts down"
    case emptyProduct = "an empty product"
    case productOverNothing = "a product that does not say over what"
    case matrixQuotient = "a quotient by a matrix"
    case emptyVector = "a vector without entries"
    case parameterWithoutValue = "a parameter without a value"
    case threeIndices = "something with three indices"
    case squareBetweenBars = "a square matrix between bars"
    case fractionalBound = "a bound that is no whole number"
    case gradientOfVector = "the gradient of a vector"
    case gradientByVectors = "a gradient by several vectors"
    case vectorExponent = "a vector as an exponent"
    case matrixPower = "a power of a matrix"
    case vectorsOfNumbers = "this calculation with vectors of numbers"
    case selfDefinition = "a definition that contains itself"
    case functionWithoutArgument = "a function without its argument"
    case inverseFunction = "an inverse"
    case derivativeOfNothing = "a derivative of nothing"
    case derivativeForm = "a derivative of this form"
    case gradientByNothing = "a gradient that does not say by what"
    case secondGradientByNothing = "a second gradient that does not say by what"
    case operatorAsSymbol = "an operator here"
    case leftSide = "this left side"
    case costElsewhere = "a cost at other values of its parameters"
    case quantityElsewhere = "a quantity of the network at another argument"
    case otherSet = "a set other than `\\mathbb{R}^{…}`"
  }

  /// A noun phrase, before "is not supported".
  package var words: String {
    switch self {
    case .written(let text, let place): place.words(text)
    case .noun(let name): "the \(name)"
    case .arguments(let count): "a function of \(count) arguments here"
    case .shape(let function, let shape): "\(function) of \(shape)"
    case .fact(let fact): fact.rawValue
    }
  }
}

extension Unsupported.Place {
  fileprivate func words(_ text: String) -> String {
    switch self {
    case .anywhere: "`\(text)`"
    case .here: "`\(text)` here"
    case .inExpression: "`\(text)` in an expression"
    case .insideExpression: "`\(text)` inside an expression"
    case .withoutArguments: "`\(text)` without its arguments"
    case .withIndex: "`\(text)` with an index"
    case .withoutLayer: "`\(text)`, whose sentence names no layer,"
    case .asIndex: "the index `\(text)`"
    case .asRange: "the range `\(text)`"
    case .asCondition: "the condition `\(text)`"
    }
  }
}
