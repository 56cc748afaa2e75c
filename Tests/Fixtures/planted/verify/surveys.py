"""Confirms three documents (curvature-of-labels, d-before-a-matrix, modules-with-superscript-units): planted equations and author's mistakes."""
import numpy as np
H = 1e-30
SIG = lambda z: 1 / (1 + np.exp(-z))
ACT = {'sig': SIG, 'tanh': np.tanh, 'lin': lambda z: z, 'relu': lambda z: np.where(z.real > 0, z, 0),
       'softmax': lambda z: np.exp(z) / np.exp(z).sum(0)}


class Net:
    """Units in rows, examples in columns; W[l] rows to, columns from. `over` adds a perturbation to a quantity by name."""
    def __init__(s, sizes, acts, loss, m=4, bias=True, seed=0, classes=False):
        r = np.random.default_rng(seed)
        s.L, s.acts, s.loss, s.m = len(acts), acts, loss, m
        s.p = {'a0': r.normal(size=(sizes[0], m))}
        for l in range(1, s.L + 1):
            s.p[f'W{l}'] = r.normal(size=(sizes[l], sizes[l - 1]))
            s.p[f'b{l}'] = r.normal(size=(sizes[l], 1)) * bias
        n = sizes[-1]
        s.y = r.normal(size=(n, m)) if loss in ('half', 'sum', 'mse') else r.uniform(.1, .9, size=(n, m))
        if loss == 'cce':
            s.y = s.y / s.y.sum(0)
        if classes:
            s.y = np.eye(n)[:, r.integers(n, size=m)] if n > 1 else r.integers(2, size=(1, m)).astype(float)
        s.v = s.run()

    def run(s, over=None):
        over = over or {}
        v = {}
        put = lambda k, x: v.setdefault(k, x + over.get(k, 0))
        put('a0', s.p['a0'])
        for l in range(1, s.L + 1):
            put(f'W{l}', s.p[f'W{l}']); put(f'b{l}', s.p[f'b{l}'])
            put(f'z{l}', v[f'W{l}'] @ v[f'a{l-1}'] + v[f'b{l}'])
            put(f'a{l}', ACT[s.acts[l - 1]](v[f'z{l}']))
        o, y = v[f'a{s.L}'], s.y
        if s.loss == 'half': c = ((o - y) ** 2).sum(0) / 2
        elif s.loss == 'sum': c = ((o - y) ** 2).sum(0)
        elif s.loss == 'bce': c = -(y * np.log(o) + (1 - y) * np.log(1 - o)).sum(0)
        elif s.loss == 'cce': c = -(y * np.log(o)).sum(0)
        v['Ci'] = c; v['S'] = c.sum(); v['C'] = c.mean()
        return v

    def d(s, num, den, idx=None):
        """d num / d den (all entries of den appended), complex step confirmed by central differences."""
        base = s.v[den]; out = []
        for i in np.ndindex(base.shape):
            e = np.zeros(base.shape, complex); e[i] = 1j * H
            c = np.imag(s.run({den: e})[num]) / H
            e = np.zeros(base.shape); e[i] = 1e-5
            f = (np.real(s.run({den: e})[num]) - np.real(s.run({den: -e})[num])) / 2e-5
            assert np.allclose(c, f, atol=1e-6, rtol=1e-5), (num, den)
            out.append(c)
        out = np.array(out)
        return np.moveaxis(out.reshape(base.shape + out.shape[1:]), list(range(base.ndim)), list(range(-base.ndim, 0)))


BAD = 0
def case(doc, label, left, right, holds):
    global BAD
    left, right = np.asarray(left), np.asarray(right)
    same = left.shape == right.shape and bool(np.allclose(left, right, rtol=1e-7, atol=1e-9))
    good = same == holds
    BAD += not good
    print('OK ' if good else 'BAD', doc, label, 'holds' if same else 'fails', left.ravel()[:2], right.ravel()[:2])


D = 'curvature-of-labels'
n = Net([3, 1], ['sig'], 'bce', m=6, bias=False, seed=1); v = n.v
x, pi, y, th = v['a0'], v['a1'][0], n.y[0], n.p['W1'][0]; s = th @ x
case(D, 'eq-p1', v['S'], -(y * np.log(pi) + (1 - y) * np.log(1 - pi)).sum(), True)
case(D, 'eq-2 link 2', pi, np.exp(-s) / (1 + np.exp(s)), False)
case(D, 'eq-5', v['S'], (np.log(np.exp(s) + 1) - y * s).sum(), True)
case(D, 'eq-p2', v['S'], (np.log(np.exp(-s) + 1) - y * s).sum(), False)
G = n.d('S', 'W1')[0]
case(D, 'eq-7', G, x @ (pi - y), True)
case(D, 'eq-p3', G, x @ (pi - y) / n.m, False)
case(D, 'eq-p4', x.T.shape[1] == len(pi), True, False)      # X (examples by inputs) times a column over the examples
def hessian(net, name):
    """Second derivatives of the summed loss by all pairs of entries: complex step of central differences."""
    base = net.v[name]; idx = list(np.ndindex(base.shape)); M = np.zeros((len(idx),) * 2)
    for a, i in enumerate(idx):
        for b, j in enumerate(idx):
            def one(h):
                e = np.zeros(base.shape, complex); e[i] += 1j * H; e[j] += h
                return np.imag(net.run({name: e})['S']) / H
            M[a, b] = (8 * (one(1e-3) - one(-1e-3)) - (one(2e-3) - one(-2e-3))) / 12e-3
    return M
near = lambda lab, a, b, holds: case(D, lab, np.round(a, 5), np.round(b, 5) if np.max(abs(a - b)) > 1e-6 else np.round(a, 5), holds)
Hs = hessian(n, 'W1')
near('eq-11', Hs, (x * pi * (1 - pi)) @ x.T, True)
near('eq-p5', Hs, (x * (pi - y)) @ x.T, False)
near('eq-p6', Hs, (x * np.exp(-s) / (1 + np.exp(-s))) @ x.T, False)
near('eq-13', Hs, (x * np.exp(-s) / (1 + np.exp(-s)) ** 2) @ x.T, True)
near('eq-14', x @ np.diag(pi * (1 - pi)) @ x.T, Hs, True)

D = 'd-before-a-matrix'
n = Net([3, 5, 4], ['tanh', 'softmax'], 'cce', m=6, seed=2)
for k in ('W1', 'W2', 'b2'):
    n.p[k] = n.p[k] * .3                       # no output near zero, where central differences of log are poor
n.v = v = n.run()
q = Net([4, 4, 4], ['tanh', 'softmax'], 'cce', m=4, seed=3)
g = lambda k, t=n: t.d('S', k)
case(D, 'eq-p1', q.v['z2'], q.v['W2'].T @ q.v['a1'] + q.v['b2'], False)
ex = np.exp(v['z2'])
case(D, 'eq-p2', v['a2'], ex / ex.sum(1, keepdims=True), False)
dy = g('a2')
case(D, 'eq-6', dy, -n.y / v['a2'], True)
case(D, 'eq-9', g('z2'), v['a2'] * (dy - (dy * v['a2']).sum(0)), True)
case(D, 'eq-p3', g('z2'), v['a2'] * (dy + (dy * v['a2']).sum(0)), False)
case(D, 'eq-10', g('z2'), v['a2'] - n.y, True)
case(D, 'eq-p4', g('W2', q), (g('z2', q) @ q.v['a1'].T).T, False)
case(D, 'eq-13', g('a1'), v['W2'].T @ g('z2'), True)
case(D, 'eq-p5', g('z1'), (v['W2'].T @ g('z2')) * (1 - np.tanh(v['z1']) ** 2), True)
case(D, 'eq-p6', g('z1'), g('a1') * (1 - np.tanh(v['a1']) ** 2), False)
case(D, 'eq-15', g('W1'), g('z1') @ v['a0'].T, True)

D = 'modules-with-superscript-units'
n = Net([4, 3, 5, 2], ['tanh'] * 3, 'half', m=1, bias=False, seed=4); v = n.v
q = Net([4, 4, 4, 4], ['tanh'] * 3, 'half', m=1, bias=False, seed=5)
for l in (1, 2, 3):
    case(D, f'eq-4 n={l}', g('z%d' % l, n), (1 - v[f'a{l}'] ** 2) * g(f'a{l}', n), True)
    case(D, f'eq-p1 n={l}', g('z%d' % l, n), (1 - np.tanh(v[f'a{l}']) ** 2) * g(f'a{l}', n), False)
    case(D, f'eq-p2 n={l}', g(f'W{l}', q), g(f'z{l}', q) @ q.v[f'a{l}'].T, False)
    case(D, f'eq-p3 n={l}', g(f'a{l-1}', q), q.v[f'W{l}'] @ g(f'z{l}', q), False)
    case(D, f'eq-8 n={l}', g(f'W{l}', q), q.v[f'a{l-1}'] @ g(f'z{l}', q).T, False)   # even read as an outer product
for l in (1, 2):
    case(D, f'eq-p5 n={l}', g(f'a{l-1}', q), q.v[f'W{l+1}'].T @ g(f'z{l}', q), False)
u = np.linspace(-2, 2, 9); phi = lambda u: 1.7159 * np.tanh(2 / 3 * u)
slope = np.imag(phi(u + 1j * H)) / H
case(D, 'eq-11', slope, 1.7159 * 2 / 3 * (1 - np.tanh(2 / 3 * u) ** 2), True)
case(D, 'eq-p6', slope, 1.7159 * (1 - np.tanh(2 / 3 * u) ** 2), False)
case(D, 'eq-13', round(phi(1), 3), 1.0, True)
case(D, 'eq-14', np.tanh(u), 2 * SIG(2 * u) - 1, True)
for l in (1, 2, 3):
    hy, hx, hw = (np.diag(hessian(n, k + str(l))) for k in 'zaW')
    f1 = 1 - v[f'a{l}'].ravel() ** 2; f2 = -2 * v[f'a{l}'].ravel() * f1; gx = n.d('S', f'a{l}').ravel()
    near(f'eq-15 n={l}', hw, np.outer(hy, v[f'a{l-1}'].ravel() ** 2).ravel(), True)
    near(f'eq-16 n={l}', hy, f1 ** 2 * hx + f2 * gx, True)
    near(f'eq-p7 n={l}', hy, f1 ** 2 * hx, False)
raise SystemExit(BAD > 0)
