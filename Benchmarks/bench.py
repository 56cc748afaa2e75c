"""Times nabla and its peers in turn, and prints the ratios of the medians.

    bench.py NABLA GRADIENT_CHECK FOLDER [ROUNDS]

NABLA is the program, GRADIENT_CHECK the executable of that target, FOLDER where to put what is made. Steps per second of
nabla are those of its `train` statement with the recording of the loss, in a notebook: two notebooks that differ in the
number of epochs are run, and the difference of epochs is divided by the difference of times, so that starting, reading and
reporting do not count.
"""

import json
import os
import platform
import subprocess
import sys
import time
from importlib.metadata import version
from math import sin
from pathlib import Path
from statistics import median

from nets import NETS

HERE = Path(__file__).parent
nabla, gradient_check, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 5
folder.mkdir(parents=True, exist_ok=True)
os.environ["OMP_NUM_THREADS"] = "1"

LIMITS = {
    f"{compiler}{own}": [compiler, "-O3", "-march=native", "-ffast-math", *vector, *(["-DOWN_EXP"] if own else [])]
    for compiler, vector in [("gcc", []), ("clang", ["-fveclib=libmvec"])] for own in ["", ", own exp"]}
EQUAL = 1000  # steps after which all must have the same loss


def output(*command):
    return subprocess.run(
        [str(word) for word in command], check=True, capture_output=True, text=True, cwd=HERE).stdout


def limit(net, build):
    return folder / f"{net.name}-{build.replace(', ', '-').replace(' ', '-')}"


def build_limits(net):
    (folder / f"{net.name}.txt").write_text(net.numbers())
    sizes = [f"-D{name}={size}" for name, size in zip(["INPUTS", "HIDDEN", "OUTPUTS"], net.sizes)]
    frozen = ["-DFROZEN_BIASES"] if net.frozen_biases else []
    for build, command in LIMITS.items():
        output(
            *command, "limit.c", "-o", limit(net, build), *sizes, f"-DEXAMPLES={len(net.inputs)}", *frozen, "-lmvec", "-lm")


def notebook_run(name, text):
    """The seconds that a notebook takes and the loss that it prints."""
    path = folder / f"{name}.md"
    path.write_text(text)
    start = time.perf_counter()
    result = output(nabla, "check", "--format", "json", path)
    seconds = time.perf_counter() - start
    return seconds, json.loads(result)[0]["cells"][0]["outputs"][-1]["value"]


def nabla_speed(net, epochs):
    few = epochs // 10
    short, long = (notebook_run(net.name, net.notebook(count))[0] for count in (few, epochs))
    return (epochs - few) / (long - short)


def first_number(*command):
    return float(output(*command).split()[0])


def runners(net):
    """How to measure each program's steps per second."""
    steps = {"autoencoder": 1_000_000, "xor": 3_000_000, "mazur": 3_000_000}[net.name]
    numbers = folder / f"{net.name}.txt"
    measured = {build: lambda build=build: first_number(limit(net, build), numbers, steps) for build in LIMITS}
    measured["nabla"] = lambda: nabla_speed(net, steps)
    measured["JAX"] = lambda: first_number(sys.executable, "train_jax.py", net.name, steps // 10)
    measured["PyTorch"] = lambda: first_number(sys.executable, "train_torch.py", net.name, 2000)
    return measured


def check_losses(net):
    """All programs do the same work: they end with the same loss."""
    numbers = folder / f"{net.name}.txt"
    losses = {build: float(output(limit(net, build), numbers, EQUAL).split()[1]) for build in LIMITS}
    losses["nabla"] = notebook_run(net.name, net.notebook(EQUAL))[1]
    for name in ["jax", "torch"]:
        losses[name] = float(output(sys.executable, f"train_{name}.py", net.name, EQUAL).split()[1])
    for name, loss in losses.items():
        assert abs(loss - losses["nabla"]) <= 1e-9 * losses["nabla"], (net.name, losses)
    return losses["nabla"]


def compare_training():
    for net in NETS:
        build_limits(net)
    losses = {net.name: check_losses(net) for net in NETS}
    speeds = {net.name: {} for net in NETS}
    for _ in range(rounds):
        for net in NETS:
            for name, measure in runners(net).items():
                speeds[net.name].setdefault(name, []).append(measure())
    print("| steps per second | nabla | C limit | JAX, compiled loop | PyTorch, eager | of the limit | times JAX | times PyTorch |")
    print("|---|---|---|---|---|---|---|---|")
    for net in NETS:
        medians = {name: median(values) for name, values in speeds[net.name].items()}
        best = max(LIMITS, key=medians.get)
        own = medians["nabla"]
        print(
            f"| {net.title} | {own:,.0f} | {medians[best]:,.0f} ({best}) | {medians['JAX']:,.0f} "
            f"| {medians['PyTorch']:,.0f} | {own / medians[best]:.2f} | {own / medians['JAX']:.1f} "
            f"| {own / medians['PyTorch']:,.0f} |")
    print(f"\nAll programs had the same loss after {EQUAL} steps: {losses}\n")


def wide_notebook(sizes, examples, epochs):
    """Layers of relu units with numbers that do not matter."""
    rows = "\n".join(
        "  " + " ".join(f"{sin(e * 31 + i):.3f}" for i in range(sizes[0])) + " | "
        + " ".join("1" if e % sizes[-1] == o else "0" for o in range(sizes[-1])) for e in range(examples))
    layers = " -> ".join([str(sizes[0])] + [f"layer{i} {units} relu" for i, units in enumerate(sizes[1:-1], 1)])
    return f"""```{{nabla}}
define network wide: {layers} -> output {sizes[-1]} softmax
define data
  {" ".join(f"x{i}" for i in range(sizes[0]))} | {" ".join(f"y{i}" for i in range(sizes[-1]))}
{rows}
define loss categorical cross-entropy
initialize he, seed 1
train {epochs} epochs with gradient descent, learning rate 0.01
print loss
```
"""


def show_growth():
    print("| network | examples | parameters × examples | µs per step | ns per parameter and example |")
    print("|---|---|---|---|---|")
    for sizes, examples in [
        ([12, 8, 4], 64), ([24, 24, 16, 10], 64), ([80, 48, 32, 10], 64), ([240, 96, 48, 10], 64), ([784, 128, 64, 10], 64),
    ]:
        parameters = sum((before + 1) * units for before, units in zip(sizes, sizes[1:]))
        work = parameters * examples
        epochs = max(20, 400_000_000 // work)
        times = []
        for _ in range(rounds):
            short, long = (notebook_run("wide", wide_notebook(sizes, examples, n))[0] for n in (epochs // 10, epochs))
            times.append((long - short) / (epochs - epochs // 10))
        print(
            f"| {'-'.join(map(str, sizes))} | {examples} | {work:,} | {median(times) * 1e6:,.1f} "
            f"| {median(times) * 1e9 / work:.2f} |")
    print()


def compare_checks():
    own, torch = [], []
    for _ in range(max(1, rounds // 2)):
        lines = [line.split() for line in output(gradient_check).splitlines()]
        own += [float(line[0]) for line in lines]
        torch += map(float, output(sys.executable, "gradients.py", 2).split())
        parameters, error = lines[0][1], float(lines[0][2])
    print(
        f"Every derivative of 50-50-50-10 ({parameters} parameters, 8 examples): nabla {median(own) * 1e3:.1f} ms, PyTorch's "
        f"gradcheck {median(torch) * 1e3:,.0f} ms, {median(torch) / median(own):,.0f} times as long; largest relative "
        f"error {error:.1e}\n")


def machine():
    names = [line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")]
    return f"{len(names)} × {names[0]}" if names else platform.processor()


print(f"Machine: {machine()}, {platform.system()} {platform.release()}")
for command in (["gcc"], ["clang"], ["swift"]):
    print(f"{command[0]}:", output(*command, "--version").splitlines()[0])
print("Python", platform.python_version(), *(f"· {name} {version(name)}" for name in ["torch", "jax", "jaxlib", "numpy"]))
print(f"{rounds} rounds, one thread each\n")
compare_training()
show_growth()
compare_checks()
