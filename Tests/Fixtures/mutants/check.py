#!/usr/bin/env python3
"""Judges mutants.tsv a second time and prints how far it agrees: `check.py` a random sample of 60 and more, `check.py --all` every row.

Nothing is shared with make_mutants.py: the LaTeX is read back, letters are enumerated one by one, products are NumPy's on columns and rows,
and every derivative comes from backpropagation worked out by hand. Other networks, other seeds.
"""
import csv
import itertools
import pathlib
import random
import re
import sys

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
TOKEN = re.compile(r"\s*(\\text\{net\}|\\vec\{\\?[a-zA-Z]+\}|\\Delta \\vec\{W\}|\\Delta w|\\mathcal\{L\}|\\[a-zA-Z]+|\\\||dZ|dW|db|\d+|[a-zA-Z]|.)")
NET_LAYERS = {"h": 0, "i": 1, "j": 2, "k": 3}
KINDS = {"h": "a", "o": "a", "A": "a", "Z": "z", "dZ": "d", r"\delta": "d", r"\text{net}": "z", "W": "w", r"\Delta w": "step", r"\Delta \vec{W}": "step"}


class Bad(Exception):
    pass


class Network:
    def __init__(s, widths, m, seed, tanh, entropy):
        r = np.random.default_rng(seed)
        s.n, s.L, s.m, s.entropy, s.rate = widths, len(widths) - 1, m, entropy, 0.3
        s.f = np.tanh if tanh else lambda z: (1 + np.tanh(z / 2)) / 2
        s.g = (lambda z: 1 / np.cosh(z) ** 2) if tanh else lambda z: s.f(z) * s.f(-z)
        s.w = [None] + [r.normal(size=(a, b)) for a, b in zip(widths[1:], widths)]
        s.b = [None] + [r.normal(size=a) for a in widths[1:]]
        s.a, s.z, s.y = [r.normal(size=(m, widths[0]))], [None], r.uniform(0.1, 0.9, (m, widths[-1]))
        for l in range(1, s.L + 1):
            s.z.append(s.a[-1] @ s.w[l].T + s.b[l])
            s.a.append(s.f(s.z[l]))
        out = s.a[-1]
        s.C = -(s.y * np.log(out) + (1 - s.y) * np.log(1 - out)).sum(1) if entropy else 0.5 * ((out - s.y) ** 2).sum(1)
        s.da = [None] * s.L + [(out - s.y) / (out * (1 - out)) if entropy else out - s.y]
        s.d = [None] * (s.L + 1)
        for l in range(s.L, 0, -1):
            s.d[l] = s.da[l] * s.g(s.z[l])
            s.da[l - 1] = s.d[l] @ s.w[l]

    def jacobian(s, top, lt, bottom, lb, e):
        """d (a or z of layer lt) / d (a or z of layer lb)."""
        n = s.n[lt]
        if lb > lt or lb == lt and (top, bottom) == ("z", "a"):
            return np.zeros((n, s.n[lb]))
        M = np.eye(n)
        if top == "a":
            if (lt, bottom) == (lb, "a"):
                return M
            M = np.diag(s.g(s.z[lt][e]))
        if lt == lb:
            return M
        M = M @ s.w[lt]
        for l in range(lt - 1, lb, -1):
            M = M @ np.diag(s.g(s.z[l][e])) @ s.w[l]
        return M if bottom == "a" else M @ np.diag(s.g(s.z[lb][e]))


class Parser:
    def __init__(s, text, notation):
        s.t, s.i, s.notation = [x for x in TOKEN.findall(text) if x not in (r"\left", r"\right")], 0, notation

    def peek(s, k=0):
        return s.t[s.i + k] if s.i + k < len(s.t) else ""

    def take(s, want=None):
        t = s.peek()
        assert want is None or t == want, (t, want, s.t)
        s.i += 1
        return t

    def group(s):
        """The text of {…} or of one token."""
        if s.peek() != "{":
            return s.take()
        s.take()
        out = ""
        while s.peek() != "}":
            out += s.take()
        s.take()
        return out

    def equation(s):
        left = s.sum()
        relation = s.take()
        right = s.sum()
        assert s.i == len(s.t), s.t[s.i:]
        return relation, left, right

    def sum(s):
        terms = []
        minus = s.peek() == "-" and s.take()
        while True:
            x = s.hadamard()
            terms.append(("neg", x) if minus else x)
            if s.peek() not in ("+", "-"):
                return terms[0] if len(terms) == 1 else ("add", *terms)
            minus = s.take() == "-"

    def hadamard(s):
        f = [s.product()]
        while s.peek() == r"\odot":
            s.take()
            f.append(s.product())
        return f[0] if len(f) == 1 else ("had", *f)

    def product(s):
        f = []
        while s.peek() and s.peek() not in ("+", "-", "=", ")", "}", r"\odot", r"\neq", r"\equiv") and not (s.peek() == r"\|" and s.norm and f):
            if s.peek() == r"\cdot":
                s.take()
                continue
            f.append(s.factor())
        return f[0] if len(f) == 1 else ("mul", *f)

    norm = False

    def factor(s):
        t = s.peek()
        if t == r"\frac":
            s.take()
            if s.peek() == "{" and s.peek(1) == r"\partial":
                parts = []
                for _ in range(2):
                    s.take("{")
                    s.take(r"\partial")
                    parts.append(s.symbol())
                    s.take("}")
                return ("d", *parts)
            p, q = s.group(), s.group()
            return ("ratio", p, q)
        if t == r"\sum":
            s.take()
            s.take("_")
            letter = s.group()[0]
            if s.peek() == "^":
                s.take()
                s.group()
            return ("sum", letter, s.product())
        if t == r"\|":
            s.take()
            s.norm, before = True, s.norm
            x = s.sum()
            s.norm = before
            s.take(r"\|")
            s.take("^")
            assert s.group() == "2"
            return ("norm", x)
        if t in (r"\sigma", r"\varphi", r"\tanh", r"\exp", r"\log") or t == "g" and s.peek(1) in ("(", "'"):
            s.take()
            prime = s.peek() == "'" and s.take()
            s.take("(")
            x = s.sum()
            s.take(")")
            return ("fun", {r"\tanh": "tanh", r"\exp": "exp", r"\log": "log"}.get(t, "act"), bool(prime), x)
        if t == "(" and not (s.notation == "numbered" and s.t[s.i + 4:s.i + 6] == [")", "_"]):
            s.take()
            x = s.sum()
            s.take(")")
        elif t.isdigit():
            return ("ratio", s.take(), "1")
        else:
            x = s.symbol()
        while s.peek() == "^":
            s.take()
            x = ({"T": "t", "2": "square"}[s.group()], x)
        return x

    def symbol(s):
        """("sym", kind, layer text, letters, example)"""
        n = s.notation
        if s.peek() == "(":
            s.take()
            name, _, l, _, _ = s.take(), s.take("_"), s.take(), s.take(")"), s.take("_")
            return ("sym", KINDS.get(name, name), l, s.group(), "")
        name = s.take()
        if name.startswith(r"\vec"):
            name = name[5:-1]
        marks = {"_": "", "^": ""}
        while s.peek() in marks and not (s.peek() == "^" and s.peek(1) in ("T", "2")):
            k = s.take()
            marks[k] = s.group()
        sub, up, layer, ex = marks["_"], marks["^"], "", ""
        if n in ("nielsen", "rows"):
            layer = up
        elif n == "batch":
            ex, layer = up.split(",") if "," in up else ("x", "") if up == "x" else ("", up)
            if (name, sub) == ("C", "x"):
                return ("sym", "C", "", "", "x")
        elif n == "ng":
            m = re.fullmatch(r"(?:\[(.*)\])?(?:\((.)\))?", up)
            layer, ex = m[1] or "", m[2] or ""
        elif n == "numbered" and name not in ("x", "y", r"\mathcal{L}"):
            layer, sub = sub, ""
        elif n == "net" and sub:
            layer = str(NET_LAYERS[sub[0]])
        many = n == "ng" and name in ("A", "Z", "dZ", "X", "Y")
        if name in ("n", "m"):
            return ("count",)
        if name == r"\alpha":
            return ("rate",)
        cost = {"C": "C", "E": "C", r"\mathcal{L}": "C", "J": "J"}
        if name in cost:
            return ("sym", "J" if n == "batch" else cost[name], "", "", ex)
        if n == "ng" and name in "pt":
            return ("sym", name, "", "", ex)
        if n == "net" and name == "t":
            name = "y"
        if name in ("X", "x"):
            return ("sym", "a", "0", sub, "*" if many else ex)
        if name in ("Y", "y"):
            return ("sym", "y", "L", sub, "*" if many else ex)
        return ("sym", KINDS.get(name, name), layer, sub, "*" if many else ex)


class Evaluator:
    def __init__(s, net, notation, l):
        s.net, s.notation, s.l = net, notation, l
        s.rows = notation == "rows"

    def layer(s, text):
        m = re.fullmatch(r"([lL]?)([+-]?\d+)?", text)
        return {"l": s.l, "L": s.net.L, "": 0}[m[1]] + int(m[2] or 0)

    def exists(s, x):
        if x[0] == "sym" and x[2]:
            return (0 if x[1] == "a" else 1) <= s.layer(x[2]) <= s.net.L
        return all(s.exists(c) for c in x[1:] if isinstance(c, tuple))

    def sizes(s, x, into):
        """The domains of the letters that no sum binds."""
        if x[0] == "sym":
            found = {}
            if x[3]:
                l = s.layer(x[2])
                d = [s.net.n[l], s.net.n[l - 1]] if x[1] in ("w", "step") else [s.net.n[l]]
                d = d[::-1] if s.rows and len(d) == 2 else d
                found = [*zip(x[3], d)]
            for c, d in [*found, *([(x[4], s.net.m)] if x[4] not in ("", "*") else [])]:
                if into.setdefault(c, d) != d:
                    raise Bad
            return
        inner = {} if x[0] == "sum" else into
        for c in x[1:]:
            if isinstance(c, tuple):
                s.sizes(c, inner)
        if x[0] == "sum":
            s.domain[id(x)] = inner.pop(x[1])
            for c, d in inner.items():
                if into.setdefault(c, d) != d:
                    raise Bad

    def vector(s, v, idx, env):
        if idx:
            return float(v[env[idx]])
        return v[None, :] if s.rows else v[:, None]

    def matrix(s, M, idx, env):
        M = M.T if s.rows else M
        return float(M[env[idx[0]], env[idx[1]]]) if idx else M

    def value(s, x, env):
        net, k, of = s.net, x[0], lambda c: s.value(c, env)
        if k == "ratio":
            p, q = (float(c) if c.isdigit() else net.m for c in x[1:])
            return p / q
        if k == "count":
            return float(net.m)
        if k == "rate":
            return net.rate
        if k == "neg":
            return -of(x[1])
        if k == "t":
            v = of(x[1])
            return v.T if isinstance(v, np.ndarray) else v
        if k == "square":
            v = of(x[1])
            assert isinstance(v, float)
            return v * v
        if k == "norm":
            return float(np.sum(of(x[1]) ** 2))
        if k == "sum":
            return sum(s.value(x[2], {**env, x[1]: i}) for i in range(s.domain[id(x)]))
        if k == "fun":
            v, name = of(x[3]), x[1]
            if name == "act":
                v = (net.g if x[2] else net.f)(np.asarray(v))
            else:
                v = {"tanh": np.tanh, "exp": np.exp, "log": np.log}[name](np.asarray(v))
            return v if v.ndim else float(v)
        if k == "sym":
            return s.leaf(x, env)
        if k == "d":
            return s.derivative(x[1], x[2], env)
        v = of(x[1])
        for c in x[2:]:
            u = of(c)
            if isinstance(v, np.ndarray) and isinstance(u, np.ndarray):
                if k == "mul":
                    if v.shape[1] != u.shape[0]:
                        raise Bad
                    v = v @ u
                    v = float(v[0, 0]) if v.shape == (1, 1) else v
                else:
                    spread = s.notation == "ng" and k == "add" and v.shape[0] == u.shape[0] and 1 in (v.shape[1], u.shape[1])
                    if v.shape != u.shape and not spread:
                        raise Bad
                    v = v + u if k == "add" else v * u
            else:
                v = v + u if k == "add" else v * u
        return v

    def leaf(s, x, env):
        _, k, l, idx, ex = x
        net, l = s.net, s.layer(l) if l else None
        e = env["e"] if ex in ("", "*") else env[ex]
        if k in "azdy":
            v = {"a": net.a, "z": net.z, "d": net.d}[k][l] if k != "y" else net.y
            return v.T if ex == "*" else s.vector(v[e], idx, env)
        if k == "b":
            return s.vector(net.b[l], idx, env)
        if k == "w":
            return s.matrix(net.w[l], idx, env)
        if k in "CJ":
            return float(net.C[e] if k == "C" else net.C.mean())
        if k in "pt":
            return float((net.a[net.L] if k == "p" else net.y)[e, 0])
        if k == "step":
            return s.matrix(-net.rate * np.outer(net.d[l][e], net.a[l - 1][e]), idx, env)
        if k == "dW":
            return net.d[l].T @ net.a[l - 1] / net.m
        if k == "db":
            return net.d[l].mean(0)[:, None]
        raise KeyError(k)

    def derivative(s, top, bottom, env):
        net = s.net
        _, k, l, idx, ex = bottom
        _, tk, tl, tidx, tex = top
        l = net.L if k == "p" else s.layer(l)
        ex = ex or tex
        e = env["e"] if ex in ("", "*") else env[ex]
        if tk in "CJ":
            if k in "wb":
                every = [np.outer(net.d[l][q], net.a[l - 1][q]) if k == "w" else net.d[l][q] for q in range(net.m)]
                g = sum(every) / net.m if tk == "J" else every[e]
                return s.matrix(g, idx, env) if k == "w" else s.vector(g, idx, env)
            if k == "p":
                return float(net.da[l][e, 0])
            assert tk == "C"
            return s.vector((net.da if k == "a" else net.d)[l][e], idx, env)
        tl = s.layer(tl)
        if k in "az":
            M = net.jacobian(tk, tl, k, l, e)
            return float(M[env[tidx], env[idx]]) if idx else M
        if l > tl:
            g = np.zeros(net.w[l].shape + (net.n[tl],)) if k == "w" else np.zeros((net.n[l], net.n[tl]))
        else:
            M = net.jacobian(tk, tl, "z", l, e)
            g = np.einsum("ti,j->ijt", M, net.a[l - 1][e]) if k == "w" else M.T
        g = g[..., env[tidx]]
        return s.matrix(g, idx, env) if k == "w" else s.vector(g, idx, env)

    def differs(s, left, right):
        """The largest relative difference; Bad where the two sides do not fit together."""
        s.domain, letters = {}, {}
        s.sizes(left, letters)
        s.sizes(right, letters)
        pairs = []
        for e in range(2):
            for at in itertools.product(*(range(d) for d in letters.values())):
                env = {**dict(zip(letters, at)), "e": e}
                u, v = s.value(left, env), s.value(right, env)
                if np.shape(u) != np.shape(v):
                    raise Bad
                pairs.append((np.max(np.abs(u - v)), max(np.max(np.abs(u)), np.max(np.abs(v)))))
        return max(p for p, _ in pairs) / max(q for _, q in pairs)


def judge(row, seed):
    notation, entropy = row["notation"], row["notation"] == "ng"
    relation, left, right = Parser(row["tex"], notation).equation()
    single = "p^" in row["tex"] or "t^" in row["tex"]
    widths = (2, 6, 4, 1 if single else 3) if notation in ("ng", "numbered", "net") else (3, 2, 6, 7, 5)
    net = Network(widths, 9, seed, notation == "rows", entropy)
    worst, compared = 0.0, 0
    for l in range(net.L + 1) if re.search(r"l(?![a-zA-Z])", re.sub(r"\\[a-zA-Z]+", "", row["tex"])) else [0]:
        v = Evaluator(net, notation, l)
        if not (v.exists(left) and v.exists(right)):
            continue
        compared += 1
        try:
            worst = max(worst, v.differs(left, right))
        except Bad:
            worst = np.inf
    assert compared, row["tex"]
    same = worst < 1e-9
    assert same or worst > 1e-4, (row["id"], worst)
    return "true" if same != (relation == r"\neq") else "false"


def main():
    with open(HERE / "mutants.tsv", newline="", encoding="utf-8") as f:
        rows = list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len({r["id"] for r in rows}) == len(rows)
    chosen = rows
    if "--all" not in sys.argv:
        random.seed(1)
        false = [r for r in rows if r["verdict"] == "false"]
        chosen = random.sample(false, 45) + random.sample([r for r in rows if r["verdict"] == "true"], 20)
    wrong = [r for r in chosen if judge(r, 977) != r["verdict"]]
    for r in wrong:
        print("DIFFERS", r["id"], r["verdict"], r["tex"])
    print(f"{len(chosen) - len(wrong)} of {len(chosen)} judged alike")
    return len(wrong)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
