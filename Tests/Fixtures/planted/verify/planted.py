"""Confirms the verdicts about the planted equations of the documents of the second and third lot.

    python3 planted.py

Each entry gives both sides of an equation as it is printed, on random networks of distinct widths; derivatives are complex
steps of a forward pass that knows nothing of backpropagation. What the table calls true has to agree on every network, and
what it calls wrong to differ on one, in its values or in its shape.
"""
import csv
import pathlib
import sys

import numpy as np

STEP = 1e-30
FUNCTIONS = {
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "tanh": np.tanh,
    "linear": lambda z: z,
    "relu": lambda z: np.where(z.real > 0, z, 0),
    "softmax": lambda z: np.exp(z) / np.exp(z).sum(axis=0),
}


def slope(name, z):
    return FUNCTIONS[name](z + 1j * STEP).imag / STEP


class Net:
    """Examples in columns. `W[l]`, `b[l]` from layer 1 on."""

    def __init__(self, widths, acts, loss, mean=True, seed=0, biases=True, examples=6):
        r = np.random.default_rng(seed)
        self.acts, self.L, self.m, self.mean, self.loss = [None] + acts, len(acts), examples, mean, loss
        self.W = [None] + [r.normal(size=(b, a)) * 0.7 for a, b in zip(widths, widths[1:])]
        self.b = [None] + [r.normal(size=(b, 1)) * (0.5 if biases else 0) for b in widths[1:]]
        self.X = r.normal(size=(widths[0], examples))
        self.T = r.uniform(0.1, 0.9, size=(widths[-1], examples))
        if acts[-1] == "softmax":
            self.T = self.T / self.T.sum(axis=0)

    def run(self, W=None, b=None, bump=None):
        """All z and a, with something added to one of them."""
        W, b, bump = W or self.W, b or self.b, bump or {}
        a, z = [self.X + bump.get(("a", 0), 0)], [None]
        for l in range(1, self.L + 1):
            z.append(W[l] @ a[-1] + b[l] + bump.get(("z", l), 0))
            a.append(FUNCTIONS[self.acts[l]](z[-1]) + bump.get(("a", l), 0))
        return z, a

    def losses(self, a):
        y = a[-1]
        if self.loss == "half":
            return ((y - self.T) ** 2).sum(axis=0) / 2
        if self.loss == "sum":
            return ((y - self.T) ** 2).sum(axis=0)
        if self.loss == "binary":
            return -(self.T * np.log(y) + (1 - self.T) * np.log(1 - y)).sum(axis=0)
        return -(self.T * np.log(y)).sum(axis=0)

    def cost(self, a):
        return self.losses(a).mean() if self.mean else self.losses(a).sum()

    def by_weight(self, l, of):
        """The derivative of a number by W[l]; `of` takes the activations."""
        G = np.zeros_like(self.W[l])
        for index in np.ndindex(G.shape):
            W = [None if w is None else w.astype(complex) for w in self.W]
            W[l][index] += 1j * STEP
            G[index] = of(self.run(W=W)[1]).imag / STEP
        return G

    def by_bias(self, l, of):
        G = np.zeros_like(self.b[l])
        for index in np.ndindex(G.shape):
            b = [None if v is None else v.astype(complex) for v in self.b]
            b[l][index] += 1j * STEP
            G[index] = of(self.run(b=b)[1]).imag / STEP
        return G

    def by_node(self, kind, l, of):
        z, a = self.run()
        shape = (z if kind == "z" else a)[l].shape
        G = np.zeros(shape)
        for index in np.ndindex(shape):
            d = np.zeros(shape, complex)
            d[index] = 1j * STEP
            G[index] = of(self.run(bump={(kind, l): d})[1]).imag / STEP
        return G


def nets(*arguments, **options):
    return [Net(*arguments, seed=seed, **options) for seed in (1, 2)]


def same(left, right):
    left, right = np.asarray(left), np.asarray(right)
    return left.shape == right.shape and np.allclose(left, right, rtol=1e-9, atol=1e-11)


def tried(sides):
    try:
        return same(*sides())
    except ValueError:
        return False


def every(networks, sides):
    """Whether both sides agree on all networks."""
    return all(tried(lambda n=n: sides(n)) for n in networks)


def first(n):
    return lambda a: n.losses(a)[0]


CHECKS = {}


def check(document, label, networks, sides):
    CHECKS[document, label] = lambda: every(networks, sides)


# Rows, several examples, softmax.
N = nets((4, 5, 3, 2), ["sigmoid", "sigmoid", "softmax"], "categorical")
D = "three-layers-in-rows"
rows = lambda n, kind, l: n.by_node(kind, l, n.cost).T
yhat = lambda n: n.run()[1][3].T
check(D, "eq-p1", N, lambda n: (rows(n, "z", 3), yhat(n) - n.T.T))
check(D, "eq-p4", N, lambda n: (n.by_weight(3, n.cost).T, n.run()[1][2] @ (yhat(n) - n.T.T) / n.m))
check(D, "eq-p2", N, lambda n: (rows(n, "z", 2), (n.W[3].T @ rows(n, "z", 3)) * slope("sigmoid", n.run()[0][2].T)))
check(D, "eq-p3", N, lambda n: (n.by_weight(2, n.cost).T, rows(n, "z", 2) @ n.run()[1][1]))
check(D, "eq-p5", N, lambda n: (n.by_bias(2, n.cost).T[0], rows(n, "z", 2).sum(axis=0) / n.m))
check(D, "eq-p6", N, lambda n: (
    rows(n, "z", 1), rows(n, "z", 2) @ n.W[2] * n.run()[1][1].T * (1 - n.run()[1][1].T)))
check(D, "eq-p7", N, lambda n: (rows(n, "z", 1), rows(n, "a", 1) * n.run()[1][1].T * (1 + n.run()[1][1].T)))
check(D, "eq-22", N, lambda n: (rows(n, "z", 3), rows(n, "a", 3) * slope("sigmoid", n.run()[0][3].T)))

# From i to j, one example, no biases.
N = nets((3, 4, 5, 2), ["tanh", "tanh", "sigmoid"], "half", biases=False)
D = "nodes-and-bold-letters"
delta = lambda n, l: n.by_node("z", l, first(n))[:, :1]
act = lambda n, l: n.run()[1][l][:, :1]
pre = lambda n, l: n.run()[0][l][:, :1]
w = lambda n, l: n.W[l].T
check(D, "eq-p1", N, lambda n: (delta(n, 2), w(n, 3).T @ delta(n, 3) * slope("tanh", pre(n, 2))))
check(D, "eq-p2", N, lambda n: (n.by_weight(2, first(n)).T, (delta(n, 2) @ act(n, 1).T)))
check(D, "eq-p3", N, lambda n: (delta(n, 2), w(n, 3).T @ delta(n, 3) * slope("tanh", pre(n, 2))))
check(D, "eq-p4", N, lambda n: (n.by_node("a", 1, first(n))[:, :1], w(n, 2) @ delta(n, 2)))
check(D, "eq-p5", N, lambda n: (pre(n, 2), w(n, 2) @ act(n, 1)))
check(D, "eq-p7", N, lambda n: (n.cost(n.run()[1]), n.losses(n.run()[1]).sum() / (2 * n.m)))
errors = lambda n, l: np.column_stack([n.by_node("z", l, lambda a, e=e: n.losses(a)[e])[:, e] for e in range(n.m)])
check(D, "eq-p6", N, lambda n: (n.by_weight(2, n.cost).T, errors(n, 2) @ n.run()[1][1].T / n.m))
check(D, "eq-p8", N, lambda n: (n.by_weight(2, n.cost).T, n.run()[1][1] @ errors(n, 2).T / n.m))
check(D, "eq-7", N, lambda n: (delta(n, 2), n.by_node("a", 2, first(n))[:, :1] * slope("sigmoid", pre(n, 2))))

# Greek letters, one hidden layer.
N = nets((3, 4, 2), ["sigmoid", "sigmoid"], "sum", mean=False)
D = "hidden-alpha-output-beta"
out = lambda n, with_bias: -2 * (n.T[:, :1] - act(n, 2)) * slope("sigmoid", pre(n, 2) - (0 if with_bias else n.b[2]))
check(D, "eq-p4", N, lambda n: (n.losses(n.run()[1])[0], (n.T[:, 0] - act(n, 2)[:, 0]).sum()))
check(D, "eq-4", N, lambda n: (n.by_weight(2, first(n)), out(n, False) @ act(n, 1).T))
check(D, "eq-p3", N, lambda n: (n.by_weight(2, first(n)), -out(n, True) @ act(n, 1).T))
check(D, "eq-p6", N, lambda n: (
    n.by_weight(1, first(n)), n.W[2].T @ out(n, True) * slope("sigmoid", pre(n, 1)) @ n.X[:, :1].T))
check(D, "eq-8", N, lambda n: (delta(n, 2), out(n, False)))
check(D, "eq-9", N, lambda n: (delta(n, 1), slope("sigmoid", pre(n, 1) - n.b[1]) * (n.W[2].T @ delta(n, 2))))
check(D, "eq-p2", N, lambda n: (delta(n, 1), slope("sigmoid", pre(n, 1)) * (n.W[2].T @ delta(n, 2))))
check(D, "eq-10", N, lambda n: (n.by_weight(2, first(n)), delta(n, 2) @ act(n, 1).T))

# Two layers, rows.
N = nets((3, 4, 2), ["relu", "linear"], "sum")
D = "two-layers-from-scratch"
H = lambda n: n.run()[1][1].T
Y = lambda n: n.run()[0][1].T
gap = lambda n: n.run()[1][2].T - n.T.T
check(D, "eq-p1", N, lambda n: (n.by_weight(2, n.cost).T, rows(n, "a", 2).T @ H(n)))
check(D, "eq-p2", N, lambda n: (rows(n, "a", 2), -2 / n.m * gap(n)))
check(D, "eq-p3", N, lambda n: (rows(n, "a", 1), 2 / n.m * gap(n) @ n.W[2]))
check(D, "eq-p4", N, lambda n: (rows(n, "z", 1), rows(n, "a", 2) @ n.W[2] * slope("relu", Y(n))))
check(D, "eq-p5", N, lambda n: (n.by_weight(1, n.cost).T, n.X @ rows(n, "a", 1)))
check(D, "eq-p6", N, lambda n: (n.by_bias(2, n.cost)[:, 0], rows(n, "a", 2)[:2].sum(axis=1)))

# Letters of a textbook, sum of squares.
N = nets((3, 4, 2), ["sigmoid", "linear"], "sum", biases=False)
D = "letters-of-bishop"
check(D, "eq-p1", N, lambda n: (delta(n, 1), act(n, 1) * (n.W[2].T @ delta(n, 2))))
check(D, "eq-p2", N, lambda n: (n.by_weight(1, first(n)), np.broadcast_to(delta(n, 1) * act(n, 1), n.W[1].shape)))
check(D, "eq-p3", N, lambda n: (n.by_weight(2, first(n)), 2 * (act(n, 2) - n.T[:, :1]) @ act(n, 1).T))
check(D, "eq-p4", N, lambda n: (n.by_weight(2, first(n)), (act(n, 2) - n.T[:, :1]) @ act(n, 1).T))
check(D, "eq-p6", N, lambda n: (delta(n, 2), 2 * (n.T[:, :1] - act(n, 2))))

# Composed functions, rows, no biases.
N = nets((3, 4, 5, 2), ["sigmoid", "tanh", "linear"], "sum", biases=False)
D = "composed-functions"
A = lambda n, l: n.run()[1][l].T
check(D, "eq-p2", N, lambda n: (rows(n, "a", 3), (A(n, 3) - n.T.T) / n.m))
check(D, "eq-p3", N, lambda n: (rows(n, "z", 1), rows(n, "a", 1) * A(n, 1)))
check(D, "eq-p4", N, lambda n: (rows(n, "a", 2), rows(n, "z", 2) @ n.W[2]))
check(D, "eq-p5", N, lambda n: (n.by_weight(2, n.cost).T, rows(n, "z", 2) @ A(n, 1).T))
check(D, "eq-p6", N, lambda n: (
    n.by_weight(2, n.cost).T, A(n, 1).T @ (rows(n, "a", 2) * slope("tanh", n.run()[0][2].T))))
r = np.random.default_rng(3)
X, W = r.normal(size=(4, 3)), r.normal(size=(3, 2))
dX = np.array([[(np.sum(((X + 1j * STEP * np.eye(12)[3 * i + j].reshape(4, 3)) @ W) ** 2)).imag / STEP
                for j in range(3)] for i in range(4)])
CHECKS[D, "eq-p1"] = lambda: tried(lambda: (dX, 2 * X @ W @ W))

# Traces, least squares, softmax.
D = "trace-and-differential"
u, M = r.normal(size=3), r.normal(size=(3, 3))
du = np.array([((u + 1j * STEP * e) @ M @ (u + 1j * STEP * e)).imag / STEP for e in np.eye(3)])
CHECKS[D, "eq-p1"] = lambda: tried(lambda: (du, M @ u + M @ u))
CHECKS[D, "eq-p2"] = lambda: tried(lambda: (du, 2 * M @ u))
N = nets((3, 1), ["linear"], "sum", mean=False, biases=False)
least = lambda n: n.X @ (n.X.T @ n.W[1].T - n.T.T)
check(D, "eq-17", N, lambda n: (n.by_weight(1, n.cost).T, 2 * least(n)))
check(D, "eq-p4", N, lambda n: (n.by_weight(1, n.cost).T, -2 * least(n)))
check(D, "eq-p5", N, lambda n: (n.by_weight(1, n.cost).T, 2 * (n.X.T @ n.W[1].T - n.T.T) @ n.X))
N = nets((3, 2), ["linear"], "half")
check(D, "eq-23", N, lambda n: (n.by_weight(1, n.cost).T, n.X @ rows(n, "z", 1)))
check(D, "eq-p7", N, lambda n: (n.by_weight(1, n.cost).T, rows(n, "z", 1) @ n.X))
check(D, "eq-p6", N, lambda n: (n.by_weight(1, n.cost).T, n.X.T @ rows(n, "z", 1)))
check(D, "eq-26", N, lambda n: (n.by_bias(1, n.cost)[:, 0], rows(n, "z", 1).T @ np.ones(n.m)))
check(D, "eq-p8", N, lambda n: (n.by_bias(1, n.cost)[:, 0], rows(n, "z", 1) @ np.ones(2)))
N = nets((3, 4), ["softmax"], "categorical")
check(D, "eq-45", N, lambda n: (delta(n, 1), act(n, 1) - n.T[:, :1]))
check(D, "eq-p10", N, lambda n: (delta(n, 1), n.T[:, :1] - act(n, 1)))
check(D, "eq-p11", N, lambda n: (
    delta(n, 1), -n.T[:, :1] + act(n, 1) * n.T[:, :1] + act(n, 1) * n.T[:, 0].sum()))

# One neuron to many: columns.
N = nets((3, 4, 5, 2), ["sigmoid", "sigmoid", "sigmoid"], "half")
D = "one-neuron-to-many"
check(D, "eq-p3", N, lambda n: (n.by_weight(2, n.cost), n.run()[1][1].T @ errors(n, 2) / n.m))
check(D, "eq-p4", N, lambda n: (delta(n, 2), n.W[3] @ delta(n, 3) * slope("sigmoid", pre(n, 2))))
check(D, "eq-p5", N, lambda n: (n.by_weight(2, first(n)), act(n, 1) @ delta(n, 2).T))
check(D, "eq-p6", N, lambda n: (n.by_weight(2, n.cost), errors(n, 2) @ n.run()[1][1].T))
check(D, "eq-33", N, lambda n: (n.by_weight(2, n.cost), errors(n, 2) @ n.run()[1][1].T / n.m))
N = nets((1, 1, 1, 1, 1), ["sigmoid"] * 4, "half")
check(D, "eq-p1", N, lambda n: (delta(n, 2), delta(n, 3) * n.W[2] * slope("sigmoid", pre(n, 2))))
check(D, "eq-p2", N, lambda n: (
    n.by_weight(2, first(n)), delta(n, 3) * n.W[3] * slope("sigmoid", pre(n, 2)) * act(n, 1)))

# Classes, log loss, every weight by hand, a normalized batch.
N = nets((3, 1), ["sigmoid"], "binary")
D = "log-loss"
check(D, "eq-p2", N, lambda n: (n.by_weight(1, first(n)), (n.T[:, :1] - act(n, 1)) * n.X[:, :1].T))
check(D, "eq-p3", N, lambda n: (n.by_weight(1, n.cost), (n.run()[1][1] - n.T) @ n.X.T / n.m))
check(D, "eq-p4", N, lambda n: (n.by_weight(1, n.cost), (n.run()[1][1] - n.T) @ n.X.T))
check(D, "eq-17", N, lambda n: (n.by_bias(1, first(n)), n.T[:, :1] - act(n, 1)))
N = nets((3, 4), ["softmax"], "categorical")
D = "memo-of-classes"
check(D, "eq-p1", N, lambda n: (delta(n, 1), n.T[:, :1] - act(n, 1)))
check(D, "eq-p3", N, lambda n: (n.losses(n.run()[1])[0], (n.T * np.log(n.run()[1][1])).sum(axis=0)[0]))
check(D, "eq-p4", N, lambda n: (n.by_weight(1, first(n)), n.X[:, :1] @ delta(n, 1).T))
N = nets((2, 3, 2), ["tanh", "sigmoid"], "half", biases=False)
D = "over-and-over"
check(D, "eq-p1", N, lambda n: (n.by_weight(2, first(n))[0, 0], (act(n, 1)[0] * (act(n, 2) - n.T[:, :1])[0] * act(n, 2)[0])[0]))
check(D, "eq-p2", N, lambda n: (
    n.by_weight(2, first(n))[0, 0], (act(n, 1)[0] * (act(n, 2) - n.T[:, :1])[0] * slope("sigmoid", pre(n, 2))[0])[0]))
check(D, "eq-p3", N, lambda n: (
    n.by_weight(1, first(n))[0, 0], ((act(n, 2) - n.T[:, :1])[0] * slope("sigmoid", pre(n, 2))[0] * n.W[2][0, 0]
                                     * n.X[0, 0] * slope("tanh", pre(n, 1))[0])[0]))
D = "normalized-batch"
x, c, gamma, beta, epsilon = r.normal(size=4), r.normal(size=4), 1.3, 0.2, 0.001
hat = lambda v: (v - v.mean()) / np.sqrt(((v - v.mean()) ** 2).mean() + epsilon)
L = lambda v: (c * (gamma * hat(v) + beta) ** 2).sum()
dL = np.array([L(x + 1j * STEP * e).imag / STEP for e in np.eye(4)])
dy, s = 2 * c * (gamma * hat(x) + beta), np.sqrt(x.var() + epsilon)
backward = lambda sign, factor: gamma / (factor * s) * (4 * dy - dy.sum() + sign * hat(x) * (dy * hat(x)).sum())
CHECKS[D, "eq-4"] = lambda: tried(lambda: (dL, backward(-1, 4)))
CHECKS[D, "eq-p1"] = lambda: tried(lambda: (dL, backward(1, 4)))
CHECKS[D, "eq-p2"] = lambda: tried(lambda: (dL, backward(-1, 1)))
CHECKS[D, "eq-p3"] = lambda: tried(lambda: (
    np.array([hat(x + 1j * STEP * e)[i].imag / STEP for i, e in enumerate(np.eye(4))]),
    3 / (4 * s) - (x - x.mean()) ** 2 / (4 * s**3)))


PLANTED = pathlib.Path(__file__).resolve().parent.parent
VOICES = PLANTED.parent / "voices"


def main(folder=PLANTED):
    tables, wrong = {}, 0
    for (document, label), truth in CHECKS.items():
        if document not in tables:
            with open(folder / f"{document}.expected.tsv", newline="", encoding="utf-8") as f:
                rows = csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)
                tables[document] = {row["label"]: row["verdict"].split("|")[0] for row in rows}
        verdict, found = tables[document][label], truth()
        if found != (verdict not in ("fails", "conflicts")):
            wrong += 1
            print(f"{document} {label}: judged {verdict}, found {'true' if found else 'wrong'}")
    print(f"{len(CHECKS)} equations, {wrong} judged otherwise")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
