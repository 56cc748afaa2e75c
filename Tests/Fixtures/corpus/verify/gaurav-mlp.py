"""Checks gaurav-mlp.expected.tsv: binary cross-entropy behind sigmoid outputs, rectified hidden layers, one example."""
import numpy as np
from judging import Check, Network, Said, central_slope, column, distance, entrywise, judge, relu, row, slope, times

NETS = [Network((3, 5, 4, 2), ["relu", "relu", "sigmoid"], "binary cross-entropy", 6, 1),
        Network((4, 6, 3, 2), ["relu", "relu", "sigmoid"], "binary cross-entropy", 5, 2),
        Network((2, 4, 6, 5, 7, 3), ["relu"] * 4 + ["sigmoid"], "binary cross-entropy", 8, 3)]
assert all(N.both_sides(N.L - 1) for N in NETS)
GRID = [np.concatenate([r.uniform(-3, 3, 200), [-1e-3, 1e-3]]) for r in map(np.random.default_rng, (4, 5))]


def each(sides):
    """One pair for every example, with L as the author counts."""
    return lambda N: (sides(N, e, N.L) for e in range(N.m))


def chain(N, e, l):
    """dC/da da/dz dz/dW of layer l, contracted over what neighbours share."""
    return np.einsum("i,ij,jkp->kp", N.derivative("S", ("a", l), e), N.derivative(("a", l), ("z", l), e),
                     N.derivative(("z", l), ("W", l), e))


gradient = lambda N, e, l: N.derivative("S", ("W", l), e)
difference = lambda N, e: column(N.value(("a", N.L), e) - N.t[e])
a = lambda N, e, l: column(N.value(("a", l), e))
back = lambda N, e, L: np.einsum("i,ij->j", N.derivative("S", ("z", L), e), N.derivative(("z", L), ("a", L - 1), e))
relu_slope = lambda N, e, l: column(slope(relu, N.value(("z", l), e)))


def product(N, e, L):
    """W^T (yhat - y), by the slope entry by entry, times the row of activations."""
    return times(entrywise(times(N.W[L].T, difference(N, e)), relu_slope(N, e, L - 1)), a(N, e, L - 2).T)


LINKS = {
    "eq-1": [Said("not-checked", "an expression, no relation")],
    "eq-2": [Check(NETS, each(lambda N, e, L: (gradient(N, e, L), chain(N, e, L))))],
    "eq-3": [Check(NETS, each(lambda N, e, L: (
        N.derivative("S", ("a", L), e) @ N.derivative(("a", L), ("z", L), e), difference(N, e)[:, 0])))],
    "eq-4": [Check(NETS, each(lambda N, e, L: (
        N.value(("z", L), e), (times(N.W[L], a(N, e, L - 1)) + column(N.b[L]))[:, 0])))],
    "eq-5": [Check(NETS, each(lambda N, e, L: (N.derivative(("z", L), ("W", L), e), a(N, e, L - 1))))],
    "eq-6": [Check(NETS, each(lambda N, e, L: (gradient(N, e, L), times(difference(N, e), a(N, e, L - 1).T))))],
    "eq-7": [Check(NETS, each(lambda N, e, L: (gradient(N, e, L - 1), chain(N, e, L - 1))))],
    "eq-8": [Check(NETS, each(lambda N, e, L: (N.derivative("S", ("a", L - 1), e), back(N, e, L)))),
             Check(NETS, each(lambda N, e, L: (column(back(N, e, L)), times(difference(N, e), N.W[L]))), repairs=[
                 each(lambda N, e, L: (column(back(N, e, L)), times(N.W[L].T, difference(N, e)))),
                 each(lambda N, e, L: (row(back(N, e, L)), times(difference(N, e).T, N.W[L])))])],
    "eq-9": [Check(NETS, each(lambda N, e, L: (N.derivative(("a", L - 1), ("z", L - 1), e), relu_slope(N, e, L - 1))),
                   convention=("elementwise derivative", each(lambda N, e, L: (
                       N.derivative(("a", L - 1), ("z", L - 1), e), np.diag(relu_slope(N, e, L - 1)[:, 0])))))],
    "eq-10": [Check(GRID, lambda z: [(central_slope(lambda u: np.maximum(0, u), z), np.where(z > 0, 1.0, 0.0))])],
    "eq-11": [Check(NETS, each(lambda N, e, L: (N.derivative(("z", L - 1), ("W", L - 1), e), a(N, e, L - 2).T)))],
    "eq-12": [Check(NETS, each(lambda N, e, L: (gradient(N, e, L - 1), product(N, e, L))))],
}

if __name__ == "__main__":
    judge(__file__, LINKS, NETS)
    # eq-5 and eq-11: the entries that are not 0 are those of the activations, so no transpose repairs them
    for N in NETS:
        J = N.derivative(("z", N.L), ("W", N.L), 0)
        assert distance([(J[j, k], (j == k) * N.value(("a", N.L - 1), 0)) for j in range(N.n[-1])
                         for k in range(N.n[-1])])[0] < 1e-12
    # eq-12: with the matrix product first the two factors of the entry-by-entry product do not fit
    clash = distance(each(lambda N, e, L: (gradient(N, e, L - 1), entrywise(
        times(N.W[L].T, difference(N, e)), times(relu_slope(N, e, L - 1), a(N, e, L - 2).T))))(NETS[0]))[2]
    print("eq-12, matrix products first:", clash)
