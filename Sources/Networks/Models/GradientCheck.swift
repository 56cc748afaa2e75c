package import Tensors

/// The derivatives of the cost by every parameter, found twice: in reverse mode, and as central differences of the cost.
/// Frozen parameters are checked like others.
package struct GradientCheck: Sendable, Equatable {
  /// What came out for the weights or biases of a layer.
  package struct Finding: Sendable, Equatable {
    package var place: ParameterPlace
    /// Where the two differ most: an offset in row-major order.
    package var index: Int
    /// The derivative there in reverse mode.
    package var derivative: Double
    /// The central difference there.
    package var difference: Double
    /// How far apart they are, over the larger of the two; but not over less than a thousandth of the largest derivative by
    /// any parameter, for the rounding of the cost is no smaller where a derivative is. NaN where one of them is.
    package var relativeError: Double
  }

  /// For the weights and then the biases of every layer in order.
  package let findings: [Finding]

  /// Whether no difference is larger. Of a smooth network, central differences are right to about 10⁻⁸.
  package func isWithin(_ tolerance: Double) -> Bool { findings.allSatisfy { $0.relativeError <= tolerance } }

  /// Checks a model at these parameters. Each parameter is changed by `step`, or by as large a part of it where it is
  /// larger than 1; only what depends on it is calculated anew.
  ///
  /// - Throws: what does not fit the model's network.
  package init(
    of model: Model, at parameters: Parameters, on data: DataSet, step: Double = 0x1p-17
  ) throws(ShapeError) {
    var parameters = parameters
    parameters.frozen = Frozen()
    let source = try model.gradientSource(from: parameters, on: data)
    _ = source.differentiate()
    let derivatives = source.trained.map { Array(source.gradient($0)) }
    let floor = (derivatives.joined().map(\.magnitude).max() ?? 0) / 1000
    findings = zip(model.parameters, derivatives).enumerated().map { number, parameter in
      Finding(parameter.0.place, parameter.1, source.centralDifferences(of: number, step: step), floor: floor)
    }
  }
}

extension GradientCheck.Finding {
  fileprivate init(_ place: ParameterPlace, _ derivatives: [Double], _ differences: [Double], floor: Double) {
    var worst = Self(place: place, index: 0, derivative: 0, difference: 0, relativeError: -1)
    for (index, (derivative, difference)) in zip(derivatives, differences).enumerated() {
      let scale = max(derivative.magnitude, difference.magnitude, floor)
      let error = derivative == difference ? 0 : (derivative - difference).magnitude / scale
      // Not by comparing with `>`: NaN is worse than anything.
      if !(error <= worst.relativeError) && !worst.relativeError.isNaN {
        worst = Self(
          place: place, index: index, derivative: derivative, difference: difference, relativeError: error)
      }
    }
    self = worst
  }
}

extension GradientSource {
  /// `(C(θ + h) - C(θ - h)) / 2h` for each element of a parameter in turn, which has its value again afterwards.
  fileprivate func centralDifferences(of number: Int, step: Double) -> [Double] {
    let values = parameter(number)
    return values.indices.map { index in
      let value = values[index]
      let size = step * max(1, value.magnitude)
      let (above, below) = (value + size, value - size)
      values[index] = above
      let costAbove = evaluate(changed: number, at: index)
      values[index] = below
      let costBelow = evaluate(changed: number, at: index)
      values[index] = value
      // Of the steps as they were rounded.
      return (costAbove - costBelow) / (above - below)
    }
  }
}
