/* Loops over Doubles, the same bits on every machine and instruction set.
 *
 * Everything is made of + - * / sqrt fma, which IEEE 754 rounds correctly, on so many logical lanes, in one order. How
 * many lanes a register holds changes how long it takes, and nothing else. */
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/* What is applied to every element. `parameter` is the slope of leaky relu or the alpha of elu. */
enum kernels_function {
  KERNELS_IDENTITY,
  KERNELS_EXP,
  KERNELS_EXPM1,
  KERNELS_LOG,
  KERNELS_LOG1P,
  KERNELS_SQUARE_ROOT,
  KERNELS_SQUARE,
  KERNELS_RECIPROCAL,
  KERNELS_ABSOLUTE,
  KERNELS_TANH,
  KERNELS_ERF,
  KERNELS_SIGMOID,
  KERNELS_SOFTPLUS,
  KERNELS_RELU,
  KERNELS_LEAKY_RELU,
  KERNELS_ELU,
  KERNELS_SCALE,
  KERNELS_OFFSET,
};

/* What is applied to the elements of two matrices; with KERNELS_TIMES_LOG, 0·ln y is 0. */
enum kernels_pair {
  KERNELS_ADD,
  KERNELS_SUBTRACT,
  KERNELS_MULTIPLY,
  KERNELS_DIVIDE,
  KERNELS_TIMES_LOG,
  KERNELS_TIMES_LOG1P,
};

/* The operations of a plan, on matrices with a number for every unit and sample, in one of two layouts. Where the lanes
 * are samples, a matrix is written block after block, unit after unit, sample after sample of the block. Where they are
 * units, it is sample after sample, and in each unit after unit, up to whole vectors. Every matrix has the same samples. */
enum kernels_operation {
  /* z = W·left + bias, result = function(z) */
  KERNELS_AFFINE,
  /* result = (Wᵀ·left) times the slope of function at (z, outcome) */
  KERNELS_BACK,
  /* result[unit][before] = the sum of left[unit]·right[before] over the samples */
  KERNELS_WEIGHT_GRADIENT,
  /* result[unit] = the sum of left[unit] over the samples */
  KERNELS_BIAS_GRADIENT,
  /* result = the sum of left over units and samples */
  KERNELS_SHARED_BIAS_GRADIENT,
  /* result[i] = the sum of the i-th pair of factors over the samples, of which there are no more than lanes, for `units`
   * parameters of all layers */
  KERNELS_GRADIENT,
  /* adds (left - right)² to the total; result = its derivative times the slope of function at (z, outcome) */
  KERNELS_SQUARED_ERROR,
  /* result = function(left) */
  KERNELS_APPLY,
  /* result = pair(left, right) */
  KERNELS_COMBINE,
  /* result = left times the slope of function at (z, outcome), or that added to it */
  KERNELS_PULL,
  /* result = left times the derivative of a pair by its first or second operand, or that added to it */
  KERNELS_PULL_FIRST,
  KERNELS_PULL_SECOND,
  /* over the units of a sample */
  KERNELS_SOFTMAX,
  KERNELS_LOG_SOFTMAX,
  KERNELS_PULL_SOFTMAX,
  KERNELS_PULL_LOG_SOFTMAX,
  /* adds left to the total */
  KERNELS_TOTAL,
  /* result = the derivative of the cost by each term of the total */
  KERNELS_SEED,
  /* adds the squares of `units` weights to the penalty */
  KERNELS_PENALTY,
  /* adds the derivative of the penalty by `units` weights to result */
  KERNELS_PENALTY_GRADIENT,
};

/* The derivative by a parameter of one sample: that by the weighted input of its unit, times what the parameter is
 * multiplied with there. Places in the arena. */
struct kernels_factors {
  int32_t left, right;
};

/* Everything is named by where it begins in the arena, counted in Doubles; that of a matrix is a multiple of 8. */
struct kernels_instruction {
  enum kernels_operation operation;
  /* a kernels_function, or a kernels_pair */
  int32_t function;
  int64_t units;
  /* the number of units of the whole result, where an affine instruction is about some of them */
  int64_t pitch;
  /* the number of units before */
  int64_t before;
  int64_t left, right, weights;
  /* negative where there is none; bias_step is 0 there, and where one is shared */
  int64_t bias, bias_step;
  int64_t z, outcome, result;
  double parameter;
  bool accumulates;
};

struct kernels_state {
  /* Aligned to 64 bytes. */
  double *arena;
  /* Of KERNELS_GRADIENT, up to a multiple of 8. */
  const struct kernels_factors *factors;
  /* Of the samples at hand: the number of blocks, and of samples in the last. Where lanes are units, every sample is a
   * block. */
  int64_t blocks, tail;
  /* Where in the arena the total is, lane by lane, and whether the next run adds to what stands there. */
  int64_t terms;
  bool continues;
  /* What a term of the total counts in the cost. */
  double loss_factor;
  double penalty_factor;
  double penalty;
  /* NaN where anything on the way was not finite. */
  double cost;
};

/* The numbers to change, places in the arena. */
struct kernels_descent {
  int64_t parameters, gradient, count;
  double rate;
};

/* The kernels for one layout and number of lanes. */
struct kernels_runner {
  /* Carries out a plan. */
  void (*run)(const struct kernels_instruction *list, int64_t count, struct kernels_state *state);
  /* Gradient descent: carries out a plan and subtracts rate · gradient from the parameters, over and over. Notes the cost
   * before each step, and returns the number of steps, fewer than asked for where a cost is not finite: then the
   * parameters are those that have it. */
  int64_t (*descend)(
    const struct kernels_instruction *list, int64_t count, struct kernels_state *state,
    const struct kernels_descent *descent, int64_t steps, double *costs);
};

/* The kernels of one instruction set. */
struct kernels {
  const char *name;
  /* result[i] = function(operand[i]); the two may be the same. */
  void (*apply)(int32_t function, double parameter, const double *operand, double *result, int64_t count);
  /* Where lanes are samples: for a block of 2, 4 or 8; and for any number of blocks of 8. */
  struct kernels_runner block[3], blocks;
  /* Where lanes are units: 2, 4 or 8. */
  struct kernels_runner units[3];
};

/* The instruction sets that this machine can carry out, the best first; NULL after the last. */
const struct kernels *_Nullable kernels_available(int64_t number);

#pragma clang assume_nonnull end

#endif
