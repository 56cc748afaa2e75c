"""Checks the planted equations and the authors' mistakes of wave 43 numerically (NumPy only).

Derivatives come from complex steps on a forward pass, never from the formula under test; printed numbers are compared with the
values of the author's network to half a unit of their last digit. Prints OK for each equation; ends with 1 if one is not as expected.
"""
import os
import sys

import numpy as np

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from wave41 import FAILED, H, Net, clash, entropy, fails, holds, relu, say, sigma, slope, softmax


def binary(a, y):
    return -np.sum(y * np.log(a) + (1 - y) * np.log(1 - a))


def digits(label, true, printed, agree):
    places = len(printed.split(".")[1])
    good = abs(true - float(printed)) <= 0.5 * 10 ** -places + 1e-12
    say(label, good == agree, f"{true:.9f} against {printed}: {'agrees' if good else 'differs'}")


def one_relu_one_sigmoid():
    name = "one-relu-one-sigmoid "
    own = Net((1, 1, 1), [relu, sigma], binary, 1, 0, bias=False)
    own.w, own.x, own.y = [None, np.array([[0.5]]), np.array([[0.5]])], np.array([[1.0]]), np.array([[0.0]])
    nets = [Net((1, 1, 1), [relu, sigma], binary, 6, s, bias=False) for s in (1, 2, 3)]
    every = [(N, e) for N in nets for e in range(N.m)]
    open_ = [bool(N.z(e, 1)[0] > 0) for N, e in every]
    say(name + "probes", any(open_) and not all(open_), "the rectifier is open and shut")
    g = lambda N, e, k, l: N.grad(e, k, l).ravel()[0]
    a2, y, x = (lambda N, e: N.a(e, 2)[0]), (lambda N, e: N.y[e, 0]), (lambda N, e: N.x[e, 0])
    w1, w2 = (lambda N: N.w[1][0, 0]), (lambda N: N.w[2][0, 0])
    digits(name + "eq-output", a2(own, 0), "0.562", True)
    digits(name + "eq-p1", a2(own, 0), "0.5622", True)
    fails(name + "eq-loss-zero", [(N.error(e).real, -np.log(1 - a2(N, e))) for N, e in every])
    holds(name + "eq-loss-zero (own)", [(own.error(0).real, -np.log(1 - a2(own, 0)))])
    fails(name + "eq-by-prediction link 1", [(g(N, e, "a", 2), a2(N, e) - y(N, e)) for N, e in every],
          [(g(N, e, "z", 2), a2(N, e) - y(N, e)) for N, e in every])
    digits(name + "eq-by-prediction", g(own, 0, "a", 2), "0.562", False)
    digits(name + "eq-by-prediction repaired", g(own, 0, "z", 2), "0.562", True)
    da = own.jac(0, "a", 2, "z", 2)[0, 0]
    digits(name + "eq-sigmoid", da, "0.246", True)
    say(name + "eq-sigmoid on the way", 0.5615 * 0.4375 <= da <= 0.5625 * 0.4385, "0.562 * 0.438 as intervals")
    digits(name + "eq-p2", da, "0.2416", False)
    digits(name + "eq-p2 repaired", da, "0.2461", True)
    digits(name + "eq-by-input", g(own, 0, "z", 2), "0.138", False)
    fails(name + "eq-p3 link 1", [(g(N, e, "z", 2), y(N, e) - a2(N, e)) for N, e in every], [(g(N, e, "z", 2), a2(N, e) - y(N, e)) for N, e in every])
    digits(name + "eq-p3 link 2", -a2(own, 0), "0.5622", False)
    digits(name + "eq-p3 repaired", g(own, 0, "z", 2), "0.5622", True)
    digits(name + "eq-by-w2", g(own, 0, "w", 2), "0.069", False)
    holds(name + "eq-p4 link 1", [(g(N, e, "w", 2), (a2(N, e) - y(N, e)) * N.a(e, 1)[0]) for N, e in every])
    digits(name + "eq-p4", g(own, 0, "w", 2), "0.2801", False)
    digits(name + "eq-p4 repaired", g(own, 0, "w", 2), "0.2811", True)
    digits(name + "eq-by-a1", g(own, 0, "a", 1), "0.069", False)
    fails(name + "eq-rectifier", [(g(N, e, "z", 1), g(N, e, "a", 1)) for N, e in every])
    digits(name + "eq-rectifier number", g(own, 0, "z", 1), "0.069", False)
    digits(name + "eq-by-w1", g(own, 0, "w", 1), "0.069", False)
    short = lambda N, e: (a2(N, e) - y(N, e)) * w2(N) * x(N, e)
    fails(name + "eq-p5 link 1", [(g(N, e, "w", 1), short(N, e)) for N, e in every],
          [(g(N, e, "w", 1), short(N, e) * slope(relu, N.z(e, 1))[0]) for N, e in every])
    digits(name + "eq-p5 link 2", short(own, 0), "0.2811", True)
    digits(name + "eq-step-w2", 0.5 - 0.1 * g(own, 0, "w", 2), "0.4931", False)
    digits(name + "eq-step-w1", 0.5 - 0.1 * g(own, 0, "w", 1), "0.4931", False)
    fails(name + "eq-p6", [(-0.1 * g(N, e, "w", 2), 0.1 * g(N, e, "w", 2)) for N, e in every if N.z(e, 1)[0] > 0])
    digits(name + "eq-p7", 0.5 - 0.1 * g(own, 0, "w", 2), "0.4719", True)
    digits(name + "eq-p7 on the way", 0.5 - 0.1 * 0.2811, "0.4719", True)


def dahang_rojiseutik():
    name = "dahang-rojiseutik "
    nets = [Net(w, [softmax], entropy, m, s, targets="distribution") for w, m, s in (((3, 5), 4, 1), ((2, 7), 6, 2))]
    deep = [Net(w, [sigma, softmax], entropy, m, s, targets="distribution") for w, m, s in (((3, 4, 5), 6, 3), ((2, 6, 3), 5, 4))]
    fails(name + "eq-p1", [(N.a(e, 1), slope(sigma, N.z(e, 1))) for N in deep for e in range(N.m)], [(N.a(e, 1), sigma(N.z(e, 1))) for N in deep for e in range(N.m)])
    u = np.linspace(-3, 3, 41)
    fails(name + "eq-p2", [(slope(sigma, u), sigma(u) * (1 + sigma(u)))], [(slope(sigma, u), sigma(u) * (1 - sigma(u)))])
    every = [(N, e) for N in nets for e in range(N.m)]
    J, p, y = (lambda N, e: N.jac(e, "a", 1, "z", 1)), (lambda N, e: N.a(e, 1)), (lambda N, e: N.y[e])
    eye = lambda N: np.eye(N.n[1])
    fails(name + "eq-p3", [(J(N, e), p(N, e)[:, None] * (eye(N) - p(N, e)[:, None])) for N, e in every],
          [(J(N, e), p(N, e)[:, None] * (eye(N) - p(N, e)[None, :])) for N, e in every])
    gz = lambda N, e: N.grad(e, "z", 1)
    holds(name + "eq-residual", [(gz(N, e), p(N, e) - y(N, e)) for N, e in every])
    holds(name + "eq-p4", [(gz(N, e), -y(N, e) + p(N, e) * y(N, e).sum()) for N, e in every])
    W = lambda N: sum(N.grad(e, "w", 1) for e in range(N.m)).T            # rows from
    P, Y = (lambda N: np.array([p(N, e) for e in range(N.m)])), (lambda N: N.y)
    right = [(W(N), N.x.T @ (P(N) - Y(N))) for N in nets]
    holds(name + "eq-weights", right)
    fails(name + "eq-p5", [(W(N), N.x.T @ (P(N) - Y(N)) / N.m) for N in nets], right)
    clash(name + "eq-p6", ("columns p", "rows n"), right)
    holds(name + "eq-p7", [(W(N), ((P(N) - Y(N)).T @ N.x).T) for N in nets])
    holds(name + "eq-biases", [(sum(N.grad(e, "b", 1) for e in range(N.m)), np.ones(N.m) @ (P(N) - Y(N))) for N in nets])
    r = np.random.default_rng(5)
    z = r.normal(0, 2, (30, 2))
    holds(name + "eq-two-classes", [(np.exp(b) / (np.exp(a) + np.exp(b)), sigma(b - a)) for a, b in z])


class Block:
    """y = x + W2 relu(W1 x + b1) + b2 and half the squared distance from t."""

    def __init__(self, seed, d=3, h=4):
        r = np.random.default_rng(seed)
        self.x, self.t = r.normal(0, 1, d), r.normal(0, 1, d)
        self.W1, self.b1, self.W2, self.b2 = r.normal(0, 1, (h, d)), r.normal(0, 1, h), r.normal(0, 1, (d, h)), r.normal(0, 1, d)

    def run(self, node=None, i=None, step=0.0):
        v = {k: getattr(self, k).astype(complex) for k in ("x", "W1", "b1", "W2", "b2")}

        def nudge(k, q):
            if node == k:
                q = q.astype(complex)
                q[i] += step
            return q

        v = {k: nudge(k, q) for k, q in v.items()}
        z = nudge("z1", v["W1"] @ v["x"] + v["b1"])
        a = nudge("a1", relu(z))
        F = nudge("F", v["W2"] @ a + v["b2"])
        y = nudge("y", v["x"] + F)
        return {"z1": z, "a1": a, "F": F, "y": y, "L": 0.5 * np.sum((y - self.t) ** 2)}

    def d(self, of, by):
        shape = getattr(self, by).shape if hasattr(self, by) else self.run()[by].shape
        top = np.shape(self.run()[of])
        out = np.zeros(top + shape)
        for i in np.ndindex(*shape):
            out[(Ellipsis,) + i] = np.imag(self.run(by, i, 1j * H)[of]) / H
        return out


def skip_connections_add_one():
    name = "skip-connections-add-one "
    Bs = [Block(s) for s in range(1, 6)]
    e = lambda B: B.run()["y"].real - B.t
    z = lambda B: B.run()["z1"].real
    say(name + "blocks", any((z(B) > 0).any() for B in Bs) and any((z(B) < 0).any() for B in Bs), "rectifiers open and shut")
    holds(name + "eq-jacobian", [(B.d("y", "x"), np.eye(3) + B.d("F", "x")) for B in Bs])
    holds(name + "eq-product, eq-two-ways (rows)", [(B.d("L", "x"), B.d("L", "y") @ (np.eye(3) + B.d("F", "x"))) for B in Bs])
    holds(name + "eq-p1", [(B.d("L", "x"), (np.eye(3) + B.d("F", "x")).T @ e(B)) for B in Bs])
    dz = lambda B: B.d("L", "z1")
    clash(name + "eq-p2", ("columns 4", "rows 3"), [(dz(B), (B.W2.T @ e(B)) * slope(relu, z(B))) for B in Bs])
    clash(name + "eq-p3", ((4, 3), (3, 4)), [(B.d("L", "W1"), np.outer(dz(B), B.x)) for B in Bs])
    holds(name + "eq-dw2", [(B.d("L", "W2"), np.outer(e(B), B.run()["a1"].real)) for B in Bs])
    fails(name + "eq-p4", [(B.d("L", "x"), B.W1.T @ dz(B)) for B in Bs], [(B.d("L", "x"), e(B) + B.W1.T @ dz(B)) for B in Bs])
    runs = []
    for s in range(3):
        r = np.random.default_rng(s)
        W, x = r.normal(0, 1, (4, 3, 3)), [r.normal(0, 1, 3)]
        for l in range(3):
            x.append(x[l] + W[l] @ np.tanh(x[l]))
        runs.append((W, x))
    F = lambda W, x, i, k: W[i] @ np.tanh(x[k])
    right = [(x[3], x[l] + sum((F(W, x, i, i) for i in range(l, 3)), np.zeros(3))) for W, x in runs for l in range(4)]
    holds(name + "eq-all repaired", right)
    fails(name + "eq-p5", [(x[3], x[l] + sum(F(W, x, i, i) for i in range(l, 4))) for W, x in runs for l in range(4)], right)
    fails(name + "eq-p6", [(x[3], x[l] + sum((F(W, x, i, l) for i in range(l, 3)), np.zeros(3))) for W, x in runs for l in range(4)], right)


if __name__ == "__main__":
    one_relu_one_sigmoid()
    dahang_rojiseutik()
    skip_connections_add_one()
    sys.exit(1 if FAILED else 0)
