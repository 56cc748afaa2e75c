/* All kernels for one instruction set: SET is its name, and the including file says what the compiler may use. Functions
 * are static: no other object can end up with a copy of one that its machine cannot carry out. */
#include "CKernels.h"
#include "ErrorFunctionCentres.h"
#include "Operands.h"

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

#define TEXT_(name) #name
#define TEXT(name) TEXT_(name)
#define RUNNER(layout, lanes) {.run = JOIN(run_##layout, lanes, SET), .descend = JOIN(descend_##layout, lanes, SET)}
#define RUNNERS(layout) {RUNNER(layout, 2), RUNNER(layout, 4), RUNNER(layout, 8)}
