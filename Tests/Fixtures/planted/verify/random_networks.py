"""Random networks with one example at a time, and derivatives by complex steps that central differences confirm: what four of the scripts here compare with."""
import numpy as np
H = 1e-30                                              # complex step
BAD = []


def report(document, label, expected, pairs):
    """`expected` is True where left and right must agree on all pairs; shapes that differ are a disagreement."""
    same, ratio = True, 0.0
    for left, right in pairs:
        try:
            p, q = np.asarray(left() if callable(left) else left, float), np.asarray(right() if callable(right) else right, float)
        except ValueError:
            same = False
            continue
        if p.shape != q.shape:
            same = False
            continue
        ratio = max(ratio, np.max(np.abs(p - q)) / max(1e-12, np.max(np.abs(p)), np.max(np.abs(q))))
    agree = same and ratio < 1e-7
    clear = agree or not same or ratio > 1e-3
    ok = clear and agree == expected
    if not ok:
        BAD.append((document, label))
    print("OK  " if ok else "BAD ", document, label, "holds" if agree else "fails", "shape" if not same else "%.1e" % ratio)


def slope(f, z):
    return f(np.asarray(z) + 1j * H).imag / H


def gradient(f, x):
    """Derivative of f (any shape) by x (any shape), complex step confirmed by central differences: shape of f, then of x."""
    x = np.asarray(x, float)
    c, d = [], []
    for at in np.ndindex(*x.shape):
        e = np.zeros(x.shape)
        e[at] = 1
        c.append(np.imag(f(x + 1j * H * e)) / H)
        g = [(np.real(f(x + t * e + 0j)) - np.real(f(x - t * e + 0j))) / (2 * t) for t in (1e-3, 5e-4)]
        d.append((4 * g[1] - g[0]) / 3)
    c, d = (np.moveaxis(np.array(v), 0, -1).reshape(np.shape(v[0]) + x.shape) for v in (c, d))
    assert np.max(np.abs(c - d)) < 1e-6 * max(1, np.max(np.abs(c)))
    return c


def softmax(z):
    return np.exp(z) / np.sum(np.exp(z), axis=0)


class Net:
    """Columns; W[l] has rows to and columns from. `last` and `loss` say what the output layer does."""

    def __init__(s, widths, examples, seed, inner=np.tanh, last=np.tanh, loss=None, y=None, bias=True):
        r = np.random.default_rng(seed)
        s.width, s.L, s.n, s.r = widths, len(widths) - 1, examples, r
        s.W = {l: r.normal(0, 0.7, (widths[l], widths[l - 1])) for l in range(1, s.L + 1)}
        s.b = {l: r.normal(0, 0.5, widths[l]) * bias for l in range(1, s.L + 1)}
        s.x = r.normal(size=(examples, widths[0]))
        s.y = y(r, examples, widths[-1]) if y else r.normal(size=(examples, widths[-1]))
        s.inner, s.last = inner, last
        s.loss = loss or (lambda a, t: np.sum((a - t) ** 2) / 2)
        s.v = [s.forward(e) for e in range(examples)]

    def forward(s, e, node=None, value=None):
        v = {}

        def put(k, x):
            v[k] = value if k == node else x
            return v[k]

        a = put(("a", 0), s.x[e])
        for l in range(1, s.L + 1):
            z = put(("z", l), put(("W", l), s.W[l]) @ a + put(("b", l), s.b[l]))
            a = put(("a", l), (s.last if l == s.L else s.inner)(z))
        v["E"] = s.loss(a, s.y[e])
        return v

    def d(s, e, out, node):
        return gradient(lambda x: s.forward(e, node, x)[out], np.real(s.v[e][node]))

    def cost(s, node, value):
        return sum(s.forward(e, node, value)["E"] for e in range(s.n)) / s.n


def onehot(r, n, k):
    return np.eye(k)[r.integers(0, k, n)]


sigmoid = lambda z: 1 / (1 + np.exp(-z))
