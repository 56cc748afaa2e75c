extension Phrase {
  /// The conventions under which an equation is true.
  static let conventions: [Phrase] = [
    Phrase(
      "⊙ written as ·", "⊙ als · geschrieben", "⊙ noté ·", "⊙ escrito como ·", "⊙ scritto come ·", "⊙ escrito como ·",
      "⊙ 写作 ·"),
    Phrase(
      "row gradient or layout", "Gradient als Zeile oder anderes Layout", "gradient en ligne ou autre disposition",
      "gradiente como fila u otra disposición", "gradiente come riga o altra disposizione",
      "gradiente como linha ou outra disposição", "梯度写成行向量或其他布局"),
    Phrase(
      "elementwise derivative written for a diagonal Jacobian",
      "elementweise Ableitung statt einer diagonalen Jacobi-Matrix",
      "dérivée terme à terme au lieu d’une jacobienne diagonale",
      "derivada elemento a elemento en lugar de un jacobiano diagonal",
      "derivata elemento per elemento al posto di uno jacobiano diagonale",
      "derivada elemento a elemento no lugar de um jacobiano diagonal", "以逐元素导数代替对角雅可比矩阵"),
    Phrase(
      "bias broadcast over the examples", "Bias für jedes Beispiel wiederholt", "biais répété pour chaque exemple",
      "sesgo repetido para cada ejemplo", "bias ripetuto per ogni esempio", "viés repetido para cada exemplo",
      "偏置对各样本广播"),
    Phrase(
      "bias row dropped", "Zeile des Bias weggelassen", "ligne du biais omise", "fila del sesgo omitida",
      "riga del bias omessa", "linha do viés omitida", "略去偏置行"),
    Phrase(
      "sum over the examples only", "Summe nur über die Beispiele", "somme sur les exemples seulement",
      "suma solo sobre los ejemplos", "somma solo sugli esempi", "soma apenas sobre os exemplos", "仅对样本求和"),
    Phrase(
      "products from left to right", "Produkte von links nach rechts", "produits de gauche à droite",
      "productos de izquierda a derecha", "prodotti da sinistra a destra", "produtos da esquerda para a direita",
      "乘积从左到右"),
    Phrase(
      "example understood", "Beispiel mitgedacht", "exemple sous-entendu", "ejemplo sobrentendido",
      "esempio sottinteso", "exemplo subentendido", "样本不言自明"),
    Phrase(
      "index understood", "Index mitgedacht", "indice sous-entendu", "índice sobrentendido", "indice sottinteso",
      "índice subentendido", "指标不言自明"),
    Phrase(
      "cost of one example", "Kosten eines Beispiels", "coût d’un exemple", "coste de un ejemplo",
      "costo di un esempio", "custo de um exemplo", "单个样本的代价"),
    Phrase(
      "cost over all examples", "Kosten über alle Beispiele", "coût sur tous les exemples",
      "coste sobre todos los ejemplos", "costo su tutti gli esempi", "custo sobre todos os exemplos", "全部样本的代价"),
    Phrase(
      "d of the summed loss", "d des summierten Verlusts", "d de la perte sommée", "d de la pérdida sumada",
      "d della perdita sommata", "d da perda somada", "对总损失取 d"),
    Phrase(
      "wide sum", "weit reichende Summe", "somme à longue portée", "suma de largo alcance", "somma di ampia portata",
      "soma de longo alcance", "求和范围延至其后各项"),
    Phrase(
      "sum over the repeated index", "Summe über den doppelten Index", "sommation sur l’indice répété",
      "suma sobre el índice repetido", "somma sull’indice ripetuto", "soma sobre o índice repetido", "对重复指标求和"),
    Phrase(
      "quotient entry by entry", "Quotient Eintrag für Eintrag", "quotient terme à terme",
      "cociente elemento a elemento", "quoziente elemento per elemento", "quociente elemento a elemento", "逐元素相除"),
    Phrase(
      "function named for its value", "Funktion statt ihres Werts genannt", "fonction nommée pour sa valeur",
      "función nombrada por su valor", "funzione nominata per il suo valore", "função nomeada pelo seu valor",
      "以函数名表示其值"),
    Phrase(
      "direct partial (others held fixed)", "direkte partielle Ableitung (anderes festgehalten)",
      "dérivée partielle directe (le reste fixé)", "derivada parcial directa (lo demás fijo)",
      "derivata parziale diretta (il resto fissato)", "derivada parcial direta (o resto fixo)", "直接偏导数（其余固定）"),
    Phrase(
      "d for ∂", "d statt ∂", "d au lieu de ∂", "d en lugar de ∂", "d al posto di ∂", "d em vez de ∂", "以 d 代 ∂"),
    Phrase(
      "frozen parameter", "eingefrorener Parameter", "paramètre gelé", "parámetro congelado", "parametro congelato",
      "parâmetro congelado", "冻结的参数"),
    Phrase(
      "constant not named", "Konstante nicht genannt", "constante non nommée", "constante no nombrada",
      "costante non nominata", "constante não nomeada", "未写出的常数"),
    Phrase(
      "targets 0/1", "Zielwerte 0/1", "cibles 0/1", "objetivos 0/1", "obiettivi 0/1", "alvos 0/1", "目标值为 0/1"),
    Phrase(
      "wide derivative", "weit reichende Ableitung", "dérivée à longue portée", "derivada de largo alcance",
      "derivata di ampia portata", "derivada de longo alcance", "求导范围延至其后各项"),
    Phrase("truncated", "abgeschnitten", "tronqué", "truncado", "troncato", "truncado", "截断"),
  ]
}
