"""A net of nets.py in PyTorch as its tutorials write it: prints steps per second and the loss after them."""

import sys
import time

import torch
from nets import NETS, RATE

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
net = next(net for net in NETS if net.name == sys.argv[1])
steps = int(sys.argv[2])
inputs, targets = torch.tensor(net.inputs), torch.tensor(net.targets)
linear = [torch.nn.Linear(before, units) for before, units in zip(net.sizes, net.sizes[1:])]
with torch.no_grad():
    for layer, (weights, biases) in zip(linear, net.parameters):
        layer.weight.copy_(torch.tensor(weights))
        layer.bias.copy_(torch.tensor(biases))
        layer.bias.requires_grad_(not net.frozen_biases)
model = torch.nn.Sequential(linear[0], torch.nn.Sigmoid(), linear[1], torch.nn.Sigmoid())
optimizer = torch.optim.SGD([p for p in model.parameters() if p.requires_grad], lr=RATE)


def loss():
    return 0.5 * ((model(inputs) - targets) ** 2).sum()


def train(count):
    for _ in range(count):
        optimizer.zero_grad()
        loss().backward()
        optimizer.step()


began = time.perf_counter()
train(steps)
print(steps / (time.perf_counter() - began), loss().item())
