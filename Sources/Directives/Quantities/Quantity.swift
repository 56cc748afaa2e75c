package import Diagnostics
package import TeXMath

/// Something of the network that has a value: `the activation of unit 1 of layer output for example 2`.
package indirect enum Quantity: Sendable {
  /// A noun with its place.
  case named(QuantityNoun, Place, SourceSpan)
  /// `gradients`, `gradient of the weights of layer 2`: the derivative of the cost by parameters.
  case gradient(of: Quantity?, Place, SourceSpan)
  /// `derivative of A by B`
  case derivative(of: Quantity, by: Quantity, SourceSpan)
  case formula(Formula, SourceSpan)

  package var span: SourceSpan {
    switch self {
    case .named(_, _, let span), .gradient(_, _, let span), .derivative(_, _, let span), .formula(_, let span): span
    }
  }
}

/// Where in the network: which layer, unit, example. What is not said ranges over everything.
package struct Place: Sendable, Hashable {
  package var layer: LayerReference?
  package var unit: UnitReference?
  package var fromUnit: UnitReference?
  package var example: ExampleReference?
  /// What a result is to be less than.
  package var bound: Bound?

  package init(layer: LayerReference? = nil) { self.layer = layer }

  package var isEmpty: Bool { layer == nil && unit == nil && fromUnit == nil && example == nil && bound == nil }
}

package struct Bound: Sendable, Hashable {
  package var value: Double
  package var span: SourceSpan
}

package struct LayerReference: Sendable, Hashable {
  package enum Name: Sendable, Hashable {
    case number(Int)
    case name(String)
  }
  package var name: Name
  package var span: SourceSpan
}

package struct UnitReference: Sendable, Hashable {
  package enum Name: Sendable, Hashable {
    /// From 1.
    case number(Int)
    /// A column of the data.
    case name(String)
  }
  package var name: Name
  package var span: SourceSpan
}

package struct ExampleReference: Sendable, Hashable {
  /// From 1.
  package var number: Int
  package var span: SourceSpan
}
