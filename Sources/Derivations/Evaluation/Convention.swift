/// Readings of an equation that re-read its layout, its types or the reach of its signs. The table is closed: none of
/// them puts in a factor or a sign.
package enum Convention: String, CaseIterable, Sendable, Hashable {
  case elementwiseDot = "⊙ written as ·"
  case rowGradient = "row gradient or layout"
  case elementwiseDerivative = "elementwise derivative written for a diagonal Jacobian"
  case biasBroadcast = "bias broadcast over the examples"
  case biasRowDropped = "bias row dropped"
  case sumOverExamples = "sum over the examples only"
  case exampleUnderstood = "example understood"
  case costOfOneExample = "cost of one example"
  case summedLossDerivative = "d of the summed loss"
  case wideSum = "wide sum"
  case repeatedIndex = "sum over the repeated index"
  case entrywiseQuotient = "quotient entry by entry"
  case binaryTargets = "targets 0/1"
  case frozenParameter = "frozen parameter"

  /// Those that change what is read, and not how it is evaluated.
  var isOfReading: Bool { self == .wideSum }
}
