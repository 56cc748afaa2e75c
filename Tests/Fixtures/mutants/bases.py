"""The equations that hold, from which the mutants are made: those of the judged notebooks and their like, per notation."""
from expressions import Add, Count, D, Eq, Fun, Had, Mul, Neg, Norm2, Num, Rate, Square, Sum, Sym, T
from notations import Nets

half, one = Num(1, 2), Num(1)


def layer(text):
    """"l+1" as ("l", 1), "2" as (None, 2)."""
    text = str(text)
    return (None, int(text)) if text.isdigit() else (text[0], int(text[1:] or 0))


def s(kind, l=None, idx="", ex=None):
    return Sym(kind, None if l is None else layer(l), tuple(idx), ex)


def mul(*f):
    return Mul(f)


def had(*f):
    return Had(f)


def plus(*t):
    return Add(t)


def minus(a, b):
    return Add((a, Neg(b)))


def act(x):
    return Fun("act", x)


def slope(x):
    return Fun("act", x, True)


def nielsen():
    a, z, w, b, d = (lambda l, i="", k=k: s(k, l, i) for k in "azwbd")
    y, yj, C = s("y"), s("y", idx="j"), s("C")
    by = lambda n: D(C, n)
    return {
        "23": Eq(a("l", "j"), act(plus(Sum("k", mul(w("l", "jk"), a("l-1", "k"))), b("l", "j")))),
        "25": Eq(a("l"), act(plus(mul(w("l"), a("l-1")), b("l")))),
        "weighted-input": Eq(z("l"), plus(mul(w("l"), a("l-1")), b("l"))),
        "activation": Eq(a("l"), act(z("l"))),
        "activation-unit": Eq(a("l", "j"), act(z("l", "j"))),
        "weighted-input-unit": Eq(z("l", "j"), plus(Sum("k", mul(w("l", "jk"), a("l-1", "k"))), b("l", "j"))),
        "27a": Eq(C, mul(half, Norm2(minus(y, a("L"))))),
        "27b": Eq(C, mul(half, Sum("j", Square(minus(yj, a("L", "j")))))),
        "29": Eq(d("l", "j"), by(z("l", "j"))),
        "29v": Eq(d("l"), by(z("l"))),
        "bp1": Eq(d("L", "j"), mul(by(a("L", "j")), slope(z("L", "j")))),
        "output": Eq(by(a("L", "j")), minus(a("L", "j"), yj)),
        "bp1a": Eq(d("L"), had(by(a("L")), slope(z("L")))),
        "gradient": Eq(by(a("L")), minus(a("L"), y)),
        "30": Eq(d("L"), had(minus(a("L"), y), slope(z("L")))),
        "30u": Eq(d("L", "j"), mul(minus(a("L", "j"), yj), slope(z("L", "j")))),
        "30aa": Eq(d("L"), had(minus(a("L"), y), a("L"), minus(one, a("L")))),
        "30uaa": Eq(d("L", "j"), mul(minus(a("L", "j"), yj), a("L", "j"), minus(one, a("L", "j")))),
        "bp2": Eq(d("l"), had(mul(T(w("l+1")), d("l+1")), slope(z("l")))),
        "bp3": Eq(by(b("l", "j")), d("l", "j")),
        "bp3v": Eq(by(b("l")), d("l")),
        "bp4": Eq(by(w("l", "jk")), mul(a("l-1", "k"), d("l", "j"))),
        "bp4v": Eq(by(w("l")), mul(d("l"), T(a("l-1")))),
        "37": Eq(d("L", "j"), Sum("k", mul(by(a("L", "k")), D(a("L", "k"), z("L", "j"))))),
        "38": Eq(d("L", "j"), mul(by(a("L", "j")), D(a("L", "j"), z("L", "j")))),
        "38z": Eq(by(z("l", "j")), mul(by(a("l", "j")), D(a("l", "j"), z("l", "j")))),
        "41": Eq(by(z("l", "j")), Sum("k", mul(by(z("l+1", "k")), D(z("l+1", "k"), z("l", "j"))))),
        "42": Eq(d("l", "j"), Sum("k", mul(D(z("l+1", "k"), z("l", "j")), d("l+1", "k")))),
        "43": Eq(z("l+1", "k"), plus(Sum("j", mul(w("l+1", "kj"), a("l", "j"))), b("l+1", "k"))),
        "43s": Eq(z("l+1", "k"), plus(Sum("j", mul(w("l+1", "kj"), act(z("l", "j")))), b("l+1", "k"))),
        "44": Eq(D(z("l+1", "k"), z("l", "j")), mul(w("l+1", "kj"), slope(z("l", "j")))),
        "44a": Eq(D(z("l+1", "k"), a("l", "j")), w("l+1", "kj")),
        "45": Eq(d("l", "j"), Sum("k", mul(w("l+1", "kj"), d("l+1", "k"), slope(z("l", "j"))))),
        "45o": Eq(d("l", "j"), mul(slope(z("l", "j")), Sum("k", mul(w("l+1", "kj"), d("l+1", "k"))))),
        "back": Eq(by(a("l", "j")), Sum("k", mul(w("l+1", "kj"), d("l+1", "k")))),
        "back-v": Eq(by(a("l")), mul(T(w("l+1")), d("l+1"))),
        "slope": Eq(slope(z("l", "j")), mul(a("l", "j"), minus(one, a("l", "j")))),
        "slope-v": Eq(slope(z("l")), had(a("l"), minus(one, a("l")))),
        "slope-s": Eq(slope(z("l")), had(act(z("l")), minus(one, act(z("l"))))),
        "by-weight": Eq(D(z("l", "j"), w("l", "jk")), a("l-1", "k")),
        "by-input": Eq(D(a("l", "j"), z("l", "j")), slope(z("l", "j"))),
        "path": Eq(by(a("l", "j")), Sum("k", mul(by(a("l+1", "k")), D(a("l+1", "k"), a("l", "j"))))),
    }


def batch():
    a, z, d = (lambda l, i="", k=k: s(k, l, i, "x") for k in "azd")
    w, b = (lambda l, i="", k=k: s(k, l, i) for k in "wb")
    y, yj, C, J, mean = s("y", ex="x"), s("y", None, "j", "x"), s("C", ex="x"), s("J"), Count(True)
    return {
        "26": Eq(J, mul(half, mean, Sum("x", Norm2(minus(y, a("L")))))),
        "26u": Eq(J, mul(half, mean, Sum("x", Sum("j", Square(minus(yj, a("L", "j"))))))),
        "mean-cost": Eq(J, mul(mean, Sum("x", C))),
        "example-cost": Eq(C, mul(half, Norm2(minus(y, a("L"))))),
        "example-cost-unit": Eq(C, mul(half, Sum("j", Square(minus(yj, a("L", "j")))))),
        "batch-z": Eq(z("l"), plus(mul(w("l"), a("l-1")), b("l"))),
        "batch-z-unit": Eq(z("l", "j"), plus(Sum("k", mul(w("l", "jk"), a("l-1", "k"))), b("l", "j"))),
        "batch-a": Eq(a("l"), act(z("l"))),
        "batch-output-error": Eq(d("L"), had(minus(a("L"), y), slope(z("L")))),
        "batch-output-unit": Eq(d("L", "j"), mul(minus(a("L", "j"), yj), slope(z("L", "j")))),
        "batch-error": Eq(d("l"), had(mul(T(w("l+1")), d("l+1")), slope(z("l")))),
        "batch-error-unit": Eq(d("l", "j"), mul(slope(z("l", "j")), Sum("k", mul(w("l+1", "kj"), d("l+1", "k"))))),
        "mean-w": Eq(D(J, w("l")), mul(mean, Sum("x", mul(d("l"), T(a("l-1")))))),
        "mean-b": Eq(D(J, b("l")), mul(mean, Sum("x", d("l")))),
        "mean-w-unit": Eq(D(J, w("l", "jk")), mul(mean, Sum("x", mul(a("l-1", "k"), d("l", "j"))))),
        "mean-b-unit": Eq(D(J, b("l", "j")), mul(mean, Sum("x", d("l", "j")))),
        "mean-of-gradients": Eq(D(J, w("l", "jk")), mul(mean, Sum("x", D(C, w("l", "jk"))))),
        "example-w": Eq(D(C, w("l")), mul(d("l"), T(a("l-1")))),
        "example-w-unit": Eq(D(C, w("l", "jk")), mul(a("l-1", "k"), d("l", "j"))),
        "example-b": Eq(D(C, b("l", "j")), d("l", "j")),
        "example-output": Eq(D(C, a("L", "j")), minus(a("L", "j"), yj)),
        "example-29": Eq(d("l", "j"), D(C, z("l", "j"))),
    }


def rows():
    h, z, w, b, d, step = (lambda l, i="", k=k: s(k, l, i) for k in ("a", "z", "w", "b", "d", "step"))
    y, yj, E = s("y"), s("y", idx="j"), s("C")
    by = lambda n: D(E, n)
    return {
        "1-2a": Eq(h("l", "j"), act(z("l", "j"))),
        "1-2b": Eq(h("l", "j"), act(plus(Sum("i", mul(w("l", "ij"), h("l-1", "i"))), b("l", "j")))),
        "1-2z": Eq(z("l", "j"), plus(Sum("i", mul(w("l", "ij"), h("l-1", "i"))), b("l", "j"))),
        "1-3": Eq(step("l", "ij"), Neg(mul(Rate(), by(w("l", "ij"))))),
        "1-4a": Eq(d("l", "j"), by(z("l", "j"))),
        "1-4b": Eq(d("l", "j"), Sum("k", mul(by(z("l+1", "k")), D(z("l+1", "k"), z("l", "j"))))),
        "1-4c": Eq(d("l", "j"), Sum("k", mul(d("l+1", "k"), D(z("l+1", "k"), h("l", "j")), D(h("l", "j"), z("l", "j"))))),
        "1-4d": Eq(d("l", "j"), Sum("k", mul(d("l+1", "k"), w("l+1", "jk"), slope(z("l", "j"))))),
        "1-4e": Eq(d("l", "j"), mul(slope(z("l", "j")), Sum("k", mul(d("l+1", "k"), w("l+1", "jk"))))),
        "1-4z": Eq(z("l+1", "k"), plus(Sum("j", mul(w("l+1", "jk"), h("l", "j"))), b("l+1", "k"))),
        "1-5": Eq(step("l"), Neg(mul(Rate(), T(h("l-1")), d("l")))),
        "1-5u": Eq(step("l", "ij"), Neg(mul(Rate(), h("l-1", "i"), d("l", "j")))),
        "1-6": Eq(h("l"), act(plus(mul(h("l-1"), w("l")), b("l")))),
        "1-6a": Eq(h("l"), act(z("l"))),
        "1-6z": Eq(z("l"), plus(mul(h("l-1"), w("l")), b("l"))),
        "1-7": Eq(d("l"), had(slope(z("l")), mul(d("l+1"), T(w("l+1"))))),
        "1-7h": Eq(by(h("l")), mul(d("l+1"), T(w("l+1")))),
        "gradient-w": Eq(by(w("l")), mul(T(h("l-1")), d("l"))),
        "gradient-w-unit": Eq(by(w("l", "ij")), mul(h("l-1", "i"), d("l", "j"))),
        "gradient-b": Eq(by(b("l", "j")), d("l", "j")),
        "output": Eq(d("L"), had(minus(h("L"), y), slope(z("L")))),
        "output-unit": Eq(d("L", "j"), mul(minus(h("L", "j"), yj), slope(z("L", "j")))),
        "cost": Eq(E, mul(half, Norm2(minus(h("L"), y)))),
        "cost-unit": Eq(E, mul(half, Sum("j", Square(minus(h("L", "j"), yj))))),
        "slope": Eq(slope(z("l", "j")), minus(one, Square(h("l", "j")))),
        "slope-v": Eq(slope(z("l")), minus(one, had(h("l"), h("l")))),
        "by-weight": Eq(D(z("l", "j"), w("l", "ij")), h("l-1", "i")),
        "by-activation": Eq(D(z("l+1", "k"), h("l", "j")), w("l+1", "jk")),
    }


def ng():
    W, b, Z, A, dZ, dW, db = (lambda l, k=k: s(k, l) for k in ("w", "b", "Z", "A", "D", "dW", "db"))
    z, a, d = (lambda l, k=k: s(k, l, ex="i") for k in "zad")
    X, Y, J, mean = s("X"), s("Y"), s("J"), Count(True)
    y, p, t, loss = s("y", ex="i"), s("out1", ex="i"), s("y1", ex="i"), s("C", ex="i")
    over = lambda body: mul(mean, Sum("i", body, examples=True))
    log = lambda x: Fun("log", x)
    both = plus(mul(t, log(p)), mul(minus(one, t), log(minus(one, p))))
    return {
        "forward": Eq(Z("l"), plus(mul(W("l"), A("l-1")), b("l"))),
        "forward-1": Eq(Z("1"), plus(mul(W("1"), X), b("1"))),
        "activation": Eq(A("l"), act(Z("l"))),
        "forward-example": Eq(z("l"), plus(mul(W("l"), a("l-1")), b("l"))),
        "activation-example": Eq(a("l"), act(z("l"))),
        "2-3a": Eq(dZ("L"), minus(A("L"), Y)),
        "2-3b": Eq(dW("L"), mul(mean, dZ("L"), T(A("L-1")))),
        "dw": Eq(dW("l"), mul(mean, dZ("l"), T(A("l-1")))),
        "dw-1": Eq(dW("1"), mul(mean, dZ("1"), T(X))),
        "by-w": Eq(D(J, W("l")), mul(mean, dZ("l"), T(A("l-1")))),
        "2-i2": Eq(dW("l"), D(J, W("l"))),
        "2-i2b": Eq(db("l"), D(J, b("l"))),
        "2-4a": Eq(dZ("l"), had(mul(T(W("l+1")), dZ("l+1")), slope(Z("l")))),
        "2-4aa": Eq(dZ("l"), had(mul(T(W("l+1")), dZ("l+1")), A("l"), minus(one, A("l")))),
        "2-i3": Eq(slope(Z("l")), had(A("l"), minus(one, A("l")))),
        "db-example": Eq(db("l"), over(d("l"))),
        "dw-example": Eq(dW("l"), over(mul(d("l"), T(a("l-1"))))),
        "by-w-example": Eq(D(J, W("l")), over(mul(d("l"), T(a("l-1"))))),
        "output-example": Eq(d("L"), minus(a("L"), y)),
        "error-example": Eq(d("l"), had(mul(T(W("l+1")), d("l+1")), slope(z("l")))),
        "slope-example": Eq(slope(z("l")), had(a("l"), minus(one, a("l")))),
        "2-2": Eq(J, over(loss)),
        "2-11": Eq(J, Neg(over(both))),
        "2-12": Eq(loss, Neg(both)),
        "loss-slope": Eq(mul(D(loss, p), p, minus(one, p)), minus(p, t)),
    }


def numbered():
    W, b, z, a, d = (lambda l, i="", k=k: s(k, l, i) for k in "wbzad")
    x, y, L = s("x"), s("y"), s("C")
    xj, yi = s("x", idx="j"), s("y", idx="i")
    by = lambda n: D(L, n)
    return {
        "4-3": Eq(z("1"), plus(mul(W("1"), x), b("1"))),
        "4-4": Eq(z("1", "i"), plus(Sum("j", mul(W("1", "ij"), xj), layer("0")), b("1", "i"))),
        "4-5": Eq(a("1"), act(z("1"))),
        "4-6": Eq(a("1", "i"), act(z("1", "i"))),
        "4-7": Eq(z("2"), plus(mul(W("2"), a("1")), b("2"))),
        "4-8": Eq(z("2", "i"), plus(Sum("j", mul(W("2", "ij"), a("1", "j"))), b("2", "i"))),
        "4-9": Eq(a("3"), act(plus(mul(W("3"), a("2")), b("3")))),
        "4-11a": Eq(L, mul(half, Norm2(minus(a("3"), y)))),
        "4-11b": Eq(L, mul(half, Sum("i", Square(minus(a("3", "i"), yi))))),
        "4-12": Eq(by(a("3")), minus(a("3"), y)),
        "4-16": Eq(by(a("3", "i")), minus(a("3", "i"), yi)),
        "4-22": Eq(slope(z("2")), had(act(z("2")), minus(one, act(z("2"))))),
        "4-24": Eq(by(z("3")), had(minus(a("3"), y), slope(z("3")))),
        "4-24a": Eq(by(z("3")), had(minus(a("3"), y), a("3"), minus(one, a("3")))),
        "4-29": Eq(D(z("2", "i"), W("2", "ij")), a("1", "j")),
        "4-31": Eq(by(W("3")), mul(by(z("3")), T(a("2")))),
        "4-32": Eq(by(W("2", "ij")), mul(by(z("2", "i")), a("1", "j"))),
        "4-35": Eq(by(b("2")), by(z("2"))),
        "4-40": Eq(D(z("3", "i"), a("2", "j")), W("3", "ij")),
        "4-41": Eq(D(z("2"), a("1")), W("2")),
        "4-42": Eq(by(a("2")), mul(T(W("3")), by(z("3")))),
        "4-42u": Eq(by(a("1", "j")), Sum("i", mul(W("2", "ij"), d("2", "i")))),
        "4-46": Eq(by(z("2")), had(mul(T(W("3")), by(z("3"))), slope(z("2")))),
        "4-46d": Eq(d("1"), had(mul(T(W("2")), d("2")), slope(z("1")))),
        "4-53": Eq(by(W("1")), mul(by(z("1")), T(x))),
        "4-54": Eq(by(W("1", "ij")), mul(by(z("1", "i")), xj)),
        "4-53d": Eq(by(W("2")), mul(d("2"), T(a("1")))),
    }


def net():
    def n(kind, idx):
        return Nets().settled(s(kind, 3, idx))
    o, e, w, b, d = (lambda i, k=k: n(k, i) for k in "azwbd")
    t, x, E = s("y", idx="k"), s("x", idx="h"), s("C")
    by = lambda y: D(E, y)
    return {
        "0-5": Eq(e("k"), plus(Sum("j", mul(w("kj"), o("j"))), b("k"))),
        "0-5j": Eq(e("j"), plus(Sum("i", mul(w("ji"), o("i"))), b("j"))),
        "0-5i": Eq(e("i"), plus(Sum("h", mul(w("ih"), x)), b("i"))),
        "0-3": Eq(o("k"), act(e("k"))),
        "0-3j": Eq(o("j"), act(plus(Sum("i", mul(w("ji"), o("i"))), b("j")))),
        "0-1": Eq(E, mul(half, Sum("k", Square(minus(t, o("k")))))),
        "0-2": Eq(by(o("k")), minus(o("k"), t)),
        "0-4": Eq(D(o("k"), e("k")), slope(e("k"))),
        "0-4a": Eq(D(o("k"), e("k")), mul(o("k"), minus(one, o("k")))),
        "0-6": Eq(D(e("k"), w("kj")), o("j")),
        "0-7": Eq(by(w("kj")), mul(by(o("k")), D(o("k"), e("k")), D(e("k"), w("kj")))),
        "0-9": Eq(d("k"), mul(by(o("k")), D(o("k"), e("k")))),
        "0-10": Eq(by(w("kj")), mul(d("k"), o("j"))),
        "0-10j": Eq(by(w("ji")), mul(d("j"), o("i"))),
        "0-10i": Eq(by(w("ih")), mul(d("i"), x)),
        "0-8": Eq(by(b("j")), d("j")),
        "0-16": Eq(d("k"), mul(minus(o("k"), t), slope(e("k")))),
        "0-16a": Eq(d("k"), mul(minus(o("k"), t), o("k"), minus(one, o("k")))),
        "0-17": Eq(d("j"), mul(Sum("k", mul(d("k"), w("kj"))), slope(e("j")))),
        "0-17i": Eq(d("i"), mul(Sum("j", mul(d("j"), w("ji"))), slope(e("i")))),
        "3-11": Eq(by(o("j")), Sum("k", mul(by(e("k")), D(e("k"), o("j"))))),
        "3-11w": Eq(by(o("j")), Sum("k", mul(by(e("k")), w("kj")))),
        "inner": Eq(D(e("k"), o("j")), w("kj")),
    }


BASES = {"nielsen": nielsen(), "batch": batch(), "rows": rows(), "ng": ng(), "numbered": numbered(), "net": net()}
