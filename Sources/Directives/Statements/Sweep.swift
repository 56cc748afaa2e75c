package import Diagnostics
package import Networks
package import TeXMath

/// `sweep learning rate over 0.1, 0.5, 1, with seeds 1 to 5, train 500 epochs`: trains the network anew for each value and
/// each seed, and compares what comes out.
///
/// The network in force, its parameters and its data are after it as they were before it.
package struct Sweep: Sendable {
  /// What differs from run to run.
  package enum Subject: Sendable {
    case seed
    case learningRate
    case batch
    case constant(Setting)
    case units(LayerReference)
    /// nil: of every layer but the last.
    case activation(LayerReference?)
    case initializer
    case optimizer
    /// A letter of `let` or of the regularization.
    case letter(Symbol)
  }
  package enum Values: Sendable {
    case numbers([NumberRun])
    case activations([Activation])
    case initializers([Initializer])
    case optimizers([OptimizationMethod])
  }
  /// A number, or evenly spaced ones.
  package struct NumberRun: Sendable {
    package enum Step: Sendable {
      case difference(ScalarExpression)
      case factor(ScalarExpression)
    }
    package var first: ScalarExpression
    /// nil for a single number.
    package var last: ScalarExpression?
    /// Without it, by steps of 1.
    package var step: Step?
    package var span: SourceSpan
  }

  package var subject: Subject
  /// What is swept, in the words of the language: `learning rate`, `number of units of hidden`.
  package var title: String
  package var values: Values
  package var subjectSpan: SourceSpan
  package var valuesSpan: SourceSpan
  /// Those of the initial parameters, with which each value is tried.
  package var seeds: [NumberRun] = []
  package var initialization: Initialization?
  package var training: TrainingOrder
  /// A single number; nil for the loss.
  package var measured: Quantity?
  package var showsTable = true
  package var showsPlot = true
  package var span: SourceSpan
}
