"""Confirms the planted equations of why-the-extra-sum, a-wire-of-neurons and a-hundred-thousand-steps on random networks (NumPy only, complex steps and central differences)."""
from random_networks import *

# why-the-extra-sum
NAME = "why-the-extra-sum"
P = {k: [] for k in "p1 p2 p3 p4 p5 p6 p7 5 9 13 17".split()}
for N in [Net((3, 4, 2), 3, 1, inner=sigmoid, last=sigmoid, bias=False), Net((4, 6, 5), 3, 2, inner=sigmoid, last=sigmoid, bias=False)]:
    for e in range(N.n):
        v, t = N.v[e], N.y[e]
        ai, aj, ak, w2, w1 = v["a", 0], v["a", 1], v["a", 2], N.W[2], N.W[1]
        kj, ji, Ek, Ej = -N.d(e, "E", ("W", 2)), -N.d(e, "E", ("W", 1)), N.d(e, "E", ("a", 2)), N.d(e, "E", ("a", 1))
        dk, sj = (t - ak) * ak * (1 - ak), aj * (1 - aj)
        P["5"].append((Ek, -(t - ak)))
        P["p1"].append((Ek, t - ak))
        P["9"].append((kj, np.outer(dk, aj)))
        P["p2"].append((kj, -np.outer((ak - t) * ak * (1 - ak), aj)))
        P["p3"].append((kj, np.outer(dk, ai)))
        P["13"].append((ji, np.outer((w2.T @ dk) * sj, ai)))
        for k in range(len(t)):
            P["p4"].append((ji, np.outer(dk[k] * w2[k] * sj, ai)))
        P["p5"].append((ji, np.outer(w2.T @ dk, ai)))
        P["p6"].append((ji, np.sum(dk) * w1 * np.outer(sj, ai)))
        P["17"].append((Ej, -w2.T @ dk))
        P["p7"].append((Ej, -(w2.T @ (t - ak)) * sj))
for k in P:
    report(NAME, "eq-" + k, not k.startswith("p") or k == "p2", P[k])

# a-wire-of-neurons
NAME = "a-wire-of-neurons"
P = {k: [] for k in "p1 p2 p3 p4 p5 p6 p7 8 11 13 14 16".split()}
square = lambda a, t: np.sum((a - t) ** 2)
for N in [Net((1, 1, 1, 1), 3, 3, inner=sigmoid, last=sigmoid, loss=square), Net((1, 1, 1, 1, 1), 4, 4, inner=sigmoid, last=sigmoid, loss=square)]:
    L, mean, total = N.L, 0, 0
    for e in range(N.n):
        v, y = N.v[e], N.y[e]
        a, z, w = (lambda l: v["a", l]), (lambda l: v["z", l]), (lambda l: N.W[l][0])
        f = lambda l: slope(sigmoid, z(l))
        dw, db, dp, du = N.d(e, "E", ("W", L))[0], N.d(e, "E", ("b", L)), N.d(e, "E", ("a", L - 1)), N.d(e, "E", ("W", L - 1))[0]
        P["p1"].append(([v["E"]], (a(L) - y) ** 2 / 2))
        P["p2"].append((z(L), w(L) * a(L) + N.b[L]))
        P["8"].append((dw, 2 * (a(L) - y) * f(L) * a(L - 1)))
        P["p3"].append((dw, 2 * (a(L) - y) * sigmoid(z(L)) * a(L - 1)))
        P["p4"].append((dw, 2 * a(L - 1) * (a(L) - y) * a(L) * (1 - a(L))))
        P["11"].append((db, 2 * (a(L) - y) * f(L)))
        P["13"].append((db, 2 * (a(L) - y) * f(L) * w(L)))
        P["p5"].append((dp, 2 * (a(L) - y) * f(L) * w(L - 1)))
        P["14"].append((du, 2 * (a(L) - y) * f(L) * w(L) * f(L - 1) * a(L - 2)))
        P["p6"].append((du, 2 * (a(L) - y) * f(L) * w(L) * f(L) * a(L - 2)))
        total = total + dw
    mean = gradient(lambda q: N.cost(("W", L), q), N.W[L])[0]
    P["16"].append((mean, total / N.n))
    P["p7"].append((mean, total))
for k in P:
    report(NAME, "eq-" + k, k == "p4" or not k.startswith("p") and k != "13", P[k])

# a-hundred-thousand-steps
NAME = "a-hundred-thousand-steps"
w, X, y = np.array([12.0087, -0.2044, -5.8002]), np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1.0]]), np.array([0, 0, 1, 1.0])
digits = lambda value, n: np.floor(value * 10 ** n + 0.5) / 10 ** n
for k, good, value, n, printed in [("4", 1, (X @ w)[2], 4, 6.2085), ("p2", 0, (X @ w)[2], 4, 6.2058), ("6", 1, sigmoid(-5.8002), 3, 0.003), ("7", 1, sigmoid(-6.0046), 3, 0.002),
        ("p4", 0, sigmoid(-6.0046), 2, 0.02), ("8", 1, sigmoid(6.2085), 3, 0.998), ("9", 0, sigmoid(6.0041), 3, 0.997), ("10", 1, sigmoid(X @ w)[0], 3, 0.003), ("p5", 1, sigmoid(X @ w)[1], 5, 0.00246)]:
    BAD += [] if (abs(digits(value, n) - printed) < 1e-12) == bool(good) else [(NAME, k)]
    print("OK  " if (NAME, k) not in BAD else "BAD ", NAME, "eq-" + k, value, printed)
P = {k: [] for k in "p1 p3 p6 p7 15".split()}
for seed in (5, 6):
    r = np.random.default_rng(seed)
    w, X, y = r.normal(size=3), r.normal(size=(5, 3)), r.uniform(size=5)
    g = gradient(lambda q: np.sum((y - sigmoid(X @ q)) ** 2) / 2, w)
    z = X @ w
    P["p1"].append((z, X[:, :2] @ w[:2]))
    P["p3"].append((sigmoid(z), 1 / (1 + np.exp(z))))
    P["15"].append((g, -((y - sigmoid(z)) * slope(sigmoid, z)) @ X))
    P["p6"].append((g, ((y - sigmoid(z)) * slope(sigmoid, z)) @ X))
    P["p7"] += [(g, -(y[e] - sigmoid(z[e])) * slope(sigmoid, z[e]) * X[e]) for e in range(5)]
for k in P:
    report(NAME, "eq-" + k, not k.startswith("p"), P[k])

raise SystemExit("not confirmed: %s" % BAD if BAD else 0)
