"""Checks adilce-toy.expected.tsv: one weight, then two, with the numbers of the author's network in the state it has there."""
import numpy as np
from judging import Check, Network, Said, central_slope, judge, relu, sigmoid, slope


def networks(functions):
    return [Network((1,) * (len(functions) + 1), functions, "sum of squares", 7, seed, biases=False) for seed in (1, 2, 3)]


def author(weights, functions, x, y):
    N = networks(functions)[0]
    N.m, N.x, N.t, N.cache = 1, np.array([[x]], float), np.array([[y]], float), {}
    N.W = [None] + [np.array([[w]], float) for w in weights]
    return N


SINGLE, CURVED, RECTIFIED = networks(["linear"]), networks(["sigmoid", "linear"]), networks(["relu", "linear"])
assert all(N.both_sides(1) for N in RECTIFIED)
BEFORE = author([3], ["linear"], 2, 10)
STEP = -0.1 * BEFORE.derivative("S", ("W", 1))[0, 0]                     # one real step at a rate of 0.1
AFTER = author([3 + STEP], ["linear"], 2, 10)
OWN = {"curved": author([0.5, -1], ["sigmoid", "linear"], 1, 0.5), "rectified": author([0.5, -1], ["relu", "linear"], 1, 0.5)}
GRID = [np.random.default_rng(seed).uniform(-2, 2, 100) for seed in (4, 5)]


def each(left, right):
    """One pair of numbers for every example."""
    return lambda N: ((np.reshape(left(N, e), ()), np.reshape(right(N, e), ())) for e in range(N.m))


def claim(true, printed, digits):
    """A printed number: right to half a unit of its last digit (an integer is exact)."""
    half = 0.5 * 10.0 ** -digits if digits else 1e-12
    assert abs(true - printed) <= half, (true, printed)
    return Said("holds", f"{true:.10g} vs {printed:.10g}")


x = lambda N, e: N.x[e, 0]
y = lambda N, e: N.t[e, 0]
w = lambda N, l: N.W[l][0, 0]
out = lambda N, e: N.value(("a", N.L), e)[0]
h = lambda N, e: N.value(("a", 1), e)[0]
z = lambda N, e: N.value(("z", 1), e)[0]
loss = lambda N, e: N.value("S", e)
d = lambda of, by: (lambda N, e: N.derivative(of(N), by(N), e))
L, by_out, by_w1 = (lambda N: "S"), (lambda N: ("a", N.L)), (lambda N: ("W", 1))
chain = lambda N, e: d(L, by_out)(N, e)[0] * d(by_out, lambda N: ("W", N.L))(N, e)[0, 0, 0]
square = lambda N, e: (y(N, e) - out(N, e)) ** 2
inside, outside = (lambda x: x ** 3 + 2 * x), np.sin
hidden = lambda f: (lambda N, e: d(L, by_out)(N, e)[0] * w(N, 2) * slope(f, z(N, e)) * x(N, e))

LINKS = {
    "eq-1": [Check(GRID, lambda x: [(slope(lambda u: outside(inside(u)), x), slope(outside, inside(x)) * slope(inside, x))])],
    "eq-2": [Check(SINGLE + [BEFORE], each(out, lambda N, e: w(N, 1) * x(N, e)))],
    "eq-3": [Check(SINGLE + [BEFORE], each(loss, square))],
    "eq-4": [claim(out(BEFORE, 0), 3 * 2, 0), claim(3 * 2, 6, 0)],
    "eq-5": [claim(loss(BEFORE, 0), (10 - 6) ** 2, 0), claim((10 - 6) ** 2, 16, 0)],
    "eq-6": [Check(SINGLE + [BEFORE], each(d(L, by_w1), chain))],
    "eq-7": [claim(BEFORE.derivative("S", ("W", 1))[0, 0], -16, 0)],
    "eq-8": [claim(w(AFTER, 1), 3 - 0.1 * -16, 0), claim(w(AFTER, 1), 4.6, 1)],
    "eq-9": [claim(out(AFTER, 0), 4.6 * 2, 0), claim(out(AFTER, 0), 9.2, 1),
             claim(loss(AFTER, 0), (10 - 9.2) ** 2, 0), claim(loss(AFTER, 0), 0.64, 2)],
    "eq-10": [Check(CURVED + [OWN["curved"]], each(h, lambda N, e: 1 / (1 + np.exp(-w(N, 1) * x(N, e))))),
              Check(GRID, lambda z: [(0.5 + 0.5 * np.tanh(z / 2), 1 / (1 + np.exp(-z)))])],
    "eq-11": [Check(CURVED + [OWN["curved"]], each(out, lambda N, e: w(N, 2) * h(N, e)))],
    "eq-12": [Check(CURVED + [OWN["curved"]], each(loss, square))],
    "eq-13": [Check(CURVED + [OWN["curved"]], each(d(L, by_w1), hidden(sigmoid)))],
    "eq-14": [Check(RECTIFIED + [OWN["rectified"]], each(h, lambda N, e: np.maximum(0, w(N, 1) * x(N, e))))],
    "eq-15": [Check(GRID, lambda z: [(central_slope(lambda u: np.maximum(0, u), z), np.select([z > 0, z < 0], [1.0, 0.0], np.nan))])],
    "eq-16": [Check(RECTIFIED + [OWN["rectified"]], each(d(L, by_w1), hidden(relu)))],
}

if __name__ == "__main__":
    judge(__file__, LINKS, SINGLE + CURVED + RECTIFIED)
