/// One display equation. Contract: the names of the verdicts.
package struct EquationResult: Sendable, Codable, Equatable {
  package enum Verdict: String, Sendable, Codable, CaseIterable {
    case holds, convention, fails, defines, conflicts, updates
    case notChecked = "not-checked"
  }
  package var line: Int
  package var tex: String
  package var label: String?
  package var verdict: Verdict
  package var expected: Verdict?
  /// Whether the author does not want it checked.
  package var isSkipped = false
  /// Whether it was not checked because of an error above, which was reported there.
  package var isPassedOver = false
  /// Why the verdict is what it is, in words, where it is not plain: which link, and what the others came to.
  package var reason: String?
  /// The conventions under which it is true, where it is true under one only.
  package var convention: String?
  /// Corrected displays in LaTeX that hold on every network, the most plausible first.
  package var repairs: [String]
  /// Displays of which one link is corrected, while others still fail.
  package var partialRepairs: [PartialRepair] = []
  /// Other spellings of these, for programs: a reader needs one of them.
  package var spellings: [String] = []
  /// Of all these, what changed: one side, one symbol.
  package var corrections: [String] = []
  /// One for each relation that the display states, in order.
  package var links: [Link]

  package struct PartialRepair: Sendable, Codable, Equatable {
    /// The place of the corrected link among `links`.
    package var link: Int
    package var tex: String

    package init(link: Int, tex: String) { (self.link, self.tex) = (link, tex) }
  }

  /// One relation with its two sides.
  package struct Link: Sendable, Codable, Equatable {
    package var verdict: Verdict
    package var line: Int
    /// Of the row that it stands in.
    package var label: String?
    package var tex: String
    package var reason: String?
    package var convention: String?
    /// What was compared; nil where nothing was.
    package var evidence: Evidence?
    /// The link with the numbers of one component in place of its symbols.
    package var substitution: Substitution?

    package init(
      verdict: Verdict, line: Int, label: String?, tex: String, reason: String? = nil, convention: String? = nil,
      evidence: Evidence? = nil, substitution: Substitution? = nil
    ) {
      self.verdict = verdict
      self.line = line
      self.label = label
      self.tex = tex
      self.reason = reason
      self.convention = convention
      self.evidence = evidence
      self.substitution = substitution
    }
  }

  /// The reason of those that the author does not want checked.
  package static let skipped = "skipped by the author"

  package init(
    line: Int, tex: String, label: String?, verdict: Verdict, expected: Verdict? = nil, reason: String? = nil,
    convention: String? = nil, repairs: [String] = [], links: [Link] = []
  ) {
    self.line = line
    self.tex = tex
    self.label = label
    self.verdict = verdict
    self.expected = expected
    self.reason = reason
    self.convention = convention
    self.repairs = repairs
    self.links = links
  }
}

extension EquationResult {
  /// What was compared to come to a verdict about one link.
  package struct Evidence: Sendable, Codable, Equatable {
    /// The value of an index letter at the component shown.
    package struct Index: Sendable, Codable, Equatable {
      /// The letter in LaTeX.
      package var letter: String
      package var value: Int
      package init(letter: String, value: Int) {
        self.letter = letter
        self.value = value
      }
    }
    /// The component where both sides differ most, with its two numbers.
    package var left: Double?
    package var right: Double?
    package var at: [Index]
    /// The place of the component within vectors or matrices, counted from 1; empty where both sides are numbers.
    package var entry: [Int]
    /// The largest difference of any component.
    package var maxError: Double?
    /// Components compared, on all networks together, and those left out because rounding or overflow hides them. A
    /// link that is refuted was compared on one network as a whole, the one whose numbers are shown.
    package var compared: Int
    package var skipped: Int
    /// How many random networks took part, and whether the author's own did.
    package var probes: Int
    package var includesOwn: Bool
    /// Whether the link speaks of numbers alone: what was random is then a point, and no network.
    package var isOfPoints = false
    /// Whether numbers of the author's cells take part, so that one of the points is the author's own.
    package var hasOwnNumbers = false
    /// How many of the author's examples took part, where they were not all.
    package var ownExamples: Int?
    /// Where the sides differ in shape, both of them in words: `3 × 4`.
    package var leftShape: String?
    package var rightShape: String?

    package init(
      left: Double? = nil, right: Double? = nil, at: [Index] = [], entry: [Int] = [], maxError: Double? = nil,
      compared: Int = 0,
      skipped: Int = 0, probes: Int = 0, includesOwn: Bool = false, ownExamples: Int? = nil,
      leftShape: String? = nil, rightShape: String? = nil
    ) {
      self.left = left
      self.right = right
      self.at = at
      self.entry = entry
      self.maxError = maxError
      self.compared = compared
      self.skipped = skipped
      self.probes = probes
      self.includesOwn = includesOwn
      self.ownExamples = ownExamples
      self.leftShape = leftShape
      self.rightShape = rightShape
    }
  }

  /// An equation as a student would write it with numbers: `2 \cdot (0.6 - 0.25) = 0.7`.
  package struct Substitution: Sendable, Codable, Equatable {
    package var tex: String
    package var at: [Evidence.Index]
    package init(tex: String, at: [Evidence.Index] = []) {
      self.tex = tex
      self.at = at
    }
  }
}
