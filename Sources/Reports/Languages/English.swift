import Results

extension Language {
  package static let english = Language(
    "en", decimalSign: .point,
    [
      .skip: "Skip to the text", .contents: "Contents",
      .colophon: "Every number was computed by Nabla, from the notebook alone.",
      .footnotes: "Footnotes", .backToText: "Back to the text", .code: "Code", .summary: "Summary",

      .figure: "Figure {1}", .table: "Table {1}", .listing: "Listing {1}", .equation: "Equation",
      .exercise: "Exercise {1}", .solution: "Solution", .solutionTo: "Solution to {1}",

      .note: "Note", .tip: "Tip", .important: "Important", .warning: "Warning", .caution: "Caution",
      .severityError: "error", .severityWarning: "warning", .severityNote: "note", .help: "help:",
      .notComputed: "not computed:",

      .asExpected: "as expected", .notAsExpected: "not as expected",
      .expectationsMet: "{1} expectations, all as expected", .verdictsSoFar: "verdicts so far",
      .noEquationsAbove: "no equations above", .headEquation: "equation", .headLine: "line",
      .headVerdict: "verdict", .headColumns: "columns: {1}",

      .verdict: "Verdict:", .verdicts: "Verdicts", .expected: "{1}, expected: {2}",
      .holds: "holds", .convention: "holds under a convention", .fails: "fails", .defines: "definition",
      .conflicts: "conflicts with an earlier definition", .updates: "update", .notChecked: "not checked",

      .factConvention: "convention", .factAt: "at {1}", .factBothSides: "both sides", .factSides: "left and right",
      .factShapes: "shapes",
      .factCompared: "compared", .factDifference: "largest difference", .factOmitted: "left out",
      .factEntry: "entry {1}", .entryOf: "{1}, entry {2}", .linkHoldsIf: "link {1} holds if written as",
      .orLinkAs: "or link {1} as",
      .aboutVerdicts:
        "Every displayed equation was evaluated, on the notebook’s own network and on random ones; its verdict stands below it, and opens into what was compared.",
      .randomPoints: "{1} random point|{1} random points", .componentsAt: "{1} at {2}", .previous: "Previous",
      .next: "Next",
      .holdsIf: "holds if written as", .orAs: "or as", .withNumbers: "with numbers",
      .withNumbersAt: "with numbers, at {1}", .onBothSides: "{1} on both sides", .against: "{1} against {2}",
      .ratio: "ratio {1}", .components: "{1} component|{1} components", .networks: "{1} network|{1} networks",
      .randomNetworks: "{1} random network|{1} random networks", .firstExamples: "first example|first {1} examples",
      .ownNetwork: "the notebook’s own network",
      .alsoOwnNetwork: "{1} and the notebook’s own", .componentsOn: "{1} on {2}",
      .hiddenByRounding: "{1}, where rounding or overflow leaves nothing to compare",

      .countsBehind: "{1}: ", .equations: "{1} equation|{1} equations", .countHolds: "holds|hold",
      .countConvention: "holds under a convention|hold under a convention", .countFails: "fails|fail",
      .countDefines: "defines a symbol|define symbols", .countConflicts: "conflicts|conflict",
      .countUpdates: "is an update|are updates", .countNotChecked: "not checked",
      .unexpectedly: "unexpectedly", .checkedOf: "{1} of {2} checked",
      .expectationsAsExpected: "{1} expectation, as expected|{1} expectations, all as expected",
      .expectationsNotAsExpected: "{1} expectation, not as expected|{1} expectations, {2} of them not as expected",
      .errors: "{1} error|{1} errors", .warnings: "{1} warning|{1} warnings",
      .expectationInLine: "expectation in line {1}", .errorInLine: "error in line {1}",
      .see: "See {1}", .line: "line {1}", .equationInLine: "equation{2} in line {1}",
      .equationsInLine: "equations{2} in line {1}",

      .notebook: "Notebook", .notebooks: "Notebooks", .countNotebooks: "{1} notebook|{1} notebooks",
      .ofThemChecked: "{1} of them checked", .noneChecked: "none of them checked",
      .allAsExpected: "all as expected", .notebooksNotAsExpected: "{1} of the notebooks not as expected",
      .alsoAs: "also as {1}", .headEquations: "Equations", .coverage: "Coverage", .expectations: "Expectations",
      .total: "Total",
    ])
}
