/// What expressions came to on one probe, by all that they depend on.
struct KnownValues {
  /// An expression with what it depends on.
  struct Place: Equatable {
    /// See `ExpressionNumbers`.
    let number: Int
    /// See `LetterValues`.
    let letters: UInt128
    let example: Int
    let isInsideFunction: Bool
    let keepsProducts: Bool
    /// What the parameters of a function are that a symbol of the document stands in.
    let arguments: [Argument]

    var hash: UInt64 {
      var hash = MixedHash()
      hash.mix(UInt64(truncatingIfNeeded: number))
      hash.mix(UInt64(truncatingIfNeeded: letters))
      hash.mix(UInt64(truncatingIfNeeded: letters >> 64))
      hash.mix(UInt64(truncatingIfNeeded: example << 2 + (isInsideFunction ? 2 : 0) + (keepsProducts ? 1 : 0)))
      for argument in arguments { for id in argument.ids { hash.mix(UInt64(truncatingIfNeeded: id.index)) } }
      return hash.value
    }
  }
  struct Argument: Equatable {
    let form: Value.Form
    let ids: [ScalarID]
  }
  /// A value with what is to be taken down wherever it is used: an object, since it is looked at more often than made.
  final class Entry {
    let value: Value
    let notes: EvaluationNotes

    init(value: Value, notes: EvaluationNotes) { (self.value, self.notes) = (value, notes) }
  }

  private var index = ScalarIndex()
  private var places: [Place] = []
  private var entries: [Entry] = []

  subscript(place: Place) -> Entry? {
    places.isEmpty ? nil : index.find(place.hash) { places[Int($0)] == place }.map { entries[Int($0)] }
  }

  /// - Precondition: nothing is known of this place.
  mutating func add(_ entry: Entry, at place: Place) {
    index.append(place.hash)
    places.append(place)
    entries.append(entry)
  }
}

/// What an evaluation takes down besides the value.
struct EvaluationNotes {
  /// The probe's numbers of derivatives that took part, at most as many as are confirmed.
  var derivatives: [Int] = []
  /// Conventions that are or would have been of use: with any other the same is computed.
  var asked: ConventionSet = []
  /// Whether it has kinks of its own, which are the link's.
  var hasBranches = false
  /// Whether it was asked what a letter runs over elsewhere in the link.
  var looksElsewhere = false

  /// The most derivatives of a link that a second route confirms.
  static let derivativeLimit = 40

  mutating func note(derivative number: Int) {
    guard derivatives.count < Self.derivativeLimit, !derivatives.contains(number) else { return }
    derivatives.append(number)
  }

  mutating func take(_ other: EvaluationNotes) {
    if derivatives.isEmpty {
      derivatives = other.derivatives
    } else {
      for number in other.derivatives { note(derivative: number) }
    }
    asked.formUnion(other.asked)
    hasBranches = hasBranches || other.hasBranches
    looksElsewhere = looksElsewhere || other.looksElsewhere
  }
}

/// What expressions came to on one probe, while letters name the same numbers and examples: for all links.
final class CommonValues {
  let constants: [String: Int]
  let exampleLetters: Set<String>
  /// See `Evaluator`.
  let arrangementOfExamples: SymbolMeaning.Examples?
  // See `Evaluator`.
  @exclusivity(unchecked) var known = KnownValues()
  @exclusivity(unchecked) var demands = KnownDemands()
  @exclusivity(unchecked) var sums = KnownSums()

  init(constants: [String: Int], exampleLetters: Set<String>, arrangementOfExamples: SymbolMeaning.Examples?) {
    (self.constants, self.exampleLetters) = (constants, exampleLetters)
    self.arrangementOfExamples = arrangementOfExamples
  }
}

/// What the letters of expressions run over on one probe, once layers have a number.
struct KnownDemands {
  /// An expression with what it depends on.
  struct Place: Equatable {
    let number: Int
    let letters: UInt128
    let hasLayers: Bool

    var hash: UInt64 {
      var hash = MixedHash()
      hash.mix(UInt64(truncatingIfNeeded: number << 1 + (hasLayers ? 1 : 0)))
      hash.mix(UInt64(truncatingIfNeeded: letters))
      hash.mix(UInt64(truncatingIfNeeded: letters >> 64))
      return hash.value
    }
  }

  private var index = ScalarIndex()
  private var places: [Place] = []
  private var demands: [Result<LetterDemands, EvaluationProblem>] = []

  subscript(place: Place) -> Result<LetterDemands, EvaluationProblem>? {
    index.find(place.hash) { places[Int($0)] == place }.map { demands[Int($0)] }
  }

  /// - Precondition: nothing is known of this place.
  mutating func add(_ found: Result<LetterDemands, EvaluationProblem>, at place: Place) {
    index.append(place.hash)
    places.append(place)
    demands.append(found)
  }
}

/// What the letters of sums run over, and which of them name examples.
struct KnownSums {
  var domains: [SumLetter: (numbers: [Int], notes: EvaluationNotes)] = [:]
  var areExamples: [SumLetter: (isOne: Bool, notes: EvaluationNotes)] = [:]
}

/// A letter of a sum, with all that it depends on what it runs over.
struct SumLetter: Hashable {
  /// The body's: see `ExpressionNumbers`.
  let number: Int
  let letter: String
  /// All that the sum binds.
  let letters: [String]
  /// The numbers of layers and the like: see `ExpressionContent`.
  let places: UInt128
  let example: Int
  let isInsideFunction: Bool
}
