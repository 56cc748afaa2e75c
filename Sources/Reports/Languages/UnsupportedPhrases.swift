extension Phrase {
  /// What is not read or calculated, as noun phrases.
  static let unsupported: [Phrase] =
    [
      Phrase(
        "<1> is not supported", "nicht unterstützt: <1>", "non pris en charge : <1>", "no admitido: <1>",
        "non supportato: <1>", "não suportado: <1>", "尚不支持：<1>")
    ] + written + facts

  /// As an equation has it, with the place where it stands.
  private static let written: [Phrase] = [
    Phrase(
      "{1} in an expression", "{1} in einem Ausdruck", "{1} dans une expression", "{1} en una expresión",
      "{1} in un’espressione", "{1} numa expressão", "表达式中的 {1}"),
    Phrase(
      "{1} inside an expression", "{1} innerhalb eines Ausdrucks", "{1} à l’intérieur d’une expression",
      "{1} dentro de una expresión", "{1} dentro un’espressione", "{1} dentro de uma expressão", "表达式内部的 {1}"),
    Phrase(
      "{1} without its arguments", "{1} ohne Argumente", "{1} sans ses arguments", "{1} sin sus argumentos",
      "{1} senza i suoi argomenti", "{1} sem os seus argumentos", "缺少自变量的 {1}"),
    Phrase(
      "{1} with an index", "{1} mit einem Index", "{1} avec un indice", "{1} con un índice", "{1} con un indice",
      "{1} com um índice", "带指标的 {1}"),
    Phrase(
      "{1}, whose sentence names no layer,", "{1}, dessen Satz keine Schicht nennt",
      "{1}, dont la phrase ne nomme aucune couche", "{1}, cuya frase no nombra ninguna capa",
      "{1}, la cui frase non nomina nessuno strato", "{1}, cuja frase não nomeia nenhuma camada", "{1}（其说明未指明层）"),
    Phrase(
      "the index {1}", "der Index {1}", "l’indice {1}", "el índice {1}", "l’indice {1}", "o índice {1}", "指标 {1}"),
    Phrase(
      "the range {1}", "der Bereich {1}", "le domaine {1}", "el rango {1}", "l’intervallo {1}", "o intervalo {1}",
      "范围 {1}"),
    Phrase(
      "the condition {1}", "die Bedingung {1}", "la condition {1}", "la condición {1}", "la condizione {1}",
      "a condição {1}", "条件 {1}"),
    Phrase(
      "a function of {1} arguments here", "eine Funktion von {1} Argumenten an dieser Stelle",
      "ici une fonction de {1} arguments", "aquí una función de {1} argumentos", "qui una funzione di {1} argomenti",
      "aqui uma função de {1} argumentos", "此处有 {1} 个自变量的函数"),
    Phrase(
      "{1} here", "{1} an dieser Stelle", "{1} ici", "{1} aquí", "{1} qui", "{1} aqui", "此处的 {1}"),
  ]

  private static let facts: [Phrase] = [
    Phrase(
      "a matrix made of vectors", "eine Matrix aus Vektoren", "une matrice faite de vecteurs",
      "una matriz hecha de vectores", "una matrice fatta di vettori", "uma matriz feita de vetores", "由向量组成的矩阵"),
    Phrase(
      "a cost at other values of its parameters", "ein Kostenwert bei anderen Werten seiner Parameter",
      "un coût pour d’autres valeurs de ses paramètres", "un coste con otros valores de sus parámetros",
      "un costo con altri valori dei suoi parametri", "um custo com outros valores dos seus parâmetros",
      "参数取其他值时的代价"),
    Phrase(
      "a quantity of the network at another argument", "eine Größe des Netzes bei einem anderen Argument",
      "une quantité du réseau pour un autre argument", "una cantidad de la red con otro argumento",
      "una grandezza della rete con un altro argomento", "uma grandeza da rede com outro argumento",
      "网络中的量取其他自变量"),
    Phrase(
      "a list of vectors", "eine Liste von Vektoren", "une liste de vecteurs", "una lista de vectores",
      "una lista di vettori", "uma lista de vetores", "由向量组成的列表"),
    Phrase(
      "ones of which nothing says how many they are", "Einsen, von denen nichts sagt, wie viele es sind",
      "des uns dont rien ne dit le nombre", "unos de los que nada dice cuántos son",
      "uno di cui nulla dice quanti siano",
      "uns dos quais nada diz quantos são", "个数未说明的全一向量"),
    Phrase(
      "`\\arg` over what is no index", "`\\arg` über etwas, das kein Index ist",
      "`\\arg` sur ce qui n’est pas un indice",
      "`\\arg` sobre lo que no es índice", "`\\arg` su ciò che non è un indice", "`\\arg` sobre o que não é índice",
      "`\\arg` 的对象不是指标"),
    Phrase(
      "a step of training other than this", "ein anderer Trainingsschritt als dieser",
      "un autre pas d’entraînement que celui-ci", "un paso de entrenamiento distinto de este",
      "un passo di addestramento diverso da questo", "um passo de treino diferente deste", "此步以外的训练步"),
    Phrase(
      "a step of training other than this and the one before", "ein anderer Trainingsschritt als dieser und der davor",
      "un autre pas d’entraînement que celui-ci et le précédent",
      "un paso de entrenamiento distinto de este y del anterior",
      "un passo di addestramento diverso da questo e dal precedente",
      "um passo de treino diferente deste e do anterior", "此步与前一步以外的训练步"),
    Phrase(
      "a matrix whose rows differ in length", "eine Matrix mit verschieden langen Zeilen",
      "une matrice dont les lignes diffèrent en longueur", "una matriz con filas de distinta longitud",
      "una matrice con righe di lunghezza diversa", "uma matriz com linhas de comprimentos diferentes", "各行长度不同的矩阵"),
    Phrase(
      "a diagonal of this", "eine Diagonale hiervon", "une diagonale de ceci", "una diagonal de esto",
      "una diagonale di questo", "uma diagonal disto", "对此取对角线"),
    Phrase(
      "a differential of several things", "ein Differential von mehrerem", "une différentielle de plusieurs choses",
      "una diferencial de varias cosas", "un differenziale di più cose", "um diferencial de várias coisas", "多个对象的微分"),
    Phrase(
      "an identity matrix of no size here", "eine Einheitsmatrix ohne Größe an dieser Stelle",
      "ici une matrice identité sans taille", "aquí una matriz identidad sin tamaño",
      "qui una matrice identità senza dimensione", "aqui uma matriz identidade sem tamanho", "此处大小不定的单位矩阵"),
    Phrase(
      "a number beside an identity matrix of no size", "eine Zahl neben einer Einheitsmatrix ohne Größe",
      "un nombre à côté d’une matrice identité sans taille", "un número junto a una matriz identidad sin tamaño",
      "un numero accanto a una matrice identità senza dimensione",
      "um número ao lado de uma matriz identidade sem tamanho", "大小不定的单位矩阵旁的数"),
    Phrase(
      "the maximum of different shapes", "das Maximum verschiedener Formate", "le maximum de formats différents",
      "el máximo de formas distintas", "il massimo di forme diverse", "o máximo de formas diferentes", "不同形状的最大值"),
    Phrase(
      "the maximum of nothing", "das Maximum von nichts", "le maximum de rien", "el máximo de nada",
      "il massimo di nulla", "o máximo de nada", "空集的最大值"),
    Phrase(
      "the place of a maximum among vectors", "die Stelle eines Maximums unter Vektoren",
      "la place d’un maximum parmi des vecteurs", "el lugar de un máximo entre vectores",
      "il posto di un massimo fra vettori", "o lugar de um máximo entre vetores", "向量之间的最大值位置"),
    Phrase(
      "a prime on this expression", "ein Strich an diesem Ausdruck", "un prime sur cette expression",
      "una prima en esta expresión", "un apice su questa espressione", "uma linha nesta expressão", "此表达式上的撇号"),
    Phrase(
      "the loss of a unit, since this loss is no sum,", "der Verlust einer Einheit, da dieser Verlust keine Summe ist",
      "la perte d’une unité, cette perte n’étant pas une somme",
      "la pérdida de una unidad, pues esta pérdida no es una suma",
      "la perdita di un’unità, poiché questa perdita non è una somma",
      "a perda de uma unidade, pois esta perda não é uma soma", "单个单元的损失（此损失不是和）"),
    Phrase(
      "the number of units of no layer", "die Zahl der Einheiten keiner Schicht", "le nombre d’unités d’aucune couche",
      "el número de unidades de ninguna capa", "il numero di unità di nessuno strato",
      "o número de unidades de nenhuma camada", "未指明层的单元数"),
    Phrase(
      "a Kronecker delta without two indices", "ein Kronecker-Delta ohne zwei Indizes",
      "un delta de Kronecker sans deux indices", "una delta de Kronecker sin dos índices",
      "un delta di Kronecker senza due indici", "um delta de Kronecker sem dois índices", "缺少两个指标的克罗内克 δ"),
    Phrase(
      "weights to several units as a vector", "Gewichte zu mehreren Einheiten als Vektor",
      "les poids vers plusieurs unités comme vecteur", "los pesos hacia varias unidades como vector",
      "i pesi verso più unità come vettore", "os pesos para várias unidades como vetor", "把通向多个单元的权重当作向量"),
    Phrase(
      "a row or column of something that is no matrix", "eine Zeile oder Spalte von etwas, das keine Matrix ist",
      "une ligne ou colonne de ce qui n’est pas une matrice", "una fila o columna de algo que no es una matriz",
      "una riga o colonna di ciò che non è una matrice", "uma linha ou coluna de algo que não é matriz", "非矩阵的行或列"),
    Phrase(
      "an argument that no case covers", "ein Argument, das kein Fall erfasst", "un argument qu’aucun cas ne couvre",
      "un argumento que ningún caso cubre", "un argomento che nessun caso copre", "um argumento que nenhum caso cobre",
      "没有情形涵盖的自变量"),
    Phrase(
      "cases of different shapes", "Fälle verschiedener Formate", "des cas de formats différents",
      "casos de formas distintas", "casi di forme diverse", "casos de formas diferentes", "形状不同的情形"),
    Phrase(
      "a condition between vectors", "eine Bedingung zwischen Vektoren", "une condition entre vecteurs",
      "una condición entre vectores", "una condizione fra vettori", "uma condição entre vetores", "向量之间的条件"),
    Phrase(
      "a norm of this kind of a matrix", "eine solche Norm einer Matrix", "une telle norme d’une matrice",
      "una norma así de una matriz", "una norma simile di una matrice", "uma norma assim de uma matriz", "矩阵的这种范数"),
    Phrase(
      "a norm of this kind", "eine solche Norm", "une telle norme", "una norma así", "una norma simile",
      "uma norma assim", "这种范数"),
    Phrase(
      "a root of this kind", "eine solche Wurzel", "une telle racine", "una raíz así", "una radice simile",
      "uma raiz assim", "这种根式"),
    Phrase(
      "the inverse or the determinant of a singular matrix", "die Inverse oder Determinante einer singulären Matrix",
      "l’inverse ou le déterminant d’une matrice singulière", "la inversa o el determinante de una matriz singular",
      "l’inversa o il determinante di una matrice singolare", "a inversa ou o determinante de uma matriz singular",
      "奇异矩阵的逆或行列式"),
    Phrase(
      "a second derivative of softmax", "eine zweite Ableitung von Softmax", "une dérivée seconde de softmax",
      "una segunda derivada de softmax", "una derivata seconda di softmax", "uma segunda derivada de softmax",
      "softmax 的二阶导数"),
    Phrase(
      "a constant of the optimizer that is no number", "eine Konstante des Optimierers, die keine Zahl ist",
      "une constante de l’optimiseur qui n’est pas un nombre", "una constante del optimizador que no es un número",
      "una costante dell’ottimizzatore che non è un numero", "uma constante do otimizador que não é um número",
      "不是数的优化器常数"),
    Phrase(
      "a learning rate that is no number", "eine Lernrate, die keine Zahl ist",
      "un taux d’apprentissage qui n’est pas un nombre", "una tasa de aprendizaje que no es un número",
      "un tasso di apprendimento che non è un numero", "uma taxa de aprendizagem que não é um número", "不是数的学习率"),
    Phrase(
      "a calculation of this size", "eine Rechnung dieser Größe", "un calcul de cette taille",
      "un cálculo de este tamaño", "un calcolo di questa grandezza", "um cálculo deste tamanho", "如此规模的计算"),
    Phrase(
      "`\\otimes` between matrices of one shape", "`\\otimes` zwischen Matrizen eines Formats",
      "`\\otimes` entre matrices d’un même format", "`\\otimes` entre matrices de una misma forma",
      "`\\otimes` fra matrici di una stessa forma", "`\\otimes` entre matrizes de uma mesma forma",
      "形状相同的矩阵之间的 `\\otimes`"),
    Phrase(
      "a product of vectors", "ein Produkt von Vektoren", "un produit de vecteurs", "un producto de vectores",
      "un prodotto di vettori", "um produto de vetores", "向量的连乘"),
    Phrase(
      "a product of matrices that counts down", "ein Produkt von Matrizen, das abwärts zählt",
      "un produit de matrices qui compte à rebours", "un producto de matrices que cuenta hacia atrás",
      "un prodotto di matrici che conta all’indietro", "um produto de matrizes que conta para trás", "下标递减的矩阵连乘"),
    Phrase(
      "an empty product", "ein leeres Produkt", "un produit vide", "un producto vacío", "un prodotto vuoto",
      "um produto vazio", "空乘积"),
    Phrase(
      "a product that does not say over what", "ein Produkt, das nicht sagt, worüber",
      "un produit qui ne dit pas sur quoi", "un producto que no dice sobre qué", "un prodotto che non dice su che cosa",
      "um produto que não diz sobre quê", "未说明范围的连乘"),
    Phrase(
      "a quotient by a matrix", "ein Quotient durch eine Matrix", "un quotient par une matrice",
      "un cociente por una matriz", "un quoziente per una matrice", "um quociente por uma matriz", "除以矩阵"),
    Phrase(
      "a vector without entries", "ein Vektor ohne Einträge", "un vecteur sans coefficients", "un vector sin entradas",
      "un vettore senza elementi", "um vetor sem entradas", "没有分量的向量"),
    Phrase(
      "a parameter without a value", "ein Parameter ohne Wert", "un paramètre sans valeur", "un parámetro sin valor",
      "un parametro senza valore", "um parâmetro sem valor", "没有值的参数"),
    Phrase(
      "something with three indices", "etwas mit drei Indizes", "quelque chose à trois indices",
      "algo con tres índices", "qualcosa con tre indici", "algo com três índices", "有三个指标的对象"),
    Phrase(
      "a square matrix between bars", "eine quadratische Matrix zwischen Strichen", "une matrice carrée entre barres",
      "una matriz cuadrada entre barras", "una matrice quadrata fra barre", "uma matriz quadrada entre barras",
      "竖线之间的方阵"),
    Phrase(
      "a bound that is no whole number", "eine Grenze, die keine ganze Zahl ist", "une borne qui n’est pas un entier",
      "un límite que no es un número entero", "un limite che non è un numero intero",
      "um limite que não é um número inteiro", "不是整数的界"),
    Phrase(
      "the gradient of a vector", "der Gradient eines Vektors", "le gradient d’un vecteur", "el gradiente de un vector",
      "il gradiente di un vettore", "o gradiente de um vetor", "向量的梯度"),
    Phrase(
      "a gradient by several vectors", "ein Gradient nach mehreren Vektoren",
      "un gradient par rapport à plusieurs vecteurs", "un gradiente respecto de varios vectores",
      "un gradiente rispetto a più vettori", "um gradiente em relação a vários vetores", "对多个向量的梯度"),
    Phrase(
      "a vector as an exponent", "ein Vektor als Exponent", "un vecteur en exposant", "un vector como exponente",
      "un vettore come esponente", "um vetor como expoente", "以向量为指数"),
    Phrase(
      "a power of a matrix", "eine solche Potenz einer Matrix", "une telle puissance d’une matrice",
      "una potencia así de una matriz", "una potenza simile di una matrice", "uma potência assim de uma matriz",
      "矩阵的这种幂"),
    Phrase(
      "this calculation with vectors of numbers", "diese Rechnung mit Vektoren von Zahlen",
      "ce calcul avec des vecteurs de nombres", "este cálculo con vectores de números",
      "questo calcolo con vettori di numeri", "este cálculo com vetores de números", "这种数值向量的计算"),
    Phrase(
      "a definition that contains itself", "eine Definition, die sich selbst enthält",
      "une définition qui se contient elle-même", "una definición que se contiene a sí misma",
      "una definizione che contiene sé stessa", "uma definição que se contém a si mesma", "包含自身的定义"),
    Phrase(
      "a function without its argument", "eine Funktion ohne ihr Argument", "une fonction sans son argument",
      "una función sin su argumento", "una funzione senza il suo argomento", "uma função sem o seu argumento",
      "没有自变量的函数"),
    Phrase(
      "an inverse", "eine Umkehrfunktion", "une fonction réciproque", "una función inversa", "una funzione inversa",
      "uma função inversa", "反函数"),
    Phrase(
      "a derivative of nothing", "eine Ableitung von nichts", "une dérivée de rien", "una derivada de nada",
      "una derivata di nulla", "uma derivada de nada", "没有对象的导数"),
    Phrase(
      "a derivative of this form", "eine Ableitung dieser Form", "une dérivée de cette forme",
      "una derivada de esta forma", "una derivata di questa forma", "uma derivada desta forma", "这种形式的导数"),
    Phrase(
      "a gradient that does not say by what", "ein Gradient, der nicht sagt, wonach",
      "un gradient qui ne dit pas par rapport à quoi", "un gradiente que no dice respecto de qué",
      "un gradiente che non dice rispetto a che cosa", "um gradiente que não diz em relação a quê", "未说明对谁的梯度"),
    Phrase(
      "a second gradient that does not say by what", "ein zweiter Gradient, der nicht sagt, wonach",
      "un second gradient qui ne dit pas par rapport à quoi", "un segundo gradiente que no dice respecto de qué",
      "un secondo gradiente che non dice rispetto a che cosa", "um segundo gradiente que não diz em relação a quê",
      "未说明对谁的二阶梯度"),
    Phrase(
      "an operator here", "ein Operator an dieser Stelle", "ici un opérateur", "aquí un operador", "qui un operatore",
      "aqui um operador", "此处的运算符"),
    Phrase(
      "this left side", "diese linke Seite", "ce membre de gauche", "este miembro izquierdo", "questo membro sinistro",
      "este membro esquerdo", "这样的左边"),
    Phrase(
      "a set other than `\\mathbb{R}^{…}`", "eine andere Menge als `\\mathbb{R}^{…}`",
      "un ensemble autre que `\\mathbb{R}^{…}`", "un conjunto distinto de `\\mathbb{R}^{…}`",
      "un insieme diverso da `\\mathbb{R}^{…}`", "um conjunto diferente de `\\mathbb{R}^{…}`", "`\\mathbb{R}^{…}` 以外的集合"
    ),
  ]
}
