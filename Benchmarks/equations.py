"""PyTorch on the ten claims of documents.py: both sides of each, on one network of the size given and three examples, as
somebody would write them by hand. Prints the seconds of processor time for so many equations.

    equations.py COUNT INPUTS HIDDEN… OUTPUTS
"""

import sys
import time
from math import sin

import torch
from torch.autograd import grad

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
count, sizes = int(sys.argv[1]), list(map(int, sys.argv[2:]))
x = torch.tensor([[round(sin(e * 31 + i), 3) for i in range(sizes[0])] for e in range(3)])
t = torch.tensor([[float(e % sizes[-1] == o) for o in range(sizes[-1])] for e in range(3)])
W = [torch.randn(b, a).div(a**0.5).requires_grad_() for a, b in zip(sizes, sizes[1:])]
B = [torch.randn(b).requires_grad_() for b in sizes[1:]]
slope = lambda z: torch.sigmoid(z) * (1 - torch.sigmoid(z))


def forward():
    zs, activations = [], [x]
    for w, b in zip(W, B):
        z = activations[-1] @ w.T + b
        zs.append(z)
        activations.append(torch.sigmoid(z))
    return zs, activations, 0.5 * (activations[-1] - t).square().sum()


def sides(claim, l):
    """Both sides of a claim for one layer, from 0."""
    zs, a, cost = forward()
    last = l == len(W) - 1
    error = lambda k: grad(cost, zs[k], retain_graph=True)[0]
    if claim == 0:
        return zs[l], torch.einsum("jk,ek->ej", W[l], a[l]) + B[l]
    if claim == 1:
        return a[l + 1], torch.sigmoid(zs[l])
    if claim == 2:
        return error(len(W) - 1), grad(cost, a[-1], retain_graph=True)[0] * slope(zs[-1])
    if claim == 3:
        return error(l), (error(l) if last else error(l + 1) @ W[l + 1] * slope(zs[l]))
    if claim == 4:
        return grad(cost, B[l], retain_graph=True)[0], error(l).sum(0)
    if claim == 5:
        return grad(cost, W[l], retain_graph=True)[0], error(l).T @ a[l]
    if claim == 6:
        return grad(cost, zs[l], retain_graph=True)[0], error(l)
    if claim == 7:
        if last:
            return x, x
        rows = [grad(zs[l + 1][0, k], zs[l], retain_graph=True)[0][0] for k in range(sizes[l + 2])]
        return torch.stack(rows), W[l + 1] * slope(zs[l])[0]
    if claim == 8:
        return grad(a[l + 1].sum(), zs[l], retain_graph=True)[0], slope(zs[l])
    return a[l + 1], torch.sigmoid(a[l] @ W[l].T + B[l])


start = time.process_time()
for number in range(count):
    for l in [len(W) - 1] if number % 10 == 2 else range(len(W)):
        left, right = sides(number % 10, l)
        assert torch.allclose(left, right, rtol=1e-9, atol=1e-12), (number, l)
print(time.process_time() - start)
