"""Checks pumpkin-ch5.expected.tsv: two layers of logistic units with thresholds, one example; then an energy of pairs."""
import numpy as np
from judging import Check, Circuit, Said, judge, sigmoid, slope

STEP = [np.random.default_rng(seed).normal(0, 1, (3, 3)) for seed in (1, 2, 3)]         # w, x and (theta, ., .)


def layers(put, v):
    alpha = put("alpha", v["x"] @ v["v"])
    b = put("b", sigmoid(alpha - v["gamma"]))
    beta = put("beta", b @ v["w"])
    y = put("yhat", sigmoid(beta - v["theta"]))
    put("E", 0.5 * ((y - v["y"]) ** 2).sum())


NETS = [Circuit(layers, {"x": (d,), "v": (d, q), "w": (q, l), "gamma": (q,), "theta": (l,), "y": (l,)}, s,
                [("E", "v"), ("E", "gamma"), ("E", "theta")]) for d, q, l, s in ((3, 4, 2, 1), (2, 3, 5, 2), (5, 2, 4, 3))]
diagonal = lambda c, of, by: np.diagonal(c.derivative(of, by))
at = lambda c, layer: slope(sigmoid, c.value({"out": "beta", "hidden": "alpha"}[layer]) - c.value({"out": "theta", "hidden": "gamma"}[layer]))
dy = lambda c: c.derivative("E", "yhat")
y = lambda c: c.value("yhat")
own = lambda c: y(c) * (1 - y(c))
g = lambda c: own(c) * (c.value("y") - y(c))
b = lambda c: c.value("b")
e = lambda c: b(c) * (1 - b(c)) * (c.value("w") @ g(c))
x = lambda c: c.value("x")
through = lambda c: dy(c) * diagonal(c, "yhat", "beta")                          # dE/dyhat dyhat/dbeta, for each j
back = lambda c: c.derivative("beta", "b").T                                      # dbeta_j/db_h, as h, j
hidden = lambda c: diagonal(c, "b", "alpha")


def links(left, rights):
    return [Check(NETS, lambda c, p=p, q=q: [(p(c), q(c))]) for p, q in zip([left] + rights, rights)]


outer = lambda c, over_h: np.outer(x(c), over_h)
theta = links(lambda c: c.derivative("E", "theta"), [
    lambda c: dy(c) * diagonal(c, "yhat", "theta"),
    lambda c: dy(c) * np.array([slope(lambda t: sigmoid(c.value("beta")[j] - t), c.value("theta")[j]) for j in range(len(dy(c)))]),
    lambda c: -dy(c) * at(c, "out"),
    lambda c: -dy(c) * sigmoid(c.value("beta") - c.value("theta")) * (1 - sigmoid(c.value("beta") - c.value("theta"))),
    lambda c: -dy(c) * own(c),
    lambda c: -np.array([slope(lambda u: 0.5 * (u - c.value("y")[j]) ** 2, y(c)[j]) for j in range(len(dy(c)))]) * own(c),
    lambda c: -(y(c) - c.value("y")) * own(c),
    lambda c: (c.value("y") - y(c)) * own(c), g])
weight = links(lambda c: c.derivative("E", "v"), [
    lambda c: np.einsum("j,hj,h,ihh->ih", through(c), back(c), hidden(c), np.einsum("hik->ikh", c.derivative("alpha", "v"))),
    lambda c: outer(c, back(c) @ through(c) * hidden(c)),
    lambda c: outer(c, back(c) @ through(c) * at(c, "hidden")),
    lambda c: outer(c, c.value("w") @ through(c) * at(c, "hidden")),
    lambda c: outer(c, c.value("w") @ -g(c) * at(c, "hidden")),
    lambda c: -outer(c, at(c, "hidden") * (c.value("w") @ g(c))),
    lambda c: -outer(c, b(c) * (1 - b(c)) * (c.value("w") @ g(c))),
    lambda c: -outer(c, e(c))])
gamma = links(lambda c: c.derivative("E", "gamma"), [
    lambda c: back(c) @ through(c) * diagonal(c, "b", "gamma"),
    lambda c: back(c) @ through(c) * at(c, "hidden") * -1,
    lambda c: -(c.value("w") @ through(c)) * at(c, "hidden"),
    lambda c: -(c.value("w") @ through(c)) * b(c) * (1 - b(c)),
    lambda c: c.value("w") @ g(c) * b(c) * (1 - b(c)), e])
step = lambda name, printed: links(lambda c: -0.1 * c.derivative("E", name), [lambda c: -0.1 * c.derivative("E", name), printed])


def energy(seed):
    r = np.random.default_rng(seed)
    w, s, t = r.normal(0, 1, (4, 4)), r.normal(0, 1, 4), r.normal(0, 1, 4)
    pairs = [(i, j) for i in range(3) for j in range(i + 1, 4)]
    edges, nodes = sum(-w[i, j] * s[i] * s[j] for i, j in pairs), sum(-t[i] * s[i] for i in range(4))
    return edges, -sum(w[i, j] * s[i] * s[j] for i, j in pairs), nodes, -sum(t * s)


def jump(p):
    u = p[0] @ p[1] - p[2, 0]
    return [(np.heaviside(u, 1.0), np.heaviside(sum(p[0] * p[1]) - p[2, 0], 1.0))]


defines, no = Said("defines", "a new symbol"), Said("not-checked", "a set, a condition, or what is explained nowhere")
SEEDS = (1, 2, 3)
LINKS = {
    "eq-1": [defines, Check(STEP, jump)], "eq-2": [Check(STEP, jump), Check(STEP, jump)], **{f"eq-{i}": [no] for i in range(3, 16)},
    "eq-16": [no, no], "eq-17": [no],
    "eq-18": [defines], "eq-19": theta, "eq-20": step("theta", lambda c: -0.1 * g(c)),
    "eq-21": [defines], "eq-22": weight, "eq-23": step("v", lambda c: 0.1 * outer(c, e(c))),
    "eq-24": [defines], "eq-25": gamma, "eq-26": step("gamma", lambda c: -0.1 * e(c)),
    "eq-27": [defines], "eq-28": [defines, Check(SEEDS, lambda s: [energy(s)[:2]])], "eq-29": [defines, Check(SEEDS, lambda s: [energy(s)[2:]])],
    "eq-30": [Said("holds", "as above"), Check(SEEDS, lambda s: [(energy(s)[0] + energy(s)[2], energy(s)[1] + energy(s)[3])])],
}

if __name__ == "__main__":
    judge(__file__, LINKS, NETS)
