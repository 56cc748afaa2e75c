"""Confirms the verdicts about the planted equations of the documents that speak as lecturers and bloggers do.

    python3 voices3.py

The documents are in `voices`, beside `planted`.

Each entry gives both sides of an equation as it is printed, on random networks of distinct widths; derivatives are complex
steps of a forward pass that knows nothing of backpropagation. What the table calls true has to agree on every network, and
what it calls wrong to differ on one, in its values or in its shape. The numbers of worked examples are calculated.
"""
import numpy as np

from planted import FUNCTIONS, STEP, nets, slope
import planted
from quantities import below, bias, by_bias, by_weight, col, delta, every, jacobian, out, sl, target, weight

CHECKS = planted.CHECKS
CHECKS.clear()
check = planted.check

by_every = lambda n, kind, l: n.by_node(kind, l, n.cost)
near = lambda value, printed, digits: lambda: bool(np.all(np.abs(value - np.array(printed)) <= digits))
sigmoid = FUNCTIONS["sigmoid"]

# One person at a time, Zhou: the numbers of Alice, and the derivatives by the network's own weights.
T = "one-person-at-a-time"
CHECKS[T, "eq-1"] = near(0 * 2 + 1 * 3 + 4, 7, 0)
CHECKS[T, "eq-2"] = near(sigmoid(7), 0.999, 5e-4)
CHECKS[T, "eq-p1"] = near(sigmoid(7), 0.993, 5e-4)
CHECKS[T, "eq-3"] = near(sigmoid(3), 0.9526, 5e-5)
CHECKS[T, "eq-4"] = near(sigmoid(sigmoid(3)), 0.7216, 5e-5)
N = nets((3, 2, 1), ["sigmoid"] * 2, "sum", mean=False, examples=1)
check(T, "eq-8", N, lambda n: (by_every(n, "a", 2), -2 * (target(n) - out(n))))
check(T, "eq-p2", N, lambda n: (by_every(n, "a", 2), 2 * (target(n) - out(n))))
answer = lambda n: lambda a: a[2][0, 0]
check(T, "eq-10", N, lambda n: (n.by_node("a", 1, answer(n))[:1], n.W[2][:, :1] * sl(n, 2)))
check(T, "eq-p3", N, lambda n: (n.by_node("a", 1, answer(n))[:1], n.W[2][:, :1] * out(n)))
one = lambda n: n.by_weight(1, lambda a: a[1][0, 0])[0, 0]
check(T, "eq-12", N, lambda n: (one(n), n.X[0, 0] * sl(n, 1)[0, 0]))
check(T, "eq-p4", N, lambda n: (one(n), n.X[1, 0] * sl(n, 1)[0, 0]))
h = sigmoid(-2 - 1)
o = sigmoid(h + h)
w_1 = 1 + 1j * STEP
whole = ((1 - sigmoid(sigmoid(w_1 * -2 - 1) + h)) ** 2).imag / STEP
CHECKS[T, "eq-16"] = near(h, 0.0474, 5e-5)
CHECKS[T, "eq-17"] = near(o, 0.524, 5e-4)
CHECKS[T, "eq-18"] = near(-2 * (1 - o), -0.952, 5e-4)
CHECKS[T, "eq-19"] = near(o * (1 - o), 0.249, 5e-4)
CHECKS[T, "eq-20"] = near(-2 * h * (1 - h), -0.0904, 5e-5)
CHECKS[T, "eq-21"] = near(whole, 0.0214, 5e-5)
CHECKS[T, "eq-p5"] = near(whole, -0.0215, 5e-5)

# Stacks of samples: the matrices are transposed here.
T = "stacks-of-samples"
N = nets((4, 3), ["linear"], "half")
check(T, "eq-2", N, lambda n: (every(n, "a", 1).T, n.X.T @ n.W[1].T + n.b[1].T))
check(T, "eq-p1", N, lambda n: (every(n, "a", 1).T, n.X.T @ n.W[1] + n.b[1].T))
check(T, "eq-5", N, lambda n: (by_weight(n, 1).T, n.X @ by_every(n, "a", 1).T))
check(T, "eq-p2", N, lambda n: (by_weight(n, 1).T, by_every(n, "a", 1) @ n.X.T))
check(T, "eq-7", N, lambda n: (by_bias(n, 1), by_every(n, "a", 1).sum(axis=1, keepdims=True)))
check(T, "eq-p3", N, lambda n: (by_bias(n, 1), by_every(n, "a", 1).mean(axis=1, keepdims=True)))
check(T, "eq-9", N, lambda n: (by_every(n, "a", 0).T, by_every(n, "a", 1).T @ n.W[1]))
N = nets((4, 3, 2), ["tanh", "linear"], "half")
check(T, "eq-13", N, lambda n: (by_every(n, "z", 1), by_every(n, "a", 1) * slope("tanh", every(n, "z", 1))))
check(T, "eq-p4", N, lambda n: (by_every(n, "z", 1), by_every(n, "a", 1) * np.tanh(every(n, "z", 1))))
N = nets((4, 3, 2), ["tanh", "linear"], "sum")
by_answers = lambda n: n.by_node("a", 2, lambda a: n.cost(a) / 2)
check(T, "eq-16", N, lambda n: (by_answers(n), 2 / (n.m * 2) * (every(n, "a", 2) - n.T)))
check(T, "eq-p5", N, lambda n: (by_answers(n), 2 / (n.m * 2) * (n.T - every(n, "a", 2))))

# Kinks and houses, Ng and Katanforoosh: examples in columns.
T = "kinks-and-houses"
N = nets((4, 3, 2, 1), ["sigmoid"] * 3, "binary")
check(T, "eq-3", N, lambda n: (col(n, "z", 1), n.W[1] @ n.X[:, :1] + n.b[1]))
check(T, "eq-p1", N, lambda n: (col(n, "z", 1), n.W[1].T @ n.X[:, :1] + n.b[1]))
check(T, "eq-7", N, lambda n: (every(n, "z", 1), n.W[1] @ n.X + n.b[1]))
losses = lambda n: -((1 - n.T) * np.log(1 - every(n, "a", 3)) + n.T * np.log(every(n, "a", 3)))
check(T, "eq-9", N, lambda n: (n.cost(n.run()[1]), losses(n).sum() / n.m))
check(T, "eq-p2", N, lambda n: (n.cost(n.run()[1]), losses(n).sum()))
check(T, "eq-11", N, lambda n: (
    weight(n, 3), (1 - target(n)) * out(n) * col(n, "a", 2).T - target(n) * (1 - out(n)) * col(n, "a", 2).T))
check(T, "eq-p3", N, lambda n: (weight(n, 3), (target(n) - out(n)) @ col(n, "a", 2).T))
check(T, "eq-12", N, lambda n: (weight(n, 2), (n.W[3].T * sl(n, 2)) @ (out(n) - target(n)) @ col(n, "a", 1).T))
check(T, "eq-p4", N, lambda n: (
    weight(n, 2), (n.W[3].T * col(n, "a", 2)) @ (out(n) - target(n)) @ col(n, "a", 1).T))
check(T, "eq-13", N, lambda n: (delta(n, 3), out(n) - target(n)))
check(T, "eq-14", N, lambda n: (delta(n, 1), (n.W[2].T @ delta(n, 2)) * sl(n, 1)))
check(T, "eq-15", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p5", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 2).T))
check(T, "eq-16", N, lambda n: (weight(n, 1), delta(n, 1) @ n.X[:, :1].T))

# Four numbered neurons, Kushwaha: w_7 and w_9 lead to the first output, w_8 and w_10 to the second.
T = "four-numbered-neurons"
hidden = sigmoid(np.array([[0.2, -0.3, 0.4], [-0.5, 0.1, 0.2]]) @ [1, 2, -1] + 0.5)
logits = np.array([[0.3, 0.4], [-0.1, 0.2]]) @ hidden + 0.1
chances = FUNCTIONS["softmax"](logits)
CHECKS[T, "eq-3"] = near(0.2 * 1 - 0.3 * 2 + 0.4 * -1 + 0.5, -0.3, 1e-12)
CHECKS[T, "eq-p1"] = near(0.2 * 1 - 0.3 * 2 + 0.4 * -1 + 0.5, 0.3, 1e-12)
CHECKS[T, "eq-4"] = near(-0.5 * 1 + 0.1 * 2 + 0.2 * -1 + 0.5, 0, 1e-12)
CHECKS[T, "eq-5"] = near(hidden[0], 0.426, 5e-4)
CHECKS[T, "eq-8"] = near(logits[0], 0.428, 5e-4)
CHECKS[T, "eq-9"] = near(logits[1], 0.185, 5e-4)
CHECKS[T, "eq-10"] = near(chances[0], 0.561, 5e-4)
CHECKS[T, "eq-11"] = near(chances[1], 0.439, 5e-4)
CHECKS[T, "eq-13"] = near(-np.log(chances[0]), 0.579, 5e-4)
N = nets((3, 2, 2), ["sigmoid", "softmax"], "categorical")
parts = lambda n: np.exp(col(n, "z", 2))
check(T, "eq-p2", N, lambda n: (out(n)[1], parts(n)[0] / parts(n).sum()))
check(T, "eq-12", N, lambda n: (n.losses(n.run()[1])[0], -(target(n) * np.log(out(n))).sum()))
check(T, "eq-p3", N, lambda n: (n.losses(n.run()[1])[0], (target(n) * np.log(out(n))).sum()))
factor = lambda n, i, j: ((out(n) - target(n))[i, 0], col(n, "a", 1)[j, 0])
check(T, "eq-14", N, lambda n: (weight(n, 2)[0, 0], np.prod(factor(n, 0, 0))))
check(T, "eq-p4", N, lambda n: (weight(n, 2)[0, 0], factor(n, 0, 0)[0] * n.X[0, 0]))
check(T, "eq-15", N, lambda n: (weight(n, 2)[1, 0], np.prod(factor(n, 0, 1))))
check(T, "eq-16", N, lambda n: (weight(n, 2)[0, 1], np.prod(factor(n, 1, 0))))
check(T, "eq-17", N, lambda n: (weight(n, 2)[1, 1], np.prod(factor(n, 1, 1))))
check(T, "eq-p5", N, lambda n: (weight(n, 2)[1, 1], -np.prod(factor(n, 1, 1))))

# A design matrix by hand: the matrices are transposed here, and the losses are added.
T = "design-matrix-by-hand"
N = nets((4, 3, 2, 1), ["tanh", "tanh", "sigmoid"], "binary", mean=False, biases=False)
rows = lambda n, kind, l: every(n, kind, l).T
by_rows = lambda n, kind, l: by_every(n, kind, l).T
missed = lambda n: rows(n, "a", 3) - n.T.T
check(T, "eq-1", N, lambda n: (rows(n, "z", 2), rows(n, "a", 1) @ n.W[2].T))
check(T, "eq-p1", N, lambda n: (rows(n, "z", 2), n.W[2].T @ rows(n, "a", 1)))
right, wrong = lambda n: n.T @ np.log(rows(n, "a", 3)), lambda n: (1 - n.T) @ np.log(1 - rows(n, "a", 3))
check(T, "eq-4", N, lambda n: (n.cost(n.run()[1]), (-right(n) - wrong(n))[0, 0]))
check(T, "eq-p2", N, lambda n: (n.cost(n.run()[1]), (-right(n) + wrong(n))[0, 0]))
check(T, "eq-8", N, lambda n: (by_rows(n, "z", 3), missed(n)))
check(T, "eq-p3", N, lambda n: (by_weight(n, 3).T, rows(n, "a", 2).T @ missed(n) / n.m))
check(T, "eq-11", N, lambda n: (by_weight(n, 3).T, rows(n, "a", 2).T @ missed(n)))
check(T, "eq-p4", N, lambda n: (by_weight(n, 3).T, missed(n) @ rows(n, "a", 2).T))
check(T, "eq-13", N, lambda n: (by_rows(n, "a", 1), by_rows(n, "z", 2) @ n.W[2]))
check(T, "eq-p5", N, lambda n: (by_rows(n, "a", 1), by_rows(n, "z", 2) @ n.W[1]))
check(T, "eq-14", N, lambda n: (by_rows(n, "z", 2), by_rows(n, "a", 2) * slope("tanh", rows(n, "z", 2))))
check(T, "eq-15", N, lambda n: (by_weight(n, 2).T, rows(n, "a", 1).T @ by_rows(n, "z", 2)))

# Error signals of a homework: one example, in columns.
T = "signals-of-a-homework"
N = nets((4, 5, 3), ["relu", "softmax"], "categorical")
check(T, "eq-2", N, lambda n: (col(n, "z", 2), n.W[2] @ col(n, "a", 1) + n.b[2]))
check(T, "eq-p1", N, lambda n: (col(n, "z", 2), n.W[2] @ col(n, "z", 1) + n.b[2]))
probabilities = lambda n: jacobian(n, lambda n, a: a[2][:, 0], "z", 2)
crossed = lambda n: out(n) @ out(n).T
inside = lambda n: np.diag((out(n) * (1 - out(n)))[:, 0])
outside = lambda n: crossed(n) - np.diag(np.diag(crossed(n)))
check(T, "eq-6", N, lambda n: (probabilities(n), inside(n) - outside(n)))
check(T, "eq-p2", N, lambda n: (probabilities(n), inside(n) + outside(n)))
check(T, "eq-9", N, lambda n: (delta(n, 2), out(n) - target(n)))
check(T, "eq-10", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p3", N, lambda n: (weight(n, 2), col(n, "a", 1) @ delta(n, 2).T))
check(T, "eq-12", N, lambda n: (bias(n, 2), delta(n, 2)))
check(T, "eq-13", N, lambda n: (below(n, 1), n.W[2].T @ delta(n, 2)))
check(T, "eq-14", N, lambda n: (delta(n, 1), (n.W[2].T @ delta(n, 2)) * (col(n, "z", 1) > 0)))
check(T, "eq-p4", N, lambda n: (delta(n, 1), (n.W[2].T @ delta(n, 2)) * col(n, "a", 1)))
check(T, "eq-15", N, lambda n: (weight(n, 1), delta(n, 1) @ n.X[:, :1].T))
check(T, "eq-p5", N, lambda n: (weight(n, 1), delta(n, 1) @ col(n, "a", 1).T))
check(T, "eq-16", N, lambda n: (bias(n, 1), delta(n, 1)))

if __name__ == "__main__":
    planted.main(planted.VOICES)
