"""The values of both sides of an equation on a network.

A value has letters (aligned by name), and a row slot and a column slot over a space (None: a single entry), aligned by position. What does
not fit raises `IllTyped`; what two good readers could see differently raises `Doubt`, and the mutant is dropped.
"""
import numpy as np

from expressions import Add, Count, D, Fun, Had, Mul, Neg, Norm2, Num, Rate, Square, Sum, Sym, T, symbols, walk
from networks import FUNCTIONS, slope

EXAMPLES = ("examples", 0)
ANY = "·"                                              # the example of an unlabelled symbol: any one


class IllTyped(Exception):
    pass


class Doubt(Exception):
    pass


class Missing(Exception):
    """A layer that does not exist here: the layer letter keeps away from it."""


class V:
    def __init__(s, array, letters=(), row=None, column=None):
        s.array, s.letters, s.row, s.column = array, letters, row, column

    scalar = property(lambda s: s.row is None and s.column is None)
    vector = property(lambda s: (s.row is None) != (s.column is None))

    def over(s, letters):
        a, have = s.array, list(s.letters)
        for i, l in enumerate(letters):
            if l not in have:
                a = np.expand_dims(a, i)
                have.insert(i, l)
        assert tuple(have) == tuple(letters)
        return a

    def transposed(s):
        return V(np.swapaxes(s.array, -1, -2), s.letters, s.column, s.row)


def together(u, v):
    letters = tuple(sorted({*u.letters, *v.letters}))
    return letters, u.over(letters), v.over(letters)


class Scope:
    """One network and one choice of layer letters. `loose`: vectors (with a `jacobian`, matrices) fit in either orientation."""

    def __init__(s, net, notation, layers, loose=False, jacobian=False):
        s.net, s.notation, s.layers, s.loose, s.jacobian, s.domains = net, notation, layers, loose, jacobian, {}

    def layer(s, layer):
        letter, offset = layer
        return offset + (s.net.L if letter == "L" else s.layers[letter] if letter else 0)

    def units(s, l):
        return ("units", l)

    def size(s, space):
        return s.net.m if space == EXAMPLES else s.net.n[space[1]]

    def build(s, array, axes):
        """axes: ("row" | "column" | letter, space) of each axis; a letter that occurs twice takes the diagonal."""
        names, slots = [], {"row": None, "column": None}
        for tag, space in axes:
            if tag in slots:
                slots[tag] = space
            elif s.domains.setdefault(tag, (space, False))[0] != space:
                if s.domains[tag][1]:
                    raise Doubt("a printed range and another domain")
                raise IllTyped(f"the letter {tag} has two domains")
            names.append(tag)
        letters = tuple(sorted({t for t in names if t not in slots}))
        order = [*letters, *(k for k in slots if slots[k])]
        code = {t: i for i, t in enumerate(order)}
        a = np.einsum(array, [code[t] for t in names], [code[t] for t in order])
        if slots["column"] is None:
            a = a[..., None]
        if slots["row"] is None:
            a = np.expand_dims(a, -2)
        return V(a, letters, slots["row"], slots["column"])

    # leaves
    def unit(s, idx, l):
        return [(idx[0] if idx else s.notation.slot, s.units(l))]

    def weight(s, idx, l):
        to, source = s.notation.weight(idx)
        return [(to, s.units(l)), (source, s.units(l - 1))]

    def leaf(s, y):
        """The array of a symbol and its axes."""
        net, k, ex = s.net, y.kind, (y.ex or ANY, EXAMPLES)
        l = s.layer(y.layer) if y.layer else {"x": 0, "X": 0}.get(k, net.L)
        if not net.exists({"x": "a", "X": "a"}.get(k, k), l):
            raise Missing
        node = {"a": "a", "z": "z", "A": "a", "Z": "z"}
        if k in node or k in "dDyYxX":
            a = (net.value[node[k], l] if k in node else net.y if k in "yY" else net.x if k in "xX"
                 else net.d(("C", None), ("z", l)))
            return a, [("column", EXAMPLES), ("row", s.units(l))] if k.isupper() else [ex, *s.unit(y.idx, l)]
        if k == "b":
            return net.b[l], s.unit(y.idx, l)
        if k == "w":
            return net.w[l], s.weight(y.idx, l)
        if k == "C":
            return net.value["C", None], [ex]
        if k == "J":
            return np.mean(net.value["C", None]), []
        if k in ("out1", "y1"):                        # of a network with one output
            return (net.value["a", net.L] if k == "out1" else net.y)[:, 0], [ex]
        if k == "step":
            return -net.rate * net.d(("C", None), ("w", l)), [ex, *s.weight(y.idx, l)]
        if k == "dW":
            return np.mean(net.d(("C", None), ("w", l)), 0), s.weight((), l)
        if k == "db":
            return np.mean(net.d(("C", None), ("b", l)), 0), s.unit((), l)
        raise KeyError(k)

    def derivative(s, d):
        top, bottom, net = d.top, d.bottom, s.net
        k = {"A": "a", "Z": "z", "out1": "a"}.get(bottom.kind, bottom.kind)
        l = s.layer(bottom.layer) if bottom.layer else net.L
        if k not in "azwb" or not net.exists(k, l):
            raise Missing
        if top.kind in "CJ":
            name, axes = ("C", None), []
        else:
            name = (top.kind, s.layer(top.layer))
            if name[0] not in "az" or not net.exists(*name):
                raise Missing
            axes = s.unit(top.idx, name[1])
        a = net.d(name, (k, l))
        parameter = k in "wb"
        if not parameter and bottom.kind.islower() and top.kind != "J" and top.ex != bottom.ex:
            raise Doubt("two examples in one derivative")
        if bottom.kind == "out1":
            a, own = a[..., 0], []
        else:
            own = s.weight(bottom.idx, l) if k == "w" else s.unit(bottom.idx, l)
        if top.kind == "J" and parameter:
            return np.mean(a, 0), own
        if top.kind == "J":
            a = a / net.m
            return a, [("column", EXAMPLES) if bottom.kind.isupper() else (bottom.ex or ANY, EXAMPLES), *own]
        if axes and not top.idx:
            if k == "w" and not bottom.idx or s.notation.slot != "row":
                raise Doubt("a derivative of more than two slots")
            own = [("column", x) if t == "row" else (t, x) for t, x in own]
        return a, [(top.ex or ANY, EXAMPLES), *axes, *own]

    # trees
    def of(s, n):
        if isinstance(n, Num):
            return V(np.full((1, 1), n.p / n.q))
        if isinstance(n, Count):
            return V(np.full((1, 1), 1 / s.net.m if n.inverse else float(s.net.m)))
        if isinstance(n, Rate):
            return V(np.full((1, 1), s.net.rate))
        if isinstance(n, Sym):
            return s.build(*s.leaf(n))
        if isinstance(n, D):
            return s.build(*s.derivative(n))
        if isinstance(n, Neg):
            x = s.of(n.x)
            return V(-x.array, x.letters, x.row, x.column)
        if isinstance(n, T):
            return s.of(n.x).transposed()
        if isinstance(n, Fun):
            x, name = s.of(n.x), s.net.activation if n.name == "act" else n.name
            with np.errstate(all="ignore"):
                y = slope(name, x.array) if n.prime else FUNCTIONS[name](x.array)
            if not np.all(np.isfinite(y)):
                raise Doubt("not finite")
            return V(y, x.letters, x.row, x.column)
        if isinstance(n, Square):
            x = s.of(n.x)
            if not x.scalar:
                raise Doubt("the square of a vector")
            return V(x.array ** 2, x.letters)
        if isinstance(n, Norm2):
            x = s.of(n.x)
            if not x.vector:
                raise Doubt("the norm of no vector")
            return V(np.sum(x.array ** 2, (-1, -2), keepdims=True), x.letters)
        if isinstance(n, Sum):
            outer = s.domains.pop(n.letter, None)
            if n.layer:
                s.domains[n.letter] = (s.units(s.layer(n.layer)), True)
            x = s.of(n.body)
            s.domains.pop(n.letter, None)
            if outer:
                s.domains[n.letter] = outer
            if n.letter not in x.letters:
                raise Doubt("nothing to sum over")
            i = x.letters.index(n.letter)
            return V(np.sum(x.array, i), x.letters[:i] + x.letters[i + 1:], x.row, x.column)
        parts = [s.of(c) for c in (n.terms if isinstance(n, Add) else n.factors)]
        join = {Add: s.add, Had: s.hadamard, Mul: s.multiply}[type(n)]
        value = parts[0]
        for p in parts[1:]:
            value = join(value, p)
        return value

    def fit(s, u, v):
        """The two with equal slots, as far as the orientation of a vector may be ignored."""
        if s.loose and (u.vector or s.jacobian) and (u.row, u.column) == (v.column, v.row):
            v = v.transposed()
        if (u.row, u.column) != (v.row, v.column):
            raise IllTyped("the shapes differ")
        return u, v

    def add(s, u, v):
        broadcast = u.row == v.row is not None and {u.column, v.column} == {None, EXAMPLES}
        if not (u.scalar or v.scalar or broadcast):
            u, v = s.fit(u, v)
        letters, a, b = together(u, v)
        return V(a + b, letters, u.row or v.row, u.column or v.column)

    def hadamard(s, u, v):
        if u.scalar != v.scalar:
            raise Doubt("an elementwise product with a number")
        u, v = s.fit(u, v)
        letters, a, b = together(u, v)
        return V(a * b, letters, u.row, u.column)

    def multiply(s, u, v):
        if s.loose:
            if u.vector and not v.scalar and not v.vector:
                u = u if u.row is None else u.transposed()
            if v.vector and not u.scalar and not u.vector:
                v = v if v.column is None else v.transposed()
        letters, a, b = together(u, v)
        if u.scalar or v.scalar:
            return V(a * b, letters, u.row or v.row, u.column or v.column)
        if u.column != v.row:
            raise IllTyped("the shapes do not multiply")
        return V(a @ b, letters, u.row, v.column)


def difference(eq, net, notation, loose=False):
    """(the largest relative difference, why it is infinite, how many choices of layers were compared)."""
    worst, why, compared = 0.0, "", 0
    letters = {y.layer[0] for y in symbols(eq) if y.layer} - {"L", None}
    assert len(letters) <= 1
    jacobian = any(isinstance(n, D) and n.top.kind in "az" and not n.top.idx for n in walk(eq))
    for l in range(-3, net.L + 4) if letters else [0]:
        scope = Scope(net, notation, dict.fromkeys(letters, l), loose, jacobian)
        # every layer must exist before anything is said about types
        try:
            for n in walk(eq):
                if isinstance(n, D):
                    scope.derivative(n)
                elif isinstance(n, Sym) and (n.layer or n.kind not in "w"):
                    scope.leaf(n)
        except Missing:
            continue
        compared += 1
        try:
            u, v = scope.fit(scope.of(eq.left), scope.of(eq.right))
        except IllTyped as e:
            worst, why = np.inf, str(e)
            continue
        _, a, b = together(u, v)
        scale = max(np.max(np.abs(a)), np.max(np.abs(b)))
        if not np.isfinite(scale):
            raise Doubt("not finite")
        if scale < 1e-12:
            raise Doubt("both sides vanish")
        worst = max(worst, np.max(np.abs(a - b)) / scale)
    return worst, why, compared
