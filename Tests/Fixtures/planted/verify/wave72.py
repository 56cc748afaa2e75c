"""Checks the planted equations and the authors' mistakes of wave 72 numerically (NumPy only): un-nucleo-se-desliza,
zwei-vektoren-je-wort, a-line-by-likelihood.

As in wave71.py: a derivative is a complex step at a node, everything after it is recomputed; for an equation that fails the printed
form must differ on each of three draws, and the repaired one must agree.
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


def sig(z):
    return 1 / (1 + np.exp(-z))


def kernel(seed):
    doc = "un-nucleo-se-desliza"
    r = np.random.default_rng(seed)
    u, v = r.normal(size=3), r.normal(size=5)
    hankel = lambda x: np.array([[x[i + k] for k in range(3)] for i in range(3)])
    g = Chain(dict(x=r.normal(size=5), w=r.normal(size=3)), [
        ("y", lambda a: np.array([sum(a["w"][k] * a["x"][i + k] for k in range(3)) for i in range(3)])),
        ("L", lambda a: 0.5 * ((a["y"] - u) ** 2).sum())])
    T, yb, x, w = hankel(g.x), g.d("L", "y"), g.x, g.w
    holds(doc, "eq-4", g.y, T @ w)
    yw = g.d("y", "w")
    holds(doc, "eq-5", yw, T)
    seen.setdefault((doc, "eq-p1"), []).append(all(abs(yw[i, k] - x[i - k]) > 1e-6 for i in range(3) for k in range(1, i + 1)))
    lw, lx = g.d("L", "w"), g.d("L", "x")
    holds(doc, "eq-6", lw, np.array([sum(yb[i] * x[i + k] for i in range(3)) for k in range(3)]))
    fails(doc, "eq-p2", lw, np.full(3, sum(yb[i] * x[i] for i in range(3))), np.array([sum(yb[i] * x[i + k] for i in range(3)) for k in range(3)]))
    holds(doc, "eq-7", lw, T.T @ yb)
    holds(doc, "eq-p3", lw, T @ yb)
    pad = lambda i: yb[i] if 0 <= i < 3 else 0.0
    good = np.array([sum(pad(j - k) * w[k] for k in range(3)) for j in range(5)])
    holds(doc, "eq-9 first", lx, yb @ g.d("y", "x"))
    holds(doc, "eq-9 last", lx, good)
    fails(doc, "eq-p4", lx, np.array([sum(pad(j + k) * w[k] for k in range(3)) for j in range(5)]), good)
    seen.setdefault((doc, "eq-p4 inside, j = 0"), []).append(abs(lx[0] - sum(yb[k] * w[k] for k in range(3))) > 1e-6)
    g = Chain(dict(x=r.normal(size=5)), [
        ("s", lambda a: np.exp(a["x"]) / np.exp(a["x"]).sum()),
        ("L", lambda a: 0.5 * ((a["s"] - v) ** 2).sum()),
        ("C", lambda a: -np.log(a["s"][2]))])
    s, J, sb, xb = g.s, g.d("s", "x"), g.d("L", "s"), g.d("L", "x")
    off = ~np.eye(5, dtype=bool)
    holds(doc, "eq-12", np.diag(J), s * (1 - s))
    holds(doc, "eq-13", J[off], -np.outer(s, s)[off])
    fails(doc, "eq-p5", J[off], np.outer(s, s)[off], -np.outer(s, s)[off])
    holds(doc, "eq-14", J, s[:, None] * (np.eye(5) - s[None, :]))
    fails(doc, "eq-p6", J, s[:, None] * (np.eye(5) - s[:, None]), s[:, None] * (np.eye(5) - s[None, :]))
    holds(doc, "eq-16", xb, J.T @ sb)
    holds(doc, "eq-18", xb, s * sb - s * (s @ sb))
    holds(doc, "eq-20", xb, s * (sb - s @ sb))
    hot = np.eye(5)[2]
    holds(doc, "eq-22", g.d("C", "x"), s - hot)
    fails(doc, "eq-p7", g.d("C", "x"), hot - s, s - hot)


def words(seed):
    doc = "zwei-vektoren-je-wort"
    r = np.random.default_rng(seed)
    t = np.eye(5)[1]
    g = Chain(dict(x=r.normal(size=5), W=r.normal(size=(5, 3)), V=r.normal(size=(3, 5))), [
        ("h", lambda a: a["W"].T @ a["x"]), ("u", lambda a: a["V"].T @ a["h"]),
        ("y", lambda a: np.exp(a["u"]) / np.exp(a["u"]).sum()),
        ("E", lambda a: -a["u"][1] + np.log(np.exp(a["u"]).sum())),
        ("F", lambda a: -(t * np.log(sig(a["u"])) + (1 - t) * np.log(sig(-a["u"]))).sum())])
    x, W, V, h, u, e = g.x, g.W, g.V, g.h, g.u, g.y - t
    EH = V @ e
    holds(doc, "eq-6", g.d("E", "u"), e)
    fails(doc, "eq-p1", g.d("E", "u"), t - g.y, e)
    holds(doc, "eq-7", g.d("E", "V"), np.outer(h, e))
    fails(doc, "eq-p2", g.d("E", "V"), np.outer(e, h), np.outer(h, e))
    fails(doc, "eq-p2 where all exists", g.d("E", "V")[:, :3], np.outer(e[:3], h), np.outer(h, e)[:, :3])
    holds(doc, "eq-9", g.d("E", "h"), EH)
    fails(doc, "eq-p3", g.d("E", "h"), e @ W, EH)
    holds(doc, "eq-10", h, np.array([sum(x[k] * W[k, i] for k in range(5)) for i in range(3)]))
    holds(doc, "eq-11", g.d("E", "W"), np.outer(x, EH))
    fails(doc, "eq-p4", g.d("E", "W"), np.outer(EH, x), np.outer(x, EH))
    z = r.normal(size=7)
    holds(doc, "eq-14", sig(-z), 1 - sig(z))
    holds(doc, "eq-15", np.imag(sig(z + 1j * H)) / H, sig(z) * sig(-z))
    holds(doc, "eq-p5", g.d("F", "u"), sig(u) - t)
    fails(doc, "eq-p6", g.d("F", "u"), np.imag(sig(u + 1j * H)) / H - t, sig(u) - t)
    fails(doc, "eq-18", g.d("F", "V"), np.outer(h, sig(u - t)), np.outer(h, sig(u) - t))
    holds(doc, "eq-p7", g.d("F", "V"), np.outer(h, sig(u) - t))
    holds(doc, "eq-p8", g.d("F", "h"), V @ (sig(u) - t))


def line(seed):
    doc = "a-line-by-likelihood"
    r = np.random.default_rng(seed)
    m, sigma = 6, 0.8
    x, y = r.normal(size=m), r.normal(size=m)
    X = r.normal(size=(m, 3))
    g = Chain(dict(a=r.normal(), b=r.normal()), [("l", lambda v: ((v["a"] + v["b"] * x - y) ** 2).sum() / m)])
    res = y - g.a - g.b * x
    L = np.prod(np.exp(-res ** 2 / 2 / sigma ** 2) / np.sqrt(2 * np.pi * sigma ** 2))
    good = -(res ** 2).sum() / 2 / sigma ** 2 - m / 2 * np.log(2 * np.pi * sigma ** 2)
    holds(doc, "eq-p1", np.log(L), good)
    fails(doc, "eq-p2", np.log(L), good - m / 2 * np.log(2 * np.pi * sigma ** 2), good)
    xb, yb, x2, xy = x.mean(), y.mean(), (x * x).mean(), (x * y).mean()
    holds(doc, "eq-7 alpha", g.d("l", "a"), 2 / m * (g.a + g.b * x - y).sum())
    holds(doc, "eq-7 beta", g.d("l", "b"), 2 / m * ((g.a + g.b * x - y) * x).sum())
    fails(doc, "eq-7 zero", g.d("l", "a"), 0.0)
    holds(doc, "eq-p3", g.d("l", "b"), 2 * g.a * xb + 2 * g.b * x2 - 2 * xy)
    fails(doc, "eq-p4", g.d("l", "b"), 2 / m * (g.a + g.b * x - y).sum(), 2 / m * ((g.a + g.b * x - y) * x).sum())
    k = Chain(dict(A=r.normal(size=(2, 2)), B=r.normal(size=(2, 2)), th=r.normal(size=3)), [
        ("tr", lambda v: np.trace(v["A"] @ v["B"])),
        ("det", lambda v: v["A"][0, 0] * v["A"][1, 1] - v["A"][0, 1] * v["A"][1, 0]),
        ("J", lambda v: ((X @ v["th"] - y) ** 2).sum() / 2 / m)])
    A, B, th = k.A, k.B, k.th
    holds(doc, "eq-9 (3)", k.d("tr", "A"), B.T)
    holds(doc, "eq-9 (4)", k.d("tr", "B"), A.T)
    fails(doc, "eq-p5", k.d("tr", "A"), B, B.T)
    holds(doc, "eq-10 (5)", k.d("det", "A"), np.array([[A[1, 1], -A[1, 0]], [-A[0, 1], A[0, 0]]]))
    holds(doc, "eq-10 (6)", k.d("det", "A") / k.det, np.linalg.inv(A).T)
    dj = k.d("J", "th")
    holds(doc, "eq-12", dj, (X.T @ X @ th - X.T @ y) / m)
    fails(doc, "eq-12 zero", dj, np.zeros(3))
    holds(doc, "eq-p6", dj, X.T @ (X @ th - y) / m)
    fails(doc, "eq-p7", dj, 2 / m * (X.T @ X @ th - X.T @ y), (X.T @ X @ th - X.T @ y) / m)
    b = ((x - xb) * (y - yb)).mean() / ((x - xb) ** 2).mean()
    a = yb - b * xb
    holds(doc, "eq-14", b, (xy - xb * yb) / (x2 - xb ** 2))
    holds(doc, "eq-15", b * x2 + a * xb, xy)
    fails(doc, "eq-p8", b * x2 + a * xb, xb * yb, xy)


for seed in (1, 2, 3):
    kernel(seed)
    words(seed)
    line(seed)
bad = 0
for (doc, label), results in seen.items():
    print(doc, label, "OK" if all(results) else "WRONG")
    bad += not all(results)
raise SystemExit(bad)
