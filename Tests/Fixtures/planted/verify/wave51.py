"""Checks the planted changes and the authors' own mistakes of wave 51 numerically (NumPy only).

Documents: kronecker-and-the-true-class, vectors-and-single-neurons, matrix-rules-and-batch-norm. Derivatives cut a forward pass at a node
and perturb it by a complex step; a central difference confirms each; never by a formula of the document. Prints OK per statement.
"""
import sys
import numpy as np

H = 1e-30
bad = 0


def jac(forward, out, node):
    """d out / d node, shape of out then shape of node; complex step, confirmed by central differences."""
    base = forward({})
    shape = np.shape(base[node])
    c = np.zeros(np.shape(base[out]) + shape)
    f = np.zeros_like(c)
    for at in np.ndindex(*shape):
        p = np.zeros(shape, complex)
        p[at] = 1j * H
        c[(...,) + at] = np.imag(forward({node: p})[out]) / H
        g = []
        for h in (1e-3, 5e-4):
            p[at] = h
            up = np.real(forward({node: p})[out])
            g.append((up - np.real(forward({node: -p})[out])) / (2 * h))
        f[(...,) + at] = (4 * g[1] - g[0]) / 3
    assert np.max(np.abs(c - f)) < 1e-7 * max(1, np.max(np.abs(c))), (out, node)
    return c


def check(label, pairs, true):
    """Every pair must agree (true), or every pair must differ clearly (false); unequal shapes differ."""
    global bad
    each = []
    for p, q in pairs:
        p, q = np.asarray(p), np.asarray(q)
        each.append(np.inf if p.shape != q.shape else float(np.max(np.abs(p - q)) / max(np.max(np.abs(p)), np.max(np.abs(q)), 1e-300)))
    worst = max(each) if true else min(each)
    ok = worst < 1e-6 if true else worst > 1e-3
    bad += not ok
    print(f"{'OK ' if ok else 'BAD'} {label:58} {'holds' if true else 'fails'}  rel {worst:.1e}")


def node(v, pert, name, x):
    v[name] = np.asarray(x) + pert.get(name, 0)
    return v[name]


# ------------------------------------------------------------ kronecker-and-the-true-class
def head(n, m, lam, seed):
    r = np.random.default_rng(seed)
    I, W, B, c = r.normal(size=n), r.normal(size=(n, m)), r.normal(size=m), int(r.integers(m))
    T = np.eye(m)[c]

    def forward(pert):
        v = {}
        x, w, b = node(v, pert, "I", I), node(v, pert, "W", W), node(v, pert, "B", B)
        z = node(v, pert, "Z", x @ w + b)
        S = node(v, pert, "S", np.sum(np.exp(z)))
        v["lnpc"] = np.log(np.exp(z[c]) / S)
        o = node(v, pert, "O", np.exp(z) / S)
        v["L"] = -np.sum(T * np.log(o)) + lam / 2 * np.sum(w ** 2)
        v["data"] = -np.log(o[c])
        return v
    return forward, I, W, B, c, T


def kronecker():
    name = "kronecker-and-the-true-class "
    P = {k: [] for k in ("1", "p1", "4a", "4b", "5", "p2", "6a", "6b", "p3", "p4", "p4r", "7", "p5", "8", "8r", "10", "11", "11r", "13", "p6")}
    for n, m, lam, seed in ((5, 3, .04, 1), (4, 6, .7, 2), (7, 2, .3, 3)):
        fw, I, W, B, c, T = head(n, m, lam, seed)
        v = fw({})
        O, Z = v["O"], v["Z"]
        K = np.eye(m)[c]
        dLW, dLZ, dLB, dLI = (jac(fw, "L", k) for k in ("W", "Z", "B", "I"))
        dZW, dZB, dZI = (jac(fw, "Z", k) for k in ("W", "B", "I"))
        own = np.einsum("jij->ij", dZW)                              # dZ_j / dW_ij
        P["1"].append((np.full((n, m), v["L"]), -np.sum(T * np.log(O)) + lam * W ** 2 / 2))
        P["p1"].append((Z, np.einsum("i,ji->j", I[:m], W[:m, :m]) + B if n >= m else Z * np.nan))
        P["4a"].append((dLW, -own * dLZ + lam * W))
        P["4b"].append((dLW, own * dLZ + lam * W))
        P["5"].append((own, np.tile(I[:, None], (1, m))))
        P["p2"].append((dZW, np.einsum("jk,i->kij", np.eye(m), I)))
        dlnpc = jac(fw, "lnpc", "Z")
        P["6a"].append((dLZ, dlnpc))
        P["6b"].append((dlnpc, K - O))
        P["p3"] += [(dLZ, np.exp(Z) / v["S"] - K), (dLZ, O - T)]
        dS = jac(fw, "S", "Z")
        P["p4"].append((dS / v["S"], O * (1 - O)))
        P["p4r"].append((dS / v["S"], O))
        P["7"].append((dLW, I[:, None] * (O - K) + lam * W))
        P["p5"].append((dLW, I[:, None] * (O - K) + 2 * lam * W))
        one = np.diag(dZB)
        P["8"].append((dLB, -one * dLZ))
        P["8r"].append((dLB, one * dLZ))
        P["10"].append((dLB, O - K))
        P["11"].append((dLI, -np.einsum("ji,j->i", dZI, dLZ)))
        P["11r"].append((dLI, np.einsum("ji,j->i", dZI, dLZ)))
        P["13"] += [(dLI, W @ (O - K)), (dZI, W.T)]
        k = min(n, m)                                                 # O_i exists for i up to m only; the range already differs
        P["p6"].append((dLI[:k], np.array([np.sum(W[i] * (O[i] - K)) for i in range(k)])))
    P["p1"] = [q for q in P["p1"] if np.all(np.isfinite(q[1]))]
    for k, true in (("1", 0), ("p1", 0), ("4a", 0), ("4b", 1), ("5", 1), ("p2", 1), ("6a", 0), ("6b", 1), ("p3", 1), ("p4", 0), ("p4r", 1),
                    ("7", 1), ("p5", 0), ("8", 0), ("8r", 1), ("10", 1), ("11", 0), ("11r", 1), ("13", 1), ("p6", 0)):
        check(name + k, P[k], bool(true))
    x = np.linspace(-3.05, 9.05, 41)
    relu6 = lambda t: np.clip(t, 0, 6)
    slope = (relu6(x + 1e-6) - relu6(x - 1e-6)) / 2e-6
    inside = (x > 0) & (x < 6)
    check(name + "15", [(np.round(slope, 6), np.where(inside, 1.0, 0.0))], True)
    check(name + "p7", [(slope, np.where(inside, x, 0.0))], False)


# ------------------------------------------------------------ vectors-and-single-neurons
sig = lambda z: 1 / (1 + np.exp(-z))
ACT = [np.tanh, sig]


def layered(widths, seed, factor=1.0, bias=True):
    r = np.random.default_rng(seed)
    L = len(widths) - 1
    W = {l: r.normal(size=(widths[l], widths[l - 1])) for l in range(1, L + 1)}
    b = {l: r.normal(size=widths[l]) * bias for l in range(1, L + 1)}
    x, y = r.normal(size=widths[0]), r.uniform(size=widths[-1])
    g = {l: ACT[l % 2] for l in range(1, L + 1)}

    def forward(pert):
        v = {"O0": x}
        o = node(v, pert, "O0", x)
        for l in range(1, L + 1):
            z = node(v, pert, f"z{l}", node(v, pert, f"W{l}", W[l]) @ o + node(v, pert, f"b{l}", b[l]))
            o = node(v, pert, f"O{l}", g[l](z))
        v["E"] = factor * np.sum((y - o) ** 2)
        return v
    return forward, L, W, x, y, g


def vectors():
    name = "vectors-and-single-neurons "
    P = {k: [] for k in ("p1", "p1r", "4", "p2", "5a", "5b", "5c", "p3", "p4", "7", "p5", "8", "p6", "p7", "10")}
    for widths, seed in (((3, 5, 4, 2), 4), ((2, 6, 3, 5, 4), 5)):
        fw, L, W, x, y, g = layered(widths, seed)
        v = {k: np.real(a) for k, a in fw({}).items()}
        slope = {l: np.imag(g[l](v[f"z{l}"] + 1j * H)) / H for l in range(1, L + 1)}
        delta = {l: jac(fw, "E", f"z{l}") for l in range(1, L + 1)}
        dW = {l: jac(fw, "E", f"W{l}") for l in range(1, L + 1)}
        O = v[f"O{L}"]
        P["p1"].append((jac(fw, "E", f"O{L}"), -(y - O)))
        P["p1r"].append((jac(fw, "E", f"O{L}"), -2 * (y - O)))
        u = -2 * np.diag(slope[L]) @ (y - O)
        P["4"].append((dW[L], np.outer(u, v[f"O{L-1}"])))
        P["p2"].append((dW[L].shape, u.shape))                         # two columns of different spaces do not multiply
        P["5a"].append((delta[L], np.diag(slope[L]) @ (2 * (O - y))))
        for l in range(1, L):
            P["5b"].append((delta[l], np.diag(slope[l]) @ W[l + 1].T @ delta[l + 1]))
            P["p4"].append((delta[l], (W[l + 1].T @ delta[l + 1]) * slope[l]))
            P["p3"].append((W[l + 1].T.shape[1:], np.diag(slope[l]).shape[:1]))   # inner widths of W^T diag(F')
        for l in range(1, L + 1):
            P["5c"].append((dW[l], np.outer(delta[l], v[f"O{l-1}"])))
    fw, L, W, x, y, g = layered((4, 4, 4, 4), 6)                        # at equal widths the order of p3 is wrong, too
    v = {k: np.real(a) for k, a in fw({}).items()}
    s1 = np.imag(g[1](v["z1"] + 1j * H)) / H
    P["p3"].append((jac(fw, "E", "z1"), W[2].T @ np.diag(s1) @ jac(fw, "E", "z2")))
    P["p2"].append((jac(fw, "E", "W3"), np.full((4, 4), np.sum(-2 * (np.imag(g[3](v["z3"] + 1j * H)) / H) * (y - v["O3"]) * v["O2"]))))
    for widths, seed in (((3, 4, 2), 7), ((2, 5, 6), 8)):
        fw, L, W, x, y, g = layered(widths, seed, .5, False)
        g1, g2 = g[1], g[2]
        v = {k: np.real(a) for k, a in fw({}).items()}
        d1, d2 = jac(fw, "E", "z1"), jac(fw, "E", "z2")
        s1, s2 = np.imag(g1(v["z1"] + 1j * H)) / H, np.imag(g2(v["z2"] + 1j * H)) / H
        P["7"] += [(d2, (v["O2"] - y) * s2), (jac(fw, "E", "W2"), np.outer(d2, v["O1"]))]
        P["p5"].append((d2, (v["O2"] - y) * g2(v["z2"])))
        P["8"] += [(d1, np.array([np.sum(d2 * W[2][:, q]) for q in range(widths[1])]) * s1), (jac(fw, "E", "W1"), np.outer(d1, v["O0"]))]
        P["p6"].append((np.tile(d1[None], (widths[2], 1)), d2[:, None] * W[2] * s1[None]))
        P["p7"].append((jac(fw, "E", "W1"), np.tile((d1 * v["O1"])[:, None], (1, widths[0]))))
        eta = .3
        P["10"] += [(-eta * jac(fw, "E", "W2"), -eta * np.outer(d2, v["O1"])), (-eta * jac(fw, "E", "W1"), -eta * np.outer(d1, v["O0"]))]
    for k, true in (("p1", 0), ("p1r", 1), ("4", 1), ("p2", 0), ("5a", 1), ("5b", 1), ("5c", 1), ("p3", 0), ("p4", 1), ("7", 1), ("p5", 0),
                    ("8", 1), ("p6", 0), ("p7", 0), ("10", 1)):
        check(name + k, P[k], bool(true))


# ------------------------------------------------------------ matrix-rules-and-batch-norm
def norm(m, seed):
    r = np.random.default_rng(seed)
    x, c = r.normal(size=m), r.normal(size=m)
    gamma, beta, eps = r.normal(), r.normal(), 0.01

    def forward(pert):
        v = {}
        X = node(v, pert, "x", x)
        ga, be = node(v, pert, "gamma", gamma), node(v, pert, "beta", beta)
        mu = node(v, pert, "mu", np.sum(X) / m)
        s2 = node(v, pert, "s2", np.sum((X - mu) ** 2) / m)
        s = node(v, pert, "s", np.sqrt(s2 + eps))
        v["xmu"], v["inv"] = X - mu, 1 / s
        v["sq"] = np.sum(X ** 2 + mu ** 2 - 2 * X * mu)
        h = node(v, pert, "h", (X - mu) / s)
        y = node(v, pert, "y", ga * h + be)
        v["L"] = np.sum(c * y + y ** 3)
        return v
    return forward, x, gamma


def rules():
    name = "matrix-rules-and-batch-norm "
    d = lambda f, x: np.imag(f(x + 1j * H)) / H
    f, g = lambda u: np.sin(u) + u ** 2, lambda x: np.exp(x) - x
    xs = np.linspace(-1.3, 1.4, 9)
    whole = d(lambda x: f(g(x)), xs)
    check(name + "2", [(whole, d(f, g(xs)) * d(g, xs))], True)
    check(name + "p1", [(whole, d(f, xs) * d(g, xs))], False)
    F = lambda a, b, c: a * b + np.sin(c) * a
    a, b, c = np.cos, lambda t: t ** 2 + 1, np.exp
    ts = np.linspace(-1, 1, 7)
    total = d(lambda t: F(a(t), b(t), c(t)), ts)
    t1, t2, t3 = (d(lambda u: F(u, b(ts), c(ts)), a(ts)) * d(a, ts), d(lambda u: F(a(ts), u, c(ts)), b(ts)) * d(b, ts),
                  d(lambda u: F(a(ts), b(ts), u), c(ts)) * d(c, ts))
    check(name + "4", [(total, t1 + t2 + t3)], True)
    check(name + "p2", [(total, t1 + t2 - t3)], False)
    r = np.random.default_rng(9)
    A, X = r.normal(size=(4, 4)), r.normal(size=(3, 2))
    x = r.normal(size=4)
    q = jac(lambda p: {"x": x + p.get("x", 0), "q": (x + p.get("x", 0)) @ A @ (x + p.get("x", 0))}, "q", "x")
    check(name + "6", [(q, (A + A.T) @ x)], True)
    check(name + "p3", [(q, 2 * A @ x)], False)
    check(name + "7", [(jac(lambda p: {"X": X + p.get("X", 0), "n": np.sum((X + p.get("X", 0)) ** 2)}, "n", "X"), 2 * X)], True)
    P = {k: [] for k in ("11", "p4", "12.1", "12.2", "12.3", "12.4", "12.5a", "12.5a repaired", "12.5 head", "12.6", "p5", "13a", "13b", "14a",
                         "14a repaired", "14b", "15", "p6", "p7")}
    for m, seed in ((5, 10), (4, 11), (7, 12)):
        fw, x, gamma = norm(m, seed)
        v = {k: np.real(u) for k, u in fw({}).items()}
        mu, s, s2, h = v["mu"], v["s"], v["s2"], v["h"]
        delta = jac(fw, "L", "y")
        dLx, dLh, dhx = jac(fw, "L", "x"), jac(fw, "L", "h"), jac(fw, "h", "x")        # dhx[j, i]
        cen, inv, ds2 = jac(fw, "xmu", "x"), jac(fw, "inv", "x"), jac(fw, "s2", "x")
        P["11"] += [(jac(fw, "L", "gamma"), np.sum(delta * h)), (jac(fw, "L", "beta"), np.sum(delta))]
        P["p4"].append((jac(fw, "L", "gamma"), np.sum(delta * x)))
        P["12.1"].append((dLx, dLh @ dhx))
        P["12.2"].append((dLh, delta * gamma))
        P["12.3"].append((dhx, cen / s + np.outer(x - mu, inv)))
        P["12.4"].append((dhx, cen / s - np.outer(x - mu, ds2) / (2 * s ** 3)))
        dsq = jac(fw, "sq", "x")
        P["12.5a"].append((ds2, dsq))
        P["12.5a repaired"].append((ds2, dsq / m))
        P["12.5 head"].append((ds2, 2 / m * (x - mu)))
        outer = np.outer(x - mu, x - mu)
        P["12.6"].append((dhx, cen / s - outer / (m * s ** 3)))
        P["p5"].append((dhx, cen / s - outer / (m * s2)))
        same = (m - 1) / (m * s) - (x - mu) ** 2 / (m * s ** 3)
        P["13a"].append((np.diag(dhx), same))
        P["13b"].append((dLx, delta * gamma * same))
        off = ~np.eye(m, dtype=bool)
        other = -1 / (m * s) - outer / (m * s ** 3)
        P["14a"].append((np.tile(np.diag(dhx)[None], (m, 1))[off], other[off]))
        P["14a repaired"].append((dhx[off], other[off]))
        P["14b"].append((dLx, np.array([sum(delta[j] * gamma * other[j, i] for j in range(m) if j != i) for i in range(m)])))
        P["15"].append((dLx, gamma / (m * s) * (m * delta - np.sum(delta) - h * np.sum(delta * h))))
        P["p6"].append((dLx, gamma / (m * s) * (m * delta - np.sum(delta) - np.array([sum(h[i] * delta[j] * h[j] for j in range(m)) for i in range(m)]))))
        P["p7"].append((dLx, gamma / (m * s) * (m * delta - np.sum(delta) + h * np.sum(delta * h))))
    false = {"p4", "12.5a", "p5", "13b", "14a", "14b", "p7"}
    for k in P:
        check(name + k, P[k], k not in false)


kronecker()
vectors()
rules()
print("all OK" if not bad else f"{bad} BAD")
sys.exit(bool(bad))
