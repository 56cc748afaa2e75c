"""Confirms three documents (rows-without-biases, inventing-it-again, descente-d-un-neurone): planted equations and author's mistakes."""
from random_batches import *


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
finish()
