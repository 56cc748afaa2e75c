"""The notations: how symbols are printed, what the notebook says about them, and networks to judge their equations on."""
import numpy as np

from expressions import Sym
from networks import Net


def layer_tex(layer):
    letter, k = layer
    return str(k) if letter is None else letter + (f"{k:+d}" if k else "")


class Notation:
    slot = "row"                                       # a vector has rows: a column
    count = rate = None
    function = r"\sigma"
    letters = "jkipq"                                  # for units
    layers = None                                      # the layer that a letter chooses, if it does
    activation, loss = "sigmoid", "half squared"
    greek = {"d": r"\delta"}

    def weight(s, idx):
        return idx or ("row", "column")

    def transposed(s, y):
        return rf"\left( {s.symbol(y)} \right)^T"

    def width(s, layer):
        return None

    def nets(s, binary=False, scalar=False):
        for i, (widths, m) in enumerate(s.sizes):
            yield Net((*widths[:-1], 1) if scalar else widths, m, 101 + i, s.activation, s.loss, binary)

    deep = (((3, 5, 6, 7, 2), 8), ((2, 4, 7, 3, 6, 8), 9), ((4, 5, 3, 2, 8, 7, 9), 10))
    flat = (((4, 5, 6, 2), 7), ((2, 6, 4, 5), 8), ((6, 2, 5, 7), 4))


class Nielsen(Notation):
    name, count, sizes = "nielsen", "n", Notation.deep
    vectors = "azbdwy"
    title = "One example, in the notation of Nielsen"
    network = "3 -> first 5 sigmoid -> second 4 sigmoid -> third 6 sigmoid -> output 2 sigmoid"
    shape, unit_interval = (3, 2, 7), True
    cell = r"""
  $a^l_j$      is the activation of unit j of layer l
  $z^l_j$      is the weighted input of unit j of layer l
  $w^l_{jk}$   is the weight of layer l to unit j from unit k
  $b^l_j$      is the bias of unit j of layer l
  $\delta^l_j$ is the error of unit j of layer l
  $\sigma$     is the activation function
  $L$          is the number of the output layer
  $y_j$        is the target of unit j
  $C$          is the cost of one example
  $n$          is the number of examples"""

    def symbol(s, y):
        sub = f"_{{{''.join(y.idx)}}}" if len(y.idx) > 1 else f"_{y.idx[0]}" if y.idx else ""
        if y.kind in "CJy":
            return y.kind + sub
        return f"{s.greek.get(y.kind, y.kind)}^{{{layer_tex(y.layer)}}}{sub}"


class Batch(Nielsen):
    name = "batch"
    title = "Several examples, in the notation of Nielsen"
    cell = r"""
  $a^{x,l}_j$      is the activation of unit j of layer l for example x
  $z^{x,l}_j$      is the weighted input of unit j of layer l for example x
  $\delta^{x,l}_j$ is the error of unit j of layer l for example x
  $w^l_{jk}$       is the weight of layer l to unit j from unit k
  $b^l_j$          is the bias of unit j of layer l
  $a^{x,l}$        is the activation of layer l for example x
  $z^{x,l}$        is the weighted input of layer l for example x
  $\delta^{x,l}$   is the error of layer l for example x
  $w^l$            is the weights of layer l, rows to, columns from
  $b^l$            is the biases of layer l, as column
  $y^x_j$          is the target of unit j for example x
  $y^x$            is the target of example x
  $\sigma$         is the activation function
  $L$              is the number of the output layer
  $C_x$            is the cost of example x
  $C$              is the cost
  $n$              is the number of examples"""

    def symbol(s, y):
        sub = f"_{{{''.join(y.idx)}}}" if len(y.idx) > 1 else f"_{y.idx[0]}" if y.idx else ""
        if y.kind in "CJ":
            return "C_x" if y.kind == "C" else "C"
        if y.kind == "y":
            return f"y^{y.ex}{sub}"
        return f"{s.greek.get(y.kind, y.kind)}^{{{y.ex + ',' if y.ex else ''}{layer_tex(y.layer)}}}{sub}"


class Rows(Notation):
    name, slot, function, rate, sizes = "rows", "column", r"\varphi", r"\alpha", Notation.deep
    activation = "tanh"
    letters = "ijkpq"
    vectors = "azbdwy"
    title = "Row vectors"
    network = "3 -> first 5 tanh -> second 4 tanh -> third 6 tanh -> output 2 tanh"
    shape, unit_interval = (3, 2, 7), False
    train = "train 5 epochs with gradient descent, learning rate 0.1\n"
    cell = r"""
  $h_j^l$            is the activation of unit j of layer l
  $z_j^l$            is the weighted input of unit j of layer l
  $w_{ij}^l$         is the weight of layer l from unit i to unit j
  $b_j^l$            is the bias of unit j of layer l
  $\delta_j^l$       is the error of unit j of layer l
  $y_j$              is the target of unit j
  $\vec{h}^l$        is the activations of layer l, as a row
  $\vec{z}^l$        is the weighted inputs of layer l, as a row
  $\vec{b}^l$        is the biases of layer l, as a row
  $\vec{\delta}^l$   is the error of layer l, as a row
  $\vec{W}^l$        is the weights of layer l, rows from, columns to
  $\vec{y}$          is the targets of one example, as a row
  $\varphi$          is the activation function
  $L$                is the number of the output layer
  $E$                is the cost of one example
  $\alpha$           is the learning rate
  $\Delta w_{ij}^l$  is the step of $w_{ij}^l$
  $\Delta \vec{W}^l$ is the step of $\vec{W}^l$"""

    def weight(s, idx):
        return idx[::-1] if idx else ("column", "row")

    def symbol(s, y):
        if y.kind == "C":
            return "E"
        letter = {"a": "h", "d": r"\delta", "step": r"\Delta w"}.get(y.kind, y.kind)
        up = f"^{{{layer_tex(y.layer)}}}" if y.layer else ""
        if y.idx:
            return f"{letter}_{{{''.join(y.idx)}}}{up}"
        return {"w": r"\vec{W}", "step": r"\Delta \vec{W}"}.get(y.kind, rf"\vec{{{letter}}}") + up


class Ng(Notation):
    name, count, function = "ng", "m", "g"
    sizes = (((4, 5, 6, 2), 7), ((2, 6, 5, 8, 3), 9), ((6, 3, 4, 2, 7, 8), 9))
    loss = "cross-entropy"
    vectors = ""
    title = "One column per example"
    network = "3 -> first 5 sigmoid -> second 4 sigmoid -> output 1 sigmoid"
    shape, unit_interval = (3, 1, 7), True
    loss_line = "define loss binary cross-entropy"
    cell = r"""
  $W^{[l]}$           is the weights of layer l, rows to, columns from
  $b^{[l]}$           is the biases of layer l, as column
  $Z^{[l]}$           is the weighted inputs of layer l, one column per example
  $A^{[l]}$           is the activations of layer l, one column per example
  $dZ^{[l]}$          is the errors of layer l, one column per example
  $dW^{[l]}$          is the derivative of $J$ by $W^{[l]}$
  $db^{[l]}$          is the derivative of $J$ by $b^{[l]}$
  $X$                 is the inputs, one column per example
  $Y$                 is the targets, one column per example
  $z^{[l](i)}$        is the weighted input of layer l for example i
  $a^{[l](i)}$        is the activation of layer l for example i
  $\delta^{[l](i)}$   is the error of layer l for example i
  $y^{(i)}$           is the targets of example i
  $p^{(i)}$           is the activation of unit 1 of layer output for example i
  $t^{(i)}$           is the target of unit 1 for example i
  $\mathcal{L}^{(i)}$ is the loss of example i
  $J$                 is the cost
  $m$                 is the number of examples
  $L$                 is the number of the output layer
  $g$                 is the activation function"""

    def symbol(s, y):
        ex = f"({y.ex})" if y.ex else ""
        alone = {"J": "J", "X": "X", "Y": "Y", "C": rf"\mathcal{{L}}^{{{ex}}}", "y": f"y^{{{ex}}}", "out1": f"p^{{{ex}}}", "y1": f"t^{{{ex}}}"}
        if y.kind in alone:
            return alone[y.kind]
        return {"w": "W", "D": "dZ", "d": r"\delta"}.get(y.kind, y.kind) + f"^{{[{layer_tex(y.layer)}]{ex}}}"

    def transposed(s, y):
        return s.symbol(y) + "^T" if y.kind in "XY" else super().transposed(y)


class Numbered(Notation):
    name, sizes = "numbered", Notation.flat
    letters = "ijkpq"
    vectors = "azbdwxy"
    title = "Layers as subscripts"
    network = "3 -> first 5 sigmoid -> second 4 sigmoid -> output 2 sigmoid"
    shape, unit_interval = (3, 2, 7), True
    cell = r"""
  $W_l$         is the weights of layer l, rows to, columns from
  $b_l$         is the biases of layer l
  $z_l$         is the weighted inputs of layer l
  $a_l$         is the activations of layer l
  $\delta_l$    is the error of layer l
  $x$           is the input
  $y$           is the target
  $n_l$         is the number of units of layer l
  $\sigma$      is the activation function
  $\mathcal{L}$ is the loss of one example"""

    def width(s, layer):
        return f"n_{layer_tex(layer)}"

    def symbol(s, y):
        if y.kind == "C":
            return r"\mathcal{L}"
        whole = {"w": "W", "d": r"\delta"}.get(y.kind, y.kind) + (f"_{layer_tex(y.layer)}" if y.layer else "")
        if not y.idx:
            return whole
        sub = f"_{{{''.join(y.idx)}}}" if len(y.idx) > 1 else f"_{y.idx[0]}"
        return (f"({whole})" if y.layer else whole) + sub

    def transposed(s, y):
        return s.symbol(y) + "^T"


class Nets(Notation):
    name, sizes = "net", Notation.flat
    letters = "hijk"
    layers = {"h": 0, "i": 1, "j": 2, "k": 3}
    vectors = ""
    title = "A letter for each layer"
    network = "3 -> first 5 sigmoid -> second 4 sigmoid -> output 2 sigmoid"
    shape, unit_interval = (3, 2, 7), True
    cell = r"""
  $x_h$          is the input of unit h
  $w_{ih}$       is the weight of layer first to unit i from unit h
  $w_{ji}$       is the weight of layer second to unit j from unit i
  $w_{kj}$       is the weight of layer output to unit k from unit j
  $b_i$          is the bias of unit i of layer first
  $b_j$          is the bias of unit j of layer second
  $b_k$          is the bias of unit k of layer output
  $\text{net}_i$ is the weighted input of unit i of layer first
  $\text{net}_j$ is the weighted input of unit j of layer second
  $\text{net}_k$ is the weighted input of unit k of layer output
  $o_i$          is the activation of unit i of layer first
  $o_j$          is the activation of unit j of layer second
  $o_k$          is the activation of unit k of layer output
  $\delta_i$     is the error of unit i of layer first
  $\delta_j$     is the error of unit j of layer second
  $\delta_k$     is the error of unit k of layer output
  $t_k$          is the target of unit k
  $\sigma$       is the activation function
  $E$            is the loss of one example"""

    def symbol(s, y):
        if y.kind == "C":
            return "E"
        letter = {"a": "o", "z": r"\text{net}", "y": "t", "d": r"\delta"}.get(y.kind, y.kind)
        return letter + (f"_{y.idx[0]}" if len(y.idx) == 1 else f"_{{{''.join(y.idx)}}}")

    def settled(s, y):
        """The symbol with the layer that its letters choose, or None if nothing binds it."""
        if not y.idx:
            return y
        l = s.layers[y.idx[0]]
        if y.kind == "w":
            return Sym("w", (None, l), y.idx) if l == s.layers[y.idx[1]] + 1 else None
        if y.kind in "xy":
            return y if l == {"x": 0, "y": 3}[y.kind] else None
        return Sym(y.kind, (None, l), y.idx) if l else None


NOTATIONS = {N.name: N for N in (Nielsen(), Batch(), Rows(), Ng(), Numbered(), Nets())}


def skeleton(N):
    """The notebook without its equations."""
    inputs, outputs, examples = N.shape
    r = np.random.default_rng(7)
    x = r.uniform(-1.5, 1.5, (examples, inputs))
    y = r.uniform(0.05, 0.95, (examples, outputs)) if N.unit_interval else r.uniform(-0.9, 0.9, (examples, outputs))
    name = lambda k, n, i: k if n == 1 else f"{k}{i + 1}"
    head = "  " + " ".join(f"{name('x', inputs, i):>5}" for i in range(inputs)) + " | " + " ".join(f"{name('y', outputs, i):>5}" for i in range(outputs))
    table = "\n".join("  " + " ".join(f"{v:5.2f}" for v in a) + " | " + " ".join(f"{v:5.2f}" for v in b) for a, b in zip(x, y))
    return f"""---
title: "{N.title}"
---

# {N.title}

```{{nabla}}
define network {N.name}: {N.network}
define data
{head}
{table}
{getattr(N, 'loss_line', 'define loss squared error, half sum')}
initialize xavier, seed 11
{getattr(N, 'train', '')}```

```{{nabla}}
define notation{N.cell}
```
"""
