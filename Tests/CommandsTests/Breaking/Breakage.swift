import Diagnostics
import Directives
import Documents
import Networks

/// A notebook with one thing broken in it.
struct Breakage: Sendable, CustomStringConvertible {
  enum Part: Sendable, Equatable {
    /// A word of a statement, or of a value in a sentence.
    case word
    /// A number changed into another number.
    case number
    /// A number that is none any more.
    case garbledNumber
    /// A bracket, dollar, bar, colon, arrow.
    case delimiter
    /// The line break between two statements, or the blank before a line of a statement.
    case layout
    /// The fence of a cell or its name.
    case fence
    case frontMatter
    /// A label or a reference to one.
    case label
    /// The destination of a link.
    case path
  }
  var part: Part
  var description: String
  var text: [UInt8]
  /// Where in the broken text the author would look: the statement with the change.
  var place: Range<Int>
  /// Whether it is in a formula, or in a statement that only shows a number or claims one: what it says then instead
  /// stands in the report beside what it comes to.
  var isVisible = false
  /// Whether all that is gone is the name of an activation function: a layer without one is linear, which is another
  /// network and no mistake that could be seen.
  var dropsActivation = false
}

/// An edit of a text.
struct Edit {
  var range: Range<Int>
  var replacement: String
  var what: String
}

extension Breakage {
  /// - Parameter place: in the unbroken text
  init(_ part: Part, _ edit: Edit, of text: [UInt8], in place: Range<Int>) {
    let new = Array(edit.replacement.utf8)
    let old = String(decoding: text[edit.range], as: UTF8.self)
    self.part = part
    dropsActivation = part == .word && edit.replacement.isEmpty && Activation.named(old) != nil
    description = "\(edit.what) `\(old)` → `\(edit.replacement)` at \(edit.range.lowerBound)"
    self.text = text[..<edit.range.lowerBound] + new + text[edit.range.upperBound...]
    let growth = new.count - edit.range.count
    self.place =
      min(place.lowerBound, edit.range.lowerBound)..<max(place.upperBound + growth, edit.range.lowerBound + new.count)
  }
}

/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
