package import Catalog

/// How the learning rate changes from one epoch of a training to the next, as a notebook names it.
package struct Schedule: Sendable {
  /// The form has each argument in angle brackets, in the order of `arguments`; those in square brackets can be left out.
  package let entry: CatalogEntry
  package var arguments: Settings
  private let rate: @Sendable (_ initial: Double, _ epoch: Int, _ epochs: Int, _ arguments: Settings) -> Double

  init(
    _ name: String, aliases: [String] = [], form: String, summary: String, arguments: [(Setting, Double)] = [],
    rate: @escaping @Sendable (Double, Int, Int, Settings) -> Double
  ) {
    entry = CatalogEntry(.schedule, name, aliases: aliases, form: form, summary: summary)
    self.arguments = Settings(arguments)
    self.rate = rate
  }

  /// Every schedule that a notebook can name. Without one, the rate is constant.
  package static let all: [Schedule] = [
    .constant, .halving, .stepDecay, .exponentialDecay, .inverseTime, .cosine, .warmUp,
  ]

  /// The learning rate in an epoch.
  ///
  /// - Parameters:
  ///   - initial: the learning rate that the training was given
  ///   - epoch: counted from 0 in this training
  ///   - epochs: how many this training was asked for
  package func rate(_ initial: Double, epoch: Int, of epochs: Int) -> Double { rate(initial, epoch, epochs, arguments) }

  package var name: String { entry.name }

  /// The form with the arguments in their places: `halved every 100 epochs`.
  package func words(_ shown: (Double) -> String) -> String {
    arguments.all.reduce(entry.form.filter { $0 != "[" && $0 != "]" }) { words, argument in
      words.replacing("<\(argument.setting.name)>", with: shown(argument.value))
    }.replacing(" 1 epochs", with: " 1 epoch")
  }
}

extension Schedule: Equatable {
  package static func == (left: Schedule, right: Schedule) -> Bool {
    left.entry == right.entry && left.arguments == right.arguments
  }
}

extension Setting {
  static let epochs = Setting("epochs", .whole(from: 1), summary: "A number of epochs.")
  static let factor = Setting("factor", .positive, summary: "What the learning rate is multiplied by.")
  static let slowing = Setting("amount", .notNegative, summary: "What an epoch adds to the divisor.")
  static let finalRate = Setting("rate", .notNegative, summary: "A learning rate.")
}

extension Double {
  /// The number times itself so often, by repeated squaring: no library's power is the same everywhere.
  func power(_ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, self, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= square }
      square *= square
      rest >>= 1
    }
    return result
  }
}
