extension Phrase {
  /// What statements say of what they did, and what stands at the head of their rows and columns.
  static let outputs: [Phrase] = [
    Phrase("<1> is {2}", "<1>: {2}", "<1> : {2}", "<1>: {2}", "<1>: {2}", "<1>: {2}", "<1>：{2}"),
    Phrase(
      "all {1} entries agree", "alle {1} Einträge stimmen überein", "les {1} éléments concordent",
      "los {1} elementos coinciden", "tutti i {1} elementi concordano", "todos os {1} elementos concordam", "全部 {1} 项一致"
    ),
    Phrase(
      "{1} of {2} entries differ, most at {3}: {4}, not {5}",
      "{1} von {2} Einträgen weichen ab, am meisten {3}: {4} statt {5}",
      "{1} éléments sur {2} diffèrent, le plus en {3} : {4} au lieu de {5}",
      "{1} de {2} elementos difieren, sobre todo en {3}: {4} en vez de {5}",
      "{1} elementi su {2} differiscono, soprattutto in {3}: {4} anziché {5}",
      "{1} de {2} elementos diferem, sobretudo em {3}: {4} em vez de {5}", "{2} 项中有 {1} 项不同，相差最大者在 {3}：得 {4}，应为 {5}"),
    Phrase(
      "reverse mode and central differences agree for all {1} parameters",
      "Rückwärtsmodus und zentrale Differenzen stimmen für alle {1} Parameter überein",
      "le mode inverse et les différences centrées concordent pour les {1} paramètres",
      "el modo inverso y las diferencias centrales coinciden en los {1} parámetros",
      "modo inverso e differenze centrali concordano per tutti i {1} parametri",
      "o modo reverso e as diferenças centrais concordam nos {1} parâmetros", "反向模式与中心差分对全部 {1} 个参数一致"),
    Phrase("to", "nach", "vers", "hacia", "a", "para", "到"),
    Phrase("from", "von", "depuis", "desde", "da", "de", "自"),
    Phrase("example", "Beispiel", "exemple", "ejemplo", "esempio", "exemplo", "样本"),
    Phrase("parameter", "Parameter", "paramètre", "parámetro", "parametro", "parâmetro", "参数"),
    Phrase("unit", "Einheit", "unité", "unidad", "unità", "unidade", "单元"),
    Phrase("layer", "Schicht", "couche", "capa", "strato", "camada", "层"),
    Phrase("epoch", "Epoche", "époque", "época", "epoca", "época", "轮次"),
    Phrase("seed", "Startwert", "graine", "semilla", "seme", "semente", "种子"),
    Phrase("reverse mode", "Rückwärtsmodus", "mode inverse", "modo inverso", "modo inverso", "modo reverso", "反向模式"),
    Phrase(
      "central difference", "zentrale Differenz", "différence centrée", "diferencia central", "differenza centrale",
      "diferença central", "中心差分"),
    Phrase(
      "relative difference", "relative Differenz", "différence relative", "diferencia relativa", "differenza relativa",
      "diferença relativa", "相对误差"),
    Phrase(
      "loss at the start", "Verlust am Anfang", "perte au début", "pérdida al inicio", "perdita all’inizio",
      "perda no início", "初始损失"),
    Phrase(
      "loss at the end", "Verlust am Ende", "perte à la fin", "pérdida al final", "perdita alla fine", "perda no fim",
      "最终损失"),
    Phrase(
      "the chain rule along every path", "die Kettenregel entlang jedes Pfads",
      "la règle de la chaîne le long de chaque chemin", "la regla de la cadena por cada camino",
      "la regola della catena lungo ogni cammino", "a regra da cadeia ao longo de cada caminho", "沿每条路径的链式法则"),
    Phrase(
      "the chain rule along every path for example {1}", "die Kettenregel entlang jedes Pfads für Beispiel {1}",
      "la règle de la chaîne le long de chaque chemin pour l’exemple {1}",
      "la regla de la cadena por cada camino para el ejemplo {1}",
      "la regola della catena lungo ogni cammino per l’esempio {1}",
      "a regra da cadeia ao longo de cada caminho para o exemplo {1}", "样本 {1}：沿每条路径的链式法则"),
    Phrase("each factor", "jeder Faktor", "chaque facteur", "cada factor", "ogni fattore", "cada fator", "各因子"),
    Phrase(
      "each factor for example {1}", "jeder Faktor für Beispiel {1}", "chaque facteur pour l’exemple {1}",
      "cada factor para el ejemplo {1}", "ogni fattore per l’esempio {1}", "cada fator para o exemplo {1}", "样本 {1}：各因子"
    ),
    Phrase("their product", "ihr Produkt", "leur produit", "su producto", "il loro prodotto", "o seu produto", "其乘积"),
    Phrase(
      "their product for example {1}", "ihr Produkt für Beispiel {1}", "leur produit pour l’exemple {1}",
      "su producto para el ejemplo {1}", "il loro prodotto per l’esempio {1}", "o seu produto para o exemplo {1}",
      "样本 {1}：其乘积"),
    Phrase(
      "the product along each path", "das Produkt entlang jedes Pfads", "le produit le long de chaque chemin",
      "el producto por cada camino", "il prodotto lungo ogni cammino", "o produto ao longo de cada caminho", "沿每条路径的乘积"),
    Phrase(
      "the product along each path for example {1}", "das Produkt entlang jedes Pfads für Beispiel {1}",
      "le produit le long de chaque chemin pour l’exemple {1}", "el producto por cada camino para el ejemplo {1}",
      "il prodotto lungo ogni cammino per l’esempio {1}", "o produto ao longo de cada caminho para o exemplo {1}",
      "样本 {1}：沿每条路径的乘积"),
    Phrase(
      "the sum over the paths", "die Summe über die Pfade", "la somme sur les chemins", "la suma sobre los caminos",
      "la somma sui cammini", "a soma sobre os caminhos", "对各路径求和"),
    Phrase(
      "the sum over the paths for example {1}", "die Summe über die Pfade für Beispiel {1}",
      "la somme sur les chemins pour l’exemple {1}", "la suma sobre los caminos para el ejemplo {1}",
      "la somma sui cammini per l’esempio {1}", "a soma sobre os caminhos para o exemplo {1}", "样本 {1}：对各路径求和"),
    Phrase(
      "<1>, and the regularization", "<1>, und die Regularisierung", "<1>, et la régularisation",
      "<1>, y la regularización", "<1>, e la regolarizzazione", "<1>, e a regularização", "<1>，以及正则化项"),
    Phrase(
      "the mean over the examples", "der Mittelwert über die Beispiele", "la moyenne sur les exemples",
      "la media sobre los ejemplos", "la media sugli esempi", "a média sobre os exemplos", "对样本取平均"),
    Phrase(
      "the sum over the examples", "die Summe über die Beispiele", "la somme sur les exemples",
      "la suma sobre los ejemplos", "la somma sugli esempi", "a soma sobre os exemplos", "对样本求和"),
    Phrase(
      "network {1} is in force again", "das Netz {1} gilt wieder", "le réseau {1} est de nouveau en vigueur",
      "la red {1} vuelve a estar en vigor", "la rete {1} è di nuovo in vigore", "a rede {1} volta a vigorar",
      "重新使用网络 {1}"),
    Phrase(
      "network {1}: {2}, {3} parameters", "Netz {1}: {2}, {3} Parameter", "réseau {1} : {2}, {3} paramètres",
      "red {1}: {2}, {3} parámetros", "rete {1}: {2}, {3} parametri", "rede {1}: {2}, {3} parâmetros",
      "网络 {1}：{2}，{3} 个参数"),
    Phrase(
      "network {1}: {2}, 1 parameter", "Netz {1}: {2}, 1 Parameter", "réseau {1} : {2}, 1 paramètre",
      "red {1}: {2}, 1 parámetro", "rete {1}: {2}, 1 parametro", "rede {1}: {2}, 1 parâmetro", "网络 {1}：{2}，1 个参数"),
    Phrase(
      "data {1}, seed {2}: <3>", "Daten {1}, Startwert {2}: <3>", "données {1}, graine {2} : <3>",
      "datos {1}, semilla {2}: <3>", "dati {1}, seme {2}: <3>", "dados {1}, semente {2}: <3>", "数据 {1}，种子 {2}：<3>"),
    Phrase(
      "data {1}: <2>", "Daten {1}: <2>", "données {1} : <2>", "datos {1}: <2>", "dati {1}: <2>", "dados {1}: <2>",
      "数据 {1}：<2>"),
    Phrase("data: <1>", "Daten: <1>", "données : <1>", "datos: <1>", "dati: <1>", "dados: <1>", "数据：<1>"),
    Phrase("1 example", "1 Beispiel", "1 exemple", "1 ejemplo", "1 esempio", "1 exemplo", "1 个样本"),
    Phrase("1 input", "1 Eingabe", "1 entrée", "1 entrada", "1 ingresso", "1 entrada", "1 个输入"),
    Phrase("1 target", "1 Zielwert", "1 cible", "1 objetivo", "1 obiettivo", "1 alvo", "1 个目标值"),
    Phrase(
      "loss: <1>, <2> over the outputs, <3> over the examples, with regularization: {4} times the squared weights",
      "Verlust: <1>, <2> über die Ausgaben, <3> über die Beispiele, mit Regularisierung: {4} mal die Quadrate der Gewichte",
      "perte : <1>, <2> sur les sorties, <3> sur les exemples, avec régularisation : {4} fois les carrés des poids",
      "pérdida: <1>, <2> sobre las salidas, <3> sobre los ejemplos, con regularización: {4} por los cuadrados de los pesos",
      "perdita: <1>, <2> sulle uscite, <3> sugli esempi, con regolarizzazione: {4} per i quadrati dei pesi",
      "perda: <1>, <2> sobre as saídas, <3> sobre os exemplos, com regularização: {4} vezes os quadrados dos pesos",
      "损失：<1>，对输出取<2>，对样本取<3>，正则化：权重平方的 {4} 倍"),
    Phrase(
      "loss: <1>, <2> over the outputs, <3> over the examples",
      "Verlust: <1>, <2> über die Ausgaben, <3> über die Beispiele",
      "perte : <1>, <2> sur les sorties, <3> sur les exemples",
      "pérdida: <1>, <2> sobre las salidas, <3> sobre los ejemplos", "perdita: <1>, <2> sulle uscite, <3> sugli esempi",
      "perda: <1>, <2> sobre as saídas, <3> sobre os exemplos", "损失：<1>，对输出取<2>，对样本取<3>"),
    Phrase(
      "loss: <1>, <2> over the examples, with regularization: {3} times the squared weights",
      "Verlust: <1>, <2> über die Beispiele, mit Regularisierung: {3} mal die Quadrate der Gewichte",
      "perte : <1>, <2> sur les exemples, avec régularisation : {3} fois les carrés des poids",
      "pérdida: <1>, <2> sobre los ejemplos, con regularización: {3} por los cuadrados de los pesos",
      "perdita: <1>, <2> sugli esempi, con regolarizzazione: {3} per i quadrati dei pesi",
      "perda: <1>, <2> sobre os exemplos, com regularização: {3} vezes os quadrados dos pesos",
      "损失：<1>，对样本取<2>，正则化：权重平方的 {3} 倍"),
    Phrase(
      "loss: <1>, <2> over the examples", "Verlust: <1>, <2> über die Beispiele", "perte : <1>, <2> sur les exemples",
      "pérdida: <1>, <2> sobre los ejemplos", "perdita: <1>, <2> sugli esempi", "perda: <1>, <2> sobre os exemplos",
      "损失：<1>，对样本取<2>"),
    Phrase(
      "squared error", "quadratischer Fehler", "erreur quadratique", "error cuadrático", "errore quadratico",
      "erro quadrático", "平方误差"),
    Phrase(
      "binary cross-entropy", "binäre Kreuzentropie", "entropie croisée binaire", "entropía cruzada binaria",
      "entropia incrociata binaria", "entropia cruzada binária", "二元交叉熵"),
    Phrase(
      "categorical cross-entropy", "kategoriale Kreuzentropie", "entropie croisée catégorielle",
      "entropía cruzada categórica", "entropia incrociata categorica", "entropia cruzada categórica", "多类交叉熵"),
    Phrase("hinge", "Hinge-Verlust", "perte charnière", "pérdida bisagra", "perdita a cerniera", "perda hinge", "合页损失"),
    Phrase("sum", "Summe", "somme", "suma", "somma", "soma", "和"),
    Phrase("half sum", "halbe Summe", "demi-somme", "semisuma", "semisomma", "semissoma", "半和"),
    Phrase("mean", "Mittelwert", "moyenne", "media", "media", "média", "平均"),
    Phrase(
      "parameters: {1}, seed {2}; biases 0", "Parameter: {1}, Startwert {2}; Bias 0",
      "paramètres : {1}, graine {2} ; biais nuls", "parámetros: {1}, semilla {2}; sesgos 0",
      "parametri: {1}, seme {2}; bias 0", "parâmetros: {1}, semente {2}; vieses 0", "参数：{1}，种子 {2}；偏置为 0"),
    Phrase(
      "{1} epochs of {2}, learning rate {3}, <4>: loss {5} → {6}",
      "{1} Epochen {2}, Lernrate {3}, <4>: Verlust {5} → {6}",
      "{1} époques de {2}, taux d’apprentissage {3}, <4> : perte {5} → {6}",
      "{1} épocas de {2}, tasa de aprendizaje {3}, <4>: pérdida {5} → {6}",
      "{1} epoche di {2}, tasso di apprendimento {3}, <4>: perdita {5} → {6}",
      "{1} épocas de {2}, taxa de aprendizado {3}, <4>: perda {5} → {6}", "{2}，{1} 轮，学习率 {3}，<4>：损失 {5} → {6}"),
    Phrase(
      "{1} epochs of {2}, learning rate {3}: loss {4} → {5}", "{1} Epochen {2}, Lernrate {3}: Verlust {4} → {5}",
      "{1} époques de {2}, taux d’apprentissage {3} : perte {4} → {5}",
      "{1} épocas de {2}, tasa de aprendizaje {3}: pérdida {4} → {5}",
      "{1} epoche di {2}, tasso di apprendimento {3}: perdita {4} → {5}",
      "{1} épocas de {2}, taxa de aprendizado {3}: perda {4} → {5}", "{2}，{1} 轮，学习率 {3}：损失 {4} → {5}"),
    Phrase(
      "{1} of {2} epochs of {3}, learning rate {4}, <5>: loss {6} → {7}",
      "{1} von {2} Epochen {3}, Lernrate {4}, <5>: Verlust {6} → {7}",
      "{1} époques sur {2} de {3}, taux d’apprentissage {4}, <5> : perte {6} → {7}",
      "{1} de {2} épocas de {3}, tasa de aprendizaje {4}, <5>: pérdida {6} → {7}",
      "{1} di {2} epoche di {3}, tasso di apprendimento {4}, <5>: perdita {6} → {7}",
      "{1} de {2} épocas de {3}, taxa de aprendizado {4}, <5>: perda {6} → {7}",
      "{3}，{2} 轮中的 {1} 轮，学习率 {4}，<5>：损失 {6} → {7}"),
    Phrase(
      "{1} of {2} epochs of {3}, learning rate {4}: loss {5} → {6}",
      "{1} von {2} Epochen {3}, Lernrate {4}: Verlust {5} → {6}",
      "{1} époques sur {2} de {3}, taux d’apprentissage {4} : perte {5} → {6}",
      "{1} de {2} épocas de {3}, tasa de aprendizaje {4}: pérdida {5} → {6}",
      "{1} di {2} epoche di {3}, tasso di apprendimento {4}: perdita {5} → {6}",
      "{1} de {2} épocas de {3}, taxa de aprendizado {4}: perda {5} → {6}",
      "{3}，{2} 轮中的 {1} 轮，学习率 {4}：损失 {5} → {6}"),
    Phrase(
      "{1} of {2} steps of {3}, learning rate {4}, <5>: loss {6} → {7}",
      "{1} von {2} Schritte {3}, Lernrate {4}, <5>: Verlust {6} → {7}",
      "{1} pas sur {2} de {3}, taux d’apprentissage {4}, <5> : perte {6} → {7}",
      "{1} de {2} pasos de {3}, tasa de aprendizaje {4}, <5>: pérdida {6} → {7}",
      "{1} di {2} passi di {3}, tasso di apprendimento {4}, <5>: perdita {6} → {7}",
      "{1} de {2} passos de {3}, taxa de aprendizado {4}, <5>: perda {6} → {7}",
      "{3}，{2} 步中的 {1} 步，学习率 {4}，<5>：损失 {6} → {7}"),
    Phrase(
      "{1} steps of {2}, learning rate {3}, <4>: loss {5} → {6}",
      "{1} Schritte {2}, Lernrate {3}, <4>: Verlust {5} → {6}",
      "{1} pas de {2}, taux d’apprentissage {3}, <4> : perte {5} → {6}",
      "{1} pasos de {2}, tasa de aprendizaje {3}, <4>: pérdida {5} → {6}",
      "{1} passi di {2}, tasso di apprendimento {3}, <4>: perdita {5} → {6}",
      "{1} passos de {2}, taxa de aprendizado {3}, <4>: perda {5} → {6}",
      "{2}，{1} 步，学习率 {3}，<4>：损失 {5} → {6}"),
    Phrase(
      "{1} of {2} steps of {3}, learning rate {4}: loss {5} → {6}",
      "{1} von {2} Schritte {3}, Lernrate {4}: Verlust {5} → {6}",
      "{1} pas sur {2} de {3}, taux d’apprentissage {4} : perte {5} → {6}",
      "{1} de {2} pasos de {3}, tasa de aprendizaje {4}: pérdida {5} → {6}",
      "{1} di {2} passi di {3}, tasso di apprendimento {4}: perdita {5} → {6}",
      "{1} de {2} passos de {3}, taxa de aprendizado {4}: perda {5} → {6}",
      "{3}，{2} 步中的 {1} 步，学习率 {4}：损失 {5} → {6}"),
    Phrase(
      "{1} steps of {2}, learning rate {3}: loss {4} → {5}",
      "{1} Schritte {2}, Lernrate {3}: Verlust {4} → {5}",
      "{1} pas de {2}, taux d’apprentissage {3} : perte {4} → {5}",
      "{1} pasos de {2}, tasa de aprendizaje {3}: pérdida {4} → {5}",
      "{1} passi di {2}, tasso di apprendimento {3}: perdita {4} → {5}",
      "{1} passos de {2}, taxa de aprendizado {3}: perda {4} → {5}",
      "{2}，{1} 步，学习率 {3}：损失 {4} → {5}"),
    Phrase(
      "stopped, for the loss was less than {1}", "beendet, denn der Verlust war kleiner als {1}",
      "arrêté, car la perte était inférieure à {1}", "detenido, pues la pérdida era menor que {1}",
      "fermato, perché la perdita era minore di {1}", "parado, pois a perda era menor que {1}", "因损失小于 {1} 而停止"),
    Phrase(
      "stopped, for the loss had not fallen for {1} epochs",
      "beendet, denn der Verlust war seit {1} Epochen nicht gesunken",
      "arrêté, car la perte n’avait pas baissé depuis {1} époques",
      "detenido, pues la pérdida no había bajado en {1} épocas",
      "fermato, perché la perdita non era scesa per {1} epoche", "parado, pois a perda não caía havia {1} épocas",
      "因损失连续 {1} 轮未下降而停止"),
    Phrase(
      "1 epoch of {1}, learning rate {2}: loss {3} → {4}", "1 Epoche {1}, Lernrate {2}: Verlust {3} → {4}",
      "1 époque de {1}, taux d’apprentissage {2} : perte {3} → {4}",
      "1 época de {1}, tasa de aprendizaje {2}: pérdida {3} → {4}",
      "1 epoca di {1}, tasso di apprendimento {2}: perdita {3} → {4}",
      "1 época de {1}, taxa de aprendizado {2}: perda {3} → {4}", "{1}，1 轮，学习率 {2}：损失 {3} → {4}"),
    Phrase(
      "1 step of {1}, learning rate {2}, <3>: loss {4} → {5}", "1 Schritt {1}, Lernrate {2}, <3>: Verlust {4} → {5}",
      "1 pas de {1}, taux d’apprentissage {2}, <3> : perte {4} → {5}",
      "1 paso de {1}, tasa de aprendizaje {2}, <3>: pérdida {4} → {5}",
      "1 passo di {1}, tasso di apprendimento {2}, <3>: perdita {4} → {5}",
      "1 passo de {1}, taxa de aprendizado {2}, <3>: perda {4} → {5}", "{1}，1 步，学习率 {2}，<3>：损失 {4} → {5}"),
    Phrase(
      "1 step of {1}, learning rate {2}: loss {3} → {4}", "1 Schritt {1}, Lernrate {2}: Verlust {3} → {4}",
      "1 pas de {1}, taux d’apprentissage {2} : perte {3} → {4}",
      "1 paso de {1}, tasa de aprendizaje {2}: pérdida {3} → {4}",
      "1 passo di {1}, tasso di apprendimento {2}: perdita {3} → {4}",
      "1 passo de {1}, taxa de aprendizado {2}: perda {3} → {4}", "{1}，1 步，学习率 {2}：损失 {3} → {4}"),
    Phrase(
      "one example at a time", "Beispiel für Beispiel", "un exemple à la fois", "un ejemplo cada vez",
      "un esempio alla volta", "um exemplo de cada vez", "逐个样本"),
    Phrase(
      "in the order of the data", "in der Reihenfolge der Daten", "dans l’ordre des données",
      "en el orden de los datos", "nell’ordine dei dati", "na ordem dos dados", "按数据顺序"),
    Phrase(
      "shuffled with seed {1}", "gemischt mit Startwert {1}", "mélangés avec la graine {1}",
      "barajados con la semilla {1}", "mescolati con il seme {1}", "embaralhados com a semente {1}", "以种子 {1} 打乱"),
    Phrase(
      "each layer updated before the derivatives go back through it",
      "jede Schicht aktualisiert, bevor die Ableitungen durch sie zurücklaufen",
      "chaque couche mise à jour avant que les dérivées la traversent",
      "cada capa actualizada antes de que las derivadas la atraviesen",
      "ogni strato aggiornato prima che le derivate lo attraversino",
      "cada camada atualizada antes de as derivadas passarem por ela", "各层在导数回传之前更新"),
    Phrase(
      "its {1} weights and biases are too many to be written beside their lines",
      "seine {1} Gewichte und Bias sind zu viele, um neben ihren Linien zu stehen",
      "ses {1} poids et biais sont trop nombreux pour figurer à côté de leurs traits",
      "sus {1} pesos y sesgos son demasiados para escribirse junto a sus líneas",
      "i suoi {1} pesi e bias sono troppi per stare accanto alle linee",
      "os seus {1} pesos e vieses são demasiados para ficarem junto às linhas", "其 {1} 个权重与偏置过多，无法标在连线旁"),
  ]
}
