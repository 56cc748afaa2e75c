"""Confirms the verdicts about the planted equations of documents on single layers, autoencoders, recurrence, gates and least
squares.

    python3 recurrent.py

The form is that of `examiners.py`. A recurrent network is run on from the state that is changed, so that its derivatives
know nothing of what goes back through time.
"""
import numpy as np

from planted import STEP, first, nets
import planted
from quantities import below, bias, by_array, by_number, col, delta, jacobian, out, sl, target, weight

CHECKS = planted.CHECKS
CHECKS.clear()
check = planted.check


# One neuron with four inputs: t and o of all examples, as rows.
T = "single-layer"
N = nets((4, 1), ["linear"], "half", mean=False, biases=False)
t, o = (lambda n: n.T), (lambda n: n.run()[1][1])
gradient = lambda n: n.by_weight(1, n.cost)
check(T, "eq-4", N, lambda n: (n.cost(n.run()[1]), ((t(n) - o(n)) ** 2).sum() / 2))
check(T, "eq-p1", N, lambda n: (n.cost(n.run()[1]), ((t(n) - o(n)) ** 2).sum()))
check(T, "eq-8", N, lambda n: (gradient(n), (t(n) - o(n)) @ -n.X.T))
check(T, "eq-p2", N, lambda n: (gradient(n), (t(n) - o(n))[:, :1] @ -n.X[:, :1].T))
check(T, "eq-p3", N, lambda n: (gradient(n), (o(n) - t(n)) @ n.X.T))
check(T, "eq-9", N, lambda n: (-0.1 * gradient(n), 0.1 * (t(n) - o(n)) @ n.X.T))
check(T, "eq-p4", N, lambda n: (-0.1 * gradient(n), -0.1 * (t(n) - o(n)) @ n.X.T))
N = nets((4, 1), ["sigmoid"], "binary", mean=False, biases=False)
check(T, "eq-12", N, lambda n: (
    n.cost(n.run()[1]), (-t(n) * np.log(o(n)) - (1 - t(n)) * np.log(1 - o(n))).sum()))
check(T, "eq-p5", N, lambda n: (
    n.cost(n.run()[1]), (-t(n) * np.log(o(n)) + (1 - t(n)) * np.log(1 - o(n))).sum()))
check(T, "eq-14", N, lambda n: (-weight(n, 1), (target(n) - out(n)) @ n.X[:, :1].T))
check(T, "eq-15", N, lambda n: (-0.1 * gradient(n), 0.1 * (t(n) - o(n)) @ n.X.T))
check(T, "eq-p6", N, lambda n: (-0.1 * gradient(n), -0.1 * (t(n) - o(n)) @ n.X.T))

# An autoencoder, the targets of which are its inputs.
T = "reconstructions"


def reconstructing(networks):
    for n in networks:
        n.X = n.T = np.random.default_rng(7).uniform(0.1, 0.9, size=n.X.shape)
    return networks


N = reconstructing(nets((5, 3, 5), ["sigmoid", "sigmoid"], "binary"))
x, h = (lambda n: n.X[:, :1]), (lambda n: col(n, "a", 1))
miss = lambda n: out(n) - x(n)
check(T, "eq-3", N, lambda n: (
    n.losses(n.run()[1])[0], -(x(n) * np.log(out(n)) + (1 - x(n)) * np.log(1 - out(n))).sum()))
check(T, "eq-p1", N, lambda n: (n.losses(n.run()[1])[0], -(x(n) * np.log(out(n))).sum()))
check(T, "eq-4", N, lambda n: (delta(n, 2), miss(n)))
check(T, "eq-p2", N, lambda n: (delta(n, 2), x(n) - out(n)))
check(T, "eq-6", N, lambda n: (np.vstack([bias(n, 2), below(n, 1)]), np.vstack([miss(n), n.W[2].T @ miss(n)])))
check(T, "eq-p3", N, lambda n: (bias(n, 2), -(x(n) - out(n))))
check(T, "eq-p4", N, lambda n: (below(n, 1), n.W[2] @ miss(n)))
check(T, "eq-7", N, lambda n: (delta(n, 1), below(n, 1) * h(n) * (1 - h(n))))
check(T, "eq-8", N, lambda n: (weight(n, 1), delta(n, 1) @ x(n).T))
check(T, "eq-9", N, lambda n: (weight(n, 2), delta(n, 2) @ h(n).T))
check(T, "eq-p5", N, lambda n: (weight(n, 2), h(n) @ delta(n, 2).T))
check(T, "eq-p6", N, lambda n: (weight(n, 1), delta(n, 1) @ x(n).T + h(n) @ delta(n, 2).T))
code = lambda n, a: a[1][:, 0]
check(T, "eq-10", N, lambda n: (jacobian(n, code, "a", 0), h(n) * (1 - h(n)) * n.W[1]))
N = reconstructing(nets((5, 3, 5), ["linear", "linear"], "half"))
check(T, "eq-13", N, lambda n: (n.losses(n.run()[1])[0], (miss(n) ** 2).sum() / 2))
check(T, "eq-14", N, lambda n: (delta(n, 2), miss(n)))
check(T, "eq-15", N, lambda n: (weight(n, 1), n.W[2].T @ miss(n) @ x(n).T))

# One number through time.
T = "one-number-through-time"


class Chain:
    """`S[k]` is made of `S[k - 1]` and `X[k]`."""

    def __init__(self, seed):
        r = np.random.default_rng(seed)
        self.X, self.n = np.append(np.nan, r.normal(size=4)), 4
        self.wx, self.w, self.s0, self.t = r.normal(size=4)

    def states(self, wx=None, w=None, start=0, s=None):
        wx, w = self.wx if wx is None else wx, self.w if w is None else w
        S = {start: self.s0 if s is None else s}
        for k in range(start + 1, self.n + 1):
            S[k] = S[k - 1] * w + self.X[k] * wx
        return S

    def cost(self, **changes):
        return (self.t - self.states(**changes)[self.n]) ** 2

    def by_state(self, k):
        return by_number(lambda s: self.cost(start=k, s=s), self.states()[k])


C = [Chain(seed) for seed in (1, 2)]
S = lambda c: c.states()
y = lambda c: c.states()[c.n]
by_wx = lambda c: by_number(lambda v: c.cost(wx=v), c.wx)
by_w = lambda c: by_number(lambda v: c.cost(w=v), c.w)
later = lambda c, k, m: by_number(lambda s: c.states(start=m, s=s)[k], S(c)[m])
steps = range(1, 5)
check(T, "eq-p1", C, lambda c: (S(c)[2], S(c)[1] * c.wx + c.X[2] * c.w))
check(T, "eq-4", C, lambda c: (y(c), c.w**4 * c.s0 + sum(c.w ** (4 - k) * c.X[k] * c.wx for k in steps)))
check(T, "eq-6", C, lambda c: (by_number(lambda v: (c.t - v) ** 2, y(c)), 2 * (y(c) - c.t)))
check(T, "eq-p2", C, lambda c: (by_number(lambda v: (c.t - v) ** 2, y(c)), 2 * (c.t - y(c))))
check(T, "eq-7", C, lambda c: ([c.by_state(k - 1) for k in steps], [c.by_state(k) * c.w for k in steps]))
check(T, "eq-p3", C, lambda c: ([c.by_state(k - 1) for k in steps], [c.by_state(k) * c.wx for k in steps]))
check(T, "eq-9", C, lambda c: (later(c, 4, 1), c.w**3))
check(T, "eq-p4", C, lambda c: (later(c, 4, 1), c.w**4))
check(T, "eq-11", C, lambda c: ([later(c, 4, m) for m in range(5)], [c.w ** (4 - m) for m in range(5)]))
check(T, "eq-12", C, lambda c: (by_wx(c), sum(c.by_state(k) * c.X[k] for k in steps)))
check(T, "eq-13", C, lambda c: (by_w(c), sum(c.by_state(k) * S(c)[k - 1] for k in steps)))
check(T, "eq-p5", C, lambda c: (by_w(c), sum(c.by_state(k) * S(c)[k] for k in steps)))
check(T, "eq-p6", C, lambda c: (by_wx(c), 2 * (y(c) - c.t) * sum(c.w ** (4 - k) * c.X[k] for k in steps)))


class Vectors:
    """Three steps of `s_t = \\tanh(U x_t + W s_{t-1})`, each with an output and an error."""

    def __init__(self, seed):
        r = np.random.default_rng(seed)
        self.x, self.r = r.normal(size=(4, 2)), r.normal(size=(4, 3))
        self.U, self.W, self.V, self.s0 = (r.normal(size=shape) * 0.6 for shape in ((4, 2), (4, 4), (3, 4), (4,)))

    def states(self, start=0, s=None):
        s = {start: self.s0 if s is None else s}
        for t in range(start + 1, 4):
            s[t] = np.tanh(self.U @ self.x[t] + self.W @ s[t - 1])
        return s

    def error(self, V=None, start=0, s=None, times=(1, 2, 3)):
        V, states = self.V if V is None else V, self.states(start, s)
        return sum(((V @ states[t] - self.r[t]) ** 2).sum() / 2 for t in times if t in states)

    def by_state(self, t):
        return by_array(lambda s: self.error(start=t, s=s), self.states()[t])

    def miss(self, t):
        return self.V @ self.states()[t] - self.r[t]

    def back(self, t, slope_of):
        later = self.states()[slope_of]
        return self.V.T @ self.miss(t) + self.W.T @ ((1 - later * later) * self.by_state(t + 1))


V = [Vectors(seed) for seed in (1, 2)]
check(T, "eq-17", V, lambda v: (
    by_array(lambda m: v.error(V=m, times=(2,)), v.V), np.outer(v.miss(2), v.states()[2])))
check(T, "eq-18", V, lambda v: (v.by_state(3), v.V.T @ v.miss(3)))
check(T, "eq-19", V, lambda v: ([v.by_state(t) for t in (1, 2)], [v.back(t, t + 1) for t in (1, 2)]))
check(T, "eq-p7", V, lambda v: ([v.by_state(t) for t in (1, 2)], [v.back(t, t) for t in (1, 2)]))

# Softmax regression: rows of theta by class; the class of each example is given.
T = "one-row-per-class"


def classified(networks, penalty=0.0):
    for n in networks:
        r = np.random.default_rng(3)
        n.y = r.integers(0, 3, size=n.m)
        n.T = np.eye(3)[:, n.y]
        n.penalty = penalty
    return networks


N = classified(nets((4, 3), ["softmax"], "categorical", biases=False))
theta = lambda n: n.W[1]
p = lambda n: n.run()[1][1]
grown = lambda n, x: np.exp(theta(n) @ x)
mean_cost = lambda n: n.cost(n.run()[1])
picked = lambda n: np.array([np.log(p(n)[n.y[i], i]) for i in range(n.m)])
residual = lambda n: n.T - p(n)
check(T, "eq-1", N, lambda n: (p(n)[:, 1], grown(n, n.X[:, 1]) / grown(n, n.X[:, 1]).sum()))
check(T, "eq-p1", N, lambda n: (p(n)[:, 1], grown(n, n.X[:, 1]) / (3 * grown(n, n.X[:, 1]))))
check(T, "eq-2", N, lambda n: (mean_cost(n), -picked(n).mean()))
check(T, "eq-p2", N, lambda n: (mean_cost(n), picked(n).mean()))
check(T, "eq-4", N, lambda n: (n.by_weight(1, n.cost), -residual(n) @ n.X.T / n.m))
check(T, "eq-p3", N, lambda n: (n.by_weight(1, n.cost), (p(n) - n.T) @ n.X.T / n.m))
check(T, "eq-p4", N, lambda n: (n.by_weight(1, n.cost), -(p(n) - n.T) @ n.X.T / n.m))
psi = np.array([0.3, -0.8, 1.1, 0.4])
check(T, "eq-6", N, lambda n: (
    grown(n, n.X[:, 1]) / grown(n, n.X[:, 1]).sum(),
    np.exp((theta(n) - psi) @ n.X[:, 1]) / np.exp((theta(n) - psi) @ n.X[:, 1]).sum()))
penalized = lambda n: n.by_weight(1, n.cost) + 0.2 * theta(n)
check(T, "eq-8", N, lambda n: (penalized(n), -residual(n) @ n.X.T / n.m + 0.2 * theta(n)))
check(T, "eq-p5", N, lambda n: (penalized(n), -residual(n) @ n.X.T / n.m + 0.2 / 2 * theta(n)))
after = lambda n: theta(n) - 0.1 * penalized(n)
check(T, "eq-9", N, lambda n: (after(n), (1 - 0.1 * 0.2) * theta(n) + 0.1 * residual(n) @ n.X.T / n.m))
check(T, "eq-p6", N, lambda n: (after(n), (1 + 0.1 * 0.2) * theta(n) + 0.1 * residual(n) @ n.X.T / n.m))

# One cell with three gates, run on from whatever is changed.
T = "gates-of-a-cell"
GATES = "cifo"


class Cell:
    def __init__(self, seed):
        r = np.random.default_rng(seed)
        self.given = {"x": r.normal(size=3), "h": r.normal(size=4), "c": r.normal(size=4), "r": r.normal(size=4)}
        self.given |= {"W" + g: r.normal(size=(4, 3)) for g in GATES} | {"U" + g: r.normal(size=(4, 4)) for g in GATES}

    def run(self, **changes):
        v = self.given | changes
        squash = {g: (lambda z: 1 / (1 + np.exp(-z))) for g in "ifo"} | {"c": np.tanh}
        for g in GATES:
            v.setdefault("net" + g, v["W" + g] @ v["x"] + v["U" + g] @ v["h"])
            v.setdefault("out" + g, squash[g](v["net" + g]))
        v.setdefault("memory", v["outi"] * v["outc"] + v["outf"] * v["c"])
        v.setdefault("state", v["outo"] * np.tanh(v["memory"]))
        v["E"] = ((v["state"] - v["r"]) ** 2).sum() / 2
        return v

    def by(self, name):
        return by_array(lambda value: self.run(**{name: value})["E"], self.run()[name])


K = [Cell(seed) for seed in (1, 2)]
of = lambda k, name: k.run()[name]
check(T, "eq-p1", K, lambda k: (of(k, "memory"), of(k, "outf") * of(k, "outc") + of(k, "outi") * of(k, "c")))
check(T, "eq-5", K, lambda k: (k.by("outo"), k.by("state") * np.tanh(of(k, "memory"))))
check(T, "eq-6", K, lambda k: (k.by("memory"), k.by("state") * of(k, "outo") * (1 - np.tanh(of(k, "memory")) ** 2)))
check(T, "eq-p2", K, lambda k: (k.by("memory"), k.by("state") * of(k, "outo") * (1 - np.tanh(of(k, "state")) ** 2)))
check(T, "eq-7", K, lambda k: (
    [k.by("outi"), k.by("outf"), k.by("outc"), k.by("c")],
    [k.by("memory") * of(k, name) for name in ("outc", "c", "outi", "outf")]))
check(T, "eq-p3", K, lambda k: (k.by("outi"), k.by("memory") * of(k, "outi")))
check(T, "eq-8", K, lambda k: (
    [k.by("net" + g) for g in GATES],
    [k.by("out" + g) * (1 - of(k, "outc") ** 2 if g == "c" else of(k, "out" + g) * (1 - of(k, "out" + g)))
     for g in GATES]))
check(T, "eq-p4", K, lambda k: (k.by("netc"), k.by("outc") * (1 - of(k, "outc") ** 2)))
check(T, "eq-9", K, lambda k: (k.by("Wc"), np.outer(k.by("netc"), of(k, "x"))))
check(T, "eq-p5", K, lambda k: (k.by("Wc"), np.outer(of(k, "x"), k.by("netc"))))
check(T, "eq-10", K, lambda k: (k.by("h"), sum(of(k, "U" + g).T @ k.by("net" + g) for g in GATES)))
check(T, "eq-p6", K, lambda k: (k.by("h"), sum(of(k, "U" + g).T @ k.by("net" + g) for g in "cif")))

# Least squares: with an intercept, then in matrices, where examples are rows.
T = "normal-equations"
N = nets((4, 1), ["linear"], "half", mean=False)
total = lambda n: n.cost(n.run()[1])
led = lambda n: np.vstack([np.ones((1, n.m)), n.X])
whole = lambda n: np.hstack([n.by_bias(1, n.cost), n.by_weight(1, n.cost)])
error = lambda n: n.run()[1][1] - n.T
check(T, "eq-1", N, lambda n: (n.run()[1][1], np.hstack([n.b[1], n.W[1]]) @ led(n)))
check(T, "eq-2", N, lambda n: (total(n), (error(n) ** 2).sum() / 2))
check(T, "eq-p1", N, lambda n: (total(n), ((n.run()[1][1] + n.T) ** 2).sum() / 2))
check(T, "eq-4", N, lambda n: (-0.1 * whole(n), -0.1 * error(n) @ led(n).T))
check(T, "eq-p2", N, lambda n: (-0.1 * whole(n), 0.1 * error(n) @ led(n).T))
N = nets((4, 1), ["linear"], "half", mean=False, biases=False)
by_theta = lambda n: n.by_weight(1, n.cost).T
rows, aims = (lambda n: n.X.T), (lambda n: n.T.T)
column = lambda n: n.W[1].T
check(T, "eq-7", N, lambda n: (by_theta(n), rows(n).T @ rows(n) @ column(n) - rows(n).T @ aims(n)))
check(T, "eq-p3", N, lambda n: (by_theta(n), rows(n) @ rows(n).T @ column(n) - rows(n).T @ aims(n)))
check(T, "eq-p4", N, lambda n: (by_theta(n), rows(n).T @ (rows(n) @ column(n) - aims(n))))
check(T, "eq-p5", N, lambda n: (by_theta(n), 2 * rows(n).T @ (rows(n) @ column(n) - aims(n))))
points = [np.random.default_rng(seed).normal() for seed in (1, 2)]
q = lambda u: u**3 - 2 * u
newton = lambda u: u - q(u) / by_number(q, u)
check(T, "eq-11", points, lambda u: (newton(u), 2 * u**3 / (3 * u**2 - 2)))
check(T, "eq-p6", points, lambda u: (newton(u), (2 * u**3 - 2 * u) / (3 * u**2 - 2)))

if __name__ == "__main__":
    planted.main()
