"""Confirms the verdicts about the planted equations of the documents whose symbols are said in the words of their sources.

    python3 voices.py

The documents are in `voices`, beside `planted`.

Each entry gives both sides of an equation as it is printed, on random networks of distinct widths; derivatives are complex
steps of a forward pass that knows nothing of backpropagation. What the table calls true has to agree on every network, and
what it calls wrong to differ on one, in its values or in its shape. The numbers of worked examples are calculated.
"""
import numpy as np

from planted import STEP, nets, first
import planted
from quantities import below, bias, by_weight, col, delta, every, jacobian, miss, out, sl, target, weight

CHECKS = planted.CHECKS
CHECKS.clear()
check = planted.check

deltas = lambda n, l: n.by_node("z", l, lambda a: n.losses(a).sum())

# Rows of V and W, Shewchuk: V is W[1], W is W[2]; the row of a matrix is compared as a column.
T = "rows-of-v-and-w"
N = nets((3, 4, 2), ["sigmoid"] * 2, "sum", biases=False)
h = lambda n: col(n, "a", 1)
z = out
row_of_z = lambda n, j: n.by_weight(2, lambda a: a[2][j, 0])
check(T, "eq-5", N, lambda n: (n.cost(n.run()[1]), n.losses(n.run()[1]).mean()))
check(T, "eq-6", N, lambda n: (below(n, 2), 2 * (z(n) - target(n))))
check(T, "eq-p1", N, lambda n: (below(n, 2), 2 * (target(n) - z(n))))
check(T, "eq-7", N, lambda n: (
    n.by_weight(1, lambda a: a[1][1, 0])[1][:, None], h(n)[1] * (1 - h(n)[1]) * n.X[:, :1]))
check(T, "eq-8", N, lambda n: (row_of_z(n, 1)[1][:, None], z(n)[1] * (1 - z(n)[1]) * h(n)))
check(T, "eq-9", N, lambda n: (jacobian(n, lambda n, a: a[2][:, 0], "a", 1)[1], (z(n)[1] * (1 - z(n)[1]) * n.W[2][1])))
check(T, "eq-11", N, lambda n: (below(n, 1), n.W[2].T @ (below(n, 2) * z(n) * (1 - z(n)))))
check(T, "eq-p2", N, lambda n: (below(n, 1)[:, 0], (below(n, 2) * z(n) * (1 - z(n)))[0] * n.W[2][0]))
check(T, "eq-12", N, lambda n: (weight(n, 1), (below(n, 1) * h(n) * (1 - h(n))) @ n.X[:, :1].T))
check(T, "eq-p3", N, lambda n: (weight(n, 1), (below(n, 1) * h(n) * (1 - h(n))) @ h(n).T))
check(T, "eq-13", N, lambda n: (below(n, 1), n.W[2].T @ (2 * (z(n) - target(n)) * z(n) * (1 - z(n)))))
check(T, "eq-p4", N, lambda n: (below(n, 1), n.W[2] @ (2 * (z(n) - target(n)) * z(n) * (1 - z(n)))))
omega = lambda n: 2 * (z(n) - target(n)) * z(n) * (1 - z(n))
check(T, "eq-15", N, lambda n: (weight(n, 1), (n.W[2].T @ omega(n) * h(n) * (1 - h(n))) @ n.X[:, :1].T))
check(T, "eq-p5", N, lambda n: (weight(n, 1), (n.W[2].T @ omega(n) * h(n)) @ n.X[:, :1].T))
N = nets((3, 4, 5), ["sigmoid", "softmax"], "categorical", biases=False)
check(T, "eq-18", N, lambda n: (
    jacobian(n, lambda n, a: a[2][:, 0], "z", 2), np.diag(z(n)[:, 0]) - z(n) @ z(n).T))
check(T, "eq-20", N, lambda n: (delta(n, 2), z(n) - target(n)))
check(T, "eq-21", N, lambda n: (weight(n, 2), (z(n) - target(n)) @ h(n).T))

# A log-softmax at the top, Collins: W is W[1], V is W[2].
T = "log-softmax-at-the-top"
N = nets((4, 3, 5), ["tanh", "softmax"], "categorical")
logs = lambda n, a: np.log(a[2][:, 0])
check(T, "eq-7", N, lambda n: (jacobian(n, logs, "z", 2), np.eye(5) - z(n).T * np.ones((5, 1))))
check(T, "eq-p1", N, lambda n: (jacobian(n, logs, "z", 2), np.eye(5) - z(n) * np.ones((1, 5))))
check(T, "eq-8", N, lambda n: (delta(n, 2), z(n) - target(n)))
check(T, "eq-p2", N, lambda n: (delta(n, 2), target(n) - z(n)))
check(T, "eq-9", N, lambda n: (weight(n, 2), -miss(n) @ h(n).T))
check(T, "eq-p3", N, lambda n: (weight(n, 2), h(n) @ -miss(n).T))
check(T, "eq-10", N, lambda n: (jacobian(n, lambda n, a: a[1][:, 0], "z", 1), np.diag(sl(n, 1)[:, 0])))
check(T, "eq-11", N, lambda n: (below(n, 1), n.W[2].T @ -miss(n)))
check(T, "eq-13", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2].T @ -miss(n))))
check(T, "eq-p4", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2] @ -miss(n))))
check(T, "eq-15", N, lambda n: (weight(n, 1), (sl(n, 1) * (n.W[2].T @ -miss(n))) @ n.X[:, :1].T))
check(T, "eq-p5", N, lambda n: (
    weight(n, 1), ((1 - np.tanh(h(n)) ** 2) * (n.W[2].T @ -miss(n))) @ n.X[:, :1].T))
check(T, "eq-17", N, lambda n: (delta(n, 1), (1 - h(n) ** 2) * (n.W[2].T @ -miss(n))))
check(T, "eq-19", N, lambda n: (bias(n, 1), delta(n, 1)))

# Netze nach Zell: w_ij is W[1] transposed, w_jk is W[2] transposed; δ points downhill.
T = "netze-nach-zell"
N = nets((3, 4, 2), ["sigmoid"] * 2, "half", mean=False, biases=False)
check(T, "eq-3", N, lambda n: (n.cost(n.run()[1]), ((n.T - every(n, "a", 2)) ** 2).sum() / 2))
check(T, "eq-p1", N, lambda n: (n.losses(n.run()[1])[0], ((n.T - every(n, "a", 2)) ** 2).sum(axis=1)[0] / 2))
check(T, "eq-7", N, lambda n: (by_weight(n, 1).T, -(n.X @ -deltas(n, 1).T)))
check(T, "eq-10", N, lambda n: (-below(n, 1), n.W[2].T @ -delta(n, 2)))
check(T, "eq-p2", N, lambda n: (-below(n, 1), n.W[2] @ -delta(n, 2)))
check(T, "eq-11", N, lambda n: (-delta(n, 1), sl(n, 1) * (n.W[2].T @ -delta(n, 2))))
check(T, "eq-p3", N, lambda n: (-delta(n, 1), h(n) * (n.W[2].T @ -delta(n, 2))))
check(T, "eq-12", N, lambda n: (-weight(n, 2).T, h(n) @ -delta(n, 2).T))
check(T, "eq-p4", N, lambda n: (-weight(n, 2).T, np.ones((4, 1)) @ (out(n) * -delta(n, 2)).T))
check(T, "eq-15", N, lambda n: (-delta(n, 2), out(n) * (1 - out(n)) * miss(n)))
check(T, "eq-16", N, lambda n: (-delta(n, 1), h(n) * (1 - h(n)) * (n.W[2].T @ -delta(n, 2))))


def with_momentum(n, sign, rate=0.2, momentum=0.8, steps=4):
    """The last change of W[2] by steps along a velocity of gradients, and what a rule for changes makes of the one before."""
    velocity, changes = [np.zeros_like(w) for w in n.W[1:]], [np.zeros_like(n.W[2])]
    for _ in range(steps):
        gradients = [by_weight(n, 1), by_weight(n, 2)]
        velocity = [momentum * v + g for v, g in zip(velocity, gradients)]
        before = n.W[2]
        n.W = [None] + [w - rate * v for w, v in zip(n.W[1:], velocity)]
        changes.append(n.W[2] - before)
    return changes[-1], sign * rate * gradients[1] + momentum * changes[-2]


fresh = lambda: nets((3, 4, 2), ["sigmoid"] * 2, "half", mean=False, biases=False)
CHECKS[T, "eq-19"] = lambda: all(planted.same(*with_momentum(n, -1)) for n in fresh())
CHECKS[T, "eq-p5"] = lambda: all(planted.same(*with_momentum(n, 1)) for n in fresh())

# The in-sample error, Abu-Mostafa and others: W is W[l] transposed, with the bias above.
T = "in-sample-error"
N = nets((2, 3, 4, 1), ["tanh"] * 3, "sum")
ahead = lambda n, l: np.vstack([np.ones((1, 1)), col(n, "a", l)])
by_both = lambda n, l, of: np.hstack([n.by_bias(l, of), n.by_weight(l, of)]).T
both = lambda n, l: np.hstack([n.b[l], n.W[l]]).T
check(T, "eq-2", N, lambda n: (col(n, "z", 2), both(n, 2).T @ ahead(n, 1)))
check(T, "eq-6", N, lambda n: (n.cost(n.run()[1]), n.losses(n.run()[1]).mean()))
check(T, "eq-10", N, lambda n: (by_both(n, 2, first(n)), ahead(n, 1) @ delta(n, 2).T))
check(T, "eq-p1", N, lambda n: (by_both(n, 2, first(n)), ahead(n, 2) @ delta(n, 2).T))
check(T, "eq-p2", N, lambda n: (by_both(n, 2, first(n)), delta(n, 2) @ ahead(n, 1).T))
check(T, "eq-12", N, lambda n: (below(n, 1), n.W[2].T @ delta(n, 2)))
check(T, "eq-13", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2].T @ delta(n, 2))))
check(T, "eq-p3", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2] @ delta(n, 2))))
check(T, "eq-14", N, lambda n: (sl(n, 2), 1 - col(n, "a", 2) ** 2))
check(T, "eq-15", N, lambda n: (delta(n, 1), sl(n, 1) * (both(n, 2) @ delta(n, 2))[1:]))
check(T, "eq-16", N, lambda n: (delta(n, 3), 2 * -miss(n) * sl(n, 3)))
check(T, "eq-p4", N, lambda n: (delta(n, 3), -miss(n) * sl(n, 3)))
check(T, "eq-17", N, lambda n: (by_both(n, 2, n.cost), by_both(n, 2, lambda a: n.losses(a).sum()) / n.m))


def by_augmented(n, l, rate=0.3):
    """The derivative of the augmented error by all weights into a layer."""
    gradient = by_both(n, l, n.cost).astype(float)
    for index in np.ndindex(gradient.shape):
        w = both(n, l).astype(complex)
        w[index] += 1j * STEP
        gradient[index] += (rate / n.m * (w**2).sum()).imag / STEP
    return gradient


check(T, "eq-19", N, lambda n: (by_augmented(n, 2), by_both(n, 2, n.cost) + 2 * 0.3 / n.m * both(n, 2)))
check(T, "eq-p5", N, lambda n: (by_augmented(n, 2), by_both(n, 2, n.cost) + 0.3 / n.m * both(n, 2)))

# Portions and logits, Hinton.
T = "portions-and-logits"
portions, prices = np.array([2.0, 5, 3]), np.full(3, 50.0)
change = 1 / 35 * portions * (850 - prices @ portions)
number = lambda value, printed: lambda: bool(np.all(np.abs(value - np.array(printed)) < 1e-9))
CHECKS[T, "eq-2"] = number(prices @ portions, 500)
CHECKS[T, "eq-4"], CHECKS[T, "eq-p1"] = number(change, [20, 50, 30]), number(change[1], 55)
CHECKS[T, "eq-5"] = number(prices + change, [70, 100, 80])
N = nets((3, 1), ["linear"], "half", mean=False, biases=False)
check(T, "eq-7", N, lambda n: (by_weight(n, 1), -((n.T - every(n, "a", 1)) @ n.X.T)))
N = nets((3, 1), ["sigmoid"], "half", mean=False)
check(T, "eq-10", N, lambda n: (jacobian(n, lambda n, a: a[1][:, 0], "z", 1), out(n) * (1 - out(n))))
check(T, "eq-p2", N, lambda n: (jacobian(n, lambda n, a: a[1][:, 0], "z", 1), col(n, "z", 1) * (1 - col(n, "z", 1))))
y1 = lambda n: every(n, "a", 1)
check(T, "eq-12", N, lambda n: (by_weight(n, 1), -((y1(n) * (1 - y1(n)) * (n.T - y1(n))) @ n.X.T)))
N = nets((3, 4, 2), ["sigmoid"] * 2, "half")
check(T, "eq-15", N, lambda n: (below(n, 1), n.W[2].T @ delta(n, 2)))
check(T, "eq-p3", N, lambda n: (below(n, 1), n.W[2] @ delta(n, 2)))
check(T, "eq-16", N, lambda n: (weight(n, 2), delta(n, 2) @ h(n).T))
check(T, "eq-p4", N, lambda n: (weight(n, 2), (delta(n, 2) * out(n)) @ np.ones((1, 4))))
N = nets((3, 4, 5), ["sigmoid", "softmax"], "categorical")
check(T, "eq-19", N, lambda n: (delta(n, 2), -miss(n)))


def mean_squares(n, power, steps=3):
    """What rmsprop has gathered for W[2] after some steps, and what a rule makes of what it had before."""
    gathered = [[np.zeros_like(w) for w in n.W[1:]]]
    for _ in range(steps):
        gradients = [by_weight(n, 1), by_weight(n, 2)]
        gathered.append([s + (g * g - s) / 10 for s, g in zip(gathered[-1], gradients)])
        n.W = [None] + [w - 0.1 * g / (np.sqrt(s) + 1e-8) for w, g, s in zip(n.W[1:], gradients, gathered[-1])]
    return gathered[-1][1], 0.9 * gathered[-2][1] + 0.1 * gradients[1] ** power


CHECKS[T, "eq-20"] = lambda: all(planted.same(*with_momentum(n, -1, 0.1, 0.9, 3)) for n in fresh())
CHECKS[T, "eq-21"] = lambda: all(planted.same(*mean_squares(n, 2)) for n in fresh())
CHECKS[T, "eq-p5"] = lambda: all(planted.same(*mean_squares(n, 1)) for n in fresh())

# Answers and predictions: layers count from the inputs, w^2 is W[1].
T = "answers-and-predictions"
N = nets((3, 4, 5, 2), ["sigmoid"] * 3, "half", mean=False)
check(T, "eq-1", N, lambda n: (col(n, "z", 2), n.W[2] @ col(n, "a", 1) + n.b[2]))
check(T, "eq-p1", N, lambda n: (col(n, "z", 2), n.W[2].T @ col(n, "a", 1) + n.b[2]))
squares = lambda n: ((n.T - every(n, "a", n.L)) ** 2).sum()
check(T, "eq-5", N, lambda n: (n.cost(n.run()[1]), squares(n) / 2))
check(T, "eq-p2", N, lambda n: (n.cost(n.run()[1]), squares(n) / (2 * n.m)))
check(T, "eq-7", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p3", N, lambda n: (weight(n, 2), col(n, "a", 1) @ delta(n, 2).T))
check(T, "eq-8", N, lambda n: (delta(n, 3), below(n, 3) * sl(n, 3)))
check(T, "eq-p4", N, lambda n: (delta(n, 3), below(n, 3) * out(n)))
check(T, "eq-9", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2].T @ delta(n, 2))))
check(T, "eq-10", N, lambda n: (delta(n, 2), (n.W[3].T @ delta(n, 3)) * sl(n, 2)))
N = nets((3, 4, 5), ["relu", "softmax"], "categorical", mean=False)
exps = lambda n, shift=0: np.exp(col(n, "z", 2) + shift)
logarithms = lambda n: -(n.T * np.log(every(n, "a", 2))).sum()
check(T, "eq-13", N, lambda n: (out(n), exps(n) / (5 * exps(n))))
check(T, "eq-14", N, lambda n: (out(n), exps(n, -2) / exps(n, -2).sum()))
check(T, "eq-15", N, lambda n: (n.cost(n.run()[1]), logarithms(n) / 5))
check(T, "eq-16", N, lambda n: (n.cost(n.run()[1]), logarithms(n)))
check(T, "eq-17", N, lambda n: (delta(n, 2), -miss(n)))
check(T, "eq-p5", N, lambda n: (delta(n, 2), -miss(n) * out(n) * (1 - out(n))))

# Logits in a row: W is W[1] transposed; the class is one-hot.
T = "logits-in-a-row"


def one_hot(networks):
    for n in networks:
        n.T = np.eye(n.T.shape[0])[:, np.arange(n.m) % n.T.shape[0]]
    return networks


N = one_hot(nets((4, 3), ["softmax"], "categorical", biases=False))
x0 = lambda n: n.X[:, :1]
logits = lambda n: col(n, "z", 1)
logsum = lambda n: np.log(np.exp(logits(n)).sum())
check(T, "eq-4", N, lambda n: (
    np.exp(logits(n)) / np.exp(logits(n)).sum(), np.exp(logits(n) + np.log(3)) / np.exp(logits(n) + np.log(3)).sum()))
stepped = lambda n: n.losses(n.run(W=[None, n.W[1] + 1e-4 * weight(n, 1)])[1])[0]
check(T, "eq-5", N, lambda n: (True, stepped(n) < n.losses(n.run()[1])[0]))
check(T, "eq-9", N, lambda n: (weight(n, 1).T, x0(n) @ delta(n, 1).T))
check(T, "eq-p1", N, lambda n: (weight(n, 1).T, delta(n, 1) @ x0(n).T))
check(T, "eq-10", N, lambda n: (weight(n, 1).T, x0(n) @ delta(n, 1).T))
check(T, "eq-p2", N, lambda n: (weight(n, 1).T, x0(n).T @ delta(n, 1).T))
check(T, "eq-11", N, lambda n: (below(n, 0).T, delta(n, 1).T @ n.W[1]))
check(T, "eq-p3", N, lambda n: (below(n, 0).T, delta(n, 1).T @ n.W[1].T))
check(T, "eq-14", N, lambda n: (n.losses(n.run()[1])[0], -logits(n)[0, 0] + logsum(n)))
check(T, "eq-p4", N, lambda n: (n.losses(n.run()[1])[0], -logits(n)[0, 0] - logsum(n)))
check(T, "eq-15", N, lambda n: (jacobian(n, lambda n, a: np.log(a[1][:, 0]), "z", 1)[0], (np.eye(3)[0] - out(n)[:, 0])))
check(T, "eq-16", N, lambda n: (delta(n, 1), np.vstack([out(n)[:1] - 1, out(n)[1:]])))
check(T, "eq-p5", N, lambda n: (delta(n, 1), np.vstack([1 - out(n)[:1], out(n)[1:]])))

# A column of ones: rows of samples, W is W[l] transposed, with the biases below.
T = "column-of-ones"
N = nets((3, 5, 4, 2), ["tanh", "sigmoid", "linear"], "sum")
H = lambda n, l: every(n, "a", l).T
augmented = lambda n, l: np.hstack([H(n, l), np.ones((n.m, 1))])
full = lambda n, l: np.hstack([n.W[l], n.b[l]]).T
by_full = lambda n, l: np.hstack([by_weight(n, l), n.by_bias(l, n.cost)]).T
dZ = lambda n, l: n.by_node("z", l, n.cost).T
dH = lambda n, l: n.by_node("a", l, n.cost).T
slopes = lambda n, name, l: planted.slope(name, every(n, "z", l)).T
check(T, "eq-2", N, lambda n: (every(n, "z", 2).T, augmented(n, 1) @ full(n, 2)))
check(T, "eq-9", N, lambda n: (by_full(n, 2), augmented(n, 1).T @ dZ(n, 2) / n.m))
check(T, "eq-10", N, lambda n: (by_full(n, 2), augmented(n, 1).T @ dZ(n, 2)))
check(T, "eq-p1", N, lambda n: (by_full(n, 2), augmented(n, 2).T @ dZ(n, 2)))
check(T, "eq-12", N, lambda n: (dH(n, 1), (dZ(n, 2) @ full(n, 2).T)[:, :-1]))
check(T, "eq-13", N, lambda n: (dH(n, 1), dZ(n, 2) @ n.W[2]))
check(T, "eq-p2", N, lambda n: (dH(n, 1), dZ(n, 2) @ n.W[2].T))
check(T, "eq-14", N, lambda n: (dZ(n, 1), dH(n, 1) * slopes(n, "tanh", 1)))
check(T, "eq-p3", N, lambda n: (dZ(n, 1), dH(n, 1) * slopes(n, "sigmoid", 1)))
check(T, "eq-15", N, lambda n: (n.by_bias(2, n.cost).T, np.ones((1, n.m)) @ dZ(n, 2)))
check(T, "eq-p4", N, lambda n: (n.by_bias(2, n.cost).T, np.ones((1, n.m)) @ dH(n, 2)))
check(T, "eq-16", N, lambda n: (dZ(n, 3), 2 / n.m * (H(n, 3) - n.T.T)))


def by_penalized(n, l, penalty=0.02):
    gradient = by_weight(n, l)
    for index in np.ndindex(gradient.shape):
        w = n.W[l].astype(complex)
        w[index] += 1j * STEP
        gradient[index] += (penalty / 2 * (w**2).sum()).imag / STEP
    return gradient.T


check(T, "eq-18", N, lambda n: (by_penalized(n, 2), H(n, 1).T @ dZ(n, 2) + 0.02 * n.W[2].T))
check(T, "eq-p5", N, lambda n: (by_penalized(n, 2), H(n, 1).T @ dZ(n, 2) + 0.04 * n.W[2].T))

# Capas h y o, Freeman y Skapura.
T = "capas-h-y-o"
N = nets((3, 4, 2), ["sigmoid"] * 2, "half")
check(T, "eq-1", N, lambda n: (col(n, "z", 1), n.W[1] @ x0(n) + n.b[1]))
check(T, "eq-p1", N, lambda n: (col(n, "z", 1), n.W[1].sum(axis=1)[:, None] * x0(n) + n.b[1]))
check(T, "eq-7", N, lambda n: (-weight(n, 2), (miss(n) * sl(n, 2)) @ h(n).T))
check(T, "eq-9", N, lambda n: (sl(n, 2), out(n) * (1 - out(n))))
check(T, "eq-p2", N, lambda n: (sl(n, 2), col(n, "z", 2) * (1 - col(n, "z", 2))))
check(T, "eq-11", N, lambda n: (-weight(n, 2), (miss(n) * sl(n, 2)) @ h(n).T))
check(T, "eq-p3", N, lambda n: (-weight(n, 2), miss(n) @ h(n).T))
inner = lambda n, w: -((w @ (miss(n) * sl(n, 2))) * sl(n, 1)) @ x0(n).T
check(T, "eq-14", N, lambda n: (weight(n, 1), inner(n, n.W[2].T)))
check(T, "eq-p4", N, lambda n: (weight(n, 1), inner(n, n.W[2])))
check(T, "eq-15", N, lambda n: (-weight(n, 1), -inner(n, n.W[2].T)))
check(T, "eq-p5", N, lambda n: (-weight(n, 1), inner(n, n.W[2].T)))
check(T, "eq-18", N, lambda n: (-bias(n, 1), sl(n, 1) * (n.W[2].T @ (miss(n) * sl(n, 2)))))

if __name__ == "__main__":
    planted.main(planted.VOICES)
