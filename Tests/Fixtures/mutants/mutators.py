"""One change of an equation at a time, by kind; `equivalent` changes nothing of what it says."""
from dataclasses import replace

from expressions import Add, Count, D, Eq, Fun, Had, Mul, Neg, Norm2, Num, Rate, Square, Sum, Sym, T, edits, everywhere, free, symbols, walk
from printing import tex

MATRICES = "wAZDXY"


def each_symbol(change):
    """Applies `change(symbol, inside a derivative)` to the symbols of sums, products and derivatives."""
    def at(n):
        if isinstance(n, Sym):
            for y, note in change(n, False):
                yield y, note
        if isinstance(n, D):
            for y, note in change(n.top, True):
                yield D(y, n.bottom), note
            for y, note in change(n.bottom, True):
                yield D(n.top, y), note
    return at


def letters_of(eq, N):
    used = {i for y in symbols(eq) for i in y.idx} | {n.letter for n in walk(eq) if isinstance(n, Sum) and n.letter in N.letters}
    return used, [c for c in N.letters if c not in used]


def said(N, old, new):
    return f"{tex(old, N)} became {tex(new, N)}"


def sign(eq, N):
    def at(n):
        if isinstance(n, Add):
            for i, x in enumerate(n.terms):
                y = x.x if isinstance(x, Neg) else Neg(x)
                yield Add(n.terms[:i] + (y,) + n.terms[i + 1:]), f"term {i + 1} of a sum negated"
        elif isinstance(n, Neg) and not isinstance(n.x, Add):
            yield n.x, "a minus dropped"
        elif isinstance(n, Fun) and not isinstance(n.x, (Add, Neg)):
            yield Fun(n.name, Neg(n.x), n.prime), "the argument of a function negated"
    yield from edits(eq, at)
    if not isinstance(eq.right, (Neg, Add)):
        yield replace(eq, right=Neg(eq.right)), "the right side negated"


def prime(eq, N):
    def at(n):
        if isinstance(n, Fun) and n.name == "act":
            yield replace(n, prime=not n.prime), "a prime " + ("dropped" if n.prime else "added")
    yield from edits(eq, at)


def index(eq, N):
    used, fresh = letters_of(eq, N)

    def change(y, inside):
        pool = list(N.letters) if N.layers else [*sorted(used), *fresh[:1]]
        for p, letter in enumerate(y.idx):
            if letter in N.letters and not (N.layers and y.kind == "w"):
                for c in pool:
                    z = replace(y, idx=y.idx[:p] + (c,) + y.idx[p + 1:])
                    z = N.settled(z) if N.layers else z
                    if c != letter and z:
                        yield z, said(N, y, z)
        if len(y.idx) == 2 and not N.layers:
            z = replace(y, idx=y.idx[::-1])
            yield z, said(N, y, z)
        if y.idx and not inside and y.kind in N.vectors:
            z = replace(y, idx=())
            yield z, said(N, y, z)
    yield from edits(eq, each_symbol(change))


def layer(eq, N):
    def change(y, inside):
        if N.layers:
            if y.kind == "w":
                for a, b in (("i", "h"), ("j", "i"), ("k", "j")):
                    if (a, b) != y.idx:
                        z = N.settled(replace(y, idx=(a, b)))
                        yield z, said(N, y, z)
        elif y.layer:
            letter, k = y.layer
            for step in (-1, 1):
                if not (letter == "L" and k + step > 0):
                    z = replace(y, layer=(letter, k + step))
                    yield z, said(N, y, z)
    yield from edits(eq, each_symbol(change))


def transpose(eq, N):
    def at(n):
        if isinstance(n, T):
            yield n.x, "a transpose dropped"
        elif isinstance(n, Sym) and not n.idx and (n.kind in N.vectors or n.kind in MATRICES) and n.kind not in "CJb":
            yield T(n), f"{tex(n, N)} transposed"
        elif isinstance(n, D) and n.bottom.kind == "w" and not n.bottom.idx:
            yield T(n), "the gradient transposed"
    for e, note in edits(eq, at):
        if not any(isinstance(n, T) and isinstance(n.x, T) for n in walk(e)):
            yield e, note


def factor(eq, N):
    def at(n):
        if isinstance(n, Mul):
            for i, x in enumerate(n.factors):
                rest = n.factors[:i] + n.factors[i + 1:]
                if isinstance(x, (Num, Count)):
                    yield (Mul(rest) if len(rest) > 1 else rest[0]), f"the factor {tex(x, N)} dropped"
                    others = [Num(1, 2), Num(2), *([Count(), Count(True)] if N.count else [])]
                    for o in others:
                        if o != x:
                            yield Mul(n.factors[:i] + (o,) + n.factors[i + 1:]), f"the factor {tex(x, N)} became {tex(o, N)}"
    yield from edits(eq, at)
    if any(isinstance(n, (Num, Count)) and n != Num(1) for n in walk(eq)):
        return
    for c in [Num(2), Num(1, 2), *([Count(), Count(True)] if N.count else [])]:
        r = eq.right
        minus, r = isinstance(r, Neg), r.x if isinstance(r, Neg) else r
        if not isinstance(r, Add):
            r = Mul((c, *r.factors)) if isinstance(r, Mul) else Mul((c, r))
            yield replace(eq, right=Neg(r) if minus else r), f"the factor {tex(c, N)} added"


def function(eq, N):
    def at(n):
        if isinstance(n, Fun):
            if not n.prime:
                yield n.x, "a function dropped"
            for f in ("tanh", "exp", "log"):
                if f != n.name and not n.prime and not (n.name == "log" and f == "tanh"):
                    yield Fun(f, n.x), f"the function became {f}"
            if n.name == "act":
                yield n.x if n.prime else Fun("act", n), "a function dropped" if n.prime else "a function applied twice"
    yield from edits(eq, at)


def total(eq, N):
    used, _ = letters_of(eq, N)

    def at(n):
        if isinstance(n, Sum):
            yield n.body, "a sum dropped"
            for c in sorted(free(n.body) - {n.letter}):
                if not n.examples and not n.layer and c in N.letters and n.letter in N.letters:
                    yield replace(n, letter=c), f"the sum over {n.letter} runs over {c}"
        if isinstance(n, Mul) and not any(isinstance(f, Sum) for f in n.factors):
            for c in sorted(free(n)):
                if c in N.letters:
                    yield Sum(c, n), f"a sum over {c} added"
    yield from edits(eq, at)
    if isinstance(eq.right, (Sym, D)):
        for c in sorted(free(eq.right)):
            if c in N.letters:
                yield replace(eq, right=Sum(c, eq.right)), f"a sum over {c} added"


KIN = {"a": "zd", "z": "ad", "d": "az", "b": "z", "A": "ZD", "Z": "AD", "D": "AZ"}


def node(eq, N):
    example = next((y.ex for y in symbols(eq) if y.ex), None)

    def change(y, inside):
        for k in KIN.get(y.kind, ""):
            z = replace(y, kind=k, ex=example if y.kind == "b" else y.ex)
            if y.kind == "b" and N.name == "ng" and not example:
                z = replace(z, kind="Z")
            if not inside or (y.kind + k in ("az", "za")):
                yield z, said(N, y, z)
        last = ("L", 0) if N.name != "numbered" else (None, 3)
        if not inside and y.kind == "y" and not N.layers:
            z = Sym("a", last, y.idx, y.ex)
            yield z, said(N, y, z)
        if not inside and y.kind == "a" and y.layer == last and not N.layers and (N.name != "ng" or y.ex):
            z = Sym("y", None, y.idx, y.ex)
            yield z, said(N, y, z)
        if not inside and y.kind in "xyXY" and N.name in ("numbered", "ng") and not y.ex:
            z = replace(y, kind={"x": "y", "y": "x", "X": "Y", "Y": "X"}[y.kind])
            yield z, said(N, y, z)
        if not inside and y.kind in ("out1", "y1"):
            z = replace(y, kind={"out1": "y1", "y1": "out1"}[y.kind])
            yield z, said(N, y, z)
    yield from edits(eq, each_symbol(change))


def order(eq, N):
    def matrix(n):
        if isinstance(n, T):
            return True
        y = n.bottom if isinstance(n, D) else n
        return isinstance(y, Sym) and not y.idx and (y.kind in N.vectors or y.kind in MATRICES or N.name == "ng" and y.kind in "azdb")

    def at(n):
        if isinstance(n, Mul):
            for i in range(len(n.factors) - 1):
                if matrix(n.factors[i]) and matrix(n.factors[i + 1]):
                    f = list(n.factors)
                    f[i:i + 2] = f[i + 1], f[i]
                    yield Mul(tuple(f)), "two factors of a matrix product exchanged"
    yield from edits(eq, at)


def operation(eq, N):
    def at(n):
        if isinstance(n, Had):
            yield Mul(n.factors), "an elementwise product became a matrix product (the convention of \\odot would name it)"
            yield Add(n.factors), "an elementwise product became a sum"
        if isinstance(n, Mul) and len(n.factors) == 2 and not any(isinstance(f, (Num, Count, Rate, Sum)) for f in n.factors):
            yield Add(n.factors), "a product became a sum"
        if isinstance(n, Square):
            yield n.x, "a square dropped"
    yield from edits(eq, at)


def term(eq, N):
    def at(n):
        if isinstance(n, Add):
            for i in range(len(n.terms)):
                rest = n.terms[:i] + n.terms[i + 1:]
                yield (Add(rest) if len(rest) > 1 else rest[0]), f"term {i + 1} of a sum dropped"
        if isinstance(n, (Mul, Had)):
            for i, x in enumerate(n.factors):
                rest = n.factors[:i] + n.factors[i + 1:]
                if not isinstance(x, (Num, Count, Rate)) and not all(isinstance(f, (Num, Count, Rate)) for f in rest):
                    yield (replace(n, factors=rest) if len(rest) > 1 else rest[0]), f"the factor {tex(x, N)} dropped"
    yield from edits(eq, at)


def relation(eq, N):
    yield replace(eq, relation=r"\neq"), "= became \\neq"


def equivalent(eq, N):
    yield Eq(eq.right, eq.left), "sides exchanged"
    yield Eq(Neg(eq.left), Neg(eq.right)), "both sides negated"
    yield Eq(*(Mul((Num(2), *(x.factors if isinstance(x, Mul) and not isinstance(x.factors[0], Num) else (x,)))) for x in (eq.left, eq.right))), \
        "both sides doubled"
    r = eq.right
    yield replace(eq, right=Mul((Num(2), Num(1, 2), r))), "a factor 2 · ½"
    yield replace(eq, relation=r"\equiv"), "= became \\equiv"

    def at(n):
        if isinstance(n, Had) or isinstance(n, Mul) and all(not isinstance(f, (Num, Count, Rate)) and scalar(f) for f in n.factors):
            yield replace(n, factors=n.factors[::-1]), "factors commuted"
        if isinstance(n, Add) and not isinstance(n.terms[-1], Neg):
            yield Add(n.terms[::-1]), "terms commuted"
        if isinstance(n, (Square, Norm2)) and isinstance(n.x, Add):
            a, b = n.x.terms
            yield replace(n, x=Add((b.x, Neg(a)))), "a difference negated under a square"
        if isinstance(n, Add) and len(n.terms) == 2 and isinstance(n.terms[1], Neg):
            yield Neg(Add((n.terms[1].x, Neg(n.terms[0])))), "a difference negated twice"
        if isinstance(n, T):
            yield T(T(T(n.x))), "transposed twice more"
        if isinstance(n, Mul) and len(n.factors) == 2 and isinstance(n.factors[0], T):
            yield T(Mul((T(n.factors[1]), n.factors[0].x))), "the transpose of the reversed product"
        if isinstance(n, Mul) and len(n.factors) == 2 and isinstance(n.factors[1], T):
            yield T(Mul((n.factors[1].x, T(n.factors[0])))), "the transpose of the reversed product"
        if isinstance(n, Fun) and n.prime and N.activation == "sigmoid":
            x = Fun("act", n.x)
            yield (Mul if scalar(n.x) else Had)((x, Add((Num(1), Neg(x))))), "the slope of the logistic function written out"
        if isinstance(n, Fun) and n.name == "act" and not n.prime:
            if N.activation == "tanh":
                yield Fun("tanh", n.x), "the function by its name"
        if isinstance(n, Num) and n == Num(1, 2):
            yield Mul((Num(1, 4), Num(2))), "½ as ¼ · 2"
        if isinstance(n, Sum) and isinstance(n.body, Mul) and len(n.body.factors) > 1:
            f = n.body.factors
            out = [x for x in f if n.letter not in free(x)]
            if out:
                yield Mul((*out, replace(n, body=Mul(tuple(x for x in f if x not in out))))), "a factor taken out of its sum"
        if isinstance(n, Mul) and len(n.factors) == 2 and isinstance(n.factors[1], Sum) and n.factors[1].letter not in free(n.factors[0]):
            t = n.factors[1]
            body = t.body.factors if isinstance(t.body, Mul) else (t.body,)
            yield replace(t, body=Mul((n.factors[0], *body))), "a factor taken into its sum"

    def scalar(x):
        return all(isinstance(n, (Num, Count)) or n.idx or n.kind in ("C", "out1", "y1") for n in walk(x) if isinstance(n, (Num, Count, Sym)))

    yield from edits(eq, at)
    used, fresh = letters_of(eq, N)
    if not N.layers:
        rename = lambda old, new: lambda n: (
            replace(n, idx=tuple(new if i == old else i for i in n.idx)) if isinstance(n, Sym)
            else replace(n, letter=new) if isinstance(n, Sum) and n.letter == old else n)
        for old in sorted(used & set(N.letters)):
            yield everywhere(eq, rename(old, fresh[0])), f"the letter {old} renamed everywhere"
        both = [c for c in sorted(used) if c in N.letters]
        if len(both) == 2:
            a, b = both
            e = everywhere(everywhere(everywhere(eq, rename(a, "?")), rename(b, a)), rename("?", b))
            yield e, "two letters exchanged everywhere"
    if any(y.layer and y.layer[0] == "l" for y in symbols(eq)):
        for k in (-1, 1):
            yield everywhere(eq, lambda n: replace(n, layer=("l", n.layer[1] + k)) if isinstance(n, Sym) and n.layer and n.layer[0] == "l" else n), \
                "the layer shifted everywhere"


KINDS = {"sign": sign, "prime": prime, "index": index, "layer": layer, "transpose": transpose, "factor": factor, "function": function,
         "sum": total, "node": node, "order": order, "operation": operation, "term": term, "relation": relation, "equivalent": equivalent}
