import Results

extension Language {
  static let french = Language(
    "fr", decimalSign: .comma,
    [
      .skip: "Aller au texte", .contents: "Sommaire",
      .colophon: "Chaque nombre a été calculé par Nabla, à partir du seul carnet.",
      .footnotes: "Notes", .backToText: "Retour au texte", .code: "Code", .summary: "Résumé",

      .figure: "Figure {1}", .table: "Tableau {1}", .listing: "Listing {1}", .equation: "Équation",
      .exercise: "Exercice {1}", .solution: "Solution", .solutionTo: "Solution : {1}",

      .note: "Remarque", .tip: "Astuce", .important: "Important", .warning: "Avertissement", .caution: "Attention",
      .severityError: "erreur", .severityWarning: "avertissement", .severityNote: "remarque", .help: "aide :",
      .notComputed: "non calculé :",

      .asExpected: "comme prévu", .notAsExpected: "pas comme prévu",
      .expectationsMet: "{1} attentes, toutes satisfaites", .verdictsSoFar: "verdicts jusqu’ici",
      .noEquationsAbove: "aucune équation ci-dessus", .headEquation: "équation", .headLine: "ligne",
      .headVerdict: "verdict", .headColumns: "colonnes : {1}",

      .verdict: "Verdict :", .verdicts: "Verdicts", .expected: "{1}, prévu : {2}",
      .holds: "vérifiée", .convention: "vérifiée sous une convention", .fails: "fausse", .defines: "définition",
      .conflicts: "contredit une définition antérieure", .updates: "mise à jour", .notChecked: "non examinée",

      .factConvention: "convention", .factAt: "en {1}", .factBothSides: "deux membres",
      .factSides: "à gauche et à droite", .factShapes: "formats",
      .factCompared: "comparé", .factDifference: "plus grand écart", .factOmitted: "laissé de côté",
      .factEntry: "composante {1}", .entryOf: "{1}, composante {2}",
      .linkHoldsIf: "le maillon {1} est vérifié sous la forme", .orLinkAs: "ou le maillon {1} sous la forme",
      .aboutVerdicts:
        "Chaque équation hors texte a été évaluée, sur le réseau du carnet et sur des réseaux aléatoires ; son verdict figure dessous et se déplie.",
      .randomPoints: "{1} point aléatoire|{1} points aléatoires", .componentsAt: "{1} en {2}", .previous: "Précédent",
      .next: "Suivant",
      .holdsIf: "vérifiée sous la forme", .orAs: "ou sous la forme", .withNumbers: "avec les nombres",
      .withNumbersAt: "avec les nombres, en {1}", .onBothSides: "{1} des deux côtés", .against: "{1} contre {2}",
      .ratio: "rapport {1}", .components: "{1} composante|{1} composantes", .networks: "{1} réseau|{1} réseaux",
      .randomNetworks: "{1} réseau aléatoire|{1} réseaux aléatoires",
      .firstExamples: "premier exemple|{1} premiers exemples", .ownNetwork: "le réseau du carnet",
      .alsoOwnNetwork: "{1} et celui du carnet", .componentsOn: "{1} sur {2}",
      .hiddenByRounding: "{1}, où l’arrondi ou un dépassement ne laisse rien à comparer",

      .countsBehind: "{1}\u{A0}: ", .equations: "{1} équation|{1} équations", .countHolds: "vérifiée|vérifiées",
      .countConvention: "vérifiée sous une convention|vérifiées sous une convention",
      .countFails: "fausse|fausses", .countDefines: "définit un symbole|définissent des symboles",
      .countConflicts: "en contredit une autre|en contredisent d’autres",
      .countUpdates: "mise à jour|mises à jour", .countNotChecked: "non examinée|non examinées",
      .unexpectedly: "de façon inattendue", .checkedOf: "{1} sur {2} examinées",
      .expectationsAsExpected: "{1} attente, satisfaite|{1} attentes, toutes satisfaites",
      .expectationsNotAsExpected: "{1} attente, non satisfaite|{1} attentes, dont {2} non satisfaites",
      .errors: "{1} erreur|{1} erreurs", .warnings: "{1} avertissement|{1} avertissements",
      .expectationInLine: "attente, ligne {1}", .errorInLine: "erreur, ligne {1}",
      .see: "Voir {1}", .line: "ligne {1}", .equationInLine: "équation{2}, ligne {1}",
      .equationsInLine: "équations{2}, ligne {1}",

      .notebook: "Carnet", .notebooks: "Carnets", .countNotebooks: "{1} carnet|{1} carnets",
      .ofThemChecked: "dont {1} examinées", .noneChecked: "dont aucune examinée",
      .allAsExpected: "tout est comme prévu", .notebooksNotAsExpected: "{1} des carnets pas comme prévu",
      .alsoAs: "aussi en {1}", .headEquations: "Équations", .coverage: "Couverture", .expectations: "Attentes",
      .total: "Total",
    ])
}
