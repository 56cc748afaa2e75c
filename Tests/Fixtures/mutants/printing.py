"""The LaTeX of an equation."""
from expressions import Add, Count, D, Eq, Fun, Had, Mul, Neg, Norm2, Num, Rate, Square, Sum, Sym, T


def group(tex):
    return rf"\left( {tex} \right)"


def tex(n, N):
    t = lambda x: tex(x, N)
    if isinstance(n, Num):
        return str(n.p) if n.q == 1 else rf"\frac{{{n.p}}}{{{n.q}}}"
    if isinstance(n, Count):
        return rf"\frac{{1}}{{{N.count}}}" if n.inverse else N.count
    if isinstance(n, Rate):
        return N.rate
    if isinstance(n, Sym):
        return N.symbol(n)
    if isinstance(n, D):
        return rf"\frac{{\partial {t(n.top)}}}{{\partial {t(n.bottom)}}}"
    if isinstance(n, Neg):
        return "-" + (group(t(n.x)) if isinstance(n.x, (Add, Neg)) else t(n.x))
    if isinstance(n, T):
        return N.transposed(n.x) if isinstance(n.x, Sym) else group(t(n.x)) + "^T"
    if isinstance(n, Fun):
        name = N.function if n.name == "act" else "\\" + n.name
        return name + ("'" if n.prime else "") + group(t(n.x))
    if isinstance(n, Square):
        return group(t(n.x)) + "^2"
    if isinstance(n, Norm2):
        return rf"\left\| {t(n.x)} \right\|^2"
    if isinstance(n, Sum):
        high = N.count if n.examples else N.width(n.layer) if n.layer else ""
        sign = rf"\sum_{{{n.letter}=1}}^{{{high}}}" if high else rf"\sum_{n.letter}"
        return sign + " " + (group(t(n.body)) if isinstance(n.body, (Add, Neg)) else t(n.body))
    if isinstance(n, Add):
        out = ""
        for i, x in enumerate(n.terms):
            minus, y = isinstance(x, Neg), x.x if isinstance(x, Neg) else x
            y = group(t(y)) if isinstance(y, (Add, Neg)) else t(y)
            out += (" - " if i else "-") + y if minus else (" + " if i else "") + y
        return out
    if isinstance(n, Had):
        return r" \odot ".join(group(t(x)) if isinstance(x, (Add, Neg, Mul, Sum, Had)) else t(x) for x in n.factors)
    if isinstance(n, Mul):
        out = ""
        for i, x in enumerate(n.factors):
            inner = isinstance(x, (Add, Neg, Had)) or isinstance(x, Sum) and i + 1 < len(n.factors) or isinstance(x, Mul)
            y = group(t(x)) if inner else t(x)
            last = n.factors[i - 1] if i else None
            dot = i and (isinstance(last, Num) and (isinstance(x, (Num, Count)) or last.q == 1 and isinstance(x, D))
                         or isinstance(last, Sym) and (last.idx or last.kind in ("y1", "out1")) and y.startswith(r"\left("))
            out += (r" \cdot " if dot else " " if i else "") + y
        return out
    if isinstance(n, Eq):
        return f"{t(n.left)} {n.relation} {t(n.right)}"
    raise TypeError(n)
