"""Confirms the verdicts about the planted equations of documents on single layers, autoencoders and recurrence.

    python3 recurrent.py

The form is that of `examiners.py`. A recurrent network is run on from the state that is changed, so that its derivatives
know nothing of what goes back through time.
"""
import numpy as np

from planted import STEP, first, nets
import planted
from quantities import below, bias, col, delta, jacobian, out, sl, target, weight

CHECKS = planted.CHECKS
CHECKS.clear()
check = planted.check


def by_number(f, x):
    return f(x + 1j * STEP).imag / STEP


def by_array(f, x):
    G = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        d = np.zeros(x.shape, complex)
        d[index] = 1j * STEP
        G[index] = np.asarray(f(x + d)).imag.item() / STEP
    return G


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

if __name__ == "__main__":
    planted.main()
