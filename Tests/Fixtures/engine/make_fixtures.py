"""Writes the reference values of the engine's tests beside this file, the same bytes on every machine:

    python make_fixtures.py

Needs mpmath. Nothing here is taken from the engine or from a library of networks: values are calculated with far more
digits than a Double has and rounded once, and derivatives are central differences of such values, so that no rule of
differentiation is used that could be wrong in the same way. `check_with_pytorch.py` compares the networks with PyTorch.
"""

from pathlib import Path
from random import Random

from mpmath import mp, mpf
from mpmath import atan2, cos, erf, exp, expm1, frexp, ldexp, log, log1p, mpc, sin, sqrt, tanh

HERE = Path(__file__).parent


# Elementary functions


def points(name, random):
    """Where a function is tested: all over its domain, and closely where it is hard."""
    two = [2.0**k for k in (-1074, -1022, -500, -54, -53, -30, -28, -27, -20, -10, -5, -3, -2, -1, 0, 1, 2, 4)]
    near_zero = [random.uniform(-1, 1) * 2.0 ** random.randint(-60, 0) for _ in range(60)]
    signed = two + [-x for x in two] + near_zero
    ranges = {
        "exp": [(-745.2, -700), (-700, 700), (-2, 2), (-0.4, 0.4), (700, 709.8)],
        "expm1": [(-50, 60), (-2, 2), (-0.4, 0.4), (-0.05, 0.05), (60, 709.8)],
        "tanh": [(-21, 21), (-2, 2), (-0.3, 0.3)],
        "erf": [(-6, 6), (-1, 1), (-0.5, 0.5), (0.4, 0.7), (4, 6)],
        "sigmoid": [(-745, -700), (-40, 40), (-6, 6), (-2, 2), (-0.4, 0.4)],
        "softplus": [(-745, -700), (-42, 42), (-6, 6), (-2, 2), (-0.4, 0.4)],
        "sin": [(-0.8, 0.8), (-10, 10), (-1e5, 1e5), (-1e300, 1e300)],
        "cos": [(-0.8, 0.8), (-10, 10), (-1e5, 1e5), (-1e300, 1e300)],
    }
    if name == "log":
        return (
            two
            + [random.uniform(0.5, 2) for _ in range(120)]
            + [1 + random.uniform(-1, 1) * 2.0 ** -random.randint(3, 52) for _ in range(80)]
            + [random.uniform(1, 2) * 2.0 ** random.randint(-1073, 1023) for _ in range(80)]
        )
    if name == "log1p":
        return (
            [x for x in signed if x > -1]
            + [random.uniform(-0.99, 3) for _ in range(120)]
            + [-1 + 2.0 ** -random.randint(1, 53) * random.uniform(1, 2) / 2 for _ in range(40)]
            + [random.uniform(1, 2) * 2.0 ** random.randint(0, 1023) for _ in range(60)]
        )
    found = signed + [random.uniform(*bounds) for bounds in ranges[name] for _ in range(60)]
    if name in ("sin", "cos"):
        # The double nearest to a multiple of pi/2 (Kahan), multiples of pi/4, and the largest double.
        found += [6381956970095103 * 2.0**797, 1.7976931348623157e308]
        found += [float(k * mp.pi / 4) for k in range(-16, 17) if k]
        found += [random.uniform(1, 2) * 2.0 ** random.randint(0, 1023) for _ in range(80)]
    return found


def nearest(value):
    """The nearest Double, half to even, and what is left over in units of its last place."""
    if value == 0:
        return 0.0, mpf(0)
    _, exponent = frexp(value)
    last_place = max(int(exponent) - 53, -1074)
    double = float(ldexp(mpf(mp.nint(ldexp(value, -last_place))), last_place))
    return double, ldexp(value - mpf(double), -last_place)


def write_elementary():
    mp.prec = 1400
    functions = {
        "exp": exp, "expm1": expm1, "log": log, "log1p": log1p, "tanh": tanh, "erf": erf, "sin": sin, "cos": cos,
        "sigmoid": lambda x: 1 / (1 + exp(-x)), "softplus": lambda x: log1p(exp(x)),
    }
    lines = ["# function, argument, nearest Double, rest in ulp"]
    for name, function in functions.items():
        for x in points(name, Random(name)):
            value, rest = nearest(function(mpf(x)))
            if abs(value) <= 1.7976931348623157e308:
                lines.append(f"{name} {x.hex()} {value.hex()} {float(rest):.4f}")
    (HERE / "elementary.txt").write_text("\n".join(lines) + "\n")


def write_complex():
    """Functions of complex numbers near and far from the real axis, and angles as logarithms of points."""
    mp.prec = 200
    functions = {
        "exp": exp, "expm1": expm1, "log": log, "log1p": log1p, "tanh": tanh, "erf": erf, "sin": sin, "cos": cos,
        "squareRoot": sqrt,
    }
    lines = ["# function, real and imaginary part of the argument, of the result"]
    for name, function in functions.items():
        random = Random("complex " + name)
        bound = 0.9 if name in ("erf", "log1p") else 3
        points = [complex(random.uniform(-bound, bound), random.uniform(-bound, bound)) for _ in range(40)]
        points += [complex(random.uniform(-bound, bound), random.uniform(-1, 1) * 1e-6) for _ in range(20)]
        points += [complex(random.uniform(-1, 1) * 1e-9, random.uniform(-1, 1) * 1e-9) for _ in range(20)]
        for z in points:
            value = mpc(function(mpc(z)))
            numbers = (z.real, z.imag, float(value.real), float(value.imag))
            lines.append(f"{name} {' '.join(number.hex() for number in numbers)}")
    random = Random("angles")
    for _ in range(300):
        x, y = random.uniform(-1, 1) * 2.0 ** random.randint(-9, 9), random.uniform(-1, 1)
        lines.append(f"atan2 {y.hex()} {x.hex()} {float(atan2(mpf(y), mpf(x))).hex()} 0x0.0p+0")
    (HERE / "complex.txt").write_text("\n".join(lines) + "\n")


# Networks


def rows(function):
    """A function of a number, applied to the units of an example."""
    return lambda units: [function(z) for z in units]


def softmax(units):
    powers = [exp(z) for z in units]
    return [p / sum(powers) for p in powers]


def sigmoid(z):
    return 1 / (1 + exp(-z))


ACTIVATIONS = {
    "sigmoid": rows(sigmoid),
    "tanh": rows(tanh),
    "relu": rows(lambda z: max(z, mpf(0))),
    "leaky relu": rows(lambda z: z if z > 0 else mpf(0.01) * z),
    "elu": rows(lambda z: z if z > 0 else exp(z) - 1),
    "gelu": rows(lambda z: z * (1 + erf(z / sqrt(mpf(2)))) / 2),
    "softplus": rows(lambda z: log(1 + exp(z))),
    "swish": rows(lambda z: z * sigmoid(z)),
    "linear": rows(lambda z: z),
    "softmax": softmax,
}

LOSSES = {
    "squared error": lambda a, t: (a - t) ** 2,
    "binary cross-entropy": lambda a, t: -(t * log(a) + (1 - t) * log(1 - a)),
    "categorical cross-entropy": lambda a, t: -t * log(a),
    "hinge": lambda a, t: max(mpf(0), 1 - t * a),
}

# name of the loss, over the outputs, over the examples, factor of the squares, whether with biases, layers
CASES = [
    ("squared error", "sum", "mean", None, False, "3 sigmoid each, 2 linear each"),
    ("squared error", "half sum", "sum", None, False, "3 tanh each, 2 sigmoid each"),
    ("squared error", "mean", "mean", None, False, "4 relu each, 3 tanh each"),
    ("squared error", "mean", "sum", 0.02, False, "4 leaky relu shared, 3 linear none"),
    ("squared error", "half sum", "mean", 0.05, True, "3 elu each, 2 swish shared"),
    ("binary cross-entropy", "sum", "mean", 0.01, False, "3 gelu each, 2 sigmoid each"),
    ("binary cross-entropy", "mean", "mean", None, False, "3 softplus each, 3 sigmoid shared"),
    ("binary cross-entropy", "sum", "sum", None, False, "2 swish none, 1 sigmoid each"),
    ("categorical cross-entropy", "sum", "mean", None, False, "3 relu each, 3 softmax each"),
    ("categorical cross-entropy", "sum", "sum", 0.03, True, "4 tanh shared, 2 softmax none"),
    ("hinge", "sum", "mean", None, False, "3 sigmoid each, 2 tanh each"),
    ("hinge", "mean", "sum", 0.1, False, "3 gelu each, 2 linear shared"),
    ("squared error", "sum", "mean", None, False, "3 softmax each, 2 softplus each"),
    ("squared error", "half sum", "mean", None, False, "2 sigmoid each"),
    ("categorical cross-entropy", "sum", "mean", 0.004, False, "4 leaky relu each, 3 elu each, 3 softmax each"),
    ("squared error", "mean", "mean", None, False, "2 linear each, 3 gelu none, 2 tanh shared, 2 elu each"),
]

INPUTS, EXAMPLES, RATE, STEPS = 2, 3, 0.25, 3


class Case:
    def __init__(self, number, loss, over_outputs, over_examples, factor, with_biases, layers):
        random = Random(number)
        self.loss, self.over_outputs, self.over_examples = loss, over_outputs, over_examples
        self.factor, self.with_biases = factor, with_biases
        self.layers = []
        for text in layers.split(", "):
            units, *activation, bias = text.split(" ")
            self.layers.append((int(units), " ".join(activation), bias))

        def numbers(rows, columns, bound=1.5):
            return [[mpf(random.uniform(-bound, bound)) for _ in range(columns)] for _ in range(rows)]

        self.values = {"inputs": numbers(EXAMPLES, INPUTS), "targets": self.targets(random, numbers)}
        before = INPUTS
        for l, (units, _, bias) in enumerate(self.layers, 1):
            self.values[f"W{l}"] = numbers(units, before)
            if bias != "none":
                self.values[f"b{l}"] = numbers(1, units if bias == "each" else 1)
            before = units
        self.parameters = [name for name in self.values if name[0] in "Wb"]

    def targets(self, random, numbers):
        outputs = self.layers[-1][0]
        if self.loss == "squared error":
            return numbers(EXAMPLES, outputs)
        if self.loss == "categorical cross-entropy":
            classes = [random.randrange(outputs) for _ in range(EXAMPLES)]
            return [[mpf(j == c) for j in range(outputs)] for c in classes]
        low = -1 if self.loss == "hinge" else 0
        return [[mpf(random.choice((low, 1))) for _ in range(outputs)] for _ in range(EXAMPLES)]

    def run(self, given):
        """All quantities; one that stands in `given` is taken from there instead of being calculated."""
        values = dict(given)
        a = values["inputs"]
        for l, (units, activation, bias) in enumerate(self.layers, 1):
            if f"z{l}" not in given:
                weights, biases = values[f"W{l}"], values.get(f"b{l}", [[mpf(0)]])[0]
                values[f"z{l}"] = [
                    [
                        sum((w * x for w, x in zip(weights[j], example)), biases[j % len(biases)])
                        for j in range(units)
                    ]
                    for example in a
                ]
            if f"a{l}" not in given:
                values[f"a{l}"] = [ACTIVATIONS[activation](example) for example in values[f"z{l}"]]
            a = values[f"a{l}"]
        scale = {"sum": mpf(1), "half sum": mpf(1) / 2, "mean": mpf(1) / len(a[0])}[self.over_outputs]
        values["lossOfExamples"] = [
            [scale * sum(LOSSES[self.loss](y, t) for y, t in zip(*pair))] for pair in zip(a, values["targets"])
        ]
        values["summedLoss"] = [[sum(loss[0] for loss in values["lossOfExamples"])]]
        cost = values["summedLoss"][0][0] / (EXAMPLES if self.over_examples == "mean" else 1)
        if self.factor is not None:
            kinds = "Wb" if self.with_biases else "W"
            cost += mpf(self.factor) * sum(
                x**2 for name in self.parameters if name[0] in kinds for row in values[name] for x in row
            )
        values["cost"] = [[cost]]
        return values

    def derivative(self, of, by, values):
        """The derivative of a single number by every element of a quantity."""
        step = mpf(2) ** -100
        # What is calculated before the quantity stays; what comes after it is calculated anew.
        given = {name: values[name] for name in ("inputs", "targets", *self.parameters)}

        def shifted(row, column, by_step):
            changed = [list(numbers) for numbers in values[by]]
            changed[row][column] += by_step
            return self.run({**given, by: changed})[of][0][0]

        return [
            [(shifted(i, j, step) - shifted(i, j, -step)) / (2 * step) for j in range(len(values[by][0]))]
            for i in range(len(values[by]))
        ]

    def trained(self, values):
        given = {name: values[name] for name in ("inputs", "targets", *self.parameters)}
        for _ in range(STEPS):
            slopes = {name: self.derivative("cost", name, given) for name in self.parameters}
            for name in self.parameters:
                given[name] = [
                    [x - mpf(RATE) * d for x, d in zip(*pair)] for pair in zip(given[name], slopes[name])
                ]
        return {f"{name} after": given[name] for name in self.parameters}

    def lines(self):
        yield f"case\t{self.loss}\t{self.over_outputs}\t{self.over_examples}\t{INPUTS}\t{RATE}\t{STEPS}"
        for units, activation, bias in self.layers:
            yield f"layer\t{units}\t{activation}\t{bias}"
        if self.factor is not None:
            yield f"regularization\t{self.factor}\t{str(self.with_biases).lower()}"
        values = self.run(self.values)
        layers = range(1, len(self.layers) + 1)
        inner = [f"{kind}{l}" for l in layers for kind in "za"]
        results = {**values}
        results |= {f"cost by {name}": self.derivative("cost", name, values) for name in self.parameters + inner}
        results |= {f"cost by inputs": self.derivative("cost", "inputs", values)}
        results |= {f"error{l}": self.derivative("summedLoss", f"z{l}", values) for l in layers}
        results |= self.trained(values)
        for name, matrix in results.items():
            # Adding 0 turns a rounded -0 into 0.
            numbers = " ".join(repr(float(x) + 0.0) for row in matrix for x in row)
            yield f"values\t{name}\t{len(matrix)} {len(matrix[0])}\t{numbers}"


def write_networks():
    mp.prec = 300
    lines = [line for number, case in enumerate(CASES) for line in Case(number, *case).lines()]
    (HERE / "networks.txt").write_text("\n".join(lines) + "\n")


# Pseudo-random numbers

MASK = 2**64 - 1


def split_mix(state):
    state = (state + 0x9E3779B97F4A7C15) & MASK
    z = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & MASK
    return state, z ^ (z >> 31)


def rotated(x, count):
    return (x << count | x >> (64 - count)) & MASK


def xoshiro(seed, count):
    counter, s = seed, []
    for _ in range(4):
        counter, word = split_mix(counter)
        s.append(word)
    for _ in range(count):
        yield rotated(s[1] * 5 & MASK, 7) * 9 & MASK
        shifted = s[1] << 17 & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = rotated(s[3], 45)


def write_random():
    # Published with the algorithm's many translations: the first number for the seed 1234567.
    assert split_mix(1234567)[1] == 6457827717110365317
    lines = [f"{seed} {' '.join(map(str, xoshiro(seed, 8)))}" for seed in (0, 1, 7, 2**64 - 1)]
    (HERE / "random.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    write_elementary()
    write_complex()
    write_networks()
    write_random()
