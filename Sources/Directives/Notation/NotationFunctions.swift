import Catalog
import Networks

/// What authors call activation functions, and the layers that have them.
enum NotationFunctions {
  typealias Rule = NotationWording.Rule

  static let names = [
    "nonlinearity", "non-linearity", "transfer function", "nonlinear function", "non-linear function",
    "squashing function", "transition function",
    "nonlinear activation function", "non-linear activation function", "response function", "output function",
    "activation nonlinearity",
  ]

  /// Those of several layers: which is meant shows what the function is applied to.
  static let ofLayers = (["activation function"] + names).map { name in
    NotationWording.Family(beginningWith: name) {
      var rules: [Rule] = []
      for of in ["of", "in", "for", "at", "used in", "applied in"] {
        for layers in ["hidden layers", "all layers", "each layer", "every layer", "layers"] {
          let layer = layers == "hidden layers" ? " of layer hidden-layers" : ""
          rules.append(Rule("\(name) \(of) \(layers)", "activation function\(layer)"))
        }
        for units in ["units", "neurons", "nodes"] {
          for layer in ["hidden", "output"] {
            for written in [
              "\(layer) \(units)", "\(layer) layer \(units)", "\(units) of \(layer) layer",
              "\(units) of \(layer) layers",
              "\(units) in \(layer) layers",
            ] {
              rules.append(Rule("\(name) \(of) \(written)", "activation function of layer \(layer)"))
            }
          }
        }
      }
      return rules
    }
  }

  static let rules: [Rule] = {
    var rules = (["activation function"] + names).map {
      Rule("hidden layers ' \($0)", "activation function of layer hidden-layers")
    }
    for how in ["elementwise", "element-wise", "entrywise", "componentwise", "entry by entry", "element by element"] {
      rules += [
        Rule("applied \(how)", ""), Rule(", applied \(how)", ""),
        Rule("that acts \(how)", ""),
      ]
    }
    for whole in ["network", "model"] {
      rules.append(Rule("\(whole) as a function of", "predictions , as a function of"))
    }
    rules += [
      Rule("logistic sigmoid", "sigmoid function"),
      Rule("logistic sigmoid function", "sigmoid function"),
    ]
    for name in Activation.all.flatMap(\.entry.spellings) {
      for written in [name, "\(name) activation", "\(name) function", "\(name) activation function"] {
        rules.append(Rule(written, "\(name) function"))
      }
    }
    return rules
  }()
}
