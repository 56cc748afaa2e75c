/// What a unit takes in and gives, said without the nouns for it: `the value of hidden unit j`, `the input of the softmax`.
enum NotationValues {
  typealias Rule = NotationWording.Rule

  static let rules: [Rule] = passedOn + functionArguments + sources

  /// What a unit passes on.
  private static let passedOn: [Rule] = ["value", "state", "response"].flatMap { value -> [Rule] in
    NotationWording.unitWords.flatMap { unit -> [Rule] in
      ["hidden", "output", "input"].flatMap { layer -> [Rule] in
        ["of", "at", "in"].flatMap { of -> [Rule] in
          [
            Rule("\(value) \(of) \(layer) \(unit) *", "activation of unit * of layer \(layer)"),
            Rule("\(value)s \(of) \(layer) \(unit)s", "activations of layer \(layer)"),
          ]
        }
      } + ["of", "at", "in"].map { Rule("\(value) \($0) \(unit) *", "activation of unit *") }
    } + ["hidden", "output"].map { Rule("\(value)s of \($0) layer", "activations of layer \($0)") }
  }

  /// What an activation function is applied to.
  private static let functionArguments: [Rule] = ["input", "argument"].flatMap { noun -> [Rule] in
    ["of", "to", "for"].flatMap { of -> [Rule] in
      ["", "s"].flatMap { plural -> [Rule] in
        ["activation function", "nonlinearity", "transfer function", "activation", "sigmoid", "sigmoid function"].map {
          Rule("\(noun)\(plural) \(of) \($0)", "weighted input\(plural)")
        }
          + ["softmax", "softmax function", "softmax layer"].map {
            Rule("\(noun)\(plural) \(of) \($0)", "weighted input\(plural) of layer output")
          }
      }
    }
  }

  /// What weights may come from besides units.
  private static let sources: [Rule] = ["feature", "input feature", "attribute", "pixel"].flatMap { source in
    [
      Rule("from \(source) *", "from unit *"),
      Rule("between \(source) * and hidden unit *", "from unit * to unit * of layer hidden"),
    ]
  }
}
