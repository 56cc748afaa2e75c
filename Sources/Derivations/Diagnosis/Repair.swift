import TeXMath

/// A correction that makes a refuted link hold.
package struct Repair: Sendable, Hashable {
  /// The whole display, corrected.
  package var display: String
  /// The place of the one link that it mends, where others of the display still fail.
  package var link: Int?
  /// The side that changed, and the symbol in it.
  package var parts: [String]
  /// Whether one that comes before it mends the same link in the same way: `m A = B` beside `A = \frac{1}{m} B`.
  package var isSpelling = false
}

extension RepairSearch {
  struct Found {
    var text: String
    /// The side that changed, and the symbol in it.
    var parts: [String]
    /// How many links of the display still want a repair.
    var remaining: Int
    var order: Int
    var kind: Edit.Kind
    var edit: Edit
    /// The place of the link among all of the display.
    var link = 0
    /// Whether the link is then true by a convention.
    var isConventional = false
    /// What the corrected display says, whatever its spelling.
    var meaning: [String] = []
    /// To leave something out is less than to add what cancels it.
    var isDeletion: Bool { edit.splices.allSatisfy { $0.text.isEmpty } }

    private var plausibility: (Int, Int, Int, Int) {
      (remaining, isConventional ? 1 : 0, kind.rawValue, isDeletion ? 0 : 1)
    }
    func isMorePlausible(than other: Found) -> Bool {
      plausibility == other.plausibility ? order < other.order : plausibility < other.plausibility
    }
  }
}
