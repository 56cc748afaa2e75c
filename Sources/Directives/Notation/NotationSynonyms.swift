/// Quantities of the grammar, and what else lecturers call them.
enum NotationSynonyms {
  static let all: [(name: String, others: [String])] = table.map { name, others in
    let written = others.replacing("\n", with: " ").split(separator: ", ").map(String.init)
    return (name, written + (combined[name] ?? []).filter { !written.contains($0) && $0 != name })
  }

  /// Adjectives that authors choose freely, each before each noun: `the gold label`, `the estimated probability`.
  private static let combined: [String: [String]] = {
    func pairs(_ adjectives: [String], _ nouns: [String]) -> [String] {
      adjectives.flatMap { adjective in nouns.map { "\(adjective) \($0)" } }
    }
    let given = [
      "gold", "true", "desired", "correct", "expected", "wanted", "teacher", "reference", "required", "ground-truth",
      "ground truth", "desired target", "true target", "given target",
    ]
    let computed = [
      "actual", "final", "predicted", "estimated", "computed", "calculated", "produced", "obtained", "network", "model",
      "classifier", "neural network", "net",
    ]
    return [
      "target": pairs(given, ["output", "value", "label", "response", "class label", "output value"]),
      "targets": pairs(given, ["outputs", "values", "labels", "responses", "output vector", "label vector", "vector"]),
      "prediction": pairs(computed, ["output", "probability", "output value"]),
      "predictions": pairs(computed, ["outputs", "probabilities", "output vector", "output values"]),
    ]
  }()

  /// The same as one array: `the net input vector`, `the predicted probability matrix`.
  static let arrays: [NotationWording.Rule] = all.flatMap { noun in
    guard let plural = plurals[noun.name] else { return [] as [NotationWording.Rule] }
    return ([noun.name] + noun.others).flatMap { word in
      ["vector", "matrix", "vectors"].map { NotationWording.Rule("\(word) \($0)", plural) }
    }
  }

  /// What has many entries, by the word for one of them or for all.
  private static let plurals: [String: String] = {
    let nouns = [
      "weights", "biases", "weighted inputs", "activations", "inputs", "targets", "predictions", "errors",
      "weighted inputs of layer output",
    ]
    var plurals = Dictionary(uniqueKeysWithValues: nouns.map { ($0, $0) })
    for (one, all) in [
      ("weight", "weights"), ("bias", "biases"), ("weighted input", "weighted inputs"), ("activation", "activations"),
      ("input", "inputs"), ("target", "targets"), ("prediction", "predictions"), ("error", "errors"),
      ("weighted input of layer output", "weighted inputs of layer output"),
    ] { plurals[one] = all }
    return plurals
  }()

  private static let table: [(String, String)] = [
    ("weights", "weight matrix, weights matrix, weight vector, matrix of weights, vector of weights"),
    ("weight", "connection weight, synaptic weight, connection, connection strength, synaptic strength, synapse"),
    (
      "biases",
      """
      bias vector, bias terms, bias units, vector of biases, offset vector, offsets, intercepts, intercept terms
      """
    ),
    ("bias", "bias term, bias unit, intercept, intercept term, offset, bias parameter, bias value, bias weight"),
    (
      "weighted inputs",
      """
      net inputs, net activations, total inputs, weighted sums, preactivations, pre-activation vector, weighted
      input vector, linear outputs, linear combinations, vector of weighted inputs, vector of pre-activations,
      induced local fields, linear mappings, affine mappings, linear transformations, affine transformations,
      linear parts, linear responses, affine outputs, inputs to activation function
      """
    ),
    (
      "weighted input",
      """
      net input, net activation, total input, weighted sum, preactivation, linear output, linear combination,
      weighted sum of inputs, weighted sum of its inputs, weighted sum of all inputs, weighted sum of outputs,
      incoming signal, total signal, induced local field, activation
      potential, linear mapping, affine mapping, linear transformation, affine transformation, linear part, linear response,
      affine part, affine output, linear activation, output of linear layer, input to activation function, product sum,
      product sum plus bias, weighted sum plus bias, weighted sum plus its bias, weighted sum and bias, biased weighted sum
      """
    ),
    (
      "weighted inputs of layer output",
      "logits, scores, class scores, unnormalized scores, unnormalized log probabilities"
    ),
    ("weighted input of layer output", "logit, score, class score"),
    ("activations", "output signals, activation vector, vector of activations, activation values, activation matrix"),
    ("activation", "activation value, output signal"),
    (
      "inputs",
      """
      input vector, input matrix, data matrix, design matrix, feature matrix, feature vector, features, input
      features, input data, vector of inputs, matrix of inputs, input values, predictors, predictor variables,
      vector of predictors, input batch, batch of inputs, batch of input vectors
      """
    ),
    ("input", "feature, input feature, input value, predictor, predictor variable, training input, input example"),
    (
      "targets",
      """
      target vector, target matrix, target values, target outputs, labels, true labels, desired outputs, one-hot
      targets, one-hot labels, one-hot target vector, one-hot label vector, true outputs, expected outputs,
      correct outputs, vector of targets, label vector, ground truth, one-hot vector, ground-truth labels,
      one-hot encoded labels, one-hot encoded targets, one-hot encoded class labels, class labels, desired responses, desired response vector, observed outputs,
      observed output vector, observed values, observations, teaching inputs, teacher signals, output variables,
      vector of output variables, responses, response vector, response variables
      """
    ),
    (
      "target",
      """
      target value, target output, label, true label, desired output, true output, expected output, correct
      output, one-hot target, one-hot label, true value, desired value, ground-truth label, ground truth label,
      ground-truth value, one-hot encoded label, one-hot encoded target, one-hot encoding of target,
      one-hot encoding of label, one-hot encoding of class, one-hot vector of true class, one-hot vector of class,
      one-hot vector of label, one-hot encoding of true class, actual value, correct label,
      desired response, observed output, observed value, teaching input, teacher signal, output variable, response,
      response variable
      """
    ),
    (
      "predictions",
      """
      predicted outputs, predicted values, predicted probabilities, predicted vector, prediction vector, network
      outputs, outputs of network, outputs of model, output vector, output matrix, vector of predictions, class
      probabilities, output probabilities, softmax outputs, fitted values
      """
    ),
    (
      "prediction",
      """
      predicted output, predicted value, predicted probability, network output, output of network, output of
      model, output of neural network, model output, estimated output, softmax output, probability, fitted value
      """
    ),
    (
      "loss",
      """
      average of losses, mean of losses, error function, error measure, cost measure, error criterion, performance function, objective function, objective, loss value, average loss, mean loss, average error, mean error, total loss, total error, overall loss, overall
      error, training loss, training error, risk, empirical risk, mean squared error, squared error, mean squared
      error loss, squared error loss, squared loss, sum-squared error, sum squared error, summed squared error, sum of squared errors, sum of squares error, cross-entropy, cross-entropy
      loss, cross-entropy error, cross entropy, cross entropy loss, binary cross-entropy, binary cross-entropy
      loss, categorical cross-entropy, categorical cross-entropy loss, quadratic loss, error of network, negative
      log likelihood, negative log-likelihood, sum of squared residuals, sum of squares of residuals, residual sum of squares,
      sum of squared differences, mean of squared residuals, mean of squared differences
      """
    ),
    ("cost", "cost function, total cost, overall cost, quadratic cost, cross-entropy cost"),
    ("errors", "error signals, error terms, error vector, error signal vector, sensitivities"),
    ("error", "error signal, error term, sensitivity, local gradient, delta term"),
    (
      "learning rate",
      """
      lr, step size, learning-rate, learning-rate parameter, learning rate parameter, learning constant, learning factor,
      learning coefficient, training rate, step length
      """
    ),
    (
      "regularization",
      """
      regularization strength, regularization parameter, regularization coefficient, regularization constant,
      regularization factor, regularization weight, regularisation, regularisation strength, regularisation parameter,
      regularisation coefficient, weight decay, weight decay parameter, weight decay coefficient, weight decay factor,
      weight decay strength, strength of regularization, amount of regularization
      """
    ),
    (
      "number of examples",
      """
      number of training examples, number of samples, number of training samples, number of data points, number of
      observations, number of instances, number of
      patterns, number of training patterns, number of training pairs, batch size, mini-batch size, minibatch size, sample size, size of batch,
      size of training set, size of dataset, number of rows of data
      """
    ),
    (
      "velocity",
      "first moment estimate, first-moment estimate, first moment vector, velocity vector, momentum vector, momentum buffer"
    ),
    (
      "mean square",
      "second moment estimate, second-moment estimate, second moment vector, second raw moment, accumulated squared gradient"
    ),
    (
      "number of the step", "step number, time step, timestep, iteration number, number of iteration, current iteration"
    ),
    (
      "momentum",
      """
      momentum parameter, momentum coefficient, momentum constant, momentum factor, momentum rate, momentum term,
      momentum hyperparameter, momentum weight
      """
    ),
    ("decay", "decay rate, decay factor, decay parameter, decay constant, forgetting factor, smoothing factor"),
    (
      "beta1",
      """
      decay rate of first moment, exponential decay rate of first moment, decay rate for first moment, exponential decay
      rate for first moment, first decay rate
      """
    ),
    (
      "beta2",
      """
      decay rate of second moment, exponential decay rate of second moment, decay rate for second moment, exponential
      decay rate for second moment, second decay rate
      """
    ),
    ("epsilon", "small constant, small number, small positive constant, small positive number, smoothing term"),
    (
      "number of outputs",
      """
      number of classes, number of labels, number of categories, number of target classes, number of output units,
      number of output neurons
      """
    ),
    (
      "number of inputs",
      """
      number of features, number of input features, number of input units, number of input neurons, dimension of
      input, input dimension, number of attributes
      """
    ),
    (
      "number of units of layer hidden",
      """
      number of hidden units, number of hidden neurons, number of hidden nodes, hidden size
      """
    ),
    ("number of units", "number of neurons, number of nodes, width"),
    ("number of layers", "depth of network, depth, network depth"),
    (
      "elementwise product",
      """
      hadamard product, element-wise product, entrywise product, pointwise product, elementwise multiplication,
      element-wise multiplication, schur product
      """
    ),
  ]
}
