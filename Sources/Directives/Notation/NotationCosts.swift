/// Which cost is meant: that of one example or of all, with or without its regularization.
enum NotationCosts {
  typealias Rule = NotationWording.Rule

  static let rules: [Rule] = {
    var rules: [Rule] = []
    // The mean is what training makes smaller.
    let costs =
      [
        ("loss", "loss"), ("cost", "cost"), ("cost function", "cost"), ("error", "loss"), ("cross-entropy", "loss"),
        ("cross-entropy loss", "loss"), ("objective", "loss"), ("loss function", "loss"),
      ]
      + NotationSynonyms.all.filter { ["loss", "cost"].contains($0.name) }.flatMap { noun in
        noun.others.filter { !$0.hasPrefix("average ") && !$0.hasPrefix("mean ") }.map { ($0, noun.name) }
      }
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
    for term in [
      "regularization", "regularization term", "regularization penalty", "penalty", "weight decay", "penalty term",
    ] {
      for with in ["with", "including", "plus"] {
        rules += [Rule("loss \(with) \(term)", "cost"), Rule("cost \(with) \(term)", "cost")]
      }
    }
    return rules + [
      Rule("per-example loss", "loss of one example"), Rule("per-sample loss", "loss of one example"),
      Rule("summed cost", "summed loss"), Rule("data loss", "cost without regularization"),
      Rule("average of errors", "loss"), Rule("average of losses", "loss"), Rule("mean of errors", "loss"),
      Rule("mean of losses", "loss"), Rule("average of costs", "cost"), Rule("error made by network", "error"),
      Rule("error committed by network", "error"), Rule("error of network for", "error for"),
    ]
  }()
}
