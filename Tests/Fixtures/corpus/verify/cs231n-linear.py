"""Checks cs231n-linear.expected.tsv: margins of linear scores, then softmax, by the class of each example."""
import numpy as np
from judging import Check, Network, Said, judge

NETS = [Network((d, k), ["softmax"], "categorical cross-entropy", n, seed) for d, k, n, seed in ((4, 3, 6, 1), (2, 5, 7, 2), (6, 4, 5, 3))]
for N in NETS:
    N.t = np.eye(N.n[1])[np.random.default_rng(N.m).integers(0, N.n[1], N.m)]
classes = lambda N: N.t.argmax(axis=1)
scores = lambda N, e: N.W[1] @ N.x[e]
others = lambda N, e: [j for j in range(N.n[1]) if j != classes(N)[e]]
f = lambda N, e: N.value(("z", 1), e)
MARGIN, LAMBDA, C = 1, 0.1, 2.5


def by_scores(N, e):
    s = scores(N, e)
    return sum(max(0, s[j] - s[classes(N)[e]] + MARGIN) for j in others(N, e))


def by_rows(N, e):
    return sum(max(0, N.W[1][j] @ N.x[e] - N.W[1][classes(N)[e]] @ N.x[e] + MARGIN) for j in others(N, e))


squares = lambda N: (N.W[1] ** 2).sum()
mean = lambda loss: (lambda N: sum(loss(N, e) for e in range(N.m)) / N.m + LAMBDA * squares(N))
each = lambda left, right: (lambda N: ((left(N, e), right(N, e)) for e in range(N.m)))
loss = lambda N, e: N.value("S", e)
fraction = lambda N, e: np.exp(f(N, e)[classes(N)[e]]) / np.exp(f(N, e)).sum()
shifted = lambda N, e: np.exp(f(N, e)[classes(N)[e]] + np.log(C)) / np.exp(f(N, e) + np.log(C)).sum()
scaled = lambda N, e: C * np.exp(f(N, e)[classes(N)[e]]) / (C * np.exp(f(N, e)).sum())


def digits(numbers, printed):
    """holds, if rounded to the digits; convention, if one of them is cut off."""
    rounded = [abs(x - p) <= 0.5 * 10.0 ** -n for x, (p, n) in zip(numbers, printed)]
    cut = [0 <= x - p < 10.0 ** -n for x, (p, n) in zip(numbers, printed)]
    assert all(r or c for r, c in zip(rounded, cut))
    return Said("holds" if all(rounded) else "convention", f"{[f'{x:.6f}' for x in numbers]} vs {printed}")


defines, no = Said("defines", "a new symbol"), Said("not-checked", "explained nowhere")
arrow = Said("not-checked", "an arrow")
LINKS = {
    "eq-1": [defines], "eq-2": [Said("holds", "as above")], **{f"eq-{i}": [defines] for i in range(3, 9)},
    "eq-9": [Check(NETS, lambda N: [(mean(by_scores)(N), mean(by_rows)(N))])],
    "eq-10": [no],
    "eq-11": [Check(NETS, each(loss, lambda N, e: -np.log(fraction(N, e)))),
              Check(NETS, each(loss, lambda N, e: -f(N, e)[classes(N)[e]] + np.log(np.exp(f(N, e)).sum())))],
    "eq-12": [no], "eq-13": [no],
    "eq-14": [Check(NETS, each(fraction, scaled)), Check(NETS, each(scaled, shifted))],
    "eq-15": [arrow, digits(np.exp([1, -2, 0]), [(2.71, 2), (0.14, 2), (1, 12)]), arrow],
    "eq-16": [arrow, digits(np.exp([0.5, -1, 0]), [(1.65, 2), (0.37, 2), (1, 12)]), arrow],
}

if __name__ == "__main__":
    judge(__file__, LINKS, NETS)
