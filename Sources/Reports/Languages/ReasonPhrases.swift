extension Phrase {
  /// Why an equation is not checked, and what there is to say of a verdict.
  static let reasons: [Phrase] = [
    Phrase(
      "link {1}: <2>; the other links: <3>", "Glied {1}: <2>; die anderen Glieder: <3>",
      "maillon {1} : <2> ; les autres maillons : <3>", "eslabón {1}: <2>; los demás eslabones: <3>",
      "anello {1}: <2>; gli altri anelli: <3>", "elo {1}: <2>; os outros elos: <3>", "第 {1} 环：<2>；其余各环：<3>"),
    Phrase(
      "link {1}: <2>", "Glied {1}: <2>", "maillon {1} : <2>", "eslabón {1}: <2>", "anello {1}: <2>", "elo {1}: <2>",
      "第 {1} 环：<2>"),
    Phrase(
      "{1} holds", "{1} gilt", "{1} vérifié", "{1} se cumple", "{1} vale", "{1} vale", "{1} 成立"),
    Phrase(
      "{1} convention", "{1} unter einer Konvention", "{1} sous convention", "{1} por convención",
      "{1} con una convenzione", "{1} sob convenção", "{1} 按约定成立"),
    Phrase(
      "{1} fails", "{1} gilt nicht", "{1} faux", "{1} no se cumple", "{1} non vale", "{1} não vale", "{1} 不成立"),
    Phrase(
      "{1} defines", "{1} Definition", "{1} définition", "{1} definición", "{1} definizione", "{1} definição",
      "{1} 定义"),
    Phrase(
      "{1} updates", "{1} Aktualisierung", "{1} mise à jour", "{1} actualización", "{1} aggiornamento",
      "{1} atualização", "{1} 更新"),
    Phrase(
      "{1} conflicts", "{1} Widerspruch", "{1} contradiction", "{1} contradicción", "{1} contraddizione",
      "{1} contradição", "{1} 矛盾"),
    Phrase(
      "skipped by the author", "vom Autor übergangen", "passée par l’auteur", "omitida por el autor",
      "saltata dall’autore", "omitida pelo autor", "作者选择跳过"),
    Phrase(
      "not executed", "nicht ausgeführt", "non exécuté", "no ejecutado", "non eseguito", "não executado", "未执行"),
    Phrase(
      "nothing says what {1} means", "nirgends steht, was {1} bedeutet", "rien ne dit ce que {1} signifie",
      "nada dice qué significa {1}", "nulla dice che cosa significa {1}", "nada diz o que {1} significa",
      "未说明 {1} 的含义"),
    Phrase(
      "{1} is bound for other letters, which name different layers",
      "{1} ist für andere Buchstaben vereinbart, die verschiedene Schichten nennen",
      "{1} est défini pour d’autres lettres, qui nomment des couches différentes",
      "{1} está definido para otras letras, que nombran capas distintas",
      "{1} è definito per altre lettere, che nominano strati diversi",
      "{1} está definido para outras letras, que nomeiam camadas diferentes", "{1} 是为其他字母定义的，它们指不同的层"),
    Phrase(
      "damaged LaTeX: {1}", "beschädigtes LaTeX: {1}", "LaTeX endommagé : {1}", "LaTeX dañado: {1}",
      "LaTeX danneggiato: {1}", "LaTeX danificado: {1}", "LaTeX 有误：{1}"),
    Phrase(
      "dots that nothing expands", "Auslassungspunkte, die nichts ergänzt", "points de suspension que rien n’explicite",
      "puntos suspensivos que nada desarrolla", "puntini che nulla sviluppa", "reticências que nada desenvolve",
      "省略号无法展开"),
    Phrase(
      "{1} stands among the symbols", "{1} steht zwischen den Symbolen", "{1} figure parmi les symboles",
      "{1} aparece entre los símbolos", "{1} sta fra i simboli", "{1} aparece entre os símbolos", "符号之间夹有 {1}"),
    Phrase(
      "{1} is not supported", "nicht unterstützt: {1}", "non pris en charge : {1}", "no admitido: {1}",
      "non supportato: {1}", "não suportado: {1}", "尚不支持：{1}"),
    Phrase(
      "not an equation: {1} without a name", "keine Gleichung: {1} ohne Namen", "pas une équation : {1} sans nom",
      "no es una ecuación: {1} sin nombre", "non è un’equazione: {1} senza nome", "não é uma equação: {1} sem nome",
      "不是等式：{1} 没有名称"),
    Phrase(
      "not an equation", "keine Gleichung", "pas une équation", "no es una ecuación", "non è un’equazione",
      "não é uma equação", "不是等式"),
    Phrase(
      "a side of the relation is missing", "eine Seite der Relation fehlt", "il manque un membre de la relation",
      "falta un miembro de la relación", "manca un membro della relazione", "falta um membro da relação",
      "关系式缺少一边"),
    Phrase(
      "the relation is {1}", "die Relation ist {1}", "la relation est {1}", "la relación es {1}", "la relazione è {1}",
      "a relação é {1}", "关系符号为 {1}"),
    Phrase(
      "only membership in {1} is checked", "geprüft wird nur die Zugehörigkeit zu {1}",
      "seule l’appartenance à {1} est vérifiée", "solo se comprueba la pertenencia a {1}",
      "si verifica solo l’appartenenza a {1}", "só se verifica a pertença a {1}", "只检查是否属于 {1}"),
    Phrase(
      "it has no shape: <1>", "es hat kein Format: <1>", "il n’a pas de format : <1>", "no tiene forma: <1>",
      "non ha una forma: <1>", "não tem forma: <1>", "没有确定的形状：<1>"),
    Phrase(
      "it has no shape: {1}", "es hat kein Format: {1}", "il n’a pas de format : {1}", "no tiene forma: {1}",
      "non ha una forma: {1}", "não tem forma: {1}", "没有确定的形状：{1}"),
    Phrase(
      "no network is defined above", "darüber ist kein Netz definiert", "aucun réseau n’est défini plus haut",
      "no hay ninguna red definida arriba", "nessuna rete è definita sopra", "nenhuma rede está definida acima",
      "上文未定义网络"),
    Phrase(
      "a function stands without its argument", "eine Funktion steht ohne ihr Argument",
      "une fonction figure sans son argument", "una función aparece sin su argumento",
      "una funzione sta senza argomento", "uma função aparece sem o seu argumento", "函数缺少自变量"),
    Phrase(
      "a constant that has no name stands where it can't be left out",
      "eine Konstante ohne Namen steht, wo sie nicht wegfallen kann",
      "une constante sans nom figure là où elle ne peut être omise",
      "una constante sin nombre aparece donde no puede omitirse",
      "una costante senza nome sta dove non si può omettere",
      "uma constante sem nome aparece onde não pode ser omitida", "无名常数出现在不可省略之处"),
    Phrase(
      "the layers have several activation functions, and nothing says which is meant",
      "die Schichten haben verschiedene Aktivierungsfunktionen, und nirgends steht, welche gemeint ist",
      "les couches ont plusieurs fonctions d’activation, et rien ne dit laquelle est visée",
      "las capas tienen varias funciones de activación, y nada dice cuál se entiende",
      "gli strati hanno più funzioni di attivazione, e nulla dice quale si intende",
      "as camadas têm várias funções de ativação, e nada diz qual se entende", "各层的激活函数不同，未说明所指为何"),
    Phrase(
      "the loss was defined without regularization", "der Verlust ist ohne Regularisierung definiert",
      "la perte est définie sans régularisation", "la pérdida se definió sin regularización",
      "la perdita è definita senza regolarizzazione", "a perda foi definida sem regularização", "损失的定义不含正则化"),
    Phrase(
      "nothing says which example is meant", "nirgends steht, welches Beispiel gemeint ist",
      "rien ne dit quel exemple est visé", "nada dice qué ejemplo se entiende", "nulla dice quale esempio si intende",
      "nada diz qual exemplo se entende", "未说明指哪个样本"),
    Phrase(
      "the targets name no single unit", "die Zielwerte nennen keine einzelne Einheit",
      "les cibles ne désignent pas une seule unité", "los objetivos no nombran una sola unidad",
      "gli obiettivi non nominano una sola unità", "os alvos não nomeiam uma única unidade", "目标值未指定唯一单元"),
    Phrase(
      "nothing says what the letters of a condition are", "nirgends steht, was die Buchstaben einer Bedingung sind",
      "rien ne dit ce que sont les lettres d’une condition", "nada dice qué son las letras de una condición",
      "nulla dice che cosa sono le lettere di una condizione", "nada diz o que são as letras de uma condição",
      "未说明条件中字母的含义"),
    Phrase(
      "{1} is summed over, and free on the other side", "über {1} wird summiert, und auf der anderen Seite ist es frei",
      "{1} est sommé, et libre de l’autre côté", "se suma sobre {1}, y está libre en el otro lado",
      "si somma su {1}, ed è libero dall’altra parte", "soma-se sobre {1}, e está livre do outro lado",
      "{1} 被求和，而在另一边是自由的"),
    Phrase(
      "{1} is summed over, and names the layer, too", "über {1} wird summiert, und es nennt auch die Schicht",
      "{1} est sommé et désigne aussi la couche", "{1} se suma y nombra también la capa",
      "{1} è sommato e nomina anche lo strato", "{1} é somado e nomeia também a camada", "{1} 既是求和字母，又指层"),
    Phrase(
      "a condition on the summed letter {1}", "eine Bedingung an den Summationsbuchstaben {1}",
      "une condition sur la lettre sommée {1}", "una condición sobre la letra sumada {1}",
      "una condizione sulla lettera sommata {1}", "uma condição sobre a letra somada {1}", "对求和字母 {1} 附有条件"),
    Phrase(
      "a condition that is said in words", "eine Bedingung in Worten", "une condition en mots",
      "una condición en palabras", "una condizione a parole", "uma condição em palavras", "用文字说明的条件"),
    Phrase(
      "a sum that does not say over what, of a number", "eine Summe von Zahlen, die nicht sagt, worüber",
      "une somme de nombres qui ne dit pas sur quoi", "una suma de números que no dice sobre qué",
      "una somma di numeri che non dice su che cosa", "uma soma de números que não diz sobre o quê",
      "对数求和，但未说明求和范围"),
    Phrase(
      "nothing says what {1} runs over", "nirgends steht, worüber {1} läuft", "rien ne dit ce que {1} parcourt",
      "nada dice qué recorre {1}", "nulla dice che cosa percorre {1}", "nada diz o que {1} percorre",
      "未说明 {1} 的取值范围"),
    Phrase(
      "a derivative by a number that never varies", "eine Ableitung nach einer Zahl, die sich nie ändert",
      "une dérivée par rapport à un nombre qui ne varie pas", "una derivada respecto a un número que no varía",
      "una derivata rispetto a un numero che non varia", "uma derivada em relação a um número que não varia",
      "对不变的数求导"),
    Phrase(
      "what is differentiated is not computed from what it is differentiated by",
      "das Abgeleitete hängt nicht von dem ab, wonach abgeleitet wird",
      "ce qui est dérivé n’est pas calculé à partir de la variable de dérivation",
      "lo que se deriva no se calcula a partir de la variable de derivación",
      "ciò che si deriva non è calcolato dalla variabile di derivazione",
      "o que se deriva não é calculado a partir da variável de derivação", "被求导的量并非由求导变量算出"),
    Phrase(
      "numbers are compared with one component only", "Zahlen werden nur mit einer einzigen Komponente verglichen",
      "les nombres ne se comparent qu’à une seule composante", "los números solo se comparan con una componente",
      "i numeri si confrontano con una sola componente", "os números só se comparam com um componente",
      "数值只能与单个分量比较"),
    Phrase(
      "nothing is left to compare", "es bleibt nichts zu vergleichen", "il ne reste rien à comparer",
      "no queda nada que comparar", "non resta nulla da confrontare", "não resta nada a comparar", "没有可比较的内容"),
    Phrase(
      "the layers that it speaks of do not exist", "die Schichten, von denen sie spricht, gibt es nicht",
      "les couches dont elle parle n’existent pas", "las capas de las que habla no existen",
      "gli strati di cui parla non esistono", "as camadas de que fala não existem", "所述的层不存在"),
    Phrase(
      "no layer exists for which all of it does", "für keine Schicht gibt es alles, was darin vorkommt",
      "aucune couche ne réunit tout ce qu’elle contient", "no hay capa para la que exista todo lo que contiene",
      "per nessuno strato esiste tutto ciò che contiene", "não há camada para a qual exista tudo o que contém",
      "没有任何层使其中各项都存在"),
    Phrase(
      "there is no entry {1} in {2}", "es gibt keinen Eintrag {1} in {2}", "il n’y a pas d’élément {1} dans {2}",
      "no hay elemento {1} en {2}", "non c’è l’elemento {1} in {2}", "não há elemento {1} em {2}",
      "{2} 中没有第 {1} 项"),
    Phrase(
      "there is no example {1}", "es gibt kein Beispiel {1}", "il n’y a pas d’exemple {1}", "no hay ejemplo {1}",
      "non c’è l’esempio {1}", "não há exemplo {1}", "没有样本 {1}"),
    Phrase(
      "there is no unit or example {1}", "es gibt keine Einheit und kein Beispiel {1}",
      "il n’y a ni unité ni exemple {1}", "no hay unidad ni ejemplo {1}", "non c’è unità né esempio {1}",
      "não há unidade nem exemplo {1}", "没有单元或样本 {1}"),
    Phrase(
      "there is no unit {1}", "es gibt keine Einheit {1}", "il n’y a pas d’unité {1}", "no hay unidad {1}",
      "non c’è l’unità {1}", "não há unidade {1}", "没有单元 {1}"),
    Phrase(
      "there is no row or column {1}", "es gibt keine Zeile oder Spalte {1}", "il n’y a ni ligne ni colonne {1}",
      "no hay fila ni columna {1}", "non c’è riga né colonna {1}", "não há linha nem coluna {1}", "没有第 {1} 行或列"),
    Phrase(
      "layer {1} has no biases", "Schicht {1} hat keinen Bias", "la couche {1} n’a pas de biais",
      "la capa {1} no tiene sesgos", "lo strato {1} non ha bias", "a camada {1} não tem vieses", "第 {1} 层没有偏置"),
    Phrase(
      "numbers are judged on the author's network, and there is none",
      "Zahlen werden am Netz des Autors geprüft, und es gibt keines",
      "les nombres se jugent sur le réseau de l’auteur, et il n’y en a pas",
      "los números se juzgan en la red del autor, y no hay ninguna",
      "i numeri si giudicano sulla rete dell’autore, e non ce n’è",
      "os números julgam-se na rede do autor, e não há nenhuma", "数值须用作者的网络检验，而此处没有网络"),
    Phrase(
      "it can be tried on the author's network only", "sie lässt sich nur am Netz des Autors prüfen",
      "elle ne peut être essayée que sur le réseau de l’auteur", "solo puede probarse en la red del autor",
      "si può provare solo sulla rete dell’autore", "só pode ser testada na rede do autor", "只能用作者的网络检验"),
    Phrase(
      "rounding hides every component", "Rundungsfehler verdecken jede Komponente",
      "l’arrondi masque toutes les composantes", "el redondeo oculta todas las componentes",
      "l’arrotondamento nasconde ogni componente", "o arredondamento oculta todos os componentes",
      "舍入误差掩盖了所有分量"),
    Phrase(
      "a kink was seen from one side only", "ein Knick wurde nur von einer Seite gesehen",
      "un point anguleux n’a été vu que d’un côté", "un quiebre se vio solo de un lado",
      "un punto angoloso è stato visto da un solo lato", "uma quina foi vista só de um lado", "折点只从一侧取到"),
    Phrase(
      "two rows of the cases apply at once, and differ",
      "zwei Zeilen der Fallunterscheidung gelten zugleich und sind verschieden",
      "deux lignes de la distinction de cas s’appliquent à la fois et diffèrent",
      "dos filas de la distinción de casos valen a la vez y difieren",
      "due righe della distinzione di casi valgono insieme e differiscono",
      "duas linhas da distinção de casos valem ao mesmo tempo e diferem", "分段中有两行同时成立而取值不同"),
    Phrase(
      "the two routes to a derivative do not agree", "die beiden Wege zu einer Ableitung stimmen nicht überein",
      "les deux voies vers une dérivée ne concordent pas", "los dos caminos a una derivada no coinciden",
      "le due vie a una derivata non concordano", "os dois caminhos para uma derivada não concordam",
      "求导的两种途径结果不一致"),
    Phrase(
      "training does not use plain gradient descent", "das Training verwendet nicht das reine Gradientenverfahren",
      "l’entraînement n’utilise pas la descente de gradient simple",
      "el entrenamiento no usa el descenso de gradiente simple",
      "l’addestramento non usa la discesa del gradiente semplice",
      "o treinamento não usa a descida de gradiente simples", "训练未使用普通梯度下降"),
    Phrase(
      "an assignment that changes nothing", "eine Zuweisung, die nichts ändert", "une affectation qui ne change rien",
      "una asignación que no cambia nada", "un’assegnazione che non cambia nulla", "uma atribuição que nada muda",
      "赋值没有改变任何量"),
    Phrase(
      "nothing says how large the learning rate is", "nirgends steht, wie groß die Lernrate ist",
      "rien ne dit combien vaut le taux d’apprentissage", "nada dice cuánto vale la tasa de aprendizaje",
      "nulla dice quanto vale il tasso di apprendimento", "nada diz quanto vale a taxa de aprendizado",
      "未说明学习率的值"),
    Phrase(
      "nothing says which symbol is the learning rate", "nirgends steht, welches Symbol die Lernrate ist",
      "rien ne dit quel symbole est le taux d’apprentissage", "nada dice qué símbolo es la tasa de aprendizaje",
      "nulla dice quale simbolo è il tasso di apprendimento", "nada diz qual símbolo é a taxa de aprendizado",
      "未说明哪个符号是学习率"),
    Phrase(
      "an arrow that changes no parameter", "ein Pfeil, der keinen Parameter ändert",
      "une flèche qui ne change aucun paramètre", "una flecha que no cambia ningún parámetro",
      "una freccia che non cambia alcun parametro", "uma seta que não muda nenhum parâmetro", "箭头没有改变任何参数"),
    Phrase(
      "the right side is {1} the left side", "die rechte Seite ist {1} die linke",
      "le membre droit est {1} le membre gauche", "el lado derecho es {1} el izquierdo",
      "il membro destro è {1} il sinistro", "o lado direito é {1} o esquerdo", "右边是左边的 {1}"),
    Phrase(
      "the right side is the left side times the number of examples",
      "die rechte Seite ist die linke mal die Zahl der Beispiele",
      "le membre droit est le membre gauche fois le nombre d’exemples",
      "el lado derecho es el izquierdo por el número de ejemplos",
      "il membro destro è il sinistro per il numero di esempi",
      "o lado direito é o esquerdo vezes o número de exemplos", "右边是左边乘以样本数"),
    Phrase(
      "the right side is the left side divided by the number of examples",
      "die rechte Seite ist die linke geteilt durch die Zahl der Beispiele",
      "le membre droit est le membre gauche divisé par le nombre d’exemples",
      "el lado derecho es el izquierdo dividido por el número de ejemplos",
      "il membro destro è il sinistro diviso per il numero di esempi",
      "o lado direito é o esquerdo dividido pelo número de exemplos", "右边是左边除以样本数"),
    Phrase(
      "a step of training is {1} the increment", "ein Trainingsschritt ist {1} der Zuwachs",
      "un pas d’entraînement est {1} l’accroissement", "un paso de entrenamiento es {1} el incremento",
      "un passo di addestramento è {1} l’incremento", "um passo de treino é {1} o incremento", "一步训练是增量的 {1}"),
    Phrase(
      "a step of training is the increment times the number of examples",
      "ein Trainingsschritt ist der Zuwachs mal die Zahl der Beispiele",
      "un pas d’entraînement est l’accroissement fois le nombre d’exemples",
      "un paso de entrenamiento es el incremento por el número de ejemplos",
      "un passo di addestramento è l’incremento per il numero di esempi",
      "um passo de treino é o incremento vezes o número de exemplos", "一步训练是增量乘以样本数"),
    Phrase(
      "a step of training is the increment divided by the number of examples",
      "ein Trainingsschritt ist der Zuwachs geteilt durch die Zahl der Beispiele",
      "un pas d’entraînement est l’accroissement divisé par le nombre d’exemples",
      "un paso de entrenamiento es el incremento dividido por el número de ejemplos",
      "un passo di addestramento è l’incremento diviso per il numero di esempi",
      "um passo de treino é o incremento dividido pelo número de exemplos", "一步训练是增量除以样本数"),
    Phrase(
      "equal after transposing", "gleich nach Transponieren", "égaux après transposition", "iguales tras transponer",
      "uguali dopo trasposizione", "iguais após transposição", "转置后相等"),
    Phrase(
      "differs only where {1}", "verschieden nur bei {1}", "ne diffère que pour {1}", "difiere solo donde {1}",
      "differisce solo dove {1}", "difere apenas onde {1}", "仅在 {1} 时不同"),
    Phrase(
      "true only where {1}", "wahr nur bei {1}", "vraie seulement pour {1}", "cierta solo donde {1}",
      "vera solo dove {1}", "verdadeira apenas onde {1}", "仅在 {1} 时成立"),
    Phrase(
      "differs only at the output layer", "verschieden nur in der Ausgabeschicht",
      "ne diffère qu’à la couche de sortie", "difiere solo en la capa de salida",
      "differisce solo nello strato di uscita", "difere apenas na camada de saída", "仅在输出层不同"),
    Phrase(
      "true only at the output layer", "wahr nur in der Ausgabeschicht", "vraie seulement à la couche de sortie",
      "cierta solo en la capa de salida", "vera solo nello strato di uscita", "verdadeira apenas na camada de saída",
      "仅在输出层成立"),
    Phrase(
      "differs only at the first layer", "verschieden nur in der ersten Schicht",
      "ne diffère qu’à la première couche", "difiere solo en la primera capa", "differisce solo nel primo strato",
      "difere apenas na primeira camada", "仅在第一层不同"),
    Phrase(
      "true only at the first layer", "wahr nur in der ersten Schicht", "vraie seulement à la première couche",
      "cierta solo en la primera capa", "vera solo nel primo strato", "verdadeira apenas na primeira camada",
      "仅在第一层成立"),
    Phrase(
      "true with the notebook's own numbers, but not with random ones",
      "wahr mit den Zahlen des Notebooks, aber nicht mit zufälligen",
      "vraie avec les nombres du carnet, mais pas avec des nombres aléatoires",
      "cierta con los números del cuaderno, pero no con números aleatorios",
      "vera con i numeri del quaderno, ma non con numeri casuali",
      "verdadeira com os números do caderno, mas não com números aleatórios", "以笔记本自身的数值成立，以随机数值则不成立"),
    Phrase(
      "increments are compared", "verglichen werden die Zuwächse", "les accroissements sont comparés",
      "se comparan los incrementos", "si confrontano gli incrementi", "comparam-se os incrementos", "比较的是增量"),
    Phrase(
      "the step is one on <1>", "der Schritt ist einer für: <1>", "le pas porte sur : <1>", "el paso es sobre: <1>",
      "il passo è su: <1>", "o passo é sobre: <1>", "该步针对：<1>"),
    Phrase(
      "the increment is that of a step on <1>", "der Zuwachs ist der eines Schritts für: <1>",
      "l’accroissement est celui d’un pas sur : <1>", "el incremento es el de un paso sobre: <1>",
      "l’incremento è quello di un passo su: <1>", "o incremento é o de um passo sobre: <1>", "增量对应于一步更新：<1>"),
    Phrase(
      "{1} remembers this of <2>", "{1} merkt sich dies für: <2>", "{1} mémorise ceci pour : <2>",
      "{1} recuerda esto de: <2>", "{1} ricorda questo di: <2>", "{1} memoriza isto de: <2>", "{1} 记忆此量：<2>"),
    Phrase("the cost", "Kosten", "le coût", "el coste", "il costo", "o custo", "代价"),
    Phrase(
      "the loss of one example", "Verlust eines Beispiels", "la perte d’un exemple", "la pérdida de un ejemplo",
      "la perdita di un esempio", "a perda de um exemplo", "单个样本的损失"),
    Phrase(
      "the cost of one example", "Kosten eines Beispiels", "le coût d’un exemple", "el coste de un ejemplo",
      "il costo di un esempio", "o custo de um exemplo", "单个样本的代价"),
    Phrase(
      "a cost that an equation defines", "Kosten, die eine Gleichung definiert", "un coût défini par une équation",
      "un coste que una ecuación define", "un costo definito da un’equazione", "um custo que uma equação define",
      "由某个等式定义的代价"),
    Phrase(
      "the summed loss", "summierter Verlust", "la perte sommée", "la pérdida sumada", "la perdita sommata",
      "a perda somada", "总损失"),
    Phrase(
      "both sides are 0 by their structure: 0 = 0", "beide Seiten sind ihrem Bau nach 0: 0 = 0",
      "les deux membres sont nuls par construction : 0 = 0", "ambos lados son 0 por su estructura: 0 = 0",
      "entrambi i membri sono 0 per struttura: 0 = 0", "ambos os lados são 0 pela sua estrutura: 0 = 0",
      "两边按结构均为 0：0 = 0"),
    Phrase(
      "the last number is not the value of the chain's first member",
      "die letzte Zahl ist nicht der Wert des ersten Glieds der Kette",
      "le dernier nombre n’est pas la valeur du premier membre de la chaîne",
      "el último número no es el valor del primer miembro de la cadena",
      "l’ultimo numero non è il valore del primo membro della catena",
      "o último número não é o valor do primeiro membro da cadeia", "最后的数不等于等式链首项的值"),
    Phrase(
      "the last numbers are not the value of the chain's first member",
      "die letzten Zahlen sind nicht der Wert des ersten Glieds der Kette",
      "les derniers nombres ne sont pas la valeur du premier membre de la chaîne",
      "los últimos números no son el valor del primer miembro de la cadena",
      "gli ultimi numeri non sono il valore del primo membro della catena",
      "os últimos números não são o valor do primeiro membro da cadeia", "最后的各数不等于等式链首项的值"),
    Phrase(
      "the shape is another", "das Format ist ein anderes", "le format est autre", "la forma es otra",
      "la forma è un’altra", "a forma é outra", "形状不同"),
    Phrase(
      "the sides differ in shape", "die Seiten haben verschiedene Formate", "les membres diffèrent par leur format",
      "los lados difieren en forma", "i membri differiscono per forma", "os lados diferem na forma", "两边形状不同"),
    Phrase(
      "what the sides differ by is no constant: it varies with the parameters",
      "der Unterschied der Seiten ist keine Konstante: er ändert sich mit den Parametern",
      "l’écart entre les membres n’est pas constant : il varie avec les paramètres",
      "la diferencia de los lados no es constante: varía con los parámetros",
      "la differenza dei membri non è costante: varia con i parametri",
      "a diferença dos lados não é constante: varia com os parâmetros", "两边之差并非常数：它随参数变化"),
    Phrase(
      "<1> and <2> don't multiply", "<1> und <2> lassen sich nicht multiplizieren",
      "<1> et <2> ne se multiplient pas", "<1> y <2> no se multiplican", "<1> e <2> non si moltiplicano",
      "<1> e <2> não se multiplicam", "<1>与<2>不能相乘"),
    Phrase(
      "<1> and <2> can't be multiplied entry by entry", "<1> und <2> lassen sich nicht elementweise multiplizieren",
      "<1> et <2> ne se multiplient pas terme à terme", "<1> y <2> no se multiplican elemento a elemento",
      "<1> e <2> non si moltiplicano elemento per elemento", "<1> e <2> não se multiplicam elemento a elemento",
      "<1>与<2>不能逐元素相乘"),
    Phrase(
      "<1> and <2> can't be multiplied", "<1> und <2> lassen sich nicht multiplizieren",
      "<1> et <2> ne peuvent être multipliés", "<1> y <2> no se pueden multiplicar",
      "<1> e <2> non si possono moltiplicare",
      "<1> e <2> não podem ser multiplicados", "<1>与<2>不可相乘"),
    Phrase(
      "<1> and <2> can't be equal", "<1> und <2> können nicht gleich sein", "<1> et <2> ne peuvent être égaux",
      "<1> y <2> no pueden ser iguales", "<1> e <2> non possono essere uguali", "<1> e <2> não podem ser iguais",
      "<1>与<2>不可能相等"),
    Phrase("a number", "eine Zahl", "un nombre", "un número", "un numero", "um número", "一个数"),
    Phrase(
      "a column of {1}", "eine Spalte mit {1} Einträgen", "une colonne de {1}", "una columna de {1}",
      "una colonna di {1}", "uma coluna de {1}", "{1} 维列向量"),
    Phrase(
      "a row of {1}", "eine Zeile mit {1} Einträgen", "une ligne de {1}", "una fila de {1}", "una riga di {1}",
      "uma linha de {1}", "{1} 维行向量"),
    Phrase(
      "{1} × {2} × {3}", "{1} × {2} × {3}", "{1} × {2} × {3}", "{1} × {2} × {3}", "{1} × {2} × {3}", "{1} × {2} × {3}",
      "{1} × {2} × {3}"),
    Phrase("{1} × {2}", "{1} × {2}", "{1} × {2}", "{1} × {2}", "{1} × {2}", "{1} × {2}", "{1} × {2}"),
    Phrase(
      "{1} runs over {2} in one place and over {3} in another", "{1} läuft einmal über {2} und einmal über {3}",
      "{1} parcourt {2} à un endroit et {3} à un autre", "{1} recorre {2} en un lugar y {3} en otro",
      "{1} percorre {2} in un punto e {3} in un altro", "{1} percorre {2} num lugar e {3} noutro",
      "{1} 在一处取 {2}，在另一处取 {3}"),
    Phrase(
      "{1} read as {2}; <3>", "{1} als {2} gelesen; <3>", "{1} lu comme {2} ; <3>", "{1} leído como {2}; <3>",
      "{1} letto come {2}; <3>", "{1} lido como {2}; <3>", "{1} 读作 {2}；<3>"),
    Phrase(
      "{1} read as {2}", "{1} als {2} gelesen", "{1} lu comme {2}", "{1} leído como {2}", "{1} letto come {2}",
      "{1} lido como {2}", "{1} 读作 {2}"),
    Phrase(
      "read as it is printed, without the braces behind the sum",
      "gelesen, wie es gedruckt steht, ohne die Klammern hinter der Summe",
      "lu comme imprimé, sans les accolades après la somme", "leído como se imprime, sin las llaves tras la suma",
      "letto come si stampa, senza le graffe dopo la somma", "lido como se imprime, sem as chavetas após a soma",
      "按印刷形式读，忽略求和号后的花括号"),
    Phrase(
      "read with the brackets behind a derivative as its arguments",
      "gelesen mit den Klammern hinter einer Ableitung als deren Argumenten",
      "lu avec les parenthèses après une dérivée comme ses arguments",
      "leído con los paréntesis tras una derivada como sus argumentos",
      "letto con le parentesi dopo una derivata come suoi argomenti",
      "lido com os parênteses após uma derivada como seus argumentos", "把导数后的括号读作其自变量"),
    Phrase(
      "blocks of {1} and {2} columns don't fit", "Blöcke mit {1} und {2} Spalten passen nicht zusammen",
      "des blocs de {1} et {2} colonnes ne s’assemblent pas", "bloques de {1} y {2} columnas no encajan",
      "blocchi di {1} e {2} colonne non combaciano", "blocos de {1} e {2} colunas não encaixam",
      "{1} 列与 {2} 列的分块不匹配"),
    Phrase(
      "blocks of {1} and {2} rows don't fit", "Blöcke mit {1} und {2} Zeilen passen nicht zusammen",
      "des blocs de {1} et {2} lignes ne s’assemblent pas", "bloques de {1} y {2} filas no encajan",
      "blocchi di {1} e {2} righe non combaciano", "blocos de {1} e {2} linhas não encaixam", "{1} 行与 {2} 行的分块不匹配"),
    Phrase(
      "read without the stray {1}", "ohne das überzählige {1} gelesen", "lu sans le {1} superflu",
      "leído sin el {1} sobrante", "letto senza {1} superfluo", "lido sem o {1} sobrante", "忽略多余的 {1}"),
    Phrase(
      "{1} read as the root of {2}", "{1} als Wurzel von {2} gelesen", "{1} lu comme la racine de {2}",
      "{1} leído como la raíz de {2}", "{1} letto come la radice di {2}", "{1} lido como a raiz de {2}",
      "{1} 读作 {2} 的平方根"),
  ]
}
