"""Confirms the verdicts about the planted equations of the documents written as an examiner would, and about mistakes of
their authors.

    python3 examiners.py

Each entry gives both sides of an equation as it is printed, on random networks of distinct widths; derivatives are complex
steps of a forward pass that knows nothing of backpropagation, or of the function itself. What the table calls true has to
agree on every network, and what it calls wrong to differ on one, in its values or in its shape. Of an update the increments
are compared.
"""
import numpy as np

from planted import STEP, first, nets, slope, tried
import planted
from quantities import below, bias, by_array, by_number, col, delta, every, jacobian, out, sl, target, weight

CHECKS = planted.CHECKS
CHECKS.clear()
check = planted.check

deltas = lambda n, l: np.column_stack(
    [n.by_node("z", l, lambda a, e=e: n.losses(a)[e])[:, e] for e in range(n.m)])
slopes = lambda n, l: slope(n.acts[l], every(n, "z", l))
loss = lambda n: n.losses(n.run()[1])
A = lambda n, l: every(n, "a", l)


def numbers(document, label, sides):
    """An equation without a network, at three random points; `sides` takes the generator of the point."""
    CHECKS[document, label] = lambda: all(tried(lambda s=s: sides(np.random.default_rng(s))) for s in (1, 2, 3))


# Two short posts: in columns without biases, then in rows, where W^i is the transpose of W[i + 1].
T = "circles-and-bullets"
N = nets((4, 5, 3, 2), ["sigmoid", "tanh", "sigmoid"], "half", biases=False)
miss = lambda n: out(n) - target(n)
check(T, "eq-2", N, lambda n: (loss(n)[0], (miss(n) ** 2).sum() / 2))
check(T, "eq-6", N, lambda n: (loss(n)[0], (miss(n) ** 2).sum()))
check(T, "eq-5", N, lambda n: (weight(n, 1), ((n.W[2].T @ delta(n, 2)) * sl(n, 1)) @ n.X[:, :1].T))
check(T, "eq-7", N, lambda n: (delta(n, 2), (n.W[3].T @ delta(n, 3)) * sl(n, 2)))
check(T, "eq-p1", N, lambda n: (delta(n, 2), (n.W[3] @ delta(n, 3)) * sl(n, 2)))
check(T, "eq-p2", N, lambda n: (delta(n, 3), miss(n) * out(n)))
check(T, "eq-p3", N, lambda n: (weight(n, 2), col(n, "a", 1) @ delta(n, 2).T))
check(T, "eq-p4", N, lambda n: (weight(n, 2), (col(n, "a", 1) @ delta(n, 2).T).T))
N = nets((3, 4, 5, 6), ["tanh", "tanh", "softmax"], "categorical")
check(T, "eq-11", N, lambda n: (weight(n, 2).T, col(n, "a", 1) @ delta(n, 2).T))
check(T, "eq-p5", N, lambda n: (weight(n, 2).T, col(n, "a", 2) @ delta(n, 2).T))
check(T, "eq-13", N, lambda n: (delta(n, 2), sl(n, 2) * (n.W[3].T @ delta(n, 3))))
check(T, "eq-14", N, lambda n: (sl(n, 1), np.ones((4, 1))))

# A network that classifies: h^{(k)}(x) is a[k], a^{(k)}(x) is z[k].
T = "examples-in-parentheses"
softmax = lambda x: np.exp(x) / np.exp(x).sum()
off = lambda M: M[~np.eye(len(M), dtype=bool)]


def jacobian_of(f, x):
    return np.column_stack([f(x + 1j * STEP * e).imag / STEP for e in np.eye(len(x))])


def softmax_sides(r, sign):
    x = r.normal(size=5)
    return off(jacobian_of(softmax, x)), sign * off(np.outer(softmax(x), softmax(x)))


numbers(T, "eq-1", lambda r: softmax_sides(r, -1))
numbers(T, "eq-p1", lambda r: softmax_sides(r, 1))
N = nets((4, 5, 2, 3), ["sigmoid", "sigmoid", "softmax"], "categorical")
for n in N:
    n.T = np.eye(3)[:, np.arange(n.m) % 3]
check(T, "eq-8", N, lambda n: (delta(n, 3), out(n) - target(n)))
check(T, "eq-p2", N, lambda n: (delta(n, 3), out(n) - target(n)))
check(T, "eq-p3", N, lambda n: (delta(n, 3), target(n) - out(n)))
check(T, "eq-5", N, lambda n: (below(n, 3), -target(n) / (target(n).T @ out(n))))
check(T, "eq-7", N, lambda n: (
    delta(n, 3), (-1 + target(n).T @ out(n)) * target(n) + out(n) * (1 - target(n))))
check(T, "eq-11", N, lambda n: (
    np.einsum("ki,j->kij", np.eye(3), col(n, "a", 2)[:, 0]), np.einsum("ki,j->kij", np.eye(3), col(n, "z", 2)[:, 0])))
check(T, "eq-12", N, lambda n: (weight(n, 3), (out(n) - target(n)) @ col(n, "z", 2).T))
check(T, "eq-15", N, lambda n: (below(n, 2), n.W[3].T @ delta(n, 3)))
check(T, "eq-p4", N, lambda n: (below(n, 2), n.W[3] @ delta(n, 3)))
check(T, "eq-16", N, lambda n: (delta(n, 2), below(n, 2) * sl(n, 2)))
check(T, "eq-17", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 1).T))
check(T, "eq-p5", N, lambda n: (weight(n, 2), delta(n, 2) @ col(n, "a", 2).T))

# Paths through a graph, without a network.
T = "paths-through-a-graph"
quartic = lambda x: 3 * x**4 - 4 * x**3 - 12 * x**2
at = lambda r, right: (lambda x: (by_number(quartic, x), right(x)))(r.normal())
numbers(T, "eq-3", lambda r: at(r, lambda x: 12 * x * (x - 2) * (x + 1)))
numbers(T, "eq-p1", lambda r: at(r, lambda x: 12 * x * (x - 2) * (x - 1)))
numbers(T, "eq-p2", lambda r: at(r, lambda x: 12 * (x**3 - x**2 - 2 * x)))
stage = lambda v: ((v[0] + v[1] + v[2] + v[3]) ** 2, (v[0] + v[1] - v[2] - v[3]) ** 2)
second = lambda a, b: ((a + b) ** 2, (a - b) ** 2)
last = lambda u, v: (u + v) ** 2
graph = lambda v: last(*second(*stage(v)))


def long_derivative(r):
    w, x, y, z = v = r.normal(size=4)
    p, m = w + x + y + z, w + x - y - z
    right = 2 * (2 * (2 * p - 2 * m) * (p**2 - m**2) + 2 * (2 * m + 2 * p) * (m**2 + p**2)) * (
        (p**2 - m**2) ** 2 + (m**2 + p**2) ** 2)
    return by_array(graph, v)[0], right


def sign_of_b(r, sign):
    a, b = r.normal(size=2)
    return by_number(lambda b: second(a, b)[1], b), sign * 2 * (a - b)


def through(r, paths):
    v = r.normal(size=4)
    a, b = stage(v)
    by = [by_number(lambda a: last(*second(a, b)), a), by_number(lambda b: last(*second(a, b)), b)]
    return by_array(graph, v)[2], sum(by[k] * by_array(lambda v: stage(v)[k], v)[2] for k in paths)


numbers(T, "eq-6", long_derivative)
numbers(T, "eq-9", lambda r: sign_of_b(r, -1))
numbers(T, "eq-p3", lambda r: sign_of_b(r, 1))
numbers(T, "eq-11", lambda r: through(r, (0, 1)))
numbers(T, "eq-p4", lambda r: through(r, (0,)))
bump = lambda x, y: x * np.exp(-x**2 - y**2)


def bump_sides(r):
    x, y = r.normal(size=2)
    g = lambda x, y: np.exp(-x**2 - y**2) * np.array([1 - 2 * x**2, -2 * x * y])
    H = np.exp(-x**2 - y**2) * np.array([[4 * x**3 - 6 * x, 4 * x**2 * y - 2 * y], [4 * x**2 * y - 2 * y, 4 * x * y**2 - 2 * x]])
    left = [by_number(lambda x: bump(x, y), x), by_number(lambda y: bump(x, y), y)]
    second_by = np.column_stack([by_number(lambda x: g(x, y), x), by_number(lambda y: g(x, y), y)])
    return np.append(left, second_by), np.append(g(x, y), H)


numbers(T, "eq-13", bump_sides)


def form(r, right):
    B, x = r.normal(size=(4, 4)), r.normal(size=4)
    return by_array(lambda x: x @ B @ x, x), right(B, x)


def distance(r, right):
    X, U, V = r.normal(size=(4, 5)), r.normal(size=(4, 3)), r.normal(size=(3, 5))
    return by_array(lambda V: ((X - U @ V) ** 2).sum(), V), right(U, X - U @ V)


numbers(T, "eq-18", lambda r: form(r, lambda B, x: (B + B.T) @ x))
numbers(T, "eq-p5", lambda r: form(r, lambda B, x: 2 * B @ x))
numbers(T, "eq-19", lambda r: distance(r, lambda U, D: -2 * U.T @ D))
numbers(T, "eq-p6", lambda r: distance(r, lambda U, D: -2 * U @ D))

# A network from scratch: W^l is the transpose of W[l], rows are transposed columns.
T = "rows-of-a-first-post"
N = nets((3, 4, 5, 2), ["tanh", "sigmoid", "tanh"], "half")
check(T, "eq-4", N, lambda n: (-weight(n, 2), weight(n, 2)))
check(T, "eq-9", N, lambda n: (weight(n, 2).T, col(n, "a", 1) @ ((n.W[3].T @ delta(n, 3)) * sl(n, 2)).T))
check(T, "eq-p1", N, lambda n: (weight(n, 2).T, col(n, "a", 1) @ ((n.W[3] @ delta(n, 3)) * sl(n, 2)).T))
check(T, "eq-p2", N, lambda n: (delta(n, 2), sl(n, 2) * (n.W[3].T @ delta(n, 3))))
check(T, "eq-12", N, lambda n: (weight(n, 2).T, col(n, "a", 1) @ ((delta(n, 3).T @ n.W[3]) * sl(n, 2).T)))
check(T, "eq-p3", N, lambda n: (weight(n, 2).T, col(n, "a", 1) @ ((delta(n, 3).T @ n.W[2]) * sl(n, 2).T)))
check(T, "eq-13", N, lambda n: (delta(n, 2).T, (delta(n, 3).T @ n.W[3].T) * sl(n, 2).T))
N = nets((3, 4, 5, 2), ["tanh", "sigmoid", "tanh"], "half", mean=False)
check(T, "eq-17", N, lambda n: (n.by_weight(3, n.cost).T, A(n, 2) @ deltas(n, 3).T))
check(T, "eq-p4", N, lambda n: (n.by_weight(3, n.cost).T, A(n, 2).T @ deltas(n, 3).T))
check(T, "eq-18", N, lambda n: (n.by_weight(2, n.cost).T, A(n, 1) @ (slopes(n, 2).T * (deltas(n, 3).T @ n.W[3]))))
N = nets((3, 4, 5, 2), ["tanh", "sigmoid", "tanh"], "half")
check(T, "eq-19", N, lambda n: (n.cost(n.run()[1]), ((n.T - A(n, 3)) ** 2).sum() / (2 * n.m)))
check(T, "eq-20", N, lambda n: (below(n, 3), (out(n) - target(n)) / n.m))
N = nets((3, 4, 5), ["relu", "softmax"], "categorical", mean=False)
y = lambda n: out(n)[:, 0]
check(T, "eq-22", N, lambda n: (
    jacobian(n, lambda n, a: a[2][:, 0], "z", 2), y(n)[:, None] * (np.eye(5) - y(n)[None, :])))
check(T, "eq-p5", N, lambda n: (
    jacobian(n, lambda n, a: a[2][:, 0], "z", 2), y(n)[:, None] * (np.eye(5) - y(n)[:, None])))
check(T, "eq-23", N, lambda n: (deltas(n, 2), A(n, 2) - n.T))

# Slojevi u kolonama.
T = "slojevi-u-kolonama"
N = nets((5, 4, 3, 1), ["relu", "tanh", "sigmoid"], "binary")
o = lambda n: out(n)[0, 0]
check(T, "eq-5", N, lambda n: (below(n, 3)[0, 0], (o(n) - target(n)[0, 0]) / (o(n) * (1 - o(n)))))
check(T, "eq-6", N, lambda n: (sl(n, 3)[0, 0], o(n) * (1 - o(n))))
check(T, "eq-p1", N, lambda n: (sl(n, 3)[0, 0], o(n) * (1 + o(n))))
check(T, "eq-8", N, lambda n: (weight(n, 3), (out(n) - target(n)) * col(n, "a", 2)))
check(T, "eq-14", N, lambda n: (n.by_weight(3, n.cost), (A(n, 3) - n.T) @ A(n, 2).T / n.m))
check(T, "eq-16", N, lambda n: (deltas(n, 2), (n.W[3].T @ deltas(n, 3)) * slopes(n, 2)))
check(T, "eq-p2", N, lambda n: (deltas(n, 2), (n.W[3] @ deltas(n, 3)) * slopes(n, 2)))
check(T, "eq-17", N, lambda n: (n.by_bias(2, n.cost), deltas(n, 2).sum(axis=1, keepdims=True) / n.m))
check(T, "eq-p3", N, lambda n: (n.by_bias(2, n.cost), deltas(n, 2).sum(axis=1, keepdims=True) / 3))
total = lambda n, l: n.by_node("a", l, lambda a: n.losses(a).sum())
check(T, "eq-19", N, lambda n: (deltas(n, 2), total(n, 2) * slopes(n, 2)))
check(T, "eq-p4", N, lambda n: (deltas(n, 2), total(n, 2) * A(n, 2)))
lam = 0.7
penalized = lambda n, l: n.by_weight(l, n.cost) + by_array(lambda W: lam / (2 * n.m) * (W**2).sum(), n.W[l])
data = lambda n, l: deltas(n, l) @ A(n, l - 1).T
check(T, "eq-23", N, lambda n: (penalized(n, 2), data(n, 2) / n.m + lam / n.m * n.W[2]))
check(T, "eq-p5", N, lambda n: (penalized(n, 2), data(n, 2) / n.m + lam / (2 * n.m) * n.W[2]))
check(T, "eq-p6", N, lambda n: (penalized(n, 2), (data(n, 2) + lam * n.W[2]) / n.m))
N = nets((4, 5, 3), ["tanh", "softmax"], "categorical")
check(T, "eq-25", N, lambda n: (n.cost(n.run()[1]), -(n.T * np.log(A(n, 2))).sum() / n.m))

# One neuron per layer, then more.
T = "one-neuron-per-layer"
N = nets((1, 1, 1, 1), ["sigmoid"] * 3, "sum")
check(T, "eq-5", N, lambda n: (weight(n, 3), 2 * (out(n) - target(n))))
check(T, "eq-6", N, lambda n: (weight(n, 3), col(n, "a", 2) * sl(n, 3) * 2 * (out(n) - target(n))))
check(T, "eq-8", N, lambda n: (weight(n, 3), sl(n, 3) * 2 * (out(n) - target(n))))
check(T, "eq-10", N, lambda n: (below(n, 2), n.W[3] * sl(n, 3) * 2 * (out(n) - target(n))))
check(T, "eq-p1", N, lambda n: (below(n, 2), n.W[2] * sl(n, 3) * 2 * (out(n) - target(n))))
N = nets((4, 5, 3, 2), ["sigmoid"] * 3, "sum")
back = lambda n: sl(n, 3) * 2 * (out(n) - target(n))
check(T, "eq-14", N, lambda n: (weight(n, 3), back(n) @ col(n, "a", 2).T))
check(T, "eq-p2", N, lambda n: (weight(n, 3), back(n) * col(n, "a", 2) @ np.ones((1, 3))))
check(T, "eq-15", N, lambda n: (below(n, 2), n.W[3].T @ back(n)))
check(T, "eq-p3", N, lambda n: (below(n, 2), n.W[3] @ back(n)))
check(T, "eq-p4", N, lambda n: (bias(n, 3), out(n) * 2 * (out(n) - target(n))))
check(T, "eq-p5", N, lambda n: (bias(n, 3), 2 * out(n) * (1 - out(n)) * (out(n) - target(n))))
by_example = lambda n, e: n.by_weight(3, lambda a: n.losses(a)[e])
check(T, "eq-16", N, lambda n: (n.by_weight(3, n.cost), sum(by_example(n, e) for e in range(n.m)) / n.m))
check(T, "eq-17", N, lambda n: (n.by_weight(3, n.cost), sum(by_example(n, e) for e in range(1, n.m)) / n.m))
check(T, "eq-18", N, lambda n: (weight(n, 2), (sl(n, 2) * below(n, 2)) @ col(n, "a", 1).T))
check(T, "eq-19", N, lambda n: (
    np.broadcast_to(below(n, 2).T, (3, 3)), np.broadcast_to(n.W[3].T @ (sl(n, 3) * below(n, 3)), (3, 3))))

# Activation functions, at points of either sign.
T = "activations-one-by-one"
sigma = lambda x: 1 / (1 + np.exp(-x))
alpha, beta = 0.8, 1.5
POINTS = np.array([-2.3, -1.1, -0.4, 0.3, 0.9, 1.7])
absolute = lambda x: np.where(np.real(x) > 0, x, -x)
elu = lambda x: np.where(np.real(x) > 0, x, alpha * (np.exp(x) - 1))
softplus, swish, softsign = lambda x: np.log(1 + np.exp(x)), lambda x: x * sigma(beta * x), lambda x: x / (1 + absolute(x))


def curve(label, f, right):
    CHECKS[T, label] = lambda: tried(lambda: (by_number(f, POINTS), right(POINTS)))


curve("eq-2", sigma, lambda x: np.exp(-x) / (1 + np.exp(-x)) ** 2)
curve("eq-p1", sigma, lambda x: sigma(x) * sigma(-x))
curve("eq-4", np.tanh, lambda x: 1 - np.tanh(x) ** 2)
curve("eq-p2", np.tanh, lambda x: 1 + np.tanh(x) ** 2)
curve("eq-11", elu, lambda x: np.where(x > 0, 1, alpha * np.exp(x)))
curve("eq-p3", elu, lambda x: np.where(x > 0, 1, alpha * (np.exp(x) - 1)))
curve("eq-13", swish, lambda x: sigma(beta * x) + beta * x * sigma(beta * x) - beta * x * sigma(beta * x) ** 2)
curve("eq-p4", swish, lambda x: sigma(beta * x) + x * sigma(beta * x) - x * sigma(beta * x) ** 2)
curve("eq-15", lambda x: x * sigma(x), lambda x: (1 + np.exp(-x) + x * np.exp(-x)) / (1 + 2 * np.exp(-x) + np.exp(-2 * x)))
curve("eq-18", softplus, sigma)
curve("eq-p5", softplus, lambda x: sigma(x) * (1 - sigma(x)))
curve("eq-20", softsign, lambda x: 1 / (1 + np.abs(x)) ** 2)
curve("eq-p6", softsign, lambda x: 1 / (1 + np.abs(x)))

# Penalties, steps and moments.
T = "penalties-and-moments"
N = nets((4, 1), ["linear"], "half")
fit = lambda n, sign: ((n.W[1] @ n.X + sign * n.b[1] - n.T) ** 2).sum() / (2 * n.m)
check(T, "eq-1", N, lambda n: (n.cost(n.run()[1]), fit(n, 1)))
check(T, "eq-p1", N, lambda n: (n.cost(n.run()[1]), fit(n, -1)))
decayed = lambda n: n.by_weight(1, n.cost) + by_array(lambda W: 0.3 / 2 * (W**2).sum(), n.W[1])
check(T, "eq-3", N, lambda n: (n.W[1] - 0.1 * decayed(n), (1 - 0.1 * 0.3) * n.W[1] - 0.1 / n.m * (A(n, 1) - n.T) @ n.X.T))
N = nets((3, 5, 4, 2), ["sigmoid", "tanh", "sigmoid"], "sum")
each = lambda n, e: n.by_weight(2, lambda a: n.losses(a)[e])
check(T, "eq-5", N, lambda n: (n.by_weight(2, n.cost), sum(each(n, e) for e in range(n.m)) / n.m))
check(T, "eq-p2", N, lambda n: (n.by_weight(2, n.cost), sum(each(n, e) for e in range(n.m))))
check(T, "eq-p3", N, lambda n: (-0.1 * each(n, 0), 0.1 * each(n, 0)))
check(T, "eq-8", N, lambda n: (penalized(n, 2), n.by_weight(2, n.cost) + lam / n.m * n.W[2]))
check(T, "eq-p4", N, lambda n: (penalized(n, 2), n.by_weight(2, n.cost) + lam / (2 * n.m) * n.W[2]))
check(T, "eq-9", N, lambda n: (
    n.W[2] - 0.1 * penalized(n, 2), (1 - 0.1 * lam / n.m) * n.W[2] - 0.1 * n.by_weight(2, n.cost)))
check(T, "eq-11", N, lambda n: (
    by_array(lambda W: lam / n.m * absolute(W).sum(), n.W[2]), lam / n.m * np.sign(n.W[2])))


def square(r):
    M, x, c, b = r.normal(size=(3, 3)), r.normal(size=3), r.normal(size=3), r.normal()
    Q = M.T @ M
    s = x - np.linalg.solve(Q, c)
    return x @ Q @ x / 2 + x @ c + b, s @ Q @ s / 2 + b - c @ np.linalg.solve(Q, c) / 2


def step(r, sign):
    x, v, k, eta, b = r.normal(size=5)
    w = b * v + k * x
    return np.array([w, x - eta * w]), np.array([[b, k], [sign * eta * b, 1 - eta * k]]) @ np.array([v, x])


def second_row(r):
    x, v, k, eta, b = r.normal(size=5)
    return (np.array([[b, k], [-eta * b, 1 - eta * k]]) @ np.array([v, x]))[1], x - eta * (b * v + k * x)


numbers(T, "eq-19", square)
numbers(T, "eq-21", lambda r: step(r, -1))
numbers(T, "eq-p5", lambda r: step(r, 1))
numbers(T, "eq-p6", second_row)

# Six weights: w_1 to w_4 are W[1] row by row, w_5 and w_6 are W[2].
T = "six-weights-in-numbers"
N = nets((2, 2, 1), ["linear", "linear"], "half", biases=False)
i = lambda n: n.X[:, 0]
D = lambda n: (out(n) - target(n))[0, 0]
check(T, "eq-2", N, lambda n: (col(n, "a", 1)[1, 0], i(n) @ n.W[1][1]))
check(T, "eq-p1", N, lambda n: (col(n, "a", 1)[1, 0], i(n) @ n.W[1][:, 1]))
check(T, "eq-10", N, lambda n: (weight(n, 2)[0, 1], D(n) * col(n, "a", 1)[1, 0]))
check(T, "eq-12", N, lambda n: (weight(n, 1)[0, 0], D(n) * n.W[2][0, 0] * i(n)[0]))
check(T, "eq-p3", N, lambda n: (weight(n, 1)[0, 0], D(n) * n.W[2][0, 1] * i(n)[0]))
check(T, "eq-p4", N, lambda n: (weight(n, 1)[1, 0], D(n) * n.W[2][0, 1] * i(n)[1]))
check(T, "eq-p5", N, lambda n: (weight(n, 1)[1, 1], i(n)[1] * n.W[2][0, 1] * D(n)))
check(T, "eq-13", N, lambda n: (-0.05 * weight(n, 2)[0, 1], -0.05 * col(n, "a", 1)[1, 0] * D(n)))
check(T, "eq-p6", N, lambda n: (-0.05 * weight(n, 2)[0, 1], 0.05 * col(n, "a", 1)[1, 0] * D(n)))
OWN = nets((2, 2, 1), ["linear", "linear"], "half", biases=False, examples=1)[:1]
OWN[0].W[1], OWN[0].W[2] = np.array([[0.11, 0.21], [0.12, 0.08]]), np.array([[0.14, 0.15]])
OWN[0].X, OWN[0].T = np.array([[2.0], [3.0]]), np.array([[1.0]])
stepped = lambda n: [n.W[l] - 0.05 * n.by_weight(l, n.cost) for l in (1, 2)]
digits = lambda value, count: np.round(value, count)
check(T, "eq-3", OWN, lambda n: (out(n), [[0.191]]))
check(T, "eq-4", OWN, lambda n: (col(n, "a", 1).T, out(n)))
check(T, "eq-5", OWN, lambda n: (digits(loss(n), 3), [0.327]))
check(T, "eq-p2", OWN, lambda n: (digits(loss(n), 3), [0.654]))
check(T, "eq-16", OWN, lambda n: (digits(stepped(n)[1], 2), [[0.17, 0.17]]))
check(T, "eq-17", OWN, lambda n: (digits(stepped(n)[0].T, 2), [[0.12, 0.13], [0.23, 0.10]]))
check(T, "eq-18", OWN, lambda n: (digits(stepped(n)[1] @ stepped(n)[0] @ n.X, 2), [[0.26]]))

if __name__ == "__main__":
    planted.main()
