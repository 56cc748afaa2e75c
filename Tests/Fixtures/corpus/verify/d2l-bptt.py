"""Checks d2l-bptt.expected.tsv: three steps of a recurrent layer, first with numbers, then with vectors.

Derivatives are total: a step's state is cut, and everything behind it is computed again.
"""
import numpy as np
from judging import Check, Circuit, Said, distance, judge, slope

T = 3
f = lambda x, h, w: np.tanh(x + w * h)
g = lambda h, w: w * h + np.sin(h)


def numbers(put, v):
    h, losses = v["h0"], []
    for t in range(1, T + 1):
        h = put(f"h{t}", f(v[f"x{t}"], h, v["wh"]))
        o = put(f"o{t}", g(h, v["wo"]))
        losses.append(put(f"l{t}", 0.5 * (v[f"y{t}"] - o) ** 2))
    put("L", sum(losses) / T)


def vectors(put, v):
    h, losses = v["h0"], []
    for t in range(1, T + 1):
        h = put(f"h{t}", v["Whx"] @ v[f"x{t}"] + v["Whh"] @ h)
        o = put(f"o{t}", v["Wqh"] @ h)
        losses.append(put(f"l{t}", 0.5 * ((o - v[f"y{t}"]) ** 2).sum()))
    put("L", sum(losses) / T)


def sequence(put, v):
    a = put("a0", 0.0)
    for t in range(1, 5):
        a = put(f"a{t}", v["b"][t] + v["c"][t] * a)


steps = range(1, T + 1)
SCALAR = [Circuit(numbers, dict.fromkeys(["h0", "wh", "wo"] + [f"{k}{t}" for k in "xy" for t in steps], ()), s, [("L", "wh"), ("h3", "wh")])
          for s in (1, 2, 3)]
VECTOR = [Circuit(vectors, {"h0": (4,), "Whx": (4, 2), "Whh": (4, 4), "Wqh": (3, 4)} | {f"x{t}": (2,) for t in steps} |
                  {f"y{t}": (3,) for t in steps}, s, [("L", "Whh"), ("L", "h1")]) for s in (4, 5, 6)]
SEQUENCE = [Circuit(sequence, {"b": (5,), "c": (5,)}, s) for s in (7, 8)]


def partial(c, t, name):
    """The derivative of f(x_t, h, w) by its last or its middle argument, the others held fixed."""
    x, h, w = c.value(f"x{t}"), c.value(f"h{t - 1}"), c.value("wh")
    return slope(lambda u: f(x, h, u), w) if name == "w" else slope(lambda u: f(x, u, w), h)


total = lambda c, t: c.derivative(f"h{t}", "wh") if t else 0.0
by_loss = lambda c: sum(c.derivative(f"l{t}", "wh") for t in steps) / T
chain = lambda c: sum(c.derivative(f"l{t}", f"o{t}") * slope(lambda h: g(h, c.value("wo")), c.value(f"h{t}")) * total(c, t) for t in steps) / T


def unrolled(c, t):
    return partial(c, t, "w") + sum(np.prod([partial(c, j, "h") for j in range(i + 1, t + 1)]) * partial(c, i, "w") for i in range(1, t))


def powers(c, t):
    W, Q = c.value("Whh"), c.value("Wqh")
    return sum(np.linalg.matrix_power(W.T, T - i) @ Q.T @ c.derivative("L", f"o{T + t - i}") for i in range(t, T + 1))


def closed(c, t):
    b, k = c.value("b"), c.value("c")
    return b[t] + sum(np.prod(k[i + 1:t + 1]) * b[i] for i in range(1, t))


every = lambda sides: (lambda c: [sides(c, t) for t in steps])
defines, prod = Said("defines", "a new symbol"), Said("not-checked", "prod is explained elsewhere")
LINKS = {
    "eq-1": [defines, defines], "eq-2": [defines],
    "eq-3": [Check(SCALAR, lambda c: [(c.derivative("L", "wh"), by_loss(c))]), Check(SCALAR, lambda c: [(by_loss(c), chain(c))])],
    "eq-4": [Check(SCALAR, every(lambda c, t: (total(c, t), partial(c, t, "w") + partial(c, t, "h") * total(c, t - 1))))],
    "eq-5": [Check(SEQUENCE, lambda c: [(c.value(f"a{t}"), closed(c, t)) for t in range(1, 5)])],
    "eq-6": [defines] * 3,
    "eq-7": [Check(SCALAR, every(lambda c, t: (total(c, t), unrolled(c, t))))],
    "eq-8": [Said("not-checked", "a number at random")], "eq-9": [defines, defines], "eq-10": [defines],
    "eq-11": [Check(VECTOR, every(lambda c, t: (c.derivative("L", f"o{t}"), c.derivative(f"l{t}", f"o{t}") / T))), Said("holds", "three entries")],
    "eq-12": [prod], "eq-13": [prod], "eq-14": [prod],
    "eq-15": [Check(VECTOR, every(lambda c, t: (c.derivative("L", f"h{t}"), powers(c, t))))],
    "eq-16": [prod],
}

if __name__ == "__main__":
    judge(__file__, LINKS, SCALAR + VECTOR)
    # what stands on the two sides of prod is equal
    for c in VECTOR:
        W, Q, d = c.value("Whh"), c.value("Wqh"), lambda t, k: c.derivative("L", f"{k}{t}")
        pairs = [(c.derivative("L", "Wqh"), sum(np.outer(d(t, "o"), c.value(f"h{t}")) for t in steps)),
                 (d(T, "h"), Q.T @ d(T, "o"))] + [(d(t, "h"), W.T @ d(t + 1, "h") + Q.T @ d(t, "o")) for t in range(1, T)] + [
                 (c.derivative("L", "Whx"), sum(np.outer(d(t, "h"), c.value(f"x{t}")) for t in steps)),
                 (c.derivative("L", "Whh"), sum(np.outer(d(t, "h"), c.value(f"h{t - 1}")) for t in steps))]
        assert distance(pairs)[0] < 1e-12
