extension Phrase {
  /// What is computed, by the names that titles give it.
  static let quantities: [Phrase] = [
    Phrase(
      "derivative of the <1> by the <2>", "Ableitung: <1> nach <2>", "dérivée : <1> par rapport à <2>",
      "derivada: <1> respecto a <2>", "derivata: <1> rispetto a <2>", "derivada: <1> em relação a <2>", "导数：<1> 对 <2>"),
    Phrase(
      "gradient of the <1>, of the loss of example {2}", "Gradient: <1>, für den Verlust von Beispiel {2}",
      "gradient : <1>, pour la perte de l’exemple {2}", "gradiente: <1>, para la pérdida del ejemplo {2}",
      "gradiente: <1>, per la perdita dell’esempio {2}", "gradiente: <1>, para a perda do exemplo {2}",
      "梯度：<1>（样本 {2} 的损失）"),
    Phrase(
      "gradient of the <1>", "Gradient: <1>", "gradient : <1>", "gradiente: <1>", "gradiente: <1>", "gradiente: <1>",
      "梯度：<1>"),
    Phrase(
      "<1> for example {2}", "<1> für Beispiel {2}", "<1> pour l’exemple {2}", "<1> para el ejemplo {2}",
      "<1> per l’esempio {2}", "<1> para o exemplo {2}", "样本 {2} 的<1>"),
    Phrase(
      "<1> of each example", "<1> für jedes Beispiel", "<1> pour chaque exemple", "<1> de cada ejemplo",
      "<1> di ogni esempio", "<1> de cada exemplo", "各样本的<1>"),
    Phrase(
      "<1> of layer {2}", "<1> der Schicht {2}", "<1> de la couche {2}", "<1> de la capa {2}", "<1> dello strato {2}",
      "<1> da camada {2}", "层 {2} 的<1>"),
    Phrase(
      "<1> of unit {2}", "<1> von Einheit {2}", "<1> de l’unité {2}", "<1> de la unidad {2}", "<1> dell’unità {2}",
      "<1> da unidade {2}", "单元 {2} 的<1>"),
    Phrase(
      "<1> to unit {2} from unit {3}", "<1> zu Einheit {2} von Einheit {3}", "<1> vers l’unité {2} depuis l’unité {3}",
      "<1> a la unidad {2} desde la unidad {3}", "<1> all’unità {2} dall’unità {3}",
      "<1> para a unidade {2} da unidade {3}", "由单元 {3} 到单元 {2} 的<1>"),
    Phrase(
      "<1> to unit {2}", "<1> zu Einheit {2}", "<1> vers l’unité {2}", "<1> a la unidad {2}", "<1> all’unità {2}",
      "<1> para a unidade {2}", "到单元 {2} 的<1>"),
    Phrase(
      "<1> from unit {2}", "<1> von Einheit {2}", "<1> depuis l’unité {2}", "<1> desde la unidad {2}",
      "<1> dall’unità {2}", "<1> da unidade {2}", "由单元 {2} 出发的<1>"),
    Phrase("activation", "Aktivierung", "activation", "activación", "attivazione", "ativação", "激活值"),
    Phrase("activations", "Aktivierungen", "activations", "activaciones", "attivazioni", "ativações", "激活值"),
    Phrase(
      "weighted input", "gewichtete Eingabe", "entrée pondérée", "entrada ponderada", "ingresso pesato",
      "entrada ponderada", "加权输入"),
    Phrase(
      "weighted inputs", "gewichtete Eingaben", "entrées pondérées", "entradas ponderadas", "ingressi pesati",
      "entradas ponderadas", "加权输入"),
    Phrase(
      "weighted input without its bias", "gewichtete Eingabe ohne Bias", "entrée pondérée sans biais",
      "entrada ponderada sin sesgo", "ingresso pesato senza bias", "entrada ponderada sem viés", "不含偏置的加权输入"),
    Phrase(
      "weighted inputs without biases", "gewichtete Eingaben ohne Bias", "entrées pondérées sans biais",
      "entradas ponderadas sin sesgo", "ingressi pesati senza bias", "entradas ponderadas sem viés", "不含偏置的加权输入"),
    Phrase("error", "Fehler", "erreur", "error", "errore", "erro", "误差"),
    Phrase("errors", "Fehler", "erreurs", "errores", "errori", "erros", "误差"),
    Phrase("weight", "Gewicht", "poids", "peso", "peso", "peso", "权重"),
    Phrase("weights", "Gewichte", "poids", "pesos", "pesi", "pesos", "权重"),
    Phrase("bias", "Bias", "biais", "sesgo", "bias", "viés", "偏置"),
    Phrase("biases", "Bias", "biais", "sesgos", "bias", "vieses", "偏置"),
    Phrase("gradient", "Gradient", "gradient", "gradiente", "gradiente", "gradiente", "梯度"),
    Phrase("gradients", "Gradienten", "gradients", "gradientes", "gradienti", "gradientes", "梯度"),
    Phrase("input", "Eingabe", "entrée", "entrada", "ingresso", "entrada", "输入"),
    Phrase("inputs", "Eingaben", "entrées", "entradas", "ingressi", "entradas", "输入"),
    Phrase("target", "Zielwert", "cible", "objetivo", "obiettivo", "alvo", "目标值"),
    Phrase("targets", "Zielwerte", "cibles", "objetivos", "obiettivi", "alvos", "目标值"),
    Phrase("prediction", "Vorhersage", "prédiction", "predicción", "previsione", "predição", "预测值"),
    Phrase("accuracy", "Genauigkeit", "exactitude", "exactitud", "accuratezza", "acurácia", "准确率"),
    Phrase("predictions", "Vorhersagen", "prédictions", "predicciones", "previsioni", "predições", "预测值"),
    Phrase("loss", "Verlust", "perte", "pérdida", "perdita", "perda", "损失"),
    Phrase(
      "summed loss", "summierter Verlust", "perte sommée", "pérdida sumada", "perdita sommata", "perda somada", "总损失"),
    Phrase("cost", "Kosten", "coût", "coste", "costo", "custo", "代价"),
    Phrase(
      "cost without regularization", "Kosten ohne Regularisierung", "coût sans régularisation",
      "coste sin regularización", "costo senza regolarizzazione", "custo sem regularização", "不含正则化的代价"),
    Phrase(
      "regularization", "Regularisierung", "régularisation", "regularización", "regolarizzazione", "regularização",
      "正则化项"),
    Phrase(
      "learning rate", "Lernrate", "taux d’apprentissage", "tasa de aprendizaje", "tasso di apprendimento",
      "taxa de aprendizado", "学习率"),
    Phrase("value", "Wert", "valeur", "valor", "valore", "valor", "值"),
    Phrase(
      "number of examples", "Anzahl der Beispiele", "nombre d’exemples", "número de ejemplos", "numero di esempi",
      "número de exemplos", "样本数"),
    Phrase(
      "number of parameters", "Anzahl der Parameter", "nombre de paramètres", "número de parámetros",
      "numero di parametri", "número de parâmetros", "参数个数"),
    Phrase(
      "number of layers", "Anzahl der Schichten", "nombre de couches", "número de capas", "numero di strati",
      "número de camadas", "层数"),
    Phrase(
      "number of units", "Anzahl der Einheiten", "nombre d’unités", "número de unidades", "numero di unità",
      "número de unidades", "单元数"),
    Phrase(
      "number of runs below {1}", "Anzahl der Läufe unter {1}", "nombre d’exécutions sous {1}",
      "número de ejecuciones por debajo de {1}", "numero di esecuzioni sotto {1}", "número de execuções abaixo de {1}",
      "低于 {1} 的运行次数"),
    Phrase(
      "number of runs", "Anzahl der Läufe", "nombre d’exécutions", "número de ejecuciones", "numero di esecuzioni",
      "número de execuções", "运行次数"),
    Phrase(
      "smallest <1> of the sweep", "kleinster Wert des Durchlaufs: <1>", "plus petite valeur du balayage : <1>",
      "valor mínimo del barrido: <1>", "valore minimo della scansione: <1>", "menor valor da varredura: <1>",
      "扫描中的最小值：<1>"),
    Phrase(
      "largest <1> of the sweep", "größter Wert des Durchlaufs: <1>", "plus grande valeur du balayage : <1>",
      "valor máximo del barrido: <1>", "valore massimo della scansione: <1>", "maior valor da varredura: <1>",
      "扫描中的最大值：<1>"),
    Phrase(
      "median <1> of the sweep", "Median des Durchlaufs: <1>", "médiane du balayage : <1>", "mediana del barrido: <1>",
      "mediana della scansione: <1>", "mediana da varredura: <1>", "扫描中的中位数：<1>"),
    Phrase(
      "<1> of each run", "<1> jedes Laufs", "<1> de chaque exécution", "<1> de cada ejecución",
      "<1> di ogni esecuzione", "<1> de cada execução", "各次运行的<1>"),
    Phrase(
      "sweep of the <1>", "Durchlauf: <1>", "balayage : <1>", "barrido: <1>", "scansione: <1>", "varredura: <1>",
      "扫描：<1>"),
    Phrase(
      "units of {1}", "Einheiten von {1}", "unités de {1}", "unidades de {1}", "unità di {1}", "unidades de {1}",
      "{1} 的单元数"),
    Phrase(
      "weights of {1}", "Gewichte von {1}", "poids de {1}", "pesos de {1}", "pesi di {1}", "pesos de {1}", "{1} 的权重"),
    Phrase("biases of {1}", "Bias von {1}", "biais de {1}", "sesgos de {1}", "bias di {1}", "vieses de {1}", "{1} 的偏置"),
    Phrase(
      "gradient norm of each layer", "Norm des Gradienten jeder Schicht", "norme du gradient de chaque couche",
      "norma del gradiente de cada capa", "norma del gradiente di ogni strato", "norma do gradiente de cada camada",
      "各层的梯度范数"),
    Phrase(
      "gradient norm of layer {1}", "Norm des Gradienten der Schicht {1}", "norme du gradient de la couche {1}",
      "norma del gradiente de la capa {1}", "norma del gradiente dello strato {1}", "norma do gradiente da camada {1}",
      "层 {1} 的梯度范数"),
    Phrase(
      "gradients where reverse mode and central differences differ most",
      "Gradienten mit der größten Abweichung zwischen Rückwärtsmodus und zentralen Differenzen",
      "gradients où le mode inverse et les différences centrées diffèrent le plus",
      "gradientes donde el modo inverso y las diferencias centrales difieren más",
      "gradienti in cui modo inverso e differenze centrali differiscono di più",
      "gradientes em que o modo reverso e as diferenças centrais mais diferem", "反向模式与中心差分相差最大的梯度"),
    Phrase(
      "price of finite differences", "Preis der finiten Differenzen", "prix des différences finies",
      "precio de las diferencias finitas", "prezzo delle differenze finite", "preço das diferenças finitas", "有限差分的代价"),
    Phrase("{1} examples", "{1} Beispiele", "{1} exemples", "{1} ejemplos", "{1} esempi", "{1} exemplos", "{1} 个样本"),
    Phrase("{1} inputs", "{1} Eingaben", "{1} entrées", "{1} entradas", "{1} ingressi", "{1} entradas", "{1} 个输入"),
    Phrase("{1} targets", "{1} Zielwerte", "{1} cibles", "{1} objetivos", "{1} obiettivi", "{1} alvos", "{1} 个目标值"),
    Phrase(
      "{1} with 1 unit ({2})", "{1} mit 1 Einheit ({2})", "{1} avec 1 unité ({2})", "{1} con 1 unidad ({2})",
      "{1} con 1 unità ({2})", "{1} com 1 unidade ({2})", "{1}（1 个单元，{2}）"),
    Phrase(
      "{1} with {2} units ({3})", "{1} mit {2} Einheiten ({3})", "{1} avec {2} unités ({3})",
      "{1} con {2} unidades ({3})", "{1} con {2} unità ({3})", "{1} com {2} unidades ({3})", "{1}（{2} 个单元，{3}）"),
    Phrase(
      "learning rate {1}", "Lernrate {1}", "taux d’apprentissage {1}", "tasa de aprendizaje {1}",
      "tasso di apprendimento {1}", "taxa de aprendizado {1}", "学习率 {1}"),
    Phrase("seed {1}", "Startwert {1}", "graine {1}", "semilla {1}", "seme {1}", "semente {1}", "种子 {1}"),
    Phrase(
      "units of {1} {2}", "{2} Einheiten von {1}", "{2} unités de {1}", "{2} unidades de {1}", "{2} unità di {1}",
      "{2} unidades de {1}", "{1} 的单元数 {2}"),
    Phrase("{1} and {2}", "{1} und {2}", "{1} et {2}", "{1} y {2}", "{1} e {2}", "{1} e {2}", "{1} 与 {2}"),
    Phrase("layer {1}", "Schicht {1}", "couche {1}", "capa {1}", "strato {1}", "camada {1}", "层 {1}"),
  ]
}
