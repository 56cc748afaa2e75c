"""Random fully connected networks, with the derivative of anything by anything.

A derivative cuts the graph at its node: the entry gets an imaginary step and everything downstream is computed again. No formula of
backpropagation is used.
"""
import numpy as np

H = 1e-30                                              # complex step


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


FUNCTIONS = {"sigmoid": sigmoid, "tanh": np.tanh, "log": np.log, "exp": np.exp}


def slope(name, z):
    return FUNCTIONS[name](z + 1j * H).imag / H


class Net:
    """`widths` from the input to the output layer L; all values have one row per example."""

    def __init__(s, widths, examples, seed, activation="sigmoid", loss="half squared", binary=False):
        r = np.random.default_rng(seed)
        s.n, s.m, s.L, s.activation, s.loss = widths, examples, len(widths) - 1, activation, loss
        assert len({*widths, examples, s.L}) == len(widths) + 2 or 1 in widths, "sizes must be distinct"
        s.w = {l: r.normal(0, 1.6 / np.sqrt(widths[l - 1]), (widths[l], widths[l - 1])) for l in range(1, s.L + 1)}
        s.b = {l: r.normal(0, 0.7, widths[l]) for l in range(1, s.L + 1)}
        s.x = r.normal(0, 1, (examples, widths[0]))
        low, high = {"half squared": (-1.5, 1.5), "cross-entropy": (0.05, 0.95)}[loss]
        s.y = r.uniform(low, high, (examples, widths[-1]))
        if binary:
            s.y = (s.y > (low + high) / 2).astype(float)
        s.rate = r.uniform(0.1, 0.9)
        s.table = {}
        s.value = {k: v.real for k, v in s.run().items()}

    def run(s, kind=None, layer=None, at=(), step=0):
        """All nodes; the entry `at` of one of them gets `step` added, for every example at once."""
        v = {}

        def put(k, l, x):
            x = np.array(x, complex)
            if (k, l) == (kind, layer):
                x[(..., *at)] += step
            v[k, l] = x
            return x

        a = put("a", 0, s.x)
        for l in range(1, s.L + 1):
            z = put("z", l, a @ put("w", l, s.w[l]).T + put("b", l, s.b[l]))
            a = put("a", l, FUNCTIONS[s.activation](z))
        if s.loss == "half squared":
            v["C", None] = np.sum((a - s.y) ** 2, axis=1) / 2
        else:
            v["C", None] = -np.sum(s.y * np.log(a) + (1 - s.y) * np.log(1 - a), axis=1)
        return v

    def exists(s, kind, l):
        return (0 if kind in "aA" else 1) <= l <= s.L

    def d(s, top, bottom):
        """d top / d bottom, nodes as (kind, layer): shape (examples, *top, *bottom), for each example by itself."""
        if bottom not in s.table:
            kind, l = bottom
            shape = (s.n[l], s.n[l - 1]) if kind == "w" else (s.n[l],)
            runs = [s.run(kind, l, at, 1j * H) for at in np.ndindex(*shape)]
            s.table[bottom] = {k: np.stack([np.broadcast_to(r[k].imag / H, r[k].shape) for r in runs], -1)
                               .reshape(r0.shape + shape) for k, r0 in runs[0].items() if k[0] in "aCz"}
        return s.table[bottom][top]

    def check(s):
        """The complex steps agree with central differences."""
        for kind in "azwb":
            for l in range(0 if kind == "a" else 1, s.L + 1):
                at = (0, 1) if kind == "w" else (1,) if s.n[l] > 1 else (0,)
                t = 1e-5
                up, down = s.run(kind, l, at, t), s.run(kind, l, at, -t)
                for top in up:
                    if top[0] in "aCz":
                        q = ((up[top] - down[top]) / (2 * t)).real
                        exact = s.d(top, (kind, l))[(..., *at)]
                        assert np.max(np.abs(q - exact)) < 1e-7 * max(1, np.max(np.abs(exact))), (top, kind, l)
