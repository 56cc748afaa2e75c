"""Checks jmcheon-notation.expected.tsv: sigmoid layers and binary cross-entropy, all examples at once.

`ROWS` and `COLUMNS` lay the same values out as the two halves of the notebook do.
"""
import numpy as np
from judging import Check, Clash, Network, entrywise, judge, sigmoid, slope, times


def networks(*rows):
    return [Network(widths, ["sigmoid"] * (len(widths) - 1), "binary cross-entropy", examples, seed)
            for widths, examples, seed in rows]


NETS = networks(((4, 5, 3, 2), 6, 1), ((2, 4, 3), 5, 2), ((3, 6, 2, 5, 4), 7, 3))
SQUARE = networks(((3, 3, 3, 3), 3, 4), ((4, 4, 4), 4, 5))
BATCH = "bias broadcast over the examples"
SUM = "sum over the examples only"


class Layout:
    def __init__(self, turn):
        self.turn = turn                                                      # rows as they are, columns transposed
        self.layer = lambda kind: (lambda N, l: turn(N.value((kind, l))))
        self.A, self.Z = self.layer("a"), self.layer("z")
        self.d = lambda of, kind: (lambda N, l: turn(N.derivative(of, (kind, l))))
        self.dZ, self.dA = self.d("S", "z"), self.d("S", "a")
        self.y = lambda N: turn(N.t)
        self.bias = lambda N, l: turn(N.b[l].reshape(1, -1))
        self.db = lambda N, l: turn(N.derivative("J", ("b", l)).reshape(1, -1))
        self.examples = lambda M: turn(turn(M).sum(axis=0, keepdims=True))    # sum over the examples, the layout kept
        self.slopes = lambda N, l: slope(sigmoid, self.Z(N, l))


ROWS, COLUMNS = Layout(lambda M: M), Layout(lambda M: M.T)
W = {ROWS: lambda N, l: N.W[l].T, COLUMNS: lambda N, l: N.W[l]}
dW = {ROWS: lambda N, l: N.derivative("J", ("W", l)).T, COLUMNS: lambda N, l: N.derivative("J", ("W", l))}


def every(sides, low=1):
    return lambda N: (sides(N, l) for l in range(low, N.L + 1))


def last(sides):
    return lambda N: [sides(N, N.L)]


def half(first, side, forward, back, weights):
    """The seven displays of one half: the product of layer and weights, back through them, and the gradient of weights."""
    s = side
    error = lambda N, l: s.A(N, l) - s.y(N)
    below = lambda N, l: entrywise(back(N, l), s.slopes(N, l - 1))

    def literal(N, l):
        product, bias = forward(N, l), s.bias(N, l)
        if product.shape != bias.shape:
            raise Clash(f"{product.shape} plus {bias.shape}")
        return s.Z(N, l), product + bias

    displays = [
        [Check(NETS, every(literal), convention=(BATCH, every(lambda N, l: (s.Z(N, l), forward(N, l) + s.bias(N, l)))))],
        [Check(NETS, every(lambda N, l: (s.A(N, l), 1 / (1 + np.exp(-s.Z(N, l))))))],
        [Check(NETS, last(lambda N, l: (s.dZ(N, l), error(N, l))))],
        [Check(NETS, every(lambda N, l: (s.dZ(N, l - 1), below(N, l)), low=2)),
         Check(NETS, every(lambda N, l: (s.dA(N, l), back(N, l))), square=SQUARE,
               repairs=[every(lambda N, l: (s.dA(N, l - 1), back(N, l))),
                        lambda N: ((s.dA(N, l), back(N, l + 1)) for l in range(1, N.L))])],
        [Check(NETS, every(lambda N, l: (s.dZ(N, l), entrywise(s.dA(N, l), s.slopes(N, l)))))],
        [Check(NETS, last(lambda N, l: (dW[s](N, l), weights(N, error(N, l), s.A(N, 0)) / N.m)), square=SQUARE,
               repairs=[last(lambda N, l: (dW[s](N, l), weights(N, error(N, l), s.A(N, l - 1)) / N.m))]),
         Check(NETS, every(lambda N, l: (dW[s](N, l), weights(N, s.dZ(N, l), s.A(N, l - 1)) / N.m)))],
        [Check(NETS, last(lambda N, l: (s.db(N, l), error(N, l).sum() / N.m)),
               convention=(SUM, last(lambda N, l: (s.db(N, l), s.examples(error(N, l)) / N.m)))),
         Check(NETS, every(lambda N, l: (s.db(N, l), s.dZ(N, l).sum() / N.m)),
               convention=(SUM, every(lambda N, l: (s.db(N, l), s.examples(s.dZ(N, l)) / N.m))))],
    ]
    return {f"eq-{first + i}": links for i, links in enumerate(displays)}


LINKS = half(1, ROWS, forward=lambda N, l: times(ROWS.A(N, l - 1), W[ROWS](N, l)),
             back=lambda N, l: times(ROWS.dZ(N, l), W[ROWS](N, l).T),
             weights=lambda N, errors, before: times(before.T, errors)
             ) | half(8, COLUMNS, forward=lambda N, l: times(W[COLUMNS](N, l), COLUMNS.A(N, l - 1)),
                      back=lambda N, l: times(W[COLUMNS](N, l).T, COLUMNS.dZ(N, l)),
                      weights=lambda N, errors, before: times(errors, before.T))

if __name__ == "__main__":
    judge(__file__, LINKS, NETS + SQUARE)
