"""Checks cthorey-batchnorm.expected.tsv: batch normalization as a circuit, with a loss of its outputs that has no structure.

`full` centres and scales, `centred` only centres; h is a leaf, and everything behind it is computed again.
"""
import numpy as np
from judging import Check, Circuit, Said, judge

EPSILON = 0.01


def forward(scaled):
    def run(put, v):
        mu = put("mu", v["h"].mean(axis=0))
        s2 = put("s2", ((v["h"] - mu) ** 2).mean(axis=0))
        hat = put("hat", (v["h"] - mu) * ((s2 + EPSILON) ** -0.5 if scaled else 1))
        y = put("y", v["gamma"] * hat + v["beta"])
        k, l = np.indices(y.shape)
        put("L", np.sin(y + (k + 1) * (l + 1)).sum())
    return run


def circuits(scaled):
    return [Circuit(forward(scaled), {"h": (N, H), "gamma": (H,), "beta": (H,)}, seed, [("L", "h"), ("L", "gamma")])
            for N, H, seed in ((5, 3, 1), (4, 2, 2), (7, 5, 3))]


FULL, CENTRED = circuits(True), circuits(False)
delta = lambda n: np.eye(n)


def parts(c):
    h, mu, s2 = c.value("h"), c.value("mu"), c.value("s2")
    return h, mu, s2, len(h), h - mu, (s2 + EPSILON) ** -0.5, c.value("gamma"), c.derivative("L", "y")


def first(c):
    """(delta_ik delta_jl - delta_jl / N), with the axes k, l, i, j."""
    h = c.value("h")
    N, H = h.shape
    return np.einsum("ki,lj->klij", delta(N), delta(H)) - np.einsum("lj,ki->klij", delta(H), np.ones((N, N))) / N


def by_variance(c):
    h, mu, s2, N, d, r, _, _ = parts(c)
    return first(c) * r[None, :, None, None] - 0.5 * np.einsum("kl,lij,l->klij", d, c.derivative("s2", "h"), r ** 3)


def closed(c):
    h, mu, s2, N, d, r, _, _ = parts(c)
    return first(c) * r[None, :, None, None] - np.einsum("kl,il,lj,l->klij", d, d, delta(h.shape[1]), r ** 3) / N


def variance(step):
    def sides(c):
        h, mu, s2, N, d, r, _, _ = parts(c)
        H = h.shape[1]
        printed = [
            2 / N * np.einsum("plij,pl->lij", first(c), d),
            2 / N * np.einsum("il,jl->lij", d, delta(H)) - 2 / N ** 2 * np.einsum("jl,pl,i->lij", delta(H), d, np.ones(N)),
            2 / N * np.einsum("il,jl->lij", d, delta(H)) - 2 / N * np.einsum("jl,l,i->lij", delta(H), h.mean(axis=0) - mu, np.ones(N)),
            2 / N * np.einsum("il,jl->lij", d, delta(H))]
        return [(c.derivative("s2", "h"), printed[step])]
    return sides


def loss(step):
    def sides(c):
        h, mu, s2, N, d, r, g, dy = parts(c)
        chain = np.einsum("kl,klkl,klij->ij", dy, c.derivative("y", "hat"), c.derivative("hat", "h"))
        one, two = np.einsum("kl,l,klij,l->ij", dy, g, first(c), r), np.einsum("kl,l,kl,il,lj,l->ij", dy, g, d, d, delta(len(g)), r ** 3) / N
        printed = [chain, np.einsum("kl,l,klij->ij", dy, g, closed(c)), one - two,
                   dy * g * r - (dy * g * r).sum(axis=0) / N - (dy * g * d * r ** 3).sum(axis=0) * d / N,
                   g * r / N * (N * dy - dy.sum(axis=0) - d * r ** 2 * (dy * d).sum(axis=0))]
        return [(c.derivative("L", "h"), printed[step])]
    return sides


def parameter(name, printed):
    return [Check(FULL, lambda c, p=p: [(c.derivative("L", name), p(c))]) for p in printed]


dy = lambda c: c.derivative("L", "y")
defines = Said("defines", "a new symbol")
later = Said("not-checked", "a loss that is explained below")
LINKS = {
    "eq-1": [Said("convention", "a row of biases for each example")],
    **{f"eq-{i}": [defines] for i in (2, 3, 4, 5, 6, 7)}, "eq-8": [later], "eq-9": [later], "eq-10": [defines],
    "eq-11": [Check(FULL, lambda c: [(c.derivative("L", "h"), np.einsum("kl,klij->ij", dy(c), c.derivative("y", "h")))])],
    "eq-12": [Check(FULL, loss(0))],
    "eq-13": [defines],
    "eq-14": [Check(CENTRED, lambda c: [(c.derivative("hat", "h"), first(c))])],
    "eq-15": [defines],
    "eq-16": [Check(FULL, lambda c: [(c.derivative("hat", "h"), by_variance(c))])],
    "eq-17": [Check(FULL, lambda c: [(c.value("s2"), ((c.value("h") - c.value("mu")) ** 2).mean(axis=0))])],
    "eq-18": [Check(FULL, variance(i)) for i in range(4)],
    "eq-19": [Check(FULL, lambda c: [(c.derivative("hat", "h"), closed(c))])],
    "eq-20": [Check(FULL, loss(i)) for i in range(5)],
    "eq-21": parameter("gamma", [
        lambda c: np.einsum("kl,klj->j", dy(c), c.derivative("y", "gamma")),
        lambda c: np.einsum("kl,kl,lj->j", dy(c), c.value("hat"), delta(dy(c).shape[1])),
        lambda c: (dy(c) * parts(c)[4] * parts(c)[5]).sum(axis=0)]),
    "eq-22": parameter("beta", [
        lambda c: np.einsum("kl,klj->j", dy(c), c.derivative("y", "beta")),
        lambda c: np.einsum("kl,lj->j", dy(c), delta(dy(c).shape[1])),
        lambda c: dy(c).sum(axis=0)]),
}

if __name__ == "__main__":
    judge(__file__, LINKS, FULL + CENTRED)
