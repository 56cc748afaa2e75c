"""Confirms the verdicts about the planted equations of the documents made of repositories' notes, course notes, textbooks and
posts, and about mistakes of their authors.

    python3 repositories.py

The form is that of `examiners.py`. Numbers are those of the author's network and data, rounded to the digits printed.
"""
import numpy as np

from planted import STEP, first, nets, slope, tried
import planted
from quantities import below, bias, by_array, by_number, col, delta, every, jacobian, out, sl, target, weight

planted.FUNCTIONS["softplus"] = lambda z: np.log(1 + np.exp(z))
CHECKS = planted.CHECKS
CHECKS.clear()
check = planted.check
deltas = lambda n, l: np.column_stack(
    [n.by_node("z", l, lambda a, e=e: n.losses(a)[e])[:, e] for e in range(n.m)])
Z, A = (lambda n, l: every(n, "z", l)), (lambda n, l: every(n, "a", l))
slopes = lambda n, l: slope(n.acts[l], Z(n, l))
by_z = lambda n, l: n.by_node("z", l, n.cost)
by_a = lambda n, l: n.by_node("a", l, n.cost)
digits = lambda value, count: np.round(value, count)


def numbers(document, label, sides):
    CHECKS[document, label] = lambda: all(tried(lambda s=s: sides(np.random.default_rng(s))) for s in (1, 2, 3))


def jacobian_of(f, x):
    return np.column_stack([f(x + 1j * STEP * e).imag / STEP for e in np.eye(len(x))])


# Rows of a study guide: everything is turned.
T = "golden-rule-of-shapes"


def stages(r, right):
    x, M = r.normal(size=3), r.normal(size=(4, 3))
    g = np.tanh(M @ x)
    return by_array(lambda x: (np.tanh(M @ x) ** 3).sum(), x), right(jacobian_of(lambda x: np.tanh(M @ x), x), 3 * g**2)


def product(r, right):
    x, W = r.normal(size=(3, 1)), r.normal(size=(4, 3))
    return by_array(lambda W: np.sin(W @ x).sum(), W), right(np.cos(W @ x), x)


numbers(T, "eq-3", lambda r: stages(r, lambda J, G: J.T @ G))
numbers(T, "eq-p1", lambda r: stages(r, lambda J, G: J @ G))
numbers(T, "eq-5", lambda r: product(r, lambda G, x: G.T @ x))
numbers(T, "eq-9", lambda r: product(r, lambda G, x: G.sum() * np.ones((4, 1)) @ x.T))
N = nets((3, 5, 2), ["relu", "linear"], "sum")
check(T, "eq-12", N, lambda n: (by_z(n, 2), 2 / n.m * (A(n, 2) - n.T)))
check(T, "eq-p2", N, lambda n: (by_z(n, 2), 1 / n.m * (A(n, 2) - n.T)))
check(T, "eq-13", N, lambda n: (n.by_weight(2, n.cost).T, A(n, 1) @ by_z(n, 2).T))
check(T, "eq-14", N, lambda n: (n.by_bias(2, n.cost)[:, 0], by_z(n, 2).sum(axis=1)))
check(T, "eq-15", N, lambda n: (by_a(n, 1).T, by_z(n, 2).T @ n.W[2]))
check(T, "eq-p3", N, lambda n: (by_a(n, 1).T, by_z(n, 2).T @ n.W[2].T))
check(T, "eq-16", N, lambda n: (by_z(n, 1), by_a(n, 1) * (Z(n, 1) > 0)))
check(T, "eq-17", N, lambda n: (n.by_weight(1, n.cost).T, n.X @ by_z(n, 1).T))
N = nets((3, 5, 4, 2), ["tanh", "softplus", "sigmoid"], "sum")
check(T, "eq-22", N, lambda n: (by_z(n, 2).T, (by_z(n, 3).T @ n.W[3]) * slopes(n, 2).T))
check(T, "eq-p4", N, lambda n: (by_z(n, 2).T, (by_z(n, 3).T @ n.W[2]) * slopes(n, 2).T))
check(T, "eq-p5", N, lambda n: (n.by_weight(2, n.cost).T, (by_z(n, 2) @ A(n, 1).T).T))
softmax = lambda z: np.exp(z) / np.exp(z).sum()


def through_softmax(r, right):
    z, c = r.normal(size=5), r.normal(size=5)
    p = softmax(z)
    return by_array(lambda z: (c * softmax(z) ** 2).sum(), z), right(p, 2 * c * p)


numbers(T, "eq-26", lambda r: through_softmax(r, lambda p, G: (G * p) @ (np.eye(5) - p)))
numbers(T, "eq-28", lambda r: through_softmax(r, lambda p, G: p * (G - p @ G)))
numbers(T, "eq-p6", lambda r: through_softmax(r, lambda p, G: p * (G - p * G.sum())))

# XOR, three classes and one weight in numbers; then a batch.
T = "corners-of-xor"
OWN = nets((2, 2, 1), ["sigmoid", "sigmoid"], "binary", examples=1)[:1]
o = OWN[0]
o.W[1], o.b[1], o.W[2], o.b[2] = np.array([[1.0, 1], [-1, -1]]), np.array([[0.0], [1]]), np.array([[2.0, -1]]), np.array([[-1.0]])
o.X, o.T = np.array([[0.0], [1]]), np.array([[1.0]])
check(T, "eq-4", OWN, lambda n: (digits(np.append(Z(n, 1), A(n, 1)), 4), [1, 0, 0.7311, 0.5]))
check(T, "eq-5", OWN, lambda n: (digits([Z(n, 2)[0, 0], out(n)[0, 0], n.losses(n.run()[1])[0]], 4), [-0.0379, 0.4905, 0.7123]))
check(T, "eq-p1", OWN, lambda n: (digits(n.losses(n.run()[1])[0], 4), 0.7213))
check(T, "eq-6", OWN, lambda n: (digits(np.append(delta(n, 2), delta(n, 1)), 4), [-0.5095, -0.2003, 0.1274]))
check(T, "eq-p2", OWN, lambda n: (digits(delta(n, 1)[1, 0], 4), -0.1274))
check(T, "eq-7", OWN, lambda n: (digits(weight(n, 1).T, 4), [[0, 0], [-0.2003, 0.1274]]))
check(T, "eq-p3", OWN, lambda n: (digits(weight(n, 1).T, 4), [[0, -0.2003], [0, 0.1274]]))
check(T, "eq-8", OWN, lambda n: (digits(weight(n, 2).T, 4), [[-0.3725], [-0.2547]]))
check(T, "eq-9", OWN, lambda n: (digits(below(n, 2)[0, 0], 4), -2.0387))
numbers(T, "eq-12", lambda r: (digits(softmax(np.array([1.0, 0, -1])) - [0, 1, 0], 4), [0.6652, -0.7553, 0.09]))
logits = np.array([1.0, 0, -1])
slope_of_1 = lambda: jacobian_of(softmax, logits)[1, 1]
numbers(T, "eq-13", lambda r: (digits([-1 / softmax(logits)[1], slope_of_1()], 4), [-4.0862, 0.1848]))
numbers(T, "eq-p4", lambda r: (slope_of_1(), softmax(logits)[1] * (1 + softmax(logits)[1])))
numbers(T, "eq-14", lambda r: (digits([1 / (1 + np.exp(-1.1)), np.log(1 + np.exp(-1.1))], 5), [0.75026, 0.28734]))
numbers(T, "eq-16", lambda r: (digits(np.array([1, 1 - 1 / (1 + np.exp(-3))]) / (1 + np.exp(-3)), 4), [0.9526, 0.0452]))
N = nets((3, 4, 5, 2), ["tanh", "tanh", "sigmoid"], "binary", mean=False)
check(T, "eq-18", N, lambda n: (delta(n, 2), n.W[3].T @ delta(n, 3) * sl(n, 2)))
check(T, "eq-p6", N, lambda n: (delta(n, 2), n.W[3].T @ delta(n, 3) * col(n, "a", 2)))
check(T, "eq-20", N, lambda n: (n.by_weight(2, n.cost).T, deltas(n, 2) @ A(n, 1).T))
check(T, "eq-p7", N, lambda n: (n.by_weight(2, n.cost).T, A(n, 1) @ deltas(n, 2).T))
check(T, "eq-p8", N, lambda n: (n.by_weight(2, n.cost).T, A(n, 1).T @ deltas(n, 2).T))

# Entries with a class number, and a penalty without a half.
T = "repeated-greek-letters"
N = nets((3, 5, 4), ["relu", "softmax"], "categorical")
for n in N:
    n.T = np.eye(4)[:, np.arange(n.m) % 4]
lam = 0.3
penalized = lambda n, l: n.by_weight(l, n.cost) + by_array(lambda W: lam * (W**2).sum(), n.W[l])
check(T, "eq-5", N, lambda n: (by_z(n, 2), (A(n, 2) - n.T) / n.m))
check(T, "eq-p3", N, lambda n: (by_z(n, 2), (n.T - A(n, 2)) / n.m))
check(T, "eq-6", N, lambda n: (penalized(n, 2).T, A(n, 1) @ by_z(n, 2).T + 2 * lam * n.W[2].T))
check(T, "eq-p1", N, lambda n: (penalized(n, 2).T, A(n, 1) @ by_z(n, 2).T + lam * n.W[2].T))
check(T, "eq-9", N, lambda n: (penalized(n, 1).T, n.X @ (by_a(n, 1) * slopes(n, 1)).T + 2 * lam * n.W[1].T))
check(T, "eq-p2", N, lambda n: (penalized(n, 1).T, n.X @ (by_a(n, 1) * A(n, 1)).T + 2 * lam * n.W[1].T))
check(T, "eq-8", N, lambda n: (by_a(n, 1).T, by_z(n, 2).T @ n.W[2]))

# Theta with a bias column; layer l is l - 1 here, and Theta^{(l)} is [b[l], W[l]].
T = "theta-of-week-five"
N = nets((3, 5, 4, 3), ["sigmoid"] * 3, "binary")
lam = 0.7
spread = lambda n: n.by_weight(2, lambda a: n.losses(a).sum())
full = lambda n: n.by_weight(2, n.cost) + by_array(lambda W: lam / (2 * n.m) * (W**2).sum(), n.W[2])
check(T, "eq-3", N, lambda n: (full(n), spread(n) / n.m + lam * n.W[2]))
check(T, "eq-p2", N, lambda n: (full(n), spread(n) / n.m + lam / n.m * n.W[2]))
check(T, "eq-6", N, lambda n: (below(n, 3), (out(n) - target(n)) / (out(n) * (1 - out(n)))))
check(T, "eq-p3", N, lambda n: (below(n, 3), -(target(n) / out(n) + (1 - target(n)) / (1 - out(n)))))
check(T, "eq-7", N, lambda n: (delta(n, 2), jacobian(n, lambda n, a: n.W[3] @ a[2][:, 0] + n.b[3][:, 0], "z", 2).T @ delta(n, 3)))
check(T, "eq-8", N, lambda n: (col(n, "z", 3), n.W[3] @ col(n, "a", 2) + 1))
check(T, "eq-13", N, lambda n: (delta(n, 2), n.W[3].T @ delta(n, 3) * sl(n, 2)))
check(T, "eq-p5", N, lambda n: (delta(n, 2), n.W[3] @ delta(n, 3) * sl(n, 2)))
check(T, "eq-p6", N, lambda n: (delta(n, 1), n.W[2].T @ delta(n, 2) * sl(n, 2)))
check(T, "eq-p7", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))

# A post after Nielsen.
T = "primes-spelled-out"
N = nets((3, 5, 4, 2), ["tanh"] * 3, "half")
check(T, "eq-p1", N, lambda n: (-0.1 * bias(n, 2), 0.1 * delta(n, 2)))
check(T, "eq-9", N, lambda n: (delta(n, 2), n.W[3].T @ delta(n, 3) * sl(n, 2)))
check(T, "eq-p2", N, lambda n: (delta(n, 2), n.W[3] @ delta(n, 3) * sl(n, 2)))
check(T, "eq-p3", N, lambda n: (delta(n, 2), n.W[3].T @ delta(n, 3) * col(n, "a", 2)))
check(T, "eq-p4", N, lambda n: (delta(n, 2) + np.zeros((4, 2)), n.W[3].T * delta(n, 3).T * sl(n, 2)))
check(T, "eq-p5", N, lambda n: (delta(n, 2), sl(n, 2) * (n.W[3].T @ delta(n, 3))))
check(T, "eq-10", N, lambda n: (bias(n, 2), delta(n, 2).sum() * np.ones((4, 1))))
check(T, "eq-11", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p6", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 2).T))
check(T, "eq-12", N, lambda n: (below(n, 3), out(n) - target(n)))

# Columns, then rows with weights as before; dZ is of the sum, dW of the mean.
T = "rows-of-a-mini-batch"
N = nets((3, 5, 4, 2), ["tanh", "softplus", "linear"], "half")
onward = lambda n, a: n.W[2] @ a[1][:, 0] + n.b[2][:, 0]
check(T, "eq-4", N, lambda n: (delta(n, 3), (out(n) - target(n)) / n.m))
check(T, "eq-5", N, lambda n: (delta(n, 1), jacobian(n, onward, "z", 1).T @ delta(n, 2)))
check(T, "eq-p1", N, lambda n: (delta(n, 1), jacobian(n, onward, "z", 1) @ delta(n, 2)))
check(T, "eq-7", N, lambda n: (jacobian(n, onward, "z", 1), n.W[2] @ np.diag(sl(n, 1)[:, 0])))
check(T, "eq-p2", N, lambda n: (jacobian(n, onward, "z", 1), np.diag(sl(n, 1)[:, 0]) @ n.W[2]))
check(T, "eq-p3", N, lambda n: (delta(n, 1), n.W[2].T @ delta(n, 2) * slope("tanh", col(n, "z", 2))))
check(T, "eq-11", N, lambda n: (n.by_weight(2, n.cost), deltas(n, 2) @ A(n, 1).T / n.m))
check(T, "eq-p5", N, lambda n: (n.by_weight(2, n.cost), deltas(n, 2) @ A(n, 1).T))
check(T, "eq-p7", N, lambda n: (n.by_weight(2, n.cost), (A(n, 1) @ deltas(n, 2).T).T / n.m))
summed = lambda n, l: n.by_node("a", l, lambda a: n.losses(a).sum())
check(T, "eq-10", N, lambda n: (deltas(n, 2), summed(n, 2) * slopes(n, 2)))
check(T, "eq-13", N, lambda n: (summed(n, 1).T, deltas(n, 2).T @ n.W[2]))
check(T, "eq-p6", N, lambda n: (summed(n, 1).T, deltas(n, 2).T @ n.W[2].T))
N = nets((3, 4, 2), ["relu", "sigmoid"], "binary")
check(T, "eq-16", N, lambda n: (delta(n, 2), out(n) - target(n)))
N = nets((3, 5, 4), ["relu", "softmax"], "categorical")
check(T, "eq-17", N, lambda n: (delta(n, 2), out(n) - target(n)))
check(T, "eq-p8", N, lambda n: (delta(n, 2), (out(n) - target(n)) * out(n) * (1 - out(n))))

# Single units: the corrections of both examples, with a rate of 1.
T = "corrections-in-numbers"
N = nets((2, 1), ["linear"], "half", mean=False)
check(T, "eq-10", N, lambda n: (n.by_weight(1, n.cost), (n.T - A(n, 1)) @ -n.X.T))
check(T, "eq-p2", N, lambda n: (n.by_weight(1, n.cost), (n.T - A(n, 1)) @ n.X.T))
check(T, "eq-11", N, lambda n: (-0.1 * n.by_weight(1, n.cost), 0.1 * (n.T - A(n, 1)) @ n.X.T))
N = nets((2, 1), ["sigmoid"], "half", mean=False)
check(T, "eq-23", N, lambda n: (-n.by_weight(1, n.cost), ((n.T - A(n, 1)) * A(n, 1) * (1 - A(n, 1))) @ n.X.T))
check(T, "eq-p4", N, lambda n: (-n.by_weight(1, n.cost), (n.T - A(n, 1)) @ n.X.T))
check(T, "eq-p5", N, lambda n: (-n.by_weight(1, n.cost), ((n.T - A(n, 1)) * A(n, 1) * (1 + A(n, 1))) @ n.X.T))


def unit(act, examples):
    n = nets((2, 1), [act], "half", mean=False, examples=examples)[0]
    n.W[1], n.b[1] = np.array([[0.5, 0.3]]), np.array([[-1.0]])
    n.X, n.T = np.array([[2.0, 1], [1, 2]])[:, :examples], np.array([[0.0, 1]])[:, :examples]
    return [n]


corrections = lambda n: -np.append(n.by_bias(1, n.cost), n.by_weight(1, n.cost))
stepped = lambda n: np.append(n.b[1], n.W[1]) + corrections(n)
check(T, "eq-3", unit("linear", 1), lambda n: (digits(corrections(n), 9), [-0.3, -0.6, -0.3]))
check(T, "eq-p1", unit("linear", 1), lambda n: (digits(corrections(n)[1], 9), -0.3))
check(T, "eq-13", unit("linear", 2), lambda n: (digits(corrections(n), 9), [0.6, 0.3, 1.5]))
check(T, "eq-17", unit("linear", 2), lambda n: (digits(stepped(n), 9), [-0.4, 0.8, 1.8]))
cut = lambda value, count: np.trunc(value * 10**count) / 10**count
check(T, "eq-20", unit("sigmoid", 1), lambda n: (digits(corrections(n)[0], 4), -0.1404))
check(T, "eq-21", unit("sigmoid", 1), lambda n: (cut(corrections(n)[1], 4), -0.2808))
check(T, "eq-24", unit("sigmoid", 2), lambda n: (cut(corrections(n)[1], 4), -0.1623))
check(T, "eq-25", unit("sigmoid", 2), lambda n: (digits(corrections(n)[2], 4), 0.0966))
check(T, "eq-26", unit("sigmoid", 2), lambda n: (digits(stepped(n)[1], 4), 0.3966))
check(T, "eq-27", unit("sigmoid", 2), lambda n: (digits(stepped(n)[2], 4), 0.3966))

# An error signal that is minus the derivative.
T = "error-signals-of-a-paper"
N = nets((3, 4, 2), ["sigmoid", "sigmoid"], "half", mean=False)
signal = lambda n, l: -delta(n, l)
check(T, "eq-10", N, lambda n: (signal(n, 2), (target(n) - out(n)) * sl(n, 2)))
check(T, "eq-11", N, lambda n: (below(n, 1), n.W[2].T @ signal(n, 2)))
check(T, "eq-p2", N, lambda n: (below(n, 1), -n.W[2] @ signal(n, 2)))
check(T, "eq-12", N, lambda n: (signal(n, 1), sl(n, 1) * (n.W[2].T @ signal(n, 2))))
check(T, "eq-p1", N, lambda n: (weight(n, 2), -(target(n) - out(n)) * out(n) @ col(n, "a", 1).T))
check(T, "eq-p3", N, lambda n: (weight(n, 1), -(sl(n, 1) * (n.W[2].T @ signal(n, 2))) @ n.X[:, :1].T))
check(T, "eq-p4", N, lambda n: (weight(n, 1), signal(n, 1) @ n.X[:, :1].T))
check(T, "eq-13", N, lambda n: (-0.1 * weight(n, 1), 0.1 * signal(n, 1) @ n.X[:, :1].T))
check(T, "eq-p5", N, lambda n: (-0.1 * weight(n, 1), -0.1 * signal(n, 1) @ n.X[:, :1].T))
check(T, "eq-p7", N, lambda n: (signal(n, 1), sl(n, 1) * (n.W[2].T @ (signal(n, 2) * sl(n, 2)))))
OWN = nets((2, 1, 1), ["sigmoid", "sigmoid"], "half", examples=1)[:1]
o = OWN[0]
o.W[1], o.b[1], o.W[2], o.b[2] = np.array([[0.5, 0.5]]), np.array([[-0.7]]), np.array([[0.8]]), np.array([[-0.3]])
o.X = np.ones((2, 1))
check(T, "eq-2", OWN, lambda n: (digits(np.append(Z(n, 1), A(n, 1)), 4), [0.3, 0.5744]))
check(T, "eq-3", OWN, lambda n: (cut(Z(n, 2), 4), [[0.1595]]))
check(T, "eq-4", OWN, lambda n: (digits(out(n), 4), [[0.5398]]))

# The same with its letters of Mitchell; w_{hk} comes from h.
T = "bold-letters-of-week-five"
N = nets((4, 3, 2), ["sigmoid", "sigmoid"], "half", mean=False, biases=False)
check(T, "eq-9", N, lambda n: (signal(n, 2), (target(n) - out(n)) * out(n) * (1 - out(n))))
check(T, "eq-13", N, lambda n: (signal(n, 1), sl(n, 1) * (n.W[2].T @ signal(n, 2))))
check(T, "eq-14", N, lambda n: (-weight(n, 1), signal(n, 1) @ n.X[:, :1].T))
check(T, "eq-p2", N, lambda n: (weight(n, 2), -(target(n) - out(n)) * out(n) * (1 + out(n)) @ col(n, "a", 1).T))
check(T, "eq-p3", N, lambda n: (-weight(n, 1), signal(n, 1) * col(n, "a", 1) @ np.ones((1, 4))))
check(T, "eq-p4", N, lambda n: (below(n, 1) + np.zeros((3, 2)), -n.W[2].T * signal(n, 2).T))
check(T, "eq-p5", N, lambda n: (
    weight(n, 1), -(sl(n, 1) * (n.W[2].T @ ((target(n) - out(n)) * sl(n, 2)))) @ n.X[:, :1].T))
check(T, "eq-p6", N, lambda n: (delta(n, 1), -col(n, "a", 1) * (n.W[2].T @ signal(n, 2))))
sigma = lambda x: 1 / (1 + np.exp(-x))
at = lambda r, f, right: (lambda x: (by_number(f, x), right(x)))(r.normal())
numbers(T, "eq-2", lambda r: at(r, sigma, lambda y: np.exp(-y) / (1 + np.exp(-y)) ** 2))
numbers(T, "eq-p1", lambda r: at(r, sigma, lambda y: -np.exp(-y) / (1 + np.exp(-y)) ** 2))

# An error that is output minus target, in one linear layer, in two, and in two that are not linear.
T = "omega-and-theta"
N = nets((3, 2), ["linear"], "half", mean=False, biases=False)
e = lambda n: out(n) - target(n)
check(T, "eq-5", N, lambda n: (-weight(n, 1), e(n) @ n.X[:, :1].T))
check(T, "eq-p1", N, lambda n: (-weight(n, 1), weight(n, 1)))
N = nets((3, 4, 2), ["linear", "linear"], "half", mean=False, biases=False)
check(T, "eq-7", N, lambda n: (below(n, 1), n.W[2].T @ below(n, 2)))
check(T, "eq-p2", N, lambda n: (below(n, 1) + np.zeros((4, 2)), n.W[2].T * e(n).T))
check(T, "eq-8", N, lambda n: (weight(n, 1), -(n.W[2].T @ e(n)) @ n.X[:, :1].T))
check(T, "eq-10", N, lambda n: (weight(n, 1), -(n.W[2].T @ e(n)) @ n.X[:, :1].T))
check(T, "eq-11", N, lambda n: (-weight(n, 1), (n.W[2].T @ e(n)) @ n.X[:, :1].T))
N = nets((3, 4, 2), ["tanh", "tanh"], "half", mean=False, biases=False)
at_out = lambda n: slope("tanh", out(n))
check(T, "eq-14", N, lambda n: (-weight(n, 2), at_out(n) * e(n) @ col(n, "a", 1).T))
check(T, "eq-p3", N, lambda n: (-weight(n, 2), -sl(n, 2) * e(n) @ col(n, "a", 1).T))
check(T, "eq-p4", N, lambda n: (weight(n, 2), sl(n, 2) * e(n) * out(n) @ np.ones((1, 4))))
check(T, "eq-15", N, lambda n: (-weight(n, 1), slope("tanh", col(n, "a", 1)) * (n.W[2].T @ e(n)) @ n.X[:, :1].T))
check(T, "eq-p5", N, lambda n: (weight(n, 1), col(n, "a", 1) * (n.W[2].T @ (e(n) * sl(n, 2))) @ n.X[:, :1].T))

# Functions of one number.
T = "slopes-of-functions"
tanh_of_e = lambda x: (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))
soft = lambda x: np.log(1 + np.exp(x))
elu = lambda x: x if np.real(x) > 0 else 0.7 * (np.exp(x) - 1)
numbers(T, "eq-p1", lambda r: (sigma(0.0) * (1 - sigma(0.0)) <= 1 / 5, True))
numbers(T, "eq-3", lambda r: at(r, sigma, lambda x: sigma(x) * (1 - sigma(x))))
numbers(T, "eq-p2", lambda r: at(r, sigma, lambda x: sigma(x) * (1 + sigma(x))))
numbers(T, "eq-4", lambda r: at(
    r, lambda x: sigma(x) * (1 - sigma(x)), lambda x: sigma(x) * (1 - sigma(x)) * (1 - 2 * sigma(x))))
numbers(T, "eq-6", lambda r: (lambda x: (np.tanh(x), 2 * sigma(2 * x) - 1))(r.normal()))
numbers(T, "eq-p3", lambda r: (lambda x: (np.tanh(x), 2 * sigma(x) - 1))(r.normal()))
numbers(T, "eq-p4", lambda r: at(r, np.tanh, lambda x: 1 - np.tanh(x)))
numbers(T, "eq-9", lambda r: at(r, tanh_of_e, lambda x: 1 - tanh_of_e(x) ** 2))
numbers(T, "eq-10", lambda r: at(r, lambda x: 1 - tanh_of_e(x) ** 2, lambda x: 2 * (tanh_of_e(x) ** 3 - tanh_of_e(x))))
numbers(T, "eq-15", lambda r: at(r, elu, lambda x: 1 if x > 0 else 0.7 * np.exp(x)))
numbers(T, "eq-p5", lambda r: (by_number(elu, -0.8), 0.7 * (np.exp(-0.8) - 1)))
numbers(T, "eq-18", lambda r: at(r, soft, lambda x: np.exp(x) / (1 + np.exp(x))))
numbers(T, "eq-20", lambda r: at(r, sigma, lambda x: np.exp(x) / (1 + np.exp(x)) ** 2))
numbers(T, "eq-p6", lambda r: at(r, soft, lambda x: 1 / (1 + np.exp(x))))
numbers(T, "eq-p7", lambda r: at(
    r, lambda x: x * sigma(1.5 * x), lambda x: sigma(1.5 * x) + 1.5 * x * sigma(1.5 * x) * (1 - sigma(1.5 * x))))
by_softmax = lambda r, right: (lambda x: (jacobian_of(softmax, x), right(softmax(x))))(r.normal(size=5))
numbers(T, "eq-23", lambda r: by_softmax(r, lambda f: f[:, None] * (np.eye(5) - f[None, :])))
numbers(T, "eq-p8", lambda r: by_softmax(r, lambda f: f[:, None] * (np.eye(5) - f[:, None])))

# A layer in rows, with the sum of the losses; then traces and entries.
T = "trace-of-a-batch"
N = nets((3, 2), ["sigmoid"], "half", mean=False)
check(T, "eq-4", N, lambda n: (n.by_weight(1, n.cost), deltas(n, 1) @ n.X.T))
check(T, "eq-p1", N, lambda n: (n.by_weight(1, n.cost), n.X @ deltas(n, 1).T))
check(T, "eq-9", N, lambda n: (by_a(n, 0).T, deltas(n, 1).T @ n.W[1]))
check(T, "eq-p2", N, lambda n: (by_a(n, 0).T, deltas(n, 1).T @ n.W[1].T))
check(T, "eq-11", N, lambda n: (n.by_bias(1, n.cost)[:, 0], deltas(n, 1).sum(axis=1)))
check(T, "eq-p3", N, lambda n: (n.by_bias(1, n.cost) + np.zeros((2, n.m)), deltas(n, 1)))
check(T, "eq-13", N, lambda n: (by_z(n, 1), by_a(n, 1) * slopes(n, 1)))
check(T, "eq-p4", N, lambda n: (by_z(n, 1), by_a(n, 1) * A(n, 1)))
check(T, "eq-p5", N, lambda n: (n.by_weight(1, n.cost), ((A(n, 1) - n.T) * slopes(n, 1)) @ n.X.T))


def distance(r, by, right):
    X, W, S = r.normal(size=(5, 3)), r.normal(size=(2, 3)), r.normal(size=(5, 2))
    of = (lambda X: ((X @ W.T - S) ** 2).sum() / 2) if by == "X" else (lambda W: ((X @ W.T - S) ** 2).sum() / 2)
    return by_array(of, X if by == "X" else W), right(X @ W.T - S, X, W)


def turned(r, order):
    M = {"A": r.normal(size=(4, 3)), "C": r.normal(size=(3, 2)), "D": r.normal(size=(2, 4))}
    return np.trace(M["A"] @ M["C"] @ M["D"]), np.trace(M[order[0]] @ M[order[1]] @ M[order[2]])


numbers(T, "eq-16", lambda r: turned(r, "DAC"))
numbers(T, "eq-p6", lambda r: turned(r, "DCA"))
numbers(T, "eq-19", lambda r: distance(r, "X", lambda D, X, W: D @ W))
numbers(T, "eq-20", lambda r: distance(r, "W", lambda D, X, W: D.T @ X))
numbers(T, "eq-p7", lambda r: distance(r, "W", lambda D, X, W: D.T @ X / 2))


def four(r, right):
    x, a = r.normal(size=(2, 3)), r.normal(size=(3, 4))
    G = np.array([[by_array(lambda x: (x @ a)[i, j], x) for j in range(4)] for i in range(2)])
    return G, right(a)


numbers(T, "eq-22", lambda r: four(r, lambda a: np.einsum("qj,ip->ijpq", a, np.eye(2))))
numbers(T, "eq-p8", lambda r: four(r, lambda a: np.einsum("qj,iq,p->ijpq", a, np.eye(2, 3), np.ones(2))))

if __name__ == "__main__":
    planted.main()
