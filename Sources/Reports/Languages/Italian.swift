import Results

extension Language {
  static let italian = Language(
    "it", decimalSign: .comma,
    [
      .skip: "Vai al testo", .contents: "Indice",
      .colophon: "Ogni numero è stato calcolato da Nabla, dal solo quaderno.",
      .footnotes: "Note", .backToText: "Torna al testo", .code: "Codice", .summary: "Riepilogo",

      .figure: "Figura {1}", .table: "Tabella {1}", .listing: "Listato {1}", .equation: "Equazione",
      .exercise: "Esercizio {1}", .solution: "Soluzione", .solutionTo: "Soluzione: {1}",

      .note: "Nota", .tip: "Consiglio", .important: "Importante", .warning: "Avviso", .caution: "Attenzione",
      .severityError: "errore", .severityWarning: "avviso", .severityNote: "nota", .help: "aiuto:",
      .notComputed: "non calcolato:",

      .asExpected: "come previsto", .notAsExpected: "non come previsto",
      .expectationsMet: "{1} attese, tutte soddisfatte", .verdictsSoFar: "verdetti fin qui",
      .noEquationsAbove: "nessuna equazione sopra", .headEquation: "equazione", .headLine: "riga",
      .headVerdict: "verdetto", .headColumns: "colonne: {1}",

      .verdict: "Verdetto:", .verdicts: "Verdetti", .expected: "{1}, previsto: {2}",
      .holds: "vale", .convention: "vale con una convenzione", .fails: "non vale", .defines: "definizione",
      .conflicts: "contraddice una definizione precedente", .updates: "aggiornamento",
      .notChecked: "non controllata",

      .factConvention: "convenzione", .factAt: "in {1}", .factBothSides: "entrambi i membri",
      .factSides: "a sinistra e a destra", .factShapes: "forme",
      .factCompared: "confrontato", .factDifference: "differenza massima", .factOmitted: "tralasciato",
      .factEntry: "elemento {1}", .entryOf: "{1}, elemento {2}", .linkHoldsIf: "l’anello {1} vale nella forma",
      .orLinkAs: "o l’anello {1} nella forma",
      .aboutVerdicts:
        "Ogni equazione in evidenza è stata valutata, sulla rete del quaderno e su reti casuali; il suo verdetto sta sotto e si apre.",
      .randomPoints: "{1} punto casuale|{1} punti casuali", .componentsAt: "{1} in {2}", .previous: "Precedente",
      .next: "Successivo",
      .holdsIf: "vale scritta come", .orAs: "oppure come", .withNumbers: "con i numeri",
      .withNumbersAt: "con i numeri, in {1}", .onBothSides: "{1} da entrambe le parti",
      .against: "{1} contro {2}", .ratio: "rapporto {1}", .components: "{1} componente|{1} componenti",
      .networks: "{1} rete|{1} reti", .randomNetworks: "{1} rete casuale|{1} reti casuali",
      .firstExamples: "primo esempio|primi {1} esempi", .ownNetwork: "la rete del quaderno",
      .alsoOwnNetwork: "{1} e quella del quaderno",
      .componentsOn: "{1} su {2}",
      .hiddenByRounding: "{1}, dove l’arrotondamento o un overflow non lascia nulla da confrontare",

      .countsBehind: "{1}: ", .equations: "{1} equazione|{1} equazioni", .countHolds: "vale|valgono",
      .countConvention: "vale con una convenzione|valgono con una convenzione",
      .countFails: "non vale|non valgono", .countDefines: "definisce un simbolo|definiscono simboli",
      .countConflicts: "ne contraddice un’altra|ne contraddicono altre",
      .countUpdates: "è un aggiornamento|sono aggiornamenti", .countNotChecked: "non controllata|non controllate",
      .unexpectedly: "inaspettatamente", .checkedOf: "{1} su {2} controllate",
      .expectationsAsExpected: "{1} attesa, soddisfatta|{1} attese, tutte soddisfatte",
      .expectationsNotAsExpected: "{1} attesa, non soddisfatta|{1} attese, {2} non soddisfatte",
      .errors: "{1} errore|{1} errori", .warnings: "{1} avviso|{1} avvisi",
      .expectationInLine: "attesa alla riga {1}", .errorInLine: "errore alla riga {1}",
      .see: "Vedi {1}", .line: "riga {1}", .equationInLine: "equazione{2} alla riga {1}",
      .equationsInLine: "equazioni{2} alla riga {1}",

      .notebook: "Quaderno", .notebooks: "Quaderni", .countNotebooks: "{1} quaderno|{1} quaderni",
      .ofThemChecked: "{1} controllate", .noneChecked: "nessuna controllata",
      .allAsExpected: "tutto come previsto", .notebooksNotAsExpected: "{1} dei quaderni non come previsto",
      .alsoAs: "anche in {1}", .headEquations: "Equazioni", .coverage: "Copertura", .expectations: "Attese",
      .total: "Totale",
    ])
}
