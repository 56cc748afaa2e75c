package import Tensors

extension Training {
  /// The same training once more, with the parameters on the way: before every so many epochs, and at the end.
  ///
  /// - Parameters:
  ///   - optimizer: as it was before the training
  ///   - every: how many epochs lie between two
  package func snapshots(
    with optimizer: some Optimizer, from parameters: Parameters, on data: DataSet, every: Int
  ) throws(ShapeError) -> [(epoch: Int, parameters: Parameters)] {
    var optimizer = optimizer
    let source = try model.gradientSource(from: parameters, on: data, batch: batch, updating: order)
    var course = TrainingCourse(self, source, examples: data.examples)
    var found: [(epoch: Int, parameters: Parameters)] = []
    course.observe(every: every) { epoch in
      // A rule may end the training just where it was looked at.
      if found.last?.epoch == epoch { found.removeLast() }
      found.append((epoch, model.parameters(parameters, as: source)))
    }
    course.run(with: &optimizer)
    return found
  }
}
