/* The operations of a plan, and the loop that carries them out. */

#define INSTRUCTION const struct kernels_instruction *restrict
#define STATE struct kernels_state *restrict
#define READING(place) ((const V *)(state->arena + (place)))
#define WRITING(place) ((V *)(state->arena + (place)))

/* What is not finite leaves NaN in `check`, and anything else a zero. */
#define CHECK(x) (*check = FMA((x), ALL(0), *check))

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

/* Of the lanes of a block, those with a sample. Others repeat one, so that they are finite if it is, and count nothing. */
INLINE M NAME(present)(STATE state, int64_t block) {
  M lanes;
  for (int t = 0; t < LANES; t++) lanes[t] = t;
  return lanes < (M)(block + 1 < state->blocks ? LANES : state->tail);
}

INLINE void NAME(squared_error_with)(const int32_t function, INSTRUCTION at, STATE state) {
  V total = ALL(0);
  for (int64_t block = 0; block < state->blocks; block++) {
    int64_t start = block * at->units;
    const V *activations = READING(at->left) + start, *targets = READING(at->right) + start;
    const V *z = READING(at->z) + start, *outcome = READING(at->outcome) + start;
    M present = NAME(present)(state, block);
    V *result = WRITING(at->result) + start, twice = CHOOSE(present, ALL(2 * state->loss_factor), ALL(0)), sum = ALL(0);
    for (int64_t unit = 0; unit < at->units; unit++) {
      V difference = activations[unit] - targets[unit];
      sum = FMA(difference, difference, sum);
      V derivative = twice * difference;
      result[unit] =
        function == KERNELS_IDENTITY ? derivative : derivative * NAME(slope)(function, z[unit], outcome[unit]);
    }
    total += CHOOSE(present, sum, ALL(0));
  }
  state->total += NAME(sum)(total);
}

static void NAME(squared_error)(INSTRUCTION at, STATE state) {
  switch (at->function) {
  case KERNELS_SIGMOID: NAME(squared_error_with)(KERNELS_SIGMOID, at, state); break;
  case KERNELS_TANH: NAME(squared_error_with)(KERNELS_TANH, at, state); break;
  case KERNELS_RELU: NAME(squared_error_with)(KERNELS_RELU, at, state); break;
  default: NAME(squared_error_with)(KERNELS_IDENTITY, at, state); break;
  }
  if (!NAME(is_immediate)(at->function))
    NAME(pull_over)(
      at->function, at->parameter, READING(at->result), READING(at->z), READING(at->outcome), WRITING(at->result),
      at->units * state->blocks);
}

static void NAME(softmax)(INSTRUCTION at, STATE state) {
  for (int64_t block = 0; block < state->blocks; block++) {
    const V *x = READING(at->left) + block * at->units;
    V *result = WRITING(at->result) + block * at->units, largest = ALL(-__builtin_inf()), total = ALL(0);
    for (int64_t unit = 0; unit < at->units; unit++) largest = CHOOSE(x[unit] > largest, x[unit], largest);
    for (int64_t unit = 0; unit < at->units; unit++) total += result[unit] = NAME(exp)(x[unit] - largest);
    for (int64_t unit = 0; unit < at->units; unit++) result[unit] /= total;
  }
}

static void NAME(log_softmax)(INSTRUCTION at, STATE state) {
  for (int64_t block = 0; block < state->blocks; block++) {
    const V *x = READING(at->left) + block * at->units;
    V *result = WRITING(at->result) + block * at->units, largest = ALL(-__builtin_inf()), total = ALL(0);
    for (int64_t unit = 0; unit < at->units; unit++) largest = CHOOSE(x[unit] > largest, x[unit], largest);
    for (int64_t unit = 0; unit < at->units; unit++) total += NAME(exp)(x[unit] - largest);
    V logarithm = NAME(log)(total);
    for (int64_t unit = 0; unit < at->units; unit++) result[unit] = (x[unit] - largest) - logarithm;
  }
}

static void NAME(pull_softmax)(INSTRUCTION at, STATE state) {
  for (int64_t block = 0; block < state->blocks; block++) {
    int64_t start = block * at->units;
    const V *cotangent = READING(at->left) + start, *outcome = READING(at->outcome) + start;
    V *result = WRITING(at->result) + start, sum = ALL(0);
    for (int64_t unit = 0; unit < at->units; unit++) sum += cotangent[unit] * outcome[unit];
    for (int64_t unit = 0; unit < at->units; unit++) {
      V pulled = outcome[unit] * (cotangent[unit] - sum);
      result[unit] = at->accumulates ? result[unit] + pulled : pulled;
    }
  }
}

static void NAME(pull_log_softmax)(INSTRUCTION at, STATE state) {
  for (int64_t block = 0; block < state->blocks; block++) {
    int64_t start = block * at->units;
    const V *cotangent = READING(at->left) + start, *outcome = READING(at->outcome) + start;
    V *result = WRITING(at->result) + start, sum = ALL(0);
    for (int64_t unit = 0; unit < at->units; unit++) sum += cotangent[unit];
    for (int64_t unit = 0; unit < at->units; unit++) {
      V pulled = cotangent[unit] - NAME(exp)(outcome[unit]) * sum;
      result[unit] = at->accumulates ? result[unit] + pulled : pulled;
    }
  }
}

static void NAME(total)(INSTRUCTION at, STATE state) {
  V total = ALL(0);
  for (int64_t block = 0; block < state->blocks; block++) {
    V sum = ALL(0);
    for (int64_t unit = 0; unit < at->units; unit++) sum += READING(at->left)[block * at->units + unit];
    total += CHOOSE(NAME(present)(state, block), sum, ALL(0));
  }
  state->total += NAME(sum)(total);
}

static void NAME(seed)(INSTRUCTION at, STATE state) {
  for (int64_t block = 0; block < state->blocks; block++) {
    V factor = CHOOSE(NAME(present)(state, block), ALL(state->loss_factor), ALL(0));
    for (int64_t unit = 0; unit < at->units; unit++) WRITING(at->result)[block * at->units + unit] = factor;
  }
}

/* Eight lanes whatever LANES is: weights have no samples. */
static void NAME(penalty)(INSTRUCTION at, STATE state) {
  const double *weights = state->arena + at->weights;
  double sums[8] = {0};
  for (int64_t i = 0; i < at->units; i++) sums[i % 8] = FMA(weights[i], weights[i], sums[i % 8]);
  state->penalty += ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

static void NAME(penalty_gradient)(INSTRUCTION at, STATE state) {
  double *gradient = state->arena + at->result;
  const double *weights = state->arena + at->weights;
  for (int64_t i = 0; i < at->units; i++) gradient[i] += state->penalty_factor * (2 * weights[i]);
}

static void NAME(run)(const struct kernels_instruction *list, int64_t count, struct kernels_state *state) {
  V seen = ALL(0), *check = &seen;
  state->total = state->penalty = 0;
  for (const struct kernels_instruction *at = list; at < list + count; at++) {
    const V *left = READING(at->left), *right = READING(at->right), *z = READING(at->z);
    const V *outcome = READING(at->outcome);
    V *result = WRITING(at->result);
    int64_t n = at->units * state->blocks;
    switch (at->operation) {
    case KERNELS_AFFINE: NAME(affine)(at, state, check); break;
    case KERNELS_BACK: NAME(back)(at, state); break;
    case KERNELS_WEIGHT_GRADIENT: NAME(weight_gradient)(at, state); break;
    case KERNELS_BIAS_GRADIENT: NAME(bias_gradient)(at, state); break;
    case KERNELS_SHARED_BIAS_GRADIENT: NAME(shared_bias_gradient)(at, state); break;
    case KERNELS_SQUARED_ERROR: NAME(squared_error)(at, state); break;
    case KERNELS_APPLY:
      NAME(apply)(at->function, at->parameter, left, result, n);
      for (int64_t i = 0; i < n; i++) CHECK(result[i]);
      break;
    case KERNELS_COMBINE:
      NAME(combine)(at->function, left, right, result, n);
      for (int64_t i = 0; i < n; i++) CHECK(result[i]);
      break;
    case KERNELS_PULL:
      if (at->accumulates) NAME(pull_onto)(at->function, at->parameter, left, z, outcome, result, n);
      else NAME(pull_over)(at->function, at->parameter, left, z, outcome, result, n);
      break;
    case KERNELS_PULL_FIRST: NAME(pull_first)(at->function, left, z, right, result, n, at->accumulates); break;
    case KERNELS_PULL_SECOND: NAME(pull_second)(at->function, left, z, right, result, n, at->accumulates); break;
    case KERNELS_SOFTMAX: NAME(softmax)(at, state); break;
    case KERNELS_LOG_SOFTMAX: NAME(log_softmax)(at, state); break;
    case KERNELS_PULL_SOFTMAX: NAME(pull_softmax)(at, state); break;
    case KERNELS_PULL_LOG_SOFTMAX: NAME(pull_log_softmax)(at, state); break;
    case KERNELS_TOTAL: NAME(total)(at, state); break;
    case KERNELS_SEED: NAME(seed)(at, state); break;
    case KERNELS_PENALTY: NAME(penalty)(at, state); break;
    case KERNELS_PENALTY_GRADIENT: NAME(penalty_gradient)(at, state); break;
    }
  }
  state->cost = state->loss_factor * state->total + state->penalty_factor * state->penalty + NAME(sum)(seen);
}

#undef INSTRUCTION
#undef STATE
#undef READING
#undef WRITING
#undef CHECK
#undef TILED
