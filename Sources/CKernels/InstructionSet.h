/* All kernels for one instruction set: SET is its name, and the including file says what the compiler may use. Functions
 * are static: no other object can end up with a copy of one that its machine cannot carry out. */
#include "CKernels.h"
#include "ErrorFunctionCentres.h"

#include <stddef.h>

#pragma STDC FP_CONTRACT OFF
/* Functions that take vectors are static and inlined: there is no calling convention to change. */
#pragma clang diagnostic ignored "-Wpsabi"

#define LANES 2
#include "AllLanes.h"
#undef LANES
#define LANES 4
#include "AllLanes.h"
#undef LANES
#define LANES 8
#include "AllLanes.h"

static void JOIN(apply, all, SET)(
  int32_t function, double parameter, const double *operand, double *result, int64_t count
) {
  for (int64_t i = 0; i < count; i++) {
    JOIN(doubles, 2, SET) x = {operand[i], operand[i]}, y;
    JOIN(apply, 2, SET)(function, parameter, &x, &y, 1);
    result[i] = y[0];
  }
}

static int64_t JOIN(descend, all, SET)(
  kernels_runner run, const struct kernels_instruction *list, int64_t count, struct kernels_state *state,
  const struct kernels_descent *descent, int64_t steps, double *costs
) {
  V *restrict parameters = (V *)(state->arena + descent->parameters);
  const V *restrict gradient = (const V *)(state->arena + descent->gradient);
  double rate = descent->rate;
  for (int64_t step = 0; step < steps; step++) {
    run(list, count, state);
    if (!__builtin_isfinite(state->cost)) return step;
    costs[step] = state->cost;
    for (int64_t i = 0; i < descent->count / LANES; i++) parameters[i] -= rate * gradient[i];
  }
  return steps;
}

#define TEXT_(name) #name
#define TEXT(name) TEXT_(name)
