"""Times nabla and its peers in turn, and prints the ratios of the medians.

    bench.py NABLA GRADIENT_CHECK FOLDER [ROUNDS [training]]

With `training`, equations and reports are left out. NABLA is the program, GRADIENT_CHECK the executable of that target, FOLDER where to put what is made. Steps per second of
nabla are those of its `train` statement with the recording of the loss, in a notebook: two notebooks that differ in the
number of epochs are run, and the difference of epochs is divided by the difference of times, so that starting, reading and
reporting do not count. All times are processor time of one thread: others may use the machine at the same time.
"""

import gzip
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from math import sin
from pathlib import Path
from statistics import median

from documents import many_equations, peer, report
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


def processor_time_of_children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def notebook_run(name, text):
    """The seconds of processor time that a notebook takes, and the loss that it prints."""
    path = folder / f"{name}.md"
    path.write_text(text)
    start = processor_time_of_children()
    result = output(nabla, "check", "--format", "json", path)
    seconds = processor_time_of_children() - start
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


def wide_notebook(sizes, examples, epochs, method="gradient descent"):
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
train {epochs} epochs with {method}, learning rate 0.01
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
        epochs = max(20, 4_000_000_000 // work)
        times = []
        for _ in range(rounds):
            short, long = (notebook_run("wide", wide_notebook(sizes, examples, n))[0] for n in (epochs // 10, epochs))
            times.append((long - short) / (epochs - epochs // 10))
        print(
            f"| {'-'.join(map(str, sizes))} | {examples} | {work:,} | {median(times) * 1e6:,.1f} "
            f"| {median(times) * 1e9 / work:.2f} |")
    print()


def compare_online(examples=64):
    """A step for each example; nabla finds the loss of all of them after every epoch, too."""
    print("| a step for each of 64 examples | µs per step | ns per parameter | PyTorch, eager: µs per step | times as long |")
    print("|---|---|---|---|---|")
    for sizes in [[8, 3, 8], [50, 50, 10], [784, 128, 64, 10]]:
        parameters = sum((before + 1) * units for before, units in zip(sizes, sizes[1:]))
        epochs = max(20, 400_000_000 // (parameters + 200) // examples)
        own, torch = [], []
        for _ in range(rounds):
            short, long = (
                notebook_run("online", wide_notebook(sizes, examples, n, "sgd"))[0] for n in (epochs // 10, epochs))
            own.append((long - short) / (epochs - epochs // 10) / examples)
            torch.append(first_number(sys.executable, "online_torch.py", 2000, *sizes))
        seconds = median(own)
        print(
            f"| {'-'.join(map(str, sizes))} | {seconds * 1e6:.2f} | {seconds * 1e9 / parameters:.2f} "
            f"| {median(torch) * 1e6:,.0f} | {median(torch) / seconds:,.0f} |")
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


def judging(name, text):
    """The seconds of processor time that the equations of a notebook take: with them, less the same without."""
    head, rest = (text.split("\n", 1) if text.startswith("---\n") else ("---", "---\n" + text))
    times = []
    for setting in ["", "equations: off\n"]:
        path = folder / f"{name}.md"
        path.write_text(f"{head}\n{setting}{rest}")
        start = processor_time_of_children()
        found = subprocess.run([nabla, "check", "--format", "json", path], capture_output=True, text=True).stdout
        times.append(processor_time_of_children() - start)
        if not setting:
            counts = json.loads(found)[0]["summary"]["equations"]
    return times[0] - times[1], counts


def compare_equations():
    print("| equations of | how many | ms | ms each |")
    print("|---|---|---|---|")
    for path in sorted((HERE.parent / "notebooks").glob("*.md")):
        runs = [judging(path.stem, path.read_text()) for _ in range(rounds)]
        seconds, number = median(run[0] for run in runs), sum(runs[0][1].values())
        print(f"| {path.stem} | {number} | {seconds * 1e3:,.0f} | {seconds * 1e3 / max(1, number):.1f} |")
    sizes, count = [784, 128, 64, 10], 1000
    text = many_equations(sizes, 64, count)
    own, torch = [], []
    for _ in range(max(1, rounds // 2)):
        own.append(judging("many", text))
        torch.append(first_number(sys.executable, "equations.py", count, *sizes))
    assert own[0][1]["holds"] == count, own[0][1]
    seconds = median(run[0] for run in own)
    print(
        f"\n{count:,} equations on {'-'.join(map(str, sizes))}: nabla {seconds:.1f} s, read and compared on random networks and "
        f"this one; PyTorch {median(torch):.1f} s, both sides by hand on this one; {seconds / median(torch):.1f} times as long\n")


def wall_and_memory(*command, **more):
    """The seconds that a command takes by the clock, and the largest memory of its processes in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, **more)
    _, status, usage = os.wait4(process.pid, 0)
    assert os.waitstatus_to_exitcode(status) in (0, 1), command
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def compare_reports(formulas=90):
    (folder / "report.md").write_text(report(formulas))
    (folder / "peer.ipynb").write_text(peer())
    jupyter = Path(sys.executable).with_name("jupyter")
    measured = {name: [] for name in ["empty cache", "warm cache", "nbconvert", "all notebooks"]}
    render = [nabla, "render", "--to", "html", "--output-dir", folder / "pages"]
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as cache:
            settings = {"env": {**os.environ, "XDG_CACHE_HOME": cache}}
            measured["empty cache"].append(wall_and_memory(*render, "report.md", **settings))
            measured["warm cache"].append(wall_and_memory(*render, "report.md", **settings))
        with tempfile.TemporaryDirectory() as cache:
            settings = {"env": {**os.environ, "XDG_CACHE_HOME": cache}}
            measured["all notebooks"].append(wall_and_memory(
                nabla, "render", HERE.parent / "notebooks", "--output-dir", folder / "all", **settings))
        measured["nbconvert"].append(wall_and_memory(
            jupyter, "nbconvert", "--log-level", "ERROR", "--execute", "--to", "html", "--output-dir", folder, "peer.ipynb"))
    medians = {name: (median(t for t, _ in runs), max(m for _, m in runs)) for name, runs in measured.items()}
    other = medians["nbconvert"]
    print("| | seconds by the clock | nbconvert takes | peak memory, MB |")
    print("|---|---|---|---|")
    for name, (seconds, memory) in medians.items():
        print(f"| {name} | {seconds:.2f} | {other[0] / seconds:.1f} times as long | {memory:.0f} |")
    page = (folder / "pages" / "report.html").read_bytes()
    print(
        f"\nThe page with {formulas} formulas, their verdicts, the training and its plot: {len(page) / 1e6:.2f} MB, "
        f"{len(gzip.compress(page)) / 1e3:.0f} kB compressed\n")


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
compare_online()
compare_checks()
if sys.argv[5:] != ["training"]:
    compare_equations()
    compare_reports()
