#!/usr/bin/env python3
"""Computes the numbers that the notebooks expect, from nothing but forward passes.

Every derivative is a complex step, Im f(x + ih) / h with h = 1e-30: no formula of backpropagation is used. Writes
expectations.txt beside this file, a line per `expect` of a notebook: its name, a tab, the statement.
"""
import pathlib

import numpy as np

H = 1e-30


def sigma(z):
    return 1 / (1 + np.exp(-z))


def forward(p, x):
    """Weights and biases of two layers; returns all that a pass computes."""
    W1, b1, W2, b2 = p
    z1 = W1 @ x + b1
    a1 = sigma(z1)
    z2 = W2 @ a1 + b2
    return z1, a1, z2, sigma(z2)


def by(f, value):
    """The derivative of a number f(value) by each entry of value."""
    value = np.asarray(value, complex)
    result = np.zeros(value.shape)
    for place in np.ndindex(value.shape):
        moved = value.copy()
        moved[place] += 1j * H
        result[place] = f(moved).imag / H
    return result


def by_parameter(f, p, k):
    return by(lambda v: f([*p[:k], v, *p[k + 1:]]), p[k])


def step(f, p, rate):
    return [v - rate * by_parameter(f, p, k) for k, v in enumerate(p)]


def text(value, digits=9):
    value = np.asarray(value)
    if value.ndim == 0:
        return f"{value.real:.{digits}f}"
    return "[" + ", ".join(text(v, digits) for v in value) + "]"


lines = []


def expect(notebook, what, value, digits=9):
    lines.append(f"{notebook}\texpect {what} = {text(value, digits)}")


def chain():
    name = "chain-of-neurons"
    p = [np.array([[0.5]]), np.array([0.1]), np.array([[1.2]]), np.array([-0.3])]
    x, y = np.array([0.8]), np.array([0.25])

    def E(p):
        return np.sum((forward(p, x)[3] - y) ** 2)

    def E_of_output(o):
        return np.sum((o - y) ** 2)

    z1, a1, z2, a2 = forward(p, x)
    expect(name, "$E$", E(p))
    expect(name, r"$\frac{\partial E}{\partial o_k}$", by(E_of_output, a2)[0])
    expect(name, r"$\frac{\partial o_k}{\partial \text{net}_k}$", by(lambda z: sigma(z)[0], z2)[0])
    expect(name, r"$\frac{\partial E}{\partial w_k}$", by_parameter(E, p, 2)[0, 0])
    expect(name, r"$\frac{\partial E}{\partial b_k}$", by_parameter(E, p, 3)[0])
    expect(name, r"$\delta_k$", by(lambda z: E_of_output(sigma(z)), z2)[0])
    expect(name, r"$\frac{\partial E}{\partial o_j}$", by(lambda a: E_of_output(sigma(p[2] @ a + p[3])), a1)[0])
    expect(name, r"$\frac{\partial o_j}{\partial \text{net}_j}$", by(lambda z: sigma(z)[0], z1)[0])
    expect(name, r"$\frac{\partial E}{\partial w_j}$", by_parameter(E, p, 0)[0, 0])
    expect(name, r"$\frac{\partial E}{\partial b_j}$", by_parameter(E, p, 1)[0])

    p = [np.array([[0.5, -0.4], [0.3, 0.8], [-0.7, 0.2]]), np.array([0.1, -0.2, 0.3]),
         np.array([[0.6, -0.5, 0.9], [-0.3, 0.4, 0.7]]), np.array([-0.1, 0.2])]
    x, y = np.array([0.8, 1.5]), np.array([0.25, 0.90])
    z1, a1, z2, a2 = forward(p, x)
    expect(name, "errors of output", by(lambda z: E_of_output(sigma(z)), z2))
    expect(name, "errors of hidden", by(lambda z: E_of_output(sigma(p[2] @ sigma(z) + p[3])), z1))
    expect(name, "gradient of weights of output", by_parameter(E, p, 2))
    expect(name, "gradient of weights of hidden", by_parameter(E, p, 0))
    expect(name, "weights of output", step(E, p, 0.5)[2])


def two_layers():
    name = "two-layer-step-by-step"
    p = [np.array([[0.2, -0.3, 0.4], [0.1, 0.5, -0.2], [-0.6, 0.3, 0.7], [0.8, -0.1, -0.5]]),
         np.array([0.1, -0.2, 0.05, 0.3]),
         np.array([[0.3, -0.7, 0.5, 0.2], [-0.4, 0.6, 0.1, -0.8]]), np.array([-0.1, 0.25])]
    x, y = np.array([0.60, -1.10, 0.35]), np.array([0.90, 0.20])

    def L_of_output(a):
        return np.sum((a - y) ** 2) / 2

    def L(p):
        return L_of_output(forward(p, x)[3])

    z1, a1, z2, a2 = forward(p, x)
    expect(name, "$z_1$", z1)
    expect(name, "$a_1$", a1)
    expect(name, "$z_2$", z2)
    expect(name, "$a_2$", a2)
    expect(name, "loss", L(p))
    expect(name, r"$\frac{\partial \mathcal{L}}{\partial a_2}$", by(L_of_output, a2))
    expect(name, r"$\frac{\partial \mathcal{L}}{\partial z_2}$", by(lambda z: L_of_output(sigma(z)), z2))
    expect(name, r"$\frac{\partial \mathcal{L}}{\partial W_2}$", by_parameter(L, p, 2))
    expect(name, r"$\frac{\partial \mathcal{L}}{\partial b_2}$", by_parameter(L, p, 3))
    expect(name, r"$\frac{\partial \mathcal{L}}{\partial a_1}$", by(lambda a: L_of_output(sigma(p[2] @ a + p[3])), a1))
    expect(name, r"$\frac{\partial \mathcal{L}}{\partial z_1}$",
           by(lambda z: L_of_output(sigma(p[2] @ sigma(z) + p[3])), z1))
    expect(name, r"$\frac{\partial \mathcal{L}}{\partial W_1}$", by_parameter(L, p, 0))
    expect(name, r"$\frac{\partial \mathcal{L}}{\partial b_1}$", by_parameter(L, p, 1))
    p = step(L, p, 0.5)
    expect(name, "weights of layer 2", p[2])
    expect(name, "biases of layer 2", p[3])
    expect(name, "weights of layer 1", p[0])
    expect(name, "loss", L(p))


def passed(p, x, functions):
    """Weighted inputs and activations of all layers, from weights and biases in turn; the input is activation 0."""
    z, a = [], [x]
    for k, f in enumerate(functions):
        z.append(p[2 * k] @ a[-1] + p[2 * k + 1])
        a.append(f(z[-1]))
    return z, a


def errors(p, x, functions, loss):
    """The derivatives of a loss of the output by the weighted inputs, a vector for each layer."""
    z, _ = passed(p, x, functions)
    return [by(lambda v, k=k: loss(passed(p[2 * k + 2:], functions[k](v), functions[k + 1:])[1][-1]), z[k])
            for k in range(len(functions))]


def row_vectors():
    name = "row-vectors"
    p = [np.array(v) for v in [
        [[0.4, -0.2, 0.1], [-0.3, 0.5, 0.2], [0.6, 0.1, -0.4], [0.2, 0.3, 0.5], [-0.5, -0.1, 0.3]],
        [0.1, -0.2, 0.05, 0.0, 0.15],
        [[0.3, -0.6, 0.2, 0.1, 0.4], [-0.2, 0.5, 0.3, -0.4, 0.1], [0.7, 0.2, -0.1, 0.3, -0.3],
         [0.1, 0.4, -0.5, 0.2, 0.6]],
        [-0.1, 0.2, 0.0, 0.1],
        [[0.5, -0.3, 0.4, 0.2], [-0.4, 0.6, 0.1, -0.2]], [0.05, -0.15]]]
    X = np.array([[0.50, -1.20, 0.30], [-0.70, 0.40, 1.10], [1.30, 0.90, -0.60]])
    Y = np.array([[0.60, -0.20], [-0.45, 0.80], [0.10, 0.35]])
    f = [np.tanh] * 3

    def loss(p, i):
        return np.sum((passed(p, X[i], f)[1][-1] - Y[i]) ** 2) / 2

    def cost(p):
        return sum(loss(p, i) for i in range(3)) / 3

    expect(name, "losses", [loss(p, i) for i in range(3)])
    expect(name, "loss", cost(p))
    d = errors(p, X[0], f, lambda a: np.sum((a - Y[0]) ** 2) / 2)
    for layer, value in zip(["first", "second", "output"], d):
        expect(name, f"errors of {layer} for example 1", value)
    expect(name, "weights of output", step(cost, p, 0.1)[4])


def stuck():
    """What a network predicts that gives some inputs of the exclusive or one value: the mean of their targets."""
    targets = [0, 1, 1, 0]
    for together in [(1, 3), (0, 1, 2, 3), (1, 2, 3)]:
        mean = sum(targets[place] for place in together) / len(together)
        values = [mean if place in together else target for place, target in enumerate(targets)]
        shown = ", ".join(f"[{round(float(value), 3)}]" for value in values)
        lines.append(f"row-vectors\texpect predictions = [{shown}] within 0.001")


def logistic_loss(a, y):
    return -np.sum(y * np.log(a) + (1 - y) * np.log(1 - a))


def batch():
    name = "batch-and-theta"
    p = [np.array(v) for v in [
        [[0.4, -0.6], [-0.2, 0.7], [0.9, 0.3], [-0.5, -0.8]], [0.1, -0.3, 0.2, 0.05],
        [[0.6, -0.9, 0.4, 0.7]], [-0.25]]]
    X = np.array([[0.50, -1.20], [-0.70, 0.40], [1.30, 0.90]])
    Y = np.array([[1], [0], [1]])

    def losses(p, functions):
        return [logistic_loss(passed(p, x, functions)[1][-1], y) for x, y in zip(X, Y)]

    def cost(p):
        return sum(losses(p, [sigma] * 2)) / 3

    expect(name, "predictions", [passed(p, x, [sigma] * 2)[1][-1] for x in X])
    expect(name, "losses", losses(p, [sigma] * 2))
    expect(name, "loss", cost(p))
    for k, what in enumerate(["weights of hidden", "biases of hidden", "weights of output", "biases of output"]):
        expect(name, f"gradient of {what}", by_parameter(cost, p, k))
    expect(name, "weights of hidden", step(cost, p, 0.5)[0])

    p = [np.array(v) for v in [
        [[0.5, -0.4], [0.3, 0.8]], [0.1, -0.2], [[0.6, -0.5], [-0.3, 0.9]], [0.2, -0.1], [[0.7, -0.8]], [0.05]]]
    plain = sum(losses(p, [sigma] * 3)) / 3
    expect(name, "weighted input of unit 1 of layer second for example 1", passed(p, X[0], [sigma] * 3)[0][1][0])
    expect(name, "cost without regularization", plain)
    expect(name, "loss", plain + 0.7 / 6 * sum(np.sum(W ** 2) for W in p[::2]))
    d = errors(p, X[0], [sigma] * 3, lambda a: logistic_loss(a, Y[0]))
    for layer, value in zip(["first", "second", "output"], d):
        expect(name, f"errors of {layer} for example 1", value)


def slides():
    name = "slides"
    p = [np.array(v) for v in [
        [[0.5, -0.4], [0.3, 0.8]], [0.1, -0.2], [[0.6, -0.5], [-0.3, 0.9]], [0.2, -0.1]]]
    x, y = np.array([0.5, 1.5]), np.array([1.0, 0.0])
    _, a = passed(p, x, [sigma] * 2)
    d = errors(p, x, [sigma] * 2, lambda o: np.sum((o - y) ** 2) / 2)
    expect(name, "activations of hidden", a[1])
    expect(name, "activations of output", a[2])
    expect(name, "errors of output", d[1])
    expect(name, "errors of hidden", d[0])
    for w, b in [(0.6, 0.9), (2.0, 2.0)]:
        expect(name, "errors", errors(
            [np.array([[w]]), np.array([b])], np.array([1.0]), [sigma], lambda o: np.sum(o ** 2) / 2)[0][0])



def published(notebook, what, printed, value, is_right=True):
    """A number as M. Mazur prints it, and what it should be: the two agree in the digits printed, or don't."""
    numbers = printed if isinstance(printed, list) else [printed]
    agree = all(
        abs(float(number) - v) <= 0.5 * 10.0 ** -len(number.partition(".")[2])
        for number, v in zip(numbers, np.atleast_1d(value)))
    assert agree == is_right, f"{what} is {value}, and {printed} is printed"
    shown = f"[[{', '.join(printed)}]]" if isinstance(printed, list) else printed
    lines.append(f"{notebook}\texpect {what} = {shown}" + ("" if is_right else " expecting fails"))


def worked_example():
    name = "worked-example"
    x, y, rate = np.array([0.05, 0.10]), np.array([0.01, 0.99]), 0.5
    start = [np.array(v) for v in [[[0.15, 0.20], [0.25, 0.30]], [0.35, 0.35], [[0.40, 0.45], [0.50, 0.55]], [0.60, 0.60]]]

    def losses(p):
        return (y - forward(p, x)[3]) ** 2 / 2

    def E(p):
        return np.sum(losses(p))

    def gradients(p):
        return [by_parameter(E, p, 0), by_parameter(E, p, 2)]

    def stepped(p):
        hidden, output = gradients(p)
        return [p[0] - rate * hidden, p[1], p[2] - rate * output, p[3]]

    def stepped_early(p):
        """The output layer first; its errors then go back through the weights that it has by then."""
        z1, a1, z2, _ = forward(p, x)
        late = p[2] - rate * by_parameter(E, p, 2)
        errors = by(lambda z: np.sum((y - sigma(z)) ** 2) / 2, z2)
        back = by(lambda z: errors @ late @ sigma(z), z1)
        return [p[0] - rate * np.outer(back, x), p[1], late, p[3]]

    z1, a1, z2, a2 = forward(start, x)
    hidden, output = gradients(start)
    first = stepped(start)
    w = np.concatenate([first[0].ravel(), first[2].ravel()])
    published(name, r"$\net_{h1}$", "0.3775", z1[0])
    published(name, r"$\out_{h1}$", "0.593269992", a1[0])
    published(name, r"$\out_{o1}$", "0.75136507", a2[0])
    published(name, r"$\out_{o2}$", "0.772928465", a2[1])
    published(name, r"$E_{\total}$", "0.298371109", E(start))
    published(name, r"$\frac{\partial E_{\total}}{\partial w_5}$", "0.082167041", output[0, 0])
    published(name, r"$\frac{\partial E_{\total}}{\partial w_1}$", "0.000438568", hidden[0, 0])
    for k, printed in enumerate(
            ["0.149780716", "0.19956143", "0.24975114", "0.29950229", "0.35891648", "0.408666186", "0.511301270",
             "0.561370121"], 1):
        published(name, f"$w_{k}^+$", printed, w[k - 1])
    second = by(lambda a: np.sum((y - sigma(start[2] @ a + start[3]))[1:] ** 2) / 2, a1)[0]
    published(name, r"$\frac{\partial E_{o2}}{\partial \out_{h1}}$", "-0.019049119", second, False)

    expect(name, "loss", E(first))
    published(name, "loss", "0.291027924", E(first), False)
    published(name, "loss", "0.291027924", E(stepped_early(start)))

    p = start
    for _ in range(9_999):
        p = stepped(p)
    published(name, "loss", "0.0000351085", E(p))
    p = stepped(p)
    published(name, "loss", "0.0000351085", E(p), False)
    published(name, "predictions", ["0.015912196", "0.984065734"], forward(p, x)[3], False)
    expect(name, "loss", E(p), 10)
    expect(name, "predictions", [forward(p, x)[3]])
    p = start
    for _ in range(10_000):
        p = stepped_early(p)
    published(name, "predictions", ["0.015912196", "0.984065734"], forward(p, x)[3])
    expect(name, "loss", E(p), 10)
    # What may have been meant, and got a 1 too many.
    expect(name, "loss", E(p), 9)
    published(name, "loss", "0.0000351085", E(p), False)

    # A network without a hidden layer, whose biases start at 0 and learn.
    p = [start[2], np.zeros(2)]

    def single(p):
        return np.sum((y - sigma(p[0] @ x + p[1])) ** 2) / 2

    for _ in range(100):
        p = step(single, p, rate)
    expect(name, "loss", single(p))


chain()
two_layers()
row_vectors()
batch()
stuck()
slides()
worked_example()
pathlib.Path(__file__).with_name("expectations.txt").write_text("\n".join(lines) + "\n")
