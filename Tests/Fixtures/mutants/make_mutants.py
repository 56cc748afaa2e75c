#!/usr/bin/env python3
"""Changes one thing in every equation that holds and judges what comes out, on random networks. Writes mutants.tsv and the notebooks.

A mutant is `true` if both sides agree on every network, `false` if on every network they differ clearly or do not fit together; anything
between, and what two good readers could see differently, is dropped.
"""
import collections
import pathlib
import re
import sys

import numpy as np

from bases import BASES
from expressions import Add, Count, D, Eq, Mul, Sum, T, edits, free, symbols, walk
from mutators import KINDS
from notations import NOTATIONS, skeleton
from printing import tex
from values import Doubt, IllTyped, difference

HERE = pathlib.Path(__file__).resolve().parent
TRUE, FALSE = 1e-9, 1e-3
MOST = dict.fromkeys(("index", "layer", "sign", "sum", "equivalent"), 2) | {"transpose": 3}    # of one kind from one base; 1 of the others


class Judge:
    def __init__(self, N):
        self.N = N
        self.nets = {key: list(N.nets(*key)) for key in ((False, False), (False, True), (True, False), (True, True))}
        for nets in self.nets.values():
            nets[0].check()

    def differences(self, eq, binary=False, loose=False):
        """On networks with one output where a symbol says so; where an author's output has one unit, on networks with more, too."""
        single = any(y.kind in ("out1", "y1") for y in symbols(eq))
        nets = self.nets[binary, single] + (self.nets[binary, True] if self.N.shape[1] == 1 and not single else [])
        return [difference(eq, net, self.N, loose) for net in nets]

    def holds(self, eq, **how):
        try:
            return all(d < TRUE and n for d, _, n in self.differences(eq, **how))
        except (Doubt, IllTyped):
            return False

    def verdict(self, eq):
        """(verdict, evidence); raises Doubt."""
        found = self.differences(eq)
        if not all(n for _, _, n in found):
            raise Doubt("nothing to compare")
        if all(d < TRUE for d, _, _ in found):
            return "true", f"rel {max(d for d, _, _ in found):.0e}"
        if not all(d > FALSE for d, _, _ in found):
            raise Doubt("too close to call")
        for name, reading in READINGS.items():
            if reading(self, eq):
                raise Doubt(name)
        why = next((w for _, w, _ in found if w), "")
        return "false", why or f"rel {min(d for d, _, _ in found):.1g}"


# What would make a false mutant true or arguable: a convention of SEMANTICS.md, or a second good reading.

def wide(eq):
    """Every sum that could reach further, over the terms that follow it."""
    def at(n):
        if isinstance(n, Add):
            for i, x in enumerate(n.terms[:-1]):
                last = x.factors[-1] if isinstance(x, Mul) else x
                if isinstance(last, Sum):
                    body = Add((last.body, *n.terms[i + 1:]))
                    s = Sum(last.letter, body, last.layer, last.examples)
                    s = Mul((*x.factors[:-1], s)) if isinstance(x, Mul) else s
                    yield (Add((*n.terms[:i], s)) if i else s), ""
    return [e for e, _ in edits(eq, at)]


def repeated(eq):
    """Sums over a letter that occurs on one side only, of products with a derivative."""
    for letter in free(eq.left) ^ free(eq.right):
        def at(n):
            if isinstance(n, Mul) and any(isinstance(x, D) for x in n.factors) and letter in free(n):
                yield Sum(letter, n), ""
        yield from (e for e, _ in edits(eq, at))


def mean_cost(judge, eq):
    """`d` of the summed loss and the cost of one example: a factor 1/m at a derivative of the cost."""
    if not any(y.kind in ("dW", "db") for y in symbols(eq)) and not any(
            isinstance(n, D) and n.top.kind == "J" and n.bottom.kind not in "wb" for n in walk(eq)):
        return False
    return any(judge.holds(Eq(eq.left, Mul((c, eq.right)))) for c in (Count(), Count(True)))


def on_its_side(judge, eq):
    """One whole side transposed, other than the gradient by a matrix, whose shape is a rule."""
    gradient = any(isinstance(n, D) and n.bottom.kind == "w" and not n.bottom.idx for n in walk(eq))
    if gradient or any(y.kind == "dW" for y in symbols(eq)):
        return False
    return judge.holds(Eq(T(eq.left), eq.right))


def summed(eq):
    """A mean that became a sum: a convention that names it is as good as a refutation."""
    return any(y.kind == "J" for y in symbols(eq))


def unindexed(eq):
    return not any(y.idx for y in symbols(eq)) and any(y.kind in "azdwbxy" for y in symbols(eq))


READINGS = {
    "a vector in the other orientation": lambda j, eq: j.holds(eq, loose=True),
    "wide sum": lambda j, eq: any(j.holds(e) for e in wide(eq)),
    "sum over the repeated index": lambda j, eq: any(j.holds(e) for e in repeated(eq)),
    "targets 0/1": lambda j, eq: j.holds(eq, binary=True),
    "d of the summed loss": mean_cost,
    "a whole side transposed": on_its_side,
}


def arguable(kind, eq):
    """Why to drop it whatever its value."""
    if kind == "index" and unindexed(eq):
        return "index understood"
    if kind == "term" and any(y.kind == "step" for y in symbols(eq)):
        return "a step without a rate or of something else"
    return None


def mutants(name, judge, dropped):
    N, seen = judge.N, {}
    for base, eq in BASES[name].items():
        verdict, note = judge.verdict(eq)
        assert verdict == "true", (name, base, note)
        seen[tex(eq, N)] = None
        yield "base", base, verdict, tex(eq, N), note
    for number, (base, eq) in enumerate(BASES[name].items()):
        random = np.random.default_rng([ord(c) for c in name + base])
        for kind, mutate in KINDS.items():
            if kind == "relation" and number % 4:
                continue
            made = []
            for e, note in mutate(eq, N):
                t = tex(e, N)
                if t in seen:
                    continue
                seen[t] = None
                reason = arguable(kind, e)
                try:
                    if reason:
                        raise Doubt(reason)
                    verdict, evidence = judge.verdict(Eq(e.left, e.right))
                except Doubt as d:
                    dropped[str(d)].append((name, kind, t))
                    continue
                if e.relation == r"\neq":
                    verdict, evidence = {"true": "false"}[verdict], "the sides are equal"
                assert kind != "equivalent" or verdict == "true", t
                if verdict == "false" and summed(e) and judge.holds(Eq(e.left, Mul((Count(True), e.right)))):
                    evidence += "; a convention may name the summed loss"
                made.append((kind, base, verdict, t, f"{note}; {evidence}"))
            most = MOST.get(kind, 1)
            keep = sorted(random.permutation(len(made))[:most]) if len(made) > most else range(len(made))
            yield from (made[i] for i in keep)


def balanced(t):
    depth = 0
    for c in re.sub(r"\\[{}]", "", t):
        depth += {"{": 1, "}": -1}.get(c, 0)
        if depth < 0:
            return False
    return depth == 0 and t.count(r"\left") == t.count(r"\right")


def main():
    dropped, counts = collections.defaultdict(list), collections.Counter()
    lines = ["\t".join(("id", "notation", "kind", "base", "verdict", "tex", "note"))]
    for name, N in NOTATIONS.items():
        (HERE / f"{name}.md").write_text(skeleton(N), encoding="utf-8")
        numbers = collections.Counter()
        for kind, base, verdict, t, note in mutants(name, Judge(N), dropped):
            assert balanced(t) and "\t" not in t + note and "\n" not in t + note, t
            numbers[base, kind] += 1
            label = f"{name}-{base}" if kind == "base" else f"{name}-{base}-{kind}-{numbers[base, kind]}"
            lines.append("\t".join((label, name, kind, base, verdict, t, note)))
            counts[name, kind, verdict] += 1
    (HERE / "mutants.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    kinds = ["base", *KINDS]
    print(f"{'':12}" + "".join(f"{n:>11}" for n in NOTATIONS) + "      total   (false/true)")
    for k in kinds:
        cell = lambda v, names: sum(counts[n, k, v] for n in names)
        print(f"{k:12}" + "".join(f"{cell('false', [n])}/{cell('true', [n])}".rjust(11) for n in NOTATIONS)
              + f"{cell('false', NOTATIONS)}/{cell('true', NOTATIONS)}".rjust(11))
    print(f"{len(lines) - 1} rows; dropped: " + ", ".join(f"{len(v)} {k}" for k, v in dropped.items()))
    if "--dropped" in sys.argv:
        for k, v in dropped.items():
            for row in v:
                print(k, *row, sep="\t")


if __name__ == "__main__":
    main()
