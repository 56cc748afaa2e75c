package import Catalog

/// The words of the notebook language that this room gives a meaning to.
package enum Vocabulary {
  package static var entries: [CatalogEntry] {
    Activation.all.map(\.entry) + Loss.all.map(\.entry) + Initializer.all.map(\.entry)
      + OptimizationMethod.all.map(\.entry) + Schedule.all.map(\.entry) + DataGenerator.all.map(\.entry)
  }
}
