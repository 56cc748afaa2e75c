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
      ("$x$ is the column vector of inputs", nil),
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
      ("$\\hat y$ is the softmax output", "the predictions"),
      ("$E$ is the total error", "the loss"),
      ("$E$ is the error of the network", "the loss"),
      ("$\\delta^l_j$ is the error signal of neuron j in layer l", "the errors of unit j of layer l"),
      ("$\\delta_k$ is the output error of unit k", "the errors of unit k of layer output"),
      ("$N$ is the number of training samples", "the number of examples"),
      ("$m$ is the batch size", "the number of examples"),
      ("$K$ is the number of classes", "the number of outputs"),
      ("$d$ is the dimension of the input", "the number of inputs"),
      ("$H$ is the number of hidden units", "the number of units of layer hidden"),
      ("$n_l$ is the number of neurons in layer l", "the number of units of layer l"),
      ("$\\alpha$ is the step size", "the learning rate"),
      ("$\\odot$ is the Hadamard product", "the elementwise product"),
      ("$\\sigma$ is the logistic", "the sigmoid function"),
      ("$f$ is the hidden activation function", "the activation function of layer hidden"),
      ("$f$ is the transfer function of the output layer", "the activation function of layer output"),
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
