"""Confirms the verdicts about the planted equations of the documents that follow textbooks.

    python3 textbooks.py

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


# Sensitivities, Hagan.
N = nets((3, 4, 5, 2), ["sigmoid", "tanh", "sigmoid"], "sum")
D = "sensitivities-of-layers"
z3 = lambda n, a: n.W[3] @ a[2][:, 0] + n.b[3][:, 0]
F = lambda n, l: np.diag(sl(n, l)[:, 0])
for label, W in [("eq-25", lambda n: n.W[3].T), ("eq-16", lambda n: n.W[3]), ("eq-p1", lambda n: n.W[2].T)]:
    check(D, label, N, lambda n, W=W: (delta(n, 2), F(n, 2) @ W(n) @ delta(n, 3)))
check(D, "eq-15", N, lambda n: (jacobian(n, z3, "z", 2), n.W[3] @ F(n, 2)))
check(D, "eq-p3", N, lambda n: (jacobian(n, z3, "z", 2), n.W[3].T @ F(n, 2)))
check(D, "eq-p7", N, lambda n: (jacobian(n, z3, "z", 2), n.W[3] * col(n, "a", 2).T))
check(D, "eq-24", N, lambda n: (delta(n, 3), -2 * F(n, 3) @ (target(n) - out(n))))
check(D, "eq-20", N, lambda n: (delta(n, 3), -F(n, 3) @ (target(n) - out(n))))
check(D, "eq-p2", N, lambda n: (delta(n, 3), 2 * F(n, 3) @ (target(n) - out(n))))
check(D, "eq-10", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(D, "eq-p4", N, lambda n: (weight(n, 2), -delta(n, 2) @ col(n, "a", 1).T))
check(D, "eq-p6", N, lambda n: (weight(n, 2), col(n, "a", 1) @ delta(n, 2).T))
check(D, "eq-p5", N, lambda n: (delta(n, 2), sl(n, 2) * np.einsum("ij,i->j", n.W[3], delta(n, 3)[:, 0])[:, None]))

# Local gradients, Haykin: δ is minus the derivative.
N = nets((3, 4, 2), ["tanh", "sigmoid"], "half")
D = "local-gradients"
e = lambda n: target(n) - out(n)
check(D, "eq-4", N, lambda n: (n.cost(n.run()[1]), ((n.T - n.run()[1][2]) ** 2).sum() / 2 / n.m))
check(D, "eq-p7", N, lambda n: (n.cost(n.run()[1]), ((n.T - n.run()[1][2]) ** 2).sum() / n.m))
check(D, "eq-8", N, lambda n: (-below(n, 2), e(n)))  # y = d - e
check(D, "eq-12", N, lambda n: (weight(n, 2), -e(n) * sl(n, 2) @ col(n, "a", 1).T))
check(D, "eq-p2", N, lambda n: (weight(n, 2), e(n) * sl(n, 2) @ col(n, "a", 1).T))
check(D, "eq-15", N, lambda n: (-weight(n, 2), -delta(n, 2) @ col(n, "a", 1).T))
check(D, "eq-p4", N, lambda n: (-weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(D, "eq-19", N, lambda n: (-delta(n, 2), e(n) * out(n) * (1 - out(n))))
check(D, "eq-29", N, lambda n: (below(n, 1), n.W[2].T @ delta(n, 2)))
check(D, "eq-30", N, lambda n: (-delta(n, 1), sl(n, 1) * (n.W[2].T @ -delta(n, 2))))
check(D, "eq-p1", N, lambda n: (-delta(n, 1), sl(n, 1) * (n.W[2] @ -delta(n, 2))))
check(D, "eq-p3", N, lambda n: (-delta(n, 1), col(n, "a", 1) * (n.W[2].T @ -delta(n, 2))))
check(D, "eq-p5", N, lambda n: (below(n, 1), n.W[2].sum(axis=1)[:, None] * delta(n, 2)))
check(D, "eq-p6", N, lambda n: (-delta(n, 1), (1 - col(n, "a", 1) ** 2) * (n.W[2].T @ -delta(n, 2))))

# Units downstream, Mitchell.
D = "downstream"
N = nets((3, 1), ["linear"], "half", mean=False)
miss = lambda n: n.T - n.run()[1][1]
X1 = lambda n: np.vstack([np.ones((1, n.m)), n.X])
gradient = lambda n: np.hstack([n.by_bias(1, n.cost), n.by_weight(1, n.cost)])
check(D, "eq-6", N, lambda n: (gradient(n), miss(n) @ -X1(n).T))
check(D, "eq-p5", N, lambda n: (gradient(n), -miss(n) @ X1(n).T))
check(D, "eq-7", N, lambda n: (-gradient(n), miss(n) @ X1(n).T))
check(D, "eq-p6", N, lambda n: (-gradient(n), -miss(n) @ X1(n).T))
N = nets((3, 4, 2), ["sigmoid", "sigmoid"], "half")
a = lambda n: col(n, "a", 1)
check(D, "eq-16", N, lambda n: (delta(n, 2), -e(n) * out(n) * (1 - out(n))))
check(D, "eq-p2", N, lambda n: (delta(n, 2), e(n) * out(n) * (1 - out(n))))
check(D, "eq-19", N, lambda n: (-weight(n, 2), -delta(n, 2) @ a(n).T))
check(D, "eq-p3", N, lambda n: (-weight(n, 2), delta(n, 2) @ a(n).T))
check(D, "eq-22", N, lambda n: (-delta(n, 1), a(n) * (1 - a(n)) * (n.W[2].T @ -delta(n, 2))))
check(D, "eq-p1", N, lambda n: (-delta(n, 1), a(n) * (1 - a(n)) * (n.W[2] @ -delta(n, 2))))
check(D, "eq-p4", N, lambda n: (-delta(n, 1), a(n) * (1 + a(n)) * (n.W[2].T @ -delta(n, 2))))

# Thresholds, Zhou: θ and γ are subtracted.
D = "watermelon"
g = lambda n: -delta(n, 2)
eh = lambda n: -delta(n, 1)
f = lambda z: 1 / (1 + np.exp(-z))
check(D, "eq-4", N, lambda n: (out(n), f(n.W[2] @ a(n) - (-n.b[2]))))
check(D, "eq-p4", N, lambda n: (out(n), f(n.W[2] @ a(n) + (-n.b[2]))))
check(D, "eq-11", N, lambda n: (g(n), out(n) * (1 - out(n)) * e(n)))
check(D, "eq-p3", N, lambda n: (g(n), out(n) * (1 - out(n)) * -e(n)))
check(D, "eq-13", N, lambda n: (-(-bias(n, 2)), -g(n)))
check(D, "eq-p1", N, lambda n: (-(-bias(n, 2)), g(n)))
check(D, "eq-p7", N, lambda n: (-bias(n, 2), g(n)))
check(D, "eq-18", N, lambda n: (-bias(n, 1), eh(n)))
check(D, "eq-16", N, lambda n: (eh(n), a(n) * (1 - a(n)) * (n.W[2].T @ g(n))))
check(D, "eq-p2", N, lambda n: (eh(n), a(n) * (1 - a(n)) * (n.W[2] @ g(n))))
check(D, "eq-p6", N, lambda n: (eh(n), a(n) * (1 - a(n)) * n.W[2].sum(axis=1) * g(n)))
check(D, "eq-p5", N, lambda n: (weight(n, 1), -eh(n) @ n.X[:, :1].T))

# Gradients in bold, Goodfellow: a penalty adds the same to both sides of its equations.
N = nets((3, 4, 5, 2), ["tanh"] * 3, "half")
D = "gradients-in-bold"
check(D, "eq-10", N, lambda n: (below(n, 2), jacobian(n, z3, "a", 2).T @ delta(n, 3)))
check(D, "eq-p7", N, lambda n: (below(n, 2), jacobian(n, z3, "a", 2) @ delta(n, 3)))
check(D, "eq-16", N, lambda n: (delta(n, 2), below(n, 2) * sl(n, 2)))
check(D, "eq-p4", N, lambda n: (delta(n, 2), below(n, 2) * col(n, "a", 2)))
check(D, "eq-17", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(D, "eq-p3", N, lambda n: (weight(n, 2), col(n, "a", 1) @ delta(n, 2).T))
check(D, "eq-p5", N, lambda n: (col(n, "z", 2), n.b[2] + n.W[2].T @ col(n, "a", 1)))
check(D, "eq-p6", N, lambda n: (below(n, 1), n.W[2].T @ (below(n, 2) * sl(n, 2))))
N = nets((4, 5, 3), ["relu", "softmax"], "categorical", biases=False)
G = lambda n, l: n.by_node("z", l, n.cost).T
penalty = lambda n: 0.05
penalized = lambda n: n.by_weight(2, n.cost).T + 2 * penalty(n) * n.W[2].T
check(D, "eq-23", N, lambda n: (penalized(n), n.run()[1][1] @ G(n, 2) + 2 * penalty(n) * n.W[2].T))
check(D, "eq-p1", N, lambda n: (penalized(n), n.run()[1][1] @ G(n, 2) + penalty(n) * n.W[2].T))
check(D, "eq-24", N, lambda n: (n.by_node("a", 1, n.cost).T, G(n, 2) @ n.W[2]))
check(D, "eq-p2", N, lambda n: (n.by_node("a", 1, n.cost).T, G(n, 2) @ n.W[2].T))

# Matrices with diagonals, Rojas: rows forward, columns back; `W_l` has a row for each unit it comes from.
N = nets((3, 4, 2), ["sigmoid", "sigmoid"], "half", biases=False)
D = "rueckwaerts-in-matrizen"
diagonal = lambda n, l: np.diag((col(n, "a", l) * (1 - col(n, "a", l)))[:, 0])
check(D, "eq-16", N, lambda n: (delta(n, 2), diagonal(n, 2) @ -e(n)))
check(D, "eq-p4", N, lambda n: (delta(n, 2), diagonal(n, 2) @ e(n)))
check(D, "eq-17", N, lambda n: (delta(n, 1), diagonal(n, 1) @ n.W[2].T @ delta(n, 2)))
check(D, "eq-p1", N, lambda n: (delta(n, 1), diagonal(n, 1) @ n.W[2] @ delta(n, 2)))
check(D, "eq-9", N, lambda n: (delta(n, 1), diagonal(n, 1) @ n.W[2].T @ delta(n, 2)))
check(D, "eq-p2", N, lambda n: (delta(n, 1), diagonal(n, 1) @ n.W[2] @ delta(n, 2)))
check(D, "eq-19", N, lambda n: (-weight(n, 2), -delta(n, 2) @ a(n).T))
check(D, "eq-p3", N, lambda n: (-weight(n, 2).T, -delta(n, 2) @ a(n).T))
check(D, "eq-p5", N, lambda n: (weight(n, 2).T, (delta(n, 2) @ a(n).T).T))
check(D, "eq-p6", N, lambda n: (-weight(n, 1), np.broadcast_to(-a(n) * delta(n, 1), n.W[1].shape)))
grid = np.linspace(-3, 3, 13)
CHECKS[D, "eq-5"] = lambda: same(slope("sigmoid", grid), f(grid) * (1 - f(grid)))
CHECKS[D, "eq-p7"] = lambda: same(slope("sigmoid", grid), f(grid) * (1 + f(grid)))

# A Jacobian, Bishop.
N = nets((3, 4, 2), ["tanh", "linear"], "half", mean=False)
D = "hidden-units-of-bishop"
y = lambda n, a: n.W[2] @ a[1][:, 0] + n.b[2][:, 0]
J = lambda n: jacobian(n, lambda n, a: a[2][:, 0], "a", 0)
through = lambda n: jacobian(n, y, "z", 1)
check(D, "eq-10", N, lambda n: (delta(n, 2), -e(n)))
check(D, "eq-p2", N, lambda n: (delta(n, 2), e(n)))
check(D, "eq-12", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2].T @ delta(n, 2))))
check(D, "eq-p1", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2] @ delta(n, 2))))
check(D, "eq-p3", N, lambda n: (delta(n, 1), (1 + a(n) ** 2) * (n.W[2].T @ delta(n, 2))))
check(D, "eq-13", N, lambda n: (n.by_weight(1, n.cost), sum(
    n.by_weight(1, lambda a, i=i: n.losses(a)[i]) for i in range(n.m))))
check(D, "eq-p5", N, lambda n: (n.by_weight(1, n.cost), weight(n, 1)))
check(D, "eq-20", N, lambda n: (J(n), through(n) @ n.W[1]))
check(D, "eq-p4", N, lambda n: (J(n), np.einsum("kj,kj->k", n.W[2], through(n))[:, None]))
check(D, "eq-p6", N, lambda n: (through(n), n.W[2] * (1 - a(n) ** 2).T))
CHECKS[D, "eq-16"] = lambda: same(slope("tanh", grid), 1 - np.tanh(grid) ** 2)
CHECKS[D, "eq-p7"] = lambda: same(slope("tanh", grid), 1 - np.tanh(grid))

# Russell and Norvig: the loss has no ½, Δ no 2.
N = nets((3, 4, 2), ["sigmoid", "sigmoid"], "sum")
D = "learning-in-networks"
Dk = lambda n: e(n) * sl(n, 2)
Dj = lambda n: sl(n, 1) * (n.W[2].T @ Dk(n))
check(D, "eq-8", N, lambda n: (weight(n, 2), -2 * Dk(n) @ a(n).T))
check(D, "eq-9", N, lambda n: (weight(n, 2), -Dk(n) @ a(n).T))
check(D, "eq-p2", N, lambda n: (weight(n, 2), -2 * Dk(n) @ a(n).T))
check(D, "eq-p3", N, lambda n: (weight(n, 2), 2 * Dk(n) @ a(n).T))
check(D, "eq-10", N, lambda n: (-weight(n, 2), Dk(n) @ a(n).T))
check(D, "eq-p7", N, lambda n: (-weight(n, 2), 2 * Dk(n) @ a(n).T))
check(D, "eq-p4", N, lambda n: (weight(n, 1), -2 * Dj(n) @ n.X[:, :1].T))
check(D, "eq-13", N, lambda n: (-weight(n, 1), Dj(n) @ n.X[:, :1].T))
check(D, "eq-p6", N, lambda n: (weight(n, 1), -2 * (n.W[2].T @ Dk(n)) * a(n) @ n.X[:, :1].T))
check(D, "eq-p5", N, lambda n: (a(n), f(n.W[1].T @ n.X[:, :1] + n.b[1])))
CHECKS[D, "eq-p1"] = lambda: all(tried(lambda n=n: (Dj(n), sl(n, 1) * (n.W[2] @ Dk(n)))) for n in N)

# The generalized delta rule, Rumelhart, Hinton and Williams.
D = "regola-delta"
N = nets((3, 2), ["linear"], "half", mean=False, biases=False)
check(D, "eq-1", N, lambda n: (first(n)(n.run()[1]), (e(n) ** 2).sum() / 2))
check(D, "eq-p6", N, lambda n: (first(n)(n.run()[1]), (e(n) ** 2).sum()))
N = nets((3, 4, 2), ["sigmoid", "sigmoid"], "half", mean=False)
check(D, "eq-23", N, lambda n: (-delta(n, 1), sl(n, 1) * (n.W[2].T @ -delta(n, 2))))
check(D, "eq-p1", N, lambda n: (-delta(n, 1), sl(n, 1) * (n.W[2] @ -delta(n, 2))))
check(D, "eq-p7", N, lambda n: (-delta(n, 1), a(n) * (n.W[2].T @ -delta(n, 2))))
check(D, "eq-16", N, lambda n: (-weight(n, 1), -delta(n, 1) @ n.X[:, :1].T))
check(D, "eq-p3", N, lambda n: (-weight(n, 1), np.broadcast_to(-delta(n, 1) * a(n), n.W[1].shape)))
check(D, "eq-p2", N, lambda n: (-weight(n, 1), delta(n, 1) @ n.X[:, :1].T))
check(D, "eq-21", N, lambda n: (-delta(n, 2), e(n) * sl(n, 2)))
check(D, "eq-p4", N, lambda n: (-delta(n, 2), -e(n) * sl(n, 2)))
check(D, "eq-p5", N, lambda n: (bias(n, 1), -(-delta(n, 1))))

# Training pairs, Theodoridis.
N = nets((3, 4, 5, 2), ["sigmoid"] * 3, "half", mean=False)
D = "pairs-of-training"
deltas = lambda n, l: np.column_stack([
    n.by_node("z", l, lambda a, i=i: n.losses(a)[i])[:, i] for i in range(n.m)])
total = lambda n: n.by_weight(2, n.cost)
check(D, "eq-10", N, lambda n: (-total(n), -deltas(n, 2) @ n.run()[1][1].T))
check(D, "eq-p2", N, lambda n: (-total(n), -deltas(n, 2) @ n.run()[1][2].T))
check(D, "eq-p6", N, lambda n: (total(n), deltas(n, 2) @ n.run()[1][1].T))
check(D, "eq-13", N, lambda n: (delta(n, 3), -e(n) * sl(n, 3)))
check(D, "eq-p3", N, lambda n: (delta(n, 3), e(n) * sl(n, 3)))
check(D, "eq-18", N, lambda n: (delta(n, 2), (n.W[3].T @ delta(n, 3)) * sl(n, 2)))
check(D, "eq-p1", N, lambda n: (delta(n, 2), (n.W[3] @ delta(n, 3)) * sl(n, 2)))
check(D, "eq-p4", N, lambda n: (delta(n, 2), (n.W[3].T @ delta(n, 3)) * sl(n, 3)))
check(D, "eq-p5", N, lambda n: (first(n)(n.run()[1]), (e(n) ** 2).sum()))

# Jacobians of layers, Murphy.
N = nets((3, 4, 2), ["tanh", "linear"], "half", biases=False)
D = "layers-of-murphy"
off = lambda n: out(n) - target(n)
x = lambda n: n.X[:, :1]
P = lambda n: np.diag(sl(n, 1)[:, 0])
check(D, "eq-8", N, lambda n: (weight(n, 2), off(n) @ a(n).T))
check(D, "eq-p1", N, lambda n: (weight(n, 2), a(n) @ off(n).T))
check(D, "eq-9", N, lambda n: (delta(n, 1).T, off(n).T @ n.W[2] @ P(n)))
check(D, "eq-p2", N, lambda n: (delta(n, 1).T, off(n).T @ n.W[2].T @ P(n)))
check(D, "eq-10", N, lambda n: (weight(n, 1), P(n) @ n.W[2].T @ off(n) @ x(n).T))
check(D, "eq-p5", N, lambda n: (weight(n, 1), P(n) @ n.W[2] @ off(n) @ x(n).T))
check(D, "eq-p7", N, lambda n: (weight(n, 1), (n.W[2].T @ off(n)) * sl(n, 1) @ x(n).T))
N = nets((4, 3), ["softmax"], "categorical", biases=False)
p = lambda n: col(n, "a", 1)
Jp = lambda n: np.array([n.by_node("z", 1, lambda a, i=i: a[1][i, 0])[:, 0] for i in range(3)])
check(D, "eq-14", N, lambda n: (Jp(n), p(n) * (np.eye(3) - p(n).T)))
check(D, "eq-p4", N, lambda n: (Jp(n), p(n) * (np.eye(3) + p(n).T)))
check(D, "eq-15", N, lambda n: (delta(n, 1), p(n) - target(n)))
check(D, "eq-p3", N, lambda n: (delta(n, 1), target(n) - p(n)))
CHECKS[D, "eq-17"] = lambda: same(slope("tanh", grid), 1 - np.tanh(grid) ** 2)
CHECKS[D, "eq-p6"] = lambda: same(slope("tanh", grid), 1 - np.tanh(grid))

# Modules in a stack, LeCun and others.
N = nets((3, 4, 5, 2), ["tanh"] * 3, "half", biases=False)
D = "modules-in-a-stack"
check(D, "eq-5", N, lambda n: (delta(n, 2), sl(n, 2) * below(n, 2)))
check(D, "eq-p3", N, lambda n: (delta(n, 2), col(n, "a", 2) * below(n, 2)))
check(D, "eq-6", N, lambda n: (weight(n, 2), delta(n, 2) @ a(n).T))
check(D, "eq-p2", N, lambda n: (weight(n, 2), a(n) @ delta(n, 2).T))
check(D, "eq-7", N, lambda n: (below(n, 1), n.W[2].T @ delta(n, 2)))
check(D, "eq-p1", N, lambda n: (below(n, 1), n.W[2] @ delta(n, 2)))
check(D, "eq-p4", N, lambda n: (below(n, 1), n.W[2] @ delta(n, 2)))
check(D, "eq-p6", N, lambda n: (delta(n, 1), (1 - a(n) ** 2) * (n.W[2].T @ delta(n, 2))))
check(D, "eq-9", N, lambda n: (n.by_weight(2, n.cost), deltas(n, 2) @ n.run()[1][1].T / n.m))
check(D, "eq-p5", N, lambda n: (-n.by_weight(2, n.cost), deltas(n, 2) @ n.run()[1][1].T / n.m))


def second(n, kind, l):
    """The matrix of second derivatives of the first example's loss by a layer's nodes, by differences of first ones."""
    size, step = len(col(n, kind, l)), 1e-6
    H = np.zeros((size, size))
    for j in range(size):
        d = np.zeros(col(n, kind, l).shape)
        d[j] = step
        sides = []
        for sign in (1, -1):
            sides.append([
                first(n)(n.run(bump={(kind, l): sign * d + 1j * 1e-30 * np.eye(size)[:, [i]]})[1]).imag / 1e-30
                for i in range(size)])
        H[:, j] = (np.array(sides[0]) - np.array(sides[1])) / (2 * step)
    return H


close = lambda left, right: np.allclose(left, right, rtol=1e-5, atol=1e-7)
CHECKS[D, "eq-13"] = lambda: all(
    close(np.diag(second(n, "a", 1)), n.W[2].T ** 2 @ np.diag(second(n, "z", 2))) for n in N)
CHECKS[D, "eq-p7"] = lambda: all(
    close(np.diag(second(n, "a", 1)), np.diag(n.W[2].T @ second(n, "z", 2) @ n.W[2])) for n in N)


# One neuron and two layers, MacKay.
D = "single-neuron-as-classifier"
N = nets((3, 1), ["sigmoid"], "binary", mean=False)
logs = lambda n, sign: -(n.T * np.log(n.run()[1][1]) + sign * (1 - n.T) * np.log(1 - n.run()[1][1])).sum()
missed = lambda n: n.T - n.run()[1][1]
check(D, "eq-3", N, lambda n: (n.cost(n.run()[1]), logs(n, 1)))
check(D, "eq-p1", N, lambda n: (n.cost(n.run()[1]), logs(n, -1)))
check(D, "eq-6", N, lambda n: (gradient(n), -missed(n) @ X1(n).T))
check(D, "eq-p2", N, lambda n: (gradient(n), missed(n) @ X1(n).T))
N = nets((3, 4, 2), ["tanh", "linear"], "half", mean=False)
check(D, "eq-14", N, lambda n: (n.cost(n.run()[1]), ((n.T - n.run()[1][2]) ** 2).sum() / 2))
check(D, "eq-p4", N, lambda n: (n.cost(n.run()[1]), ((n.T + n.run()[1][2]) ** 2).sum() / 2))
check(D, "eq-15", N, lambda n: (delta(n, 1), (1 - a(n) ** 2) * (n.W[2].T @ delta(n, 2))))
check(D, "eq-p5", N, lambda n: (delta(n, 1), (1 - a(n) ** 2) * (n.W[2] @ delta(n, 2))))
check(D, "eq-16", N, lambda n: (weight(n, 1), delta(n, 1) @ n.X[:, :1].T))
check(D, "eq-p6", N, lambda n: (bias(n, 1), delta(n, 1)))

# Derived features, Hastie, Tibshirani and Friedman.
D = "derived-features"
N = nets((3, 4, 2), ["sigmoid", "softmax"], "categorical", mean=False)
check(D, "eq-4", N, lambda n: (n.cost(n.run()[1]), -(n.T * np.log(n.run()[1][2])).sum()))
check(D, "eq-p1", N, lambda n: (n.cost(n.run()[1]), -(n.run()[1][2] * np.log(n.T)).sum()))
check(D, "eq-6", N, lambda n: (delta(n, 2), -e(n)))
check(D, "eq-p2", N, lambda n: (delta(n, 2), e(n)))
check(D, "eq-7", N, lambda n: (weight(n, 1), (n.W[2].T @ -e(n)) * sl(n, 1) @ n.X[:, :1].T))
check(D, "eq-p3", N, lambda n: (weight(n, 1), (n.W[2].T @ -e(n)) * a(n) @ n.X[:, :1].T))
check(D, "eq-8", N, lambda n: (-n.by_weight(2, n.cost), -deltas(n, 2) @ n.run()[1][1].T))
check(D, "eq-p4", N, lambda n: (-n.by_weight(2, n.cost), deltas(n, 2) @ n.run()[1][1].T))
check(D, "eq-10", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2].T @ delta(n, 2))))
check(D, "eq-p5", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2] @ delta(n, 2))))
check(D, "eq-p6", N, lambda n: (delta(n, 1), a(n) * (1 - a(n)) * (n.W[2].T @ delta(n, 2))))

# Lines above, Aggarwal: `W_p` has a row for each unit it comes from.
D = "overlined-vectors"
N = nets((3, 4, 5, 2), ["tanh"] * 3, "half", biases=False)
check(D, "eq-2", N, lambda n: (col(n, "z", 2), n.W[2] @ a(n)))
check(D, "eq-p1", N, lambda n: (col(n, "z", 2), n.W[2].T @ a(n)))
check(D, "eq-7", N, lambda n: (delta(n, 3), -e(n) * sl(n, 3)))
check(D, "eq-p2", N, lambda n: (delta(n, 3), e(n) * sl(n, 3)))
check(D, "eq-9", N, lambda n: (delta(n, 1), (n.W[2].T @ delta(n, 2)) * sl(n, 1)))
check(D, "eq-p3", N, lambda n: (delta(n, 1), (n.W[2] @ delta(n, 2)) * sl(n, 1)))
check(D, "eq-p4", N, lambda n: (delta(n, 1), (n.W[2].T @ delta(n, 2)) * sl(n, 2)))
check(D, "eq-10", N, lambda n: (weight(n, 2).T, a(n) @ delta(n, 2).T))
check(D, "eq-p5", N, lambda n: (weight(n, 2).T, delta(n, 2) @ a(n).T))
check(D, "eq-p6", N, lambda n: (delta(n, 1), (n.W[2].T @ delta(n, 2)) * (1 - a(n) * a(n))))


if __name__ == "__main__":
    planted.main()
