"""Confirms the verdicts about the planted equations of the fourth lot.

    python3 notes.py

Each entry gives both sides of an equation as it is printed, on random networks of distinct widths; derivatives are complex
steps of a forward pass that knows nothing of backpropagation. What the table calls true has to agree on every network, and
what it calls wrong to differ on one, in its values or in its shape.
"""
import numpy as np

from planted import STEP, every, first, nets, slope, tried
import planted
from quantities import col, delta

CHECKS = planted.CHECKS
CHECKS.clear()
check = planted.check

errors = lambda n, l: np.column_stack([n.by_node("z", l, lambda a, e=e: n.losses(a)[e])[:, e] for e in range(n.m)])
rows = lambda n, kind, l: n.run()[{"z": 0, "a": 1}[kind]][l].T
by = lambda n, kind, l: n.by_node(kind, l, n.cost).T


def step_gradient(of, *values):
    """The derivative of a number by each of some arrays, entry by entry."""
    out = []
    for k, v in enumerate(values):
        G = np.zeros(np.shape(v))
        for index in np.ndindex(np.shape(v)):
            moved = [np.asarray(u, complex).copy() for u in values]
            moved[k][index] += 1j * STEP
            G[index] = of(*moved).imag / STEP
        out.append(G)
    return out


# A batch in columns.
N = nets((3, 4, 5, 2), ["sigmoid"] * 3, "half")
D = "columns-of-a-batch"
check(D, "eq-p1", N, lambda n: (n.losses(n.run()[1])[0], np.linalg.norm(n.T[:, 0] - n.run()[1][3][:, 0]) / 2))
check(D, "eq-22", N, lambda n: (delta(n, 2), slope("sigmoid", col(n, "z", 2)) * (n.W[3].T @ delta(n, 3))))
check(D, "eq-p2", N, lambda n: (delta(n, 2), slope("sigmoid", col(n, "z", 2)) * (n.W[3] @ delta(n, 3))))
check(D, "eq-35", N, lambda n: (n.by_weight(2, n.cost), errors(n, 2) @ n.run()[1][1].T / n.m))
check(D, "eq-p3", N, lambda n: (n.by_weight(2, n.cost), errors(n, 2) @ n.run()[1][1].T))
check(D, "eq-p4", N, lambda n: (n.by_bias(2, n.cost), np.ones((1, n.m)) @ errors(n, 2) / n.m))
check(D, "eq-p5", N, lambda n: (n.by_bias(2, n.cost), errors(n, 2) @ np.ones((n.m, 1))))
check(D, "eq-p6", N, lambda n: (errors(n, 3), (n.run()[1][3] - n.T) * slope("sigmoid", n.run()[0][3]) / n.m))
check(D, "eq-44", N, lambda n: (errors(n, 3), (n.run()[1][3] - n.T) * slope("sigmoid", n.run()[0][3])))

# Softmax by cases.
N = nets((4, 3), ["softmax"], "categorical")
D = "softmax-by-cases"
p = lambda n: col(n, "a", 1)
t = lambda n: n.T[:, :1]
off = lambda n: ~np.eye(3, dtype=bool)
jacobian = lambda n: np.array([n.by_node("z", 1, lambda a, i=i: a[1][i, 0])[:, 0] for i in range(3)])
check(D, "eq-p5", N, lambda n: (n.losses(n.run()[1])[0], -(p(n) * np.log(t(n))).sum()))
check(D, "eq-4", N, lambda n: (np.broadcast_to(n.X[:, :1].T, (3, 4)), delta(n, 1) @ n.X[:, :1].T))
check(D, "eq-7", N, lambda n: (jacobian(n)[off(n)], (-p(n) @ p(n).T)[off(n)]))
check(D, "eq-p2", N, lambda n: (jacobian(n)[off(n)], (p(n) @ p(n).T)[off(n)]))
check(D, "eq-9", N, lambda n: (delta(n, 1), p(n) - t(n)))
check(D, "eq-p1", N, lambda n: (delta(n, 1), t(n) - p(n)))
check(D, "eq-p3", N, lambda n: (n.by_weight(1, first(n)), (p(n) - t(n)) * n.X[:3, :1]))
check(D, "eq-p4", N, lambda n: (n.by_bias(1, first(n)), p(n) - t(n)))

# The likelihood of labels.
N = nets((3, 1), ["sigmoid"], "binary", mean=False)
D = "likelihood-of-labels"
prob = lambda n: n.run()[1][1].T
check(D, "eq-7", N, lambda n: (by(n, "a", 1), -(n.T.T / prob(n) - (1 - n.T.T) / (1 - prob(n)))))
check(D, "eq-p1", N, lambda n: (by(n, "a", 1), -(n.T.T / prob(n) + (1 - n.T.T) / (1 - prob(n)))))
check(D, "eq-13", N, lambda n: (n.by_weight(1, n.cost).T, n.X @ (prob(n) - n.T.T)))
check(D, "eq-p4", N, lambda n: (n.by_weight(1, n.cost).T, n.X @ (n.T.T - prob(n))))
check(D, "eq-p3", N, lambda n: (n.by_bias(1, n.cost)[0, 0], (prob(n) - n.T.T).sum() / n.m))
check(D, "eq-p5", N, lambda n: (prob(n), 1 / (1 + np.exp(-(n.X.T @ n.W[1].T + n.b[1])))))
check(D, "eq-p2", N, lambda n: (n.by_weight(1, n.cost).T, n.X.T @ (prob(n) - n.T.T)))

# Digits, in rows.
N = nets((4, 5, 6, 3), ["relu", "relu", "softmax"], "categorical")
D = "digits-in-rows"
gap = lambda n: rows(n, "a", 3) - n.T.T
err = lambda n, l: errors(n, l).T
check(D, "eq-p6", N, lambda n: (n.cost(n.run()[1]), -(n.T * np.log(n.run()[1][3])).sum()))
check(D, "eq-10", N, lambda n: (n.by_weight(3, n.cost).T, gap(n).T @ rows(n, "a", 2) / n.m))
check(D, "eq-p1", N, lambda n: (n.by_weight(3, n.cost).T, rows(n, "a", 2).T @ gap(n) / n.m))
check(D, "eq-p4", N, lambda n: (n.by_weight(3, n.cost).T, rows(n, "a", 2).T @ gap(n)))
check(D, "eq-11", N, lambda n: (n.by_bias(3, n.cost)[:, 0], gap(n).sum(axis=0) / n.m))
check(D, "eq-12", N, lambda n: (err(n, 2), err(n, 3) @ n.W[3].T * slope("relu", rows(n, "z", 2))))
check(D, "eq-p2", N, lambda n: (err(n, 2), err(n, 3) @ n.W[3] * slope("relu", rows(n, "z", 2))))
check(D, "eq-p3", N, lambda n: (err(n, 2), err(n, 3) @ n.W[3] * rows(n, "a", 2)))
check(D, "eq-13", N, lambda n: (n.by_weight(2, n.cost).T, err(n, 2).T @ rows(n, "a", 1) / n.m))
check(D, "eq-14", N, lambda n: (n.by_bias(2, n.cost)[:, 0], err(n, 2).sum(axis=0) / n.m))
check(D, "eq-15", N, lambda n: (err(n, 1), err(n, 2) @ n.W[2].T * slope("relu", rows(n, "z", 1))))
check(D, "eq-16", N, lambda n: (n.by_weight(1, n.cost).T, err(n, 1).T @ n.X.T / n.m))

# A network unrolled in time.
D = "unrolled-in-time"
r = np.random.default_rng(11)
Whh, Wxh, Why, bh, by_ = (r.normal(size=s) * 0.7 for s in ((3, 3), (3, 4), (2, 3), (3,), (2,)))
h0, x, d = r.normal(size=3), r.normal(size=(3, 4)), r.normal(size=(3, 2))
sigmoid = planted.FUNCTIONS["sigmoid"]


def unrolled(Whh, Wxh, Why, bh, by_, moved=np.zeros((3, 3)), states=np.zeros((3, 3))):
    h, hs, zs, loss = h0, [h0], [], 0
    for k in range(3):
        z = Whh @ h + Wxh @ x[k] + bh + moved[k]
        h = np.tanh(z) + states[k]
        loss = loss + ((sigmoid(Why @ h + by_) - d[k]) ** 2).sum() / 2
        hs.append(h)
        zs.append(z)
    return loss, hs, zs


_, hs, zs = unrolled(Whh, Wxh, Why, bh, by_)
gWhh, gWxh, gWhy, gbh, _ = step_gradient(lambda *w: unrolled(*w)[0], Whh, Wxh, Why, bh, by_)
by_z = step_gradient(lambda m: unrolled(Whh, Wxh, Why, bh, by_, moved=m)[0], np.zeros((3, 3)))[0]
by_h = step_gradient(lambda m: unrolled(Whh, Wxh, Why, bh, by_, states=m)[0], np.zeros((3, 3)))[0]
out = [sigmoid(Why @ h + by_) for h in hs[1:]]
dy = [(o - g) * o * (1 - o) for o, g in zip(out, d)]
f1 = lambda z: 1 - np.tanh(z) ** 2
facts = {
    "eq-13": lambda: (by_h[:2], np.array([Why.T @ dy[k] + Whh.T @ by_h[k + 1] * f1(zs[k]) for k in (0, 1)])),
    "eq-14": lambda: (by_z[:2], np.array([(Why.T @ dy[k] + Whh.T @ by_z[k + 1]) * f1(zs[k]) for k in (0, 1)])),
    "eq-p2": lambda: (by_z[:2], np.array([(Why.T @ dy[k] + Whh @ by_z[k + 1]) * f1(zs[k]) for k in (0, 1)])),
    "eq-15": lambda: (by_z[2], Why.T @ dy[2] * f1(zs[2])),
    "eq-16": lambda: (gWhh, sum(np.outer(by_z[k], hs[k]) for k in range(3))),
    "eq-p1": lambda: (gWhh, sum(np.outer(by_z[k], hs[k + 1]) for k in range(3))),
    "eq-18": lambda: (gWxh, sum(np.outer(by_z[k], x[k]) for k in range(3))),
    "eq-p3": lambda: (gbh, by_z.sum(axis=0)),
    "eq-21": lambda: (gWhy, sum(np.outer(dy[k], hs[k + 1]) for k in range(3))),
    "eq-p4": lambda: (gWhy, sum(np.outer(hs[k + 1], dy[k]) for k in range(3))),
}
for label, sides in facts.items():
    CHECKS[D, label] = lambda sides=sides: tried(sides)

# A penalty for large weights.
N = nets((3, 4, 2), ["tanh", "linear"], "sum", biases=False)
D = "penalized-weights"
k = 0.1
away = lambda n: col(n, "a", 2) - n.T[:, :1]
back = lambda n: (n.W[2].T @ (2 * away(n)) * slope("tanh", col(n, "z", 1))) @ n.X[:, :1].T
check(D, "eq-7", N, lambda n: (n.by_node("a", 2, first(n))[:, :1], -2 * away(n)))
check(D, "eq-p1", N, lambda n: (k * n.W[1], 2 * k * n.W[1]))
check(D, "eq-9", N, lambda n: (n.by_weight(2, first(n)) + k * n.W[2], -2 * away(n) @ col(n, "a", 1).T + k * n.W[2]))
check(D, "eq-p2", N, lambda n: (n.by_weight(2, first(n)) + k * n.W[2], 2 * away(n) @ col(n, "a", 1).T + k * n.W[2]))
check(D, "eq-p4", N, lambda n: (n.by_weight(2, first(n)) + k * n.W[2], 2 * col(n, "a", 1) @ away(n).T + k * n.W[2]))
check(D, "eq-11", N, lambda n: (n.by_node("a", 1, first(n))[:, :1], -2 * n.W[2].T @ away(n)))
check(D, "eq-p3", N, lambda n: (n.by_weight(1, first(n)) + k * n.W[1], back(n) + k * n.W[1]))
check(D, "eq-p5", N, lambda n: (n.by_weight(1, first(n)) + k * n.W[1], back(n)))

# Une couche cachée: the weights W^(2) leave layer 2, which is hidden.
N = nets((2, 3, 4), ["sigmoid", "linear"], "half")
D = "une-couche-cachee"
check(D, "eq-8", N, lambda n: (n.cost(n.run()[1]), ((n.T - n.W[2] @ sigmoid(n.W[1] @ n.X)) ** 2).sum() / (2 * n.m)))
check(D, "eq-10", N, lambda n: (n.by_weight(2, n.cost).T, rows(n, "a", 1).T @ by(n, "z", 2)))
check(D, "eq-p2", N, lambda n: (n.by_weight(2, n.cost).T, by(n, "z", 2) @ rows(n, "a", 1).T))
check(D, "eq-11", N, lambda n: (n.by_bias(1, n.cost)[:, 0], by(n, "z", 1).sum(axis=0)))
check(D, "eq-p3", N, lambda n: (n.by_weight(1, n.cost).T, n.X.T @ by(n, "z", 1)))
check(D, "eq-p1", N, lambda n: (by(n, "z", 1), by(n, "z", 2) @ n.W[2] * slope("sigmoid", rows(n, "z", 1))))
check(D, "eq-p4", N, lambda n: (by(n, "z", 1), by(n, "z", 2) @ n.W[2].T * slope("sigmoid", rows(n, "z", 1))))
norms = lambda n: sum((w**2).sum() for w in n.W[1:])
check(D, "eq-p7", N, lambda n: (n.cost(n.run()[1]) + 0.7 / (2 * n.m) * norms(n), n.cost(n.run()[1]) + 0.7 / n.m * norms(n)))
step = lambda n: n.W[1] - 0.1 * (n.by_weight(1, n.cost) + 0.7 / n.m * n.W[1])
check(D, "eq-p5", N, lambda n: (step(n), n.W[1] * (1 - 0.1 * 0.7 / n.m) - 0.1 * n.by_weight(1, n.cost)))
check(D, "eq-p6", N, lambda n: (step(n), n.W[1] * (1 + 0.1 * 0.7 / n.m) - 0.1 * n.by_weight(1, n.cost)))

# Normalized in several ways.
D = "normalized-four-ways"
v, c, gamma, beta, epsilon = r.normal(size=4), r.normal(size=4), 1.3, 0.2, 0.001
hat = lambda u: (u - u.mean()) / np.sqrt(((u - u.mean()) ** 2).mean() + epsilon)
dL = step_gradient(lambda u: (c * (gamma * hat(u) + beta) ** 2).sum(), v)[0]
dn, s = 2 * c * (gamma * hat(v) + beta), np.sqrt(v.var() + epsilon)
normal = lambda mean, sign: gamma / s * (dn - mean * dn.sum() + sign * hat(v) / 4 * (dn * hat(v)).sum())
CHECKS[D, "eq-7"] = lambda: tried(lambda: (dL, normal(1 / 4, -1)))
CHECKS[D, "eq-p1"] = lambda: tried(lambda: (dL, normal(1, -1)))
CHECKS[D, "eq-p2"] = lambda: tried(lambda: (dL, normal(1 / 4, 1)))
CHECKS[D, "eq-p4"] = lambda: tried(lambda: (dL, gamma / (4 * s) * (4 * dn - dn.sum() - hat(v) * (dn * hat(v)).sum())))
u, a, g = r.normal(size=3), r.normal(size=3), np.array(0.8)
loss = lambda w: (a * w).sum() + (w * w).sum() ** 2
norm = np.linalg.norm(u)
dw = step_gradient(loss, g * u / norm)[0]
dg, du = step_gradient(lambda g, u: loss(g * u / np.sqrt((u * u).sum())), g, u)
CHECKS[D, "eq-14"] = lambda: tried(lambda: (dg, dw @ u / norm))
CHECKS[D, "eq-p5"] = lambda: tried(lambda: (dg, dw @ u / norm**2))
CHECKS[D, "eq-15"] = lambda: tried(lambda: (du, g / norm * dw - g * dg / norm**2 * u))
CHECKS[D, "eq-p3"] = lambda: tried(lambda: (du, g / norm * dw + g * dg / norm**2 * u))

# Back-propagated errors.
N = nets((3, 4, 2), ["sigmoid", "sigmoid"], "half", mean=False)
D = "back-propagated-errors"
y = lambda n: col(n, "a", 2)
miss = lambda n: y(n) - n.T[:, :1]
check(D, "eq-p6", N, lambda n: (n.cost(n.run()[1]), ((n.run()[1][2] - n.T) ** 2).sum()))
check(D, "eq-p3", N, lambda n: (delta(n, 2), miss(n) * slope("sigmoid", col(n, "z", 2))))
check(D, "eq-p4", N, lambda n: (delta(n, 2), miss(n) * y(n) * (1 - y(n))))
check(D, "eq-p5", N, lambda n: (delta(n, 2), -miss(n) * y(n) * (1 - y(n))))
check(D, "eq-5", N, lambda n: (n.by_weight(2, first(n)), delta(n, 2) @ col(n, "a", 1).T))
check(D, "eq-p1", N, lambda n: (n.by_weight(2, first(n)), np.broadcast_to(delta(n, 2) * y(n), n.W[2].shape)))
check(D, "eq-6", N, lambda n: (n.by_node("a", 1, first(n))[:, :1], n.W[2].T @ delta(n, 2)))
check(D, "eq-p2", N, lambda n: (n.by_node("a", 1, first(n))[:, :1], n.W[2] @ delta(n, 2)))

# Losses, and steps.
N = nets((3, 4, 1), ["tanh", "sigmoid"], "binary")
D = "losses-and-steps"
logs = lambda n, sign: -(n.T * np.log(n.run()[1][2]) + sign * (1 - n.T) * np.log(1 - n.run()[1][2])).mean()
check(D, "eq-3", N, lambda n: (n.cost(n.run()[1]), logs(n, 1)))
check(D, "eq-p4", N, lambda n: (n.cost(n.run()[1]), logs(n, -1)))


if __name__ == "__main__":
    planted.main()
