package import Diagnostics

/// One statement of a cell, read.
package struct Statement: Sendable {
  package var directive: Directive
  /// Without trailing comments.
  package var span: SourceSpan
  /// As the author wrote it, its lines joined by spaces and comments left out.
  package var text: String
}

/// What a statement asks for.
package enum Directive: Sendable {
  case defineNetwork(NetworkDefinition)
  case useNetwork(NetworkUse)
  case defineData(DataDefinition)
  case defineLoss(LossDefinition)
  case defineNotation(NotationDefinition)
  case letValue(LetStatement)
  case initialize(Initialization)
  case set(ParameterSetting)
  case freeze(Freezing)
  case train(TrainingOrder)
  case print(Printing)
  case explain(Explanation)
  case checkGradients(GradientChecking)
  /// The verdicts so far, as a table.
  case listVerdicts
  case checkEquation(EquationChecking)
  case plot(Plotting)
  case draw(Drawing)
  case sweep(Sweep)
  case expect(Expectation)
  /// What could not be read, and would have provided this.
  case lost(Provision)
}

extension Directive {
  /// What the statements below lose when this one could not be read.
  package enum Provision: Hashable, Sendable, CaseIterable {
    case network, data, loss, parameters, values, sweep
  }
}
