import Catalog
import Derivations
import Diagnostics
import Directives
import Documents
import Networks
import TeXMath
import Tensors

extension Session {
  /// The values of a quantity in the present state: one array, or one for each layer.
  func arrays(of quantity: Quantity) throws(RunProblem) -> [LabelledArray] {
    let arrays: [LabelledArray]
    switch quantity {
    case .named(let noun, let place, let span): arrays = try values(of: noun, place, at: span)
    case .gradient(let parameter, let place, let span):
      if let parameter, case .named(let noun, let inner, _) = parameter {
        let run = try needRun(needsLoss: true)
        let gradients = run.gradients(of: run.model.cost)
        arrays = try selections(noun, inner, in: run, at: span).map { selection in
          LabelledArray(
            title: "gradient of the \(selection.title)", axes: selection.free,
            values: selection.pick(from: gradients[selection.node]))
        }
      } else {
        arrays = try layers(place).map { layer throws(RunProblem) in try gradients(ofLayer: layer) }
      }
    case .derivative(let above, let below, let span): arrays = [try derivative(of: above, by: below, at: span)]
    case .formula(.symbol(let symbol), let span) where isBound(symbol):
      arrays = named(symbol.tex, try self.arrays(of: bound(symbol, span)))
    case .formula(.symbol(let symbol), let span) where bindings.contains(where: { $0.symbol == symbol }):
      arrays = named(symbol.tex, try self.arrays(ofLettered: symbol, span))
    case .formula(.derivative(let above, let below), let span) where isBound(above) && isBound(below):
      let tex = "\\frac{\\partial \(above.tex)}{\\partial \(below.tex)}"
      arrays = named(tex, [try derivative(of: bound(above, span), by: bound(below, span), at: span)])
    case .formula(let formula, let span):
      let tex = String(document.source[span].dropFirst().dropLast())
      do throws(RunProblem) {
        arrays = [
          LabelledArray(title: "", symbol: tex, axes: [], values: [try evaluate(formula, isShown: true, at: span)])
        ]
      } catch {
        guard let value = derivedValue(of: tex), !value.shape.isEmpty else { throw error }
        arrays = [LabelledArray(value, symbol: tex)]
      }
    }
    for array in arrays where array.values.contains(where: { !$0.isFinite }) {
      throw .nonFinite(quantity: array.title, layer: nil, epoch: nil, quantity.span)
    }
    return arrays
  }

  /// What a symbol of the notation with letters stands for: what equations read it as, else all that it may be.
  private func arrays(ofLettered symbol: Symbol, _ span: SourceSpan) throws(RunProblem) -> [LabelledArray] {
    if let value = derivedValue(of: symbol.tex) { return [LabelledArray(value, symbol: symbol.tex)] }
    if let whole = bindings.last(where: { $0.symbol == symbol })?.whole { return try arrays(of: whole) }
    return try arrays(of: bound(symbol, span))
  }

  private func named(_ symbol: String, _ arrays: [LabelledArray]) -> [LabelledArray] {
    arrays.map { array in
      var named = array
      if arrays.count == 1 { named.symbol = symbol }
      return named
    }
  }

  private func values(of noun: QuantityNoun, _ place: Place, at span: SourceSpan) throws(RunProblem) -> [LabelledArray]
  {
    func number(_ value: Double) -> [LabelledArray] {
      [LabelledArray(title: noun.entry.name, axes: [], values: [value])]
    }
    switch noun.meaning {
    case .learningRate:
      guard let rate = try needBench().learningRate else {
        throw .noValue("`learning rate`", span, help: "nothing was trained yet")
      }
      return number(rate)
    case .exampleCount: return number(Double(try needData().set.examples))
    case .layerCount: return number(Double(try needBench().network.layers.count))
    case .parameterCount: return number(Double(try needBench().network.parameterCount))
    case .backpropagationWork: return number(Double(try needBench().network.multipliesForGradient))
    case .differencesWork: return number(Double(try needBench().network.multipliesForDifferences))
    case .priceOfDifferences:
      let network = try needBench().network
      return number(Double(network.multipliesForDifferences) / Double(network.multipliesForGradient))
    case .unitCount:
      let network = try needBench().network
      guard let reference = place.layer else {
        throw .noValue("`number of units`", span, help: "say of which layer: `number of units of hidden`")
      }
      let layer = try layerIndex(reference, in: network, needsParameters: false)
      return number(Double(layer == 0 ? network.inputs : network.layers[layer - 1].units))
    case .accuracy:
      let run = try needRun(needsLoss: false)
      let set = try needData().set
      guard let classes = TargetClasses(set) else {
        throw .noClasses(target: set.targetNames[0], values: TargetClasses.values(set).count, span)
      }
      let predictions = run[run.model.layers[run.model.layers.count - 1].activation]
      let right = (0..<set.examples).count { classes.kind(of: predictions.row($0)) == classes.kinds[$0] }
      return number(Double(right) / Double(set.examples))
    case .gradientNorms:
      let norms = try gradientNorms()
      let named = try layers(place)
      let names = named.map { bench?.network.name(ofLayer: $0) ?? "" }
      if place.layer != nil {
        return [LabelledArray(title: "gradient norm of layer \(names[0])", axes: [], values: [norms[named[0] - 1]])]
      }
      let axis = LabelledArray.Axis(heading: "layer", names: names)
      return [LabelledArray(title: "gradient norm of each layer", axes: [axis], values: norms)]
    case .sweepResults, .smallestOfSweep, .largestOfSweep, .medianOfSweep, .bestOfSweep, .runsOfSweep:
      return [try sweepValue(of: noun, below: place.bound?.value, at: span)]
    case .errors:
      let run = try needRun(needsLoss: true)
      return try layers(place).map { layer throws(RunProblem) in
        let selection = try layerSelection("errors", run.model.layers[layer - 1].weightedInput, layer: layer, place)
        return LabelledArray(
          title: selection.title, axes: selection.free, values: selection.pick(from: run.errors(ofLayer: layer)))
      }
    default:
      let run = try needRun(needsLoss: noun.meaning.needsLoss)
      return try selections(noun, place, in: run, at: span).map { selection in
        LabelledArray(title: selection.title, axes: selection.free, values: selection.pick(from: run[selection.node]))
      }
    }
  }

  /// The gradients of one layer as a table: a row for each unit, its weights and its bias as columns.
  private func gradients(ofLayer layer: Int) throws(RunProblem) -> LabelledArray {
    let run = try needRun(needsLoss: true)
    let gradients = run.gradients(of: run.model.cost)
    let nodes = run.model.layers[layer - 1]
    let weights = gradients[nodes.weights]
    let network = run.model.network
    let name = network.layers[layer - 1].name
    let isEach = network.layers[layer - 1].bias == .each
    let biases = isEach ? nodes.biases.map { gradients[$0] } : nil
    let (to, from) = (try unitNames(ofLayer: layer), try unitNames(ofLayer: layer - 1))
    return LabelledArray(
      title: "gradients of layer \(name)",
      axes: [
        LabelledArray.Axis(heading: "to", names: to),
        LabelledArray.Axis(heading: "from", names: from + (biases == nil ? [] : ["bias"])),
      ],
      values: to.indices.flatMap { unit in weights.row(unit) + (biases.map { [$0[unit]] } ?? []) })
  }

  /// The derivative of every chosen component of one quantity by every chosen component of another.
  private func derivative(of above: Quantity, by below: Quantity, at span: SourceSpan) throws(RunProblem)
    -> LabelledArray
  {
    let upper = try node(above)
    let needsLoss = upper.noun.meaning.needsLoss
    let run = try needRun(needsLoss: needsLoss)
    let lower = try node(below)
    let top = try only(selections(upper.noun, upper.place, in: run, at: above.span), above)
    var bottom = try only(selections(lower.noun, lower.place, in: run, at: below.span), below)
    // An example does not react to what stands in another: the example of the numerator is that of the denominator.
    if let example = top.indices.first(where: \.isExample) {
      for place in bottom.indices.indices where bottom.indices[place].isExample && bottom.indices[place].fixed == nil {
        bottom.indices[place].fixed = example.fixed
      }
    }
    var axes = top.free + bottom.free
    // An index with one value says nothing.
    if axes.count > 2 { axes.removeAll { $0.names.count == 1 } }
    guard axes.count <= 2 else {
      throw .severalValues(
        "this derivative", span, help: "it has \(axes.count) indices: name single units or an example")
    }
    var numbers: [Double] = []
    for component in top.components {
      numbers += bottom.pick(from: run.gradients(of: top.node, component: component)[bottom.node])
    }
    return LabelledArray(title: "derivative of the \(top.title) by the \(bottom.title)", axes: axes, values: numbers)
  }

  private func node(_ quantity: Quantity) throws(RunProblem) -> (noun: QuantityNoun, place: Place) {
    switch quantity {
    case .named(let noun, let place, _): return (noun, place)
    case .formula(.symbol(let symbol), let span): return try node(bound(symbol, span))
    case .gradient(_, _, let span), .derivative(_, _, let span), .formula(_, let span):
      throw .noValue("a derivative of or by a derivative or formula", span)
    }
  }

  private func only(_ selections: [Selection], _ quantity: Quantity) throws(RunProblem) -> Selection {
    guard selections.count == 1 else {
      throw .severalValues("`\(document.source[quantity.span])`", quantity.span, help: "say of which layer")
    }
    return selections[0]
  }
}

extension QuantityNoun.Meaning {
  var needsLoss: Bool {
    switch self {
    case .cost, .dataCost, .regularization, .summedLoss, .exampleLoss, .errors, .gradientNorms: true
    default: false
    }
  }
}
