/* Losses and penalties, and the loop that carries out a plan. */

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

static int64_t NAME(descend)(
  const struct kernels_instruction *list, int64_t count, struct kernels_state *state,
  const struct kernels_descent *descent, int64_t steps, double *costs
) {
  V *restrict parameters = WRITING(descent->parameters);
  const V *restrict gradient = READING(descent->gradient);
  double rate = descent->rate;
  for (int64_t step = 0; step < steps; step++) {
    NAME(run)(list, count, state);
    if (!__builtin_isfinite(state->cost)) return step;
    costs[step] = state->cost;
    for (int64_t i = 0; i < descent->count / LANES; i++) parameters[i] -= rate * gradient[i];
  }
  return steps;
}
