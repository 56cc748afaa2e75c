/// How many digits a number is shown with.
package enum NumberStyle: Sendable, Codable, Hashable {
  /// Rounded to so many significant digits, trailing zeros kept out.
  case significant(Int)
  /// Rounded to so many digits after the decimal point, all shown.
  case decimals(Int)

  /// Six significant digits: what a pocket calculator's user copies down.
  package init() { self = .significant(6) }
}
