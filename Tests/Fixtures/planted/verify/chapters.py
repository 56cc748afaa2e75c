"""Confirms three documents (induced-local-field, net-gradients, patterns-up-units-down): planted equations and author's mistakes by complex steps on random networks."""
from random_batches import *


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
finish()
