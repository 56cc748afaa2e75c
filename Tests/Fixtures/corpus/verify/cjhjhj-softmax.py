"""Checks cjhjhj-softmax.expected.tsv: the loss is the sum of the probabilities, so it is 1, and all its derivatives are 0.

An entry p(o) of a single score is the probability of that score's unit, as the author means it.
"""
import numpy as np
from judging import Check, Clash, Network, Said, central_slope, judge, relu

NETS = [Network((4, 10, 3), ["relu", "softmax"], "sum of the outputs", 4, seed, biases=False) for seed in (1, 2, 3)]
assert all(N.both_sides(1) for N in NETS)
value = lambda kind, l: (lambda N, e: N.value((kind, l), e))
x, h_in, h_out, o_in, o_out = value("a", 0), value("z", 1), value("a", 1), value("z", 2), value("a", 2)
J = lambda N, e: N.derivative(("a", 2), ("z", 2), e)                              # d o_out / d o_in
ones = lambda N, e: np.ones(N.n[2])
q = lambda N, e: o_out(N, e) * (1 - o_out(N, e))
by = lambda N, e, kind, l: N.derivative("S", (kind, l), e)
rectified = lambda N, e: np.where(h_in(N, e) > 0, 1.0, 0.0)


def each(left, right):
    return lambda N: ((left(N, e), right(N, e)) for e in range(N.m))


def only(*links):
    return [Check(NETS, each(a, b)) for a, b in links]


def clash(N, e):
    raise Clash("a number vs a row of 3")


nothing, later = Said("not-checked", "after what fails"), Said("not-checked", "p of a single score, or dots")
zero = Said("holds", "0 = 0")
one_weight = lambda N, e: ones(N, e) * np.diagonal(J(N, e))                        # dL/do_out_k do_out_k/do_in_k
to_output = only((lambda N, e: by(N, e, "W", 2), lambda N, e: np.outer(one_weight(N, e), h_out(N, e))))
to_hidden = lambda N, e: np.outer(N.W[2].T @ q(N, e) * rectified(N, e), x(N, e))
part = lambda k: only((lambda N, e: J(N, e)[k] @ N.W[2][:, 0], lambda N, e: q(N, e)[k] * N.W[2][k, 0]))
LINKS = {
    "eq-1": [Said("defines", "a new symbol")] + only((lambda N, e: o_out(N, e).sum(), lambda N, e: (np.exp(o_in(N, e)) / np.exp(o_in(N, e)).sum()).sum())),
    "eq-2": only((h_in, lambda N, e: x(N, e) @ N.W[1].T)),
    "eq-3": only((h_out, lambda N, e: np.maximum(0, h_in(N, e)))),
    "eq-4": only((o_in, lambda N, e: h_out(N, e) @ N.W[2].T)),
    "eq-5": [Said("fails", "softmax of a single number is 1")],
    "eq-6": only(*[(lambda N, e: N.value("S", e), lambda N, e: o_out(N, e).sum())] * 3),
    "eq-7": to_output,
    "eq-8": only((lambda N, e: by(N, e, "a", 2), ones), (ones, ones)),
    "eq-9": [Check(NETS, each(lambda N, e: J(N, e)[0, 0], clash))],
    "eq-10": only((lambda N, e: N.derivative(("z", 2), ("W", 2), e)[0, 0], h_out)),
    "eq-11": to_output,
    "eq-12": only((lambda N, e: by(N, e, "a", 2), ones)),
    "eq-13": [Check(NETS, each(lambda N, e: J(N, e)[1, 1], clash))],
    "eq-14": only((lambda N, e: N.derivative(("z", 2), ("W", 2), e)[1, 1], h_out)),
    "eq-15": to_output, "eq-16": to_output,
    "eq-17": [zero],
    "eq-18": only((lambda N, e: N.derivative(("z", 1), ("W", 1), e)[0, 0], x)),
    "eq-19": [Check([np.random.default_rng(4).uniform(-2, 2, 50)], lambda z: [(central_slope(lambda u: np.maximum(0, u), z), np.where(z > 0, 1.0, 0.0))])],
    "eq-20": [zero],
    "eq-21": part(0), "eq-22": part(1), "eq-23": part(2),
    "eq-24": only((lambda N, e: by(N, e, "a", 1), lambda N, e: N.W[2].T @ q(N, e))),
    **{f"eq-{i}": only((lambda N, e: by(N, e, "W", 1), to_hidden)) for i in range(25, 32)},
}

if __name__ == "__main__":
    judge(__file__, LINKS, [])
    for N in NETS:                                                                 # all derivatives of the loss through softmax are 0
        assert max(np.abs(N.derivative("S", node)).max() for node in (("W", 1), ("W", 2), ("a", 1), ("z", 2))) < 1e-15
