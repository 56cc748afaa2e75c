"""Checks dl-demo-softmax.expected.tsv: functions of one variable, then cross-entropy behind softmax.

A sum or a guard is written out entry by entry, as printed; the derivatives of softmax come from complex steps.
"""
import numpy as np
from judging import Check, Network, Said, judge, relu, sigmoid, slope

NETS = [Network(widths, ["tanh", "softmax"], "categorical cross-entropy", examples, seed)
        for widths, examples, seed in (((2, 5, 4), 3, 1), ((3, 4, 6), 5, 2), ((4, 2, 3), 7, 3))]
GRID = [np.random.default_rng(seed).uniform(-3, 3, 200) for seed in (4, 5)]


def numbers(sides):
    return lambda z: [sides(z)]


def entries(side):
    """A side as a vector over i, for one example: side(y, a, da_k/dz_i, i)."""
    def vector(N, e):
        y, a = N.t[e], N.value(("a", 2), e)
        J = N.derivative(("a", 2), ("z", 2), e)
        return np.array([side(y, a, J, i) for i in range(N.n[2])])
    return vector


def each(left, right):
    return lambda N: ((left(N, e), right(N, e)) for e in range(N.m))


def guarded(right, guard):
    """da_j/dz_i against its right side where the guard lets i and j pass."""
    def sides(N):
        for e in range(N.m):
            a, J = N.value(("a", 2), e), N.derivative(("a", 2), ("z", 2), e)
            yield tuple(zip(*((J[j, i], right(a, i, j)) for i in range(N.n[2]) for j in range(N.n[2]) if guard(i, j))))
    return sides


def softmax_by_hand(N, e):
    z = N.value(("z", 2), e)
    return np.array([np.exp(z[j]) / sum(np.exp(z[k]) for k in range(N.n[2])) for j in range(N.n[2])])


others = lambda y, i: [k for k in range(len(y)) if k != i]
STEPS = [                                    # dL/dz_i, then the right sides of the six displays that continue each other
    lambda N, e: N.derivative("S", ("z", 2), e),
    entries(lambda y, a, J, i: -sum(y[k] / a[k] * J[k, i] for k in range(len(y)))),
    entries(lambda y, a, J, i: -y[i] * (1 - a[i]) - sum(y[k] / a[k] * (-a[k] * a[i]) for k in others(y, i))),
    entries(lambda y, a, J, i: -y[i] * (1 - a[i]) + sum(y[k] * a[i] for k in others(y, i))),
    entries(lambda y, a, J, i: -y[i] + y[i] * a[i] + sum(y[k] * a[i] for k in others(y, i))),
    entries(lambda y, a, J, i: a[i] * sum(y) - y[i]),
    entries(lambda y, a, J, i: a[i] - y[i]),
]
logistic = lambda z: 1 / (1 + np.exp(-z))
tanh = lambda z: (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))

LINKS = {
    "eq-1": [Said("defines", "s is new"), Check(GRID, numbers(lambda z: (0.5 + 0.5 * np.tanh(z / 2), logistic(z))))],
    "eq-2": [Check(GRID, numbers(lambda z: (slope(sigmoid, z), sigmoid(z) * (1 - sigmoid(z)))))],
    "eq-3": [Said("defines", "t is new"), Check(GRID, numbers(lambda z: (np.tanh(z), tanh(z)))),
             Check(GRID, numbers(lambda z: (tanh(z), 2 * sigmoid(z) - 1)), repairs=[
                 numbers(lambda z: (tanh(z), 2 * sigmoid(2 * z) - 1))])],
    "eq-4": [Check(GRID, numbers(lambda z: (slope(np.tanh, z), 1 - np.tanh(z) ** 2)))],
    "eq-5": [Check(GRID, numbers(lambda z: (relu(z), np.maximum(0, z))))],
    "eq-6": [Check(NETS, each(lambda N, e: N.value(("a", 2), e), softmax_by_hand))],
    "eq-7": [Check(NETS, guarded(lambda a, i, j: a[i] * (1 - a[i]), lambda i, j: i == j))],
    "eq-8": [Check(NETS, guarded(lambda a, i, j: -a[i] * a[j], lambda i, j: i != j))],
    "eq-9": [Check(NETS, each(lambda N, e: N.value("S", e), lambda N, e: -sum(
        N.t[e][k] * np.log(N.value(("a", 2), e)[k]) for k in range(N.n[2]))))],
} | {f"eq-{10 + i}": [Check(NETS, each(STEPS[i], STEPS[i + 1]))] for i in range(6)}

if __name__ == "__main__":
    judge(__file__, LINKS, NETS)
