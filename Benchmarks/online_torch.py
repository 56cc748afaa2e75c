"""PyTorch, as its tutorials have it, with a step for each example: online_torch.py STEPS UNITS UNITS …

Layers of relu units and the cross-entropy of a softmax, in Float64. Prints the seconds of a step.
"""

import sys
import time

import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)
torch.manual_seed(1)
steps, *sizes = map(int, sys.argv[1:])
layers = []
for before, units in zip(sizes, sizes[1:]):
    layers += [torch.nn.Linear(before, units), torch.nn.ReLU()]
model = torch.nn.Sequential(*layers[:-1])
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
loss_function = torch.nn.CrossEntropyLoss()
inputs = torch.rand(64, 1, sizes[0])
targets = (torch.arange(64) % sizes[-1]).reshape(64, 1)


def step(number):
    optimizer.zero_grad()
    loss = loss_function(model(inputs[number % 64]), targets[number % 64])
    loss.backward()
    optimizer.step()


for number in range(50):
    step(number)
start = time.process_time()
for number in range(steps):
    step(number)
print((time.process_time() - start) / steps)
