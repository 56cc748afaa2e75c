"""Planted equations, authors' mistakes and printed numbers of two-two-one-by-hand, gewichten-van-een-neuron and alpha-beta-and-two-sums, confirmed on random networks (NumPy only); with the networks of `course_notebooks.py`."""
import numpy as np
from course_notebooks import Net, check, finish, numeric, prime, sigmoid, tanh, softmax, half, squares, bce, cce

H = 1e-30


def no_bias(n):
    for l in n.b: n.b[l][:] = 0
    return n


def digits(doc, label, true, printed, expect="holds"):
    """A final literal, given as text, against the true value: half a unit of its last digit."""
    places = len(printed.split(".")[1])
    ok = abs(true - float(printed)) <= .5 * 10 ** -places + 1e-12
    check(doc, label, expect, [(1., 1.) if ok else (1., 2.)])


class I:
    """Interval of a printed literal."""
    def __init__(s, lo, hi): s.lo, s.hi = min(lo, hi), max(lo, hi)
    def __add__(s, o): o = lift(o); return I(s.lo + o.lo, s.hi + o.hi)
    def __neg__(s): return I(-s.hi, -s.lo)
    def __sub__(s, o): return s + (-lift(o))
    def __mul__(s, o):
        o = lift(o); c = [a * b for a in (s.lo, s.hi) for b in (o.lo, o.hi)]
        return I(min(c), max(c))
    __rmul__ = __mul__
    __radd__ = __add__
    def __rsub__(s, o): return lift(o) - s


def lift(x): return x if isinstance(x, I) else I(x, x)
def lit(t):
    h = .5 * 10 ** -len(t.split(".")[1]); return I(float(t) - h, float(t) + h)
def meet(doc, label, a, b):
    a, b = lift(a), lift(b)
    check(doc, label, "holds", [(1., 1.) if a.lo <= b.hi + 1e-12 and b.lo <= a.hi + 1e-12 else (1., 2.)])


def main():
    E = range(3)

    D = "alpha-beta-and-two-sums"
    # z_1 = s(al.x), z_2 = s(be.x), u = w.z; the loss is summed over the examples
    r = np.random.default_rng(27)
    X, Y = r.normal(size=(4, 3)), r.uniform(.05, .95, 4)
    al, be, w = r.normal(size=3), r.normal(size=3), r.normal(size=2)
    hid = lambda al, be: np.stack([sigmoid(X @ al), sigmoid(X @ be)], 1)
    loss = lambda w, al, be: np.sum((Y - sigmoid(hid(al, be) @ w)) ** 2)
    Z = hid(al, be)
    U = Z @ w
    gw, ga, gb = numeric(lambda v: loss(v, al, be), w), numeric(lambda v: loss(w, v, be), al), numeric(lambda v: loss(w, al, v), be)
    s1 = prime(sigmoid, U)
    c = 2 * (Y - sigmoid(U)) * s1
    check(D, "eq-5", "holds", [(gw, -c @ Z)])
    check(D, "p1", "fails", [(Z[:, 1], sigmoid(X @ al))])
    check(D, "p2", "fails", [(gw, c @ Z)])
    check(D, "p3", "holds", [(gw, (2 * (sigmoid(U) - Y) * sigmoid(U) * (1 - sigmoid(U))) @ Z)])
    inner = np.array([numeric(lambda v: sigmoid(np.sum(Z[i] * v)), w) for i in range(4)])
    check(D, "eq-7", "holds", [(inner, (sigmoid(U) * (1 - sigmoid(U)))[:, None] * Z)])
    check(D, "eq-6", "fails", [(gw, 2 * (Y - sigmoid(U)) @ inner)])
    check(D, "eq-6 repaired", "holds", [(gw, -2 * (Y - sigmoid(U)) @ inner)])
    check(D, "eq-10", "holds", [(ga, -(c * w[0] * Z[:, 0] * (1 - Z[:, 0])) @ X)])
    check(D, "eq-11", "holds", [(gb, -(c * w[1] * Z[:, 1] * (1 - Z[:, 1])) @ X)])
    check(D, "p4", "fails", [(gb, -(c * w[1] * Z[:, 0] * (1 - Z[:, 0])) @ X)])
    check(D, "p5", "fails", [(ga, -(c * w[0]) @ X)])

    D = "two-two-one-by-hand"
    S = Net((2, 2, 1), (tanh, tanh), squares, 23, examples=1)
    S.W = {1: np.array([[.3, -.1], [.2, .4]]), 2: np.array([[.5, -.3]])}
    S.b = {1: np.array([.1, -.2]), 2: np.array([.2])}
    S.x, S.y = np.array([[.5, -.2]]), np.array([[1.]])
    z, h, u, y = S(0, "z", 1), S(0, "a", 1), S(0, "z", 2)[0], S(0, "a", 2)[0]
    g = {k: S.d(0, "E", k) for k in (("a", 2), ("z", 2), ("W", 2), ("b", 2), ("a", 1), ("z", 1), ("W", 1), ("b", 1))}
    for label, true, printed in (("eq-2", z[0], "0.2700"), ("eq-3", z[1], "-0.1800"), ("eq-4", h[0], "0.2636"), ("eq-5", h[1], "-0.1781"),
                                 ("eq-6", u, "0.3852"), ("eq-7", y, "0.3672"), ("eq-8", S.forward(0)["E"].real, "0.4004"), ("eq-9", g["a", 2][0], "-1.2655"),
                                 ("eq-10", g["z", 2][0], "-1.0948"), ("eq-11", g["W", 2][0, 0], "-0.2886"), ("eq-12", g["W", 2][0, 1], "0.1950"),
                                 ("eq-13", g["b", 2][0], "-1.0948"), ("eq-14", g["a", 1][0], "-0.5474"), ("eq-15", g["a", 1][1], "0.3284"),
                                 ("eq-16", g["z", 1][0], "-0.5094"), ("eq-17", g["z", 1][1], "0.3180"), ("eq-18", g["W", 1][0, 0], "-0.2547"),
                                 ("eq-19", g["W", 1][1, 0], "0.1590"), ("eq-20 left", g["b", 1][0], "-0.5094"), ("eq-20 right", g["b", 1][1], "0.3180"),
                                 ("eq-21 left", .5 - .3 * g["W", 2][0, 0], "0.5866"), ("eq-21 right", -.3 - .3 * g["W", 2][0, 1], "-0.3585"),
                                 ("eq-22", .2 - .3 * g["b", 2][0], "0.5284")):
        digits(D, label, true, printed)
    digits(D, "p1", z[1], "-0.0200", "fails")
    digits(D, "p2", u, "0.3582", "fails")
    L = lit
    meet(D, "eq-6 middle", .5 * L("0.2636") + (-.3) * L("-0.1781") + .2, L("0.1318") + L("0.0534") + .2)
    meet(D, "eq-6 end", L("0.1318") + L("0.0534") + .2, L("0.3852"))
    meet(D, "eq-7 middle", I(np.tanh(L("0.3852").lo), np.tanh(L("0.3852").hi)), L("0.3672"))
    r = 1 - L("0.3672")
    meet(D, "eq-8 end", r * r, L("0.4004"))
    meet(D, "eq-9 end", -2 * r, L("-1.2655"))
    s = 1 - L("0.3672") * L("0.3672")
    meet(D, "eq-10 third", L("-1.2655") * s, L("-1.2655") * L("0.8652"))
    meet(D, "eq-10 end", L("-1.2655") * L("0.8652"), L("-1.0948"))
    meet(D, "eq-11 end", L("-1.0948") * L("0.2636"), L("-0.2886"))
    meet(D, "eq-12 end", L("-1.0948") * L("-0.1781"), L("0.1950"))
    meet(D, "eq-14 end", L("-1.0948") * .5, L("-0.5474"))
    meet(D, "eq-15 end", L("-1.0948") * -.3, L("0.3284"))
    meet(D, "eq-16 third", L("-0.5474") * (1 - L("0.2636") * L("0.2636")), L("-0.5474") * L("0.9305"))
    meet(D, "eq-16 end", L("-0.5474") * L("0.9305"), L("-0.5094"))
    meet(D, "eq-17 third", L("0.3284") * (1 - L("0.1781") * L("0.1781")), L("0.3284") * L("0.9683"))
    meet(D, "eq-17 end", L("0.3284") * L("0.9683"), L("0.3180"))
    meet(D, "eq-18 end", L("-0.5094") * .5, L("-0.2547"))
    meet(D, "eq-19 end", L("0.3180") * .5, L("0.1590"))
    meet(D, "eq-21 l", .5 - .3 * L("-0.2886"), L("0.5866"))
    meet(D, "eq-21 r", -.3 - .3 * L("0.1950"), L("-0.3585"))
    meet(D, "eq-22 end", .2 - .3 * L("-1.0948"), L("0.5284"))
    R = Net((2, 2, 1), (tanh, tanh), squares, 24)
    for e in E:
        d = lambda k: R.d(e, "E", k)
        t = f" example {e}"
        yy = R(e, "a", 2)
        check(D, "p3" + t, "fails", [(d(("a", 2)), -(R.y[e] - yy))])
        check(D, "p4" + t, "holds", [(d(("z", 2)), d(("a", 2)) * (1 - yy) * (1 + yy))])
        check(D, "p5" + t, "fails", [(d(("z", 1))[1], d(("a", 1))[1] * (1 - R(e, "z", 1)[1] ** 2))])
        check(D, "p6" + t, "fails", [(d(("W", 1))[0, 1], d(("z", 1))[1] * R.x[e][0])])
    C = Net((4, 5, 3), (tanh, softmax), cce, 25, targets="dist")
    p = C(0, "a", 2)
    check(D, "eq-24", "holds", [(C.d(0, ("a", 2), ("z", 2)), np.array([[p[k] * ((i == k) - p[i]) for i in range(3)] for k in range(3)]))])
    check(D, "eq-26", "holds", [(C.d(0, "E", ("z", 2)), p - C.y[0])])

    D = "gewichten-van-een-neuron"
    G = Net((2, 1), (sigmoid,), bce, 26)
    x = np.linspace(-2, 2, 9)
    check(D, "p1", "fails", [(prime(sigmoid, x), sigmoid(x) * (1 + sigmoid(x)))])
    for e in E:
        d = lambda k: G.d(e, "E", k)
        t = f" example {e}"
        yh, y = G(e, "a", 1), G.y[e]
        check(D, "eq-11" + t, "holds", [(d(("a", 1)), -y / yh + (1 - y) / (1 - yh))])
        check(D, "p2" + t, "fails", [(d(("a", 1)), -y / yh - (1 - y) / (1 - yh))])
        dz = G.d(e, ("z", 1), ("W", 1))[0, 0]
        check(D, "p3" + t, "fails", [(dz, G.x[e][::-1])])
        check(D, "eq-13" + t, "holds", [(dz, G.x[e])])
        check(D, "p4" + t, "holds", [(d(("W", 1))[0, 0], (-(y - yh) * G.x[e][0])[0])])
        check(D, "p5" + t, "fails", [(d(("W", 1))[0, 1], ((yh - y) * yh * (1 - yh) * G.x[e][1])[0])])
        check(D, "p6" + t, "fails", [(-G.eta * d(("W", 1))[0, 1], (-G.eta * (yh - y))[0])])
    finish()


if __name__ == "__main__":
    main()
