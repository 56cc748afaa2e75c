/// A word or sentence that reports say in the reader's language.
///
/// In the tables, `{1}` and `{2}` are what is said about, and a bar parts what is said of one from what is said of
/// several.
enum Word: String, CaseIterable {
  // Around the text.
  case skip, contents, previous, next, colophon, footnotes, backToText, code, summary

  // What has a number.
  case figure, table, listing, equation, exercise
  case solution, solutionTo

  // Callouts, and what went wrong.
  case note, tip, important, warning, caution
  case severityError, severityWarning, severityNote, help, notComputed

  // Outcomes of cells.
  case asExpected, notAsExpected, expectationsMet, verdictsSoFar, noEquationsAbove
  case headEquation, headLine, headVerdict, headColumns

  // Verdicts, at their equation.
  case verdict, verdicts, expected
  case holds, convention, fails, defines, conflicts, updates, notChecked

  // What a verdict rests on.
  case factConvention, factAt, factEntry, entryOf, factBothSides, factSides, factShapes, factCompared, factDifference,
    factOmitted
  case holdsIf, orAs, linkHoldsIf, orLinkAs, withNumbers, withNumbersAt
  case onBothSides, against, ratio
  case components, networks, randomNetworks, randomPoints, firstExamples, ownNetwork, alsoOwnNetwork
  case componentsOn, componentsAt, hiddenByRounding

  // Verdicts, counted.
  case equations, countsBehind
  case countHolds, countConvention, countFails, countDefines, countConflicts, countUpdates, countNotChecked
  case unexpectedly, checkedOf, expectationsAsExpected, expectationsNotAsExpected, errors, warnings
  case see, line, expectationInLine, errorInLine, equationInLine, equationsInLine

  // The page over all reports.
  case notebook, notebooks, aboutVerdicts, countNotebooks, ofThemChecked, noneChecked, allAsExpected,
    notebooksNotAsExpected, alsoAs
  case headEquations, coverage, expectations, total
}
