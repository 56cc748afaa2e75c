"""Confirms three documents (tangents-by-hand, three-logits-by-hand, one-unit-each): planted equations, printed numbers and author's mistakes."""
from random_batches import *


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
    confirm(good, D, t[0], 'digits')
confirm(abs(1 - v['a2'][0, 0] ** 2 - .8651299662) > .5e-10, D, 'eq-p2')
after = {'W1': -.1 * g('W1')}
confirm(own.run(after)['S'] < v['S'] < own.run({'W1': .1 * g('W1')})['S'], D, 'eq-p6')

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
    confirm(good, D, lab)

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
    confirm(good, D, lab)
finish()
