"""Confirms three documents (tangents-by-hand, three-logits-by-hand, one-unit-each): planted equations, printed numbers and author's mistakes."""
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


R = lambda text, x: case(D, text[0], np.round(x, text[1]), text[2], text[3])
D = 'tangents-by-hand'
n = Net([2, 5, 1], ['tanh', 'tanh'], 'sum', m=1, seed=1); v = n.v
du, dz = n.d('S', 'z2'), n.d('S', 'z1')
case(D, 'eq-p1', n.d('S', 'a2'), v['a2'] - n.y, False)
case(D, 'eq-p3', n.d('S', 'W2'), v['a1'].T * du, True)
case(D, 'eq-p4', dz, n.d('S', 'a1') * (1 - v['a1']), False)
q = Net([4, 4, 1], ['tanh', 'tanh'], 'sum', m=1, seed=2)
case(D, 'eq-p5', q.d('S', 'W1'), q.v['a0'] @ q.d('S', 'z1').T, False)
own = Net([2, 2, 1], ['tanh', 'tanh'], 'sum', m=1)
own.p = {'a0': np.array([[.5], [-.2]]), 'W1': np.array([[.3, -.1], [.2, .4]]), 'b1': np.array([[.1], [-.2]]),
         'W2': np.array([[.5, -.3]]), 'b2': np.array([[.2]])}
own.y = np.array([[1.]]); own.v = v = own.run()
g = lambda k: own.d('S', k)
for t in [('eq-1', 6, [[.27], [-.18]], True, v['z1']), ('eq-2', 10, [[.2636248355], [-.1780808681]], True, v['a1']),
          ('eq-4', 10, [[.3852366782]], True, v['z2']), ('eq-5', 10, [[.3672465626]], True, v['a2']),
          ('eq-6', 10, .4003769125, True, v['S']), ('eq-8', 10, [[-1.2655068747]], True, g('a2')),
          ('eq-9', 10, [[.8651299622]], True, 1 - v['a2'] ** 2), ('eq-10', 10, [[-1.0948279147]], True, g('z2')),
          ('eq-11', 10, [[-.2886238289, .1949679055]], True, g('W2')), ('eq-13', 10, [[-.5474139574], [.3284483744]], True, g('a1')),
          ('eq-14', 10, [[.9305019461], [.9682872044]], True, 1 - v['a1'] ** 2), ('eq-15', 10, [[-.5093697527], [.3180323583]], True, g('z1')),
          ('eq-16', 10, [[-.2546848763, .1018739505], [.1590161791, -.0636064717]], True, g('W1')),
          ('eq-17', 10, [[.5288623829, -.3194967905]], True, own.p['W2'] - .1 * g('W2')), ('eq-17b', 10, [[.3094827915]], True, own.p['b2'] - .1 * g('b2')),
          ('eq-18', 10, [[.3254684876, -.1101873951], [.1840983821, .4063606472]], True, own.p['W1'] - .1 * g('W1'))]:
    good = np.max(abs(np.asarray(t[4]) - np.asarray(t[2]))) <= .5000001 * 10. ** -t[1]
    BAD += not good; print('OK ' if good else 'BAD', D, t[0], 'digits')
print('OK ' if abs(1 - v['a2'][0, 0] ** 2 - .8651299662) > .5e-10 else 'BAD', D, 'eq-p2')
after = {'W1': -.1 * g('W1')}
print('OK ' if own.run(after)['S'] < v['S'] < own.run({'W1': .1 * g('W1')})['S'] else 'BAD', D, 'eq-p6')

D = 'three-logits-by-hand'
n = Net([2, 3], ['softmax'], 'cce', bias=False, seed=3); v = n.v; p = v['a1']
q = Net([3, 3], ['softmax'], 'cce', bias=False, seed=4)
case(D, 'eq-p1', q.v['z1'], q.v['W1'].T @ q.v['a0'], False)
case(D, 'eq-p2', p.sum(0), np.ones(4), True)
J = np.zeros((3, 3))
for k in range(3):
    e = np.zeros((3, 4), complex); e[k, 0] = 1j * H
    J[:, k] = np.imag(n.run({'z1': e})['a1'])[:, 0] / H
case(D, 'eq-p3', J, np.outer(p[:, 0], 1 - p[:, 0]), False)
case(D, 'eq-7', J, p[:, :1] * (np.eye(3) - p[:, 0]), True)
case(D, 'eq-p5', n.d('S', 'z1'), n.y - p, False)
case(D, 'eq-10', n.d('S', 'z1'), p - n.y, True)
case(D, 'eq-p6', q.d('S', 'W1').T, (q.v['a1'] - q.y) @ q.v['a0'].T, False)
case(D, 'eq-13', n.d('S', 'W1').T, v['a0'] @ (p - n.y).T, True)
own = Net([2, 3], ['softmax'], 'cce', m=1)
own.p = {'a0': np.array([[1.], [2.]]), 'W1': np.array([[.2, -.5], [-.3, .7], [.5, -.2]]), 'b1': np.zeros((3, 1))}
own.y = np.array([[0.], [1.], [0.]]); own.v = own.run()
gw = own.d('S', 'W1').T; pr = own.v['a1'].ravel()
print(pr, own.v['S'], gw)
for lab, good in [('eq-6 cut off', np.all(np.floor(pr * 1000) == [98, 659, 242]) and round(pr[0], 3) != .098), ('eq-9', abs(own.v['S'] - .417) < 5e-4),
                  ('eq-p4', abs(own.v['S'] - .416) > 5e-5), ('eq-14', np.trunc(gw[1, 0] * 1000) != 196 and round(gw[1, 0], 3) != .196),
                  ('eq-15', np.trunc(gw[1, 0] * 1000) != 196)]:
    BAD += not good; print('OK ' if good else 'BAD', D, lab)

D = 'one-unit-each'
def tiny(sign, seed):
    t = Net([1, 1, 1], ['relu', 'sig'], 'bce', m=1, bias=False, seed=seed)
    t.p['W1'] = sign * abs(t.p['W1']); t.p['a0'] = abs(t.p['a0']) + .3; t.v = t.run(); return t
for sign, seed in [(1, 5), (-1, 6)]:
    t = tiny(sign, seed); v = t.v; g = lambda k: t.d('S', k); a2 = v['a2']
    on = sign > 0
    if on: case(D, 'eq-4', v['S'], -np.log(1 - a2)[0, 0], False)
    case(D, 'eq-5', g('a2'), a2 - t.y, False)
    case(D, 'eq-p2', g('a2'), (a2 - t.y) / (a2 * (1 - a2)), True)
    case(D, 'eq-p3', g('z2'), a2 - t.y, True)
    case(D, 'eq-p4', g('W2'), (a2 - t.y) * v['W2'], False)
    case(D, 'eq-p5', g('W1'), (a2 - t.y) * v['W2'] * on * v['a0'], True)
    case(D, 'eq-p6', g('W1'), (a2 - t.y) * v['W2'] * v['a1'] * v['a0'], not on)
t.p = {'a0': np.array([[1.]]), 'W1': np.array([[.5]]), 'W2': np.array([[.5]]), 'b1': np.zeros((1, 1)), 'b2': np.zeros((1, 1))}
t.y = np.zeros((1, 1)); t.v = t.run()
val = {k: float(t.d('S', k)[0, 0]) for k in ('a2', 'z2', 'W2', 'W1')}; print(val)
for lab, good in [('eq-p1', abs(t.v['a2'][0, 0] - .526) > 5e-4), ('eq-6', abs(val['a2'] - .562) > 1e-3), ('eq-8', abs(val['z2'] - .138) > 1e-3),
                  ('eq-11', abs(val['W2'] - .069) > 1e-3), ('eq-p3 digits', abs(val['z2'] - .562) < 5e-4)]:
    BAD += not good; print('OK ' if good else 'BAD', D, lab)
raise SystemExit(BAD > 0)
