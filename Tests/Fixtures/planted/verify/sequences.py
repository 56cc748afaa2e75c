"""Planted equations and authors' mistakes of expit-then-softmax, three-steps-of-a-state and decay-and-velocity, confirmed on random networks (NumPy only); with the networks of `course_notebooks.py`."""
import numpy as np
from course_notebooks import Net, check, finish, numeric, prime, sigmoid, tanh, softmax, cce, times

E = range(3)


def expit():
    D = "expit-then-softmax"
    r = np.random.default_rng(31)
    X, y, w = r.normal(size=(4, 3)), r.uniform(.05, .95, 4), r.normal(size=3)
    nll = lambda v: -np.sum(y * np.log(sigmoid(X @ v)) + (1 - y) * np.log(1 - sigmoid(X @ v)))
    g, p = numeric(nll, w), sigmoid(X @ w)
    wrong = -((y / p + (1 - y) / (1 - p)) * p * (1 - p)) @ X
    check(D, "eq-3 first", "fails", [(g, wrong)])
    check(D, "eq-3 repaired", "holds", [(g, -((y / p - (1 - y) / (1 - p)) * p * (1 - p)) @ X)])
    second = -(y * (1 - p) - (1 - y) * p) @ X
    check(D, "eq-3 second", "fails", [(wrong, second)])
    check(D, "eq-3 third", "holds", [(second, -(y - p) @ X), (g, second)])
    check(D, "p1", "fails", [(g, (y - p) @ X)])
    check(D, "p2", "holds", [(g, (p - y) @ X)])
    z = r.normal(size=3)
    J = np.array([numeric(lambda v: softmax(v)[k], z) for k in range(3)])
    s = softmax(z)
    off = ~np.eye(3, dtype=bool)
    check(D, "eq-6", "holds", [(J[off], (-np.outer(s, s))[off])])
    check(D, "p3", "fails", [(J[off], np.outer(s, s)[off])])
    W, x = r.normal(size=(4, 3)), r.normal(size=4)
    t = softmax(r.normal(size=3))
    gW = numeric(lambda m: -np.sum(t * np.log(softmax(m.T @ x))), W)
    check(D, "eq-8", "holds", [(gW, np.outer(x, softmax(W.T @ x) - t))])
    check(D, "p4", "fails", [(gW, np.outer(softmax(W.T @ x) - t, x))])
    Q = r.normal(size=(3, 3)); q = x[:3]
    check(D, "p4 at equal widths", "fails", [(numeric(lambda m: -np.sum(t * np.log(softmax(m.T @ q))), Q), np.outer(softmax(Q.T @ q) - t, q))])
    # layers: W of the engine is the transposed w of the document
    N = Net((3, 5, 4, 2), (tanh, tanh, softmax), cce, 32, targets="dist")
    M = Net((4, 4, 4, 4), (tanh, tanh, softmax), cce, 33, targets="dist")
    for n in (N, M):
        for l in n.b: n.b[l][:] = 0
    row = lambda n, e, l: n.d(e, "E", ("z", l))[None, :]
    check(D, "eq-16", "holds", [(N.d(e, "E", ("W", l)).T, N(e, "a", l - 1)[:, None] @ row(N, e, l)) for e in E for l in (1, 2, 3)])
    check(D, "p5", "fails", [(N.d(0, "E", ("W", l)).T, times(row(N, 0, l), N(0, "a", l - 1)[:, None])) for l in (1, 2, 3)])
    check(D, "p5 at equal widths", "fails", [(M.d(0, "E", ("W", l)).T, np.full((4, 4), (row(M, 0, l) @ M(0, "a", l - 1)[:, None])[0, 0])) for l in (1, 2, 3)])
    slope = lambda n, e, l: n.d(e, ("a", l), ("z", l))
    check(D, "eq-17", "holds", [(row(N, e, l - 1), row(N, e, l) @ N.d(e, ("z", l), ("a", l - 1)) @ slope(N, e, l - 1)) for e in E for l in (2, 3)])
    check(D, "p6 at equal widths", "fails", [(row(M, e, l - 1), row(M, e, l) @ M.W[l].T @ slope(M, e, l - 1)) for e in E for l in (2, 3)])
    check(D, "p6 with the transposed", "holds", [(row(M, e, l - 1), row(M, e, l) @ M.W[l] @ slope(M, e, l - 1)) for e in E for l in (2, 3)])


def recurrent():
    D = "three-steps-of-a-state"
    r = np.random.default_rng(34)
    P = {"hh": r.normal(size=(4, 4)) * .6, "xh": r.normal(size=(4, 2)), "hy": r.normal(size=(3, 4)), "bh": r.normal(size=4), "by": r.normal(size=3)}
    h0, x = r.normal(size=4), r.normal(size=(4, 2))              # x[1..3]
    y = [None] + [softmax(r.normal(size=3)) for _ in range(3)]

    def run(p, dz=None, cut=None):
        """states, logits, probabilities; dz is added to the logits, cut = (step, value) fixes a state."""
        h, z, q = [h0], [None], [None]
        for t in (1, 2, 3):
            a = np.tanh(p["hh"] @ h[-1] + p["xh"] @ x[t] + p["bh"])
            if cut and cut[0] == t: a = cut[1]
            h.append(a)
            z.append(p["hy"] @ a + p["by"] + (dz if dz is not None else 0))
            q.append(np.exp(z[-1]) / np.sum(np.exp(z[-1])))
        return h, z, q

    def loss(p, t=None, **k):
        q = run(p, **k)[2]
        return sum(-np.sum(y[s] * np.log(q[s])) for s in ((1, 2, 3) if t is None else (t,)))

    grad = lambda name, f: numeric(lambda m: f({**P, name: m}), P[name])
    h, z, q = run(P)
    check(D, "eq-1 third", "fails", [(y[t], q[t]) for t in (1, 2, 3)])
    check(D, "p1", "fails", [(h[t], np.tanh(P["hh"] @ h[t - 1] + P["xh"] @ x[t - 1] + P["bh"])) for t in (2, 3)])
    gz = [None] + [numeric(lambda d: loss(P, t, dz=d), np.zeros(3)) for t in (1, 2, 3)]
    check(D, "eq-4", "holds", [(gz[t], q[t] - y[t]) for t in (1, 2, 3)])
    check(D, "p2", "fails", [(gz[t], y[t] - q[t]) for t in (1, 2, 3)])
    ghy, gby, ghh = grad("hy", loss), grad("by", loss), grad("hh", loss)
    check(D, "eq-5", "holds", [(ghy, sum(np.outer(q[t] - y[t], h[t]) for t in (1, 2, 3)))])
    check(D, "p3", "fails", [(ghy, sum(np.outer(q[t] - y[t], h[t - 1]) for t in (1, 2, 3)))])
    check(D, "p4", "holds", [(gby, -sum(y[t] - q[t] for t in (1, 2, 3)))])
    check(D, "p5", "fails", [(gby, sum(q[t] for t in (1, 2, 3)))])
    zh = np.array([numeric(lambda v: (P["hy"] @ v)[k] + P["by"][k], h[2]) for k in range(3)])
    check(D, "eq-7", "holds", [(zh, P["hy"])])
    check(D, "p6", "fails", [(zh, P["hh"])])
    # d h_t / d W_hh, total; its two parts
    T = {t: np.array([grad("hh", lambda p: run(p)[0][t][k]) for k in range(4)]) for t in (1, 2, 3)}
    S = {t: np.diag(1 - h[t] ** 2) @ P["hh"] for t in (2, 3)}
    direct = {t: np.array([numeric(lambda m: np.tanh(m @ h[t - 1] + P["xh"] @ x[t] + P["bh"])[k], P["hh"]) for k in range(4)]) for t in (1, 2, 3)}
    check(D, "eq-11 literally", "fails", [(T[t], T[t] + np.einsum("kj,jab->kab", S[t], T[t - 1])) for t in (2, 3)])
    check(D, "eq-11 with the state held", "holds", [(T[t], direct[t] + np.einsum("kj,jab->kab", S[t], T[t - 1])) for t in (2, 3)])
    check(D, "eq-10", "holds", [(ghh, sum(np.einsum("k,kab->ab", (q[t] - y[t]) @ P["hy"], T[t]) for t in (1, 2, 3)))])
    check(D, "eq-12", "fails", [(ghh, times((q[3] - y[3])[:, None], P["hy"].T))])
    check(D, "eq-13", "holds", [(grad("bh", loss), sum(((q[t] - y[t]) @ P["hy"]) @ np.array([grad("bh", lambda p: run(p)[0][t][k]) for k in range(4)]) for t in (1, 2, 3)))])


def penalized():
    D = "decay-and-velocity"
    r = np.random.default_rng(35)
    sizes, m, lam, alpha = (3, 5, 4, 1), 6, .7, .1
    relu = lambda z: np.where(np.real(z) > 0, z, 0)
    W = {l: r.normal(0, .8, (sizes[l], sizes[l - 1])) for l in (1, 2, 3)}
    b = {l: r.normal(0, .3, sizes[l]) for l in (1, 2, 3)}
    X, Y = r.normal(size=(3, m)), r.uniform(.1, .9, (1, m))

    def forward(W, b, bump=None):
        A, Z = {0: X}, {}
        for l in (1, 2, 3):
            Z[l] = W[l] @ A[l - 1] + b[l][:, None]
            if bump and bump[0] == l: Z[l] = Z[l] + bump[1]
            A[l] = sigmoid(Z[l]) if l == 3 else relu(Z[l])
        return A, Z

    def summed(W, b, bump=None):
        a = forward(W, b, bump)[0][3]
        return -np.sum(Y * np.log(a) + (1 - Y) * np.log(1 - a))

    cost = lambda W, b: summed(W, b) / m + lam / (2 * m) * sum(np.sum(W[l] ** 2) for l in W)
    gW = {l: numeric(lambda v: cost({**W, l: v}, b), W[l]) for l in W}
    gb = {l: numeric(lambda v: cost(W, {**b, l: v}), b[l]) for l in W}
    dZ = {l: numeric(lambda v: summed(W, b, (l, v)), np.zeros((sizes[l], m))) for l in W}
    A, Z = forward(W, b)
    check(D, "eq-6", "holds", [(dZ[3], A[3] - Y)])
    check(D, "eq-7", "holds", [(gW[3], dZ[3] @ A[2].T / m + lam / m * W[3])])
    check(D, "p2", "fails", [(gW[3], dZ[3] @ A[2].T / m)])
    check(D, "eq-12", "holds", [(gb[2], dZ[2].sum(1) / m)])
    check(D, "eq-13", "holds", [(gW[1], dZ[1] @ X.T / m + lam / m * W[1])])
    check(D, "p3", "fails", [(gW[1], dZ[1] @ X.T / m + lam / (2 * m) * W[1])])
    check(D, "p4", "holds", [(gW[1], (dZ[1] @ X.T + lam * W[1]) / m)])
    check(D, "eq-14", "holds", [(dZ[l], (W[l + 1].T @ dZ[l + 1]) * (Z[l] > 0)) for l in (1, 2)])
    check(D, "p5", "fails", [(dZ[l], times(W[l].T, dZ[l + 1])) for l in (1, 2)])
    V = r.normal(size=(5, 3))
    short = sum(V[i, j] ** 2 for i in range(3) for j in range(min(5, 3)))       # as far as the entries exist
    check(D, "p1", "fails", [(np.linalg.norm(V) ** 2, short)])
    check(D, "p6", "fails", [(-alpha * gW[l], alpha * lam / m * W[l] - alpha / m * dZ[l] @ A[l - 1].T) for l in W])
    check(D, "eq-16", "holds", [(-alpha * gW[l], -alpha * lam / m * W[l] - alpha / m * dZ[l] @ A[l - 1].T) for l in W])
    # p5 at equal widths
    K = {1: r.normal(size=(4, 4)), 2: r.normal(size=(4, 4))}
    u, g = r.normal(size=(4, 3)), r.normal(size=(4, 3))
    back = numeric(lambda v: np.sum(g * (K[2] @ np.tanh(u + v))), np.zeros((4, 3)))
    check(D, "p5 at equal widths", "fails", [(back, (K[1].T @ g) * (1 - np.tanh(u) ** 2))])


if __name__ == "__main__":
    expit()
    recurrent()
    penalized()
    finish()
