/* What a C programmer who knows the network reaches: its sizes are constants, nothing is allocated or general, and the
 * compiler may reorder sums. Two layers of logistic units, loss ½ΣΣ(y - t)², full batch, learning rate 0.5.
 *
 * Compile with -DINPUTS=… -DHIDDEN=… -DOUTPUTS=… -DEXAMPLES=…, -DFROZEN_BIASES to leave the biases alone, and -DOWN_EXP for
 * a polynomial in place of the library's exponential. Reads the parameters and data that nets.py writes. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const double rate = 0.5;
/* One row per unit, the examples side by side. */
static double input[INPUTS][EXAMPLES], target[OUTPUTS][EXAMPLES];
static double first[HIDDEN][INPUTS], first_bias[HIDDEN], second[OUTPUTS][HIDDEN], second_bias[OUTPUTS];

static inline double power_of_e(double x) {
#ifdef OWN_EXP
  double n = __builtin_rint(x * 0x1.71547652b82fep+0);
  double r = __builtin_fma(-n, 0x1.abc9e3b39803fp-56, __builtin_fma(-n, 0x1.62e42fefa39efp-1, x));
  double sum = 1.0 / 39916800;
  static const double inverse_factorials[] = {
    1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 1.0 / 2, 1, 1,
  };
  for (int k = 0; k < 11; k++) sum = __builtin_fma(sum, r, inverse_factorials[k]);
  union { long bits; double value; } scale = {.bits = ((long)n + 1023) << 52};
  return sum * scale.value;
#else
  return exp(x);
#endif
}

static inline void logistic(int count, double *x) {
  for (int i = 0; i < count; i++) x[i] = 1 / (1 + power_of_e(-x[i]));
}

/* One step; the loss before it. */
static double step(int learns) {
  double hidden[HIDDEN][EXAMPLES], output[OUTPUTS][EXAMPLES];
  double by_output[OUTPUTS][EXAMPLES], by_hidden[HIDDEN][EXAMPLES], loss = 0;
  for (int j = 0; j < HIDDEN; j++) {
    for (int e = 0; e < EXAMPLES; e++) hidden[j][e] = first_bias[j];
    for (int i = 0; i < INPUTS; i++)
      for (int e = 0; e < EXAMPLES; e++) hidden[j][e] += first[j][i] * input[i][e];
  }
  logistic(HIDDEN * EXAMPLES, &hidden[0][0]);
  for (int k = 0; k < OUTPUTS; k++) {
    for (int e = 0; e < EXAMPLES; e++) output[k][e] = second_bias[k];
    for (int j = 0; j < HIDDEN; j++)
      for (int e = 0; e < EXAMPLES; e++) output[k][e] += second[k][j] * hidden[j][e];
  }
  logistic(OUTPUTS * EXAMPLES, &output[0][0]);
  for (int k = 0; k < OUTPUTS; k++)
    for (int e = 0; e < EXAMPLES; e++) {
      double y = output[k][e], difference = y - target[k][e];
      loss += difference * difference;
      by_output[k][e] = difference * y * (1 - y);
    }
  if (!learns) return loss / 2;
  for (int j = 0; j < HIDDEN; j++) {
    for (int e = 0; e < EXAMPLES; e++) by_hidden[j][e] = 0;
    for (int k = 0; k < OUTPUTS; k++)
      for (int e = 0; e < EXAMPLES; e++) by_hidden[j][e] += second[k][j] * by_output[k][e];
    for (int e = 0; e < EXAMPLES; e++) by_hidden[j][e] *= hidden[j][e] * (1 - hidden[j][e]);
  }
  for (int k = 0; k < OUTPUTS; k++) {
    for (int j = 0; j < HIDDEN; j++) {
      double sum = 0;
      for (int e = 0; e < EXAMPLES; e++) sum += by_output[k][e] * hidden[j][e];
      second[k][j] -= rate * sum;
    }
#ifndef FROZEN_BIASES
    double sum = 0;
    for (int e = 0; e < EXAMPLES; e++) sum += by_output[k][e];
    second_bias[k] -= rate * sum;
#endif
  }
  for (int j = 0; j < HIDDEN; j++) {
    for (int i = 0; i < INPUTS; i++) {
      double sum = 0;
      for (int e = 0; e < EXAMPLES; e++) sum += by_hidden[j][e] * input[i][e];
      first[j][i] -= rate * sum;
    }
#ifndef FROZEN_BIASES
    double sum = 0;
    for (int e = 0; e < EXAMPLES; e++) sum += by_hidden[j][e];
    first_bias[j] -= rate * sum;
#endif
  }
  return loss / 2;
}

static void read_numbers(FILE *file, int count, double *numbers) {
  for (int i = 0; i < count; i++)
    if (fscanf(file, "%lf", &numbers[i]) != 1) exit(1);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

/* limit FILE STEPS: prints steps per second and the loss after them */
int main(int count, char **arguments) {
  FILE *file = count == 3 ? fopen(arguments[1], "r") : NULL;
  if (!file) return 1;
  read_numbers(file, INPUTS * EXAMPLES, &input[0][0]);
  read_numbers(file, OUTPUTS * EXAMPLES, &target[0][0]);
  read_numbers(file, HIDDEN * INPUTS, &first[0][0]);
  read_numbers(file, HIDDEN, first_bias);
  read_numbers(file, OUTPUTS * HIDDEN, &second[0][0]);
  read_numbers(file, OUTPUTS, second_bias);
  long steps = atol(arguments[2]);
  double start = now();
  for (long i = 0; i < steps; i++) step(1);
  double seconds = now() - start;
  printf("%.17g %.17g\n", (double)steps / seconds, step(0));
  return 0;
}
