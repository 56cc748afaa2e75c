"""Compares networks.txt with PyTorch in Float64: every value, gradient and trained parameter to 1e-12 relative.

    python check_with_pytorch.py

Says how many numbers agreed; exits 1 with the first that does not.
"""

import sys
from pathlib import Path

from torch_networks import run, torch


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


def results(case):
    initial = {n: v for n, v in case["values"].items() if n[0] in "Wb" and n[1:].isdigit()}
    parameters = {n: v.clone().requires_grad_() for n, v in initial.items()}
    inputs = case["values"]["inputs"].clone().requires_grad_()
    objective = (*case["fields"][:3], case["regularization"])

    def forward():
        return run(case["layers"], objective, parameters, inputs, case["values"]["targets"])

    found = {"inputs": inputs, **forward()}
    for name, value in found.items():
        if name[0] in "za":
            value.retain_grad()
    found["cost"].backward(retain_graph=True)
    yield from ((n, v.detach()) for n, v in found.items())
    yield from ((f"cost by {n}", v.grad.clone()) for n, v in (parameters | found).items() if v.grad is not None)
    for l in range(1, len(case["layers"]) + 1):
        yield f"error{l}", torch.autograd.grad(found["summedLoss"], found[f"z{l}"], retain_graph=True)[0]
    optimizer = torch.optim.SGD(parameters.values(), lr=float(case["fields"][4]))
    for _ in range(int(case["fields"][5])):
        optimizer.zero_grad()
        forward()["cost"].backward()
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
