"""A net of nets.py in JAX, its loop over the steps compiled: prints steps per second and the loss after them."""

import sys
import time

import jax
import jax.numpy as jnp
from nets import NETS, RATE

jax.config.update("jax_enable_x64", True)
net = next(net for net in NETS if net.name == sys.argv[1])
steps = int(sys.argv[2])
inputs, targets = jnp.array(net.inputs), jnp.array(net.targets)
start = [jnp.array(numbers) for layer in net.parameters for numbers in layer]


def loss(parameters):
    w1, b1, w2, b2 = parameters
    hidden = jax.nn.sigmoid(inputs @ w1.T + b1)
    return 0.5 * ((jax.nn.sigmoid(hidden @ w2.T + b2) - targets) ** 2).sum()


def step(_, parameters):
    gradients = jax.grad(loss)(parameters)
    return [
        p if net.frozen_biases and p.ndim == 1 else p - RATE * g for p, g in zip(parameters, gradients)]


train = jax.jit(lambda parameters, count: jax.lax.fori_loop(0, count, step, parameters))
jax.block_until_ready(train(start, 10))
began = time.perf_counter()
end = jax.block_until_ready(train(start, steps))
print(steps / (time.perf_counter() - began), float(loss(end)))
