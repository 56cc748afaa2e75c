"""The networks that every program here trains, from the same weights on the same data: two layers of logistic units, the
loss ½ΣΣ(y - t)², gradient descent on all examples with learning rate 0.5."""

from math import sin

RATE = 0.5


class Net:
    def __init__(self, name, title, sizes, inputs, targets, parameters=None, frozen_biases=False):
        self.name, self.title, self.sizes, self.frozen_biases = name, title, sizes, frozen_biases
        self.inputs, self.targets = inputs, targets
        self.parameters = parameters or drawn(sizes)

    def notebook(self, epochs):
        """The training as a notebook. Every number is written so that it reads back as itself."""
        (w1, b1), (w2, b2) = self.parameters
        inputs, hidden, outputs = self.sizes
        names = lambda letter, count: " ".join(f"{letter}{i + 1}" for i in range(count))
        rows = "\n".join(
            f"  {' '.join(map(repr, x))} | {' '.join(map(repr, t))}" for x, t in zip(self.inputs, self.targets))
        frozen = "freeze biases\n" if self.frozen_biases else ""
        return f"""```{{nabla}}
define network {self.name}: {inputs} -> hidden {hidden} sigmoid -> output {outputs} sigmoid
define data
  {names("x", inputs)} | {names("y", outputs)}
{rows}
define loss squared error, half sum, sum over the examples
set weights of hidden to {w1}
set biases of hidden to {b1}
set weights of output to {w2}
set biases of output to {b2}
{frozen}train {epochs} epochs with gradient descent, learning rate {RATE}
print loss
```
"""

    def numbers(self):
        """What limit.c reads: inputs and targets with a row per unit, then each layer's weights and biases."""
        (w1, b1), (w2, b2) = self.parameters
        blocks = [*zip(*self.inputs), *zip(*self.targets), *w1, b1, *w2, b2]
        return "\n".join(" ".join(map(repr, block)) for block in blocks)


def drawn(sizes):
    """½ sin k for k = 1, 2, …: first the weights of a layer, from unit by from unit, then its biases."""
    k, layers = 0, []
    for before, units in zip(sizes, sizes[1:]):
        weights = [[0.5 * sin(k + 1 + i * units + j) for i in range(before)] for j in range(units)]
        k += before * units
        biases = [0.5 * sin(k + 1 + j) for j in range(units)]
        k += units
        layers.append((weights, biases))
    return layers


IDENTITY = [[float(i == j) for j in range(8)] for i in range(8)]

NETS = [
    Net("autoencoder", "8-3-8, 8 examples", [8, 3, 8], IDENTITY, IDENTITY),
    Net(
        "xor", "2-3-1 on XOR", [2, 3, 1], [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]],
        [[0.0], [1.0], [1.0], [0.0]]),
    Net(
        "mazur", "2-2-2, one example", [2, 2, 2], [[0.05, 0.10]], [[0.01, 0.99]],
        [([[0.15, 0.20], [0.25, 0.30]], [0.35, 0.35]), ([[0.40, 0.45], [0.50, 0.55]], [0.60, 0.60])],
        frozen_biases=True),
]
