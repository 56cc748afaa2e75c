/* The operations of a plan, and the loop that carries them out. */

#define INSTRUCTION const struct kernels_instruction *restrict
#define STATE struct kernels_state *restrict
#define READING(place) ((const V *)(state->arena + (place)))
#define WRITING(place) ((V *)(state->arena + (place)))

/* result[t] = Σ weights[t·step + i·stride] · operand[i], for t below `count`, in the order of i. `count` is constant where
 * this is inlined, so that the sums are in registers. */
INLINE void NAME(products)(
  const int count, int64_t inner, const double *weights, int64_t step, int64_t stride, const V *operand, V *result
) {
  V sums[8];
  for (int t = 0; t < count; t++) sums[t] = ALL(0);
  for (int64_t i = 0; i < inner; i++)
    for (int t = 0; t < count; t++) sums[t] = FMA(ALL(weights[t * step + i * stride]), operand[i], sums[t]);
  for (int t = 0; t < count; t++) result[t] = sums[t];
}

static void NAME(product)(
  int64_t count, int64_t inner, const double *weights, int64_t step, int64_t stride, const V *operand, V *result
) {
  for (; count >= 8; count -= 8, weights += 8 * step, result += 8)
    NAME(products)(8, inner, weights, step, stride, operand, result);
  switch (count) {
  case 7: NAME(products)(7, inner, weights, step, stride, operand, result); break;
  case 6: NAME(products)(6, inner, weights, step, stride, operand, result); break;
  case 5: NAME(products)(5, inner, weights, step, stride, operand, result); break;
  case 4: NAME(products)(4, inner, weights, step, stride, operand, result); break;
  case 3: NAME(products)(3, inner, weights, step, stride, operand, result); break;
  case 2: NAME(products)(2, inner, weights, step, stride, operand, result); break;
  case 1: NAME(products)(1, inner, weights, step, stride, operand, result); break;
  }
}

/* What is not finite leaves NaN in `check`, and anything else a zero. */
#define CHECK(x) (*check = FMA((x), ALL(0), *check))

static void NAME(affine)(INSTRUCTION at, STATE state, V *check) {
  for (int64_t block = 0; block < state->blocks; block++) {
    const V *before = READING(at->left) + block * at->before;
    V *z = WRITING(at->z) + block * at->units;
    NAME(product)(at->units, at->before, state->arena + at->weights, at->before, 1, before, z);
    const double *bias = at->bias < 0 ? NULL : state->arena + at->bias;
    V seen = *check;
    for (int64_t unit = 0; unit < at->units; unit++) {
      if (bias) z[unit] += bias[unit * at->bias_step];
      seen = FMA(z[unit], ALL(0), seen);
    }
    *check = seen;
    if (at->function != KERNELS_IDENTITY)
      NAME(apply)(at->function, at->parameter, z, WRITING(at->result) + block * at->units, at->units);
  }
}

static void NAME(back)(INSTRUCTION at, STATE state) {
  for (int64_t block = 0; block < state->blocks; block++) {
    int64_t start = block * at->before;
    V *result = WRITING(at->result) + start;
    NAME(product)(at->before, at->units, state->arena + at->weights, 1, at->before, READING(at->left) + block * at->units, result);
    if (at->function != KERNELS_IDENTITY)
      NAME(pull_over)(
        at->function, at->parameter, result, READING(at->z) + start, READING(at->outcome) + start, result, at->before);
  }
}

/* As many sums over the samples at a time as there are lanes. The last vector may have some too many: the arena has
 * room for them, and nothing reads them. */
static void NAME(weight_gradient)(INSTRUCTION at, STATE state) {
  const V *errors = READING(at->left), *end = READING(at->right) + at->before, *before = READING(at->right);
  int64_t remaining = at->units * at->before;
  V *result = WRITING(at->result);
  for (; remaining > 0; remaining -= LANES) {
    const V *error[LANES], *activation[LANES];
    V sums[LANES];
    for (int t = 0; t < LANES; t++) {
      error[t] = errors, activation[t] = before;
      if (t + 1 < remaining && ++before == end) before = READING(at->right), errors++;
    }
    for (int t = 0; t < LANES; t++) sums[t] = *error[t] * *activation[t];
    for (int64_t block = 1; block < state->blocks; block++)
      for (int t = 0; t < LANES; t++)
        sums[t] = FMA(error[t][block * at->units], activation[t][block * at->before], sums[t]);
    *result++ = NAME(sums)(sums);
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

static void NAME(squared_error)(INSTRUCTION at, STATE state) {
  V total = ALL(0);
  for (int64_t block = 0; block < state->blocks; block++) {
    int64_t start = block * at->units;
    const V *activations = READING(at->left) + start, *targets = READING(at->right) + start;
    V *result = WRITING(at->result) + start, factor = CHOOSE(NAME(present)(state, block), ALL(state->loss_factor), ALL(0));
    V sum = ALL(0);
    for (int64_t unit = 0; unit < at->units; unit++) {
      V difference = activations[unit] - targets[unit];
      sum = FMA(difference, difference, sum);
      result[unit] = factor * (2 * difference);
    }
    total += CHOOSE(NAME(present)(state, block), sum, ALL(0));
    if (at->function != KERNELS_IDENTITY)
      NAME(pull_over)(
        at->function, at->parameter, result, READING(at->z) + start, READING(at->outcome) + start, result, at->units);
  }
  state->total += NAME(sum)(total);
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
