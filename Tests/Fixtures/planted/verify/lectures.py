"""Confirms the verdicts about the planted equations of the lot of lecture notes and blog posts.

    python3 lectures.py

The method is that of `notes.py`: both sides of an equation as it is printed, on random networks of distinct widths, with
derivatives by complex steps of a forward pass that knows nothing of backpropagation.
"""
import numpy as np

import planted
from planted import STEP, every, first, nets, slope, tried

CHECKS = planted.CHECKS
CHECKS.clear()
check = planted.check

x = lambda n: n.X[:, :1]
t = lambda n: n.T[:, :1]
z = lambda n, l: n.run()[0][l][:, :1]
a = lambda n, l: n.run()[1][l][:, :1]
by_z = lambda n, l: n.by_node("z", l, first(n))[:, :1]
by_a = lambda n, l: n.by_node("a", l, first(n))[:, :1]
by_W = lambda n, l: n.by_weight(l, first(n))
by_b = lambda n, l: n.by_bias(l, first(n))
act = lambda n, l: slope(n.acts[l], z(n, l))


def jacobian(n, of, kind, l):
    """The derivatives of the entries of a column, by all entries of a node; `of` takes all z and a."""
    size = of(n.run()).shape[0]
    node = (n.run()[0] if kind == "z" else n.run()[1])[l]
    rows = np.zeros((size, node.shape[0]))
    for j in range(node.shape[0]):
        d = np.zeros(node.shape, complex)
        d[j, 0] = 1j * STEP
        rows[:, j] = of(n.run(bump={(kind, l): d}))[:, 0].imag / STEP
    return rows


# Jacobians and shapes: a layer, then a network.
N = nets((4, 3), ["tanh"], "half", biases=False)
D = "jacobians-and-shapes"
check(D, "eq-p1", N, lambda n: (z(n, 1), n.W[1].T @ x(n)))
check(D, "eq-6", N, lambda n: (jacobian(n, lambda r: r[0][1][:, :1], "a", 0), n.W[1]))
check(D, "eq-p2", N, lambda n: (jacobian(n, lambda r: r[0][1][:, :1], "a", 0), n.W[1].T))
check(D, "eq-p3", N, lambda n: (by_W(n, 1), by_z(n, 1) @ x(n).T))
check(D, "eq-p4", N, lambda n: (by_W(n, 1), x(n) @ by_z(n, 1).T))
check(D, "eq-p5", N, lambda n: (by_W(n, 1), (by_z(n, 1)[:3] * x(n)[:3].T).T))
N = nets((5, 4, 3), ["relu", "softmax"], "categorical")
others = lambda n: 1 - np.eye(3)
check(D, "eq-p6", N, lambda n: (by_z(n, 2), -t(n) * (1 - a(n, 2)) + (others(n) @ t(n)) * a(n, 2)))
check(D, "eq-p7", N, lambda n: (by_W(n, 2), by_z(n, 2) @ a(n, 1).T))
check(D, "eq-p8", N, lambda n: (by_a(n, 0), (by_z(n, 1).T @ n.W[2]).T))
check(D, "eq-p9", N, lambda n: (by_W(n, 1), by_z(n, 1) @ a(n, 1).T))

# Several classes, three layers, in rows: here the network's columns are transposed.
N = nets((4, 5, 2, 3), ["sigmoid", "sigmoid", "softmax"], "categorical")
D = "classes-in-three-layers"
row = lambda v: v.T
V = lambda n, l: n.W[l].T
check(D, "eq-p1", N, lambda n: (row(z(n, 1)), V(n, 1) @ row(x(n)) + row(n.b[1])))
check(D, "eq-p2", N, lambda n: (n.losses(n.run()[1])[0], (t(n) * np.log(a(n, 3))).sum()))
check(D, "eq-8", N, lambda n: (by_W(n, 3).T, row(a(n, 2)).T @ row(by_z(n, 3))))
check(D, "eq-p3", N, lambda n: (by_W(n, 3).T, row(by_z(n, 3)).T @ row(a(n, 2))))
check(D, "eq-p4", N, lambda n: (by_W(n, 3).T, (row(by_z(n, 3)).T @ row(a(n, 2))).T))
check(D, "eq-p5", N, lambda n: (row(by_a(n, 2)), row(by_z(n, 3)) @ V(n, 3)))
check(D, "eq-p6", N, lambda n: (row(by_z(n, 2)), row(by_a(n, 2)) * row(a(n, 2))))
every_z = lambda n, l: n.by_node("z", l, n.cost).T
check(D, "eq-18", N, lambda n: (n.by_weight(2, n.cost).T, n.run()[1][1] @ every_z(n, 2)))
check(D, "eq-p7", N, lambda n: (n.by_weight(2, n.cost).T, n.run()[1][1] @ every_z(n, 2) / n.m))
check(D, "eq-19", N, lambda n: (n.by_bias(2, n.cost).T, every_z(n, 2).sum(axis=0, keepdims=True)))
check(D, "eq-p8", N, lambda n: (n.by_bias(2, n.cost).T, every_z(n, 2).sum(axis=1, keepdims=True).T))

# Backpropagation in a few steps.
N = nets((3, 5, 4, 2), ["tanh"] * 3, "half", biases=False)
D = "outputs-and-starred-targets"
check(D, "eq-p1", N, lambda n: (n.losses(n.run()[1])[0], ((t(n) - a(n, 3)) ** 2).sum() / 2))
check(D, "eq-6", N, lambda n: (by_z(n, 3), (t(n) - a(n, 3)) * act(n, 3)))
check(D, "eq-p2", N, lambda n: (by_z(n, 3), (a(n, 3) - t(n)) * act(n, 3)))
check(D, "eq-p3", N, lambda n: (by_z(n, 2), (n.W[3] @ by_z(n, 3)) * act(n, 2)))
check(D, "eq-p4", N, lambda n: (by_z(n, 2), act(n, 2) * (n.W[3].T @ by_z(n, 3))))
check(D, "eq-p5", N, lambda n: (by_W(n, 2), (a(n, 1) @ by_z(n, 2).T)))
check(D, "eq-15", N, lambda n: (by_a(n, 2).T, by_z(n, 3).T @ n.W[3]))
check(D, "eq-p6", N, lambda n: (by_a(n, 2).T, by_z(n, 3).T @ n.W[3].T))
check(D, "eq-16", N, lambda n: (by_z(n, 2), by_a(n, 2) * act(n, 2)))
check(D, "eq-p7", N, lambda n: (by_z(n, 2), by_a(n, 2) * a(n, 2)))

# Adjoints, with bars: a layer whose examples are rows, softmax, one number after the other.
N = nets((3, 4), ["linear"], "half")
D = "adjoints-with-bars"
G = lambda n: n.by_node("a", 1, n.cost).T
X = lambda n: n.X.T
check(D, "eq-2", N, lambda n: (n.by_weight(1, n.cost).T, X(n).T @ G(n)))
check(D, "eq-p1", N, lambda n: (n.by_weight(1, n.cost).T, G(n).T @ X(n)))
check(D, "eq-p2", N, lambda n: (n.by_weight(1, n.cost).T, G(n).T @ X(n)))
check(D, "eq-3", N, lambda n: (n.by_node("a", 0, n.cost).T, G(n) @ V(n, 1).T))
check(D, "eq-p3", N, lambda n: (n.by_node("a", 0, n.cost).T, G(n) @ V(n, 1)))
check(D, "eq-p4", N, lambda n: (n.by_bias(1, n.cost).T, np.ones((1, n.m)) @ G(n)))
N = nets((4, 3), ["softmax"], "categorical")
soft = lambda n: jacobian(n, lambda r: r[1][1][:, :1], "z", 1)
check(D, "eq-6", N, lambda n: (soft(n), a(n, 1) * (np.eye(3) - a(n, 1).T)))
check(D, "eq-p5", N, lambda n: (soft(n), a(n, 1) * (np.eye(3) - a(n, 1))))
check(D, "eq-p6", N, lambda n: (by_z(n, 1), t(n) - a(n, 1)))
check(D, "eq-10", N, lambda n: (by_z(n, 1), a(n, 1) - t(n)))
N = nets((1, 1, 1), ["sigmoid", "sigmoid"], "half")
check(D, "eq-p7", N, lambda n: (by_z(n, 2), by_a(n, 2) * a(n, 2) * (1 + a(n, 2))))
check(D, "eq-p8", N, lambda n: (by_a(n, 1), by_z(n, 2) * n.W[1]))
check(D, "eq-p9", N, lambda n: (by_W(n, 1), by_z(n, 1) * a(n, 1)))

# Forward and back, with a penalty.
N = nets((4, 5, 3), ["tanh", "linear"], "half", biases=False)
D = "prod-and-penalty"
LAMBDA = 0.3
penalized = lambda n, l: by_W(n, l) + LAMBDA * n.W[l]
check(D, "eq-p3", N, lambda n: (LAMBDA * n.W[1], LAMBDA / 2 * n.W[1]))
check(D, "eq-p4", N, lambda n: (penalized(n, 2), by_z(n, 2) @ a(n, 1).T + LAMBDA * n.W[2]))
check(D, "eq-p5", N, lambda n: (penalized(n, 2), by_z(n, 2) @ a(n, 1).T))
check(D, "eq-p6", N, lambda n: (by_a(n, 1), n.W[2].T @ by_z(n, 2)))
check(D, "eq-p7", N, lambda n: (by_a(n, 1), n.W[2] @ by_z(n, 2)))
check(D, "eq-p8", N, lambda n: (by_z(n, 1), by_a(n, 1) * act(n, 1)))
check(D, "eq-p9", N, lambda n: (by_z(n, 1), by_a(n, 1) * a(n, 1)))
check(D, "eq-p10", N, lambda n: (penalized(n, 1), by_z(n, 1) @ x(n).T + LAMBDA * n.W[1]))
check(D, "eq-p11", N, lambda n: (penalized(n, 1), by_z(n, 1) @ x(n).T + 2 * LAMBDA * n.W[1]))

# Deriving the formula, with hats.
N = nets((3, 4, 1), ["sigmoid", "sigmoid"], "half", mean=False)
D = "hats-for-the-output"
off = lambda n: (n.run()[1][2] - n.T) * slope("sigmoid", n.run()[0][2])
step = lambda v: -0.5 * v
check(D, "eq-p1", N, lambda n: (n.cost(n.run()[1]), ((n.T - n.run()[1][2]) ** 2).sum() / 2))
check(D, "eq-p2", N, lambda n: (n.by_weight(2, n.cost)[0, 0], (off(n) * n.run()[1][1][:1]).sum()))
check(D, "eq-p3", N, lambda n: (step(n.by_weight(2, n.cost)[0, 0]), -0.5 * (off(n) * n.run()[1][1][:1]).sum()))
check(D, "eq-p4", N, lambda n: (step(n.by_weight(2, n.cost)[0, 0]), 0.5 * (off(n) * n.run()[1][1][:1]).sum()))
hidden = lambda n, of: (off(n) * n.W[2][0, 0] * of(n)[:1] * n.X[:1]).sum()
check(D, "eq-18", N, lambda n: (n.by_weight(1, n.cost)[0, 0], hidden(n, lambda n: slope("sigmoid", n.run()[0][1]))))
check(D, "eq-p5", N, lambda n: (n.by_weight(1, n.cost)[0, 0], hidden(n, lambda n: n.run()[1][1])))
check(D, "eq-20", N, lambda n: (n.by_bias(2, n.cost)[0, 0], off(n).sum()))
check(D, "eq-p6", N, lambda n: (n.by_bias(2, n.cost)[0, 0], (off(n) * n.run()[1][1][:1]).sum()))

# Planar data, in columns; the notation's dZ is that of each example's loss.
N = nets((2, 4, 1), ["tanh", "sigmoid"], "binary")
D = "planar-data"
A = lambda n, l: n.run()[1][l]
dZ = lambda n, l: n.m * n.by_node("z", l, n.cost)
dA = lambda n: n.m * n.by_node("a", 1, n.cost)
quotient = lambda n: -n.T / A(n, 2) + (1 - n.T) / (1 - A(n, 2))
check(D, "eq-9", N, lambda n: (n.by_node("a", 2, n.cost), quotient(n)))
check(D, "eq-p1", N, lambda n: (n.by_node("a", 2, n.cost), quotient(n) / n.m))
check(D, "eq-12", N, lambda n: (dZ(n, 2), A(n, 2) - n.T))
check(D, "eq-p2", N, lambda n: (dZ(n, 2), n.T - A(n, 2)))
check(D, "eq-14", N, lambda n: (n.by_weight(2, n.cost), dZ(n, 2) @ A(n, 1).T / n.m))
check(D, "eq-p3", N, lambda n: (n.by_weight(2, n.cost), A(n, 1) @ dZ(n, 2).T / n.m))
check(D, "eq-p4", N, lambda n: (dA(n), n.W[2] @ dZ(n, 2)))
check(D, "eq-p5", N, lambda n: (dZ(n, 1), dA(n) * (1 - A(n, 1))))
check(D, "eq-p6", N, lambda n: (n.by_weight(1, n.cost), dZ(n, 1) @ n.X.T))

# Transposed where needed: the weights' rows are those of the layer before.
N = nets((5, 4, 3), ["sigmoid", "softmax"], "categorical")
D = "transposed-where-needed"
back = lambda n: (V(n, 2) @ (a(n, 2) - t(n))) * a(n, 1) * (1 - a(n, 1))
check(D, "eq-p2", N, lambda n: (by_z(n, 2), a(n, 2) - t(n)))
check(D, "eq-p3", N, lambda n: (by_W(n, 2).T, a(n, 1) @ (a(n, 2) - t(n)).T))
check(D, "eq-p4", N, lambda n: (by_W(n, 2).T, (a(n, 2) - t(n)) @ a(n, 1).T))
check(D, "eq-p5", N, lambda n: (jacobian(n, lambda r: r[0][2][:, :1], "a", 1), V(n, 2).T))
check(D, "eq-8", N, lambda n: (by_z(n, 1), back(n)))
check(D, "eq-p7", N, lambda n: (by_z(n, 1), (V(n, 2) @ (a(n, 2) - t(n))) * a(n, 1) * (1 + a(n, 1))))
check(D, "eq-9", N, lambda n: (by_W(n, 1).T, x(n) @ back(n).T))
check(D, "eq-p8", N, lambda n: (by_b(n, 1), (V(n, 2).T @ (a(n, 2) - t(n))) * a(n, 1) * (1 - a(n, 1))))
check(D, "eq-p9", N, lambda n: (by_W(n, 1).T, back(n) @ x(n).T))

# One lesson, in numbers.
N = nets((3, 4), ["linear"], "half")
D = "one-lesson-in-numbers"
check(D, "eq-2", N, lambda n: (jacobian(n, lambda r: r[0][1][:, :1], "a", 0), n.W[1]))
check(D, "eq-p1", N, lambda n: (jacobian(n, lambda r: r[0][1][:, :1], "a", 0), n.W[1].T))
check(D, "eq-p2", N, lambda n: (by_W(n, 1), x(n) @ by_z(n, 1).T))
N = nets((2, 2, 1), ["relu", "linear"], "half")
check(D, "eq-p4", N, lambda n: (by_z(n, 2), -(t(n) - z(n, 2))))
check(D, "eq-p5", N, lambda n: (by_z(n, 2), t(n) - z(n, 2)))
check(D, "eq-p7", N, lambda n: (by_W(n, 1), x(n) @ by_z(n, 1).T))

if __name__ == "__main__":
    planted.main()
