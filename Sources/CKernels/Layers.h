/* The operations on layers: their activations, and the derivatives by weighted inputs, weights and biases. */

/* The functions that are applied to sums while they are in registers; others take a loop of their own over memory. */
INLINE bool NAME(is_immediate)(int32_t function) {
  return function == KERNELS_IDENTITY || function == KERNELS_SIGMOID || function == KERNELS_TANH
      || function == KERNELS_RELU;
}

INLINE V NAME(activation)(const int32_t function, V z) {
  switch (function) {
  case KERNELS_SIGMOID: return NAME(sigmoid)(z);
  case KERNELS_TANH: return NAME(tanh)(z);
  case KERNELS_RELU: return CHOOSE(z <= 0, ALL(0), z);
  default: return z;
  }
}

INLINE V NAME(slope)(const int32_t function, V z, V y) {
  switch (function) {
  case KERNELS_SIGMOID: return y * (1 - y);
  case KERNELS_TANH: return 1 - y * y;
  case KERNELS_RELU: return CHOOSE(z > 0, ALL(1), ALL(0));
  default: return ALL(1);
  }
}

/* Adds weights[t·step + i·stride] · operand[i] to sums[t], for t below `count`, in the order of i. `count` is constant
 * where this is inlined, so that the sums are in registers. */
INLINE void NAME(products)(
  const int count, int64_t inner, const double *weights, int64_t step, int64_t stride, const V *operand, V *sums
) {
  for (int64_t i = 0; i < inner; i++)
    for (int t = 0; t < count; t++) sums[t] = FMA(ALL(weights[t * step + i * stride]), operand[i], sums[t]);
}

/* Calls TILE(count, first) for `units` in tiles of four, and what is left. */
#define TILED(units) \
  int64_t first = 0; \
  for (; first + 4 <= (units); first += 4) TILE(4); \
  switch ((units) - first) { \
  case 3: TILE(3); break; \
  case 2: TILE(2); break; \
  case 1: TILE(1); break; \
  }

INLINE void NAME(affine_tile)(
  const int count, const int32_t function, INSTRUCTION at, const double *weights, const double *bias, const V *before,
  V *z, V *result, V *check
) {
  V sums[4];
  for (int t = 0; t < count; t++) sums[t] = ALL(bias[t * at->bias_step]);
  NAME(products)(count, at->before, weights, at->before, 1, before, sums);
  for (int t = 0; t < count; t++) {
    CHECK(sums[t]);
    if (function != KERNELS_SIGMOID && function != KERNELS_TANH) z[t] = sums[t];
    if (function != KERNELS_IDENTITY) result[t] = NAME(activation)(function, sums[t]);
  }
}

INLINE void NAME(affine_with)(const int32_t function, INSTRUCTION at, STATE state, V *check) {
  static const double none = 0;
  const double *weights = state->arena + at->weights, *bias = at->bias < 0 ? &none : state->arena + at->bias;
  for (int64_t block = 0; block < state->blocks; block++) {
    const V *before = READING(at->left) + block * at->before;
    V *z = WRITING(at->z) + block * at->pitch, *result = WRITING(at->result) + block * at->pitch;
#define TILE(count) \
  NAME(affine_tile)( \
    count, function, at, weights + first * at->before, bias + first * at->bias_step, before, z + first, result + first, \
    check)
    TILED(at->units)
#undef TILE
  }
}

static void NAME(affine)(INSTRUCTION at, STATE state, V *check) {
  V seen = *check;
  switch (at->function) {
  case KERNELS_SIGMOID: NAME(affine_with)(KERNELS_SIGMOID, at, state, &seen); break;
  case KERNELS_TANH: NAME(affine_with)(KERNELS_TANH, at, state, &seen); break;
  case KERNELS_RELU: NAME(affine_with)(KERNELS_RELU, at, state, &seen); break;
  default: NAME(affine_with)(KERNELS_IDENTITY, at, state, &seen); break;
  }
  *check = seen;
  if (NAME(is_immediate)(at->function)) return;
  for (int64_t start = 0; start < state->blocks * at->pitch; start += at->pitch)
    NAME(apply)(at->function, at->parameter, READING(at->z) + start, WRITING(at->result) + start, at->units);
}

INLINE void NAME(back_tile)(
  const int count, const int32_t function, INSTRUCTION at, const double *weights, const V *errors, const V *z,
  const V *outcome, V *result
) {
  V sums[4];
  for (int t = 0; t < count; t++) sums[t] = ALL(0);
  NAME(products)(count, at->units, weights, 1, at->before, errors, sums);
  for (int t = 0; t < count; t++)
    result[t] = function == KERNELS_IDENTITY ? sums[t] : sums[t] * NAME(slope)(function, z[t], outcome[t]);
}

INLINE void NAME(back_with)(const int32_t function, INSTRUCTION at, STATE state) {
  const double *weights = state->arena + at->weights;
  for (int64_t block = 0; block < state->blocks; block++) {
    int64_t start = block * at->before;
    const V *errors = READING(at->left) + block * at->units;
    const V *z = READING(at->z) + start, *outcome = READING(at->outcome) + start;
    V *result = WRITING(at->result) + start;
#define TILE(count) \
  NAME(back_tile)(count, function, at, weights + first, errors, z + first, outcome + first, result + first)
    TILED(at->before)
#undef TILE
  }
}

static void NAME(back)(INSTRUCTION at, STATE state) {
  switch (at->function) {
  case KERNELS_SIGMOID: NAME(back_with)(KERNELS_SIGMOID, at, state); break;
  case KERNELS_TANH: NAME(back_with)(KERNELS_TANH, at, state); break;
  case KERNELS_RELU: NAME(back_with)(KERNELS_RELU, at, state); break;
  default: NAME(back_with)(KERNELS_IDENTITY, at, state); break;
  }
  if (!NAME(is_immediate)(at->function))
    NAME(pull_over)(
      at->function, at->parameter, READING(at->result), READING(at->z), READING(at->outcome), WRITING(at->result),
      at->before * state->blocks);
}

/* As many products, summed over the samples, as there are lanes. */
INLINE V NAME(sums_of_products)(STATE state, INSTRUCTION at, const V *const *errors, const V *const *before) {
  V sums[LANES];
  for (int t = 0; t < LANES; t++) sums[t] = *errors[t] * *before[t];
  for (int64_t block = 1; block < state->blocks; block++)
    for (int t = 0; t < LANES; t++)
      sums[t] = FMA(errors[t][block * at->units], before[t][block * at->before], sums[t]);
  return NAME(sums)(sums);
}

/* For a constant number of units before: which factors belong to a sum is known to the compiler. The last vector may have
 * some sums too many: the arena has room for them, and nothing reads them. */
INLINE void NAME(narrow_weight_gradient)(const int width, INSTRUCTION at, STATE state) {
  V *result = WRITING(at->result);
  for (int64_t row = 0; row < at->units; row += LANES) {
    const V *rows[LANES];
    for (int t = 0; t < LANES; t++) rows[t] = READING(at->left) + (row + t < at->units ? row + t : at->units - 1);
    for (int group = 0; group < width && group * LANES < (at->units - row) * width; group++) {
      const V *errors[LANES], *before[LANES];
      for (int t = 0; t < LANES; t++) {
        errors[t] = rows[(group * LANES + t) / width];
        before[t] = READING(at->right) + (group * LANES + t) % width;
      }
      *result++ = NAME(sums_of_products)(state, at, errors, before);
    }
  }
}

static void NAME(weight_gradient)(INSTRUCTION at, STATE state) {
  switch (at->before) {
  case 1: NAME(narrow_weight_gradient)(1, at, state); return;
  case 2: NAME(narrow_weight_gradient)(2, at, state); return;
  case 3: NAME(narrow_weight_gradient)(3, at, state); return;
  case 4: NAME(narrow_weight_gradient)(4, at, state); return;
  case 8: NAME(narrow_weight_gradient)(8, at, state); return;
  }
  const V *errors = READING(at->left), *end = READING(at->right) + at->before, *before = READING(at->right);
  V *result = WRITING(at->result);
  for (int64_t remaining = at->units * at->before; remaining > 0; remaining -= LANES) {
    const V *left[LANES], *right[LANES];
    for (int t = 0; t < LANES; t++) {
      left[t] = errors, right[t] = before;
      if (t + 1 < remaining && ++before == end) before = READING(at->right), errors++;
    }
    *result++ = NAME(sums_of_products)(state, at, left, right);
  }
}

static void NAME(bias_gradient)(INSTRUCTION at, STATE state) {
  V *result = WRITING(at->result);
  for (int64_t unit = 0; unit < at->units; unit += LANES) {
    V sums[LANES];
    for (int t = 0; t < LANES; t++) {
      const V *error = READING(at->left) + (unit + t < at->units ? unit + t : at->units - 1);
      sums[t] = *error;
      for (int64_t block = 1; block < state->blocks; block++) sums[t] += error[block * at->units];
    }
    *result++ = NAME(sums)(sums);
  }
}

static void NAME(shared_bias_gradient)(INSTRUCTION at, STATE state) {
  V sum = ALL(0);
  for (int64_t i = 0; i < at->units * state->blocks; i++) sum += READING(at->left)[i];
  state->arena[at->result] = NAME(sum)(sum);
}

#undef TILED
