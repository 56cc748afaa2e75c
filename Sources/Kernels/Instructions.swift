import CKernels

extension Assembly {
  /// `z = W·before + b`, and the activation of z.
  ///
  /// - Returns: the place in the program, for `Program.evaluate(unit:at:)`
  package mutating func affine(_ layer: Affine, of before: Place, _ activation: Applied) -> Int {
    add(KERNELS_AFFINE, units: layer.units, function: activation.function) {
      $0.before = Int64(layer.before)
      $0.left = before.address
      $0.weights = layer.weights.address
      $0.bias = layer.biases?.address ?? -1
      $0.bias_step = layer.biases == nil || layer.sharesBias ? 0 : 1
      ($0.z, $0.result) = (activation.operand.address, activation.result.address)
    }
    return instructions.count - 1
  }

  /// The derivative by the weighted inputs of the layer before, from that by those of `layer`: `Wᵀ·errors` times the slope
  /// of the activation between.
  package mutating func back(_ layer: Affine, _ errors: Place, through activation: Applied, to result: Place) {
    add(KERNELS_BACK, units: layer.units, function: activation.function) {
      $0.before = Int64(layer.before)
      ($0.left, $0.weights) = (errors.address, layer.weights.address)
      ($0.z, $0.outcome, $0.result) = (activation.operand.address, activation.result.address, result.address)
    }
  }

  package mutating func weightGradient(_ layer: Affine, _ errors: Place, _ before: Place, to result: Place) {
    add(KERNELS_WEIGHT_GRADIENT, units: layer.units) {
      $0.before = Int64(layer.before)
      ($0.left, $0.right, $0.result) = (errors.address, before.address, result.address)
    }
  }

  package mutating func biasGradient(_ layer: Affine, _ errors: Place, to result: Place) {
    add(layer.sharesBias ? KERNELS_SHARED_BIAS_GRADIENT : KERNELS_BIAS_GRADIENT, units: layer.units) {
      ($0.left, $0.result) = (errors.address, result.address)
    }
  }

  /// Derivatives by parameters, as many as there are pairs of factors, one behind the other.
  ///
  /// - Precondition: lanes are samples, and all of them are in one block.
  package mutating func gradient(_ factors: [Factors], to result: Place) {
    precondition(hasOneBlock && self.factors.isEmpty)
    let lanes = Int32(layout.lanes.rawValue)
    self.factors = factors.map { factors in
      kernels_factors(
        left: Int32(factors.errors.offset) + Int32(factors.unit) * lanes,
        right: Int32(factors.before.offset) + Int32(factors.unitBefore) * lanes)
    }
    add(KERNELS_GRADIENT, units: factors.count) { $0.result = result.address }
  }

  /// Adds `(activations - targets)²` to the total, and finds the derivative by the weighted inputs.
  package mutating func squaredError(
    units: Int, _ activations: Place, _ targets: Place, through activation: Applied, to errors: Place
  ) {
    add(KERNELS_SQUARED_ERROR, units: units, function: activation.function) {
      ($0.left, $0.right) = (activations.address, targets.address)
      ($0.z, $0.outcome, $0.result) = (activation.operand.address, activation.result.address, errors.address)
    }
  }

  package mutating func apply(_ applied: Applied, units: Int) {
    add(KERNELS_APPLY, units: units, function: applied.function) {
      ($0.left, $0.result) = (applied.operand.address, applied.result.address)
    }
  }

  package mutating func combine(_ pair: Pair, units: Int, _ left: Place, _ right: Place, to result: Place) {
    add(KERNELS_COMBINE, units: units) {
      $0.function = pair.code
      ($0.left, $0.right, $0.result) = (left.address, right.address, result.address)
    }
  }

  /// The derivative by a function's operand from that by its result, put into `target` or added to it.
  package mutating func pull(
    _ cotangent: Place, through applied: Applied, units: Int, to target: Place, accumulates: Bool
  ) {
    add(KERNELS_PULL, units: units, function: applied.function, accumulates: accumulates) {
      ($0.left, $0.result) = (cotangent.address, target.address)
      ($0.z, $0.outcome) = (applied.operand.address, applied.result.address)
    }
  }

  /// The derivative by an operand of a pair from that by its result.
  ///
  /// - Parameter position: 0 for the left operand, 1 for the right
  package mutating func pull(
    _ cotangent: Place, through pair: Pair, _ left: Place, _ right: Place, operand position: Int, units: Int,
    to target: Place, accumulates: Bool
  ) {
    add(position == 0 ? KERNELS_PULL_FIRST : KERNELS_PULL_SECOND, units: units, accumulates: accumulates) {
      $0.function = pair.code
      ($0.left, $0.z, $0.right, $0.result) = (cotangent.address, left.address, right.address, target.address)
    }
  }

  /// - Parameter logarithmic: whether it is the logarithm of the softmax
  package mutating func softmax(logarithmic: Bool, units: Int, _ operand: Place, to result: Place) {
    add(logarithmic ? KERNELS_LOG_SOFTMAX : KERNELS_SOFTMAX, units: units) {
      ($0.left, $0.result) = (operand.address, result.address)
    }
  }

  package mutating func pullSoftmax(
    logarithmic: Bool, units: Int, _ cotangent: Place, outcome: Place, to target: Place, accumulates: Bool
  ) {
    let operation = logarithmic ? KERNELS_PULL_LOG_SOFTMAX : KERNELS_PULL_SOFTMAX
    add(operation, units: units, accumulates: accumulates) {
      ($0.left, $0.outcome, $0.result) = (cotangent.address, outcome.address, target.address)
    }
  }

  /// Adds every element that belongs to a sample to the total.
  package mutating func total(units: Int, _ losses: Place) {
    add(KERNELS_TOTAL, units: units) { $0.left = losses.address }
  }

  /// The derivative of the cost by every element of the total.
  package mutating func seed(units: Int, to cotangent: Place) {
    add(KERNELS_SEED, units: units) { $0.result = cotangent.address }
  }

  /// Adds the squares of so many weights to the penalty.
  package mutating func penalty(_ weights: Place, count: Int) {
    add(KERNELS_PENALTY, units: count) { $0.weights = weights.address }
  }

  package mutating func penaltyGradient(_ weights: Place, count: Int, onto gradient: Place) {
    add(KERNELS_PENALTY_GRADIENT, units: count) {
      ($0.weights, $0.result) = (weights.address, gradient.address)
    }
  }
}

extension Assembly.Place {
  fileprivate var address: Int64 { Int64(offset) }
}

extension Assembly.Pair {
  fileprivate var code: Int32 {
    let pair =
      switch self {
      case .add: KERNELS_ADD
      case .subtract: KERNELS_SUBTRACT
      case .multiply: KERNELS_MULTIPLY
      case .divide: KERNELS_DIVIDE
      case .timesLog: KERNELS_TIMES_LOG
      case .timesLog1p: KERNELS_TIMES_LOG1P
      }
    return Int32(pair.rawValue)
  }
}
