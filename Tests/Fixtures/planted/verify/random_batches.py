"""Random networks with their examples in columns, and derivatives by complex steps that central differences confirm: what four of the scripts here compare with."""
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


BAD = []


def confirm(good, *what):
    """Says whether something is as it was judged to be, and keeps what is not."""
    if not good:
        BAD.append(what[:2])
    print('OK ' if good else 'BAD', *what)


def case(doc, label, left, right, holds):
    left, right = np.asarray(left), np.asarray(right)
    same = left.shape == right.shape and bool(np.allclose(left, right, rtol=1e-7, atol=1e-9))
    confirm(same == holds, doc, label, 'holds' if same else 'fails', left.ravel()[:2], right.ravel()[:2])


def finish():
    """Ends the script, with 1 if anything was otherwise."""
    raise SystemExit(f'not confirmed: {BAD}' if BAD else 0)
