/// Which cost is meant: that of one example or of all, with or without its regularization.
enum NotationCosts {
  typealias Rule = NotationWording.Rule

  static let rules: [Rule] = {
    var rules: [Rule] = []
    // The mean is what training makes smaller.
    let costs = [
      ("loss", "loss"), ("cost", "cost"), ("cost function", "cost"), ("error", "loss"), ("cross-entropy", "loss"),
      ("cross-entropy loss", "loss"), ("objective", "loss"), ("loss function", "loss"),
    ]
    for (written, noun) in costs {
      for adjective in ["mean", "average"] { rules.append(Rule("\(adjective) \(written)", noun)) }
      // A cost of one example has the regularization, a loss has none.
      for adjective in ["regularized", "regularised"] { rules.append(Rule("\(adjective) \(written)", "cost")) }
      for adjective in ["unregularized", "unregularised"] {
        rules.append(Rule("\(adjective) \(written)", "cost without regularization"))
      }
      rules.append(Rule("\(written) without regularization term", "cost without regularization"))
    }
    for all in [
      "examples", "training set", "batch", "mini-batch", "sample", "data", "training data", "dataset", "data set",
    ]
      + NotationWording.exampleWords.map({ $0 + "s" })
    {
      for every in ["", "all ", "whole ", "entire "] {
        for word in ["averaged over", "over", "on"] { rules.append(Rule("\(word) \(every)\(all)", "")) }
        rules.append(Rule("summed over \(every)\(all)", "summed over the examples"))
      }
    }
    for example in ["example"] + NotationWording.exampleWords {
      for word in ["for", "of", "on", "in"] {
        for one in [
          "one", "a single", "single", "each", "one training", "single training", "given", "individual", "every", "any",
        ] {
          rules.append(Rule("\(word) \(one) \(example)", "of one example"))
        }
      }
      rules.append(Rule("per \(example)", "of one example"))
    }
    return rules + [
      Rule("per-example loss", "loss of one example"), Rule("per-sample loss", "loss of one example"),
      Rule("data loss", "cost without regularization"),
      Rule("error made by network", "error"), Rule("error committed by network", "error"),
      Rule("error of network for", "error for"),
    ]
  }()
}
