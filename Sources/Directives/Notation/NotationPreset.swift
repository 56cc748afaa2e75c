import Catalog
import Diagnostics

/// A family of notations that many documents share, by the sentences that it stands for. What a document has otherwise
/// it says below.
struct NotationPreset: Sendable {
  var entry: CatalogEntry
  var sentences: [String]

  private init(_ name: String, _ summary: String, _ sentences: String) {
    entry = CatalogEntry(.option, name, form: "define notation \(name)", summary: summary)
    self.sentences = sentences.split(separator: "\n").map(String.init)
  }

  static let all: [NotationPreset] = [
    // M. Nielsen, Neural Networks and Deep Learning, 2015, chapter 2.
    NotationPreset(
      "nielsen", "Layers above, units below: `a^l_j`, `w^l_{jk}` to unit j from unit k; one example.",
      #"""
      $a^l_j$ is the activation of unit j of layer l
      $z^l_j$ is the weighted input of unit j of layer l
      $w^l_{jk}$ is the weight of layer l to unit j from unit k
      $b^l_j$ is the bias of unit j of layer l
      $\delta^l_j$ is the error of unit j of layer l
      $\sigma$ is the activation function
      $y_j$ is the target of unit j
      $x$ is the input
      $C$ is the cost of one example
      $C_x$ is the cost of example x
      $L$ is the number of the output layer
      $n$ is the number of examples
      $\eta$ is the learning rate
      """#),
    // A. Ng, Deep Learning Specialization, 2017.
    NotationPreset(
      "ng", "Layers in square brackets, examples in columns: `W^{[l]}`, `A^{[l]}`, `dZ^{[l]}`.",
      #"""
      $W^{[l]}$ is the weights of layer l, rows to, columns from
      $b^{[l]}$ is the biases of layer l, as column
      $Z^{[l]}$ is the weighted inputs of layer l, one column per example
      $A^{[l]}$ is the activations of layer l, one column per example
      $dZ^{[l]}$ is the errors of layer l, one column per example
      $dZ^{[l](i)}$ is the errors of layer l for example i
      $dA^{[l]}$ is the derivative of $S$ by $A^{[l]}$
      $dW^{[l]}$ is the derivative of $J$ by $W^{[l]}$
      $db^{[l]}$ is the derivative of $J$ by $b^{[l]}$
      $z^{[l]}$ is the weighted inputs of layer l
      $a^{[l]}$ is the activations of layer l
      $z^{[l](i)}$ is the weighted inputs of layer l for example i
      $a^{[l](i)}$ is the activations of layer l for example i
      $dz^{[l]}$ is the errors of layer l
      $dz^{[l](i)}$ is the errors of layer l for example i
      $X$ is the inputs, one column per example
      $Y$ is the targets, one column per example
      $x$ is the input
      $x^{(i)}$ is the inputs of example i
      $y^{(i)}$ is the targets of example i
      $\hat{y}^{(i)}$ is the activations of layer output for example i
      $y$ is the target
      $\hat{y}$ is the prediction
      $\mathcal{L}$ is the loss function
      $J$ is the cost
      $S$ is the summed loss
      $m$ is the number of examples
      $n^{[l]}$ is the number of units of layer l
      $n_x$ is the number of inputs
      $n_y$ is the number of outputs
      $L$ is the number of the output layer
      $g$ is the activation function
      $\alpha$ is the learning rate
      """#),
    // A. Ng, Machine Learning, 2011, weeks 4 and 5.
    NotationPreset(
      "theta", "Layers from 1 in round brackets, the biases in column 0 of `\\Theta^{(l)}`.",
      #"""
      layers count from 1, the input layer
      $\Theta^{(l)}$ is the weights of layer l+1, rows to, columns from, with the bias as column 0
      $a^{(l)}$ is the activations of layer l, a column, with a leading 1
      $z^{(l)}_j$ is the weighted input of unit j of layer l
      $\delta^{(l)}_j$ is the error of unit j of layer l
      $\delta^{(l)(i)}_j$ is the error of unit j of layer l for example i
      $a^{(l)(i)}$ is the activations of layer l for example i, a column, with a leading 1
      $h_\Theta$ is the predictions as a function of the inputs
      $x^{(i)}$ is the inputs of example i
      $y^{(i)}$ is the targets of example i
      $x$ is the input
      $y$ is the target
      $J$ is the cost
      $m$ is the number of examples
      $L$ is the number of layers
      $s_l$ is the number of units of layer l
      $g$ is the activation function
      $\alpha$ is the learning rate
      """#),
    NotationPreset(
      "rows", "Vectors are rows, weights go from i to j: `h^{l-1} W^l`.",
      #"""
      $h_j^l$ is the activation of unit j of layer l
      $z_j^l$ is the weighted input of unit j of layer l
      $w_{ij}^l$ is the weight of layer l from unit i to unit j
      $b_j^l$ is the bias of unit j of layer l
      $\delta_j^l$ is the error of unit j of layer l
      $\vec{h}^l$ is the activations of layer l, as a row
      $\vec{z}^l$ is the weighted inputs of layer l, as a row
      $\vec{b}^l$ is the biases of layer l, as a row
      $\vec{\delta}^l$ is the error of layer l, as a row
      $\vec{W}^l$ is the weights of layer l, rows from, columns to
      $\varphi$ is the activation function
      $E$ is the cost of one example
      $n$ is the number of examples
      $\alpha$ is the learning rate
      """#),
    NotationPreset(
      "numbered", "The layer is the subscript, entries stand outside of brackets: `W_1`, `(W_1)_{ij}`; columns.",
      #"""
      $W_l$ is the weights of layer l, rows to, columns from
      $b_l$ is the biases of layer l
      $z_l$ is the weighted inputs of layer l
      $a_l$ is the activations of layer l
      $\delta_l$ is the error of layer l
      $x$ is the input
      $y$ is the target
      $\hat{y}$ is the prediction
      $\mathcal{L}$ is the loss of one example
      $L$ is the loss of one example
      $\sigma$ is the activation function
      $\eta$ is the learning rate
      """#),
    NotationPreset(
      "net", "Letters name the layers: k the output units, j the hidden ones, i the inputs; `w_{kj}` to k from j.",
      #"""
      $\text{net}_k$ is the weighted input of unit k of layer output
      $o_k$ is the activation of unit k of layer output
      $w_{kj}$ is the weight of layer output to unit k from unit j
      $b_k$ is the bias of unit k of layer output
      $\delta_k$ is the error of unit k of layer output
      $\text{net}_j$ is the weighted input of unit j of layer hidden
      $o_j$ is the activation of unit j of layer hidden
      $w_{ji}$ is the weight of layer hidden to unit j from unit i
      $b_j$ is the bias of unit j of layer hidden
      $\delta_j$ is the error of unit j of layer hidden
      $x_i$ is the input i
      $t_k$ is the target of unit k
      $y_k$ is the target of unit k
      $E$ is the loss of one example
      $\sigma$ is the activation function
      $\eta$ is the learning rate
      """#),
  ]

  /// The sentences, at the place of the name that stands for them.
  func read(at phrase: Phrase) -> [NotationDefinition.Sentence] {
    sentences.compactMap { text in
      var inner = Phrase(phrase.fragmentOfWord.replacing(text))
      return NotationDefinition.Sentence.reading(&inner)
    }
  }
}
