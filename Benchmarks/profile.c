/* The nanoseconds of a step of gradient descent, and what of them each instruction of its plan takes: the last ones are
 * left out one by one. With the kernels of this machine, called from a C loop; of 60 short runs the fastest counts.
 *
 *     profile samples|units LANES EXAMPLES UNITS UNITS UNITS …
 *
 * `samples` or `units` is what the lanes are, 2, 4 or 8 of them. Layers of logistic units and the squared error, with
 * numbers that do not matter; the instructions are those that PlanBuilder writes. To compile, in this folder:
 *
 *     clang -O2 -DNDEBUG -I../Sources/CKernels/include profile.c ../Sources/CKernels/[!A]*.c ../Sources/CKernels/A*.c -lm
 */
#include "CKernels.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MOST = 64 };
static struct kernels_instruction list[MOST];
static const char *names[MOST];
static int64_t count, size = 8, lanes, examples;
static bool units_are_lanes;

static int64_t whole(int64_t n, int64_t width) { return (n + width - 1) / width * width; }

static int64_t reserve(int64_t numbers) {
  int64_t place = size;
  size += whole(numbers, 8);
  return place;
}

static int64_t matrix(int64_t units) {
  return reserve(units_are_lanes ? whole(units, lanes) * examples : units * whole(examples, lanes));
}

static struct kernels_instruction *add(
  enum kernels_operation operation, const char *name, int64_t units, int64_t before, int64_t left, int64_t result
) {
  names[count] = name;
  list[count] = (struct kernels_instruction){
    .operation = operation, .function = KERNELS_IDENTITY, .units = units, .pitch = units, .before = before, .left = left,
    .result = result};
  return &list[count++];
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

int main(int arguments, char **words) {
  if (arguments < 6 || arguments > 5 + MOST / 6) return 1;
  units_are_lanes = strcmp(words[1], "units") == 0;
  lanes = atol(words[2]), examples = atol(words[3]);
  int layers = arguments - 5;
  bool is_one_block = !units_are_lanes && examples <= lanes;
  int64_t sizes[MOST], weights[MOST], biases[MOST], by_weights[MOST], by_biases[MOST], activations[MOST], errors[MOST];
  for (int l = 0; l <= layers; l++) sizes[l] = atol(words[4 + l]);

  /* The parameters one straight behind the other, and so their derivatives. */
  const int64_t parameters = size;
  for (int l = 1; l <= layers; l++) {
    weights[l] = size, size += sizes[l] * sizes[l - 1];
    biases[l] = size, size += sizes[l];
  }
  const int64_t trained = size - parameters, gradient = size = whole(size, 8), shift = gradient - parameters;
  for (int l = 1; l <= layers; l++) by_weights[l] = weights[l] + shift, by_biases[l] = biases[l] + shift;
  size += whole(trained, 8);
  const int64_t ones = reserve(8), targets = matrix(sizes[layers]);
  for (int l = 0; l <= layers; l++) activations[l] = matrix(sizes[l]), errors[l] = matrix(sizes[l]);

  struct kernels_instruction *at;
  for (int l = 1; l <= layers; l++) {
    at = add(KERNELS_AFFINE, "affine", sizes[l], sizes[l - 1], activations[l - 1], activations[l]);
    at->function = KERNELS_SIGMOID, at->z = activations[l];
    at->weights = weights[l], at->bias = biases[l], at->bias_step = 1;
  }
  at = add(KERNELS_SQUARED_ERROR, "squared error", sizes[layers], 0, activations[layers], errors[layers]);
  at->function = KERNELS_SIGMOID, at->right = targets, at->z = at->outcome = activations[layers];
  for (int l = layers; l > 1; l--) {
    at = add(KERNELS_BACK, "back", sizes[l], sizes[l - 1], errors[l], errors[l - 1]);
    at->function = KERNELS_SIGMOID, at->weights = weights[l], at->z = at->outcome = activations[l - 1];
  }
  struct kernels_factors *factors = calloc((size_t)trained + 8, sizeof *factors), *pair = factors;
  for (int l = 1; l <= layers; l++)
    if (is_one_block) {
      for (int64_t i = 0; i < sizes[l] * sizes[l - 1]; i++)
        *pair++ = (struct kernels_factors){
          (int32_t)(errors[l] + i / sizes[l - 1] * lanes), (int32_t)(activations[l - 1] + i % sizes[l - 1] * lanes)};
      for (int64_t i = 0; i < sizes[l]; i++)
        *pair++ = (struct kernels_factors){(int32_t)(errors[l] + i * lanes), (int32_t)ones};
    } else {
      at = add(KERNELS_WEIGHT_GRADIENT, "by weights", sizes[l], sizes[l - 1], errors[l], by_weights[l]);
      at->right = activations[l - 1];
      add(KERNELS_BIAS_GRADIENT, "by biases", sizes[l], 0, errors[l], by_biases[l]);
    }
  if (is_one_block) add(KERNELS_GRADIENT, "by parameters", trained, 0, 0, gradient);

  size_t bytes = (size_t)(size + 16) * sizeof(double);
  double *arena = aligned_alloc(64, (bytes + 63) / 64 * 64), *start = malloc(bytes), last = 0;
  for (int64_t i = 0; i < size + 16; i++)
    start[i] = i < gradient ? 0.1 * sin((double)i) : i >= ones && i < ones + 8 ? 1 : 0.5 + 0.4 * sin((double)i);
  const struct kernels *set = kernels_available(0);
  int place = lanes == 8 ? 2 : lanes == 4 ? 1 : 0;
  struct kernels_runner runner =
    units_are_lanes ? set->units[place] : is_one_block ? set->block[place] : set->blocks;
  struct kernels_descent descent = {.parameters = parameters, .gradient = gradient, .count = trained, .rate = 1e-6};
  int64_t all = count;
  for (int64_t length = all; length >= 0; length--) {
    struct kernels_state state = {
      .arena = arena, .factors = factors, .blocks = units_are_lanes ? examples : (examples + lanes - 1) / lanes,
      .tail = units_are_lanes ? 1 : (examples - 1) % lanes + 1, .loss_factor = 0.5};
    double best = 1e9;
    int64_t steps = 20;
    static double costs[100000];
    for (int run = 0; run < 60; run++) {
      memcpy(arena, start, bytes);
      double began = now();
      runner.descend(list, length, &state, &descent, steps, costs);
      double seconds = now() - began;
      /* The first run says how many steps take a fifth of a millisecond. */
      if (run == 0) steps = (int64_t)fmin(100000, 2e-4 / seconds * 20) + 1;
      if (steps > 100000) steps = 100000;
      if (run > 0 && seconds / (double)steps < best) best = seconds / (double)steps;
    }
    if (length == all) printf("%s, %s as lanes: %.1f ns\n", set->name, words[1], best * 1e9);
    else printf("  %-16s %.1f\n", names[length], (last - best) * 1e9);
    last = best;
  }
  printf("  %-16s %.1f\n", "step and loop", last * 1e9);
  return 0;
}
