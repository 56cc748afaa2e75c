"""The networks of these fixtures in PyTorch, in Float64 and one thread, for the scripts beside this file.

PyTorch is asked for its plainest code, so that the last digits depend as little as they can on the processor. Hinge is
written out, for PyTorch has another one; softplus and the logarithms are PyTorch's without thresholds and clipping.
"""

import os

os.environ.setdefault("ATEN_CPU_CAPABILITY", "default")
os.environ.setdefault("MKL_CBWR", "COMPATIBLE")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import torch
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)
torch.use_deterministic_algorithms(True)

ACTIVATIONS = {
    "sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": F.relu, "leaky relu": F.leaky_relu, "elu": F.elu,
    "gelu": F.gelu, "softplus": lambda z: F.softplus(z, threshold=1e9), "swish": F.silu, "linear": lambda z: z,
    "softmax": lambda z: F.softmax(z, dim=1),
}

LOSSES = {
    "squared error": lambda a, t: F.mse_loss(a, t, reduction="none"),
    "binary cross-entropy": lambda a, t: F.binary_cross_entropy(a, t, reduction="none"),
    "categorical cross-entropy": lambda a, t: -t * torch.log(a),
    "hinge": lambda a, t: F.relu(1 - t * a),
}


def run(layers, objective, parameters, inputs, targets):
    """Every quantity of a network for some examples.

    `layers` are triples of units, activation and kind of bias; `objective` is the loss, its conventions over outputs and
    examples, and None or the pair of a factor of the squares and whether biases are among them.
    """
    loss, over_outputs, over_examples, regularization = objective
    found = {}
    a = inputs
    for l, (_, activation, _) in enumerate(layers, 1):
        z = a @ parameters[f"W{l}"].T + parameters.get(f"b{l}", torch.zeros(1))
        a = ACTIVATIONS[activation](z)
        if activation == "linear":
            a = a + 0
        found |= {f"z{l}": z, f"a{l}": a}
    units = LOSSES[loss](a, targets)
    examples = units.mean(1) if over_outputs == "mean" else units.sum(1) * (0.5 if over_outputs == "half sum" else 1)
    found["lossOfExamples"], found["summedLoss"] = examples.reshape(-1, 1), examples.sum()
    found["cost"] = examples.mean() if over_examples == "mean" else examples.sum()
    if regularization:
        factor, with_biases = regularization
        kinds = "Wb" if with_biases else "W"
        found["cost"] = found["cost"] + factor * sum((p**2).sum() for n, p in parameters.items() if n[0] in kinds)
    return found
