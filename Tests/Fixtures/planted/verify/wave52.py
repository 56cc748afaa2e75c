"""Checks the planted changes and the authors' own mistakes of wave 52 numerically (NumPy only).

Documents: columns-in-bold-macros, two-thetas-and-labels, three-states-and-a-guess. Derivatives cut a forward pass at a node
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


sig = lambda z: 1 / (1 + np.exp(-z))
slope = lambda f, z: np.imag(f(np.real(z) + 1j * H)) / H


# ------------------------------------------------------------ columns-in-bold-macros
def net(widths, N, seed):
    r = np.random.default_rng(seed)
    L = len(widths) - 1
    W = {l: r.normal(size=(widths[l], widths[l - 1])) for l in range(1, L + 1)}
    b = {l: r.normal(size=widths[l]) for l in range(1, L + 1)}
    X, Y = r.normal(size=(widths[0], N)), r.uniform(size=(widths[-1], N))

    def forward(pert):
        """All examples, one column each; a perturbation of a weight or bias acts on all of them."""
        v = {}
        A = node(v, pert, "A0", X)
        for l in range(1, L + 1):
            w, c = node(v, pert, f"W{l}", W[l]), node(v, pert, f"b{l}", b[l])
            A = node(v, pert, f"A{l}", sig(node(v, pert, f"Z{l}", w @ A + c[:, None])))
        v["each"] = np.sum((Y - A) ** 2, axis=0) / 2
        v["J"], v["sum"] = np.sum(v["each"]) / N, np.sum(v["each"])
        return v
    return forward, L, W, b, X, Y


def columns():
    name = "columns-in-bold-macros "
    P = {k: [] for k in ("3", "p1", "5", "9", "p2", "10", "11", "17", "p4", "19", "p5", "21", "22", "p6", "24", "p7", "26")}
    for widths, N, seed in (((4, 5, 3, 2), 4, 1), ((2, 6, 4, 3, 5), 3, 2)):
        fw, L, W, b, X, Y = net(widths, N, seed)
        v = {k: np.real(a) for k, a in fw({}).items()}
        D = {l: jac(fw, "sum", f"Z{l}") for l in range(1, L + 1)}          # column n: derivative of the loss of example n
        S = {l: slope(sig, v[f"Z{l}"]) for l in range(1, L + 1)}
        P["9"].append((v["J"], sum(0.5 * np.sum((Y[:, n] - v[f"A{L}"][:, n]) ** 2) for n in range(N)) / N))
        P["p2"].append((v["J"], sum(np.sum((Y[:, n] - v[f"A{L}"][:, n]) ** 2) for n in range(N)) / N))
        one = np.ones(N)
        for l in range(1, L + 1):
            a, prev = v[f"A{l}"][:, 0], v[f"A{l-1}"][:, 0]
            P["3"].append((a, sig(W[l] @ prev + b[l])))
            if l > 1:
                P["p1"].append((b[l].shape, b[l - 1].shape))
            glued = np.hstack([b[l][:, None], W[l]]) @ np.vstack([one[None], v[f"A{l-1}"]])
            P["5"] += [(v[f"Z{l}"], glued), (glued, W[l] @ v[f"A{l-1}"] + np.outer(b[l], one))]
            dW = jac(fw, "each", f"W{l}")                                   # [n, i, j]
            gW, gb = jac(fw, "J", f"W{l}"), jac(fw, "J", f"b{l}")
            P["10"].append((gW, np.mean(dW, axis=0)))
            P["11"].append((dW[0], np.outer(D[l][:, 0], prev)))
            P["22"] += [(dW[n], np.outer(D[l][:, n], v[f"A{l-1}"][:, n])) for n in range(N)]
            P["24"] += [(gW, D[l] @ v[f"A{l-1}"].T / N), (gb, D[l] @ one / N)]
            P["p7"].append((gW.shape, (D[l] @ v[f"A{l}"].T / N).shape))
            eta = .4
            P["26"].append((-eta * gW, -eta * np.mean(dW, axis=0)))
        for l in range(1, L):
            zz = jac(fw, f"Z{l+1}", f"Z{l}")[:, 0, :, 0]                    # example 0
            s, d, e = S[l][:, 0], D[l][:, 0], D[l + 1][:, 0]
            P["17"].append((zz, W[l + 1] * s[None]))
            P["p4"].append((W[l + 1].shape, W[l + 1].T.shape))
            P["19"].append((d, s * np.array([np.sum(W[l + 1][:, i] * e) for i in range(widths[l])])))
            P["p5"].append((d, np.array([np.sum(W[l + 1][:, i] * e * s[i]) for i in range(widths[l])])))
            P["21"].append((D[l], (W[l + 1].T @ D[l + 1]) * S[l]))
            P["p6"].append((W[l + 1].shape[1:], e.shape))
    fw, L, W, b, X, Y = net((3, 3, 3, 3), 3, 3)                              # at equal widths they are wrong, too
    v = {k: np.real(a) for k, a in fw({}).items()}
    D = {l: jac(fw, "sum", f"Z{l}") for l in (1, 2, 3)}
    zz = jac(fw, "Z2", "Z1")[:, 0, :, 0]
    s = slope(sig, v["Z1"])[:, 0]
    P["p1"].append((v["A2"][:, 0], sig(W[2] @ v["A1"][:, 0] + b[1])))
    P["p4"].append((zz, W[2].T * s[None]))
    P["p6"].append((D[1][:, 0], (W[2] @ D[2][:, 0]) * s))
    P["p7"].append((jac(fw, "J", "W2"), D[2] @ v["A2"].T / 3))
    for k in P:
        check(name + k, P[k], k not in ("p1", "p2", "p4", "p6", "p7"))
    ts = np.linspace(-1.1, 1.2, 8)
    z = lambda t: np.sin(np.exp(t) ** 2 + (t ** 2) ** 2)
    x, y = np.exp(ts), ts ** 2
    zx, zy = slope(lambda u: np.sin(u ** 2 + y ** 2), x), slope(lambda u: np.sin(x ** 2 + u ** 2), y)
    check(name + "14", [(zx, 2 * x * np.cos(x ** 2 + y ** 2)), (zy, 2 * y * np.cos(x ** 2 + y ** 2))], True)
    total = slope(z, ts)
    check(name + "15", [(total, 2 * np.cos(np.exp(2 * ts) + ts ** 4) * (np.exp(2 * ts) + 2 * ts ** 3))], True)
    check(name + "p3", [(total, 2 * np.cos(x ** 2 + y ** 2) * (x * np.exp(ts) + y * ts))], False)


# ------------------------------------------------------------ two-thetas-and-labels
def thetas():
    name = "two-thetas-and-labels "
    P = {k: [] for k in ("4", "p1", "7", "p2", "8", "10", "11", "p3", "12", "p4", "14", "p5", "p6", "17", "p7")}
    for m, seed in ((5, 4), (7, 5)):
        r = np.random.default_rng(seed)
        x, y = r.normal(size=m), r.uniform(size=m)
        T0, T1 = r.normal(), r.normal()

        def fw(pert):
            v = {}
            h = node(v, pert, "h", sig(node(v, pert, "t0", T0) + node(v, pert, "t1", T1) * x))
            v["logh"], v["log1h"] = np.log(h), np.log(1 - h)
            v["J"] = np.sum(-y * np.log(h) - (1 - y) * np.log(1 - h)) / m
            return v
        h = np.real(fw({})["h"])
        g0, g1 = jac(fw, "J", "t0"), jac(fw, "J", "t1")
        loss = np.array([-np.log(p) if t else -np.log(1 - p) for p in h[:1] for t in (1, 0)])
        P["4"].append((loss, np.array([-t * np.log(h[0]) - (1 - t) * np.log(1 - h[0]) for t in (1, 0)])))
        P["p1"].append((loss, np.array([-t * np.log(h[0]) + (1 - t) * np.log(1 - h[0]) for t in (1, 0)])))
        P["7"].append((jac(fw, "h", "t0"), h * (1 - h)))
        P["p2"].append((jac(fw, "h", "t0"), h * (1 + h)))
        P["8"].append((jac(fw, "h", "t1"), h * (1 - h) * x))
        P["10"].append((jac(fw, "logh", "t0"), 1 - h))
        P["11"].append((jac(fw, "log1h", "t0"), -h))
        P["p3"].append((jac(fw, "log1h", "t0"), h))
        P["12"].append((g0, np.mean(h - y)))
        P["p4"].append((g0, np.sum(h - y)))
        P["14"].append((g1, np.mean((h - y) * x)))
        P["p5"].append((g1, np.mean(h * x) - np.mean(y * x)))
        P["p6"].append((g1, np.mean(h - y)))
        X, w = r.normal(size=(m, m)), r.normal(size=m)                     # as many inputs as examples, so that the swap has a value

        def wide(pert):
            v = {}
            p = sig(X @ node(v, pert, "w", w))
            v["J"] = np.sum(-y * np.log(p) - (1 - y) * np.log(1 - p)) / m
            v["p"] = p
            return v
        p = np.real(wide({})["p"])
        P["17"].append((jac(wide, "J", "w"), X.T @ (p - y) / m))
        P["p7"].append((jac(wide, "J", "w"), X @ (p - y) / m))
    for k in P:
        check(name + k, P[k], k not in ("p1", "p2", "p3", "p4", "p6", "p7"))


# ------------------------------------------------------------ three-states-and-a-guess
def states():
    name = "three-states-and-a-guess "
    xs = np.linspace(-1, 1, 7)
    f, g = lambda x: np.sin(x) + 2 * x, lambda x: x ** 2 + 1
    check(name + "1", [(slope(lambda x: f(x) / g(x), xs), (slope(f, xs) * g(xs) - slope(g, xs) * f(xs)) / g(xs) ** 2)], True)
    P = {k: [] for k in ("6", "p1", "7", "7 repaired", "8a", "8b", "9", "10", "11", "p2", "12", "12 repaired", "13", "15", "p3", "16", "19", "23",
                         "p4", "25 as a column", "27", "28", "p5", "29", "p6", "31", "p7", "32")}
    for C, m, seed in ((4, 1, 6), (5, 3, 7)):
        y = np.random.default_rng(seed).normal(size=C)

        def fw(pert):
            v = {}
            u = node(v, pert, "y", y)
            Z = node(v, pert, "Z", np.exp(u) / np.sum(np.exp(u)))
            v["L"] = -np.log(Z[m])
            return v
        Z, E = np.real(fw({})["Z"]), np.exp(y)
        s = np.sum(E)
        ZY, LZ, LY = jac(fw, "Z", "y"), jac(fw, "L", "Z"), jac(fw, "L", "y")
        own = np.diag(ZY)
        wrong = E / s * (C * E - E) / s
        P["6"].append((own, (E * s - E * E) / s ** 2))
        P["p1"].append((own, (E * s + E * E) / s ** 2))
        P["7"].append(((E * s - E * E) / s ** 2, wrong))
        P["7 repaired"].append(((E * s - E * E) / s ** 2, E / s * (s - E) / s))
        P["8a"].append((own, wrong))
        P["8b"].append((wrong, Z * (1 - Z)))
        off = ~np.eye(C, dtype=bool)
        P["9"].append((ZY[off], (-np.outer(E, E) / s ** 2)[off]))
        P["10"].append((ZY, np.diag(Z) - np.outer(Z, Z)))
        P["11"].append((LY, LZ @ ZY))
        P["p2"].append((LY, ZY.T @ LZ))
        P["12"].append((LY[m], C * LZ[m] * ZY[m, m]))
        P["12 repaired"].append((LY[m], LZ[m] * ZY[m, m]))
        P["13"].append((LZ, np.where(np.arange(C) == m, -1 / Z[m], 0)))
        P["15"].append((LY[m], Z[m] - 1))
        P["p3"].append((LY[m], 1 - Z[m]))
        P["16"].append((np.delete(LY, m), np.delete(Z, m)))
    y = np.array([2.0, 1.0, 0.1])
    Z = np.exp(y) / np.sum(np.exp(y))
    check(name + "18, three digits", [(np.round(Z, 3), np.array([.659, .242, .099])), (np.round(Z - [0, 1, 0], 3), np.array([.659, -.758, .099]))], True)
    for H_, D_, C, m, seed in ((3, 2, 4, 1, 8), (4, 3, 5, 2, 9)):
        r = np.random.default_rng(seed)
        Wx, Wh, Wy, b = r.normal(size=(H_, D_)), r.normal(size=(H_, H_)), r.normal(size=(C, H_)), r.normal(size=H_)
        x, h0 = r.normal(size=(4, D_)), r.normal(size=H_)

        def fw(pert):
            v = {}
            wx, wh, wy = node(v, pert, "Wx", Wx), node(v, pert, "Wh", Wh), node(v, pert, "Wy", Wy)
            h = node(v, pert, "h0", h0)
            for t in (1, 2, 3):
                h = node(v, pert, f"h{t}", np.tanh(node(v, pert, f"y{t}", wh @ h + wx @ x[t] + b)))
            o = wy @ h
            v["Z"] = np.exp(o) / np.sum(np.exp(o))
            v["L"] = -np.log(v["Z"][m])
            return v
        v = {k: np.real(a) for k, a in fw({}).items()}
        one = np.eye(C)[m]
        G = {t: jac(fw, "L", f"h{t}") for t in range(4)}
        delta = {t: G[t] * (1 - v[f"h{t}"] ** 2) for t in (1, 2, 3)}
        J = jac(fw, "h3", "h2")
        P["19"].append((G[3], Wy.T @ (v["Z"] - one)))
        P["23"].append((J, np.diag(1 - v["h3"] ** 2) @ Wh))
        P["p4"].append((J, Wh @ np.diag(1 - v["h3"] ** 2)))
        P["25 as a column"].append((G[2], (G[3][None] @ J)[0]))
        P["27"].append((G[2], Wh.T @ np.diag(1 - v["h3"] ** 2) @ Wy.T @ (v["Z"] - one)))
        for i in range(3):
            P["28"].append((G[i], Wh.T @ ((1 - v[f"h{i+1}"] ** 2) * G[i + 1])))
            P["p5"].append((G[i], Wh @ ((1 - v[f"h{i+1}"] ** 2) * G[i + 1])))
        for t in (1, 2, 3):
            P["29"].append((jac(fw, "L", f"y{t}"), delta[t]))
            P["p6"].append((jac(fw, "L", f"y{t}"), G[t] * (1 - v[f"y{t}"] ** 2)))
        P["31"].append((jac(fw, "L", "Wh"), sum(np.outer(delta[t], v[f"h{t-1}"]) for t in (1, 2, 3))))
        P["p7"].append((jac(fw, "L", "Wh"), sum(np.outer(delta[t], v[f"h{t}"]) for t in (1, 2, 3))))
        P["32"].append((jac(fw, "L", "Wx"), sum(np.outer(delta[t], x[t]) for t in (1, 2, 3))))
        assert jac(fw, "y3", "Wx").ndim == 3                                # eq-30: a derivative with three indices is no row
    for k in P:
        check(name + k, P[k], k not in ("p1", "7", "8a", "8b", "12", "p3", "p4", "p5", "p6", "p7"))


columns()
thetas()
states()
print("all OK" if not bad else f"{bad} BAD")
sys.exit(bool(bad))
