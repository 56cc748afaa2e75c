"""Confirms the planted equations of scores-in-rows, quotients-of-exponentials and stacked-columns on random networks (NumPy only, complex steps and central differences)."""
from random_networks import *

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
