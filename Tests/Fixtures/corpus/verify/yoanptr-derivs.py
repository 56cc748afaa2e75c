"""Checks yoanptr-derivs.expected.tsv: mean of the squared differences behind two sigmoid layers, one example in columns."""
import numpy as np
from judging import Check, Network, column, entrywise, inner, judge, row, sigmoid, slope, times

NETS = [Network(widths, ["sigmoid", "sigmoid"], "mean of squares", examples, seed)
        for widths, examples, seed in (((3, 4, 2), 5, 1), ((2, 5, 3), 4, 2), ((6, 4, 7), 3, 3))]
SQUARE = [Network((3, 3, 3), ["sigmoid", "sigmoid"], "mean of squares", 4, 4)]


def each(sides):
    return lambda N: (sides(N, e) for e in range(N.m))


C = lambda N, e, kind, l: N.derivative("S", (kind, l), e)
A = lambda N, e, l: column(N.value(("a", l), e))
Z = lambda N, e, l: column(N.value(("z", l), e))
jacobian = lambda N, e, of, by: N.derivative(of, by, e)
through = lambda N, e, l: C(N, e, "a", l) @ jacobian(N, e, ("a", l), ("z", l))                 # dC/dA dA/dZ
to_weights = lambda N, e: np.einsum("j,jkp->kp", C(N, e, "z", 2), jacobian(N, e, ("z", 2), ("W", 2)))
to_hidden = lambda N, e: C(N, e, "z", 2) @ jacobian(N, e, ("z", 2), ("a", 1))
copies = lambda N, e, l, count: sum(C(N, e, "z", l) for _ in range(count))


def with_slopes(N, e, l):
    """dC/dA · A · (1 - A): the first dot is an inner product, the number then stretches the third column."""
    return inner(column(C(N, e, "a", l)), A(N, e, l)) * (1 - A(N, e, l))


def entry_by_entry(N, e, l):
    return entrywise(column(C(N, e, "a", l)), A(N, e, l), 1 - A(N, e, l))


DOT = "the dot read entry by entry"
LINKS = {
    "eq-1": [Check(NETS, each(lambda N, e: (C(N, e, "a", 2), 2 / N.n[2] * (N.value(("a", 2), e) - N.t[e]).sum())), repairs=[
        each(lambda N, e: (C(N, e, "a", 2), 2 / N.n[2] * (N.value(("a", 2), e) - N.t[e])))])],
    "eq-2": [Check(NETS, each(lambda N, e: (C(N, e, "z", 2), through(N, e, 2))))],
    "eq-3": [Check(NETS, each(lambda N, e: (jacobian(N, e, ("a", 2), ("z", 2)), slope(sigmoid, Z(N, e, 2)))),
                   convention=("elementwise derivative", each(lambda N, e: (
                       jacobian(N, e, ("a", 2), ("z", 2)), np.diag(slope(sigmoid, Z(N, e, 2))[:, 0]))))),
             Check(NETS, each(lambda N, e: (slope(sigmoid, Z(N, e, 2)), inner(sigmoid(Z(N, e, 2)), 1 - sigmoid(Z(N, e, 2))))),
                   convention=(DOT, each(lambda N, e: (
                       slope(sigmoid, Z(N, e, 2)), entrywise(sigmoid(Z(N, e, 2)), 1 - sigmoid(Z(N, e, 2)))))))],
    "eq-4": [Check(NETS, each(lambda N, e: (column(C(N, e, "z", 2)), with_slopes(N, e, 2))),
                   convention=(DOT, each(lambda N, e: (column(C(N, e, "z", 2)), entry_by_entry(N, e, 2)))))],
    "eq-5": [Check(NETS, each(lambda N, e: (C(N, e, "W", 2), to_weights(N, e)))),
             Check(NETS, each(lambda N, e: (to_weights(N, e), times(column(C(N, e, "z", 2)), A(N, e, 1)))), repairs=[
                 each(lambda N, e: (to_weights(N, e), times(column(C(N, e, "z", 2)), A(N, e, 1).T)))])],
    "eq-6": [Check(NETS, each(lambda N, e: (C(N, e, "b", 2), copies(N, e, 2, N.n[2]))), repairs=[
        each(lambda N, e: (C(N, e, "b", 2), C(N, e, "z", 2))),
        each(lambda N, e: (C(N, e, "b", 2), copies(N, e, 2, N.n[2]) / N.n[2]))])],
    "eq-7": [Check(NETS, each(lambda N, e: (C(N, e, "a", 1), to_hidden(N, e)))),
             Check(NETS, each(lambda N, e: (column(to_hidden(N, e)), times(column(C(N, e, "z", 2)), N.W[2]))),
                   convention=("row gradient", each(lambda N, e: (row(to_hidden(N, e)), times(row(C(N, e, "z", 2)), N.W[2])))),
                   repairs=[each(lambda N, e: (column(to_hidden(N, e)), times(N.W[2].T, column(C(N, e, "z", 2)))))])],
    "eq-8": [Check(NETS, each(lambda N, e: (C(N, e, "z", 1), through(N, e, 1)))),
             Check(NETS, each(lambda N, e: (column(through(N, e, 1)), with_slopes(N, e, 1))),
                   convention=(DOT, each(lambda N, e: (column(through(N, e, 1)), entry_by_entry(N, e, 1)))))],
    "eq-9": [Check(NETS, each(lambda N, e: (C(N, e, "W", 1), times(column(C(N, e, "z", 1)), A(N, e, 0)))), repairs=[
        each(lambda N, e: (C(N, e, "W", 1), times(column(C(N, e, "z", 1)), A(N, e, 0).T)))])],
    "eq-10": [Check(NETS, each(lambda N, e: (C(N, e, "b", 1), copies(N, e, 1, N.n[0]))), square=SQUARE, repairs=[
        each(lambda N, e: (C(N, e, "b", 1), C(N, e, "z", 1))),
        each(lambda N, e: (C(N, e, "b", 1), copies(N, e, 1, N.n[0]) / N.n[0]))])],
}

if __name__ == "__main__":
    judge(__file__, LINKS, NETS + SQUARE)
