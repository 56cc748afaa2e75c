/* Loops over all elements: functions, their slopes, and combinations of two. `n` counts vectors of LANES. */

#define EACH(expression) \
  for (int64_t i = 0; i < n; i++) { \
    V x = operand[i]; \
    result[i] = (expression); \
  } \
  break

static void NAME(apply)(int32_t function, double parameter, const V *operand, V *result, int64_t n) {
  switch ((enum kernels_function)function) {
  case KERNELS_IDENTITY: EACH(x);
  case KERNELS_EXP: EACH(NAME(exp)(x));
  case KERNELS_EXPM1: EACH(NAME(expm1)(x));
  case KERNELS_LOG: EACH(NAME(log)(x));
  case KERNELS_LOG1P: EACH(NAME(log1p)(x));
  case KERNELS_SQUARE_ROOT: EACH(__builtin_elementwise_sqrt(x));
  case KERNELS_SQUARE: EACH(x * x);
  case KERNELS_RECIPROCAL: EACH(1 / x);
  case KERNELS_ABSOLUTE: EACH(MAGNITUDE(x));
  case KERNELS_TANH: EACH(NAME(tanh)(x));
  case KERNELS_ERF: EACH(NAME(erf)(x));
  case KERNELS_SIGMOID: EACH(NAME(sigmoid)(x));
  case KERNELS_SOFTPLUS: EACH(NAME(softplus)(x));
  case KERNELS_RELU: EACH(CHOOSE(x <= 0, ALL(0), x));
  case KERNELS_LEAKY_RELU: EACH(CHOOSE(x <= 0, parameter * x, x));
  case KERNELS_ELU: EACH(NAME(elu)(x, parameter));
  case KERNELS_SCALE: EACH(parameter * x);
  case KERNELS_OFFSET: EACH(x + parameter);
  }
}

#undef EACH
#define EACH(slope) \
  for (int64_t i = 0; i < n; i++) { \
    V x = operand[i], y = outcome[i], pulled = cotangent[i] * (slope); \
    result[i] = accumulates ? result[i] + pulled : pulled; \
    (void)x, (void)y; \
  } \
  break

/* The cotangent times the derivative of the function that gave `outcome` for `operand`; at a kink, as PyTorch has it. */
INLINE void NAME(pull)(
  int32_t function, double parameter, const V *cotangent, const V *operand, const V *outcome, V *result, int64_t n,
  const bool accumulates
) {
  switch ((enum kernels_function)function) {
  case KERNELS_IDENTITY: EACH(1);
  case KERNELS_EXP: EACH(y);
  case KERNELS_EXPM1: EACH(NAME(exp)(x));
  case KERNELS_LOG: EACH(1 / x);
  case KERNELS_LOG1P: EACH(1 / (1 + x));
  case KERNELS_SQUARE_ROOT: EACH(0.5 / y);
  case KERNELS_SQUARE: EACH(2 * x);
  case KERNELS_RECIPROCAL: EACH(-(y * y));
  case KERNELS_ABSOLUTE: EACH(CHOOSE(x > 0, ALL(1), CHOOSE(x < 0, ALL(-1), ALL(0))));
  case KERNELS_TANH: EACH(1 - y * y);
  case KERNELS_ERF: EACH(0x1.20dd750429b6dp+0 * NAME(exp)(-(x * x)));
  case KERNELS_SIGMOID: EACH(y * (1 - y));
  case KERNELS_SOFTPLUS: EACH(NAME(sigmoid)(x));
  case KERNELS_RELU: EACH(CHOOSE(x > 0, ALL(1), ALL(0)));
  case KERNELS_LEAKY_RELU: EACH(CHOOSE(x > 0, ALL(1), ALL(parameter)));
  case KERNELS_ELU: EACH(CHOOSE(x > 0, ALL(1), parameter * NAME(exp)(x)));
  case KERNELS_SCALE: EACH(parameter);
  case KERNELS_OFFSET: EACH(1);
  }
}

static void NAME(pull_over)(
  int32_t function, double parameter, const V *cotangent, const V *operand, const V *outcome, V *result, int64_t n
) {
  NAME(pull)(function, parameter, cotangent, operand, outcome, result, n, false);
}

static void NAME(pull_onto)(
  int32_t function, double parameter, const V *cotangent, const V *operand, const V *outcome, V *result, int64_t n
) {
  NAME(pull)(function, parameter, cotangent, operand, outcome, result, n, true);
}

#undef EACH
#define EACH(expression) \
  for (int64_t i = 0; i < n; i++) { \
    V a = left[i], b = right[i]; \
    result[i] = (expression); \
  } \
  break

static void NAME(combine)(int32_t pair, const V *left, const V *right, V *result, int64_t n) {
  switch ((enum kernels_pair)pair) {
  case KERNELS_ADD: EACH(a + b);
  case KERNELS_SUBTRACT: EACH(a - b);
  case KERNELS_MULTIPLY: EACH(a * b);
  case KERNELS_DIVIDE: EACH(a / b);
  case KERNELS_TIMES_LOG: EACH(CHOOSE(a == 0, ALL(0), a * NAME(log)(b)));
  case KERNELS_TIMES_LOG1P: EACH(CHOOSE(a == 0, ALL(0), a * NAME(log1p)(b)));
  }
}

#undef EACH
#define EACH(slope) \
  for (int64_t i = 0; i < n; i++) { \
    V a = left[i], b = right[i], pulled = cotangent[i] * (slope); \
    result[i] = accumulates ? result[i] + pulled : pulled; \
    (void)a, (void)b; \
  } \
  break

static void NAME(pull_first)(
  int32_t pair, const V *cotangent, const V *left, const V *right, V *result, int64_t n, bool accumulates
) {
  switch ((enum kernels_pair)pair) {
  case KERNELS_ADD:
  case KERNELS_SUBTRACT: EACH(1);
  case KERNELS_MULTIPLY: EACH(b);
  case KERNELS_DIVIDE: EACH(1 / b);
  case KERNELS_TIMES_LOG: EACH(NAME(log)(b));
  case KERNELS_TIMES_LOG1P: EACH(NAME(log1p)(b));
  }
}

/* Where x·ln y was 0 because x is 0, its derivative by y is 0 too. */
static void NAME(pull_second)(
  int32_t pair, const V *cotangent, const V *left, const V *right, V *result, int64_t n, bool accumulates
) {
  switch ((enum kernels_pair)pair) {
  case KERNELS_ADD: EACH(1);
  case KERNELS_SUBTRACT: EACH(-1);
  case KERNELS_MULTIPLY: EACH(a);
  case KERNELS_DIVIDE: EACH(-((a / b) / b));
  case KERNELS_TIMES_LOG: EACH(CHOOSE(a == 0, ALL(0), a / b));
  case KERNELS_TIMES_LOG1P: EACH(CHOOSE(a == 0, ALL(0), a / (1 + b)));
  }
}

#undef EACH
