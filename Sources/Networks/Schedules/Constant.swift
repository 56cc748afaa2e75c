extension Schedule {
  /// The same rate in every epoch.
  package static let constant = Schedule(
    "constant", form: "constant", summary: "The learning rate stays the same; the default."
  ) { rate, _, _, _ in rate }
}
