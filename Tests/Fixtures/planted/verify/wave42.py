"""Checks the planted equations and the authors' mistakes of wave 42 numerically (NumPy only).

A recurrent cell, a linear classifier and a softmax are evaluated at random values; derivatives come from complex steps on the
forward pass, never from the formula under test. Prints OK for each equation; ends with 1 if one is not as expected.
"""
import os
import sys

import numpy as np

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from wave41 import FAILED, H, Net, clash, entropy, fails, holds, slope, softmax


class Cell:
    """h_t = tanh(W h + V x + b), softmax outputs, cross-entropy at every time; real targets."""

    def __init__(self, sizes, seed, T=3):
        r = np.random.default_rng(seed)
        d, n, k = sizes
        self.T, self.n = T, n
        self.x, self.y = r.normal(0, 1, (T + 1, d)), r.uniform(0.1, 1, (T + 1, k))
        self.V, self.W, self.U = r.normal(0, .8, (n, d)), r.normal(0, .8, (n, n)), r.normal(0, 1, (k, n))
        self.b, self.c, self.h0 = r.normal(0, .5, n), r.normal(0, .5, k), r.normal(0, .7, n)

    def run(self, node=None, i=None, step=0.0, direct=None):
        """node: "W", or ("h", t); direct=t: only the W of time t is nudged."""
        h, a, L = [self.h0.astype(complex)], [None], [None]
        if node == ("h", 0):
            h[0][i] += step
        for t in range(1, self.T + 1):
            W = self.W.astype(complex)
            if node == "W" and direct in (None, t):
                W[i] += step
            a.append(W @ h[t - 1] + self.V @ self.x[t] + self.b)
            h.append(np.tanh(a[t]))
            if node == ("h", t):
                h[t][i] += step
            L.append(-self.y[t] @ np.log(softmax(self.U @ h[t] + self.c)))
        return h, a, L

    def d(self, f, node, direct=None):
        shape = self.W.shape if node == "W" else (self.n,)
        one = lambda i: np.imag(f(*self.run(node, i, 1j * H, direct))) / H
        first = np.asarray(one(tuple(0 for _ in shape)))
        out = np.zeros(first.shape + shape)
        for i in np.ndindex(*shape):
            out[(Ellipsis,) + i] = one(i)
        return out


def states_of_a_sequence():
    cells = [Cell((3, 4, 2), s) for s in (1, 2, 3)]
    seq = lambda h, a, L: sum(L[1:])
    of = lambda t: (lambda h, a, L: L[t])
    dW = lambda c: c.d(seq, "W")
    dh = lambda c, t: c.d(seq, ("h", t))
    h = lambda c: [v.real for v in c.run()[0]]
    a = lambda c: [None] + [v.real for v in c.run()[1][1:]]
    s = lambda z: slope(np.tanh, z)
    T = range(1, 4)
    name = "states-of-a-sequence "
    total = lambda c: sum(np.einsum("i,ijk->jk", dh(c, t), c.d(lambda h, a, L: h[t], "W")) for t in T)
    direct = lambda c: sum(np.einsum("i,ijk->jk", dh(c, t), c.d(lambda h, a, L: h[t], "W", direct=t)) for t in T)
    fails(name + "eq-chain (total; direct partial as convention)", [(dW(c), total(c)) for c in cells], [(dW(c), direct(c)) for c in cells])
    clash(name + "eq-recursive", ((4, 4, 4), (4,)))
    clash(name + "eq-first", (cells[0].d(lambda h, a, L: h[1], "W").shape, (s(a(cells[0])[1]) * h(cells[0])[0]).shape))
    good = lambda c, k: sum(np.outer(dh(c, t) * s(a(c)[t]), h(c)[t - k]) for t in T)
    clash(name + "eq-result", ((4,), (4, 4)), [(dW(c), good(c, 1)) for c in cells])
    holds(name + "eq-p1", [(dW(c), good(c, 1)) for c in cells])
    fails(name + "eq-p2", [(dW(c), good(c, 0)) for c in cells], [(dW(c), good(c, 1)) for c in cells])
    J = lambda c, t: c.d(lambda h, a, L: h[t], ("h", t - 1))
    every = [(c, t) for c in cells for t in T]
    right = [(J(c, t), np.diag(s(a(c)[t])) @ c.W) for c, t in every]
    holds(name + "eq-jacobian", right)
    fails(name + "eq-p3", [(J(c, t), np.diag(s(a(c)[t])) @ c.W.T) for c, t in every], right)
    fails(name + "eq-p4", [(J(c, t), np.diag(s(h(c)[t])) @ c.W) for c, t in every], right)
    paths = lambda c, k: sum(np.einsum("i,ijk->jk", c.d(of(t), ("h", k)), c.d(lambda h, a, L: h[k], "W", direct=k)) for t in range(k, 4))
    whole = lambda c, k: sum(np.einsum("i,ijk->jk", c.d(of(t), ("h", k)), c.d(lambda h, a, L: h[k], "W")) for t in range(k, 4))
    fails(name + "eq-paths, eq-sorted (total; direct partial as convention)", [(dW(c), sum(whole(c, k) for k in T)) for c in cells],
          [(dW(c), sum(paths(c, k) for k in T)) for c in cells])
    holds(name + "eq-inner", [(dh(c, k), sum(c.d(of(t), ("h", k)) for t in range(k, 4))) for c, k in every])
    fails(name + "eq-p5", [(dh(c, k), sum(c.d(of(t), ("h", k)) for t in range(1, k + 1))) for c, k in every],
          [(dh(c, k), sum(c.d(of(t), ("h", k)) for t in T)) for c, k in every])
    r = np.random.default_rng(9)
    gs = [r.normal(0, 2, 4) for _ in range(3)]
    holds(name + "eq-length", [(np.linalg.norm(g * 5 / np.linalg.norm(g)), 5) for g in gs])
    fails(name + "eq-p6", [(g * 5 / np.linalg.norm(g), g * np.linalg.norm(g) / 5) for g in gs])
    early = [(c, t) for c, t in every if t < 3]
    own = lambda c, t: c.d(of(t), ("h", t))
    holds(name + "eq-two-parts", [(dh(c, t), own(c, t) + dh(c, t + 1) @ J(c, t + 1)) for c, t in early])
    fails(name + "eq-p7", [(dh(c, t), own(c, t) + c.W.T @ (dh(c, t + 1) * s(a(c)[t]))) for c, t in early],
          [(dh(c, t), own(c, t) + c.W.T @ (dh(c, t + 1) * s(a(c)[t + 1]))) for c, t in early])


def softmax_regression_with_decay():
    lam, al, mu = 0.3, 0.05, 0.9
    nets = [Net(w, [softmax], entropy, 5, s) for w, s in (((3, 4), 4), ((2, 6), 5))]
    for N in nets:                                    # one-hot targets: the class of each example
        N.cls = [(3 * e + 1) % N.n[1] for e in range(N.m)]
        N.y = np.eye(N.n[1])[N.cls]
    every = [(N, e) for N in nets for e in range(N.m)]
    S, X = (lambda N, e: N.a(e, 1)), (lambda N, e: N.x[e])

    def reg(N):
        """d of lam/2 times the squared weights, by complex step."""
        out = np.zeros(N.w[1].shape)
        for i in np.ndindex(*out.shape):
            w = N.w[1].astype(complex)
            w[i] += 1j * H
            out[i] = np.imag(0.5 * lam * np.sum(w * w)) / H
        return out

    pred = lambda N, e: N.grad(e, "w", 1)
    dW = lambda N, e: pred(N, e) + reg(N)
    name = "softmax-regression-with-decay "
    fails(name + "eq-p1", [(reg(N), 2 * lam * N.w[1]) for N in nets], [(reg(N), lam * N.w[1]) for N in nets])
    row = lambda N, e: np.delete(N.jac(e, "a", 1, "z", 1)[N.cls[e]], N.cls[e])
    prod = lambda N, e: np.delete(S(N, e) * S(N, e)[N.cls[e]], N.cls[e])
    fails(name + "eq-p2", [(row(N, e), prod(N, e)) for N, e in every], [(row(N, e), -prod(N, e)) for N, e in every])

    def cases(N, e, sign):
        c = S(N, e).copy()
        c[N.cls[e]] = sign * (c[N.cls[e]] - 1)
        return np.outer(c, X(N, e)) + lam * N.w[1]

    holds(name + "eq-together", [(dW(N, e), cases(N, e, 1)) for N, e in every])
    fails(name + "eq-p3", [(dW(N, e), cases(N, e, -1)) for N, e in every], [(dW(N, e), cases(N, e, 1)) for N, e in every])
    db = lambda N, e: N.grad(e, "b", 1)
    fails(name + "eq-p4", [(db(N, e), db(N, e) + lam * N.b[1]) for N, e in every], [(db(N, e), N.grad(e, "z", 1)) for N, e in every])
    step = lambda N, e: -al * dW(N, e)
    fails(name + "eq-p5", [(step(N, e), -al * pred(N, e) - lam * N.w[1]) for N, e in every],
          [(step(N, e), -al * pred(N, e) - al * lam * N.w[1]) for N, e in every])
    holds(name + "eq-p6", [(step(N, e), (1 - al * lam) * N.w[1] - al * pred(N, e) - N.w[1]) for N, e in every])
    r = np.random.default_rng(3)
    runs = []
    for _ in range(3):
        p0, v0 = r.normal(0, 1, 3), r.normal(0, 1, 3)
        v1 = mu * v0 - al * lam * p0
        p1 = p0 + v1
        p2 = p1 + mu * v1 - al * lam * p1
        runs.append((p0, p1, p2))
    holds(name + "eq-three-positions", [(p2, p1 - al * lam * p1 + mu * (p1 - p0)) for p0, p1, p2 in runs])
    fails(name + "eq-p7", [(p2, p1 - al * lam * p1 + mu * (p0 - p1)) for p0, p1, p2 in runs],
          [(p2, p1 - al * lam * p1 + mu * (p1 - p0)) for p0, p1, p2 in runs])


def asked_about_a_softmax():
    nets = [Net(w, [np.tanh, softmax], entropy, 3, s, targets="distribution") for w, s in (((2, 3, 4), 6), ((3, 5, 7), 7))]
    every = [(N, e) for N in nets for e in range(N.m)]
    y, z = (lambda N, e: N.a(e, 2)), (lambda N, e: N.z(e, 2))
    J = lambda N, e: N.jac(e, "a", 2, "z", 2)            # J[j, i] = d y_j / d z_i
    gz, gy = (lambda N, e: N.grad(e, "z", 2)), (lambda N, e: N.grad(e, "a", 2))
    name = "asked-about-a-softmax "
    clash(name + "eq-p1", ("j free on the right", "no j on the left"),
          [(y(N, e), np.exp(z(N, e)) / np.exp(z(N, e)).sum()) for N, e in every])
    diag = [(np.diag(J(N, e)), y(N, e) * (1 - y(N, e))) for N, e in every]
    holds(name + "eq-partial", diag)
    fails(name + "eq-p2", [(np.diag(J(N, e)), y(N, e) * (y(N, e) - 1)) for N, e in every], diag)
    E = lambda N, e: np.exp(z(N, e)[:, None] - z(N, e)[None, :])            # E[j, i]
    wrong = lambda N, e: E(N, e) * y(N, e) * (1 - y(N, e)) - E(N, e) * y(N, e)
    holds(name + "eq-tried row 2", [(np.outer(y(N, e), np.ones(N.n[2])), E(N, e) * y(N, e)) for N, e in every])
    fails(name + "eq-tried row 3, eq-answer", [(J(N, e), wrong(N, e)) for N, e in every])
    holds(name + "eq-tried row 4", [(wrong(N, e), -y(N, e) ** 2 * E(N, e)) for N, e in every])
    holds(name + "eq-tried row 5", [(gz(N, e), gy(N, e) @ J(N, e)) for N, e in every])
    six = lambda N, e: (N.y[e] / y(N, e)) @ E(N, e) * y(N, e) ** 2
    fails(name + "eq-tried row 6, eq-answer-sum", [(gz(N, e), six(N, e)) for N, e in every], [(gz(N, e), y(N, e) - N.y[e]) for N, e in every])
    holds(name + "eq-tried rows 7 and 8", [(six(N, e), y(N, e) * N.y[e].sum()) for N, e in every])
    fails(name + "eq-p3", [(gz(N, e), N.y[e] - y(N, e)) for N, e in every], [(gz(N, e), y(N, e) - N.y[e]) for N, e in every])
    fails(name + "eq-p4", [(np.outer(gy(N, e), np.ones(N.n[2])), -np.outer(N.y[e], 1 / y(N, e))) for N, e in every],
          [(gy(N, e), -N.y[e] / y(N, e)) for N, e in every])
    holds(name + "eq-p5", [(gz(N, e), J(N, e) @ gy(N, e)) for N, e in every])
    holds(name + "eq-p6 (summed)", [(gz(N, e), gy(N, e) @ J(N, e)) for N, e in every])
    fails(name + "eq-p7", [(gz(N, e), gy(N, e) * np.diag(J(N, e))) for N, e in every], [(gz(N, e), gy(N, e) @ J(N, e)) for N, e in every])


if __name__ == "__main__":
    states_of_a_sequence()
    softmax_regression_with_decay()
    asked_about_a_softmax()
    sys.exit(1 if FAILED else 0)
