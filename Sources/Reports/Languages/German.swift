import Results

extension Language {
  static let german = Language(
    "de", decimalSign: .comma,
    [
      .skip: "Zum Text springen", .contents: "Inhalt",
      .colophon: "Jede Zahl hat Nabla berechnet, allein aus dem Notizbuch.",
      .footnotes: "Fußnoten", .backToText: "Zurück zum Text", .code: "Code", .summary: "Zusammenfassung",

      .figure: "Abbildung {1}", .table: "Tabelle {1}", .listing: "Listing {1}", .equation: "Gleichung",
      .exercise: "Aufgabe {1}", .solution: "Lösung", .solutionTo: "Lösung zu {1}",

      .note: "Hinweis", .tip: "Tipp", .important: "Wichtig", .warning: "Warnung", .caution: "Vorsicht",
      .severityError: "Fehler", .severityWarning: "Warnung", .severityNote: "Hinweis", .help: "Hilfe:",
      .notComputed: "nicht berechnet:",

      .asExpected: "wie erwartet", .notAsExpected: "nicht wie erwartet",
      .expectationsMet: "{1} Erwartungen, alle erfüllt", .verdictsSoFar: "Befunde bis hierher",
      .noEquationsAbove: "keine Gleichungen darüber", .headEquation: "Gleichung", .headLine: "Zeile",
      .headVerdict: "Befund", .headColumns: "Spalten: {1}",

      .verdict: "Befund:", .verdicts: "Befunde", .expected: "{1}, erwartet: {2}",
      .holds: "gilt", .convention: "gilt unter einer Konvention", .fails: "gilt nicht", .defines: "Definition",
      .conflicts: "widerspricht einer früheren Definition", .updates: "Aktualisierung", .notChecked: "nicht geprüft",

      .factConvention: "Konvention", .factAt: "bei {1}", .factBothSides: "beide Seiten", .factSides: "links und rechts",
      .factShapes: "Formate",
      .factCompared: "verglichen", .factDifference: "größte Differenz", .factOmitted: "ausgelassen",
      .factEntry: "Eintrag {1}", .entryOf: "{1}, Eintrag {2}", .linkHoldsIf: "Glied {1} gilt in der Form",
      .orLinkAs: "oder Glied {1} in der Form",
      .aboutVerdicts:
        "Jede abgesetzte Gleichung wurde ausgewertet, am Netz des Notizbuchs und an zufälligen; ihr Befund steht darunter und lässt sich aufklappen.",
      .randomPoints: "{1} zufälligen Stelle|{1} zufälligen Stellen", .componentsAt: "{1} an {2}", .previous: "Zurück",
      .next: "Weiter",
      .holdsIf: "gilt in der Form", .orAs: "oder in der Form", .withNumbers: "mit Zahlen",
      .withNumbersAt: "mit Zahlen, bei {1}", .onBothSides: "{1} auf beiden Seiten", .against: "{1} gegen {2}",
      .ratio: "Verhältnis {1}", .components: "{1} Komponente|{1} Komponenten", .networks: "{1} Netz|{1} Netzen",
      .randomNetworks: "{1} zufälligen Netz|{1} zufälligen Netzen",
      .firstExamples: "das erste Beispiel|die ersten {1} Beispiele", .ownNetwork: "dem Netz des Notizbuchs",
      .alsoOwnNetwork: "{1} und dem des Notizbuchs", .componentsOn: "{1} an {2}",
      .hiddenByRounding: "{1}, bei denen Rundung oder Überlauf nichts zu vergleichen lässt",

      .countsBehind: "{1}: ", .equations: "{1} Gleichung|{1} Gleichungen", .countHolds: "gilt|gelten",
      .countConvention: "gilt unter einer Konvention|gelten unter einer Konvention",
      .countFails: "gilt nicht|gelten nicht", .countDefines: "definiert ein Symbol|definieren Symbole",
      .countConflicts: "widerspricht sich|widersprechen sich",
      .countUpdates: "ist eine Aktualisierung|sind Aktualisierungen", .countNotChecked: "nicht geprüft",
      .unexpectedly: "unerwartet", .checkedOf: "{1} von {2} geprüft",
      .expectationsAsExpected: "{1} Erwartung, erfüllt|{1} Erwartungen, alle erfüllt",
      .expectationsNotAsExpected: "{1} Erwartung, nicht erfüllt|{1} Erwartungen, {2} davon nicht erfüllt",
      .errors: "{1} Fehler", .warnings: "{1} Warnung|{1} Warnungen",
      .expectationInLine: "Erwartung in Zeile {1}", .errorInLine: "Fehler in Zeile {1}",
      .see: "Siehe {1}", .line: "Zeile {1}", .equationInLine: "Gleichung{2} in Zeile {1}",
      .equationsInLine: "Gleichungen{2} in Zeile {1}",

      .notebook: "Notizbuch", .notebooks: "Notizbücher", .countNotebooks: "{1} Notizbuch|{1} Notizbücher",
      .ofThemChecked: "{1} davon geprüft", .noneChecked: "keine davon geprüft",
      .allAsExpected: "alles wie erwartet",
      .notebooksNotAsExpected: "{1} der Notizbücher nicht wie erwartet",
      .alsoAs: "auch als {1}", .headEquations: "Gleichungen", .coverage: "Abdeckung", .expectations: "Erwartungen",
      .total: "Summe",
    ])
}
