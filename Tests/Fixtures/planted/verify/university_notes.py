"""Confirms the planted equations of nonlinearities-of-a-handout, systems-course-in-rows and weights-from-below on random networks (NumPy only, complex steps and central differences)."""
from random_networks import *

def cross(a, t):
    return -np.sum(t * np.log(a))


# nonlinearities-of-a-handout
NAME = "nonlinearities-of-a-handout"
nets = [Net((4, 5, 3, 2), 3, 1, last=softmax, loss=cross, y=onehot), Net((3, 6, 4, 5, 2), 4, 2, last=softmax, loss=cross, y=onehot)]
P = {k: [] for k in "1 2 3 4 5 6 7 8 9 10 14".split()}
for N in nets:
    for e in range(N.n):
        v, D = N.v[e], {l: N.d(e, "E", ("z", l)) for l in range(1, N.L + 1)}
        P["8"].append((D[N.L], v["a", N.L] - N.y[e]))
        P["2"].append((D[N.L], N.y[e] - v["a", N.L]))
        for l in range(1, N.L + 1):
            P["1"].append((v["z", l], lambda l=l, v=v, N=N: N.W[l].T @ v["a", l - 1] + N.b[l]))
            G = N.d(e, "E", ("W", l))
            P["10"].append((G, np.outer(D[l], v["a", l - 1])))
            P["6"].append((G, np.outer(v["a", l - 1], D[l])))
            P["7"].append((G, np.outer(D[l], v["a", l])))
        for l in range(1, N.L):
            g, back = slope(np.tanh, v["z", l]), N.W[l + 1].T @ D[l + 1]
            P["9"].append((D[l], back * g))
            P["3"].append((D[l], g * back))
            P["4"].append((D[l], lambda l=l, D=D, N=N, g=g: (N.W[l].T @ D[l + 1]) * g))
            P["5"].append((D[l], back * slope(np.tanh, v["a", l])))
for k, w in dict(zip("1 2 3 4 5 6 7".split(), (0, 0, 1, 0, 0, 0, 0))).items():
    report(NAME, "eq-p" + k, bool(w), P[k])
for k in ("8", "9", "10"):
    report(NAME, "eq-" + k, True, P[k])

# systems-course-in-rows
NAME = "systems-course-in-rows"
relu = lambda z: z * (np.real(z) > 0)
P = {k: [] for k in "p1 p2 p3 p4 p5 p6 p7 4 5 10 11 12 13 16 17".split()}
for N in [Net((4, 5, 3), 7, 3, inner=relu, last=softmax, loss=cross, y=onehot, bias=False), Net((3, 6, 2), 5, 4, inner=relu, last=softmax, loss=cross, y=onehot, bias=False)]:
    E, m = range(N.n), N.n
    X, Y, W1, W2 = N.x, N.y, N.W[1].T, N.W[2].T
    Z1, S = np.array([N.v[e]["a", 1] for e in E]), np.array([N.v[e]["a", 2] for e in E])
    G1, G2 = (np.array([N.d(e, "E", ("z", l)) for e in E]) for l in (1, 2))
    J1, J2 = (gradient(lambda w: N.cost(("W", l), w.T), W) for l, W in ((1, W1), (2, W2)))
    for e in E:
        z = N.v[e]["z", 2]
        P["4"].append((N.v[e]["E"], -np.sum(Y[e] * z) + np.log(np.sum(np.exp(z)))))
        P["p1"].append((N.v[e]["E"], -np.sum(Y[e] * z) - np.log(np.sum(np.exp(z)))))
        P["5"].append((G2[e], softmax(z) - Y[e]))
    P["10"].append((G2, S - Y))
    P["p2"].append((G2, Y - S))
    P["11"].append((G1, (Z1 > 0) * (G2 @ W2.T)))
    P["p3"].append((G1, lambda: (Z1 > 0) * (W2 @ G2.T)))
    P["12"].append((J1, X.T @ G1 / m))
    P["p4"].append((J1, X.T @ G1))
    P["13"].append((J2, Z1.T @ G2 / m))
    P["p5"].append((J2, (G2.T @ Z1).T / m))
for N in [Net((3, 5, 4, 2), 4, 5, bias=False), Net((2, 4, 6, 5, 3), 7, 6, bias=False)]:
    E = range(N.n)
    Z = {i: np.array([N.v[e]["a", i - 1] for e in E]) for i in range(1, N.L + 2)}
    W = {i: N.W[i].T for i in range(1, N.L + 1)}
    G = {i: np.array([N.d(e, "E", ("a", i - 1)) for e in E]) for i in range(1, N.L + 2)}
    for i in range(1, N.L + 1):
        q = slope(np.tanh, Z[i] @ W[i])
        grad = gradient(lambda w: N.n * N.cost(("W", i), w.T), W[i])
        P["16"].append((G[i], (G[i + 1] * q) @ W[i].T))
        P["p6"].append((G[i], (G[i + 1] * slope(np.tanh, Z[i + 1])) @ W[i].T))
        P["17"].append((grad, Z[i].T @ (G[i + 1] * q)))
        P["p7"].append((grad, Z[i].T @ (G[i + 1] * np.tanh(Z[i] @ W[i]))))
for k in P:
    report(NAME, "eq-" + k, not k.startswith("p") or k == "p5", P[k])

# weights-from-below
NAME = "weights-from-below"
P = {k: [] for k in "p1 p2 p3 p4 p5 p6 p7 5 7 11 13 15".split()}
for N in [Net((4, 5, 3, 2), 3, 7), Net((3, 4, 6, 5, 2), 4, 8)]:
    for e in range(N.n):
        v = N.v[e]
        W = {l: N.W[l].T for l in N.W}
        Z = {l: N.d(e, "E", ("z", l)) for l in W}
        P["5"].append((v["E"], np.linalg.norm(v["a", N.L] - N.y[e]) ** 2 / 2))
        P["p2"].append((v["E"], np.linalg.norm(v["a", N.L] - N.y[e]) ** 2))
        P["15"].append((Z[N.L], (v["a", N.L] - N.y[e]) * slope(np.tanh, v["z", N.L])))
        for l in W:
            g = N.d(e, "E", ("W", l)).T
            P["p1"].append((v["z", l], lambda l=l, v=v, W=W, N=N: W[l] @ v["a", l - 1] + N.b[l]))
            P["7"].append((g, np.outer(v["a", l - 1], Z[l])))
            P["p3"].append((g, np.outer(Z[l], v["a", l - 1])))
            P["p4"].append((g, np.outer(Z[l], v["a", l - 1])))
            P["p7"].append((-0.3 * g, 0.3 * np.outer(v["a", l - 1], Z[l])))
        for l in range(1, N.L):
            A = N.d(e, "E", ("a", l))
            P["11"].append((A, W[l + 1] @ Z[l + 1]))
            P["p5"].append((A, lambda l=l, W=W, Z=Z: W[l] @ Z[l + 1]))
            f = slope(np.tanh, v["z", l])
            P["13"].append((Z[l], f * (W[l + 1] @ Z[l + 1])))
            P["p6"].append((Z[l], (Z[l + 1] @ W[l + 1].T) * f))
for k in P:
    report(NAME, "eq-" + k, not k.startswith("p") or k == "p6", P[k])

raise SystemExit("not confirmed: %s" % BAD if BAD else 0)
