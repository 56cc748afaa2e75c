import Diagnostics
import Directives
import Documents
import Testing

/// Sentences as lecturers write them, beside the words of the grammar for the same.
@Suite struct NotationWordingTests {
  @Test(
    arguments: [
      ("$o$ is the output of the network", "the predictions"),
      ("$\\hat y$ denotes the predicted output", "the predictions"),
      ("$\\hat{y}^{(i)}$ is the output for example i", "the predictions for example i"),
      ("$p_k$ is the predicted probability of class k", "the predictions of unit k"),
      ("$h$ is the output of the hidden layer", "the activations of layer hidden"),
      ("$h_j$ is the output of hidden unit j", "the activations of unit j of layer hidden"),
      ("$h_j$ is the output of the $j$-th hidden neuron", "the activations of unit $j$ of layer hidden"),
      ("$h_j$ is the activation of unit j in the hidden layer", "the activations of unit j of layer hidden"),
      ("$h$ is the hidden layer", "the activations of layer hidden"),
      ("$W_2$ is the weight matrix of the second layer", "the weights of layer 2"),
      ("$x$ is the input vector", "the inputs"),
      ("$x$ is the column vector of inputs", "the inputs, a column"),
      ("$a^l$ is the row vector of activations of layer l", "the activations of layer l, a row"),
      ("$h$ is the vector of hidden activations", "the activations of layer hidden"),
      ("$\\hat y$ is the vector of predicted probabilities", "the predictions"),
      ("$z$ is the net input vector of the hidden layer", "the weighted inputs of layer hidden"),
      (
        "$A$ is the matrix of activations of the hidden layer, one row per example",
        "the activations of layer hidden, one row per example"
      ),
      ("$y_k$ is the k-th entry of the target vector", "the targets of unit k"),
      (
        "$a_j$ is component j of the activation vector of layer hidden, as a column",
        "the activations of unit j of layer hidden, a column"
      ),
      ("$x_i$ is the i-th input", "the inputs of unit i"),
      ("$x_i$ is the i-th feature", "the inputs of unit i"),
      ("$x^{(i)}$ is the i-th training example", "the inputs for example i"),
      ("$x_i$ is example i, as a column vector", "the inputs for example i, a column"),
      ("$X$ is the data matrix, with one example per row", "the inputs, one row per example"),
      ("$X$ is the input matrix, examples in columns", "the inputs, one column per example"),
      ("$W$ is the weight matrix of the hidden layer", "the weights of layer hidden"),
      ("$v_j$ is the induced local field of hidden neuron j", "the weighted inputs of unit j of layer hidden"),
      ("$d_j$ is the desired response of output neuron j", "the targets of unit j of layer output"),
      ("$\\eta$ is the learning-rate parameter", "the learning rate"),
      (
        "$o_{pj}$ is the output of hidden unit j for pattern p",
        "the activations of unit j of layer hidden for example p"
      ),
      ("$P$ is the number of training patterns", "the number of examples"),
      ("$W$ is the weight matrix between the input and the hidden layer", "the weights of layer hidden"),
      ("$V$ is the hidden-to-output weights", "the weights of layer output"),
      ("$w_{ji}$ is the weight from input i to hidden unit j", "the weights of unit j from unit i of layer hidden"),
      (
        "$w_{ji}$ is the weight between unit i and unit j of the output layer",
        "the weights of unit j from unit i of layer output"
      ),
      ("$W_2$ is the second layer's weight matrix", "the weights of layer 2"),
      ("$b^l$ is layer l’s bias vector", "the biases of layer l"),
      ("$\\hat y$ is the network's output", "the predictions"),
      ("$W^{(l)}$ is the weight matrix connecting layer l-1 to layer l", "the weights of layer l"),
      ("$W^{(l)}$ is the matrix of weights between layer l-1 and layer l", "the weights of layer l"),
      (
        "$W^{(l)}_{ij}$ is the weight from unit j in layer l to unit i in layer l+1",
        "the weights of unit i from unit j of layer l+1"
      ),
      (
        "$w^l_{jk}$ is the weight from the k-th neuron in the (l-1)-th layer to the j-th neuron in the l-th layer",
        "the weights of unit j from unit k of layer l"
      ),
      (
        "$w_{ij}$ is the weight connecting unit i in the input layer to unit j in the hidden layer",
        "the weights of unit j from unit i of layer hidden"
      ),
      (
        "$w_{ij}^{(l)}$ is the weight between unit i in layer l-1 and unit j in layer l",
        "the weights of unit j from unit i of layer l"
      ),
      (
        "$w^l_{jk}$ is the weight for the connection from neuron k in layer l-1 to neuron j in layer l",
        "the weights of unit j from unit k of layer l"
      ),
      ("$W^{(l)}_{ij}$ is the weight from unit j of layer l to unit i of layer l", nil),
      ("$W^{(2)}_{ij}$ is the weight from unit j of layer 2 to unit i of layer 2", nil),
      ("$U$ is the input-to-hidden weight matrix", "the weights of layer hidden"),
      ("$w$ is the weight vector", "the weights, a column"),
      ("$w_k$ is the weight vector of output unit k", "the weights of unit k of layer output, a column"),
      ("$W$ is the weight vector", "the weights"),
      ("$b$ is the bias vector of layer hidden", "the biases of layer hidden"),
      ("$c$ is the output bias", "the biases of layer output"),
      ("$z^l$ is the net input of layer l", "the weighted inputs of layer l"),
      ("$z$ is the vector of logits", "the weighted inputs of layer output"),
      ("$z_k$ is the k-th logit", "the weighted inputs of unit k of layer output"),
      ("$t$ is the target vector", "the targets"),
      ("$t_k$ is the desired output of output unit k", "the targets of unit k of layer output"),
      ("$y^{(i)}$ is the label of the $i$-th sample", "the targets for example $i$"),
      ("$L$ is the cross-entropy loss", "the loss"),
      ("$L$ is the cross-entropy loss of one example", "the loss of one example"),
      ("$L$ is the loss for a single example", "the loss of one example"),
      ("$s_k$ is the score of class k", "the weighted inputs of unit k of layer output"),
      ("$J$ is the average loss over the examples", "the loss"),
      ("$J$ is the mean loss", "the loss"),
      ("$J$ is the loss summed over the batch", "the loss, summed over the examples"),
      ("$L$ is the loss on one example", "the loss of one example"),
      ("$L$ is the cross-entropy loss for a single training example", "the loss of one example"),
      ("$J_0$ is the unregularized cost", "the cost without regularization"),
      ("$\\lambda$ is the regularization strength", "the regularization"),
      ("$\\lambda$ is the weight decay parameter", "the regularization"),
      ("$\\delta$ is the gradient of $L$ with respect to $z$", "the derivative of $L$ by $z$"),
      ("$\\Delta w$ is the change of $w$", "the step of $w$"),
      ("$\\hat y$ is the softmax output", "the predictions"),
      ("$E$ is the total error", "the loss"),
      ("$E$ is the error of the network", "the loss"),
      ("$\\delta^l_j$ is the error signal of neuron j in layer l", "the errors of unit j of layer l"),
      ("$\\delta_k$ is the output error of unit k", "the errors of unit k of layer output"),
      ("$N$ is the number of training samples", "the number of examples"),
      ("$m$ is the batch size", "the number of examples"),
      ("$K$ is the number of classes", "the number of outputs"),
      ("$d$ is the dimension of the input", "the number of inputs"),
      ("$D_h$ is the size of the hidden layer", "the number of units of layer hidden"),
      ("$d_l$ is the width of layer l", "the number of units of layer l"),
      ("$L$ is the index of the last layer", "the number of the output layer"),
      ("$H$ is the number of hidden units", "the number of units of layer hidden"),
      ("$n_l$ is the number of neurons in layer l", "the number of units of layer l"),
      ("$\\alpha$ is the step size", "the learning rate"),
      ("$\\odot$ is the Hadamard product", "the elementwise product"),
      ("$\\sigma$ is the logistic", "the sigmoid function"),
      ("$f$ is the activation function of the hidden layers", "the activation function of layer hidden-layers"),
      ("$f$ is the nonlinearity of the hidden units", "the activation function of layer hidden"),
      ("$g$ is the activation function, applied elementwise", "the activation function"),
      ("$\\sigma$ is the logistic sigmoid function", "the sigmoid function"),
      ("$f$ is the hidden activation function", "the activation function of layer hidden"),
      ("$f$ is the transfer function of the output layer", "the activation function of layer output"),
      (
        "$\\hat w_j$ is the weight from hidden neuron j to the output neuron",
        "the weights of unit 1 from unit j of layer output"
      ),
      ("$r_j$ is the input to hidden unit j", "the weighted inputs of unit j of layer hidden"),
      ("$z^l$ is the logits of layer l", "the weighted inputs of layer l"),
      ("$d$ is the input dimensionality", "the number of inputs"),
      ("$h$ is the number of hidden dimensions", "the number of units of layer hidden"),
      ("$J$ is the regularized loss of one example", "the loss of one example"),
      (
        "$\\bar v$ is the gradient of $L$ with respect to $v$, for every $v$",
        "the derivative of $L$ by $v$, for every $v$"
      ),
      // Letters by themselves.
      ("$j$ is the index of a hidden unit", "the index of a unit of layer hidden"),
      ("$k$ indexes the output neurons", "the index of a unit of layer output"),
      ("$i$ runs over the inputs", "the index of a unit of layer input"),
      ("$j$ is the index of a unit of layer 2", "the index of a unit of layer 2"),
      ("$l$ is the index of the layer", "an index"),
      ("$n$ is the index of the data point", "the example"),
      ("$\\mu$ labels the patterns", "the example"),
      ("$j$ is the index of a hidden thing", nil),
      // What books call things.
      ("$a_j^l$ is the activation from neuron j at layer l", "the activations of unit j of layer l"),
      ("$\\mathbf{x}_i$ is the i-th input vector", "the inputs for example i"),
      ("$x_i$ is the i-th input", "the inputs of unit i"),
      ("$K$ is the number of hidden layers", "the number of hidden layers"),
      ("$L$ is the total number of layers", "the number of layers"),
      ("$L$ is the depth of the network", "the number of layers"),
      ("$H$ is the set of hidden neurons", "the set of units of layer hidden"),
      ("$O$ is the set of output neurons", "the set of outputs"),
      ("$x$ is the input (vector of features)", "the inputs"),
      ("$x$ is the input (transposed)", nil),
      ("$z^l$ is the linear mapping in layer l", "the weighted inputs of layer l"),
      ("$z^l$ is the vector of neurons in layer l", "the activations of layer l"),
      ("$n_l$ is the number of units of layer l", "the number of units of layer l"),
      ("$a_i$ is the input of neuron i of layer 2", "the weighted inputs of unit i of layer 2"),
      ("$z^l_j$ is the weighted input of neuron j of layer l", "the weighted inputs of unit j of layer l"),
      (
        "$w_{ij}$ is the weight of layer output from unit i to unit j",
        "the weights of unit j from unit i of layer output"
      ),
      ("$w_j$ is the weight of feature j", "the weights from unit j"),
      ("$w_{k,i}$ is the weight of class k for feature i", "the weights of unit k from unit i"),
      ("$w_{ji}$ is the i-th weight of neuron j", "the weights of unit j from unit i"),
      (
        "$v_h$ is the weight of the output unit from hidden unit h", "the weights of unit 1 from unit h of layer output"
      ),
      (
        "$w_{jl}$ is the weight between hidden neuron j and output neuron l",
        "the weights of unit l from unit j of layer output"
      ),
      ("$t_k$ is the teaching input of neuron k", "the targets of unit k"),
      ("$y$ is the gold label", "the targets"), ("$\\hat y$ is the classifier output", "the predictions"),
      ("$h_j$ is the weighted sum of the neuron's inputs", "the weighted inputs"),
      ("$g$ is the neuron's activation function", "the activation function"),
      ("$E(n)$ is the error in data point n", "the loss of one example for example n"),
      ("$E$ is the error on the whole sample", "the loss"),
      ("$\\eta$ is the learning factor", "the learning rate"),
      (
        "$Z$ is the matrix of neurons in layer 1, one column per observation",
        "the activations of layer 1, one column per example"
      ),
      ("$y_i$ is the output i of the network", "the predictions of unit i"),
      ("$f$ is the network as a function of the inputs", "the predictions, as a function of the inputs"),
      // The words of the grammar stay what they are.
      ("$L$ is the number of the output layer", "the number of the output layer"),
      ("$L$ is the loss function", "the loss function"),
      ("$w$ is the weights of layer output to unit 1, a column", "the weights of unit 1 of layer output, a column"),
    ] as [(String, String?)])
  func `says the same as the words of the grammar`(written: String, canonical: String?) throws {
    let sentence = NotationDefinition.Sentence.written(written)
    let subject = "$\(written.split(separator: "$")[0])$"
    #expect(sentence?.text == canonical.map { "\(subject) is \($0)" })
  }
}
