"""Confirms the planted equations of scores-in-rows, quotients-of-exponentials and stacked-columns on random networks (NumPy only, complex steps and central differences)."""
import numpy as np
H = 1e-30                                              # complex step
BAD = []


def report(document, label, expected, pairs):
    """`expected` is True where left and right must agree on all pairs; shapes that differ are a disagreement."""
    same, ratio = True, 0.0
    for left, right in pairs:
        try:
            p, q = np.asarray(left() if callable(left) else left, float), np.asarray(right() if callable(right) else right, float)
        except ValueError:
            same = False
            continue
        if p.shape != q.shape:
            same = False
            continue
        ratio = max(ratio, np.max(np.abs(p - q)) / max(1e-12, np.max(np.abs(p)), np.max(np.abs(q))))
    agree = same and ratio < 1e-7
    clear = agree or not same or ratio > 1e-3
    ok = clear and agree == expected
    if not ok:
        BAD.append((document, label))
    print("OK  " if ok else "BAD ", document, label, "holds" if agree else "fails", "shape" if not same else "%.1e" % ratio)


def slope(f, z):
    return f(np.asarray(z) + 1j * H).imag / H


def gradient(f, x):
    """Derivative of f (any shape) by x (any shape), complex step confirmed by central differences: shape of f, then of x."""
    x = np.asarray(x, float)
    c, d = [], []
    for at in np.ndindex(*x.shape):
        e = np.zeros(x.shape)
        e[at] = 1
        c.append(np.imag(f(x + 1j * H * e)) / H)
        g = [(np.real(f(x + t * e + 0j)) - np.real(f(x - t * e + 0j))) / (2 * t) for t in (1e-3, 5e-4)]
        d.append((4 * g[1] - g[0]) / 3)
    c, d = (np.moveaxis(np.array(v), 0, -1).reshape(np.shape(v[0]) + x.shape) for v in (c, d))
    assert np.max(np.abs(c - d)) < 1e-6 * max(1, np.max(np.abs(c)))
    return c


def softmax(z):
    return np.exp(z) / np.sum(np.exp(z), axis=0)


class Net:
    """Columns; W[l] has rows to and columns from. `last` and `loss` say what the output layer does."""

    def __init__(s, widths, examples, seed, inner=np.tanh, last=np.tanh, loss=None, y=None, bias=True):
        r = np.random.default_rng(seed)
        s.width, s.L, s.n, s.r = widths, len(widths) - 1, examples, r
        s.W = {l: r.normal(0, 0.7, (widths[l], widths[l - 1])) for l in range(1, s.L + 1)}
        s.b = {l: r.normal(0, 0.5, widths[l]) * bias for l in range(1, s.L + 1)}
        s.x = r.normal(size=(examples, widths[0]))
        s.y = y(r, examples, widths[-1]) if y else r.normal(size=(examples, widths[-1]))
        s.inner, s.last = inner, last
        s.loss = loss or (lambda a, t: np.sum((a - t) ** 2) / 2)
        s.v = [s.forward(e) for e in range(examples)]

    def forward(s, e, node=None, value=None):
        v = {}

        def put(k, x):
            v[k] = value if k == node else x
            return v[k]

        a = put(("a", 0), s.x[e])
        for l in range(1, s.L + 1):
            z = put(("z", l), put(("W", l), s.W[l]) @ a + put(("b", l), s.b[l]))
            a = put(("a", l), (s.last if l == s.L else s.inner)(z))
        v["E"] = s.loss(a, s.y[e])
        return v

    def d(s, e, out, node):
        return gradient(lambda x: s.forward(e, node, x)[out], np.real(s.v[e][node]))

    def cost(s, node, value):
        return sum(s.forward(e, node, value)["E"] for e in range(s.n)) / s.n


def onehot(r, n, k):
    return np.eye(k)[r.integers(0, k, n)]


sigmoid = lambda z: 1 / (1 + np.exp(-z))
# scores-in-rows
NAME = "scores-in-rows"
P = {k: [] for k in "p1 p2 p3 p4 p5 p6 p7 6 8 9 12 13 15".split()}
for N in [Net((2, 3, 4), 5, 1, inner=sigmoid, last=lambda z: z), Net((4, 6, 3), 7, 2, inner=sigmoid, last=lambda z: z)]:
    E = range(N.n)
    X, Y, W1, W2 = N.x, N.y, N.W[1].T, N.W[2].T
    A1, Q, Z = (np.array([N.v[e][k] for e in E]) for k in (("a", 1), ("a", 2), ("z", 1)))
    dQ, dH, dZ = (np.array([N.d(e, "E", k) for e in E]) for k in (("a", 2), ("a", 1), ("z", 1)))
    g1, g2 = (gradient(lambda w: N.n * N.cost(("W", l), w.T), W) for l, W in ((1, W1), (2, W2)))
    s = slope(sigmoid, Z)
    P["p1"].append((Z, lambda: W1 @ X + N.b[1]))
    P["6"].append((dQ, Q - Y))
    P["p2"].append((dQ, 2 * (Q - Y)))
    P["8"].append((g2, A1.T @ dQ))
    P["p3"].append((g2, dQ.T @ A1))
    P["9"].append((dH, dQ @ W2.T))
    P["p4"].append((dH, lambda: dQ @ W2))
    P["12"].append((dZ, dH * A1 * (1 - A1)))
    P["p5"].append((dZ, ((Q - Y) @ W2.T) * (A1 - A1 * A1)))
    P["p6"].append((dZ, dH * A1 * (1 - A1 * A1)))
    P["13"].append((g1, X.T @ dZ))
    P["15"].append((g1, np.einsum("ik,ij,im,jm->kj", X, s, Q - Y, W2)))
    P["p7"].append((g1, A1.T @ (((Q - Y) @ W2.T) * s)))
for k in P:
    report(NAME, "eq-" + k, not k.startswith("p") or k == "p5", P[k])

# quotients-of-exponentials
NAME = "quotients-of-exponentials"
P = {k: [] for k in "p1 p2 p3 p4 p5 p6 p7 7 11 12 14 15".split()}
for seed, (c, d) in ((3, (4, 3)), (4, (5, 7))):
    r = np.random.default_rng(seed)
    o, y, W, x, b = r.normal(size=c), r.dirichlet(np.ones(c)), r.normal(size=(c, d)), r.normal(size=d), r.normal(size=c)
    o = W @ x + b
    p, S = softmax(o), np.sum(np.exp(o))
    loss = lambda u: -np.sum(y * np.log(softmax(u)))
    J, g, off = gradient(softmax, o), gradient(loss, o), ~np.eye(c, dtype=bool)
    G = gradient(lambda w: loss(w @ x + b), W)
    P["p1"].append((loss(o), -np.sum(p * np.log(p))))
    P["p2"].append((J, (np.diag(np.exp(o)) * S + np.outer(np.exp(o), np.exp(o))) / S ** 2))
    P["p3"].append((J[off], np.outer(p, p)[off]))
    P["7"].append((J, np.where(off, -np.outer(p, p), np.diag(p * (1 - p)))))
    P["p4"].append((J, np.where(off, -np.outer(p, p), p[:, None] - np.outer(p, p))))
    P["p5"].append((g, -(p / (y + 1)) @ J))
    P["11"].append((g, -y * (1 - p) + (np.sum(y) - y) * p))
    P["p6"].append((g, -y * (1 - p) + np.sum(y) * p))
    P["12"].append((g, -y + np.sum(y) * p))
    P["14"].append((g, p - y))
    P["15"].append((G, np.outer(p - y, x)))
    P["p7"].append((G, np.outer(x, p - y)))
for k in P:
    report(NAME, "eq-" + k, not k.startswith("p") or k == "p4", P[k])

# stacked-columns
NAME = "stacked-columns"
P = {k: [] for k in "p1 p2 p3 p4 p5 p6 p7 2 3 4 5 7 9 10 11 14 15 17 18".split()}
vec = lambda m: m.flatten("F")
for seed in (5, 6):
    r = np.random.default_rng(seed)
    W, U, X, C, S, x, a = (r.normal(size=k) for k in ((3, 4), (3, 4), (4, 5), (5, 3), (4, 4), (4,), (3,)))
    t, e = np.trace, np.exp(W @ x)
    bil, quad, tri, trq = gradient(lambda w: a @ w @ x, W), gradient(lambda u: u @ S @ u, x), gradient(lambda m: t(W @ m @ C), X), gradient(lambda m: t(m.T @ S @ m), X)
    fW, fx = gradient(lambda w: a @ np.exp(w @ x), W), gradient(lambda u: a @ np.exp(W @ u), x)
    qW, qx = gradient(lambda w: np.sum((w @ x - a) ** 2), W), gradient(lambda u: np.sum((W @ u - a) ** 2), x)
    jac = gradient(lambda v: v.reshape(3, 4, order="F") @ x, vec(W))
    for k, p, q in [("2", bil, np.outer(a, x)), ("p1", bil, np.outer(x, a)), ("3", quad, (S + S.T) @ x), ("p2", quad, 2 * S @ x), ("4", t(W @ X @ C), t(C @ W @ X)),
            ("p3", t(W @ X @ C), t(W.T @ C.T @ X.T)), ("5", tri, W.T @ C.T), ("p4", tri, C @ W), ("7", trq, (S + S.T) @ X), ("p5", trq, S @ X),
            ("9", vec(W @ X @ C), np.kron(C.T, W) @ vec(X)), ("p6", vec(W @ X @ C), lambda: np.kron(C, W) @ vec(X)), ("10", t(W.T @ U), vec(W) @ vec(U)),
            ("11", jac, np.kron(x[None], np.eye(3))), ("14", fW, np.outer(a * e, x)), ("p7", fW, np.outer(e, x)), ("15", fx, W.T @ (a * e)),
            ("17", qx, 2 * W.T @ (W @ x - a)), ("18", qW, 2 * np.outer(W @ x - a, x))]:
        P[k].append((p, q))
for k in P:
    report(NAME, "eq-" + k, not k.startswith("p") or k == "p3", P[k])

raise SystemExit("not confirmed: %s" % BAD if BAD else 0)
