import Catalog
import Diagnostics
import Networks

/// What can be said of a training besides how long it lasts: its words, and how what follows them is read.
///
/// The constants of optimizers and the schedules of the learning rate come from their own tables.
enum TrainingOption: CaseIterable {
  case method, learningRate, batches, online, shuffled, seed, untilLoss, patience, onTheWayBack

  var entry: CatalogEntry {
    switch self {
    case .method:
      CatalogEntry(
        .option, "with", aliases: ["using"], form: "with <optimizer>",
        summary: "The optimizer; default: that of the training above, or gradient descent on all examples at once.")
    case .learningRate:
      CatalogEntry(
        .option, "learning rate", aliases: ["with learning rate"],
        form: "learning rate <number or $formula$>[ <schedule>]",
        summary: "How far a step goes, and how that changes; default: that of the training above, unchanging.")
    case .batches:
      CatalogEntry(
        .option, "in batches of",
        aliases: ["batches of", "in mini-batches of", "mini-batches of", "with mini-batches of", "with batches of"],
        form: "in batches of <n>", summary: "A step takes so many examples; the last of an epoch takes what is left.")
    case .online:
      CatalogEntry(
        .option, "one example at a time", aliases: ["online"],
        summary: "A step for each example, in the order of the data unless they are shuffled.")
    case .shuffled:
      CatalogEntry(
        .option, "shuffled", aliases: ["shuffled every epoch", "in random order"],
        summary: "The examples come in another random order in each epoch.")
    case .seed:
      CatalogEntry(
        .option, "seed", form: "seed <whole number>",
        summary:
          "Chooses the random numbers of the shuffling; default 0. A `train` that goes on without naming an optimizer goes "
          + "on with the random numbers, too."
      )
    case .untilLoss:
      CatalogEntry(
        .option, "until loss",
        aliases: [
          "until loss is", "until the loss", "until the loss is", "until cost", "until the cost", "until the cost is",
        ],
        form: "until loss < <number>", summary: "Training ends as soon as the loss of all examples is less.")
    case .patience:
      CatalogEntry(
        .option, "stop when", aliases: ["stopping when"],
        form: "stop when the loss has not fallen for <n> epochs, or stop when the loss < <number>",
        summary: "Training ends when so many epochs have brought no loss lower than the lowest before.")
    case .onTheWayBack:
      CatalogEntry(
        .option, "updating on the way back", aliases: ["updating each layer on the way back"],
        summary: "A layer takes its step before the layers below have their derivatives, and these go through its new "
          + "weights: not gradient descent, but a common mistake, to compare with.")
    }
  }

  /// Reads what follows the words; nil where it was wrong.
  func read(_ phrase: inout Phrase, into order: inout TrainingOrder) -> Void? {
    switch self {
    case .method:
      return phrase.readMethod(into: &order)
    case .learningRate:
      let start = phrase.position
      guard let value = phrase.readScalar(expected: "the learning rate") else { return nil }
      (order.learningRate, order.rateSpan) = (value, phrase.span(from: start))
      if case .number(let literal) = value, literal.value <= 0 {
        phrase.report(.notPositive("the learning rate"), at: order.rateSpan)
        return nil
      }
    case .batches:
      let start = phrase.position
      guard let size = phrase.readCount(of: "the number of examples in a batch") else { return nil }
      return phrase.setBatch(size, from: start, of: &order)
    case .online:
      return phrase.setBatch(1, from: phrase.start(of: entry), of: &order)
    case .shuffled:
      order.shuffling = phrase.span(from: phrase.start(of: entry))
    case .seed:
      let start = phrase.start(of: entry)
      guard let seed = phrase.readSeed() else { return nil }
      order.seed = TrainingOrder.Seed(value: seed, span: phrase.span(from: start))
    case .untilLoss:
      return phrase.readBound(into: &order)
    case .patience:
      _ = phrase.take("the")
      guard phrase.take("loss") || phrase.take("cost") else {
        phrase.report(.expected("`the loss`", found: phrase.found))
        return nil
      }
      guard phrase.take("has not fallen for") else { return phrase.readBound(into: &order) }
      guard let patience = phrase.readCount(of: "the number of epochs") else { return nil }
      guard phrase.take("epochs") || phrase.take("epoch") else {
        phrase.report(.expected("`epochs`", found: phrase.found))
        return nil
      }
      order.stop.patience = patience
    case .onTheWayBack:
      order.updatesOnTheWayBack = true
    }
    return ()
  }
}

extension Phrase {
  /// Reads an optimizer, and after it the first of its constants if a number follows.
  fileprivate mutating func readMethod(into order: inout TrainingOrder) -> Void? {
    let methods = OptimizationMethod.all
    guard let index = takeOne(of: methods.map(\.entry.spellings)) else {
      if let word = next, word.kind == .word {
        // Where two words are nearer to a name than one is, they are meant.
        let place = span(of: word)
        if let second = token(ahead: 1), nearest("\(word.text) \(second.text)", among: methods.map(\.name)) != nil {
          let pair = place.joined(with: span(of: second))
          report(.unknown(.optimizer, "\(word.text) \(second.text)", known: methods.map(\.name)), at: pair)
        } else {
          report(.unknown(.optimizer, word.text, known: methods.map(\.name)), at: place)
        }
      } else {
        report(.expected("the name of an optimizer", found: found))
      }
      return nil
    }
    order.method = methods[index]
    guard let first = methods[index].constants.all.first?.setting else { return () }
    switch next?.kind {
    case .number, .formula: return readConstant(first, from: position).map { order.constants.append($0) }
    default: return ()
    }
  }

  /// Reads `< 0.01`.
  fileprivate mutating func readBound(into order: inout TrainingOrder) -> Void? {
    _ = take("is")
    guard take("<") || take("below") || take("less than") else {
      report(.expected("`<`", found: found))
      return nil
    }
    guard let (bound, token) = readNumber(expected: "a loss") else { return nil }
    guard order.stop.costBelow == nil else {
      report(.twice("the loss to end at"), at: span(of: token))
      return nil
    }
    order.stop.costBelow = bound
    return ()
  }

  fileprivate mutating func setBatch(_ size: Int, from start: Int, of order: inout TrainingOrder) -> Void? {
    guard order.batch == nil else {
      report(.twice("how many examples a step takes"), at: span(from: start))
      return nil
    }
    order.batch = TrainingOrder.Batch(size: size, span: span(from: start))
    return ()
  }
}
