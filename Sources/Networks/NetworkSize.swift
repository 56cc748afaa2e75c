extension Network {
  /// How many weights and biases the network has; the largest Int where there are more.
  package var parameterCount: Int {
    layers.indices.reduce(0) { count, index in
      let biases: Int =
        switch layers[index].bias {
        case .each: layers[index].units
        case .shared: 1
        case .none: 0
        }
      return count.saturatingSum(weightCount(ofLayer: index + 1)).saturatingSum(biases)
    }
  }

  /// Multiplications with an addition in one epoch of training on so many examples: each weight takes part in one
  /// forward, one for its own derivative and one for that of the layer before. The largest Int where there are more.
  ///
  /// Limits on the work of a notebook belong to who runs it; this is what they count.
  package func multiplyAddsPerEpoch(examples: Int) -> Int {
    layers.indices.reduce(0) { $0.saturatingSum(weightCount(ofLayer: $1 + 1)) }
      .saturatingProduct(3).saturatingProduct(examples)
  }

  /// Multiplications for all derivatives of one example by backpropagation: each weight takes part in one forward, one
  /// for its own derivative and, but in the first layer, one for that of the layer before.
  package var multipliesForGradient: Int {
    layers.indices.reduce(0) { $0.saturatingSum(weightCount(ofLayer: $1 + 1).saturatingProduct($1 == 0 ? 2 : 3)) }
  }

  /// Multiplications for them by one finite difference each: a pass forward for every parameter, and one where nothing is
  /// changed.
  package var multipliesForDifferences: Int {
    layers.indices.reduce(0) { $0.saturatingSum(weightCount(ofLayer: $1 + 1)) }
      .saturatingProduct(parameterCount.saturatingSum(1))
  }

  private func weightCount(ofLayer number: Int) -> Int {
    units(ofLayer: number).saturatingProduct(units(ofLayer: number - 1))
  }
}

extension Int {
  fileprivate func saturatingSum(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  fileprivate func saturatingProduct(_ other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
