"""Confirms the verdicts about the planted equations of the documents that speak with the voices of many trades.

    python3 voices2.py

The documents are in `voices`, beside `planted`.

Each entry gives both sides of an equation as it is printed, on random networks of distinct widths; derivatives are complex
steps of a forward pass that knows nothing of backpropagation. What the table calls true has to agree on every network, and
what it calls wrong to differ on one, in its values or in its shape. The numbers of worked examples are calculated.
"""
import numpy as np

from planted import FUNCTIONS, STEP, first, nets
import planted
from quantities import below, bias, by_bias, by_weight, col, delta, every, jacobian, miss, out, sl, target, weight

CHECKS = planted.CHECKS
CHECKS.clear()
check = planted.check

deltas = lambda n, l: n.by_node("z", l, lambda a: n.losses(a).sum())
near = lambda value, printed, digits=5e-4: lambda: bool(np.all(np.abs(value - np.array(printed)) < digits))

# Covariates and responses, James and others: w is W[1], the coefficients are W[2], observations in columns.
T = "covariates-and-responses"
N = nets((4, 3, 1), ["sigmoid", "linear"], "half", mean=False)
check(T, "eq-7", N, lambda n: (weight(n, 2), -miss(n) @ col(n, "a", 1).T))
check(T, "eq-p1", N, lambda n: (weight(n, 2), -miss(n) @ sl(n, 1).T))
check(T, "eq-8", N, lambda n: (weight(n, 1), (-miss(n) * n.W[2].T * sl(n, 1)) @ n.X[:, :1].T))
check(T, "eq-p2", N, lambda n: (weight(n, 1), (-miss(n) * sl(n, 1)) @ n.X[:, :1].T))
check(T, "eq-9", N, lambda n: (
    by_weight(n, 1), (n.W[2].T @ (every(n, "a", 2) - n.T) * planted.slope("sigmoid", every(n, "z", 1))) @ n.X.T))
N = nets((4, 5, 6, 3), ["relu", "relu", "softmax"], "categorical", mean=False)
check(T, "eq-14", N, lambda n: (col(n, "z", 3), n.b[3] + n.W[3] @ col(n, "a", 2)))
check(T, "eq-p3", N, lambda n: (col(n, "z", 3), n.b[3] + n.W[3].T @ col(n, "a", 2)))
N = nets((4, 1), ["sigmoid"], "binary", mean=False)
check(T, "eq-18", N, lambda n: (np.log(out(n) / (1 - out(n))), col(n, "z", 1)))
check(T, "eq-21", N, lambda n: (-by_weight(n, 1), (n.T - every(n, "a", 1)) @ n.X.T))
check(T, "eq-p4", N, lambda n: (-by_weight(n, 1), (every(n, "a", 1) - n.T) @ n.X.T))
check(T, "eq-22", N, lambda n: (2 * by_bias(n, 1), -2 * (n.T - every(n, "a", 1)).sum(axis=1, keepdims=True)))
check(T, "eq-23", N, lambda n: (-by_weight(n, 1).T, n.X @ (n.T - every(n, "a", 1)).T))
check(T, "eq-p5", N, lambda n: (-by_weight(n, 1).T, n.X.T @ (n.T - every(n, "a", 1)).T))

# Errors shared by links, Rashid: w_jk is W[2] transposed, W_jk is W[2].
T = "errors-shared-by-links"
inputs = np.array([0.9, 0.1, 0.8])
into = np.array([[0.9, 0.3, 0.4], [0.2, 0.8, 0.2], [0.1, 0.5, 0.6]])
onward = np.array([[0.3, 0.7, 0.5], [0.6, 0.5, 0.2], [0.8, 0.1, 0.9]])
hidden = FUNCTIONS["sigmoid"](into @ inputs)
CHECKS[T, "eq-2"] = near(into @ inputs, [1.16, 0.42, 0.62], 1e-9)
CHECKS[T, "eq-3"] = near(hidden, [0.761, 0.603, 0.650])
CHECKS[T, "eq-4"] = near(onward @ hidden, [0.976, 0.889, 1.255])
CHECKS[T, "eq-p1"] = near(onward @ hidden, [1.111, 0.900, 1.087])
CHECKS[T, "eq-5"] = near(FUNCTIONS["sigmoid"](onward @ hidden), [0.726, 0.709, 0.778])
N = nets((4, 3, 2), ["sigmoid"] * 2, "sum", biases=False)
check(T, "eq-10", N, lambda n: (weight(n, 2), (-2 * miss(n) * sl(n, 2)) @ col(n, "a", 1).T))
check(T, "eq-p2", N, lambda n: (weight(n, 2), (-2 * miss(n) * sl(n, 2) * out(n)) @ np.ones((1, 3))))
N = nets((4, 3, 2), ["sigmoid"] * 2, "half", biases=False)
check(T, "eq-12", N, lambda n: (weight(n, 2), (-miss(n) * sl(n, 2)) @ col(n, "a", 1).T))
check(T, "eq-p3", N, lambda n: (weight(n, 2), (miss(n) * sl(n, 2)) @ col(n, "a", 1).T))
check(T, "eq-14", N, lambda n: (-0.1 * weight(n, 2), 0.1 * (miss(n) * out(n) * (1 - out(n))) @ col(n, "a", 1).T))
check(T, "eq-p4", N, lambda n: (-0.1 * weight(n, 2), 0.1 * (miss(n) * out(n) * (1 - out(n))) @ n.X[:, :1].T))
check(T, "eq-16", N, lambda n: (weight(n, 1), (-(n.W[2].T @ miss(n)) * sl(n, 1)) @ n.X[:, :1].T))
answer = FUNCTIONS["sigmoid"](2.3)
link = -(1.7089 - answer) * answer * (1 - answer) * np.array([0.4, 0.5])
CHECKS[T, "eq-18"] = near([answer, 1.7089 - answer], [0.909, 0.800])
CHECKS[T, "eq-19"] = near(link[0], -0.0265, 5e-5)
CHECKS[T, "eq-p5"] = near(link[1], -0.0265, 5e-5)
CHECKS[T, "eq-20"] = near(2 - 0.1 * link[0], 2.00265, 5e-6)

# Samples side by side, Okatani: layer l is layer l - 1 here; a matrix has a column for each sample.
T = "samples-side-by-side"
N = nets((3, 4, 5, 2), ["tanh", "tanh", "linear"], "half")
ones = lambda n: np.ones((n.m, 1))
check(T, "eq-3", N, lambda n: (col(n, "a", 1), np.tanh(n.W[1] @ n.X[:, :1] + n.b[1])))
check(T, "eq-p1", N, lambda n: (col(n, "a", 1), np.tanh(n.W[1].T @ n.X[:, :1] + n.b[1])))
check(T, "eq-6", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p2", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 2).T))
check(T, "eq-8", N, lambda n: (jacobian(n, lambda n, a: n.W[2] @ a[1][:, 0], "z", 1), n.W[2] * sl(n, 1).T))
check(T, "eq-9", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2].T @ delta(n, 2))))
check(T, "eq-11", N, lambda n: (every(n, "z", 2), n.W[2] @ every(n, "a", 1) + n.b[2] @ ones(n).T))
check(T, "eq-p3", N, lambda n: (every(n, "z", 2), every(n, "a", 1) @ n.W[2] + n.b[2] @ ones(n).T))
check(T, "eq-12", N, lambda n: (deltas(n, 3), every(n, "a", 3) - n.T))
check(T, "eq-13", N, lambda n: (deltas(n, 1), planted.slope("tanh", every(n, "z", 1)) * (n.W[2].T @ deltas(n, 2))))
check(T, "eq-14", N, lambda n: (by_weight(n, 2), deltas(n, 2) @ every(n, "a", 1).T / n.m))
check(T, "eq-p4", N, lambda n: (by_weight(n, 2), deltas(n, 2) @ every(n, "a", 1).T))
check(T, "eq-15", N, lambda n: (by_bias(n, 2), deltas(n, 2) @ ones(n) / n.m))
N = nets((3, 4, 5), ["relu", "softmax"], "categorical")
others = lambda n: out(n) * (target(n).sum() - target(n))
check(T, "eq-20", N, lambda n: (delta(n, 2), -target(n) * (1 - out(n)) + others(n)))
check(T, "eq-p5", N, lambda n: (delta(n, 2), -target(n) * (1 - out(n)) - others(n)))

# Primes for layers, Lippmann: weights are transposed, thresholds are negative biases, and the error terms point downhill.
T = "primes-for-layers"
N = nets((3, 4, 5, 2), ["sigmoid"] * 3, "half", examples=1)
terms = lambda n, l: -delta(n, l)
check(T, "eq-4", N, lambda n: (col(n, "a", 2), FUNCTIONS["sigmoid"](n.W[2] @ col(n, "a", 1) + n.b[2])))
check(T, "eq-p1", N, lambda n: (col(n, "a", 2), FUNCTIONS["sigmoid"](n.W[2].T @ col(n, "a", 1) + n.b[2])))
check(T, "eq-p2", N, lambda n: (out(n), FUNCTIONS["sigmoid"](n.W[3] @ col(n, "a", 2) - n.b[3])))
check(T, "eq-7", N, lambda n: (terms(n, 3), out(n) * (1 - out(n)) * miss(n)))
check(T, "eq-8", N, lambda n: (terms(n, 2), col(n, "a", 2) * (1 - col(n, "a", 2)) * (n.W[3].T @ terms(n, 3))))
check(T, "eq-9", N, lambda n: (terms(n, 1), col(n, "a", 1) * (1 - col(n, "a", 1)) * (n.W[2].T @ terms(n, 2))))
check(T, "eq-p3", N, lambda n: (terms(n, 1), col(n, "a", 1) * (1 - col(n, "a", 1)) * (n.W[3].T @ terms(n, 2))))
check(T, "eq-10", N, lambda n: (-weight(n, 3).T, col(n, "a", 2) @ terms(n, 3).T))
check(T, "eq-12", N, lambda n: (-weight(n, 1).T, n.X @ terms(n, 1).T))
check(T, "eq-p4", N, lambda n: (-weight(n, 1).T, np.ones((3, 1)) @ (terms(n, 1) * col(n, "a", 1)).T))
check(T, "eq-13", N, lambda n: (-bias(n, 1), terms(n, 1)))
check(T, "eq-p5", N, lambda n: (-bias(n, 1), -terms(n, 1)))


def by_rule(n, rate=0.2, momentum=0.9, steps=3):
    """The last change of W[1] by steps along a velocity of gradients, and what the rule for changes makes of the one before."""
    velocity, changes = [np.zeros_like(w) for w in n.W[1:]], [np.zeros_like(n.W[1])]
    for _ in range(steps):
        gradients = [by_weight(n, l) for l in (1, 2, 3)]
        expected = rate * terms(n, 1) @ n.X.T + momentum * changes[-1]
        velocity = [momentum * v + g for v, g in zip(velocity, gradients)]
        before = n.W[1]
        n.W = [None] + [w - rate * v for w, v in zip(n.W[1:], velocity)]
        changes.append(n.W[1] - before)
    return changes[-1], expected


CHECKS[T, "eq-15"] = lambda: all(
    planted.same(*by_rule(n)) for n in nets((3, 4, 5, 2), ["sigmoid"] * 3, "half", examples=1))

# Adalines in layers, Widrow and Lehr: vectors are columns; the square error derivatives are minus half the deltas.
T = "adalines-in-layers"
N = nets((4, 1), ["linear"], "sum", biases=False)
check(T, "eq-3", N, lambda n: (weight(n, 1).T, -2 * n.X[:, :1] @ miss(n)))
check(T, "eq-p1", N, lambda n: (weight(n, 1).T, -n.X[:, :1] @ miss(n)))
P = lambda n: n.X @ n.T.T / n.m
R = lambda n: n.X @ n.X.T / n.m
check(T, "eq-7", N, lambda n: (by_weight(n, 1).T, -2 * P(n) + 2 * R(n) @ n.W[1].T))
check(T, "eq-p2", N, lambda n: (by_weight(n, 1).T, -2 * P(n) + R(n) @ n.W[1].T))
N = nets((4, 1), ["tanh"], "sum", biases=False)
check(T, "eq-8", N, lambda n: (out(n), (1 - np.exp(-2 * col(n, "z", 1))) / (1 + np.exp(-2 * col(n, "z", 1)))))
check(T, "eq-9", N, lambda n: (sl(n, 1), 1 - out(n) ** 2))
check(T, "eq-10", N, lambda n: (weight(n, 1).T, -2 * n.X[:, :1] @ (miss(n) * (1 - out(n) ** 2))))
check(T, "eq-p3", N, lambda n: (weight(n, 1).T, -2 * n.X[:, :1] @ (miss(n) * out(n))))
N = nets((3, 4, 2), ["tanh"] * 2, "sum", biases=False)
half = lambda n, l: -delta(n, l) / 2
check(T, "eq-14", N, lambda n: (half(n, 2), miss(n) * sl(n, 2)))
check(T, "eq-16", N, lambda n: (jacobian(n, lambda n, a: n.W[2] @ a[1][:, 0], "z", 1), n.W[2] * sl(n, 1).T))
check(T, "eq-18", N, lambda n: (half(n, 1), (n.W[2].T @ half(n, 2)) * sl(n, 1)))
check(T, "eq-p4", N, lambda n: (half(n, 1), (n.W[2].T @ half(n, 2)) * col(n, "a", 1)))
check(T, "eq-19", N, lambda n: (weight(n, 2), -2 * half(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p5", N, lambda n: (weight(n, 2), -half(n, 2) @ col(n, "a", 1).T))

# Arrays by name, Trask: examples in rows, weights are W transposed.
T = "arrays-by-name"
rows = lambda n, l: every(n, "a", l).T
missed = lambda n: n.T.T - rows(n, n.L)
N = nets((3, 1), ["sigmoid"], "half", mean=False, biases=False, examples=4)
step = lambda n: missed(n) * rows(n, n.L) * (1 - rows(n, n.L))
check(T, "eq-6", N, lambda n: (-by_weight(n, 1).T, n.X @ step(n)))
check(T, "eq-p1", N, lambda n: (-by_weight(n, 1).T, n.X.T @ step(n)))
N = nets((3, 5, 2), ["sigmoid"] * 2, "half", mean=False, biases=False, examples=4)
back = lambda n: step(n) @ n.W[2]
check(T, "eq-10", N, lambda n: (n.by_node("a", 1, n.cost).T, -back(n)))
check(T, "eq-p2", N, lambda n: (n.by_node("a", 1, n.cost).T, -step(n) @ n.W[2].T))
check(T, "eq-12", N, lambda n: (-by_weight(n, 2).T, rows(n, 1).T @ step(n)))
check(T, "eq-p3", N, lambda n: (-by_weight(n, 2).T, rows(n, 1).T @ missed(n)))
check(T, "eq-13", N, lambda n: (-by_weight(n, 1).T, n.X @ (back(n) * rows(n, 1) * (1 - rows(n, 1)))))
check(T, "eq-p4", N, lambda n: (-by_weight(n, 1).T, n.X @ (back(n) * rows(n, 1) * (1 + rows(n, 1)))))
N = nets((4, 5, 3), ["tanh", "softmax"], "categorical", biases=False)
share = lambda n: missed(n) / n.m
check(T, "eq-18", N, lambda n: (by_weight(n, 1).T, -n.X @ ((share(n) @ n.W[2]) * (1 - rows(n, 1) ** 2))))
check(T, "eq-p5", N, lambda n: (by_weight(n, 2).T, -rows(n, 1).T @ missed(n)))

# Goal function and paths, Osowski.
T = "goal-function-and-paths"
N = nets((3, 4, 2), ["sigmoid"] * 2, "half", biases=False)
upper = lambda n: -miss(n) * sl(n, 2)
inner = lambda n: (n.W[2].T @ upper(n)) * sl(n, 1)
check(T, "eq-1", N, lambda n: (col(n, "z", 1), n.W[1] @ n.X[:, :1]))
check(T, "eq-p1", N, lambda n: (col(n, "z", 1), n.W[1].T @ n.X[:, :1]))
check(T, "eq-4", N, lambda n: (weight(n, 2), upper(n) @ col(n, "a", 1).T))
check(T, "eq-p2", N, lambda n: (weight(n, 2), -upper(n) @ col(n, "a", 1).T))
check(T, "eq-8", N, lambda n: (weight(n, 1), inner(n) @ n.X[:, :1].T))
check(T, "eq-p3", N, lambda n: (weight(n, 1), ((n.W[2].T @ upper(n)) * col(n, "a", 1)) @ n.X[:, :1].T))
path = lambda n, k: (upper(n)[k] * n.W[2][k, 1] * sl(n, 1)[1] * n.X[0, 0])[0]
check(T, "eq-14", N, lambda n: (weight(n, 1)[0, 1], path(n, 0) + path(n, 1)))
check(T, "eq-15", N, lambda n: (weight(n, 1)[1, 0], path(n, 0) + path(n, 1)))
check(T, "eq-p4", N, lambda n: (weight(n, 1)[1, 0], path(n, 0)))


def with_moment(n, sign, rate=0.4, momentum=0.9, steps=4):
    """W[1] after steps along a velocity of gradients, and what a rule of the direction and the last change makes of it."""
    velocity, weights = [np.zeros_like(w) for w in n.W[1:]], [n.W[1], n.W[1]]
    for _ in range(steps):
        gradients = [by_weight(n, 1), by_weight(n, 2)]
        expected = weights[-1] - sign * rate * gradients[0] + momentum * (weights[-1] - weights[-2])
        velocity = [momentum * v + g for v, g in zip(velocity, gradients)]
        n.W = [None] + [w - rate * v for w, v in zip(n.W[1:], velocity)]
        weights.append(n.W[1])
    return weights[-1], expected


fresh = lambda: nets((3, 4, 2), ["sigmoid"] * 2, "half", biases=False)
CHECKS[T, "eq-18"] = lambda: all(planted.same(*with_moment(n, 1)) for n in fresh())
CHECKS[T, "eq-p5"] = lambda: all(planted.same(*with_moment(n, -1)) for n in fresh())

# Couplings and fields, Saad and Solla, Mehta and others: the couplings of the committee's output are 1.
T = "couplings-and-fields"
N = nets((4, 3, 1), ["tanh", "linear"], "half", biases=False)
for n in N:
    n.W[2] = np.ones((1, 3))
change = lambda n: sl(n, 1) * miss(n)
check(T, "eq-2", N, lambda n: (out(n)[0, 0], np.tanh(n.W[1] @ n.X[:, 0]).sum()))
check(T, "eq-5", N, lambda n: (weight(n, 1), (-miss(n) * sl(n, 1)) @ n.X[:, :1].T))
check(T, "eq-p1", N, lambda n: (weight(n, 1), (-miss(n) * np.ones((3, 1))) @ n.X[:, :1].T))
check(T, "eq-7", N, lambda n: (weight(n, 1), -change(n) @ n.X[:, :1].T))
check(T, "eq-p2", N, lambda n: (weight(n, 1), change(n) @ n.X[:, :1].T))
N = nets((4, 1), ["sigmoid"], "binary", mean=False, biases=False)
gaps = lambda n: every(n, "a", 1) - n.T
check(T, "eq-11", N, lambda n: (by_weight(n, 1).T, n.X @ gaps(n).T))
check(T, "eq-p3", N, lambda n: (by_weight(n, 1).T, n.X @ (gaps(n) * planted.slope("sigmoid", every(n, "z", 1))).T))
N = nets((4, 3, 5, 2), ["sigmoid"] * 3, "half")
check(T, "eq-13", N, lambda n: (bias(n, 2), below(n, 2) * sl(n, 2)))
check(T, "eq-14", N, lambda n: (delta(n, 1), (n.W[2].T @ delta(n, 2)) * sl(n, 1)))
check(T, "eq-p4", N, lambda n: (delta(n, 1), (n.W[2].T @ delta(n, 2)) * sl(n, 2)))
check(T, "eq-15", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))


def unbiased(exponent, beta=0.999, steps=3):
    """Whether a running average, divided like this, is the square of a gradient that stays the same."""
    average = 0.0
    for _ in range(steps):
        average = beta * average + (1 - beta) * 0.7**2
    return np.isclose(average / (1 - beta**exponent), 0.7**2)


CHECKS[T, "eq-18"], CHECKS[T, "eq-p5"] = (lambda: bool(unbiased(3))), (lambda: bool(unbiased(1)))

# Firing rates, Dayan and Abbott, Trappenberg.
T = "firing-rates"
N = nets((4, 1), ["linear"], "half", mean=False, biases=False)
check(T, "eq-3", N, lambda n: (by_weight(n, 1), -(n.T - every(n, "a", 1)) @ n.X.T))
lone = lambda n: -((n.T - every(n, "a", 1)) * every(n, "a", 1)).sum() * np.ones((1, 4))
check(T, "eq-p1", N, lambda n: (by_weight(n, 1), lone(n)))
N = nets((4, 3), ["sigmoid"], "binary", biases=False)
check(T, "eq-7", N, lambda n: (-weight(n, 1), miss(n) @ n.X[:, :1].T))
check(T, "eq-p2", N, lambda n: (-weight(n, 1), (miss(n) * sl(n, 1)) @ n.X[:, :1].T))
N = nets((3, 4, 2), ["sigmoid"] * 2, "half", biases=False)
check(T, "eq-12", N, lambda n: (weight(n, 2), upper(n) @ col(n, "a", 1).T))
check(T, "eq-13", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2].T @ upper(n))))
check(T, "eq-p3", N, lambda n: (delta(n, 1), sl(n, 1) * (n.W[2] @ upper(n))))
check(T, "eq-15", N, lambda n: (weight(n, 1), inner(n) @ n.X[:, :1].T))
check(T, "eq-p4", N, lambda n: (weight(n, 1), inner(n) @ col(n, "a", 1).T))


def by_decaying(n, l, penalty=0.02):
    """The derivative of the first example's error and the penalty by the weights into a layer."""
    gradient = weight(n, l).astype(float)
    for index in np.ndindex(gradient.shape):
        w = n.W[l].astype(complex)
        w[index] += 1j * STEP
        gradient[index] += (penalty / 2 * (w**2).sum()).imag / STEP
    return gradient


check(T, "eq-19", N, lambda n: (by_decaying(n, 2), upper(n) @ col(n, "a", 1).T + 0.02 * n.W[2]))
check(T, "eq-p5", N, lambda n: (by_decaying(n, 2), upper(n) @ col(n, "a", 1).T + 0.01 * n.W[2]))

if __name__ == "__main__":
    planted.main(planted.VOICES)
