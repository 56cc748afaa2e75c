"""Checks the planted equations and the authors' mistakes of wave 71 numerically (NumPy only): one-feature-of-a-batch,
attention-in-one-readme, chang-duan-ji-yi.

A document is a list of nodes, each a function of those before it. A derivative is a complex step: one entry of a node gets an
imaginary seed, everything after it is recomputed, so that a node is a leaf for what is above it. For an equation that fails the
printed form must differ on each of three draws, and the repaired one must agree.
"""
import numpy as np

H = 1e-30


class Chain:
    def __init__(self, leaves, nodes):
        self.leaves, self.nodes = leaves, nodes
        self.names = list(leaves) + [n for n, _ in nodes]
        self.at = self.run()

    def run(self, name=None, index=None, step=0.0, frozen=()):
        """Values of all nodes; `name[index]` is moved by `step`; nodes in `frozen` keep their values."""
        v = {}
        for n, x in self.leaves.items():
            v[n] = np.array(x, dtype=complex)
        for n in self.leaves:
            if n == name:
                v[n][index] += step
        for n, f in self.nodes:
            v[n] = np.array(self.at[n] if n in frozen else f(v), dtype=complex)
            if n == name:
                v[n][index] += step
        return v

    def d(self, top, name, frozen=()):
        """Derivative of node `top` by node `name`: shape of top, then shape of name."""
        shape = np.shape(self.at[name])
        out = np.zeros(np.shape(self.at[top]) + shape)
        for i in np.ndindex(*shape):
            v = self.run(name, i, 1j * H, frozen)
            out[(Ellipsis,) + i] = v[top].imag / H
        return out

    def __getattr__(self, n):
        return self.at[n].real


def same(a, b):
    a, b = np.asarray(a, float), np.asarray(b, float)
    if a.shape != b.shape:
        return False
    return float(np.max(np.abs(a - b))) <= 1e-9 * max(1e-3, float(np.max(np.abs(a))))


seen = {}


def holds(doc, label, a, b):
    seen.setdefault((doc, label), []).append(same(a, b))


def fails(doc, label, a, printed, repaired=None):
    ok = not same(a, printed) if printed is not None else True
    if repaired is not None:
        ok = ok and same(a, repaired)
    seen.setdefault((doc, label), []).append(ok)


def batch(seed):
    doc = "one-feature-of-a-batch"
    r = np.random.default_rng(seed)
    m, eps = 5, 0.01
    t = r.normal(size=m)
    g = Chain(dict(x=r.normal(size=m), gamma=r.normal(), beta=r.normal()), [
        ("mu", lambda v: v["x"].sum() / m),
        ("s2", lambda v: ((v["x"] - v["mu"]) ** 2).sum() / m),
        ("xh", lambda v: (v["x"] - v["mu"]) / np.sqrt(v["s2"] + eps)),
        ("y", lambda v: v["gamma"] * v["xh"] + v["beta"]),
        ("f", lambda v: 0.5 * ((v["y"] - t) ** 2).sum())])
    x, mu, s2, xh = g.x, g.mu, g.s2, g.xh
    fy, fx, fxh = g.d("f", "y"), g.d("f", "x"), g.d("f", "xh")
    holds(doc, "eq-2 with its sum", g.d("f", "gamma"), (fy * g.d("y", "gamma")).sum())
    holds(doc, "eq-2 last", g.d("f", "gamma"), (fy * xh).sum())
    fails(doc, "eq-p1", g.d("f", "gamma"), (fy * x).sum(), (fy * xh).sum())
    total, direct = np.diag(g.d("xh", "x")), np.diag(g.d("xh", "x", frozen=("mu", "s2")))
    yxh, xmu, mux = np.diag(g.d("y", "xh")), g.d("xh", "mu"), g.d("mu", "x")
    xs2, s2x, s2mu = g.d("xh", "s2"), g.d("s2", "x"), g.d("s2", "mu")
    s2xd = g.d("s2", "x", frozen=("mu",))
    for first in (total, direct):
        for s in (s2x, s2xd):
            row1 = fy * yxh * (first + xmu * mux + xs2 * s + xs2 * s2mu * mux)
            fails(doc, "eq-4", fx, row1)
            row2 = fy * yxh * (first + xmu * mux + xs2 * s)
            holds(doc, "eq-13 second line", row1, row2)
            row3 = fy * yxh * first + (fy * yxh * xmu).sum() * mux + (fy * yxh * xs2).sum() * s
            fails(doc, "eq-13 third line", row2, row3)
    s = np.sqrt(s2 + eps)
    holds(doc, "eq-7 direct", direct, np.full(m, 1 / s))
    fails(doc, "eq-7 total", total, np.full(m, 1 / s))
    holds(doc, "eq-8", xs2, -0.5 * (x - mu) * (s2 + eps) ** -1.5)
    fails(doc, "eq-p2", xs2, 0.5 * (x - mu) * (s2 + eps) ** -1.5, -0.5 * (x - mu) * (s2 + eps) ** -1.5)
    holds(doc, "eq-9", s2x, 2 / m * (x - mu))
    holds(doc, "eq-p3", s2x, 2 / m * (x - x.sum() / m))
    fails(doc, "eq-p4", s2x, 1 / m * (x - mu), 2 / m * (x - mu))
    holds(doc, "eq-10", xmu, np.full(m, -1 / s))
    seen.setdefault((doc, "eq-11"), []).append(abs(float(s2mu)) < 1e-14)
    holds(doc, "eq-15 first line, direct", fx, fxh * direct + (fxh * xmu).sum() * mux + (fxh * xs2).sum() * s2x)
    fails(doc, "eq-15 first line, total", fx, fxh * total + (fxh * xmu).sum() * mux + (fxh * xs2).sum() * s2x)
    def line2(dev):
        return np.array([fxh[i] / s - fxh.sum() / s / m + (fxh * -0.5 * dev(i) * s ** -3).sum() * 2 / m * (x[i] - mu) for i in range(m)])
    fails(doc, "eq-15 second line", fx, line2(lambda i: x[i] - mu), line2(lambda i: x - mu))
    holds(doc, "eq-15 last", fx, (m * fxh - fxh.sum() - xh * (fxh * xh).sum()) / s / m)
    fails(doc, "eq-p5", fx, (fxh - fxh.sum() - xh * (fxh * xh).sum()) / s / m, (m * fxh - fxh.sum() - xh * (fxh * xh).sum()) / s / m)
    fails(doc, "eq-p6", fx, (m * fxh - fxh.sum() - xh * (fxh.sum() * xh)) / s / m, (m * fxh - fxh.sum() - xh * (fxh * xh).sum()) / s / m)


def attention(seed):
    doc = "attention-in-one-readme"
    r = np.random.default_rng(seed)
    n = lambda *s: r.normal(size=s)
    T = n(4, 6)
    soft = lambda S: np.exp(S) / np.exp(S).sum(1, keepdims=True)
    g = Chain(dict(X=n(4, 3), Wq=n(3, 2), Wk=n(3, 2), Wv=n(3, 5), Wo=n(5, 6)), [
        ("Q", lambda v: v["X"] @ v["Wq"]), ("K", lambda v: v["X"] @ v["Wk"]), ("V", lambda v: v["X"] @ v["Wv"]),
        ("S", lambda v: v["Q"] @ v["K"].T / np.sqrt(2)), ("A", lambda v: soft(v["S"])),
        ("Z", lambda v: v["A"] @ v["V"]), ("Y", lambda v: v["Z"] @ v["Wo"]),
        ("L", lambda v: 0.5 * ((v["Y"] - T) ** 2).sum())])
    d = {k: g.d("L", k) for k in g.names if k != "L"}
    holds(doc, "eq-5", d["Y"], g.Y - T)
    holds(doc, "eq-6", d["Wo"], g.Z.T @ d["Y"])
    fails(doc, "eq-p1", d["Wo"], None, g.Z.T @ d["Y"])
    holds(doc, "eq-7", d["Z"], d["Y"] @ g.Wo.T)
    holds(doc, "eq-8", d["A"], d["Z"] @ g.V.T)
    holds(doc, "eq-9", d["V"], g.A.T @ d["Z"])
    fails(doc, "eq-p2", d["V"], g.A @ d["Z"], g.A.T @ d["Z"])
    row = g.A * (d["A"] - (d["A"] * g.A).sum(1, keepdims=True))
    holds(doc, "eq-p3", d["S"], row)
    fails(doc, "eq-p4", d["S"], g.A * (d["A"] - (d["A"] * g.A).sum(0, keepdims=True)), row)
    fails(doc, "eq-10 as a sum of all entries", d["S"], g.A * (d["A"] - (d["A"] * g.A).sum()), row)
    fails(doc, "eq-10 as four times the matrix", d["S"], g.A * (d["A"] - 4 * d["A"] * g.A), row)
    holds(doc, "eq-11", d["Q"], d["S"] @ g.K / np.sqrt(2))
    holds(doc, "eq-12", d["K"], d["S"].T @ g.Q / np.sqrt(2))
    fails(doc, "eq-p5", d["Q"], d["S"] @ g.K / 2, d["S"] @ g.K / np.sqrt(2))
    for a, b in ("Wq", "Q"), ("Wk", "K"), ("Wv", "V"):
        holds(doc, "eq-13", d[a], g.X.T @ d[b])
    two = d["Q"] @ g.Wq.T + d["K"] @ g.Wk.T
    holds(doc, "eq-14", d["X"], two + d["V"] @ g.Wv.T)
    fails(doc, "eq-p6", d["X"], two, two + d["V"] @ g.Wv.T)
    holds(doc, "eq-p7", g.A, soft(g.Q @ g.K.T / np.sqrt(2)))


def memory(seed):
    doc = "chang-duan-ji-yi"
    r = np.random.default_rng(seed)
    n = lambda *s: r.normal(size=s)
    y = n(4)
    sig = lambda z: 1 / (1 + np.exp(-z))
    leaves = dict(x=n(3), h0=n(4), c0=n(4))
    nodes = []
    for k in "cifo":
        leaves["W" + k], leaves["U" + k] = n(4, 3), n(4, 4)
    for k, z in ("c", "ah"), ("i", "ih"), ("f", "fh"), ("o", "oh"):
        nodes.append((z, lambda v, k=k: v["W" + k] @ v["x"] + v["U" + k] @ v["h0"]))
    nodes += [("a", lambda v: np.tanh(v["ah"])), ("i", lambda v: sig(v["ih"])), ("f", lambda v: sig(v["fh"])),
              ("o", lambda v: sig(v["oh"])), ("c", lambda v: v["i"] * v["a"] + v["f"] * v["c0"]),
              ("h", lambda v: v["o"] * np.tanh(v["c"])), ("E", lambda v: 0.5 * ((v["h"] - y) ** 2).sum())]
    g = Chain(leaves, nodes)
    d = {k: g.d("E", k) for k in g.names if k != "E"}
    holds(doc, "eq-5", d["o"], d["h"] * np.diag(g.d("h", "o")))
    holds(doc, "eq-6", d["o"], d["h"] * np.tanh(g.c))
    fails(doc, "eq-p1", d["o"], d["h"] * np.tanh(g.o), d["h"] * np.tanh(g.c))
    dc = d["h"] * g.o * (1 - np.tanh(g.c) ** 2)
    holds(doc, "eq-7", d["c"], d["h"] * np.diag(g.d("h", "c")))
    holds(doc, "eq-8", d["c"], dc)
    fails(doc, "eq-p2", d["c"], d["h"] * g.o * (1 + np.tanh(g.c) ** 2), dc)
    holds(doc, "eq-10", d["i"], d["c"] * np.diag(g.d("c", "i")))
    holds(doc, "eq-11", d["i"], d["c"] * g.a)
    holds(doc, "eq-12", d["a"], d["c"] * np.diag(g.d("c", "a")))
    holds(doc, "eq-13", d["a"], d["c"] * g.i)
    holds(doc, "eq-14", d["f"], d["c"] * g.c0)
    fails(doc, "eq-15", d["i"], d["c"] * g.c0, d["c"] * g.a)
    holds(doc, "eq-15 repaired on the left", d["f"], d["c"] * g.c0)
    fails(doc, "eq-p3", d["f"], d["c"] * g.c, d["c"] * g.c0)
    holds(doc, "eq-16 repaired", d["c0"], d["c"] * np.diag(g.d("c", "c0")))
    fails(doc, "eq-16 with i of this step", d["c0"], d["c"] * np.diag(g.d("c", "i")), d["c"] * g.f)
    holds(doc, "eq-17", d["c0"], d["c"] * g.f)
    fails(doc, "eq-p4 as an inner product", d["c0"], np.full(4, d["c"] @ g.f), d["c"] * g.f)
    holds(doc, "eq-19 a", d["ah"], d["a"] * (1 - np.tanh(g.ah) ** 2))
    for k in "ifo":
        gate, pre = g.at[k].real, g.at[k + "h"].real
        fails(doc, "eq-19 " + k, d[k + "h"], d[k] * gate * (1 - pre), d[k] * gate * (1 - gate))
    slope = np.imag(sig(g.ih + 1j * H)) / H
    holds(doc, "eq-p5", d["ih"], d["i"] * slope)
    holds(doc, "eq-p6", d["Wo"], np.outer(d["oh"], g.x))
    fails(doc, "eq-p7", d["Uo"], np.outer(g.h0, d["oh"]), np.outer(d["oh"], g.h0))


for seed in (1, 2, 3):
    batch(seed)
    attention(seed)
    memory(seed)
bad = 0
for (doc, label), results in seen.items():
    print(doc, label, "OK" if all(results) else "WRONG")
    bad += not all(results)
raise SystemExit(bad)
