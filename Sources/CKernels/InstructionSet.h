/* All kernels for one instruction set: SET is its name, and the including file says what the compiler may use. Functions
 * are static: no other object can end up with a copy of one that its machine cannot carry out. */
#include "CKernels.h"
#include "ErrorFunctionCentres.h"

#include <stddef.h>

#pragma STDC FP_CONTRACT OFF
/* Functions that take vectors are static and inlined: there is no calling convention to change. */
#pragma clang diagnostic ignored "-Wpsabi"

#define LANES 8
#include "AllLanes.h"
#undef LANES
#define LANES 4
#include "AllLanes.h"
#undef LANES
#define LANES 1
#include "AllLanes.h"

static void JOIN(apply, all, SET)(
  int32_t function, double parameter, const double *operand, double *result, int64_t count
) {
  NAME(apply)(function, parameter, (const V *)operand, (V *)result, count);
}

static void JOIN(descend, all, SET)(double *restrict parameters, const double *restrict gradient, double rate, int64_t count) {
  for (int64_t i = 0; i < count; i++) parameters[i] -= rate * gradient[i];
}

#define TEXT_(name) #name
#define TEXT(name) TEXT_(name)
