"""PyTorch's gradcheck on the network of GradientCheck/main.swift: prints the seconds of each check."""

import sys
import time

import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
drawn = lambda start, factor, *shape: factor * torch.sin(
    torch.arange(torch.tensor(shape).prod().item(), dtype=torch.float64) + start).reshape(shape)
sizes = [50, 50, 50, 10]
parameters = []
for number, (before, units) in enumerate(zip(sizes, sizes[1:]), 1):
    parameters += [drawn(1000 * number, 0.2, units, before), drawn(100 * number, 0.1, units)]
inputs, targets = drawn(7, 1.0, 8, 50), drawn(3, 1.0, 8, 10)


def cost(w1, b1, w2, b2, w3, b3):
    first = torch.tanh(inputs @ w1.T + b1)
    second = torch.tanh(first @ w2.T + b2)
    return 0.5 * ((second @ w3.T + b3 - targets) ** 2).sum()


parameters = [p.requires_grad_() for p in parameters]
for _ in range(int(sys.argv[1])):
    start = time.perf_counter()
    assert torch.autograd.gradcheck(cost, parameters)
    print(time.perf_counter() - start)
