import Glibc
import Networks
import Tensors

// The check of every derivative of a 50-50-50-10 network on 8 examples: what `gradients.py` has PyTorch do, on the same
// numbers. Prints the seconds of processor time of each of five checks, how many parameters there are, and the largest
// relative error.

let network = Network(
  "checked", inputs: 50,
  layers: [
    Layer("first", units: 50, .tanh), Layer("second", units: 50, .tanh), Layer("output", units: 10, .linear),
  ])
let examples = 8

/// `sin k` for a running k, times a factor.
func drawn(_ shape: Shape, from start: Int, times factor: Double) -> Tensor {
  Tensor(shape, (0..<shape.count).map { factor * Elementary.sin(Double(start + $0)) })
}

var parameters = Parameters(zerosFor: network)
for number in 1...network.layers.count {
  let shape = parameters.weights[number - 1].shape
  try parameters.setWeights(drawn(shape, from: 1000 * number, times: 0.2), ofLayer: number, in: network)
  try parameters.setBiases(drawn([shape[0]], from: 100 * number, times: 0.1), ofLayer: number, in: network)
}
let data = try DataSet(
  inputNames: (0..<50).map { "x\($0)" }, targetNames: (0..<10).map { "y\($0)" },
  inputs: drawn([examples, 50], from: 7, times: 1), targets: drawn([examples, 10], from: 3, times: 1))
guard let halfSum = Loss.squaredError.over(.halfSum) else { preconditionFailure("squared error has a half sum") }
let model = try Model(network, Objective(halfSum, reduction: .sum), examples: examples)

func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
}

for _ in 0..<5 {
  let began = processorTime()
  let check = try GradientCheck(of: model, at: parameters, on: data)
  let seconds = processorTime() - began
  print(seconds, network.parameterCount, check.findings.map(\.relativeError).max() ?? .nan)
}
