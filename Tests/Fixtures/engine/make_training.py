"""Writes training.txt beside this file: what PyTorch makes of random networks, by every optimizer and schedule.

    python make_training.py

For each network its costs before every epoch and after the last, all derivatives at the start, and the parameters after
training in batches, the examples in the order of the data. Networks, constants and batches are drawn with a fixed seed.
"""

from pathlib import Path
from random import Random

from torch_networks import run, torch

ACTIVATIONS = ["sigmoid", "tanh", "relu", "leaky relu", "elu", "gelu", "softplus", "swish", "linear", "softmax"]

# Loss, over the outputs, over the examples, activation of the output layer.
OBJECTIVES = [
    ("squared error", "sum", "mean", "linear"), ("squared error", "half sum", "sum", "sigmoid"),
    ("squared error", "mean", "mean", "tanh"), ("binary cross-entropy", "sum", "mean", "sigmoid"),
    ("binary cross-entropy", "mean", "sum", "sigmoid"), ("categorical cross-entropy", "sum", "mean", "softmax"),
    ("hinge", "sum", "mean", "linear"), ("hinge", "mean", "mean", "tanh"),
]

# Constants drawn at random where a network does not take PyTorch's defaults.
OPTIMIZERS = {
    "gradient descent": (lambda p, lr: torch.optim.SGD(p, lr), {}),
    "sgd": (lambda p, lr: torch.optim.SGD(p, lr), {}),
    "momentum": (lambda p, lr, momentum=0.9: torch.optim.SGD(p, lr, momentum), {"momentum": (0.2, 0.95)}),
    "nesterov": (
        lambda p, lr, momentum=0.9: torch.optim.SGD(p, lr, momentum, nesterov=True), {"momentum": (0.2, 0.95)},
    ),
    "adagrad": (
        lambda p, lr, epsilon=1e-10: torch.optim.Adagrad(p, lr, eps=epsilon), {"epsilon": (1e-8, 1e-4)},
    ),
    "rmsprop": (
        lambda p, lr, decay=0.99, epsilon=1e-8: torch.optim.RMSprop(p, lr, decay, epsilon),
        {"decay": (0.8, 0.999), "epsilon": (1e-8, 1e-4)},
    ),
    "adam": (
        lambda p, lr, beta1=0.9, beta2=0.999, epsilon=1e-8: torch.optim.Adam(p, lr, (beta1, beta2), epsilon),
        {"beta1": (0.5, 0.95), "beta2": (0.9, 0.9999), "epsilon": (1e-8, 1e-4)},
    ),
    "adamw": (
        lambda p, lr, beta1=0.9, beta2=0.999, epsilon=1e-8, weight_decay=0.01: torch.optim.AdamW(
            p, lr, (beta1, beta2), epsilon, weight_decay
        ),
        {"beta1": (0.5, 0.95), "beta2": (0.9, 0.9999), "weight decay": (0.001, 0.3)},
    ),
}

LR = torch.optim.lr_scheduler
SCHEDULES = [
    ("constant", [], lambda o, _: LR.LambdaLR(o, lambda _: 1.0)),
    ("halved every", [3], lambda o, _: LR.StepLR(o, 3, 0.5)),
    ("times", [0.7, 2], lambda o, _: LR.StepLR(o, 2, 0.7)),
    ("decaying exponentially", [0.93], lambda o, _: LR.ExponentialLR(o, 0.93)),
    ("decaying inversely", [0.4], lambda o, _: LR.LambdaLR(o, lambda t: 1 / (1 + 0.4 * t))),
    ("falling along a cosine", [0.002], lambda o, epochs: LR.CosineAnnealingLR(o, epochs, 0.002)),
    ("warming up", [4], lambda o, _: LR.LinearLR(o, 1 / 4, 1.0, 3)),
]

EPOCHS, EXAMPLES = 8, 7


def drawn_layers(random, output):
    layers = []
    for _ in range(random.randint(1, 2)):
        layers.append((random.randint(2, 4), random.choice(ACTIVATIONS), random.choice(("each", "each", "shared", "none"))))
    # One bias for all units of a softmax changes nothing; its derivative would be nothing but rounding.
    layers = [(units, name, "each" if name == "softmax" else bias) for units, name, bias in layers]
    return [*layers, (random.randint(2, 3), output, random.choice(("each", "none")))]


def drawn_targets(random, loss, outputs):
    if loss == "categorical cross-entropy":
        classes = [random.randrange(outputs) for _ in range(EXAMPLES)]
        return [[float(j == c) for j in range(outputs)] for c in classes]
    low = {"hinge": -1.0, "binary cross-entropy": 0.0}.get(loss)
    return [
        [random.uniform(-1, 1) if low is None else random.choice((low, 1.0)) for _ in range(outputs)]
        for _ in range(EXAMPLES)
    ]


def lines(number, optimizer_name):
    random = Random(1000 + number)
    loss, over_outputs, over_examples, output = OBJECTIVES[number % len(OBJECTIVES)]
    schedule, arguments, scheduler = SCHEDULES[number % len(SCHEDULES)]
    make, ranges = OPTIMIZERS[optimizer_name]
    constants = {} if number % 2 else {name: random.uniform(*bounds) for name, bounds in ranges.items()}
    regularization = (random.uniform(0.001, 0.05), random.random() < 0.5) if number % 3 == 0 else None
    batch = random.choice((1, 2, 3, 5, EXAMPLES))
    rate = random.uniform(0.01, 0.1)
    inputs = random.randint(1, 3)
    layers = drawn_layers(random, output)

    def matrix(rows, columns, bound=1.2):
        return torch.tensor([[random.uniform(-bound, bound) for _ in range(columns)] for _ in range(rows)])

    x, t = matrix(EXAMPLES, inputs), torch.tensor(drawn_targets(random, loss, layers[-1][0]))
    parameters = {}
    for l, (units, _, bias) in enumerate(layers, 1):
        parameters[f"W{l}"] = matrix(units, inputs if l == 1 else layers[l - 2][0]).requires_grad_()
        if bias != "none":
            parameters[f"b{l}"] = matrix(1, units if bias == "each" else 1)[0].clone().requires_grad_()

    def cost(rows=slice(None)):
        return run(layers, (loss, over_outputs, over_examples, regularization), parameters, x[rows], t[rows])["cost"]

    results = {"inputs": x, "targets": t} | {name: value.detach().clone() for name, value in parameters.items()}
    cost().backward()
    results |= {f"cost by {name}": value.grad.clone() for name, value in parameters.items()}
    optimizer = make(parameters.values(), rate, **{name.replace(" ", "_"): value for name, value in constants.items()})
    rates = scheduler(optimizer, EPOCHS)
    costs = []
    for _ in range(EPOCHS):
        costs.append(cost().item())
        for start in range(0, EXAMPLES, batch):
            optimizer.zero_grad()
            cost(slice(start, start + batch)).backward()
            optimizer.step()
        rates.step()
    results["costs"] = torch.tensor(costs + [cost().item()])
    results |= {f"{name} after": value.detach() for name, value in parameters.items()}

    yield f"case\t{loss}\t{over_outputs}\t{over_examples}\t{inputs}\t{rate}\t{EPOCHS}"
    settings = " ".join(f"{name.replace(' ', '_')}={value}" for name, value in constants.items())
    yield f"training\t{optimizer_name}\t{settings}\t{schedule}\t{' '.join(map(str, arguments))}\t{batch}"
    for units, activation, bias in layers:
        yield f"layer\t{units}\t{activation}\t{bias}"
    if regularization:
        yield f"regularization\t{regularization[0]}\t{str(regularization[1]).lower()}"
    for name, value in results.items():
        rows = value if value.dim() == 2 else value.reshape(1, -1)
        # Adding 0 turns -0 into 0.
        numbers = " ".join(repr(number + 0.0) for row in rows.tolist() for number in row)
        yield f"values\t{name}\t{rows.shape[0]} {rows.shape[1]}\t{numbers}"


if __name__ == "__main__":
    names = [name for name in OPTIMIZERS for _ in range(7)]
    text = [line for number, name in enumerate(names) for line in lines(number, name)]
    (Path(__file__).parent / "training.txt").write_text("\n".join(text) + "\n")
