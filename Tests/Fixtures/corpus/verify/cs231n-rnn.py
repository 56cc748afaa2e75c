"""Checks cs231n-rnn.expected.tsv: how one state of a layer of tanh depends on the one before."""
import numpy as np
from judging import Check, Circuit, Said, column, judge, slope, times


def step(put, v):
    put("now", np.tanh(v["Whh"] @ v["before"] + v["Wxh"] @ v["x"]))


CELLS = [Circuit(step, {"before": (3,), "x": (4,), "Whh": (3, 3), "Wxh": (3, 4)}, seed, [("now", "before")]) for seed in (1, 2, 3)]
bend = lambda c: slope(np.tanh, c.value("Whh") @ c.value("before") + c.value("Wxh") @ c.value("x"))
jacobian = lambda c: c.derivative("now", "before")


literal = lambda c: ((jacobian(c), times(column(bend(c)), c.value("Whh"))) for _ in range(1))

defines, no = Said("defines", "a new symbol"), Said("not-checked", "letters, dots, or what is explained nowhere")
LINKS = {
    "eq-1": [defines], "eq-2": [defines], "eq-3": [defines], "eq-4": [no], "eq-5": [no], "eq-6": [no], "eq-7": [Said("holds", "as above")],
    "eq-8": [Check(CELLS, literal, convention=("elementwise derivative", lambda c: [(jacobian(c), np.diag(bend(c)) @ c.value("Whh"))]))],
    "eq-9": [no], "eq-10": [no], "eq-11": [defines], "eq-12": [defines],
}

if __name__ == "__main__":
    judge(__file__, LINKS, CELLS)
