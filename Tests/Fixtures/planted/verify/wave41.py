"""Checks the planted equations and the authors' mistakes of wave 41 numerically (NumPy only).

Both sides of an equation are evaluated on random networks of distinct widths. Derivatives come from complex steps (a node of
the forward pass gets an imaginary seed, everything after it is computed anew), never from the formula under test. Where an
equation fails, its repaired form is evaluated, too. Prints OK for each equation; ends with 1 if one is not as expected.
"""
import sys
import numpy as np

H = 1e-30


def sigma(z):
    return 1.0 / (1.0 + np.exp(-z))


def relu(z):
    return np.where(np.real(z) > 0, z, 0 * z)


def softmax(z):
    e = np.exp(z)
    return e / e.sum()


def slope(f, x):
    x = np.asarray(x, float)
    return np.imag(f(x + 1j * H)) / H


def half_squares(a, y):
    return 0.5 * np.sum((a - y) ** 2)


def squares(a, y):
    return np.sum((a - y) ** 2)


def entropy(a, y):
    return -np.sum(y * np.log(a))


class Net:
    """Layers 0..L; one example is a vector; every node can be nudged."""

    def __init__(self, widths, acts, loss, examples, seed, bias=True, targets="real"):
        r = np.random.default_rng(seed)
        self.n, self.L, self.m, self.acts, self.loss = widths, len(widths) - 1, examples, [None] + acts, loss
        self.w = [None] + [r.normal(0, 1, (widths[l], widths[l - 1])) for l in range(1, len(widths))]
        self.b = [None] + [r.normal(0, 0.6, widths[l]) * bias for l in range(1, len(widths))]
        self.x = r.normal(0, 1, (examples, widths[0]))
        self.y = r.uniform(0.1, 0.9, (examples, widths[-1]))
        if targets == "distribution":
            self.y /= self.y.sum(axis=1, keepdims=True)

    def forward(self, e, node=None, step=0.0):
        kind, at, i = node if node else (None, None, None)
        a, z = [self.x[e].astype(complex)], [None]
        if kind == "a" and at == 0:
            a[0][i] += step
        for l in range(1, self.L + 1):
            w, b = self.w[l].astype(complex), self.b[l].astype(complex)
            if l == at and kind == "w":
                w[i] += step
            if l == at and kind == "b":
                b[i] += step
            s = w @ a[l - 1] + b
            if l == at and kind == "z":
                s[i] += step
            v = self.acts[l](s)
            if l == at and kind == "a":
                v[i] += step
            a.append(v), z.append(s)
        return a, z

    def error(self, e, f=None):
        return self.loss((f or self.forward(e))[0][self.L], self.y[e])

    def a(self, e, l):
        return self.forward(e)[0][l].real

    def z(self, e, l):
        return self.forward(e)[1][l].real

    def shape(self, kind, l):
        return self.w[l].shape if kind == "w" else (self.n[l],)

    def grad(self, e, kind, l):
        out = np.zeros(self.shape(kind, l))
        for i in np.ndindex(*out.shape):
            out[i] = np.imag(self.error(e, self.forward(e, (kind, l, i), 1j * H))) / H
        return out

    def jac(self, e, what, lo, kind, li):
        """d (a or z of lo) / d node of li, first axis the unit of lo."""
        s = self.shape(kind, li)
        out = np.zeros((self.n[lo],) + s)
        for i in np.ndindex(*s):
            f = self.forward(e, (kind, li, i), 1j * H)
            out[(slice(None),) + i] = np.imag(f[0 if what == "a" else 1][lo]) / H
        return out


FAILED = []


def say(label, good, note):
    print(("OK    " if good else "WRONG ") + label + "  " + note)
    if not good:
        FAILED.append(label)


def gap(pairs):
    top = 0.0
    for p, q in pairs:
        p, q = np.asarray(p, float), np.asarray(q, float)
        if p.shape != q.shape:
            return np.inf
        top = max(top, float(np.max(np.abs(p - q)) / max(np.max(np.abs(p)), np.max(np.abs(q)), 1e-12)))
    return top


def holds(label, pairs):
    g = gap(pairs)
    say(label, g < 1e-9, f"holds, rel {g:.0e}")


def fails(label, pairs, repaired=None):
    g = gap(pairs)
    r = gap(repaired) if repaired is not None else 0.0
    say(label, g > 1e-3 and r < 1e-9, f"fails, rel {g:.1e}; repaired rel {r:.0e}")


def clash(label, shapes, repaired=None):
    """shapes that cannot be equal, multiplied or aligned."""
    r = gap(repaired) if repaired is not None else 0.0
    say(label, shapes[0] != shapes[1] and r < 1e-9, f"fails, {shapes[0]} against {shapes[1]}; repaired rel {r:.0e}")


def from_k_to_j():
    nets = [Net(w, [sigma, sigma], half_squares, 3, s, bias=False) for w, s in (((3, 4, 2), 1), ((5, 3, 7), 2))]
    every = [(N, e) for N in nets for e in range(N.m)]
    W = lambda N: N.w[2].T                      # w[k, j] from k to j
    d = lambda N, e: N.grad(e, "z", 2)
    clash("from-k-to-j eq-p1", ("j over units of output", "j over units of hidden"),
          [(N.z(e, 2), np.einsum("kj,k->j", W(N), N.a(e, 1))) for N, e in every])
    holds("from-k-to-j eq-first-factor", [(N.grad(e, "a", 2), N.a(e, 2) - N.y[e]) for N, e in every])
    fails("from-k-to-j eq-p2", [(N.grad(e, "a", 2), 2 * (N.a(e, 2) - N.y[e])) for N, e in every],
          [(N.grad(e, "a", 2), N.a(e, 2) - N.y[e]) for N, e in every])
    third = lambda N, e: np.einsum("jji->ij", N.jac(e, "z", 2, "w", 2))
    fails("from-k-to-j eq-p3", [(third(N, e), np.ones((N.n[1], 1)) * N.a(e, 2)) for N, e in every],
          [(third(N, e), N.a(e, 1)[:, None] * np.ones(N.n[2])) for N, e in every])
    step = lambda N, e: -0.3 * N.grad(e, "w", 2).T
    fails("from-k-to-j eq-p4", [(step(N, e), 0.3 * np.outer(N.a(e, 1), d(N, e))) for N, e in every],
          [(step(N, e), -0.3 * np.outer(N.a(e, 1), d(N, e))) for N, e in every])
    gj = lambda N, e: N.grad(e, "a", 1)
    true = lambda N, e: np.einsum("l,l,jl->j", N.grad(e, "a", 2), np.diag(N.jac(e, "a", 2, "z", 2)), W(N))
    fails("from-k-to-j eq-collected", [(gj(N, e), 0 * gj(N, e)) for N, e in every], [(gj(N, e), true(N, e)) for N, e in every])
    holds("from-k-to-j eq-p5", [(gj(N, e), true(N, e)) for N, e in every])
    dj = lambda N, e: N.grad(e, "z", 1)
    back = lambda N, e: W(N) @ d(N, e)
    fails("from-k-to-j eq-hidden-error", [(dj(N, e)[:, None] * np.ones(N.n[2]), back(N, e)[:, None] * N.jac(e, "z", 2, "z", 1).T) for N, e in every],
          [(dj(N, e), back(N, e) * np.diag(N.jac(e, "a", 1, "z", 1))) for N, e in every])
    fails("from-k-to-j eq-p6", [(dj(N, e), back(N, e) * sigma(N.z(e, 1))) for N, e in every],
          [(dj(N, e), back(N, e) * slope(sigma, N.z(e, 1))) for N, e in every])
    clash("from-k-to-j eq-p7", ("l over units of hidden", "l over units of output"),
          [(dj(N, e), back(N, e) * np.diag(N.jac(e, "a", 1, "z", 1))) for N, e in every])


def thetas_between_neurons():
    nets = [Net(w, [sigma] * 4, squares, 4, s, bias=False) for w, s in (((3, 5, 4, 2, 1), 3), ((2, 4, 3, 6, 1), 4))]
    every = [(N, e) for N in nets for e in range(N.m)]
    total = lambda N: sum(N.error(e).real for e in range(N.m))
    printed = lambda N: sum((N.y[e, 0] - N.a(e, 4)[0]) ** 2 for e in range(N.m))
    fails("thetas-between-neurons eq-p1", [(total(N), 0.5 * printed(N)) for N in nets], [(total(N), printed(N)) for N in nets])
    g = lambda N, e: N.grad(e, "w", 2)
    di = lambda N, e: N.grad(e, "z", 2)
    fails("thetas-between-neurons eq-p2", [(g(N, e), (di(N, e) * N.a(e, 2))[:, None] * np.ones(N.n[1])) for N, e in every],
          [(g(N, e), np.outer(di(N, e), N.a(e, 1))) for N, e in every])
    dk = lambda N, e: N.grad(e, "z", 4)
    s4 = lambda N, e: slope(sigma, N.z(e, 4))
    fails("thetas-between-neurons eq-p3", [(dk(N, e), -(N.y[e] - N.a(e, 4)) * s4(N, e)) for N, e in every],
          [(dk(N, e), -2 * (N.y[e] - N.a(e, 4)) * s4(N, e)) for N, e in every])
    fails("thetas-between-neurons eq-p4", [(dk(N, e), N.grad(e, "a", 4) * sigma(N.z(e, 4))) for N, e in every],
          [(dk(N, e), N.grad(e, "a", 4) * s4(N, e)) for N, e in every])
    dj = lambda N, e: N.grad(e, "z", 3)
    s2 = lambda N, e: slope(sigma, N.z(e, 2))
    holds("thetas-between-neurons eq-p5", [(di(N, e), np.einsum("j,ji,i->i", dj(N, e), N.w[3], s2(N, e))) for N, e in every])
    s3 = lambda N, e: slope(sigma, N.z(e, 3))
    fails("thetas-between-neurons eq-p6", [(np.outer(di(N, e), np.ones(N.n[3])), np.outer(N.w[3].T @ dj(N, e), s3(N, e))) for N, e in every],
          [(di(N, e), s2(N, e) * (N.w[3].T @ dj(N, e))) for N, e in every])
    step = lambda N, e: -0.1 * g(N, e)
    fails("thetas-between-neurons eq-p7", [(step(N, e), 0.1 * np.outer(di(N, e), N.a(e, 1))) for N, e in every],
          [(step(N, e), -0.1 * np.outer(di(N, e), N.a(e, 1))) for N, e in every])


def row_gradients_of_softmax():
    nets = [Net(w, [np.tanh, softmax], entropy, m, s, targets="distribution") for w, m, s in (((2, 3, 5), 4, 5), ((4, 5, 3), 6, 6))]
    every = [(N, e) for N in nets for e in range(N.m)]
    J = lambda N, e: N.jac(e, "a", 2, "z", 2)
    off = lambda M: M[~np.eye(len(M), dtype=bool)]
    s = lambda N, e: N.a(e, 2)
    fails("row-gradients-of-softmax eq-p1", [(off(J(N, e)), off(np.outer(s(N, e), s(N, e)))) for N, e in every],
          [(off(J(N, e)), off(-np.outer(s(N, e), s(N, e)))) for N, e in every])
    holds("row-gradients-of-softmax eq-outer", [(J(N, e), np.diag(s(N, e)) - np.outer(s(N, e), s(N, e))) for N, e in every])
    clash("row-gradients-of-softmax eq-p2", ("columns n", "rows 1"),
          [(N.error(e).real, -(N.y[e][None, :] @ np.log(s(N, e)[:, None]))[0, 0]) for N, e in every])
    gx = lambda N, e: N.grad(e, "z", 2)
    fails("row-gradients-of-softmax eq-p3", [(gx(N, e), N.y[e] - s(N, e)) for N, e in every], [(gx(N, e), s(N, e) - N.y[e]) for N, e in every])
    S = lambda N: np.array([s(N, e) for e in range(N.m)])
    mean = lambda N: np.mean([N.error(e).real for e in range(N.m)])
    clash("row-gradients-of-softmax eq-p4", ("columns n", "rows m"), [(mean(N), -np.trace(N.y @ np.log(S(N)).T) / N.m) for N in nets])
    holds("row-gradients-of-softmax eq-p5", [(mean(N), -np.trace(N.y.T @ np.log(S(N))) / N.m) for N in nets])
    G = lambda N: np.array([gx(N, e) for e in range(N.m)]) / N.m
    fails("row-gradients-of-softmax eq-p6", [(G(N), (S(N) - N.y) / N.n[2]) for N in nets], [(G(N), (S(N) - N.y) / N.m) for N in nets])


if __name__ == "__main__":
    from_k_to_j()
    thetas_between_neurons()
    row_gradients_of_softmax()
    sys.exit(1 if FAILED else 0)
