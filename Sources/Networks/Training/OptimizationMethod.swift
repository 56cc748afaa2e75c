package import Catalog

/// An optimizer as a notebook names it: its words, the constants that it takes, and how it is made of them.
package struct OptimizationMethod: Sendable {
  package let entry: CatalogEntry
  /// What to say in a report where textbooks and frameworks have several forms.
  package let convention: String?
  /// How many examples a step takes where the notebook does not say; nil for all of them.
  package let examplesPerStep: Int?
  package var constants: Settings
  private let make: @Sendable (Settings) -> any Optimizer

  init(
    _ name: String, aliases: [String] = [], summary: String, convention: String? = nil, examplesPerStep: Int? = nil,
    constants: [(Setting, Double)] = [], make: @escaping @Sendable (Settings) -> any Optimizer
  ) {
    let form = name + constants.map { "[, \($0.0.name) <\($0.1)>]" }.joined()
    entry = CatalogEntry(.optimizer, name, aliases: aliases, form: form, summary: summary)
    self.convention = convention
    self.examplesPerStep = examplesPerStep
    self.constants = Settings(constants)
    self.make = make
  }

  /// Every optimizer that a notebook can name.
  package static let all: [OptimizationMethod] = [
    .gradientDescent, .stochasticGradientDescent, .momentum, .nesterov, .adaGrad, .rmsProp, .adam, .adamW,
  ]

  /// The constants of all of them.
  package static let constants: [Setting] = [.momentum, .decay, .beta1, .beta2, .epsilon, .weightDecay]

  /// The optimizer with this name or alias.
  package static func named(_ word: String) -> OptimizationMethod? { all.first { $0.entry.spellings.contains(word) } }

  package var name: String { entry.name }

  /// An optimizer that has seen no step.
  package func optimizer() -> any Optimizer { make(constants) }
}

extension OptimizationMethod: Equatable {
  package static func == (left: OptimizationMethod, right: OptimizationMethod) -> Bool {
    left.entry == right.entry && left.constants == right.constants
  }
}

extension Setting {
  package static let momentum = Setting(
    "momentum", .fraction, summary: "μ of momentum and nesterov: how much of the velocity a step keeps.")
  package static let decay = Setting(
    "decay", .fraction, summary: "α of rmsprop: how much of the mean square a step keeps.")
  package static let beta1 = Setting("beta1", .fraction, summary: "β₁ of adam: how much of the mean a step keeps.")
  package static let beta2 = Setting(
    "beta2", .fraction, summary: "β₂ of adam: how much of the mean square a step keeps.")
  package static let epsilon = Setting("epsilon", .notNegative, summary: "ε, which keeps a divisor from being 0.")
  package static let weightDecay = Setting(
    "weight decay", .notNegative, summary: "λ of adamw: a step multiplies the parameters by 1 − ηλ.")
}
