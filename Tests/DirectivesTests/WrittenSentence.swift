import Diagnostics
import Directives
import Documents

extension NotationDefinition.Sentence {
  /// The one sentence of a block; nil where it can't be read.
  static func written(_ sentence: String) -> NotationDefinition.Sentence? {
    let source = SourceText("```{nabla}\ndefine notation\n  \(sentence)\n```\n", name: "notebook.md")
    for item in Program.reading(Document.parsing(source).value).value.items {
      guard case .cell(let cell) = item else { continue }
      for statement in cell.statements {
        if case .defineNotation(let definition) = statement.directive { return definition.sentences.first }
      }
    }
    return nil
  }
}
