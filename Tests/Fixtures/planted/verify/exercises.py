"""Confirms the verdicts about equations of the documents that follow exercises, slides and blog posts.

    python3 exercises.py

Each entry gives both sides of an equation as it is printed, on random networks of distinct widths; derivatives are complex
steps of a forward pass that knows nothing of backpropagation. What the table calls true has to agree on every network, and
what it calls wrong to differ on one, in its values or in its shape. The numbers of worked examples are calculated at the end.
"""
import numpy as np

from planted import FUNCTIONS, first, nets, same, slope
import planted
from quantities import below, bias, col, delta, out, sl, target, weight

CHECKS = planted.CHECKS
CHECKS.clear()
check = planted.check

a = lambda n, l: col(n, "a", l)

# A regularized neuron: w alone is penalized.
N = nets((1, 1), ["sigmoid"], "half")
D = "regularized-neuron"
penalty = 0.1
y = lambda n: n.run()[1][1][0, 0]
z = lambda n: n.run()[0][1][0, 0]
t = lambda n: n.T[0, 0]
s1 = lambda n: slope("sigmoid", z(n))
by_w = lambda n: n.by_weight(1, first(n))[0, 0] + penalty * n.W[1][0, 0]
by_b = lambda n: n.by_bias(1, first(n))[0, 0]
check(D, "eq-6", N, lambda n: (by_w(n), (y(n) - t(n)) * s1(n) * n.X[0, 0] + penalty * n.W[1][0, 0]))
check(D, "eq-7", N, lambda n: (by_b(n), (y(n) - t(n)) * s1(n)))
check(D, "eq-p1", N, lambda n: (by_b(n), (y(n) - t(n)) * s1(n) + penalty * n.b[1][0, 0]))
by_z, by_y = (lambda n: n.by_node("z", 1, first(n))[0, 0]), (lambda n: n.by_node("a", 1, first(n))[0, 0])
check(D, "eq-12", N, lambda n: (by_z(n), by_y(n) * s1(n)))
check(D, "eq-p2", N, lambda n: (by_z(n), by_y(n) * y(n)))
check(D, "eq-13", N, lambda n: (by_w(n), by_z(n) * n.X[0, 0] + penalty * n.W[1][0, 0]))
check(D, "eq-p3", N, lambda n: (by_w(n), by_z(n) * n.X[0, 0] - penalty * n.W[1][0, 0]))
N = nets((3, 4, 2), ["sigmoid", "linear"], "half")
check(D, "eq-19", N, lambda n: (below(n, 1), n.W[2].T @ below(n, 2)))
check(D, "eq-p4", N, lambda n: (below(n, 1), n.W[2] @ below(n, 2)))
check(D, "eq-p5", N, lambda n: (below(n, 1), n.W[2] @ below(n, 2)))
check(D, "eq-20", N, lambda n: (delta(n, 1), below(n, 1) * sl(n, 1)))
check(D, "eq-21", N, lambda n: (weight(n, 1), delta(n, 1) @ n.X[:, :1].T))
check(D, "eq-p6", N, lambda n: (weight(n, 1), (n.X[:, :1] @ delta(n, 1).T).T))
check(D, "eq-p7", N, lambda n: (below(n, 2), target(n) - out(n)))

# A hidden layer in rows, its loss a sum.
N = nets((2, 3, 4), ["sigmoid", "softmax"], "categorical", mean=False)
D = "vectorized-hidden-layer"
R = lambda n, kind, l: n.by_node(kind, l, n.cost).T
Y, T, H, X = (lambda n: n.run()[1][2].T), (lambda n: n.T.T), (lambda n: n.run()[1][1].T), (lambda n: n.X.T)
W = lambda n, l: n.W[l].T
G = lambda n, l: n.by_weight(l, n.cost).T
check(D, "eq-5", N, lambda n: (R(n, "z", 2), Y(n) - T(n)))
check(D, "eq-p2", N, lambda n: (R(n, "z", 2), T(n) - Y(n)))
check(D, "eq-6", N, lambda n: (G(n, 2), H(n).T @ (Y(n) - T(n))))
check(D, "eq-p3", N, lambda n: (G(n, 2), (Y(n) - T(n)).T @ H(n)))
check(D, "eq-10", N, lambda n: (R(n, "z", 1), H(n) * (1 - H(n)) * ((Y(n) - T(n)) @ W(n, 2).T)))
check(D, "eq-p4", N, lambda n: (R(n, "z", 1), H(n) * (1 - H(n)) * ((Y(n) - T(n)) @ W(n, 2))))
check(D, "eq-11", N, lambda n: (G(n, 1), X(n).T @ R(n, "z", 1)))
check(D, "eq-p5", N, lambda n: (G(n, 1), X(n).T @ R(n, "z", 2)))
check(D, "eq-p6", N, lambda n: (G(n, 1), (R(n, "z", 1).T @ X(n)).T))
check(D, "eq-12", N, lambda n: (R(n, "a", 1), np.array(
    [[(Y(n) - T(n))[i] @ W(n, 2)[j] for j in range(3)] for i in range(n.m)])))
check(D, "eq-p1", N, lambda n: (Y(n), H(n) @ W(n, 1) + n.b[2].T))
check(D, "eq-p7", N, lambda n: (W(n, 1) + 0.1, W(n, 1) - 0.1))

# A homework: biases before the weights.
N = nets((3, 2, 4), ["sigmoid", "softmax"], "categorical")
D = "homework-by-hand"
check(D, "eq-14", N, lambda n: (delta(n, 2), out(n) - target(n)))
check(D, "eq-p3", N, lambda n: (delta(n, 2), out(n) * (1 - target(n))))
check(D, "eq-17", N, lambda n: (below(n, 1), n.W[2].T @ (out(n) - target(n))))
check(D, "eq-p4", N, lambda n: (below(n, 1), n.W[2] @ (out(n) - target(n))))
check(D, "eq-21", N, lambda n: (weight(n, 1), a(n, 1) * (1 - a(n, 1)) * (n.W[2].T @ (out(n) - target(n))) @ n.X[:, :1].T))

# Shapes from the inputs to the units: W has a row for each input.
N = nets((3, 4, 5, 2), ["tanh", "tanh", "sigmoid"], "half")
D = "columns-and-transposes"
check(D, "eq-1", N, lambda n: (col(n, "z", 2), W(n, 2).T @ a(n, 1) + n.b[2]))
check(D, "eq-p1", N, lambda n: (col(n, "z", 2), W(n, 2) @ a(n, 1) + n.b[2]))
check(D, "eq-8", N, lambda n: (weight(n, 2).T, a(n, 1) @ delta(n, 2).T))
check(D, "eq-p2", N, lambda n: (weight(n, 3).T, delta(n, 3) @ a(n, 2).T))
check(D, "eq-p3", N, lambda n: (weight(n, 2).T, a(n, 2) @ delta(n, 2).T))
check(D, "eq-13", N, lambda n: (below(n, 1), W(n, 2) @ delta(n, 2)))
check(D, "eq-p4", N, lambda n: (below(n, 1), W(n, 2).T @ delta(n, 2)))
check(D, "eq-15", N, lambda n: (delta(n, 1), W(n, 2) @ delta(n, 2) * (1 - a(n, 1) ** 2)))
check(D, "eq-p5", N, lambda n: (delta(n, 1), W(n, 2) @ delta(n, 2) * (1 - a(n, 1)) ** 2))
check(D, "eq-p6", N, lambda n: (weight(n, 2).T, a(n, 1) @ ((1 - a(n, 2) ** 2) * below(n, 2)).T))
check(D, "eq-p7", N, lambda n: (weight(n, 2).T, weight(n, 2)))

# The derivative of softmax.
N = nets((4, 3), ["softmax"], "categorical", biases=False)
D = "softmax-derivative"
S = lambda n: out(n)[:, 0]
soft = FUNCTIONS["softmax"]


def jacobian(n):
    z0, count = col(n, "z", 1)[:, 0], n.W[1].shape[0]
    return np.array([soft(z0 + 1j * planted.STEP * np.eye(count)[j]).imag / planted.STEP for j in range(count)]).T


eye = np.eye(3)
check(D, "eq-8", N, lambda n: (jacobian(n), S(n)[:, None] * (eye - S(n)[None, :])))
check(D, "eq-p2", N, lambda n: (jacobian(n), np.where(eye == 1, S(n) * (1 - S(n)), np.outer(S(n), S(n)))))
check(D, "eq-p3", N, lambda n: (jacobian(n), S(n)[:, None] * (eye - S(n)[:, None])))
check(D, "eq-p4", N, lambda n: (jacobian(n), S(n)[None, :] * (eye - S(n)[:, None])))
check(D, "eq-3", N, lambda n: (S(n), soft(col(n, "z", 1)[:, 0] + 0.3)))
check(D, "eq-p1", N, lambda n: (S(n), S(n) * np.exp(0.3)))
check(D, "eq-17", N, lambda n: (weight(n, 1), (out(n) - target(n)) @ n.X[:, :1].T))
check(D, "eq-p6", N, lambda n: (weight(n, 1), n.X[:, :1] @ (out(n) - target(n)).T))
by_weights = lambda n: jacobian(n)[:, :, None] * n.X[None, None, :, 0]
check(D, "eq-13", N, lambda n: (by_weights(n), (S(n)[:, None] * (eye - S(n)[None, :]))[:, :, None] * n.X[None, None, :, 0]))
check(D, "eq-p5", N, lambda n: (by_weights(n), np.broadcast_to(
    ((S(n)[:, None] * (eye - S(n)[None, :])) * n.X[None, :3, 0])[:, :, None], by_weights(n).shape)))

# Word vectors: the column u_w leads to word w.
N = nets((4, 5), ["softmax"], "categorical", biases=False)
D = "outside-vectors"
U, v = (lambda n: n.W[1].T), (lambda n: n.X[:, :1])
check(D, "eq-7", N, lambda n: (below_input(n), U(n) @ (out(n) - target(n))))
below_input = lambda n: n.by_node("a", 0, first(n))[:, :1]
check(D, "eq-p2", N, lambda n: (below_input(n), -U(n) @ target(n) + U(n).sum(axis=1)[:, None]))
check(D, "eq-p3", N, lambda n: (below_input(n), U(n).T @ (out(n) - target(n))))
check(D, "eq-10", N, lambda n: (weight(n, 1).T, v(n) @ (out(n) - target(n)).T))
check(D, "eq-p5", N, lambda n: (weight(n, 1).T, (out(n) - target(n)) @ v(n).T))
check(D, "eq-p1", N, lambda n: (first(n)(n.run()[1]), (
    (U(n).T @ v(n) * target(n)).sum() + np.log(np.exp(U(n).T @ v(n)).sum()))))
grid = np.linspace(-3, 3, 13)
f = FUNCTIONS["sigmoid"]
logs = lambda sign: np.log(f(sign * (grid + 1j * planted.STEP))).imag / planted.STEP
CHECKS[D, "eq-15"] = lambda: same(logs(1), 1 - f(grid))
CHECKS[D, "eq-p6"] = lambda: same(logs(-1), f(-grid) - 1)


def negatives(sign):
    """The loss with three negative samples by the first of them, against what is printed."""
    r = np.random.default_rng(5)
    uo, vc, u = r.normal(size=4), r.normal(size=4), r.normal(size=(3, 4))
    found = []
    for i in range(4):
        bumped = u.astype(complex)
        bumped[0, i] += 1j * planted.STEP
        found.append((-np.log(f(uo @ vc)) - np.log(f(-bumped @ vc)).sum()).imag / planted.STEP)
    return same(np.array(found), sign * f(u[0] @ vc) * vc)


CHECKS[D, "eq-19"] = lambda: negatives(1)
CHECKS[D, "eq-p7"] = lambda: negatives(-1)

# One neuron of ReLU, its cost the mean square.
N = nets((4, 1), ["relu"], "sum")
D = "calculus-of-a-neuron"
alive = lambda n: (n.run()[0][1][0] > 0) * 1.0
miss = lambda n: n.run()[1][1][0] - n.T[0]
check(D, "eq-16", N, lambda n: (n.by_weight(1, n.cost)[0], 2 / n.m * (miss(n) * alive(n)) @ n.X.T))
check(D, "eq-17", N, lambda n: (n.by_bias(1, n.cost)[0, 0], 2 / n.m * (miss(n) * alive(n)).sum()))
check(D, "eq-p5", N, lambda n: (n.by_bias(1, n.cost)[0, 0], 1 / n.m * (miss(n) * alive(n)).sum()))
check(D, "eq-p3", N, lambda n: (n.cost(n.run()[1]), (miss(n) ** 2).sum() / 2 / n.m))
powers = np.linspace(0.2, 1.3, 9)
by_x = np.log(np.sin((powers + 1j * planted.STEP) ** 3) ** 2).imag / planted.STEP
CHECKS[D, "eq-8"] = lambda: same(by_x, 6 * powers**2 * np.cos(powers**3) / np.sin(powers**3))
CHECKS[D, "eq-p2"] = lambda: same(by_x, 6 * powers**3 * np.cos(powers**3) / np.sin(powers**3))
check(D, "eq-p1", N, lambda n: (n.X[:, 0], n.W[1][0]))

# A chain of transposed layers; its weights have a row for each unit that they come from.
N = nets((4, 5, 3, 1), ["sigmoid", "sigmoid", "linear"], "sum")
D = "chain-of-transposes"
check(D, "eq-p1", N, lambda n: (a(n, 2), f(W(n, 2) @ a(n, 1) + n.b[2])))
check(D, "eq-8", N, lambda n: (delta(n, 1), W(n, 2) @ delta(n, 2) * sl(n, 1)))
check(D, "eq-p2", N, lambda n: (delta(n, 1), W(n, 2).T @ delta(n, 2) * sl(n, 1)))
check(D, "eq-p3", N, lambda n: (delta(n, 1), W(n, 2) @ delta(n, 2) * a(n, 1)))
check(D, "eq-p4", N, lambda n: (weight(n, 2).T, delta(n, 2) @ a(n, 1).T))
check(D, "eq-11", N, lambda n: (weight(n, 2).T, a(n, 1) @ delta(n, 2).T))
check(D, "eq-p5", N, lambda n: (weight(n, 2).T, delta(n, 2) @ a(n, 1).T))
check(D, "eq-13", N, lambda n: (delta(n, 3), -2 * (target(n) - out(n))))
check(D, "eq-p6", N, lambda n: (delta(n, 3), -(target(n) - out(n))))
check(D, "eq-p7", N, lambda n: (delta(n, 1), sl(n, 1) * (W(n, 2) @ delta(n, 2))))

# A cheatsheet: scalars, then rows.
N = nets((1, 1, 1), ["relu", "relu"], "half", biases=False)
N = [n for n in N + nets((1, 1, 1), ["relu", "relu"], "half", biases=False, examples=3)]
for n in N:
    n.X, n.W[1], n.W[2] = np.abs(n.X), np.abs(n.W[1]), np.abs(n.W[2])
D = "cheatsheet"
one = lambda value: np.asarray(value).reshape(-1)[0]
back = lambda n: one(out(n) - target(n))
check(D, "eq-7", N, lambda n: (one(weight(n, 2)), back(n) * one(a(n, 1))))
check(D, "eq-p1", N, lambda n: (one(delta(n, 2)), -back(n)))
check(D, "eq-p2", N, lambda n: (one(weight(n, 2)), back(n) * one(n.X)))
check(D, "eq-9", N, lambda n: (one(weight(n, 1)), back(n) * one(n.W[2]) * one(n.X)))
check(D, "eq-p3", N, lambda n: (one(weight(n, 1)), back(n) * one(n.W[1]) * one(n.X)))
check(D, "eq-p4", N, lambda n: (one(weight(n, 1)), one(delta(n, 2)) * one(n.W[2]) * one(n.X)))
N = nets((2, 3, 1), ["relu", "sigmoid"], "binary")
check(D, "eq-16", N, lambda n: (G(n, 2), H(n).T @ (Y(n) - T(n)) / n.m))
check(D, "eq-p5", N, lambda n: (G(n, 2), (Y(n) - T(n)).T @ H(n) / n.m))
R1 = lambda n: slope("relu", n.run()[0][1]).T
check(D, "eq-17", N, lambda n: (G(n, 1), X(n).T @ ((Y(n) - T(n)) @ W(n, 2).T * R1(n)) / n.m))
check(D, "eq-p6", N, lambda n: (G(n, 1), X(n).T @ ((Y(n) - T(n)) @ W(n, 2).T * H(n)) / n.m))

# A wiki: biases from node 0, weights from i to j.
N = nets((3, 4, 5, 1), ["sigmoid", "sigmoid", "linear"], "half")
D = "wiki-on-backpropagation"
check(D, "eq-8", N, lambda n: (weight(n, 2).T, a(n, 1) @ delta(n, 2).T))
check(D, "eq-p2", N, lambda n: (weight(n, 2).T, a(n, 2) @ delta(n, 2).T))
check(D, "eq-p1", N, lambda n: (col(n, "z", 2), W(n, 2) @ a(n, 1) + n.b[2]))
check(D, "eq-15", N, lambda n: (delta(n, 1), sl(n, 1) * (W(n, 2) @ delta(n, 2))))
check(D, "eq-p3", N, lambda n: (delta(n, 1), sl(n, 1) * (W(n, 2) @ delta(n, 1))))
check(D, "eq-p4", N, lambda n: (weight(n, 1).T, n.X[:, :1] @ (a(n, 1) * (W(n, 2) @ delta(n, 2))).T))
check(D, "eq-p5", N, lambda n: (weight(n, 1).T, n.X[:, :1] @ (a(n, 1) * (1 - a(n, 1)) * (W(n, 2) @ delta(n, 2))).T))
check(D, "eq-p6", N, lambda n: (-n.by_weight(2, n.cost), n.by_weight(2, n.cost)))

# From scratch, in rows, the weights penalized.
N = nets((2, 4, 3), ["tanh", "softmax"], "categorical")
D = "from-scratch-in-rows"
d3 = lambda n: (Y(n) - T(n)) / n.m
d2 = lambda n: (1 - H(n) ** 2) * (d3(n) @ W(n, 2).T)
check(D, "eq-7", N, lambda n: (G(n, 2), H(n).T @ d3(n)))
check(D, "eq-p3", N, lambda n: (G(n, 2), d3(n).T @ H(n)))
check(D, "eq-8", N, lambda n: (G(n, 1), X(n).T @ d2(n)))
check(D, "eq-p4", N, lambda n: (G(n, 1), H(n).T @ d2(n)))
check(D, "eq-9", N, lambda n: (n.by_bias(2, n.cost)[:, 0], d3(n).sum(axis=0)))
check(D, "eq-10", N, lambda n: (n.by_bias(1, n.cost)[:, 0], d2(n).sum(axis=0)))
penalized = lambda n, l: G(n, l) + 0.01 * W(n, l)
check(D, "eq-p5", N, lambda n: (penalized(n, 2), H(n).T @ (Y(n) - T(n)) / n.m + 0.01 * W(n, 2)))
check(D, "eq-p6", N, lambda n: (penalized(n, 2), H(n).T @ (Y(n) - T(n)) / n.m + 2 * 0.01 * W(n, 2)))
check(D, "eq-p1", N, lambda n: (n.run()[0][2].T, H(n) @ W(n, 2).T + n.b[2].T))


def holds(value, printed, half):
    return lambda: bool(abs(value - printed) <= half)


# Numbers: of a homework,
x, y1 = np.array([1, 1, 0, 1.0]), np.array([0, 1, 0.0])
A = np.array([[0.2, -0.3, 0.5, 0.4], [-0.4, 0.6, 0.2, 0.3]])
B = np.array([[0.1, 0.4, -0.2], [-0.3, 0.7, 0.5], [0.2, -0.6, 0.3]])


def homework(A, B):
    h = np.concatenate([[1], f(A @ x)])
    return -(y1 * np.log(soft(B @ h))).sum()


def slopes(of, P, step=1e-30):
    found = np.zeros(P.shape)
    for index in np.ndindex(P.shape):
        bumped = P.astype(complex)
        bumped[index] += 1j * step
        found[index] = of(bumped).imag / step
    return found


gA, gB = slopes(lambda P: homework(P, B), A), slopes(lambda P: homework(A, P), B)
D = "homework-by-hand"
CHECKS[D, "eq-7"], CHECKS[D, "eq-p1"] = holds((A @ x)[1], 0.5, 1e-12), holds((A @ x)[1], 0.9, 0.05)
probability = soft(B @ np.concatenate([[1], f(A @ x)]))[1]
CHECKS[D, "eq-12"], CHECKS[D, "eq-p2"] = holds(probability, 0.3997, 5e-5), holds(probability, 0.3697, 5e-5)
CHECKS[D, "eq-16"] = holds(gB[1, 1], -0.3449, 5e-5)
CHECKS[D, "eq-22"], CHECKS[D, "eq-p5"] = holds(gA[0, 3], -0.1114, 5e-5), holds(gA[1, 3], -0.1114, 5e-5)
CHECKS[D, "eq-23"] = holds(B[1, 1] - 0.5 * gB[1, 1], 0.8724, 5e-5)
CHECKS[D, "eq-p6"] = holds(B[1, 1] + 0.5 * gB[1, 1], B[1, 1] - 0.5 * gB[1, 1], 1e-9)


def sigmoids(x, t, V, W):
    """Sigmoids in a hidden and an output layer: forward values, and the slopes of half the squared error."""
    loss = lambda V, W: 0.5 * ((f(W @ f(V @ x)) - t) ** 2).sum()
    h = f(V @ x)
    return V @ x, h, W @ h, f(W @ h), loss(V, W), slopes(lambda P: loss(P, W), V), slopes(lambda P: loss(V, P), W)


# of an exercise sheet,
D = "uebungsblatt"
V, V2 = np.array([[0.3, 0.2], [-0.1, 0.4]]), np.array([[0.5, -0.3]])
net, o, net5, o5, E, gV, gW = sigmoids(np.array([1, 0.5]), np.array([1.0]), V, V2)
CHECKS[D, "eq-2"], CHECKS[D, "eq-p1"] = holds(net[1], 0.1, 1e-9), holds(net[1], 0.2, 0.05)
CHECKS[D, "eq-7"], CHECKS[D, "eq-p2"] = holds(E, 0.1079, 5e-5), holds(E, 0.2159, 5e-5)
own5 = o5 * (1 - o5) * (1 - o5)
by_net5 = gW[0, 0] / o[0]
CHECKS[D, "eq-10"], CHECKS[D, "eq-p3"] = holds(own5[0], -by_net5, 1e-9), holds(own5[0], by_net5, 1e-9)
own3 = o[0] * (1 - o[0]) * own5[0] * 0.5
CHECKS[D, "eq-13"], CHECKS[D, "eq-p4"] = holds(own3, -gV[0, 0], 1e-9), holds(own3, -gV[1, 0], 1e-9)
CHECKS[D, "eq-14"] = holds(-2 * gW[0, 0], 0.1384, 5e-5)
CHECKS[D, "eq-15"], CHECKS[D, "eq-p5"] = holds(-2 * gV[0, 0], 0.0278, 5e-5), holds(-2 * gV[0, 0], 2 * own3 * 0.5, 1e-9)
CHECKS[D, "eq-p6"] = holds(gW[0, 0], (o5[0] - 1) * o[0] * (o5[0] - o5[0] ** 2), 1e-9)

# and of an example whose authors went through the new weights.
D = "reverse-pass-in-numbers"
V, V2 = np.array([[0.1, 0.8], [0.4, 0.6]]), np.array([[0.3, 0.9]])
net, o, i, y2, E, gV, gW = sigmoids(np.array([0.35, 0.9]), np.array([0.5]), V, V2)
d = (0.5 - y2[0]) * (1 - y2[0]) * y2[0]
CHECKS[D, "eq-4"], CHECKS[D, "eq-p1"] = holds(o[1], 0.6637, 5e-5), holds(o[1], 0.6673, 5e-5)
CHECKS[D, "eq-5"] = holds(i[0], 0.80133, 5e-6)
CHECKS[D, "eq-12"] = holds(0.3 - gW[0, 0], 0.272392, 5e-7)
CHECKS[D, "eq-13"] = holds(0.9 - gW[0, 1], 0.87305, 5e-6)
CHECKS[D, "eq-p4"] = holds(0.9 - gW[0, 1], 0.9 - d * o[1], 1e-9)
by_i = gV[:, 0] / 0.35
CHECKS[D, "eq-15"] = holds(d * (0.3 - gW[0, 0]) * (1 - o[0]) * o[0], -by_i[0], 1e-9)
CHECKS[D, "eq-16"] = holds(-by_i[0], -2.654e-3, 5e-7)
CHECKS[D, "eq-p5"] = holds(-by_i[1], d * 0.9 * (1 - o[0]) * o[0], 1e-9)
CHECKS[D, "eq-18"] = holds(0.1 - gV[0, 0], 0.09907, 5e-6)
CHECKS[D, "eq-19"] = holds(0.8 - gV[0, 1], 0.7978, 5e-5)
CHECKS[D, "eq-20"], CHECKS[D, "eq-p6"] = holds(0.6 - gV[1, 1], 0.5928, 5e-5), holds(0.6 - gV[1, 1], 0.5926, 5e-5)
CHECKS[D, "eq-p2"] = holds(d, -(y2[0] - 0.5), 1e-9)

# A neuron of a tiny engine.
D = "tiny-engine"
n0, w0, x0 = 2 * -3 + 6.8813735870195432, -3.0, 2.0
o0 = np.tanh(n0)
by_n = np.tanh(n0 + 1j * planted.STEP).imag / planted.STEP
CHECKS[D, "eq-4"], CHECKS[D, "eq-p1"] = holds(o0, 0.7071, 5e-5), holds(o0, 0.7701, 5e-5)
CHECKS[D, "eq-6"], CHECKS[D, "eq-p2"] = holds(by_n, 0.5, 1e-9), holds(by_n, 1 - o0, 1e-9)
CHECKS[D, "eq-10"], CHECKS[D, "eq-p3"] = holds(by_n * 0, 0, 1e-12), holds(by_n * 0, 0.5, 1e-12)
CHECKS[D, "eq-13"], CHECKS[D, "eq-p4"] = holds(2 * (o0 - 1) * by_n * x0, -0.5858, 5e-5), holds(
    2 * (o0 - 1) * by_n * x0, -0.2929, 5e-5)
CHECKS[D, "eq-p5"] = holds(2 * (o0 - 1) * by_n * w0, 2 * (o0 - 1) * (1 - o0) * (1 + o0) * w0, 1e-12)
quadratic = lambda x: 3 * x * x - 4 * x + 5
CHECKS[D, "eq-18"] = holds((quadratic(3.0001) - quadratic(3)) / 0.0001, 14.0003, 5e-5)
CHECKS[D, "eq-p6"] = holds((quadratic(3.0001) - quadratic(3)) / 0.0001, 14, 1e-6)
CHECKS[D, "eq-21"] = holds(w0 - 0.05 * 2 * (o0 - 1) * by_n * x0, -2.9707, 5e-5)

# A single weight and its optimizers.
D = "passos-de-adam"
CHECKS[D, "eq-3"], CHECKS[D, "eq-p1"] = holds((1.5 * 2 - 1) * 2, 4, 1e-12), holds((1.5 * 2 - 1) * 2, -4, 1e-12)
CHECKS[D, "eq-4"], CHECKS[D, "eq-p2"] = holds(1.5 - 0.1 * 4, 1.1, 1e-12), holds(1.5 - 0.1 * 4, 1.4, 1e-12)

# A squiggle of softplus, its residuals summed.
D = "observed-and-predicted"
dosage, efficacy = np.array([0, 0.5, 1.0]), np.array([0, 1.0, 0])


def squiggle(p):
    """The sum of squared residuals by w1, w2, b1, b2, w3, w4, b3; residuals and weighted inputs with it."""
    x1, x2 = dosage * p[0] + p[2], dosage * p[1] + p[3]
    predicted = np.log(1 + np.exp(x1)) * p[4] + np.log(1 + np.exp(x2)) * p[5] + p[6]
    return ((efficacy - predicted) ** 2).sum(), efficacy - predicted, x1, x2, predicted


p0 = np.array([3.34, -3.53, -1.43, 0.57, -1.22, -2.3, 0])
ssr, residuals, x1, x2, predicted = squiggle(p0)
by = slopes(lambda p: squiggle(p)[0], p0)
h1, h2 = np.log(1 + np.exp(x1)), np.log(1 + np.exp(x2))
CHECKS[D, "eq-1"] = holds(ssr, 20.4, 0.05)
CHECKS[D, "eq-p1"] = lambda: same(predicted, h1 * p0[4] - h2 * p0[5] + p0[6])
CHECKS[D, "eq-9"] = holds(by[6], (-2 * residuals).sum(), 1e-9)
CHECKS[D, "eq-p2"] = holds(by[6], (2 * residuals).sum(), 1e-9)
CHECKS[D, "eq-10"], CHECKS[D, "eq-p3"] = holds(by[6], -15.7, 0.05), holds(by[6], -17.5, 0.05)
CHECKS[D, "eq-12"] = holds(-0.1 * by[6], 1.57, 0.005)
CHECKS[D, "eq-13"] = holds(by[4], (-2 * residuals * h1).sum(), 1e-9)
CHECKS[D, "eq-14"] = lambda: holds(by[4], -16.1, 0.05)() and holds(by[5], -6.95, 0.005)()
CHECKS[D, "eq-15"] = holds(by[0], (-2 * residuals * p0[4] * f(x1) * dosage).sum(), 1e-9)
CHECKS[D, "eq-p4"] = holds(by[0], (-2 * residuals * p0[5] * f(x1) * dosage).sum(), 1e-9)
CHECKS[D, "eq-p5"] = holds(by[2], (-2 * residuals * p0[4] * f(x1)).sum(), 1e-9)

# Reference pages: the weight has a row for each output.
N = nets((4, 3), ["sigmoid"], "binary")
D = "reference-pages"
Z = lambda n: n.run()[0][1].T
Y1 = lambda n: n.run()[1][1].T
check(D, "eq-1", N, lambda n: (Z(n), X(n) @ n.W[1].T + n.b[1].T))
check(D, "eq-p1", N, lambda n: (Z(n), X(n) @ n.W[1] + n.b[1].T))
check(D, "eq-9", N, lambda n: (R(n, "z", 1), (Y1(n) - T(n)) / n.m))
check(D, "eq-10", N, lambda n: (n.by_weight(1, n.cost), R(n, "z", 1).T @ X(n)))
check(D, "eq-p4", N, lambda n: (n.by_weight(1, n.cost), X(n).T @ R(n, "z", 1)))
check(D, "eq-11", N, lambda n: (R(n, "a", 0), R(n, "z", 1) @ n.W[1]))
check(D, "eq-p5", N, lambda n: (n.by_weight(1, n.cost), (Y1(n) - T(n)).T @ X(n) / n.m))
check(D, "eq-p3", N, lambda n: (n.cost(n.run()[1]), n.losses(n.run()[1]).sum()))
CHECKS[D, "eq-p2"] = lambda: same(np.log(1 + np.exp(grid)), np.log(1 + np.exp(-grid)))

# A lecture in columns.
N = nets((3, 5, 4, 2), ["relu", "relu", "linear"], "half")
D = "columns-of-a-course"
check(D, "eq-2", N, lambda n: (col(n, "z", 2), n.W[2] @ a(n, 1) + n.b[2]))
check(D, "eq-p1", N, lambda n: (col(n, "z", 2), n.W[2].T @ a(n, 1) + n.b[2]))
check(D, "eq-8", N, lambda n: (weight(n, 2), delta(n, 2) @ a(n, 1).T))
check(D, "eq-p2", N, lambda n: (weight(n, 2), a(n, 1) @ delta(n, 2).T))
check(D, "eq-10", N, lambda n: (delta(n, 2), sl(n, 2) * (n.W[3].T @ delta(n, 3))))
check(D, "eq-p3", N, lambda n: (delta(n, 2), sl(n, 3) * (n.W[3].T @ delta(n, 3))))
check(D, "eq-p4", N, lambda n: (weight(n, 2), (delta(n, 2) @ a(n, 1).T).T))
check(D, "eq-p5", N, lambda n: (weight(n, 2), (a(n, 1) @ delta(n, 2).T).T))
check(D, "eq-14", N, lambda n: (below(n, 1), n.W[2].T @ delta(n, 2)))
check(D, "eq-p6", N, lambda n: (bias(n, 2), -bias(n, 2)))

if __name__ == "__main__":
    planted.main()
