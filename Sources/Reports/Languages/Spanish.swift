import Results

extension Language {
  static let spanish = Language(
    "es", decimalSign: .comma,
    [
      .skip: "Ir al texto", .contents: "Índice",
      .colophon: "Nabla calculó cada número, solo a partir del cuaderno.",
      .footnotes: "Notas", .backToText: "Volver al texto", .code: "Código", .summary: "Resumen",

      .figure: "Figura {1}", .table: "Tabla {1}", .listing: "Listado {1}", .equation: "Ecuación",
      .exercise: "Ejercicio {1}", .solution: "Solución", .solutionTo: "Solución: {1}",

      .note: "Nota", .tip: "Consejo", .important: "Importante", .warning: "Advertencia", .caution: "Precaución",
      .severityError: "error", .severityWarning: "advertencia", .severityNote: "nota", .help: "ayuda:",
      .notComputed: "no calculado:",

      .asExpected: "como se esperaba", .notAsExpected: "no como se esperaba",
      .expectationsMet: "{1} expectativas, todas cumplidas", .verdictsSoFar: "veredictos hasta aquí",
      .noEquationsAbove: "ninguna ecuación más arriba", .headEquation: "ecuación", .headLine: "línea",
      .headVerdict: "veredicto", .headColumns: "columnas: {1}",

      .verdict: "Veredicto:", .verdicts: "Veredictos", .expected: "{1}, se esperaba: {2}",
      .holds: "se cumple", .convention: "se cumple con una convención", .fails: "no se cumple",
      .defines: "definición", .conflicts: "contradice una definición anterior", .updates: "actualización",
      .notChecked: "sin comprobar",

      .factConvention: "convención", .factAt: "en {1}", .factBothSides: "ambos lados",
      .factSides: "izquierda y derecha", .factShapes: "formas",
      .factCompared: "comparado", .factDifference: "mayor diferencia", .factOmitted: "omitido",
      .factEntry: "entrada {1}", .entryOf: "{1}, entrada {2}", .linkHoldsIf: "el eslabón {1} se cumple en la forma",
      .orLinkAs: "o el eslabón {1} en la forma",
      .aboutVerdicts:
        "Cada ecuación destacada se evaluó, en la red del cuaderno y en redes aleatorias; su veredicto está debajo y se despliega.",
      .randomPoints: "{1} punto aleatorio|{1} puntos aleatorios", .componentsAt: "{1} en {2}", .previous: "Anterior",
      .next: "Siguiente",
      .holdsIf: "se cumple escrita como", .orAs: "o como", .withNumbers: "con números",
      .withNumbersAt: "con números, en {1}", .onBothSides: "{1} en ambos lados", .against: "{1} frente a {2}",
      .ratio: "razón {1}", .components: "{1} componente|{1} componentes", .networks: "{1} red|{1} redes",
      .randomNetworks: "{1} red aleatoria|{1} redes aleatorias", .firstExamples: "primer ejemplo|primeros {1} ejemplos",
      .ownNetwork: "la red del cuaderno",
      .alsoOwnNetwork: "{1} y la del cuaderno", .componentsOn: "{1} en {2}",
      .hiddenByRounding: "{1}, donde el redondeo o un desbordamiento no deja nada que comparar",

      .countsBehind: "{1}: ", .equations: "{1} ecuación|{1} ecuaciones", .countHolds: "se cumple|se cumplen",
      .countConvention: "se cumple con una convención|se cumplen con una convención",
      .countFails: "no se cumple|no se cumplen", .countDefines: "define un símbolo|definen símbolos",
      .countConflicts: "contradice a otra|contradicen a otras",
      .countUpdates: "es una actualización|son actualizaciones", .countNotChecked: "sin comprobar",
      .unexpectedly: "inesperadamente", .checkedOf: "{1} de {2} comprobadas",
      .expectationsAsExpected: "{1} expectativa, cumplida|{1} expectativas, todas cumplidas",
      .expectationsNotAsExpected: "{1} expectativa, no cumplida|{1} expectativas, {2} no cumplidas",
      .errors: "{1} error|{1} errores", .warnings: "{1} advertencia|{1} advertencias",
      .expectationInLine: "expectativa en la línea {1}", .errorInLine: "error en la línea {1}",
      .see: "Véase {1}", .line: "línea {1}", .equationInLine: "ecuación{2} en la línea {1}",
      .equationsInLine: "ecuaciones{2} en la línea {1}",

      .notebook: "Cuaderno", .notebooks: "Cuadernos", .countNotebooks: "{1} cuaderno|{1} cuadernos",
      .ofThemChecked: "{1} comprobadas", .noneChecked: "ninguna comprobada",
      .allAsExpected: "todo como se esperaba",
      .notebooksNotAsExpected: "{1} de los cuadernos no como se esperaba",
      .alsoAs: "también en {1}", .headEquations: "Ecuaciones", .coverage: "Cobertura", .expectations: "Expectativas",
      .total: "Total",
    ])
}
