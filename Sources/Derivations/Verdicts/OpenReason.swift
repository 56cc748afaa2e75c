/// Why an equation is not checked. The list is complete: `Documentation/equations.md` has each of them.
package enum OpenReason: Hashable, Sendable {
  // What can't be read.
  case unbound(String)
  case ambiguous(String)
  case damaged(String)
  case dots
  case text(String)
  case unsupported(Unsupported)
  case notAnEquation
  case sideMissing
  case relation(String)
  case mapWithoutName
  case otherSet
  case noShape(String)
  // What nothing says.
  case noNetwork
  case bareFunction
  case unnamedConstant
  case severalActivations
  case noRegularization
  case someExample
  case noTargetUnit
  case lettersOfCondition
  case summedCondition(String)
  case conditionInWords
  case sumOfNumber
  case letterWithoutRange(String)
  case twofoldLetter(String)
  case constantDenominator
  case independent
  // What there is nothing to compare for.
  case severalComponents
  case nothingLeft
  case noLayer
  case noCommonLayer
  case absent(Absence)
  case noOwnNetwork
  case onlyOwnNetwork
  case rounding
  case oneSide
  case overlappingCases
  case routes
  // Updates.
  case otherOptimizer
  case unchanged
  case noRate
  case unknownRate
  case arrow

  /// What does not exist on a network, by its number in the document.
  package enum Absence: Hashable, Sendable {
    case entry(Int, of: String)
    case example(Int)
    case unit(Int)
    case unitOrExample(Int)
    case line(Int)
    case biases(ofLayer: Int)
  }

  package var words: String {
    switch self {
    case .unbound(let symbol): "nothing says what `\(symbol)` means"
    case .ambiguous(let symbol): "`\(symbol)` is bound for other letters, which name different layers"
    case .damaged(let what): "damaged LaTeX: \(what)"
    case .dots: "dots that nothing expands"
    case .text(let text): "`\(text)` stands among the symbols"
    case .unsupported(let what): "\(what.words) is not supported"
    case .notAnEquation: "not an equation"
    case .sideMissing: "a side of the relation is missing"
    case .relation(let sign): "the relation is `\(sign)`"
    case .mapWithoutName: "not an equation: `\\mapsto` without a name"
    case .otherSet: "only membership in `\\mathbb{R}^{…}` is checked"
    case .noShape(let why): "it has no shape: \(why)"
    case .noNetwork: "no network is defined above"
    case .bareFunction: "a function stands without its argument"
    case .unnamedConstant: "a constant that has no name stands where it can't be left out"
    case .severalActivations: "the layers have several activation functions, and nothing says which is meant"
    case .noRegularization: "the loss was defined without regularization"
    case .someExample: "nothing says which example is meant"
    case .noTargetUnit: "the targets name no single unit"
    case .lettersOfCondition: "nothing says what the letters of a condition are"
    case .summedCondition(let letter): "a condition on the summed letter `\(letter)`"
    case .conditionInWords: "a condition that is said in words"
    case .sumOfNumber: "a sum that does not say over what, of a number"
    case .letterWithoutRange(let letter): "nothing says what `\(letter)` runs over"
    case .twofoldLetter(let letter): "`\(letter)` is summed over, and names the layer, too"
    case .constantDenominator: "a derivative by a number that never varies"
    case .independent: "what is differentiated is not computed from what it is differentiated by"
    case .severalComponents: "numbers are compared with one component only"
    case .nothingLeft: "nothing is left to compare"
    case .noLayer: "the layers that it speaks of do not exist"
    case .noCommonLayer: "no layer exists for which all of it does"
    case .absent(let what): what.words
    case .noOwnNetwork: "numbers are judged on the author's network, and there is none"
    case .onlyOwnNetwork: "it can be tried on the author's network only"
    case .rounding: "rounding hides every component"
    case .oneSide: "a kink was seen from one side only"
    case .overlappingCases: "two rows of the cases apply at once, and differ"
    case .routes: "the two routes to a derivative do not agree"
    case .otherOptimizer: "training does not use plain gradient descent"
    case .unchanged: "an assignment that changes nothing"
    case .noRate: "nothing says which symbol is the learning rate"
    case .unknownRate: "nothing says how large the learning rate is"
    case .arrow: "an arrow that changes no parameter"
    }
  }
}

extension OpenReason.Absence {
  var words: String {
    switch self {
    case .entry(let number, let whole): "there is no entry \(number) in \(whole)"
    case .example(let number): "there is no example \(number)"
    case .unit(let number): "there is no unit \(number)"
    case .unitOrExample(let number): "there is no unit or example \(number)"
    case .line(let number): "there is no row or column \(number)"
    case .biases(let layer): "layer \(layer) has no biases"
    }
  }
}
