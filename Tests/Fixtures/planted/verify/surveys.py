"""Confirms three documents (curvature-of-labels, d-before-a-matrix, modules-with-superscript-units): planted equations and author's mistakes."""
from random_batches import *


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
finish()
