import Kernels
import Tensors

/// Where in an arena the parameters of a model are, and their derivatives.
///
/// The trained ones come first, one straight behind the other, and their derivatives in the same order, so that a step of
/// gradient descent is one loop.
struct ParameterStorage {
  private let numbers: [ParameterPlace: Int]
  /// By the parameter's number; so are the next three.
  let sizes: [Int]
  let kinds: [ParameterPlace]
  let places: [Assembly.Place]
  /// nil where a parameter is frozen.
  let gradients: [Assembly.Place?]
  /// The first of the trained parameters and of the derivatives, and how many numbers they are together.
  let trained: (parameters: Assembly.Place, gradients: Assembly.Place, count: Int)

  init(of model: Model, trained: [Int], in assembly: inout Assembly) {
    let parameters = model.parameters
    kinds = parameters.map(\.place)
    numbers = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    sizes = parameters.map { model.graph[$0.node].shape.count }
    let frozen = sizes.indices.filter { !trained.contains($0) }
    var places = [Assembly.Place?](repeating: nil, count: sizes.count)
    var gradients = places
    let first = assembly.reserve(0)
    let trainedSizes = trained.map { [sizes] in sizes[$0] }
    for (number, place) in zip(trained, assembly.reserve(together: trainedSizes)) { places[number] = place }
    let firstGradient = assembly.reserve(0)
    for (number, place) in zip(trained, assembly.reserve(together: trainedSizes)) { gradients[number] = place }
    for number in frozen { places[number] = assembly.reserve(sizes[number]) }
    self.places = places.compactMap(\.self)
    self.gradients = gradients
    self.trained = (first, firstGradient, trainedSizes.reduce(0, +))
  }

  /// - Precondition: the model has the parameter.
  func place(_ kind: ParameterPlace) -> Assembly.Place {
    guard let number = numbers[kind] else { preconditionFailure("a model has a place for \(kind)") }
    return places[number]
  }

  func gradient(_ kind: ParameterPlace) -> Assembly.Place? { numbers[kind].flatMap { gradients[$0] } }

  func isTrained(layer: Int) -> Bool {
    gradient(.weights(ofLayer: layer)) != nil || gradient(.biases(ofLayer: layer)) != nil
  }

  func isPenalised(_ number: Int, by regularization: Regularization) -> Bool {
    switch kinds[number] {
    case .weights: true
    case .biases: regularization.includesBiases
    }
  }
}
