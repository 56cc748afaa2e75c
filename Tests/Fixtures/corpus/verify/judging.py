"""What the scripts of this folder share: random networks, derivatives without formulas, types, the verdict.

A derivative is a complex step: an entry of a weight, bias, weighted input or activation gets an imaginary part, everything
behind it is computed again, and the imaginary part of the result is read off. Central differences are the second route.
"""
import csv, os, re
import numpy as np

H, D = 1e-30, 1e-4          # complex step, central difference with one extrapolation
ORDER = ["fails", "conflicts", "not-checked", "convention", "holds", "updates", "defines"]
HERE = os.path.dirname(os.path.abspath(__file__))


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def relu(z):
    return np.where(np.real(z) > 0, z, 0)


def softmax(z):
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)


FUNCTIONS = {"sigmoid": sigmoid, "tanh": np.tanh, "relu": relu, "softmax": softmax, "linear": lambda z: z}
LOSSES = {
    "sum of squares": lambda a, t: ((a - t) ** 2).sum(axis=-1),
    "mean of squares": lambda a, t: ((a - t) ** 2).mean(axis=-1),
    "binary cross-entropy": lambda a, t: -(t * np.log(a) + (1 - t) * np.log(1 - a)).sum(axis=-1),
    "sum of the outputs": lambda a, t: a.sum(axis=-1),
    "categorical cross-entropy": lambda a, t: -(t * np.log(a)).sum(axis=-1),
}


def slope(f, x):
    """The derivative of a function of one variable, at every entry of x."""
    return np.imag(f(np.asarray(x) + 1j * H)) / H


def central_slope(f, x):
    """The same by differences, for what has no complex numbers."""
    d = lambda h: (f(x + h) - f(x - h)) / (2 * h)
    return (4 * d(D / 2) - d(D)) / 3


class Network:
    """Layers 0..L with one row per example; W[l] has a row for each unit of layer l."""

    def __init__(self, widths, functions, loss, examples, seed, biases=True):
        r = np.random.default_rng(seed)
        self.n, self.L, self.m, self.loss = widths, len(widths) - 1, examples, LOSSES[loss]
        self.f = [None] + [FUNCTIONS[f] for f in functions]
        self.W = [None] + [r.normal(0, 0.9, (widths[l], widths[l - 1])) for l in range(1, self.L + 1)]
        self.b = [None] + [r.normal(0, 0.6, widths[l]) * biases for l in range(1, self.L + 1)]
        self.x = r.normal(0, 1, (examples, widths[0]))
        t = r.uniform(0.05, 0.95, (examples, widths[-1])) if "cross" in loss else r.normal(0, 1, (examples, widths[-1]))
        self.t = t / t.sum(axis=1, keepdims=True) if loss.startswith("cat") else t
        self.cache = {}

    def run(self, x, t, node=None, entry=None, step=0.0):
        """All nodes; `step` is added to one entry of one node, and everything behind it follows."""
        out = {}

        def put(name, value):
            value = np.array(value, complex)
            if name == node:
                value[entry] += step
            out[name] = value
            return value

        a = put(("a", 0), x)
        for l in range(1, self.L + 1):
            z = put(("z", l), a @ put(("W", l), self.W[l]).T + put(("b", l), self.b[l]))
            a = put(("a", l), self.f[l](z))
        losses = self.loss(a, t)
        out["S"], out["J"] = losses.sum(), losses.mean()
        return out

    def of(self, e):
        """The rows of one example, or of all if e is None."""
        return (self.x, self.t) if e is None else (self.x[e:e + 1], self.t[e:e + 1])

    def value(self, name, e=None):
        """A node; with e that of one example, without the axis of the examples."""
        v = self.run(*self.of(e))[name].real
        return v[0] if e is not None and name[0] in "za" else v

    def derivative(self, of, by, e=None, central=False):
        """d of / d by, with the axes of both; with e for one example alone ("S" is then its loss)."""
        key = (of, by, e, central)
        if key not in self.cache:
            data = self.of(e)
            base = self.run(*data)
            out = np.zeros(base[of].shape + base[by].shape)
            for i in np.ndindex(*base[by].shape):
                if central:
                    out[(...,) + i] = central_slope(lambda s: self.run(*data, by, i, s)[of].real, 0)
                else:
                    out[(...,) + i] = self.run(*data, by, i, 1j * H)[of].imag / H
            if e is not None:                                          # drop the axis of the examples
                if by[0] in "za":
                    out = out[(slice(None),) * base[of].ndim + (0,)]
                if of[0] in "za":
                    out = out[0]
            self.cache[key] = out
        return self.cache[key]

    def routes(self):
        """The derivatives that are compared with central differences."""
        return [("S", (k, l)) for k in "Wbza" for l in range(1, self.L + 1)]

    def both_sides(self, l):
        """Whether units of layer l are seen on both sides of 0."""
        z = self.value(("z", l))
        return (z > 0).any() and (z < 0).any()


class Circuit:
    """A calculation that is no network: `forward(put, leaves)` names each quantity by `put(name, value)`."""

    def __init__(self, forward, shapes, seed, routes=()):
        r = np.random.default_rng(seed)
        self.forward, self.compared = forward, routes
        self.leaves = {name: r.normal(0, 0.8, shape) for name, shape in shapes.items()}

    def run(self, node=None, entry=None, step=0.0):
        out = {}

        def put(name, value):
            value = np.array(value, complex)
            if name == node:
                value[entry] += step
            out[name] = value
            return value

        self.forward(put, {name: put(name, value) for name, value in self.leaves.items()})
        return out

    def value(self, name):
        return self.run()[name].real

    def derivative(self, of, by, central=False):
        """d of / d by, everything behind `by` computed again; with the axes of both."""
        base = self.run()
        out = np.zeros(base[of].shape + base[by].shape)
        for i in np.ndindex(*base[by].shape):
            if central:
                out[(...,) + i] = central_slope(lambda s: self.run(by, i, s)[of].real, 0)
            else:
                out[(...,) + i] = self.run(by, i, 1j * H)[of].imag / H
        return out

    def routes(self):
        return self.compared


class Clash(Exception):
    """The factors of a printed expression do not fit."""


def column(v):
    return np.asarray(v, float).reshape(-1, 1)


def row(v):
    return np.asarray(v, float).reshape(1, -1)


def times(*factors):
    """The matrix product, each factor with its rows and columns."""
    out = factors[0]
    for f in factors[1:]:
        if out.shape[1] != f.shape[0]:
            raise Clash(f"{out.shape} times {f.shape}")
        out = out @ f
    return out


def entrywise(*factors):
    for f in factors[1:]:
        if f.shape != factors[0].shape:
            raise Clash(f"{factors[0].shape} entry by entry {f.shape}")
    return np.prod(factors, axis=0)


def inner(p, q):
    """The dot between two columns of one space."""
    if p.shape != q.shape or p.shape[1] != 1:
        raise Clash(f"{p.shape} dot {q.shape}")
    return np.array((p * q).sum())


def distance(pairs):
    """(largest relative difference, its two numbers, clash of types) over the pairs of one network."""
    top, worst, clash = 0.0, None, None
    try:
        for p, q in pairs:
            p, q = np.asarray(p, float), np.asarray(q, float)
            if p.shape != q.shape:
                raise Clash(f"{p.shape or 'a number'} vs {q.shape or 'a number'}")
            s = np.max(np.abs(np.concatenate([p.ravel(), q.ravel()])))
            r = 0.0 if s == 0 else float(np.max(np.abs(p - q)) / s)
            if worst is None or r > top:
                k = np.unravel_index(np.argmax(np.abs(p - q)), p.shape)
                top, worst = r, (float(p[k]), float(q[k]))
    except Clash as c:
        clash = str(c)
    assert clash or worst is not None, "nothing was compared"
    return top, worst, clash


def agree(probes, sides):
    """(whether the sides agree on every probe, what to say); a case that is not clear is an error of this script."""
    rows = [distance(sides(p)) for p in probes]
    clash = next((c for _, _, c in rows if c), None)
    tops = [t for t, _, c in rows if not c]
    if not clash and max(tops) < 1e-9:
        return True, f"rel {max(tops):.0e} on {len(probes)} probes"
    assert clash or min(tops) > 1e-3, f"unclear: {tops}"
    worst = max((r for r in rows if not r[2]), key=lambda r: r[0], default=None)
    return False, f"shape {clash}" if clash else f"{worst[1][0]:.6f} vs {worst[1][1]:.6f}"


class Check:
    """A link: the printed sides, what a named convention makes of them, and the sides after each accepted repair."""

    def __init__(self, probes, literal, convention=None, repairs=(), square=()):
        true, self.note = agree(probes, literal)
        self.verdict, self.repairs = ("holds" if true else "fails"), len(repairs)
        if square:                                    # equal widths: the shapes fit, the numbers still differ
            same, said = agree(square, literal)
            assert not same, said
            self.note += f"; at equal widths {said}"
        if convention:
            name, reading = convention
            again, said = agree(probes, reading)
            assert not true and again, (name, said)
            self.verdict, self.note = "convention", f"literally {self.note}; {name}: {said}"
        for repaired in repairs:
            fixed, said = agree(probes, repaired)
            assert fixed, f"repair: {said}"
            self.note += f"; repaired: {said.split(' on ')[0]}"


class Said:
    """A link that is not evaluated."""
    repairs = 0

    def __init__(self, verdict, note):
        self.verdict, self.note = verdict, note


def judge(script, links, networks):
    """Compare the links of every label with the table beside the notebook; print the evidence; fail if they differ."""
    name, bad = os.path.basename(script).removesuffix(".py"), 0
    with open(os.path.join(HERE, "..", name + ".md"), encoding="utf-8") as f:
        labels = re.findall(r"^\$\$ \{#(eq-[^}\s]+)\}", f.read(), flags=re.M)
    with open(os.path.join(HERE, "..", name + ".expected.tsv"), encoding="utf-8", newline="") as f:
        want = {r["label"]: r for r in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)}
    assert len(labels) == len(set(labels)) and labels == list(want) == list(links), "labels of notebook, table, script differ"
    for label in labels:
        got, table = [k.verdict for k in links[label]], want[label]
        verdict = min(got, key=ORDER.index)
        allowed = [c.split("|") for c in table["links"].split(",")] if table["links"] else [table["verdict"].split("|")]
        ok = verdict == table["verdict"].split("|")[0] and [a[0] for a in allowed] == got
        ok = ok and bool(table["repair"]) == any(k.repairs for k in links[label])
        bad += not ok
        print("\t".join(["ok" if ok else "BAD", label, verdict, ",".join(got) if len(got) > 1 else "",
                         "; ".join(dict.fromkeys(k.note for k in links[label]))]))
    routes = max((distance([(N.derivative(of, by), N.derivative(of, by, central=True))])[0]
                  for N in networks for of, by in N.routes()), default=0.0)
    print(f"complex step against central differences: rel {routes:.0e}")
    assert routes < 1e-7 and not bad, f"{bad} not as expected"
    print("all as expected")
