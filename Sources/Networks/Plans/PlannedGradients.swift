import Kernels

extension PlanBuilder {
  /// Instructions for the derivatives by the parameters of layers, from those by their weighted inputs.
  ///
  /// Where all samples are in one block, a derivative is a sum of products over the lanes whatever the parameter is, and
  /// there is one instruction for all of them: that of a bias has 1 in place of an activation.
  mutating func addGradients(_ layers: [(number: Int, layer: PlannedLayer, errors: Assembly.Place)]) {
    if assembly.hasOneBlock {
      let one = assembly.reserveMatrix(units: 1)
      constants.append((one, 1, [1]))
      // In the order of the parameters, as they stand in the arena.
      let factors = layers.flatMap { number, layer, errors in
        weightFactors(number, layer, errors) + biasFactors(number, layer, errors, one)
      }
      if !factors.isEmpty { assembly.gradient(factors, to: storage.trained.gradients) }
    }
    for (number, layer, errors) in layers {
      if !assembly.hasOneBlock, let gradient = storage.gradient(.weights(ofLayer: number)) {
        assembly.weightGradient(layer.affine, errors, layer.before, to: gradient)
      }
      if !assembly.hasOneBlock || layer.affine.sharesBias, let gradient = storage.gradient(.biases(ofLayer: number)) {
        assembly.biasGradient(layer.affine, errors, to: gradient)
      }
    }
    addPenaltyGradients()
  }

  private func weightFactors(
    _ number: Int, _ layer: PlannedLayer, _ errors: Assembly.Place
  ) -> [Assembly.Factors] {
    guard storage.gradient(.weights(ofLayer: number)) != nil else { return [] }
    return (0..<layer.affine.units).flatMap { unit in
      (0..<layer.affine.before).map { Assembly.Factors(unit: unit, of: errors, unit: $0, of: layer.before) }
    }
  }

  /// A bias that is shared has a sum over the units, too; what is written here is replaced.
  private func biasFactors(
    _ number: Int, _ layer: PlannedLayer, _ errors: Assembly.Place, _ one: Assembly.Place
  ) -> [Assembly.Factors] {
    guard storage.gradient(.biases(ofLayer: number)) != nil else { return [] }
    let units = layer.affine.sharesBias ? 1 : layer.affine.units
    return (0..<units).map { Assembly.Factors(unit: $0, of: errors, unit: 0, of: one) }
  }

  private mutating func addPenaltyGradients() {
    guard let regularization = model.objective.regularization else { return }
    for number in storage.sizes.indices where storage.isPenalised(number, by: regularization) {
      guard let gradient = storage.gradients[number] else { continue }
      assembly.penaltyGradient(storage.places[number], count: storage.sizes[number], onto: gradient)
    }
  }
}
