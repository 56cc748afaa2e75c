"""Planted equations and authors' mistakes of proofs-in-square-brackets, layers-called-m and juzhen-daoshu, confirmed on random networks (NumPy only).

The left sides come from complex steps through the graph, confirmed by central differences; the right sides are the printed formulas.
Networks have distinct widths; where a printed product would not fit, equal widths are tried as well, or the shapes are compared.
"""
import numpy as np

H = 1e-30


def sigmoid(z): return 1 / (1 + np.exp(-z))
def tanh(z): return np.tanh(z)
def linear(z): return z
def softmax(z): return np.exp(z) / np.sum(np.exp(z))


def prime(f, z):
    """Derivative of an elementwise function by complex step."""
    return f(np.asarray(z) + 1j * H).imag / H


def half(a, y): return np.sum((a - y) ** 2) / 2
def squares(a, y): return np.sum((a - y) ** 2)
def bce(a, y): return -np.sum(y * np.log(a) + (1 - y) * np.log(1 - a))
def cce(a, y): return -np.sum(y * np.log(a))


class Net:
    """z = W a + b, columns; one example after the other."""

    def __init__(s, widths, fs, loss, seed, examples=3, targets="real"):
        r = np.random.default_rng(seed)
        s.w, s.L, s.fs, s.loss, s.n = widths, len(widths) - 1, fs, loss, examples
        s.W = {l: r.normal(0, .8, (widths[l], widths[l - 1])) for l in range(1, s.L + 1)}
        s.b = {l: r.normal(0, .5, widths[l]) for l in range(1, s.L + 1)}
        s.x = r.normal(size=(examples, widths[0]))
        t = r.uniform(.05, .95, (examples, widths[-1]))
        if targets == "dist": t /= t.sum(1, keepdims=True)
        if targets == "onehot": t = np.eye(widths[-1])[r.integers(0, widths[-1], examples)]
        s.y = t
        s.eta = r.uniform(.1, .9)

    def forward(s, e, node=None, at=(), step=0.):
        v = {}

        def put(k, l, x):
            x = np.array(x, complex)
            if (k, l) == node: x[at] += step
            v[k, l] = x
            return x
        a = put("a", 0, s.x[e])
        for l in range(1, s.L + 1):
            z = put("z", l, put("W", l, s.W[l]) @ a + put("b", l, s.b[l]))
            a = put("a", l, s.fs[l - 1](z))
        v["E"] = s.loss(a, s.y[e])
        return v

    def __call__(s, e, k, l): return s.forward(e)[k, l].real

    def d(s, e, out, node):
        """d out / d node, shape of out then shape of node; out is "E" or (kind, layer)."""
        base = s.forward(e)
        c, f = [], []
        for at in np.ndindex(*base[node].shape):
            c.append(s.forward(e, node, at, 1j * H)[out].imag / H)
            g = [(s.forward(e, node, at, t)[out].real - s.forward(e, node, at, -t)[out].real) / (2 * t) for t in (1e-4, 5e-5)]
            f.append((4 * g[1] - g[0]) / 3)
        c, f = (np.moveaxis(np.array(g), 0, -1).reshape(np.shape(base[out]) + base[node].shape) for g in (c, f))
        assert np.max(np.abs(c - f)) < 1e-5 * max(1, np.max(np.abs(c))), (out, node)
        return c

    def mean(s, node): return sum(s.d(e, "E", node) for e in range(s.n)) / s.n


RESULTS = {}


def check(doc, label, expect, pairs):
    """pairs: (left, right) arrays, or None for a product whose shapes do not fit."""
    ok, note = True, ""
    worst = 0.
    for p, q in pairs:
        if p is None or q is None or np.shape(p) != np.shape(q): worst, note = np.inf, "shapes"; continue
        p, q = np.asarray(p, float), np.asarray(q, float)
        r = np.max(np.abs(p - q)) / max(np.max(np.abs(p)), np.max(np.abs(q)), 1e-300)
        worst = max(worst, r)
    ok = worst < 1e-6 if expect == "holds" else worst > 1e-3
    assert (doc, label) not in RESULTS, (doc, label)
    RESULTS[doc, label] = ok
    print(f"{'OK ' if ok else 'BAD'} {doc} {label} {expect} {worst:.1e} {note}")


def times(a, b):
    try: return a @ b
    except ValueError: return None


def finish():
    bad = [k for k, ok in RESULTS.items() if not ok]
    print(f"{len(RESULTS)} equations, {len(bad)} disagree")
    assert not bad, bad


def numeric(f, x):
    """Gradient of a real function of an array by complex step, confirmed by central differences."""
    g = np.zeros(np.shape(x))
    for at in np.ndindex(*np.shape(x)):
        y = np.array(x, complex); y[at] += 1j * H
        g[at] = f(y).imag / H
        t = 1e-4
        u, v = np.array(x, complex), np.array(x, complex); u[at] += t; v[at] -= t
        assert abs((f(u) - f(v)).real / (2 * t) - g[at]) < 1e-5 * max(1, abs(g[at]))
    return g


def main():
    # proofs-in-square-brackets
    D = "proofs-in-square-brackets"
    N = Net((3, 5, 4, 2), (sigmoid, sigmoid, softmax), cce, 1, targets="dist")
    Q = Net((4, 4, 4, 4), (sigmoid, sigmoid, softmax), cce, 2, targets="dist")
    E = range(3)
    dl = lambda n, e, l: n.d(e, "E", ("z", l))
    check(D, "p1", "fails", [(dl(N, e, 3), N.y[e] - N(e, "a", 3)) for e in E])
    check(D, "eq-4", "holds", [(dl(N, e, 3), N(e, "a", 3) - N.y[e]) for e in E])
    for n in (Q,):
        check(D, "p2 at equal widths", "fails", [(dl(n, e, l), n.W[l + 1].T @ (dl(n, e, l + 1) * prime(sigmoid, n(e, "z", l)))) for e in E for l in (1, 2)])
        check(D, "p3 at equal widths", "fails", [(n.d(e, ("z", l + 1), ("z", l)), n.W[l + 1] * prime(sigmoid, n(e, "z", l))[:, None]) for e in E for l in (1, 2)])
        check(D, "eq-10", "holds", [(n.d(e, ("z", l + 1), ("z", l)), n.W[l + 1] * prime(sigmoid, n(e, "z", l))[None, :]) for e in E for l in (1, 2)])
    check(D, "p4", "fails", [(N.d(0, "E", ("W", l)), np.outer(N(0, "a", l - 1), dl(N, 0, l))) for l in (1, 2, 3)])
    check(D, "p4 at equal widths", "fails", [(Q.d(0, "E", ("W", l)), np.outer(Q(0, "a", l - 1), dl(Q, 0, l))) for l in (1, 2, 3)])
    check(D, "p5", "holds", [(N.d(0, "E", ("W", l)), np.outer(N(0, "a", l - 1), dl(N, 0, l)).T) for l in (1, 2, 3)])
    tot = lambda l: sum(np.outer(dl(N, e, l), N(e, "a", l - 1)) for e in E)
    check(D, "eq-18", "holds", [(N.mean(("W", l)), tot(l) / N.n) for l in (1, 2, 3)])
    check(D, "p6", "fails", [(N.mean(("W", l)), tot(l)) for l in (1, 2, 3)])
    O = Net((3, 5, 4, 2), (sigmoid, sigmoid, softmax), cce, 3, targets="onehot")
    y = [int(np.argmax(O.y[e])) for e in E]
    check(D, "eq-19", "holds", [(O.forward(e)["E"].real, -O(e, "z", 3)[y[e]] + np.log(np.sum(np.exp(O(e, "z", 3))))) for e in E])
    check(D, "p7", "fails", [(O.forward(e)["E"].real, -O(e, "z", 3)[y[e]] + np.sum(O(e, "z", 3))) for e in E])

    # layers-called-m
    D = "layers-called-m"
    N = Net((3, 5, 4, 2), (tanh,) * 3, half, 4)
    Q = Net((4, 4, 4, 4), (tanh,) * 3, half, 5)
    check(D, "eq-2", "fails", [(N(e, "z", 2), np.array([sum(N.W[2][k, l] * N(e, "a", 1)[l] for l in range(4)) + N.b[2][k] for k in range(4)])) for e in E])
    # rank-3 derivative of z by W at layer 2: units k, then (i, j)
    J = N.d(0, ("z", 2), ("W", 2))
    a = N(0, "a", 1)
    short = np.array([[a[j] if j < 4 else 0. for j in range(5)] for i in range(4)])
    check(D, "eq-3", "fails", [(np.array([J[i, i] for i in range(4)]), short), (short, np.array([a for i in range(4)]))])
    cases = np.array([[[a[j] if k == i else 0. for j in range(5)] for i in range(4)] for k in range(4)])
    wrong = np.array([[[a[j] if k == j else 0. for j in range(5)] for i in range(4)] for k in range(4)])
    check(D, "eq-4", "holds", [(J, cases)])
    check(D, "p1", "fails", [(J, wrong)])
    check(D, "p2", "holds", [(N.d(e, "E", ("W", l)), np.outer(N.d(e, "E", ("z", l)), N(e, "a", l - 1))) for e in E for l in (1, 2, 3)])
    check(D, "p3", "fails", [(N.d(e, "E", ("W", 2)), np.outer(N.d(e, "E", ("z", 2)), N(e, "a", 2))) for e in E])
    check(D, "p3 at equal widths", "fails", [(Q.d(e, "E", ("W", 2)), np.outer(Q.d(e, "E", ("z", 2)), Q(e, "a", 2))) for e in E])
    B = N.d(0, ("z", 2), ("b", 2))
    one = np.array([[1. if k == i else 0. for k in range(4)] for i in range(4)])
    check(D, "eq-8", "fails", [(np.tile(np.diag(B)[:, None], (1, 4)), one)])
    check(D, "eq-8 repaired", "holds", [(B, one)])
    check(D, "p4 at equal widths", "fails", [(Q.d(e, "E", ("z", l)), (Q.W[l + 1] @ Q.d(e, "E", ("z", l + 1))) * prime(tanh, Q(e, "z", l))) for e in E for l in (1, 2)])
    check(D, "p5 at equal widths", "fails", [(Q.d(e, "E", ("z", l)), (Q.W[l].T @ Q.d(e, "E", ("z", l + 1))) * prime(tanh, Q(e, "z", l))) for e in E for l in (1, 2)])
    check(D, "eq-13", "holds", [(N.d(e, "E", ("z", l)), (N.W[l + 1].T @ N.d(e, "E", ("z", l + 1))) * prime(tanh, N(e, "z", l))) for e in E for l in (1, 2)])
    check(D, "eq-15", "fails", [(N.d(e, "E", ("a", 3)), N.y[e] - N(e, "a", 3)) for e in E])
    B1 = Net((3, 5, 4, 1), (sigmoid,) * 3, bce, 6)
    step = {l: -B1.eta * B1.d(0, "E", ("W", l)) for l in (1, 2, 3)}
    check(D, "p6", "fails", [(step[l], +B1.eta * B1.d(0, "E", ("W", l))) for l in (1, 2, 3)])
    check(D, "eq-16", "holds", [(B1.forward(e)["E"].real, np.sum((B1.y[e] - 1) * np.log(1 - B1(e, "a", 3)) - B1.y[e] * np.log(B1(e, "a", 3)))) for e in E])

    # juzhen-daoshu
    D = "juzhen-daoshu"
    r = np.random.default_rng(7)
    A, Bm, x, Qm, b = r.normal(size=(3, 4)), r.normal(size=(4, 3)), r.normal(size=4), r.normal(size=(4, 4)), r.normal(size=3)
    S, T = r.normal(size=(4, 4)), r.normal(size=(4, 4))
    check(D, "p1", "fails", [(numeric(lambda m: np.trace(m @ Bm), A), Bm)])
    check(D, "p1 at equal widths", "fails", [(numeric(lambda m: np.trace(m @ T), S), T)])
    check(D, "eq-1", "holds", [(numeric(lambda m: np.trace(m @ Bm), A), Bm.T)])
    check(D, "p2", "fails", [(numeric(lambda u: u @ Qm @ u, x), 2 * Qm @ x)])
    check(D, "eq-5", "holds", [(numeric(lambda u: u @ Qm @ u, x), (Qm + Qm.T) @ x)])
    res = lambda u: np.sum((A @ u - b) ** 2)
    check(D, "p3", "fails", [(numeric(res, x), A.T @ (A @ x - b))])
    check(D, "eq-9", "holds", [(numeric(res, x), 2 * A.T @ (A @ x - b))])
    N = Net((3, 5, 2), (sigmoid,) * 2, half, 8)
    Q = Net((4, 4, 4), (sigmoid,) * 2, half, 9)
    check(D, "p4", "fails", [(N.d(e, "E", ("z", 2)), (N(e, "a", 2) - N.y[e]) * sigmoid(N(e, "z", 2))) for e in E])
    check(D, "p5", "holds", [(N.d(e, "E", ("z", 1)), np.diag(prime(sigmoid, N(e, "z", 1))) @ N.W[2].T @ N.d(e, "E", ("z", 2))) for e in E])
    check(D, "p6", "fails", [(N.d(e, "E", ("z", 1)), times(N.W[2], N.d(e, "E", ("z", 2)))) for e in E])
    check(D, "p6 at equal widths", "fails", [(Q.d(e, "E", ("z", 1)), (Q.W[2] @ Q.d(e, "E", ("z", 2))) * prime(sigmoid, Q(e, "z", 1))) for e in E])
    finish()


if __name__ == "__main__":
    main()
