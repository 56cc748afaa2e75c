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
    /// Whether the link is then an update, in which the sign before the rate is likelier to be wrong than a difference.
    var isUpdate = false
    /// Whether the link is then true by a convention.
    var isConventional = false
    /// What the corrected display says, whatever its spelling.
    var meaning: [String] = []
    /// To leave something out is less than to add what cancels it.
    var isDeletion: Bool { edit.splices.allSatisfy { $0.text.isEmpty } }

    private var plausibility: (Int, Int, Int, Int) {
      (
        remaining, isConventional ? 1 : 0, isUpdate && kind == .swap ? Edit.Kind.prime.rawValue : kind.rawValue,
        isDeletion ? 0 : 1
      )
    }
    func isMorePlausible(than other: Found) -> Bool {
      plausibility == other.plausibility ? order < other.order : plausibility < other.plausibility
    }
  }

  /// A way of mending a link. Whatever makes it hold gives the changed side the value of the other one, so that two
  /// changes of one kind are nearly always one change, written in two places: a factor before a sum or in it, an index on
  /// the left or on the right.
  struct Way: Hashable {
    var kind: Edit.Kind
    var link: Int?

    init(_ found: Found) {
      // A difference turned around is a sign.
      kind = found.kind == .swap ? .sign : found.kind
      link = found.remaining > 0 ? found.link : nil
    }
  }
}
