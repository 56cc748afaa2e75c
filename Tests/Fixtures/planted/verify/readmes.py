"""Confirms three documents (rows-without-biases, inventing-it-again, descente-d-un-neurone): planted equations and author's mistakes."""
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


D = 'rows-without-biases'
n = Net([3, 5, 4, 1], ['relu', 'relu', 'sig'], 'bce', m=6, bias=False, seed=1); v = n.v
g = lambda k, q=None: (q or n).d('S', k)
d = [None] + [g(f'z{l}') for l in (1, 2, 3)]
on = lambda l, q=n: (q.v[f'z{l}'] > 0) * 1.
q = Net([3, 3, 3, 3], ['relu', 'relu', 'sig'], 'bce', m=3, bias=False, seed=2)   # equal widths and examples
case(D, 'eq-p1', q.v['z1'].T, q.v['W1'].T @ q.v['a0'].T, False)
case(D, 'eq-p2', d[3], v['a3'] - n.y, True)
case(D, 'eq-p3', g('z2', q), (q.v['W3'] @ g('z3', q)) * on(2, q), False)
case(D, 'eq-p4', g('z2', q), (q.v['W3'].T @ g('z3', q)) * on(1, q), False)
case(D, 'eq-10', d[2], (v['W3'].T @ d[3]) * on(2), True)
case(D, 'eq-p5', g('W2', q).T, q.v['a2'] @ g('z2', q).T, False)
case(D, 'eq-11', g('W2').T, v['a1'] @ d[2].T, True)
case(D, 'eq-p6', d[1], (v['W2'].T @ d[2]) * v['a1'], False)
case(D, 'eq-13', d[1], (v['W2'].T @ d[2]) * on(1), True)

D = 'inventing-it-again'
n = Net([1, 1, 1, 1], ['sig'] * 3, 'half', m=1, seed=3); v = n.v
for l in (1, 2, 3):
    case(D, f'eq-3 row 2 l={l}', n.d('S', f'b{l}'), n.d('S', f'z{l}') * v[f'a{l-1}'], False)
for l in (1, 2):
    case(D, f'eq-5 l={l}', n.d('S', f'z{l}'), v[f'W{l+1}'] * n.d('S', f'z{l+1}'), False)
    case(D, f'eq-4 l={l}', n.d('S', f'z{l}'), v[f'W{l+1}'] * n.d('S', f'z{l+1}') * v[f'a{l}'] * (1 - v[f'a{l}']), True)
n = Net([3, 5, 4, 2], ['tanh'] * 3, 'half', m=1, seed=4); v = n.v
zW = n.d('z2', 'W2')[:, 0]                      # k, i, j
full = np.einsum('k,kij->ij', n.d('S', 'z2').ravel(), zW)
case(D, 'eq-7', n.d('S', 'W2'), full, True)
n2 = Net([3, 3, 5, 2], ['tanh'] * 3, 'half', m=1, seed=5); zW = n2.d('z2', 'W2')[:, 0]
case(D, 'eq-p1', n2.d('S', 'W2'), np.einsum('k,kij->ij', n2.d('S', 'z2').ravel()[:3], zW[:3]), False)
q = Net([4, 4, 4, 4], ['tanh'] * 3, 'half', m=1, seed=6)
case(D, 'eq-p2', q.d('S', 'W2'), (q.d('S', 'z2') @ q.v['a1'].T).T, False)
J = n.d('z3', 'z2')[:, 0, :, 0]
case(D, 'eq-11', J, v['W3'] * (1 - v['a2'] ** 2).T, True)
case(D, 'eq-p3', J, v['W3'] * (1 - v['a3'] ** 2), False)
case(D, 'eq-p4', n.d('S', 'z3'), (1 - v['a3'] ** 2) * (v['a3'] - n.y), True)
n = Net([3, 5, 4, 2], ['tanh'] * 3, 'half', m=7, seed=7)
for l in (1, 2, 3):
    G, r = n.d('C', f'W{l}'), n.d('S', f'z{l}') @ n.v[f'a{l-1}'].T
    case(D, f'eq-17 l={l}', G, r / n.m, True)
    case(D, f'eq-p5 l={l}', G, r, False)
    case(D, f'eq-p6 l={l}', G, r / len(n.v[f'z{l}']), False)

D = 'descente-d-un-neurone'
n = Net([2, 1], ['sig'], 'bce', m=5, seed=8, classes=False); v = n.v; a, y = v['a1'], n.y
case(D, 'eq-p1', v['Ci'], (-y * np.log(a) + (1 - y) * np.log(1 - a))[0], False)
case(D, 'eq-p2', n.d('S', 'a1'), (a - y) / (a * (1 - a)), True)
e = 1e-6; slope = (SIG(v['z1'] + e) - SIG(v['z1'] - e)) / (2 * e)
case(D, 'eq-p3', np.round(slope, 6), np.round((1 - a) ** 2, 6), False)
G = n.d('Ci', 'W1')[:, 0]
case(D, 'eq-8', G.T, v['a0'] * (a - y), True)
case(D, 'eq-p4', G.T, v['a0'] * (a - y) * a * (1 - a), False)
case(D, 'eq-p5', n.d('C', 'W1')[0], v['a0'] @ (a - y)[0], False)
case(D, 'eq-14', n.d('C', 'W1').T, v['a0'] @ (a - y).T / n.m, True)
case(D, 'eq-p6', v['a0'].T.shape[1] == (a - y).shape[0], True, False)
raise SystemExit(BAD > 0)
