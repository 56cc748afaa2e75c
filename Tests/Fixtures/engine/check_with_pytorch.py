"""Compares networks.txt with PyTorch in Float64: every value, gradient and trained parameter to 1e-12 relative.

    python check_with_pytorch.py

Says how many numbers agreed; exits 1 with the first that does not. Hinge is written out, for PyTorch has another one.
"""

import sys
from pathlib import Path

import torch
from torch.nn import functional as F

torch.set_default_dtype(torch.float64)

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


def cases(text):
    case = None
    for kind, *fields in (line.split("\t") for line in text.splitlines()):
        if kind == "case":
            if case:
                yield case
            case = {"fields": fields, "layers": [], "regularization": None, "values": {}}
        elif kind == "layer":
            case["layers"].append(fields)
        elif kind == "regularization":
            case["regularization"] = (float(fields[0]), fields[1] == "true")
        else:
            name, shape, numbers = fields
            case["values"][name] = torch.tensor(list(map(float, numbers.split()))).reshape(*map(int, shape.split()))
    yield case


def run(case, parameters):
    loss, over_outputs, over_examples, *_ = case["fields"]
    found = {"inputs": case["values"]["inputs"].clone().requires_grad_()}
    a = found["inputs"]
    for l, (_, activation, _) in enumerate(case["layers"], 1):
        z = a @ parameters[f"W{l}"].T + parameters.get(f"b{l}", torch.zeros(1))
        a = ACTIVATIONS[activation](z)
        if activation == "linear":
            a = a + 0
        z.retain_grad()
        a.retain_grad()
        found |= {f"z{l}": z, f"a{l}": a}
    units = LOSSES[loss](a, case["values"]["targets"])
    examples = units.mean(1) if over_outputs == "mean" else units.sum(1) * (0.5 if over_outputs == "half sum" else 1)
    found["lossOfExamples"], found["summedLoss"] = examples.reshape(-1, 1), examples.sum()
    found["cost"] = examples.mean() if over_examples == "mean" else examples.sum()
    if case["regularization"]:
        factor, with_biases = case["regularization"]
        kinds = "Wb" if with_biases else "W"
        found["cost"] = found["cost"] + factor * sum((p**2).sum() for n, p in parameters.items() if n[0] in kinds)
    return found


def results(case):
    initial = {n: v for n, v in case["values"].items() if n[0] in "Wb" and n[1:].isdigit()}
    parameters = {n: v.clone().requires_grad_() for n, v in initial.items()}
    found = run(case, parameters)
    found["cost"].backward(retain_graph=True)
    yield from ((n, v.detach()) for n, v in found.items())
    yield from ((f"cost by {n}", v.grad.clone()) for n, v in (parameters | found).items() if v.grad is not None)
    for l in range(1, len(case["layers"]) + 1):
        yield f"error{l}", torch.autograd.grad(found["summedLoss"], found[f"z{l}"], retain_graph=True)[0]
    optimizer = torch.optim.SGD(parameters.values(), lr=float(case["fields"][4]))
    for _ in range(int(case["fields"][5])):
        optimizer.zero_grad()
        run(case, parameters)["cost"].backward()
        optimizer.step()
    yield from ((f"{n} after", v.detach()) for n, v in parameters.items())


compared = 0
for number, case in enumerate(cases((Path(__file__).parent / "networks.txt").read_text())):
    for name, value in results(case):
        if name not in case["values"]:
            continue
        expected = case["values"][name]
        error = (value.reshape(expected.shape) - expected).abs().max() / max(expected.abs().max(), 1e-300)
        if error > 1e-12 and (value.abs().max() > 1e-15 or expected.abs().max() > 1e-15):
            sys.exit(f"case {number}, {name}: off by {error:.2e}")
        compared += expected.numel()
print(f"{compared} numbers agree with PyTorch {torch.__version__}")
