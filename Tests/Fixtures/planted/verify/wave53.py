"""Checks the planted changes and the authors' own mistakes of wave 53 numerically (NumPy only).

Documents: boxed-numbers-of-a-house, braces-under-rows, four-equations-of-a-plantation. Derivatives cut a forward pass at a node
and perturb it by a complex step; a central difference confirms each; never by a formula of the document. Prints OK per statement.
"""
import sys
import numpy as np

H = 1e-30
bad = 0


def jac(forward, out, node, steps=(1e-3, 5e-4)):
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
        for h in steps:
            p[at] = h
            up = np.real(forward({node: p})[out])
            g.append((up - np.real(forward({node: -p})[out])) / (2 * h))
        f[(...,) + at] = (4 * g[1] - g[0]) / 3
    assert np.max(np.abs(c - f)) < 1e-6 * max(1, np.max(np.abs(c))), (out, node)
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


# ------------------------------------------------------------ boxed-numbers-of-a-house
def written(text):
    """The interval of a decimal: half a unit of its last digit."""
    digits = len(text.split(".")[1]) if "." in text else 0
    return float(text) - 0.5 * 10.0 ** -digits, float(text) + 0.5 * 10.0 ** -digits


def number(label, value, text, true):
    """A printed decimal against the value it stands for (or an interval of values)."""
    global bad
    lo, hi = written(text)
    a, b = value if isinstance(value, tuple) else (value, value)
    agree = a <= hi + 1e-15 and b >= lo - 1e-15
    bad += agree != true
    print(f"{'OK ' if agree == true else 'BAD'} {label:58} {'holds' if true else 'fails'}  {a:.10g} .. {b:.10g} against {text}")


def times(*factors):
    """Product of intervals (numbers count as exact)."""
    lo, hi = 1.0, 1.0
    for f in factors:
        a, b = f if isinstance(f, tuple) else (f, f)
        ends = [lo * a, lo * b, hi * a, hi * b]
        lo, hi = min(ends), max(ends)
    return lo, hi


def house():
    name = "boxed-numbers-of-a-house "
    x, w, b, y, eta = np.array([3000., 6., 1.]), np.array([.001, .01, -.005]), .1, 0., 1e-5

    def fw(pert, x=x, w=w, b=b, y=y):
        v = {}
        z = node(v, pert, "z", np.sum(node(v, pert, "w", w) * x) + node(v, pert, "b", b))
        p = node(v, pert, "p", sig(z))
        v["l"] = (y - p) ** 2
        return v
    v = {k: np.real(a) for k, a in fw({}).items()}
    z, p = float(v["z"]), float(v["p"])
    dw, db = jac(fw, "l", "w", (1e-7, 5e-8)), float(jac(fw, "l", "b"))
    dz, dp, slope_ = float(jac(fw, "l", "z")), float(jac(fw, "l", "p")), float(jac(fw, "p", "z"))
    number(name + "3", z, "3.155", True)
    number(name + "4", p, "0.9591", True)
    number(name + "5", (y - p) ** 2, "0.91988", True)
    number(name + "6", dp, "1.9182", True)
    number(name + "7 last", slope_, "0.03932", False)
    number(name + "7 repaired", slope_, "0.03922", True)
    number(name + "7 middle", (written("0.9591")[0] * (1 - written("0.9591")[1]), written("0.9591")[1] * (1 - written("0.9591")[0])), "0.03922", True)
    number(name + "p4", slope_, "0.0392", True)
    lo, hi = times(written("1.9182"), written("0.03932"))
    check(name + "8 middle (not in the interval)", [(dz, lo), (dz, hi)], False)
    number(name + "8 last", (lo, hi), "0.0755", False)
    number(name + "8 last against its head", dz, "0.0755", False)
    number(name + "8 repaired", dz, "0.0752", True)
    for k, label, text, right in ((0, "9", "226.5", "225.7"), (1, "10", "0.453", "0.451"), (2, "11", "0.0755", "0.0752")):
        number(name + label, float(dw[k]), text, False)
        number(name + label + " repaired", float(dw[k]), right, True)
        lo, hi = times(written("0.0755"), x[k])
        assert not lo <= dw[k] <= hi
    number(name + "12", db, "0.0755", False)
    number(name + "p6", db, "0.0752", True)
    new, newb = w - eta * dw, b - eta * db
    number(name + "13", float(new[0]), "-0.001265", False)
    number(name + "13 repaired", float(new[0]), "-0.001257", True)
    number(name + "14 last", float(new[1]), "0.0099955", True)
    number(name + "15", float(new[2]), "-0.005000755", False)
    number(name + "15 repaired", float(new[2]), "-0.005000752", True)
    number(name + "16 last, rounded", newb, "0.09999924", False)
    assert np.floor(newb * 1e8) == 9999924                                  # but cut off it is right
    for label, old, g, value in (("13", .001, "226.5", new[0]), ("14", .01, "0.453", new[1]), ("15", -.005, "0.0755", new[2]), ("16", .1, "0.0755", newb)):
        lo, hi = old - eta * written(g)[1], old - eta * written(g)[0]
        inside = lo <= value <= hi
        global bad
        bad += inside
        print(f"{'BAD' if inside else 'OK '} {name + label + ' middle':58} fails  {value:.12g} not in {lo:.12g} .. {hi:.12g}")
    x2, w2, b2 = np.array([2000., 3., 0.]), np.array([-.001265, .0099955, -.005000755]), .09999924
    z2 = float(np.sum(w2 * x2) + b2)
    number(name + "19", z2, "-2.40001426", True)
    number(name + "21, rounded", float(sig(z2)), "0.0831", False)
    assert np.floor(float(sig(z2)) * 1e4) == 831                            # but cut off it is right
    r = np.random.default_rng(1)
    X, W_, B_, Y = r.normal(size=3), r.normal(size=3), r.normal(), r.uniform()
    g = lambda pert: fw(pert, X, W_, B_, Y)
    u = {k: np.real(a) for k, a in g({}).items()}
    check(name + "p1", [(u["z"], np.sum(X * W_) - B_)], False)
    check(name + "p2", [(u["l"], 0.5 * (Y - u["p"]) ** 2)], False)
    check(name + "p3", [(jac(g, "l", "p"), 2 * (Y - u["p"]))], False)
    check(name + "p4", [(jac(g, "p", "z"), u["p"] - u["p"] ** 2)], True)
    check(name + "p5", [(jac(g, "l", "w")[0], jac(g, "l", "z") * W_[0])], False)
    check(name + "p6", [(jac(g, "l", "b"), jac(g, "l", "z"))], True)
    check(name + "p7", [(-eta * jac(g, "l", "w")[0], eta * jac(g, "l", "w")[0])], False)


# ------------------------------------------------------------ rows
def net(widths, N, acts, seed):
    r = np.random.default_rng(seed)
    L = len(widths) - 1
    W = {l: r.normal(size=(widths[l - 1], widths[l])) for l in range(1, L + 1)}
    b = {l: r.normal(size=widths[l]) for l in range(1, L + 1)}
    X, Y = r.normal(size=(N, widths[0])), r.uniform(size=(N, widths[-1]))
    f = {l: acts[l - 1] for l in range(1, L + 1)}

    def forward(pert):
        """All examples, one row each."""
        v = {}
        A = node(v, pert, "A0", X)
        for l in range(1, L + 1):
            A = node(v, pert, f"A{l}", f[l](node(v, pert, f"Z{l}", A @ node(v, pert, f"W{l}", W[l]) + node(v, pert, f"b{l}", b[l]))))
        v["each"] = np.sum((Y - A) ** 2, axis=1) / 2
        v["sum"], v["J"] = np.sum(v["each"]), np.sum(v["each"]) / N
        return v
    return forward, L, W, b, X, Y, f


line = lambda z: z + 0


def braces():
    name = "braces-under-rows "
    P = {k: [] for k in ("3", "p1", "5", "6", "8", "p2", "p3", "9", "p4", "10", "11 literally", "11 summed", "12", "p5", "13", "p6", "14", "16", "p7")}
    for widths, N, acts, seed in (((3, 5, 4, 2), 4, (np.tanh, sig, line), 2), ((2, 4, 6, 3, 5), 3, (sig, np.tanh, np.tanh, line), 3)):
        fw, L, W, b, X, Y, f = net(widths, N, acts, seed)
        v = {k: np.real(a) for k, a in fw({}).items()}
        D = {l: jac(fw, "sum", f"Z{l}") for l in range(1, L + 1)}
        S = {l: slope(f[l], v[f"Z{l}"]) for l in range(1, L + 1)}
        P["5"].append((D[L], jac(fw, "sum", f"A{L}") * S[L]))
        P["6"].append((D[L], v[f"A{L}"] - Y))
        P["11 literally"].append((D[L], jac(fw, "J", f"A{L}") * S[L]))
        P["11 summed"].append((D[L], jac(fw, "sum", f"A{L}") * S[L]))
        for l in range(1, L + 1):
            prev = v[f"A{l-1}"]
            P["3"].append((v[f"A{l}"], f[l](prev @ W[l] + b[l])))
            P["p1"].append((W[l].shape[1:], prev[0].shape))
            each, gW, gb = jac(fw, "each", f"W{l}"), jac(fw, "J", f"W{l}"), jac(fw, "J", f"b{l}")
            P["9"].append((each[0], np.outer(prev[0], D[l][0])))
            P["p4"].append((each[0].shape, np.outer(D[l][0], prev[0]).shape))
            P["10"].append((jac(fw, "each", f"b{l}")[0], D[l][0]))
            P["13"].append((gW, prev.T @ D[l] / N))
            P["p6"].append((gW, prev.T @ D[l]))
            P["14"].append((gb, np.sum(D[l], axis=0) / N))
            P["16"].append((-.25 * each[0], -.25 * np.outer(prev[0], D[l][0])))
            P["p7"].append((-.25 * each[0], .25 * each[0]))
        for l in range(1, L):
            P["8"].append((D[l], (D[l + 1] @ W[l + 1].T) * S[l]))
            P["12"].append((D[l][0], (D[l + 1][0] @ W[l + 1].T) * S[l][0]))
            P["p5"].append((D[l], S[l] * (D[l + 1] @ W[l + 1].T)))
            P["p3"].append((D[l], (D[l + 1] @ W[l + 1].T) * slope(f[l], v[f"A{l}"])))
            P["p2"].append((D[l + 1][0].shape, W[l + 1].shape[:1]))
    fw, L, W, b, X, Y, f = net((3, 3, 3, 3), 2, (np.tanh, sig, line), 4)       # at equal widths they are wrong, too
    v = {k: np.real(a) for k, a in fw({}).items()}
    D = {l: jac(fw, "sum", f"Z{l}") for l in (1, 2, 3)}
    P["p1"].append((v["Z2"][0], W[2] @ v["A1"][0] + b[2]))
    P["p2"].append((D[1], (D[2] @ W[2]) * slope(f[1], v["Z1"])))
    P["p4"].append((jac(fw, "each", "W2")[0], np.outer(D[2][0], v["A1"][0])))
    for k in P:
        check(name + k, P[k], k not in ("p1", "p2", "p3", "p4", "11 literally", "p6", "p7"))
    r = np.random.default_rng(5)
    z, y = r.normal(size=4), (r.uniform(size=4) < .5) * 1.0
    bce = lambda u: -y * np.log(sig(u)) - (1 - y) * np.log(1 - sig(u))
    check(name + "7", [(slope(bce, z), sig(z) - y)], True)


# ------------------------------------------------------------ four-equations-of-a-plantation
def plantation():
    name = "four-equations-of-a-plantation "
    P = {k: [] for k in ("3", "p1", "6", "p2", "9", "p3", "10", "10 repaired", "p4", "11", "13", "p5", "14", "p6", "15", "16", "p7", "17")}
    for widths, N, seed in (((4, 3, 5, 2), 3, 6), ((3, 6, 2, 4, 5), 4, 7)):
        fw, L, W, b, X, Y, f = net(widths, N, (sig,) * (len(widths) - 1), seed)
        v = {k: np.real(a) for k, a in fw({}).items()}
        D = {l: jac(fw, "sum", f"Z{l}") for l in range(1, L + 1)}
        S = {l: slope(sig, v[f"Z{l}"]) for l in range(1, L + 1)}
        dA, aZ = jac(fw, "sum", f"A{L}")[0], jac(fw, f"A{L}", f"Z{L}")[0, :, 0, :]
        P["3"].append((D[L][0], dA @ aZ))
        P["p1"].append((D[L][0], dA * np.diag(aZ)))
        for l in range(1, L + 1):
            prev = v[f"A{l-1}"]
            each, gW, gb = jac(fw, "each", f"W{l}"), jac(fw, "J", f"W{l}"), jac(fw, "J", f"b{l}")
            P["11"].append((jac(fw, "each", f"b{l}")[0], D[l][0]))
            P["13"].append((gb, sum(D[l][i] for i in range(N)) / N))
            P["p5"].append((gb, sum(D[l][i] for i in range(N))))
            P["14"].append((each[0], np.outer(prev[0], D[l][0])))
            P["p6"].append((each[0].shape, np.outer(v[f"A{l}"][0], D[l][0]).shape))
            P["15"].append((jac(fw, "sum", f"W{l}"), prev.T @ D[l]))
            P["16"].append((gW, prev.T @ D[l] / N))
            P["p7"].append((gW.shape, (D[l].T @ prev).shape))
            P["17"].append((-.05 * gW, -.05 * np.mean(each, axis=0)))
        for l in range(1, L):
            P["6"].append((v[f"Z{l+1}"][0], np.array([np.sum(W[l + 1][:, k] * v[f"A{l}"][0]) for k in range(widths[l + 1])]) + b[l + 1]))
            P["p2"].append((W[l + 1].shape, W[l + 1].T.shape))
            P["9"].append((D[l][0], np.array([np.sum(W[l + 1][j] * D[l + 1][0]) for j in range(widths[l])]) * S[l][0]))
            P["p3"].append((np.tile(D[l][0][:, None], (1, widths[l + 1])), D[l + 1][0][None] * W[l + 1] * S[l][0][:, None]))
            P["10"].append((W[l + 1].T.shape[1:], D[l + 1][0].shape))
            P["10 repaired"].append((D[l][0], (W[l + 1] @ D[l + 1][0]) * S[l][0]))
            P["p4"].append((D[l][0], (W[l + 1] @ D[l + 1][0]) * v[f"A{l}"][0]))
    fw, L, W, b, X, Y, f = net((3, 3, 3, 3), 2, (sig,) * 3, 8)                  # at equal widths they are wrong, too
    v = {k: np.real(a) for k, a in fw({}).items()}
    D = {l: jac(fw, "sum", f"Z{l}") for l in (1, 2, 3)}
    P["p2"].append((v["Z2"][0], W[2] @ v["A1"][0] + b[2]))
    P["10"].append((D[1][0], (W[2].T @ D[2][0]) * slope(sig, v["Z1"])[0]))
    P["p6"].append((jac(fw, "each", "W2")[0], np.outer(v["A2"][0], D[2][0])))
    P["p7"].append((jac(fw, "J", "W2"), D[2].T @ v["A1"] / 2))
    for k in P:
        check(name + k, P[k], k not in ("p2", "p3", "10", "p4", "p5", "p6", "p7"))
    r = np.random.default_rng(9)
    z, T = r.normal(size=4), np.eye(4)[2]
    cross = jac(lambda p: {"z": z + p.get("z", 0), "L": -np.sum(T * np.log(np.exp(z + p.get("z", 0)) / np.sum(np.exp(z + p.get("z", 0)))))}, "L", "z")
    check(name + "5", [(cross, np.exp(z) / np.sum(np.exp(z)) - T)], True)


house()
braces()
plantation()
print("all OK" if not bad else f"{bad} BAD")
sys.exit(bool(bad))
