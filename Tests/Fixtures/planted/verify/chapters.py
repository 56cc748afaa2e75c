"""Confirms three documents (induced-local-field, net-gradients, patterns-up-units-down): planted equations and author's mistakes by complex steps on random networks."""
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


sp = lambda y: y * (1 - y)
# induced-local-field: tanh, tanh
D = 'induced-local-field'
n = Net([3, 5, 2], ['tanh', 'tanh'], 'half', seed=1)
v = n.v; e = n.y - v['a2']; phi2 = 1 - v['a2'] ** 2
dz2 = n.d('S', 'z2'); dz1 = n.d('S', 'z1')           # per example: column by column
gW = np.stack([n.d('Ci', 'W2')[p] for p in range(n.m)])   # example, j, i
out = lambda a, b: np.einsum('jn,in->nji', a, b)
case(D, 'eq-p1', v['C'], (e ** 2).sum() / n.m, False)
case(D, 'eq-p2', gW, out((v['a2'] - n.y) * phi2, v['a1']), True)
case(D, 'eq-p3', gW, out(e * phi2, v['a1']), False)
case(D, 'eq-p4', -dz2, e * v['a2'], False)
case(D, 'eq-11', -dz2, e * phi2, True)
gA = n.d('S', 'a1')
for k in range(2):
    case(D, f'eq-p5 k={k}', gA, -(e * phi2)[k] * v['W2'][k][:, None], False)
case(D, 'eq-17', gA, -np.einsum('kn,kj->jn', e * phi2, v['W2']), True)
case(D, 'eq-19', -dz1, (1 - v['a1'] ** 2) * (v['W2'].T @ -dz2), True)
q = Net([3, 4, 4], ['tanh', 'tanh'], 'half', seed=2)   # equal widths, so that w_{jk} exists
case(D, 'eq-p6', -q.d('S', 'z1'), (1 - q.v['a1'] ** 2) * (q.v['W2'] @ -q.d('S', 'z2')), False)

# net-gradients: sigmoid, sigmoid; the book's matrices are ours transposed
D = 'net-gradients'
n = Net([3, 5, 2], ['sig', 'sig'], 'half', m=1, seed=3)
v = n.v; o, z, x, y = v['a2'], v['a1'], v['a0'], n.y
d2, d1 = n.d('S', 'z2'), n.d('S', 'z1')
case(D, 'eq-p2', d2, (y - o) * o * (o - 1), True)
case(D, 'eq-p3', d2, (y - o) * o * (1 - o), False)
q = Net([4, 4, 2], ['sig', 'sig'], 'half', m=1, seed=4)
case(D, 'eq-p4', q.d('S', 'W1').T, (q.d('S', 'z1') @ q.v['a0'].T), False)
case(D, 'eq-p5', d1, v['W2'].T @ (sp(o) * d2), False)
case(D, 'eq-12', d1, sp(z) * (v['W2'].T @ d2), True)
q = Net([3, 4, 4], ['sig', 'sig'], 'half', m=1, seed=5)
case(D, 'eq-p6', q.d('S', 'z1'), sp(q.v['a1']) * (q.v['W2'] @ q.d('S', 'z2')), False)
case(D, 'eq-p7', n.d('S', 'W2').T, d2 @ z.T, False)
case(D, 'eq-15', n.d('S', 'W2').T, z @ d2.T, True)
q = Net([3, 2, 5], ['sig', 'sig'], 'half', m=1, seed=6)   # fewer hidden units than outputs
case(D, 'eq-p1', q.v['S'], ((q.y - q.v['a2'])[:2] ** 2).sum() / 2, False)

D = 'patterns-up-units-down'
n = Net([4, 3, 2], ['sig', 'sig'], 'half', seed=7)
v = n.v; o, y = v['a2'], n.y; d2, d1 = -n.d('S', 'z2'), -n.d('S', 'z1')
q = Net([4, 4, 2], ['sig', 'sig'], 'half', seed=8)
case(D, 'eq-p1', q.v['z1'], q.v['W1'].T @ q.v['a0'] + q.v['b1'], False)
g = n.d('Ci', 'W1')
case(D, 'eq-p2', g, np.einsum('kp,jp->pkj', d1, v['a0']), False)
case(D, 'eq-9', g, -np.einsum('kp,jp->pkj', d1, v['a0']), True)
case(D, 'eq-p3', d2, (y - o) ** 2 * sp(o), False)
case(D, 'eq-p4', d1, v['W2'].T @ (sp(o) * d2), False)
s = v['z1']; num = (SIG(s + 1e-6) - SIG(s - 1e-6)) / 2e-6
case(D, 'eq-17 link 2', np.round(num, 6), np.round(-np.exp(-s) / (1 + np.exp(-s)) ** 2, 6), False)
case(D, 'eq-17 link 4', np.round(num, 6), np.round(v['a1'] * (1 - v['a1']), 6), True)
case(D, 'eq-p5', n.d('S', 'z2'), (o - y) * (o - o ** 2), True)
case(D, 'eq-p6', n.d('S', 'z2'), (o - y) * (o - o ** 3), False)
raise SystemExit(BAD > 0)
