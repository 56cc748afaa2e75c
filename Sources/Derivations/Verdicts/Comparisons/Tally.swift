/// What comparing the two sides of a link on one probe came to.
enum ProbeOutcome {
  case agrees(Tally)
  case differs(Difference, Tally)
  /// What is written can't be computed by this reading.
  case refuted(String, left: String?, right: String?)
  /// Nothing that the link speaks of exists on this probe.
  case nothing(OpenReason)
  case problem(ReadingProblem)
}

/// What was compared.
struct Tally {
  var compared = 0
  /// Components that rounding or overflow hides.
  var skipped = 0
  /// Components that differ.
  var differing = 0
  /// Components of which both sides are exactly 0, though not by their structure: that of ReLU behind its kink.
  var vanishing = 0
  /// Components of which both sides are 0 by their structure.
  var zeros = 0
  var largest = 0.0
  var kinks: Kinks = []
  var derivatives: [Probe.DerivativeKey] = []
  var used: ConventionSet = []
  /// Which sides of its own kinks the equation was seen on.
  var branches: [Branching: Set<Int>] = [:]
  /// Whether two rows of cases apply at once, and differ.
  var overlaps = false
  /// Which rows of cases were met that are chosen by layers.
  var rowsOfLayers: [Branching: Set<Int>] = [:]
  /// What the components have in common where the sides differ.
  var pattern = DifferencePattern()
  /// A component with its letters, for the line with numbers.
  var first: Difference?
  /// That which the author asks to see.
  var chosen: Difference?
  /// The first component of each choice of layers: some layers are too wide to be written out.
  var ofLayers: [Difference] = []
}

/// One component with the numbers of both sides.
struct Difference {
  var letters: [(letter: String, value: Int)]
  var entry: [Int]
  var left: Double
  var right: Double
  /// The letters and the example with which it was evaluated.
  var context = Evaluator.Context()
  /// Whether something in it belongs to an example that is not named.
  var hasUnlabelledExample = false
  /// Letters that name examples.
  var exampleLetters: [String] = []
}

/// How the two sides of a link have to be related.
enum LinkRelation: Equatable {
  case equal
  case compared(Expression.Comparison)
}
