"""Names for what the equations of documents speak of, on the networks of `planted.py`: of the first example where one is meant."""
import numpy as np

from planted import STEP, first, slope

col = lambda n, kind, l: n.run()[{"z": 0, "a": 1}[kind]][l][:, :1]
delta = lambda n, l: n.by_node("z", l, first(n))[:, :1]
below = lambda n, l: n.by_node("a", l, first(n))[:, :1]
sl = lambda n, l: slope(n.acts[l], col(n, "z", l))
target = lambda n: n.T[:, :1]
out = lambda n: col(n, "a", n.L)
weight = lambda n, l: n.by_weight(l, first(n))
bias = lambda n, l: n.by_bias(l, first(n))
jacobian = lambda n, to, kind, l: np.array(
    [n.by_node(kind, l, lambda a, i=i: to(n, a)[i])[:, 0] for i in range(len(to(n, n.run()[1])))])
every = lambda n, kind, l: n.run()[{"z": 0, "a": 1}[kind]][l]
by_weight = lambda n, l: n.by_weight(l, n.cost)
by_bias = lambda n, l: n.by_bias(l, n.cost)
miss = lambda n: target(n) - out(n)


def by_number(f, x):
    """The derivative of f by a number."""
    return f(x + 1j * STEP).imag / STEP


def by_array(f, x):
    """The derivative of a number by every entry of x, in the shape of x."""
    G = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        d = np.zeros(x.shape, complex)
        d[index] = 1j * STEP
        G[index] = np.asarray(f(x + d)).imag.item() / STEP
    return G
