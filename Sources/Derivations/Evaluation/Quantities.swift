import Networks

extension Evaluator {
  /// The value of a quantity of the network.
  func quantity(_ use: QuantityUse, _ context: Context) throws(EvaluationProblem) -> Value {
    let meaning = use.meaning
    switch meaning.quantity {
    case .kronecker: return try kronecker(use, context)
    case .derivative:
      // Only a symbol that is written as a differential leaves open of what it is one.
      return try derivative(of: use.operands[0], by: [use.operands[1]], isSummed: use.tex.hasPrefix("d"), context)
    // The matrix may be one of `let`.
    case .row, .column: return try line(use, context)
    default: break
    }
    guard let model = probe.model else { throw .reading(ReadingProblem(.noNetwork)) }
    switch meaning.quantity {
    case .activation, .weightedInput, .product, .error, .input, .target, .prediction:
      return try perExample(use, model, context)
    case .weight: return try weights(use, model, context)
    case .bias: return try biases(use, model, context)
    case .anyWeight, .anyBias, .anyParameter: return try anyParameter(use, model, context)
    case .cost:
      if meaning.isWithoutRegularization { return .scalar(model.dataCost) }
      if use.example == nil, use.meaning.example == nil, self.use(.costOfOneExample) {
        // The penalty belongs to it like to the mean.
        let loss = model.exampleLosses[try example(nil, context)]
        return .scalar(model.regularization.map { graph.add(loss, $0) } ?? loss)
      }
      return .scalar(model.cost)
    case .dataCost: return .scalar(model.dataCost)
    case .summedLoss: return .scalar(model.summedLoss)
    case .exampleLoss:
      if use.example == nil, use.meaning.example == nil, isInForce(.costOfAllExamples), isBesideSumOfExamples,
        self.use(.costOfAllExamples)
      {
        return .scalar(model.cost)
      }
      let loss = model.exampleLosses[try example(use.example, context)]
      guard meaning.isWithRegularization, let penalty = model.regularization else { return .scalar(loss) }
      return .scalar(graph.add(loss, penalty))
    case .unitLoss:
      guard let losses = model.unitLosses else { throw .unsupported(.fact(.unitLoss)) }
      let losses1 = losses[try example(use.example, context)]
      guard let unit = use.unit else { return .column(losses1) }
      return .scalar(losses1[try self.unit(unit, count: losses1.count, context)])
    case .regularization:
      guard let regularization = probe.regularization else {
        throw .reading(ReadingProblem(.noRegularization))
      }
      return .scalar(regularization)
    case .learningRate: return .scalar(probe.learningRate)
    case .squaresOfWeights(let includingBiases):
      var ids = model.weights.flatMap { $0.flatMap { $0 } }
      if includingBiases { ids += model.biases.flatMap { $0 ?? [] } }
      return .scalar(graph.sum(ids.map { graph.power($0, 2) }))
    case .exampleCount: return count(model.examples)
    case .layerCount: return count(probe.layers + probe.layerBase)
    case .hiddenLayerCount: return count(probe.layers - 1)
    case .inputCount: return count(model.network.inputs)
    case .outputCount: return count(model.network.outputs)
    case .parameterCount: return count(model.network.parameterCount)
    case .unitCount:
      guard let layer = use.layer else { throw .unsupported(.fact(.unitsOfNoLayer)) }
      return count(probe.units(ofLayer: try self.layer(layer, context)))
    case .accumulator(let kind, _): return try accumulator(kind, of: value(use.operands[0], context))
    case .accumulated(let kind, let method, let scale):
      return try optimizer(method, scale, use.operands, context).accumulated(kind, evaluator: self)
    case .increment(let method, let scale):
      return try optimizer(method, scale, use.operands, context).increment(evaluator: self)
    case .stepNumber: return count(OptimizerStep.number)
    case .descent: return try descent(value(use.operands[0], context), context)
    case .step: return try step(of: use.operands[0], context)
    case .afterStep: return try afterStep(of: use.operands[0], context)
    case .classNumber:
      let unit = try targetUnit(of: example(use.example, context), model)
      return count(unit + (meaning.isCountedFromZero ? 0 : probe.unitBase))
    default: throw .unsupported(.written(use.tex, .inExpression))
    }
  }

  /// It needs no network: its letters range over what else they index.
  private func kronecker(_ use: QuantityUse, _ context: Context) throws(EvaluationProblem) -> Value {
    guard let a = use.unit, let b = use.from else { throw .unsupported(.fact(.kroneckerIndices)) }
    return .scalar(graph.constant(try index(a, context) == index(b, context) ? 1 : 0))
  }

  private func count(_ number: Int) -> Value { .scalar(graph.constant(Double(number))) }

  // MARK: Places

  /// The number of a layer as the engine counts.
  func layer(_ index: IndexExpression, _ context: Context) throws(EvaluationProblem) -> Int {
    if let letter = index.single, let name = LayerLetter.name(letter) {
      guard let number = probe.number(ofLayer: name) else { throw .noLayer }
      return number
    }
    // A layer's name with something added: layer hidden - 1.
    let number = try self.index(index, context) - probe.layerBase
    guard (0...probe.layers).contains(number) else { throw .noLayer }
    return number
  }

  func example(_ index: IndexExpression?, _ context: Context) throws(EvaluationProblem) -> Int {
    // The letter of an example that only its sentence names is any one example.
    guard let index, index.single.map({ context.letters[$0] != nil }) ?? true else {
      // The equation's letter may be shifted: at `x^{i+1}`, i begins at 0.
      guard (0..<probe.examples).contains(context.example) else {
        throw .reading(ReadingProblem(.someExample))
      }
      return context.example
    }
    let number = try self.index(index, context) - 1
    guard (0..<probe.examples).contains(number) else { throw .noUnit(.example(number + 1)) }
    return number
  }

  func unit(
    _ index: IndexExpression, count: Int, base: Int? = nil, _ context: Context
  ) throws(EvaluationProblem) -> Int {
    let base = base ?? probe.unitBase
    let number = try self.index(index, context) - base
    guard (0..<count).contains(number) else { throw .noUnit(.unit(number + base)) }
    return number
  }

  // MARK: Quantities of examples

  /// The values of a layer for every example.
  private func rows(
    _ use: QuantityUse, _ model: ScalarModel, _ context: Context
  ) throws(EvaluationProblem) -> [[ScalarID]] {
    var number: Int?
    if let layer = use.layer { number = try self.layer(layer, context) }
    func numbered() throws(EvaluationProblem) -> Int {
      guard let number else { throw .unsupported(.written(use.tex, .withoutLayer)) }
      guard number > 0 else { throw .noLayer }
      return number - 1
    }
    switch use.meaning.quantity {
    case .input: return model.activations[0]
    case .target: return model.targets
    case .prediction: return model.activations[probe.layers]
    case .activation:
      guard let number else { throw .unsupported(.written(use.tex, .withoutLayer)) }
      return model.activations[number]
    case .weightedInput:
      let layer = try numbered()
      return use.meaning.isWithoutBias ? model.products[layer] : model.weightedInputs[layer]
    case .product: return model.products[try numbered()]
    default: return model.errors(ofLayer: try numbered() + 1)
    }
  }

  private func perExample(
    _ use: QuantityUse, _ model: ScalarModel, _ context: Context
  ) throws(EvaluationProblem) -> Value {
    let meaning = use.meaning
    var rows = try self.rows(use, model, context)
    let base = meaning.hasLeadingOne ? 0 : probe.unitBase
    let example = try example(use.example, context)
    guard rows.indices.contains(example) else { throw .noUnit(.example(example + 1)) }
    if meaning.hasLeadingOne { rows = rows.map { [graph.one] + $0 } }
    if meaning.hasTrailingOne { rows = rows.map { $0 + [graph.one] } }
    if meaning.isTargetUnit {
      return .scalar(rows[example][try targetUnit(of: example, model)])
    }
    if let unit = use.unit {
      return .scalar(rows[example][try self.unit(unit, count: rows[example].count, base: base, context)])
    }
    var value: Value
    if let examples = meaning.examples ?? arrangement(of: use), use.example == nil {
      let width = rows[0].count
      if examples == .columns {
        value = .matrix(
          width, rows.count, (0..<width).flatMap { unit in rows.map { $0[unit] } }, [.units, .examples])
        value.bases = [base, 1]
      } else {
        value = .matrix(rows.count, width, rows.flatMap { $0 }, [.examples, .units])
        value.bases = [1, base]
      }
    } else {
      let ids = rows[example]
      value = meaning.orientation == .row ? .row(ids) : .column(ids)
      value.bases = [base]
    }
    value.hasBiasPlace = meaning.hasLeadingOne
    return value
  }

  /// How a quantity that names no example lies beside another that is of all of them, where it is of all, too.
  private func arrangement(of use: QuantityUse) -> SymbolMeaning.Examples? {
    guard use.example == nil, use.meaning.example == nil, let arrangement = arrangementOfExamples,
      self.use(.exampleUnderstood)
    else { return nil }
    return arrangement
  }

  /// The place of the one target that is 1 where the others are 0.
  private func targetUnit(of example: Int, _ model: ScalarModel) throws(EvaluationProblem) -> Int {
    let targets = model.targets.indices.contains(example) ? model.targets[example].map(graph.value) : []
    guard targets.count(where: { $0 == 1 }) == 1, targets.allSatisfy({ $0 == 0 || $0 == 1 }) else {
      throw .reading(ReadingProblem(.noTargetUnit))
    }
    return targets.firstIndex(of: 1) ?? 0
  }

  // MARK: Parameters

  private func weights(
    _ use: QuantityUse, _ model: ScalarModel, _ context: Context
  ) throws(EvaluationProblem) -> Value {
    guard let index = use.layer else { throw .unsupported(.written(use.tex, .withoutLayer)) }
    let layer = try self.layer(index, context)
    guard layer > 0 else { throw .noLayer }
    var rows = model.weights[layer - 1]
    let fromBase = use.meaning.hasBiasColumn ? 0 : probe.unitBase
    if use.meaning.hasBiasColumn {
      guard let biases = model.biases[layer - 1] else { throw .noUnit(.biases(ofLayer: layer)) }
      rows = zip(biases, rows).map { [$0] + $1 }
    }
    if use.meaning.hasLastBiasColumn {
      guard let biases = model.biases[layer - 1] else { throw .noUnit(.biases(ofLayer: layer)) }
      rows = zip(rows, biases).map { $0 + [$1] }
    }
    let (height, width) = (rows.count, rows[0].count)
    switch (use.unit, use.from) {
    case (let to?, let from?):
      return .scalar(
        rows[try unit(to, count: height, context)][try unit(from, count: width, base: fromBase, context)])
    case (let to?, nil):
      let ids = rows[try unit(to, count: height, context)]
      var value = use.meaning.orientation == .row ? Value.row(ids) : .column(ids)
      value.bases = [fromBase]
      value.hasBiasPlace = use.meaning.hasBiasColumn
      return value
    case (nil, let from?):
      let place = try unit(from, count: width, base: fromBase, context)
      return .column(rows.map { $0[place] })
    case (nil, nil):
      if let orientation = use.meaning.orientation {
        // The weights to one unit, or from one, are a vector without naming the unit.
        guard height == 1 || width == 1 else {
          throw .unsupported(.fact(.weightsToSeveralUnits))
        }
        let ids = rows.flatMap { $0 }
        var value = orientation == .row ? Value.row(ids) : .column(ids)
        value.bases = [height == 1 ? fromBase : probe.unitBase]
        value.hasBiasPlace = use.meaning.hasBiasColumn && height == 1
        return value
      }
      var value = Value.matrix(height, width, rows.flatMap { $0 })
      value.bases = [probe.unitBase, fromBase]
      value.hasBiasPlace = use.meaning.hasBiasColumn
      return use.isFromFirst || use.meaning.isRowsFrom ? value.transposed : value
    }
  }

  private func biases(
    _ use: QuantityUse, _ model: ScalarModel, _ context: Context
  ) throws(EvaluationProblem) -> Value {
    guard let index = use.layer else { throw .unsupported(.written(use.tex, .withoutLayer)) }
    let layer = try self.layer(index, context)
    guard layer > 0, let biases = model.biases[layer - 1] else { throw .noLayer }
    if let unit = use.unit { return .scalar(biases[try self.unit(unit, count: biases.count, context)]) }
    // One bias that is shared is one number.
    if model.network.layers[layer - 1].bias == .shared { return .scalar(biases[0]) }
    return use.meaning.orientation == .row ? .row(biases) : .column(biases)
  }

  private func anyParameter(
    _ use: QuantityUse, _ model: ScalarModel, _ context: Context
  ) throws(EvaluationProblem) -> Value {
    guard let letter = use.everyLayer, let layer = context.letters[letter] else {
      throw .unsupported(.written(use.tex, .here))
    }
    guard layer >= 1, layer <= probe.layers else { throw .noLayer }
    if use.meaning.quantity == .anyWeight {
      let rows = model.weights[layer - 1]
      var value = Value.matrix(rows.count, rows[0].count, rows.flatMap { $0 })
      value.isEntrywise = true
      return value
    }
    let biases = model.biases[layer - 1]
    guard biases != nil || use.meaning.quantity == .anyParameter else { throw .noLayer }
    let weights = use.meaning.quantity == .anyParameter ? model.weights[layer - 1].flatMap { $0 } : []
    var value = Value.column(weights + (biases ?? []))
    value.isEntrywise = true
    return value
  }

  /// `row i of $W$` as a column, as vectors are.
  private func line(_ use: QuantityUse, _ context: Context) throws(EvaluationProblem) -> Value {
    let matrix = try value(use.operands[0], context)
    guard matrix.form == .matrix, let index = use.unit else {
      throw .unsupported(.fact(.lineOfNoMatrix))
    }
    let isRow = if case .row = use.meaning.quantity { true } else { false }
    let axis = isRow ? 0 : 1
    let (height, width) = (matrix.shape[0], matrix.shape[1])
    let written = try self.index(index, context)
    let place = written - matrix.bases[axis]
    guard (0..<matrix.shape[axis]).contains(place) else { throw .noUnit(.line(written)) }
    let ids =
      isRow
      ? Array(matrix.ids[(place * width)..<((place + 1) * width)]) : (0..<height).map { matrix.ids[$0 * width + place] }
    let space = matrix.spaces[1 - axis]
    var line = use.meaning.orientation == .row ? Value.row(ids, space) : .column(ids, space)
    line.isLine = isRow && use.meaning.orientation == nil
    return line
  }
}

extension Probe {
  func number(ofLayer name: String) -> Int? {
    if name == "input" || name == "inputs" { return 0 }
    guard let network = model?.network else { return nil }
    if name == "output", !network.layers.contains(where: { $0.name == name }) { return network.layers.count }
    return (0...network.layers.count).first { network.name(ofLayer: $0) == name }
  }
}
