/* The operations on layers where lanes are samples: the weighted inputs, and the derivatives by them, weights and biases. */

/* Adds weights[t·step + i·stride] · operand[i] to sums[t], for t below `count`, in the order of i. `count` is constant
 * where this is inlined, so that the sums are in registers. */
INLINE void IN(products)(
  const int count, int64_t inner, const double *weights, int64_t step, int64_t stride, const V *operand, V *sums
) {
  for (int64_t i = 0; i < inner; i++)
    for (int t = 0; t < count; t++) sums[t] = FMA(ALL(weights[t * step + i * stride]), operand[i], sums[t]);
}

INLINE void IN(affine_tile)(
  const int count, const int32_t function, INSTRUCTION at, const double *weights, const double *bias, const V *before,
  V *z, V *result, V *check
) {
  V sums[4];
  for (int t = 0; t < count; t++) sums[t] = ALL(bias[t * at->bias_step]);
  IN(products)(count, at->before, weights, at->before, 1, before, sums);
  for (int t = 0; t < count; t++) {
    CHECK(sums[t]);
    if (function != KERNELS_SIGMOID && function != KERNELS_TANH) z[t] = sums[t];
    if (function != KERNELS_IDENTITY) result[t] = NAME(activation)(function, sums[t]);
  }
}

INLINE void IN(affine_with)(const int32_t function, INSTRUCTION at, STATE state, V *check) {
  static const double none = 0;
  const double *weights = state->arena + at->weights, *bias = at->bias < 0 ? &none : state->arena + at->bias;
  for (int64_t block = 0; block < BLOCKS; block++) {
    const V *before = READING(at->left) + block * at->before;
    V *z = WRITING(at->z) + block * at->pitch, *result = WRITING(at->result) + block * at->pitch;
#define TILE(count) \
  IN(affine_tile)( \
    count, function, at, weights + first * at->before, bias + first * at->bias_step, before, z + first, result + first, \
    check)
    TILED(at->units)
#undef TILE
  }
}

static void IN(affine)(INSTRUCTION at, STATE state, V *check) {
  V seen = *check;
#define CASE(function) IN(affine_with)(function, at, state, &seen)
  WITH_FUNCTION(at->function)
#undef CASE
  *check = seen;
  if (NAME(is_immediate)(at->function)) return;
  for (int64_t start = 0; start < BLOCKS * at->pitch; start += at->pitch)
    NAME(apply)(at->function, at->parameter, READING(at->z) + start, WRITING(at->result) + start, at->units);
}

INLINE void IN(back_tile)(
  const int count, const int32_t function, INSTRUCTION at, const double *weights, const V *errors, const V *z,
  const V *outcome, V *result
) {
  V sums[4];
  for (int t = 0; t < count; t++) sums[t] = ALL(0);
  IN(products)(count, at->units, weights, 1, at->before, errors, sums);
  for (int t = 0; t < count; t++)
    result[t] = function == KERNELS_IDENTITY ? sums[t] : sums[t] * NAME(slope)(function, z[t], outcome[t]);
}

INLINE void IN(back_with)(const int32_t function, INSTRUCTION at, STATE state) {
  const double *weights = state->arena + at->weights;
  for (int64_t block = 0; block < BLOCKS; block++) {
    int64_t start = block * at->before;
    const V *errors = READING(at->left) + block * at->units;
    const V *z = READING(at->z) + start, *outcome = READING(at->outcome) + start;
    V *result = WRITING(at->result) + start;
#define TILE(count) \
  IN(back_tile)(count, function, at, weights + first, errors, z + first, outcome + first, result + first)
    TILED(at->before)
#undef TILE
  }
}

/* As many products, summed over the samples, as there are lanes. */
INLINE V IN(sums_of_products)(STATE state, INSTRUCTION at, const V *const *errors, const V *const *before) {
  V sums[LANES];
  for (int t = 0; t < LANES; t++) sums[t] = *errors[t] * *before[t];
  for (int64_t block = 1; block < BLOCKS; block++)
    for (int t = 0; t < LANES; t++)
      sums[t] = FMA(errors[t][block * at->units], before[t][block * at->before], sums[t]);
  return NAME(sums)(sums);
}

static void IN(weight_gradient)(INSTRUCTION at, STATE state) {
  const V *errors = READING(at->left), *end = READING(at->right) + at->before, *before = READING(at->right);
  double *result = state->arena + at->result;
  for (int64_t remaining = at->units * at->before; remaining > 0; remaining -= LANES, result += LANES) {
    const V *left[LANES], *right[LANES];
    for (int t = 0; t < LANES; t++) {
      left[t] = errors, right[t] = before;
      if (t + 1 < remaining && ++before == end) before = READING(at->right), errors++;
    }
    NAME(store_first)(result, IN(sums_of_products)(state, at, left, right), remaining);
  }
}

static void IN(bias_gradient)(INSTRUCTION at, STATE state) {
  for (int64_t unit = 0; unit < at->units; unit += LANES) {
    V sums[LANES];
    for (int t = 0; t < LANES; t++) {
      const V *error = READING(at->left) + (unit + t < at->units ? unit + t : at->units - 1);
      sums[t] = *error;
      for (int64_t block = 1; block < BLOCKS; block++) sums[t] += error[block * at->units];
    }
    NAME(store_first)(state->arena + at->result + unit, NAME(sums)(sums), at->units - unit);
  }
}

static void IN(shared_bias_gradient)(INSTRUCTION at, STATE state) {
  V sum = ALL(0);
  for (int64_t i = 0; i < at->units * BLOCKS; i++) sum += READING(at->left)[i];
  state->arena[at->result] = NAME(sum)(sum);
}
