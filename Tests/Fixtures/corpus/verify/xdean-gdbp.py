"""Checks xdean-gdbp.expected.tsv: sigmoid layers and half the squared error; units are counted from 0 to the number of the last."""
import numpy as np
from judging import Check, Network, Said, judge, sigmoid, slope

NETS = [Network(widths, ["sigmoid"] * (len(widths) - 1), "sum of squares", examples, seed)
        for widths, examples, seed in (((3, 4, 2), 4, 1), ((4, 3, 5, 2), 3, 2))]
GRID = [np.random.default_rng(seed).uniform(-3, 3, 100) for seed in (3, 4)]
E = lambda N, e: 0.5 * N.value("S", e)
d = lambda N, e, kind, l: 0.5 * N.derivative("S", (kind, l), e)
a = lambda N, e, l: N.value(("a", l), e)
z = lambda N, e, l: N.value(("z", l), e)
own = lambda N, e, l: a(N, e, l) * (1 - a(N, e, l))


def layers(sides, low=1, below=0):
    return lambda N: (sides(N, e, l) for e in range(N.m) for l in range(low, N.L + 1 - below))


def last(sides):
    return lambda N: (sides(N, e, N.L) for e in range(N.m))


weight = lambda N, e, l: d(N, e, "W", l)
times = lambda N, e, l, s: np.outer(d(N, e, "a", l) * s, a(N, e, l - 1))
chain = lambda N, e, l: times(N, e, l, np.diagonal(N.derivative(("a", l), ("z", l), e)))
wrong = lambda N, e, l: times(N, e, l, slope(sigmoid, a(N, e, l)))
right = lambda N, e, l: times(N, e, l, own(N, e, l))
up = lambda N, e, l: sum(d(N, e, "z", l + 1)[k] * N.W[l + 1][k] for k in range(N.n[l + 1]))
squares = lambda N, e: sum((a(N, e, N.L)[k] - N.t[e][k]) ** 2 for k in range(N.n[-1])) / 2
defines, no = Said("defines", "a new symbol"), Said("not-checked", "explained nowhere")
LINKS = {
    "eq-1": [defines], "eq-2": [no], "eq-3": [no], "eq-4": [Said("not-checked", "of any function")],
    "eq-5": [Check(GRID, lambda z: [(0.5 + 0.5 * np.tanh(z / 2), 1 / (1 + np.exp(-z)))])],
    "eq-6": [no], "eq-7": [Said("holds", "a list of entries")] * 2,
    "eq-8": [Said("holds", "a list of entries")] * 2 + [
        Check(NETS, layers(lambda N, e, l: (a(N, e, l), sigmoid(z(N, e, l))))),
        Check(NETS, layers(lambda N, e, l: (a(N, e, l), sigmoid(N.W[l] @ a(N, e, l - 1) + N.b[l])))),
        Check(NETS, layers(lambda N, e, l: (a(N, e, l), sigmoid(z(N, e, l))))),
        Check(NETS, layers(lambda N, e, l: (a(N, e, l), sigmoid(N.W[l].sum(axis=1) + N.b[l]))))],
    "eq-9": [Check(NETS, lambda N: ((E(N, e), squares(N, e)) for e in range(N.m)))],
    "eq-10": [defines, Check(NETS, layers(lambda N, e, l: (weight(N, e, l), chain(N, e, l)))),
              Check(NETS, layers(lambda N, e, l: (chain(N, e, l), wrong(N, e, l))), repairs=[layers(lambda N, e, l: (chain(N, e, l), right(N, e, l)))]),
              Check(NETS, layers(lambda N, e, l: (wrong(N, e, l), right(N, e, l))), repairs=[layers(lambda N, e, l: (
                  times(N, e, l, slope(sigmoid, z(N, e, l))), right(N, e, l)))]),
              Check(NETS, last(lambda N, e, l: (d(N, e, "a", l), a(N, e, l) - N.t[e]))),
              Said("not-checked", "a function of what the dots stand for"), no,
              Check(NETS, layers(lambda N, e, l: (d(N, e, "a", l), up(N, e, l)), below=1))],
    "eq-11": [Check(NETS, layers(lambda N, e, l: (weight(N, e, l), np.outer(d(N, e, "z", l), a(N, e, l - 1))))),
              Check(NETS, layers(lambda N, e, l: (d(N, e, "z", l), own(N, e, l) * (a(N, e, l) - N.t[e] if l == N.L else up(N, e, l))))),
              Said("updates", "one step, the star left out")],
    "eq-12": [no],
}

if __name__ == "__main__":
    judge(__file__, LINKS, NETS)
