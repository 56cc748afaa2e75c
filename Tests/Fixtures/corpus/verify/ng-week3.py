"""Checks ng-week3.expected.tsv: one logistic unit, then a hidden layer before it; one example, then all of them in columns."""
import numpy as np
from judging import Check, Network, Said, central_slope, column, entrywise, judge, sigmoid, slope, times


def networks(widths):
    return [Network(w, ["sigmoid"] * (len(w) - 1), "binary cross-entropy", n, seed) for w, n, seed in widths]


ONE, TWO = networks([((3, 1), 5, 1), ((4, 1), 3, 2)]), networks([((3, 4, 1), 5, 3), ((2, 5, 1), 7, 4)])
GRID = [np.random.default_rng(seed).uniform(-3, 3, 200) for seed in (5, 6)]
z = lambda N, e, l: column(N.value(("z", l), e))
a = lambda N, e, l: column(N.value(("a", l), e))
d = lambda N, e, kind, l: N.derivative("S", (kind, l), e)
dz = lambda N, e, l: column(d(N, e, "z", l))
y = lambda N, e: column(N.t[e])
bend = lambda N, e, l: slope(sigmoid, z(N, e, l))
each = lambda sides: (lambda N: (sides(N, e) for e in range(N.m)))
A, Z, DZ = [lambda N, l, k=k: N.value((k, l)).T for k in "az"] + [lambda N, l: N.derivative("S", ("z", l)).T]
dW = lambda N, l: N.derivative("J", ("W", l))
db = lambda N, l: column(N.derivative("J", ("b", l)))
once = lambda sides: (lambda N: (sides(N) for _ in range(1)))
one = lambda *sides: [Check(TWO, each(s)) for s in sides]
all_ = lambda *sides: [Check(TWO, once(s)) for s in sides]
function = lambda left, right: Check(GRID, lambda x: [(left(x), right(x))])
forward = lambda l: (lambda N, e: (z(N, e, l), times(N.W[l], a(N, e, l - 1)) + column(N.b[l])))
active = lambda l: (lambda N, e: (a(N, e, l), sigmoid(z(N, e, l))))
logistic = lambda x: 1 / (1 + np.exp(-x))
hidden = lambda N: (DZ(N, 1), entrywise(times(N.W[2].T, DZ(N, 2)), slope(sigmoid, Z(N, 1))))
weights = lambda l: (lambda N: (dW(N, l), times(DZ(N, l), A(N, l - 1).T) / N.m))
output = lambda N: (DZ(N, 2), A(N, 2) - N.t.T)
biases = lambda l: (lambda N: (db(N, l), DZ(N, l).sum(axis=1, keepdims=True) / N.m))
no, same = Said("not-checked", "dots, arrows, NumPy, or what is explained nowhere"), Said("holds", "what the name says")
LINKS = {
    "eq-1": [Check(ONE, each(lambda N, e: (z(N, e, 1), times(N.W[1], a(N, e, 0)) + column(N.b[1]))))],
    "eq-2": [Check(ONE, each(active(1)))], "eq-3": one(forward(1), active(1)), "eq-4": one(active(1), forward(2), active(2)), "eq-5": [no],
    "eq-6": [same], "eq-7": [same] + one(active(1)), "eq-8": [no], "eq-9": [no], "eq-10": [same], "eq-11": [same], "eq-12": [no], "eq-13": [no],
    "eq-14": [function(lambda x: slope(logistic, x), lambda x: logistic(x) * (1 - logistic(x)))] * 2,
    "eq-15": [Said("defines", "a new symbol"), function(np.tanh, lambda x: (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x)))],
    "eq-16": [function(lambda x: slope(np.tanh, x), lambda x: 1 - np.tanh(x) ** 2)],
    "eq-17": [function(lambda x: central_slope(lambda u: np.maximum(0, u), x), lambda x: np.select([x < 0, x > 0], [0.0, 1.0]))],
    "eq-18": [Said("defines", "a new symbol"), function(lambda x: central_slope(lambda u: np.maximum(0.01 * u, u), x), lambda x: np.select([x < 0, x > 0], [0.01, 1.0]))],
    "eq-19": all_(lambda N: (N.value("J"), sum(N.value("S", e) for e in range(N.m)) / N.m)),
    "eq-20": [same, same], "eq-21": [same, same], "eq-22": [no], "eq-23": [no],
    "eq-24": one(forward(1)), "eq-25": one(active(1)), "eq-26": one(forward(2)), "eq-27": [Check(TWO, each(lambda N, e: (a(N, e, 2), sigmoid(z(N, e, 1)))), repairs=[each(active(2))]),
              Check(TWO, each(lambda N, e: (sigmoid(z(N, e, 1)), sigmoid(z(N, e, 2)))), repairs=[each(active(2))])],
    "eq-28": all_(output) + [Said("not-checked", "examples in square brackets")], "eq-29": all_(weights(2)), "eq-30": [no], "eq-31": [no],
    "eq-32": all_(weights(1)), "eq-33": [no],
    "eq-34": [Check(ONE, each(active(1)))], "eq-35": [no],
    "eq-36": one(lambda N, e: (dz(N, e, 2), a(N, e, 2) - y(N, e)), lambda N, e: (d(N, e, "W", 2), times(dz(N, e, 2), a(N, e, 1).T))),
    "eq-37": one(lambda N, e: (column(d(N, e, "b", 2)), dz(N, e, 2))),
    "eq-38": one(lambda N, e: (dz(N, e, 1), entrywise(times(N.W[2].T, dz(N, e, 2)), bend(N, e, 1)))),
    "eq-39": one(lambda N, e: (d(N, e, "W", 1), times(dz(N, e, 1), a(N, e, 0).T)), lambda N, e: (column(d(N, e, "b", 1)), dz(N, e, 1))),
    "eq-40": [same], "eq-41": all_(output, weights(2)), "eq-42": [no], "eq-43": [no], "eq-44": all_(hidden), "eq-45": all_(weights(1)), "eq-46": [no],
}

if __name__ == "__main__":
    judge(__file__, LINKS, ONE + TWO)
    for N in TWO:                                                                  # np.sum(…, axis=1, keepdims=True), by its meaning
        for l in (1, 2):
            left, right = biases(l)(N)
            assert np.allclose(left, right, atol=1e-12)
