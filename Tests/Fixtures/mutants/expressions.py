"""Equations as trees, printed as LaTeX by printing.py and evaluated by values.py."""
from dataclasses import dataclass, replace, fields


class Node:
    pass


@dataclass(frozen=True)
class Num(Node):
    p: int
    q: int = 1


@dataclass(frozen=True)
class Count(Node):
    """The number of examples; `inverse`: one divided by it."""
    inverse: bool = False


@dataclass(frozen=True)
class Rate(Node):
    pass


@dataclass(frozen=True)
class Sym(Node):
    kind: str
    layer: tuple = None                                # (letter or None, offset)
    idx: tuple = ()
    ex: str = None


@dataclass(frozen=True)
class D(Node):
    top: Sym
    bottom: Sym


@dataclass(frozen=True)
class Add(Node):
    terms: tuple


@dataclass(frozen=True)
class Neg(Node):
    x: Node


@dataclass(frozen=True)
class Mul(Node):
    """Juxtaposition: a product with numbers, or of matrices."""
    factors: tuple


@dataclass(frozen=True)
class Had(Node):
    factors: tuple


@dataclass(frozen=True)
class Fun(Node):
    name: str                                          # "act" or a common function
    x: Node
    prime: bool = False


@dataclass(frozen=True)
class T(Node):
    x: Node


@dataclass(frozen=True)
class Square(Node):
    x: Node


@dataclass(frozen=True)
class Norm2(Node):
    x: Node


@dataclass(frozen=True)
class Sum(Node):
    letter: str
    body: Node
    layer: tuple = None                                # the layer whose width is the printed upper bound
    examples: bool = False


@dataclass(frozen=True)
class Eq(Node):
    left: Node
    right: Node
    relation: str = "="


def children(node):
    """(field, position or None, child) for every child; a derivative is a leaf."""
    if isinstance(node, D):
        return
    for f in fields(node):
        v = getattr(node, f.name)
        if isinstance(v, Node):
            yield f.name, None, v
        elif isinstance(v, tuple):
            for i, c in enumerate(v):
                if isinstance(c, Node):
                    yield f.name, i, c


def put(node, name, i, child):
    if i is None:
        return replace(node, **{name: child})
    v = getattr(node, name)
    return replace(node, **{name: v[:i] + (child,) + v[i + 1:]})


def edits(node, change):
    """All trees in which one node is exchanged for one of `change(node)`, which yields pairs of a node and a note."""
    yield from change(node)
    for name, i, child in children(node):
        for c, note in edits(child, change):
            yield put(node, name, i, c), note


def everywhere(node, change):
    """The tree with every node mapped from the leaves up."""
    for name, i, child in list(children(node)):
        node = put(node, name, i, everywhere(child, change))
    if isinstance(node, D):
        node = D(change(node.top), change(node.bottom))
    return change(node)


def walk(node):
    yield node
    if isinstance(node, D):
        yield from (node.top, node.bottom)
    for _, _, child in children(node):
        yield from walk(child)


def symbols(node):
    return [n for n in walk(node) if isinstance(n, Sym)]


def free(node):
    """The unit and example letters that no sum binds."""
    if isinstance(node, Sym):
        return {*node.idx, node.ex} - {None}
    if isinstance(node, D):
        return free(node.top) | free(node.bottom)
    inner = set().union(*[free(c) for _, _, c in children(node)])
    return inner - {node.letter} if isinstance(node, Sum) else inner
