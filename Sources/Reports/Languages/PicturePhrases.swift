extension Phrase {
  /// The titles of pictures, and what stands at their axes and curves and in their legends.
  static let pictures: [Phrase] = [
    Phrase(
      "<1>, on a log scale", "<1>, logarithmisch", "<1>, échelle logarithmique", "<1>, en escala logarítmica",
      "<1>, in scala logaritmica", "<1>, em escala logarítmica", "<1>（对数尺度）"),
    Phrase(
      "network {1}, activations for example {2}", "Netz {1}, Aktivierungen für Beispiel {2}",
      "réseau {1}, activations pour l’exemple {2}", "red {1}, activaciones para el ejemplo {2}",
      "rete {1}, attivazioni per l’esempio {2}", "rede {1}, ativações para o exemplo {2}", "网络 {1}，样本 {2} 的激活值"),
    Phrase(
      "network {1}, activations", "Netz {1}, Aktivierungen", "réseau {1}, activations", "red {1}, activaciones",
      "rete {1}, attivazioni", "rede {1}, ativações", "网络 {1}，激活值"),
    Phrase(
      "network {1}, gradients for example {2}", "Netz {1}, Gradienten für Beispiel {2}",
      "réseau {1}, gradients pour l’exemple {2}", "red {1}, gradientes para el ejemplo {2}",
      "rete {1}, gradienti per l’esempio {2}", "rede {1}, gradientes para o exemplo {2}", "网络 {1}，样本 {2} 的梯度"),
    Phrase(
      "network {1}, gradients", "Netz {1}, Gradienten", "réseau {1}, gradients", "red {1}, gradientes",
      "rete {1}, gradienti", "rede {1}, gradientes", "网络 {1}，梯度"),
    Phrase("network {1}", "Netz {1}", "réseau {1}", "red {1}", "rete {1}", "rede {1}", "网络 {1}"),
    Phrase(
      "loss over 1 epoch", "Verlust über 1 Epoche", "perte sur 1 époque", "pérdida en 1 época", "perdita su 1 epoca",
      "perda em 1 época", "1 轮训练的损失"),
    Phrase(
      "loss over {1} epochs", "Verlust über {1} Epochen", "perte sur {1} époques", "pérdida en {1} épocas",
      "perdita su {1} epoche", "perda em {1} épocas", "{1} 轮训练的损失"),
    Phrase(
      "loss of each run of the sweep", "Verlust jedes Laufs", "perte de chaque exécution du balayage",
      "pérdida de cada ejecución del barrido", "perdita di ogni esecuzione della scansione",
      "perda de cada execução da varredura", "扫描中各次运行的损失"),
    Phrase(
      "loss of {1}", "Verlust von {1}", "perte de {1}", "pérdida de {1}", "perdita di {1}", "perda de {1}", "{1} 的损失"),
    Phrase(
      "loss after training by <1>", "Verlust nach dem Training, nach <1>", "perte après l’entraînement selon : <1>",
      "pérdida tras el entrenamiento según: <1>", "perdita dopo l’addestramento secondo: <1>",
      "perda após o treinamento segundo: <1>", "训练后的损失与<1>"),
    Phrase(
      "price of finite differences by <1>", "Preis der finiten Differenzen nach <1>",
      "prix des différences finies selon : <1>", "precio de las diferencias finitas según: <1>",
      "prezzo delle differenze finite secondo: <1>", "preço das diferenças finitas segundo: <1>", "有限差分的代价与<1>"),
    Phrase(
      "loss after training", "Verlust nach dem Training", "perte après l’entraînement", "pérdida tras el entrenamiento",
      "perdita dopo l’addestramento", "perda após o treinamento", "训练后的损失"),
    Phrase(
      "gradient norm by layer", "Norm des Gradienten nach Schicht", "norme du gradient par couche",
      "norma del gradiente por capa", "norma del gradiente per strato", "norma do gradiente por camada", "各层的梯度范数"),
    Phrase(
      "gradient norm of each layer over {1} epochs", "Norm des Gradienten jeder Schicht über {1} Epochen",
      "norme du gradient de chaque couche sur {1} époques", "norma del gradiente de cada capa en {1} épocas",
      "norma del gradiente di ogni strato su {1} epoche", "norma do gradiente de cada camada em {1} épocas",
      "{1} 轮训练中各层的梯度范数"),
    Phrase(
      "norm of the gradient of the weights", "Norm der Ableitung nach den Gewichten",
      "norme de la dérivée par rapport aux poids", "norma de la derivada respecto a los pesos",
      "norma della derivata rispetto ai pesi", "norma da derivada em relação aos pesos", "对权重的导数的范数"),
    Phrase(
      "cost along the <1>", "Kosten entlang: <1>", "coût le long de : <1>", "coste a lo largo de: <1>",
      "costo lungo: <1>", "custo ao longo de: <1>", "代价随变量的变化：<1>"),
    Phrase("slope {1}", "Steigung {1}", "pente {1}", "pendiente {1}", "pendenza {1}", "inclinação {1}", "斜率 {1}"),
    Phrase(
      "weights and biases of {1}", "Gewichte und Bias von {1}", "poids et biais de {1}", "pesos y sesgos de {1}",
      "pesi e bias di {1}", "pesos e vieses de {1}", "{1} 的权重与偏置"),
    Phrase(
      "representation of the examples in layer {1}, rounded", "Darstellung der Beispiele in Schicht {1}, gerundet",
      "représentation des exemples dans la couche {1}, arrondie",
      "representación de los ejemplos en la capa {1}, redondeada",
      "rappresentazione degli esempi nello strato {1}, arrotondata",
      "representação dos exemplos na camada {1}, arredondada", "样本在层 {1} 的表示（取整）"),
    Phrase(
      "representation of the examples in layer {1}", "Darstellung der Beispiele in Schicht {1}",
      "représentation des exemples dans la couche {1}", "representación de los ejemplos en la capa {1}",
      "rappresentazione degli esempi nello strato {1}", "representação dos exemplos na camada {1}", "样本在层 {1} 的表示"),
    Phrase(
      "decision regions of {1}", "Entscheidungsgebiete von {1}", "régions de décision de {1}",
      "regiones de decisión de {1}", "regioni di decisione di {1}", "regiões de decisão de {1}", "{1} 的判决区域"),
    Phrase(
      "computation graph of the loss of example {1}", "Rechengraph des Verlusts von Beispiel {1}",
      "graphe de calcul de la perte de l’exemple {1}", "grafo de cálculo de la pérdida del ejemplo {1}",
      "grafo di calcolo della perdita dell’esempio {1}", "grafo de cálculo da perda do exemplo {1}", "样本 {1} 的损失的计算图"),
    Phrase(
      "computation graph of the loss", "Rechengraph des Verlusts", "graphe de calcul de la perte",
      "grafo de cálculo de la pérdida", "grafo di calcolo della perdita", "grafo de cálculo da perda", "损失的计算图"),
    Phrase("{1} = loss", "{1} = Verlust", "{1} = perte", "{1} = pérdida", "{1} = perdita", "{1} = perda", "{1} = 损失"),
    Phrase(
      "{1} and its derivative", "{1} und ihre Ableitung", "{1} et sa dérivée", "{1} y su derivada",
      "{1} e la sua derivata", "{1} e a sua derivada", "{1} 及其导数"),
    Phrase(
      "derivatives of {1} and {2}", "Ableitungen von {1} und {2}", "dérivées de {1} et {2}", "derivadas de {1} y {2}",
      "derivate di {1} e {2}", "derivadas de {1} e {2}", "{1} 与 {2} 的导数"),
    Phrase(
      "{1}, {2} and {3}", "{1}, {2} und {3}", "{1}, {2} et {3}", "{1}, {2} y {3}", "{1}, {2} e {3}", "{1}, {2} e {3}",
      "{1}、{2} 与 {3}"),
    Phrase("derivative", "Ableitung", "dérivée", "derivada", "derivata", "derivada", "导数"),
    Phrase(
      "weighted input z", "gewichtete Eingabe z", "entrée pondérée z", "entrada ponderada z", "ingresso pesato z",
      "entrada ponderada z", "加权输入 z"),
    Phrase("single runs", "einzelne Läufe", "exécutions", "ejecuciones", "singole esecuzioni", "execuções", "各次运行"),
    Phrase("median", "Median", "médiane", "mediana", "mediana", "mediana", "中位数"),
    Phrase(
      "in the region of another class", "im Gebiet einer anderen Klasse", "dans la région d’une autre classe",
      "en la región de otra clase", "nella regione di un’altra classe", "na região de outra classe", "位于其他类别的区域"),
    Phrase(
      "wider: larger weight", "breiter: größeres Gewicht", "plus large : poids plus grand", "más ancho: mayor peso",
      "più largo: peso maggiore", "mais largo: peso maior", "线越宽，权重越大"),
    Phrase("positive", "positiv", "positif", "positivo", "positivo", "positivo", "正"),
    Phrase("negative", "negativ", "négatif", "negativo", "negativo", "negativo", "负"),
    Phrase("zero", "null", "nul", "cero", "zero", "zero", "零"),
    Phrase(
      "name or operation", "Name oder Operation", "nom ou opération", "nombre u operación", "nome o operazione",
      "nome ou operação", "名称或运算"),
    Phrase(
      "wider: larger derivative", "breiter: größere Ableitung", "plus large : dérivée plus grande",
      "más ancho: mayor derivada", "più largo: derivata maggiore", "mais largo: derivada maior", "线越宽，导数越大"),
    Phrase(
      "∂ derivative of the loss", "∂ Ableitung des Verlusts danach", "∂ dérivée de la perte par rapport à elle",
      "∂ derivada de la pérdida respecto a ello", "∂ derivata della perdita rispetto a esso",
      "∂ derivada da perda em relação a isso", "∂ 损失对它的导数"),
  ]
}
