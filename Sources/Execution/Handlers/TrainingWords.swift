import Directives
import Networks
import Results

/// What a report says of a training: every choice that someone who repeats it has to know.
struct TrainingWords {
  var order: TrainingOrder
  var method: OptimizationMethod
  var training: Training
  var examples: Int
  var record: TrainingRecord
  /// The optimizer of the training before, and whether this one went on from it.
  var past: (method: OptimizationMethod, goesOn: Bool)?

  var text: String {
    "\(length) of \(optimizer), learning rate \(shown(training.rate))\(schedule)\(batches)\(memory)\(updates): "
      + "loss \(shown(record.costs.first)) → \(shown(record.costs.last))\(end)"
  }

  private func shown(_ value: Double?) -> String { NumberStyle().text(for: value ?? .nan).plain }

  /// `20 epochs`, `3 of 20 epochs`, `1 step`: with the author's unit, though without batches a step is an epoch.
  private var length: String {
    if training.batch == nil, order.count == 1, record.stop == nil { return "1 step" }
    let unit = order.unit == .epochs ? "epoch" : "step"
    let ordered = "\(order.count) \(unit)\(order.count == 1 ? "" : "s")"
    guard record.stop != nil else { return ordered }
    return isStoppedInItsUnit ? "\(record.costs.count - 1) of \(ordered)" : "at most \(ordered)"
  }

  /// Whether the epochs after which a rule stopped it are what the author counts.
  private var isStoppedInItsUnit: Bool { training.batch == nil || order.unit == .epochs }

  private var optimizer: String {
    let constants = method.constants.all.map { "\($0.setting.name) \(shown($0.value))" }.joined(separator: ", ")
    let details = [constants, method.convention ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
    return method.name + (details.isEmpty ? "" : " (\(details))")
  }

  private var schedule: String {
    training.schedule == .constant ? "" : " " + training.schedule.words(shown)
  }

  private var batches: String {
    guard let batch = training.batch else { return "" }
    let order =
      training.shuffling.map { "shuffled with seed \($0.seed)\($0.isUnderWay ? ", going on" : "")" }
      ?? "in the order of the data"
    if batch == 1 { return ", one example at a time, \(order)" }
    let last = examples % batch
    let rest = last == 0 ? "" : ", the last of an epoch of \(last)"
    return
      ", in batches of \(batch)\(rest), each with the \(training.model.objective.reduction.rawValue) over its examples, "
      + order
  }

  /// What a second training does with the optimizer's memory, where either optimizer has one.
  private var memory: String {
    guard let past, past.method.isMindful || method.isMindful else { return "" }
    return past.goesOn ? ", going on from the \(past.method.name) above" : ", starting afresh after \(past.method.name)"
  }

  private var updates: String {
    training.order == .onTheWayBack ? ", each layer updated before the derivatives go back through it" : ""
  }

  private var end: String {
    let epochs = record.costs.count - 1
    let length = isStoppedInItsUnit ? "stopped" : "stopped after \(epochs) epoch\(epochs == 1 ? "" : "s")"
    switch record.stop {
    case .costBelow: return "; \(length), for the loss was less than \(shown(training.stop.costBelow))"
    case .patience:
      let patience = training.stop.patience ?? 0
      return "; \(length), for the loss had not fallen for \(patience) epoch\(patience == 1 ? "" : "s")"
    case nil: return ""
    }
  }
}

extension OptimizationMethod {
  /// Whether what its optimizer does depends on earlier steps; exactly those have constants that say how.
  fileprivate var isMindful: Bool { !constants.all.isEmpty }
}
