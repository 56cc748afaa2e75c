"""Confirms the verdicts about the planted equations of the documents that follow books and an encyclopaedia.

    python3 books.py

Each entry gives both sides of an equation as it is printed, on random networks of distinct widths; derivatives are complex
steps of a forward pass that knows nothing of backpropagation. What the table calls true has to agree on every network, and
what it calls wrong to differ on one, in its values or in its shape.
"""
import numpy as np

from planted import nets, first, same, slope, tried
import planted
from quantities import below, bias, col, delta, jacobian, out, sl, target, weight

CHECKS = planted.CHECKS
CHECKS.clear()
check = planted.check

every = lambda n, kind, l: n.run()[{"z": 0, "a": 1}[kind]][l]
deltas = lambda n, l: n.by_node("z", l, n.cost)
slopes = lambda n, l: slope(n.acts[l], every(n, "z", l))
D = lambda n, l: np.diag(sl(n, l)[:, 0])
z3 = lambda n, a: n.W[3] @ a[2][:, 0] + n.b[3][:, 0]

# A lemma, Higham and Higham.
N = nets((3, 4, 5, 2), ["sigmoid"] * 3, "half")
T = "lemma-of-two-mathematicians"
half = lambda n: ((n.T - n.run()[1][3]) ** 2).sum() / n.m
check(T, "eq-3", N, lambda n: (n.cost(n.run()[1]), half(n) / 2))
check(T, "eq-p1", N, lambda n: (n.cost(n.run()[1]), half(n)))
check(T, "eq-p2", N, lambda n: (delta(n, 2), sl(n, 2) * (n.W[2].T @ delta(n, 2))))
check(T, "eq-p3", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 2).T))
check(T, "eq-26", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-17", N, lambda n: (jacobian(n, z3, "z", 2), n.W[3] * sl(n, 2).T))
check(T, "eq-p4", N, lambda n: (jacobian(n, z3, "z", 2), n.W[3].T * sl(n, 2).T))
check(T, "eq-p5", N, lambda n: (delta(n, 2), D(n, 2) @ n.W[3] @ delta(n, 3)))
check(T, "eq-p6", N, lambda n: (delta(n, 2), (n.W[3].T @ delta(n, 3)) * col(n, "a", 2) * (1 - col(n, "a", 2))))
check(T, "eq-29", N, lambda n: (delta(n, 1), D(n, 1) @ n.W[2].T @ D(n, 2) @ n.W[3].T @ D(n, 3) @ (out(n) - target(n))))

# Omegas and betas, Prince: Ω_k is W[k + 1], f_k is z[k + 1].
N = nets((3, 4, 5, 2), ["relu", "relu", "linear"], "sum", mean=False)
T = "omegas-and-betas"
I = lambda n, l: (col(n, "z", l) > 0) * 1.0
check(T, "eq-p2", N, lambda n: (col(n, "z", 3), n.b[3] + n.W[3] @ col(n, "z", 2)))
check(T, "eq-14", N, lambda n: (below(n, 2), n.W[3].T @ delta(n, 3)))
check(T, "eq-p3", N, lambda n: (below(n, 2), n.W[3] @ delta(n, 3)))
check(T, "eq-15", N, lambda n: (delta(n, 2), I(n, 2) * (n.W[3].T @ delta(n, 3))))
check(T, "eq-p4", N, lambda n: (delta(n, 1), I(n, 2) * (n.W[2].T @ delta(n, 2))))
check(T, "eq-17", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p5", N, lambda n: (weight(n, 2), col(n, "a", 1) @ delta(n, 2).T))
check(T, "eq-19", N, lambda n: (n.by_bias(2, n.cost), deltas(n, 2).sum(axis=1)[:, None]))
check(T, "eq-p6", N, lambda n: (n.by_bias(2, n.cost), deltas(n, 2).mean(axis=1)[:, None]))
check(T, "eq-p7", N, lambda n: (delta(n, 2), np.diag(I(n, 2)[:, 0]) @ n.W[3].T @ delta(n, 3)))

# Teaching inputs, Kriesel: w_{k,h} leads from k to h.
N = nets((3, 2), ["linear"], "half", mean=False, biases=False)
T = "teaching-inputs"
miss = lambda n: n.T - n.run()[1][n.L]
check(T, "eq-2", N, lambda n: (n.cost(n.run()[1]), n.losses(n.run()[1]).sum()))
check(T, "eq-p1", N, lambda n: (n.cost(n.run()[1]), n.losses(n.run()[1]).mean()))
check(T, "eq-11", N, lambda n: (-n.by_weight(1, n.cost), miss(n) @ n.X.T))
check(T, "eq-p2", N, lambda n: (-n.by_weight(1, n.cost), -(miss(n) @ n.X.T)))
N = nets((3, 4, 2), ["sigmoid"] * 2, "half", biases=False)
check(T, "eq-24", N, lambda n: (-weight(n, 2), (sl(n, 2) * (target(n) - out(n))) @ col(n, "a", 1).T))
check(T, "eq-p5", N, lambda n: (-weight(n, 2), (target(n) - out(n)) @ (sl(n, 1) * col(n, "a", 1)).T))
check(T, "eq-21", N, lambda n: (-delta(n, 1), sl(n, 1) * (n.W[2].T @ -delta(n, 2))))
check(T, "eq-p4", N, lambda n: (-delta(n, 1), col(n, "a", 1) * (n.W[2].T @ -delta(n, 2))))
check(T, "eq-p6", N, lambda n: (weight(n, 2), -(out(n) * (1 - out(n)) * (target(n) - out(n))) @ col(n, "a", 1).T))

# A network from scratch: a row for the derivative by a vector.
N = nets((4, 3, 5, 2), ["sigmoid"] * 3, "binary", mean=False)
T = "from-scratch-in-numerator-layout"
quotients = lambda n, sign: (-sign * target(n) / out(n) + (1 - target(n)) / (1 - out(n))).T
check(T, "eq-11", N, lambda n: (below(n, 3).T, quotients(n, 1)))
check(T, "eq-p2", N, lambda n: (below(n, 3).T, quotients(n, -1)))
check(T, "eq-17", N, lambda n: (jacobian(n, z3, "a", 2), n.W[3]))
check(T, "eq-p4", N, lambda n: (jacobian(n, z3, "a", 2), n.W[3].T))
check(T, "eq-19", N, lambda n: (weight(n, 2), (col(n, "a", 1) @ delta(n, 2).T).T))
check(T, "eq-21", N, lambda n: (deltas(n, 3), n.by_node("a", 3, n.cost) * slopes(n, 3)))
check(T, "eq-23", N, lambda n: (n.by_weight(3, n.cost), deltas(n, 3) @ every(n, "a", 2).T))
check(T, "eq-p5", N, lambda n: (n.by_weight(3, n.cost), np.einsum("jn,in->ij", deltas(n, 3), every(n, "a", 2))))
check(T, "eq-24", N, lambda n: (n.by_node("a", 2, n.cost), n.W[3].T @ deltas(n, 3)))
check(T, "eq-p6", N, lambda n: (n.by_node("a", 2, n.cost), n.W[2].T @ deltas(n, 3)))

# Deltas by the outputs, Shalev-Shwartz and Ben-David.
N = nets((3, 4, 5, 2), ["sigmoid"] * 3, "half", biases=False)
T = "deltas-by-outputs"
o3 = lambda n, a: 1 / (1 + np.exp(-(n.W[3] @ a[2][:, 0])))
check(T, "eq-p1", N, lambda n: (col(n, "z", 2), n.W[3] @ col(n, "a", 1)))
check(T, "eq-8", N, lambda n: (jacobian(n, o3, "a", 2), D(n, 3) @ n.W[3]))
check(T, "eq-p2", N, lambda n: (jacobian(n, o3, "a", 2), D(n, 2) @ n.W[3]))
check(T, "eq-9", N, lambda n: (below(n, 2).T, below(n, 3).T @ D(n, 3) @ n.W[3]))
check(T, "eq-10", N, lambda n: (below(n, 1), n.W[2].T @ (below(n, 2) * sl(n, 2))))
check(T, "eq-p3", N, lambda n: (below(n, 1), n.W[2] @ (below(n, 2) * sl(n, 2))))
check(T, "eq-11", N, lambda n: (weight(n, 2), (below(n, 2) * sl(n, 2)) @ col(n, "a", 1).T))
check(T, "eq-p4", N, lambda n: (weight(n, 2), (below(n, 2) * sl(n, 2)) @ col(n, "a", 2).T))
check(T, "eq-p5", N, lambda n: (weight(n, 2), (below(n, 2) * col(n, "a", 2)) @ col(n, "a", 1).T))

# An article.
N = nets((3, 4, 5, 2), ["sigmoid", "tanh", "sigmoid"], "half", biases=False)
T = "encyclopaedia"
check(T, "eq-7", N, lambda n: (delta(n, 2), sl(n, 2) * (n.W[3].T @ delta(n, 3))))
check(T, "eq-p1", N, lambda n: (delta(n, 2), sl(n, 2) * (n.W[2].T @ delta(n, 3))))
check(T, "eq-8", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p2", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 2).T))
N = nets((3, 4, 2), ["sigmoid"] * 2, "half", biases=False)
check(T, "eq-17", N, lambda n: (below(n, 1), n.W[2].T @ (below(n, 2) * sl(n, 2))))
check(T, "eq-p4", N, lambda n: (below(n, 1), n.W[2].T @ (below(n, 2) * out(n))))
check(T, "eq-20", N, lambda n: (weight(n, 1), delta(n, 1) @ n.X[:, :1].T))
check(T, "eq-p5", N, lambda n: (weight(n, 1), delta(n, 1) @ col(n, "a", 1).T))
check(T, "eq-21", N, lambda n: (-weight(n, 1), -delta(n, 1) @ n.X[:, :1].T))
check(T, "eq-p6", N, lambda n: (-weight(n, 1), delta(n, 1) @ n.X[:, :1].T))
hidden = lambda n: col(n, "a", 1)
check(T, "eq-p7", N, lambda n: (-weight(n, 1), (hidden(n) * (1 - hidden(n)) * (n.W[2].T @ (
    (target(n) - out(n)) * out(n) * (1 - out(n))))) @ n.X[:, :1].T))

# Sums over a sample, Alpaydin.
T = "sums-over-a-sample"
N = nets((3, 4, 1), ["sigmoid", "linear"], "half", mean=False)
H = lambda n: every(n, "a", 1)
check(T, "eq-p1", N, lambda n: (n.run()[1][2], n.W[2] @ H(n)))
check(T, "eq-5", N, lambda n: (-n.by_weight(2, n.cost), miss(n) @ H(n).T))
check(T, "eq-p3", N, lambda n: (n.by_weight(2, n.cost), miss(n) @ H(n).T))
check(T, "eq-6", N, lambda n: (-n.by_weight(1, n.cost), (n.W[2].T @ miss(n) * H(n) * (1 - H(n))) @ n.X.T))
check(T, "eq-p2", N, lambda n: (-n.by_weight(1, n.cost), (n.W[2].T @ miss(n) * H(n)) @ n.X.T))
N = nets((3, 4, 2), ["sigmoid", "linear"], "half", mean=False)
check(T, "eq-11", N, lambda n: (-n.by_weight(1, n.cost), (n.W[2].T @ miss(n) * H(n) * (1 - H(n))) @ n.X.T))
check(T, "eq-p4", N, lambda n: (-n.by_weight(1, n.cost), (n.W[2] @ miss(n) * H(n) * (1 - H(n))) @ n.X.T))
N = nets((3, 4, 1), ["sigmoid"] * 2, "binary", mean=False)
entropy = lambda n: (n.T * np.log(n.run()[1][2]) + (1 - n.T) * np.log(1 - n.run()[1][2])).sum()
check(T, "eq-14", N, lambda n: (n.cost(n.run()[1]), -entropy(n)))
check(T, "eq-p5", N, lambda n: (n.cost(n.run()[1]), entropy(n)))
check(T, "eq-16", N, lambda n: (-n.by_weight(1, n.cost), (n.W[2].T @ miss(n) * H(n) * (1 - H(n))) @ n.X.T))
N = nets((3, 4, 3), ["sigmoid", "softmax"], "categorical", mean=False)
check(T, "eq-20", N, lambda n: (-n.by_weight(2, n.cost), miss(n) @ H(n).T))
check(T, "eq-21", N, lambda n: (-n.by_weight(1, n.cost), (n.W[2].T @ miss(n) * H(n) * (1 - H(n))) @ n.X.T))
check(T, "eq-p6", N, lambda n: (deltas(n, 2), -miss(n)))

# Nested functions, Deisenroth, Faisal and Ong: A_i is W[i + 1].
T = "nested-functions"
N = nets((4, 3, 5, 2), ["tanh"] * 3, "sum")
f3 = lambda n, a: np.tanh(n.W[3] @ a[2][:, 0] + n.b[3][:, 0])
check(T, "eq-23", N, lambda n: (below(n, 3).T, -2 * (target(n) - out(n)).T))
check(T, "eq-24", N, lambda n: (jacobian(n, f3, "a", 2), D(n, 3) @ n.W[3]))
check(T, "eq-p5", N, lambda n: (jacobian(n, f3, "a", 2), n.W[3] @ D(n, 3)))
check(T, "eq-25", N, lambda n: (D(n, 3), np.diag((1 - out(n) ** 2)[:, 0])))
check(T, "eq-p6", N, lambda n: (D(n, 3), np.diag((1 - col(n, "a", 2) ** 2)[:, 0])))
r = np.random.default_rng(5)
y, Phi, theta = r.normal(size=(5, 1)), r.normal(size=(5, 3)), r.normal(size=(3, 1))
x, B = r.normal(size=(4, 1)), r.normal(size=(4, 4))


def row(f, v):
    """The derivatives of numbers by the entries of a column."""
    steps = [f(v + 1j * 1e-30 * np.eye(len(v))[:, [k]]).imag / 1e-30 for k in range(len(v))]
    return np.hstack([np.reshape(s, (-1, 1)) for s in steps])


one = [None]
check(T, "eq-3", one, lambda _: (row(lambda t: y - Phi @ t, theta), -Phi))
check(T, "eq-p1", one, lambda _: (row(lambda t: y - Phi @ t, theta), -Phi.T))
square = lambda t: (y - Phi @ t).T @ (y - Phi @ t)
check(T, "eq-5", one, lambda _: (row(square, theta), -2 * (y.T - theta.T @ Phi.T) @ Phi))
check(T, "eq-p2", one, lambda _: (row(square, theta), -(y.T - theta.T @ Phi.T) @ Phi))
check(T, "eq-8", one, lambda _: (row(lambda v: v.T @ B @ v, x), x.T @ (B + B.T)))
check(T, "eq-p3", one, lambda _: (row(lambda v: v.T @ B @ v, x), 2 * x.T @ B))
graph = lambda v: np.sqrt(v**2 + np.exp(v**2)) + np.cos(v**2 + np.exp(v**2))
u = np.array([[1.2]])
inner = lambda sign: 2 * u * (1 / (2 * np.sqrt(u**2 + np.exp(u**2))) - sign * np.sin(u**2 + np.exp(u**2))) * (1 + np.exp(u**2))
check(T, "eq-17", one, lambda _: (row(graph, u), inner(1)))
check(T, "eq-p4", one, lambda _: (row(graph, u), inner(-1)))

# From the delta rule to the multilayer perceptron.
T = "delta-regel"
N = nets((3, 2), ["sigmoid"], "half", biases=False)
X1 = lambda n: n.X[:, :1]
check(T, "eq-7", N, lambda n: (-weight(n, 1), (target(n) - out(n)) * sl(n, 1) @ X1(n).T))
check(T, "eq-p1", N, lambda n: (-weight(n, 1), (target(n) - out(n)) @ X1(n).T))
check(T, "eq-p2", N, lambda n: (-weight(n, 1), (out(n) - target(n)) * sl(n, 1) @ X1(n).T))
N = nets((3, 4, 2), ["sigmoid"] * 2, "half", biases=False)
check(T, "eq-12", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2].T @ delta(n, 2))))
check(T, "eq-p4", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2] @ delta(n, 2))))
check(T, "eq-p3", N, lambda n: (-weight(n, 1), -delta(n, 1) @ col(n, "a", 1).T))
N = nets((3, 4, 2), ["tanh"] * 2, "half")
e = lambda n: target(n) - out(n)
check(T, "eq-18", N, lambda n: (n.losses(n.run()[1])[0], (e(n) ** 2).sum() / 2))
check(T, "eq-p5", N, lambda n: (n.losses(n.run()[1])[0], e(n).sum() ** 2 / 2))
check(T, "eq-20", N, lambda n: (-delta(n, 1), sl(n, 1) * (n.W[2].T @ -delta(n, 2))))
check(T, "eq-p6", N, lambda n: (weight(n, 2), -(e(n) * (1 - out(n) ** 2)) @ col(n, "a", 1).T))

# Cross-entropy, a graph, and two layers, Jurafsky and Martin.
T = "speech-and-language"
N = nets((4, 1), ["sigmoid"], "binary")
check(T, "eq-6", N, lambda n: (weight(n, 1), -e(n) @ X1(n).T))
check(T, "eq-p1", N, lambda n: (weight(n, 1), e(n) @ X1(n).T))
N = nets((2, 3, 1), ["relu", "sigmoid"], "binary")
check(T, "eq-16", N, lambda n: (below(n, 2), -(target(n) / out(n) + (target(n) - 1) / (1 - out(n)))))
check(T, "eq-p3", N, lambda n: (below(n, 2), -(target(n) / out(n) + (1 - target(n)) / (1 - out(n)))))
up = lambda n: n.W[2].T @ (out(n) - target(n)) * (col(n, "z", 1) > 0)
check(T, "eq-20", N, lambda n: (weight(n, 1), up(n) @ X1(n).T))
check(T, "eq-p5", N, lambda n: (weight(n, 1), up(n) @ col(n, "a", 1).T))
N = nets((4, 3), ["softmax"], "categorical")
check(T, "eq-23", N, lambda n: (weight(n, 1), -e(n) @ X1(n).T))
check(T, "eq-p6", N, lambda n: (weight(n, 1), -e(n) * X1(n)[:3] @ np.ones((1, 4))))
check(T, "eq-19", one, lambda _: (row(np.tanh, u), 1 - np.tanh(u) ** 2))
check(T, "eq-p4", one, lambda _: (row(np.tanh, u), (1 - np.tanh(u)) ** 2))

# Signals minus thresholds, Calin: b is subtracted, W leads from its rows to its columns.
T = "minus-the-thresholds"
N = nets((3, 4, 5, 2), ["tanh"] * 3, "half")
V = lambda n, l: n.W[l].T
check(T, "eq-1", N, lambda n: (col(n, "z", 2), V(n, 2).T @ col(n, "a", 1) - (-n.b[2])))
check(T, "eq-p1", N, lambda n: (col(n, "z", 2), V(n, 2).T @ col(n, "a", 1) + (-n.b[2])))
check(T, "eq-p2", N, lambda n: (col(n, "a", 2), np.tanh(V(n, 2) @ col(n, "a", 1) + n.b[2])))
check(T, "eq-8", N, lambda n: (-bias(n, 2), -delta(n, 2)))
check(T, "eq-p3", N, lambda n: (-bias(n, 2), delta(n, 2)))
check(T, "eq-11", N, lambda n: (delta(n, 2), sl(n, 2) * (V(n, 3) @ delta(n, 3))))
check(T, "eq-p4", N, lambda n: (delta(n, 2), sl(n, 3) * (V(n, 3) @ delta(n, 3))))
check(T, "eq-14", N, lambda n: (weight(n, 2).T, col(n, "a", 1) @ delta(n, 2).T))
check(T, "eq-p5", N, lambda n: (weight(n, 2).T, delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p6", N, lambda n: (delta(n, 2), (1 - col(n, "a", 2) ** 2) * (V(n, 3) @ delta(n, 3))))

# Samples behind a semicolon, Roberts, Yaida and Hanin.
T = "samples-behind-a-semicolon"
N = nets((3, 4, 5, 2), ["tanh", "tanh", "linear"], "half", mean=False)
check(T, "eq-p1", N, lambda n: (col(n, "z", 2), n.b[2] + n.W[2] @ col(n, "z", 1)))
check(T, "eq-4", N, lambda n: (n.cost(n.run()[1]), ((n.run()[1][3] - n.T) ** 2).sum() / 2))
check(T, "eq-p2", N, lambda n: (n.cost(n.run()[1]), ((n.run()[1][3] - n.T) ** 2).sum() / 2 / n.m))
check(T, "eq-8", N, lambda n: (jacobian(n, z3, "z", 2), n.W[3] * sl(n, 2).T))
check(T, "eq-p3", N, lambda n: (jacobian(n, z3, "z", 2), n.W[3].T * sl(n, 2).T))
check(T, "eq-13", N, lambda n: (n.by_bias(2, n.cost), deltas(n, 2).sum(axis=1)[:, None]))
check(T, "eq-p4", N, lambda n: (n.by_bias(2, n.cost), deltas(n, 2)[:, :1]))
check(T, "eq-14", N, lambda n: (n.by_weight(2, n.cost), deltas(n, 2) @ every(n, "a", 1).T))
check(T, "eq-p5", N, lambda n: (n.by_weight(2, n.cost), deltas(n, 2) @ every(n, "a", 2).T))
check(T, "eq-p6", N, lambda n: (-n.by_weight(2, n.cost), -(deltas(n, 2) @ every(n, "a", 1).T)))

# Patterns in Greek letters, Hertz, Krogh and Palmer.
T = "patterns-in-greek"
N = nets((5, 3, 2), ["tanh"] * 2, "half", mean=False, biases=False)
D2 = lambda n: slopes(n, 2) * miss(n)
check(T, "eq-p1", N, lambda n: (n.run()[1][2], np.tanh(n.W[2].T @ H(n))))
check(T, "eq-6", N, lambda n: (-n.by_weight(2, n.cost), D2(n) @ H(n).T))
check(T, "eq-p2", N, lambda n: (-n.by_weight(2, n.cost), miss(n) @ (slopes(n, 1) * H(n)).T))
check(T, "eq-8", N, lambda n: (-n.by_weight(1, n.cost), (slopes(n, 1) * (n.W[2].T @ D2(n))) @ n.X.T))
check(T, "eq-p3", N, lambda n: (-n.by_weight(1, n.cost), (slopes(n, 1) * (n.W[2].T @ D2(n))) @ H(n).T))
N = nets((3, 4, 5, 2), ["tanh"] * 3, "half", biases=False)
check(T, "eq-16", N, lambda n: (-weight(n, 2), -delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p4", N, lambda n: (weight(n, 3), (e(n) * sl(n, 3)) @ col(n, "a", 2).T))
check(T, "eq-p5", N, lambda n: (delta(n, 2), sl(n, 2) * (n.W[3] @ delta(n, 3))))
check(T, "eq-p6", N, lambda n: (-delta(n, 2), (1 - col(n, "a", 2) ** 2) * (n.W[3].T @ -delta(n, 3))))

# Doubled brackets, Fleuret.
T = "doubled-brackets"
N = nets((4, 3, 5, 2), ["tanh"] * 3, "sum")
check(T, "eq-p1", N, lambda n: (col(n, "z", 2), n.W[2].T @ col(n, "a", 1) + n.b[2]))
check(T, "eq-9", N, lambda n: (below(n, 2), n.W[3].T @ delta(n, 3)))
check(T, "eq-p2", N, lambda n: (below(n, 2), n.W[3] @ delta(n, 3)))
check(T, "eq-10", N, lambda n: (delta(n, 2), below(n, 2) * sl(n, 2)))
check(T, "eq-p3", N, lambda n: (delta(n, 2), below(n, 2) * col(n, "a", 2)))
check(T, "eq-11", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p4", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 2).T))
check(T, "eq-13", N, lambda n: (below(n, 3), 2 * -e(n)))
check(T, "eq-p5", N, lambda n: (below(n, 3), -e(n)))
check(T, "eq-p6", N, lambda n: (delta(n, 2), (n.W[3].T @ delta(n, 3)) * (1 - col(n, "a", 2) ** 2)))

# Umbrales y capas, Isasi and Galván: w leads from its first index to its second.
T = "umbrales-y-capas"
N = nets((3, 4, 5, 2), ["sigmoid"] * 3, "half")
a2 = lambda n: col(n, "a", 2)
check(T, "eq-p1", N, lambda n: (out(n), 1 / (1 + np.exp(-(n.W[3].T @ a2(n) + n.b[3])))))
check(T, "eq-6", N, lambda n: (n.losses(n.run()[1])[0], (e(n) ** 2).sum() / 2))
check(T, "eq-p2", N, lambda n: (n.losses(n.run()[1])[0], (e(n) ** 2).sum()))
check(T, "eq-10", N, lambda n: (weight(n, 3), -e(n) * sl(n, 3) @ a2(n).T))
check(T, "eq-p3", N, lambda n: (weight(n, 3), -e(n) * sl(n, 3) @ out(n).T))
check(T, "eq-13", N, lambda n: (delta(n, 2), a2(n) * (1 - a2(n)) * (n.W[3].T @ delta(n, 3))))
check(T, "eq-p4", N, lambda n: (weight(n, 2), a2(n) * (1 - a2(n)) * (n.W[3] @ delta(n, 3)) @ col(n, "a", 1).T))
check(T, "eq-p5", N, lambda n: (bias(n, 2), a2(n) * (1 + a2(n)) * (n.W[3].T @ delta(n, 3))))
check(T, "eq-p6", N, lambda n: (-bias(n, 3), e(n) * out(n) * (1 - out(n))))

# A bipolar sigmoid, Fausett: v and w lead from their first index to their second.
T = "bipolar-sigmoid"
N = nets((3, 4, 2), ["sigmoid"] * 2, "half")
fall = lambda n: e(n) * sl(n, 2)
check(T, "eq-p1", N, lambda n: (col(n, "z", 2), n.W[2] @ hidden(n)))
check(T, "eq-8", N, lambda n: (-weight(n, 2), fall(n) @ hidden(n).T))
check(T, "eq-p2", N, lambda n: (-weight(n, 2), fall(n) * sl(n, 2) @ hidden(n).T))
check(T, "eq-11", N, lambda n: (-bias(n, 1), n.W[2].T @ fall(n) * sl(n, 1)))
check(T, "eq-p3", N, lambda n: (-bias(n, 1)[:3], (n.W[2].T @ fall(n) * sl(n, 1))[:3] * X1(n)))
check(T, "eq-12", N, lambda n: (weight(n, 1), -(n.W[2].T @ fall(n) * sl(n, 1)) @ X1(n).T))
check(T, "eq-p4", N, lambda n: (weight(n, 1), -(n.W[2] @ fall(n) * sl(n, 1)) @ X1(n).T))
check(T, "eq-p6", N, lambda n: (bias(n, 2), -e(n) * out(n) * (1 - out(n))))
bipolar = lambda v: 2 / (1 + np.exp(-v)) - 1
check(T, "eq-16", one, lambda _: (row(bipolar, u), (1 + bipolar(u)) * (1 - bipolar(u)) / 2))
check(T, "eq-p5", one, lambda _: (row(bipolar, u), (1 + bipolar(u)) * (1 - bipolar(u))))
scaled = lambda v: 1.7159 * np.tanh(2 / 3 * v)
check(T, "eq-19", one, lambda _: (row(scaled, u), 2 / (3 * 1.7159) * (1.7159 - scaled(u)) * (1.7159 + scaled(u))))

# Networks that label, Graves.
T = "labelling-networks"
N = nets((4, 5, 3), ["tanh", "softmax"], "categorical", biases=False)
softmax = lambda n, a: np.exp(n.W[2] @ a[1][:, 0]) / np.exp(n.W[2] @ a[1][:, 0]).sum()
J = lambda n: np.array([n.by_node("z", 2, lambda a, k=k: a[2][k, 0])[:, 0] for k in range(3)])
check(T, "eq-11", N, lambda n: (J(n), np.diag(out(n)[:, 0]) - out(n) @ out(n).T))
check(T, "eq-p3", N, lambda n: (J(n), np.diag(out(n)[:, 0]) + out(n) @ out(n).T))
check(T, "eq-p2", N, lambda n: (out(n), np.exp(col(n, "z", 2)) / np.exp(col(n, "z", 1)).sum()))
check(T, "eq-13", N, lambda n: (below(n, 1), n.W[2].T @ -e(n)))
check(T, "eq-p4", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2] @ -e(n))))
check(T, "eq-16", N, lambda n: (weight(n, 1), delta(n, 1) @ X1(n).T))
check(T, "eq-p5", N, lambda n: (weight(n, 1), delta(n, 1) @ hidden(n).T))
check(T, "eq-5", one, lambda _: (row(np.tanh, u), 1 - np.tanh(u) ** 2))
check(T, "eq-p1", one, lambda _: (row(np.tanh, u), np.tanh(u) * (1 - np.tanh(u))))
N = nets((4, 5, 1), ["tanh", "sigmoid"], "binary", biases=False)
check(T, "eq-19", N, lambda n: (below(n, 2), -e(n) / (out(n) * (1 - out(n)))))
check(T, "eq-p6", N, lambda n: (weight(n, 2).T, -e(n) * hidden(n)))

# Arrows between layers, Eisenstein.
T = "arrows-between-layers"
N = nets((4, 3, 5), ["sigmoid", "softmax"], "categorical")
back = lambda n, W: (W @ -e(n)) * hidden(n) * (1 - hidden(n))
check(T, "eq-p1", N, lambda n: (col(n, "z", 2), n.W[2].T @ hidden(n) + n.b[2]))
check(T, "eq-7", N, lambda n: (delta(n, 2), -e(n)))
check(T, "eq-p2", N, lambda n: (delta(n, 2), e(n)))
check(T, "eq-11", N, lambda n: (weight(n, 1), below(n, 1) * hidden(n) * (1 - hidden(n)) @ X1(n).T))
check(T, "eq-p3", N, lambda n: (weight(n, 1), below(n, 1) * hidden(n) @ X1(n).T))
check(T, "eq-13", N, lambda n: (weight(n, 2), -e(n) @ hidden(n).T))
check(T, "eq-p4", N, lambda n: (weight(n, 2), hidden(n) @ -e(n).T))
check(T, "eq-14", N, lambda n: (weight(n, 1), back(n, n.W[2].T) @ X1(n).T))
check(T, "eq-p5", N, lambda n: (weight(n, 1), back(n, n.W[2]) @ X1(n).T))
check(T, "eq-p6", N, lambda n: (-bias(n, 2), e(n)))

# The generalised delta rule, Kröse and van der Smagt.
T = "generalised-delta-rule"
N = nets((3, 4, 2), ["sigmoid"] * 2, "half")
check(T, "eq-p1", N, lambda n: (col(n, "z", 2), n.W[2].T @ hidden(n) + n.b[2]))
check(T, "eq-8", N, lambda n: (-weight(n, 2), -delta(n, 2) @ hidden(n).T))
check(T, "eq-p2", N, lambda n: (-weight(n, 2), -delta(n, 2) @ out(n).T))
check(T, "eq-12", N, lambda n: (below(n, 1), -(n.W[2].T @ -delta(n, 2))))
check(T, "eq-p3", N, lambda n: (below(n, 1), n.W[2].T @ -delta(n, 2)))
check(T, "eq-17", N, lambda n: (-delta(n, 1), hidden(n) * (1 - hidden(n)) * (n.W[2].T @ -delta(n, 2))))
check(T, "eq-p5", N, lambda n: (weight(n, 1), -(1 - hidden(n)) * (n.W[2].T @ -delta(n, 2)) @ X1(n).T))
check(T, "eq-p6", N, lambda n: (weight(n, 1), -hidden(n) * (1 - hidden(n)) * (n.W[2].T @ fall(n)) @ X1(n).T))
logistic = lambda v: 1 / (1 + np.exp(-v))
check(T, "eq-15", one, lambda _: (row(logistic, u), np.exp(-u) / (1 + np.exp(-u)) ** 2))
check(T, "eq-p4", one, lambda _: (row(logistic, u), -np.exp(-u) / (1 + np.exp(-u)) ** 2))

# Layers by their names, Raschka and Mirjalili: examples in rows, weights from rows to columns.
T = "layers-by-their-names"
N = nets((5, 4, 3), ["sigmoid"] * 2, "binary", mean=False)
d2 = lambda n: -miss(n).T
d1 = lambda n: d2(n) @ n.W[2] * H(n).T * (1 - H(n).T)
check(T, "eq-1", N, lambda n: (every(n, "z", 1).T, n.X.T @ n.W[1].T + n.b[1].T))
check(T, "eq-p1", N, lambda n: (every(n, "z", 1).T, n.X.T @ n.W[1] + n.b[1].T))
check(T, "eq-9", N, lambda n: (deltas(n, 1).T, d1(n)))
check(T, "eq-p3", N, lambda n: (deltas(n, 1).T, d2(n) @ n.W[2].T * H(n).T * (1 - H(n).T)))
check(T, "eq-12", N, lambda n: (n.by_weight(1, n.cost).T, n.X @ d1(n)))
check(T, "eq-p4", N, lambda n: (n.by_weight(1, n.cost).T, d1(n).T @ n.X.T))
check(T, "eq-15", N, lambda n: (-n.by_weight(1, n.cost).T, -(n.X @ d1(n))))
check(T, "eq-p5", N, lambda n: (-n.by_weight(1, n.cost).T, n.X @ d1(n)))
check(T, "eq-p6", N, lambda n: (n.by_weight(1, n.cost).T, n.X @ d1(n)))
check(T, "eq-5", one, lambda _: (row(logistic, u), logistic(u) * (1 - logistic(u))))
check(T, "eq-p2", one, lambda _: (row(logistic, u), logistic(u) * (1 - u)))

# 前馈神经网络的误差项, Qiu: derivatives by a vector have a row for each of its entries.
T = "denominators-on-top"
N = nets((3, 4, 5, 2), ["tanh", "tanh", "linear"], "half")
check(T, "eq-8", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p1", N, lambda n: (weight(n, 2), delta(n, 2) * col(n, "a", 2) @ np.ones((1, 4))))
f2 = lambda n, a: a[2][:, 0]
check(T, "eq-12", N, lambda n: (jacobian(n, f2, "z", 2), D(n, 2)))
check(T, "eq-p2", N, lambda n: (jacobian(n, f2, "z", 2), np.diag(a2(n)[:, 0])))
check(T, "eq-13", N, lambda n: (delta(n, 2), sl(n, 2) * (n.W[3].T @ delta(n, 3))))
check(T, "eq-p3", N, lambda n: (delta(n, 2), sl(n, 2) * (n.W[3] @ delta(n, 3))))
check(T, "eq-15", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p4", N, lambda n: (weight(n, 2), col(n, "a", 1) @ delta(n, 2).T))
check(T, "eq-16", N, lambda n: (delta(n, 3), -e(n)))
check(T, "eq-p5", N, lambda n: (delta(n, 3), e(n)))
check(T, "eq-p6", N, lambda n: (delta(n, 2), (1 - a2(n) ** 2) * (n.W[3].T @ delta(n, 3))))

if __name__ == "__main__":
    planted.main()
