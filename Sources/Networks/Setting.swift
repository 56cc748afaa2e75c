package import Catalog

/// A number that a word of the notebook language takes, such as the momentum of an optimizer or the noise of data.
package struct Setting: Sendable, Hashable {
  package let entry: CatalogEntry
  package let range: NumberRange

  init(_ name: String, aliases: [String] = [], _ range: NumberRange, summary: String) {
    entry = CatalogEntry(.option, name, aliases: aliases, form: "\(name) <number>", summary: summary)
    self.range = range
  }

  package var name: String { entry.name }
}

/// Which numbers a setting may have.
package enum NumberRange: Sendable, Hashable {
  case fraction, notNegative, positive
  /// A whole number that is at least so large and fits an Int exactly.
  case whole(from: Int)

  package func allows(_ value: Double) -> Bool {
    switch self {
    case .fraction: value >= 0 && value < 1
    case .notNegative: value >= 0 && value.isFinite
    case .positive: value > 0 && value.isFinite
    case .whole(let least): value >= Double(least) && value <= 0x1p53 && Double(Int(value)) == value
    }
  }

  /// What `allows` asks for: "must be …".
  package var words: String {
    switch self {
    case .fraction: "at least 0 and less than 1"
    case .notNegative: "at least 0"
    case .positive: "greater than 0"
    case .whole(let least): "a whole number, at least \(least)"
    }
  }
}

/// The settings that a word takes, in the order in which they are listed, each with its value.
package struct Settings: Sendable, Hashable {
  private var settings: [Setting]
  private var values: [Double]

  init(_ defaults: [(Setting, Double)] = []) { (settings, values) = (defaults.map(\.0), defaults.map(\.1)) }

  package var all: [(setting: Setting, value: Double)] { zip(settings, values).map { (setting: $0, value: $1) } }

  package func contains(_ setting: Setting) -> Bool { settings.contains(setting) }

  /// - Precondition: the setting is one of these, and its range allows a new value.
  package subscript(setting: Setting) -> Double {
    get { values[place(of: setting)] }
    set {
      precondition(setting.range.allows(newValue), "\(setting.name) is \(setting.range.words), not \(newValue)")
      values[place(of: setting)] = newValue
    }
  }

  private func place(of setting: Setting) -> Int {
    guard let place = settings.firstIndex(of: setting) else { preconditionFailure("there is no \(setting.name) here") }
    return place
  }
}
