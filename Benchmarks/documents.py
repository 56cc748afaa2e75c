"""Documents that are timed: many equations on a wide network, and the same report as a notebook of nabla and of Jupyter."""

import json
from math import sin

CLAIMS = [
    r"z^l_j = \sum_k w^l_{jk} a^{l-1}_k + b^l_j",
    r"a^l_j = \sigma(z^l_j)",
    r"\delta^L_j = \frac{\partial C_x}{\partial a^L_j} \sigma'(z^L_j)",
    r"\delta^l_j = \sum_k w^{l+1}_{kj} \delta^{l+1}_k \sigma'(z^l_j)",
    r"\frac{\partial C_x}{\partial b^l_j} = \delta^l_j",
    r"\frac{\partial C_x}{\partial w^l_{jk}} = a^{l-1}_k \delta^l_j",
    r"\frac{\partial C_x}{\partial z^l_j} = \delta^l_j",
    r"\frac{\partial z^{l+1}_k}{\partial z^l_j} = w^{l+1}_{kj} \sigma'(z^l_j)",
    r"\frac{\partial a^l_j}{\partial z^l_j} = \sigma'(z^l_j)",
    r"a^{l+1}_j = \sigma\left(\sum_k w^{l+1}_{jk} a^l_k + b^{l+1}_j\right)",
]


def data(inputs, outputs, examples):
    rows = "\n".join(
        "  " + " ".join(f"{sin(e * 31 + i):.3f}" for i in range(inputs)) + " | "
        + " ".join("1" if e % outputs == o else "0" for o in range(outputs)) for e in range(examples))
    return f"""define data
  {" ".join(f"x{i}" for i in range(inputs))} | {" ".join(f"y{i}" for i in range(outputs))}
{rows}"""


def many_equations(sizes, examples, count):
    """So many display equations about a network of this size, no two alike: each has a factor of its own."""
    layers = " -> ".join([str(sizes[0])] + [f"layer{i} {units} sigmoid" for i, units in enumerate(sizes[1:-1], 1)])
    equations = []
    for number in range(count):
        left, right = CLAIMS[number % len(CLAIMS)].split(" = ", 1)
        factor = number // len(CLAIMS) + 2
        equations.append(f"$$ {factor} {left} = {factor} \\left({right}\\right) $$")
    return f"""```{{nabla}}
define network wide: {layers} -> output {sizes[-1]} sigmoid
{data(sizes[0], sizes[-1], examples)}
define loss squared error, half sum
initialize xavier, seed 1
define notation nielsen
define notation
  $C_x$ is the loss of one example
```

""" + "\n\n".join(equations) + "\n"


TRAINING = """```{nabla}
define network autoencoder: 8 -> hidden 3 sigmoid -> output 8 sigmoid
define data identity 8
define loss squared error, half sum, sum over the examples
initialize xavier, seed 7
define notation nielsen
define notation
  $C_x$ is the loss of one example
train 5000 epochs with gradient descent, learning rate 0.5
print gradients
plot loss on a log scale
```
"""


def report(formulas):
    """The training of an 8-3-8 autoencoder with its gradients, its plot, and so many formulas, every tenth a display."""
    parts = ["# An autoencoder\n", TRAINING]
    for number in range(formulas):
        factor = number // len(CLAIMS) + 1
        left, right = CLAIMS[number % len(CLAIMS)].split(" = ", 1)
        parts.append(f"Step {number + 1}:\n\n$$ {factor} {left} = {factor} \\left({right}\\right) $$\n")
    return "\n".join(parts)


PEER = [
    ("markdown", "# An autoencoder\n\n$h=\\sigma(XW_1+b_1)$, $y=\\sigma(hW_2+b_2)$"),
    ("code", """import numpy as np
X = np.eye(8)
k = 0.5 * np.sin(np.arange(1, 60.0))
W1, b1, W2, b2 = k[:24].reshape(8, 3).copy(), k[24:27].copy(), k[27:51].reshape(3, 8).copy(), k[51:].copy()
sigmoid = lambda z: 1 / (1 + np.exp(-z))
losses = []
for _ in range(5000):
    h = sigmoid(X @ W1 + b1)
    y = sigmoid(h @ W2 + b2)
    losses.append(0.5 * ((y - X) ** 2).sum())
    d2 = (y - X) * y * (1 - y)
    d1 = d2 @ W2.T * h * (1 - h)
    gradients = [X.T @ d1, d1.sum(0), h.T @ d2, d2.sum(0)]
    for parameter, gradient in zip((W1, b1, W2, b2), gradients):
        parameter -= 0.5 * gradient"""),
    ("markdown", "## Gradients"),
    ("code", "for gradient in gradients: print(gradient)"),
    ("markdown", "## Loss"),
    ("code", """import matplotlib.pyplot as plt
figure, axes = plt.subplots()
axes.plot(losses)
axes.set_yscale('log')
figure"""),
]


def peer():
    """The same work as a Jupyter notebook, without the formulas' verdicts."""
    cells = []
    for kind, source in PEER:
        cell = {"cell_type": kind, "metadata": {}, "source": source, "id": f"cell{len(cells)}"}
        if kind == "code":
            cell |= {"outputs": [], "execution_count": None}
        cells.append(cell)
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return json.dumps({"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5})
