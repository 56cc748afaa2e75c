import Results

extension Language {
  static let portuguese = Language(
    "pt", decimalSign: .comma,
    [
      .skip: "Ir para o texto", .contents: "Índice",
      .colophon: "Cada número foi calculado pelo Nabla, apenas a partir do caderno.",
      .footnotes: "Notas", .backToText: "Voltar ao texto", .code: "Código", .summary: "Resumo",

      .figure: "Figura {1}", .table: "Tabela {1}", .listing: "Listagem {1}", .equation: "Equação",
      .exercise: "Exercício {1}", .solution: "Solução", .solutionTo: "Solução: {1}",

      .note: "Nota", .tip: "Dica", .important: "Importante", .warning: "Aviso", .caution: "Cuidado",
      .severityError: "erro", .severityWarning: "aviso", .severityNote: "nota", .help: "ajuda:",
      .notComputed: "não calculado:",

      .asExpected: "como esperado", .notAsExpected: "não como esperado",
      .expectationsMet: "{1} expectativas, todas cumpridas", .verdictsSoFar: "veredictos até aqui",
      .noEquationsAbove: "nenhuma equação acima", .headEquation: "equação", .headLine: "linha",
      .headVerdict: "veredicto", .headColumns: "colunas: {1}",

      .verdict: "Veredicto:", .verdicts: "Veredictos", .expected: "{1}, esperado: {2}",
      .holds: "vale", .convention: "vale sob uma convenção", .fails: "não vale", .defines: "definição",
      .conflicts: "contradiz uma definição anterior", .updates: "atualização", .notChecked: "não verificada",

      .factConvention: "convenção", .factAt: "em {1}", .factBothSides: "ambos os lados",
      .factSides: "à esquerda e à direita", .factShapes: "formas",
      .factCompared: "comparado", .factDifference: "maior diferença", .factOmitted: "omitido",
      .factEntry: "entrada {1}", .entryOf: "{1}, entrada {2}", .linkHoldsIf: "o elo {1} vale na forma",
      .orLinkAs: "ou o elo {1} na forma",
      .aboutVerdicts:
        "Cada equação destacada foi avaliada, na rede do caderno e em redes aleatórias; o seu veredito está por baixo e abre-se.",
      .randomPoints: "{1} ponto aleatório|{1} pontos aleatórios", .componentsAt: "{1} em {2}", .previous: "Anterior",
      .next: "Seguinte",
      .holdsIf: "vale escrita como", .orAs: "ou como", .withNumbers: "com números",
      .withNumbersAt: "com números, em {1}", .onBothSides: "{1} em ambos os lados", .against: "{1} contra {2}",
      .ratio: "razão {1}", .components: "{1} componente|{1} componentes", .networks: "{1} rede|{1} redes",
      .randomNetworks: "{1} rede aleatória|{1} redes aleatórias",
      .firstExamples: "primeiro exemplo|primeiros {1} exemplos", .ownNetwork: "a rede do caderno",
      .alsoOwnNetwork: "{1} e a do caderno", .componentsOn: "{1} em {2}",
      .hiddenByRounding: "{1}, onde o arredondamento ou um estouro nada deixa para comparar",

      .countsBehind: "{1}: ", .equations: "{1} equação|{1} equações", .countHolds: "vale|valem",
      .countConvention: "vale sob uma convenção|valem sob uma convenção",
      .countFails: "não vale|não valem", .countDefines: "define um símbolo|definem símbolos",
      .countConflicts: "contradiz outra|contradizem outras",
      .countUpdates: "é uma atualização|são atualizações", .countNotChecked: "não verificada|não verificadas",
      .unexpectedly: "inesperadamente", .checkedOf: "{1} de {2} verificadas",
      .expectationsAsExpected: "{1} expectativa, cumprida|{1} expectativas, todas cumpridas",
      .expectationsNotAsExpected: "{1} expectativa, não cumprida|{1} expectativas, {2} não cumpridas",
      .errors: "{1} erro|{1} erros", .warnings: "{1} aviso|{1} avisos",
      .expectationInLine: "expectativa na linha {1}", .errorInLine: "erro na linha {1}",
      .see: "Ver {1}", .line: "linha {1}", .equationInLine: "equação{2} na linha {1}",
      .equationsInLine: "equações{2} na linha {1}",

      .notebook: "Caderno", .notebooks: "Cadernos", .countNotebooks: "{1} caderno|{1} cadernos",
      .ofThemChecked: "{1} verificadas", .noneChecked: "nenhuma verificada",
      .allAsExpected: "tudo como esperado", .notebooksNotAsExpected: "{1} dos cadernos não como esperado",
      .alsoAs: "também em {1}", .headEquations: "Equações", .coverage: "Cobertura", .expectations: "Expectativas",
      .total: "Total",
    ])
}
