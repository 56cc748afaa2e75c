/* The loop that carries out a plan, and gradient descent. */

/* Looks at the results of an operation. */
INLINE void IN(check)(INSTRUCTION at, STATE state, V *check) {
  int64_t vectors = IN(vectors)(at->units);
  for (int64_t block = 0; block < BLOCKS; block++)
    for (int64_t vector = 0; vector < vectors; vector++) {
      V result = READING(at->result)[block * vectors + vector];
      CHECK(IN(of_units)(at, vector, result, 0));
    }
}

static void IN(run)(const struct kernels_instruction *list, int64_t count, struct kernels_state *state) {
  V seen = ALL(0), *check = &seen;
  if (!state->continues) *WRITING(state->terms) = ALL(0);
  state->penalty = 0;
  for (const struct kernels_instruction *at = list; at < list + count; at++) {
    const V *left = READING(at->left), *right = READING(at->right), *z = READING(at->z);
    const V *outcome = READING(at->outcome);
    V *result = WRITING(at->result);
    int64_t n = IN(vectors)(at->units) * BLOCKS;
    switch (at->operation) {
    case KERNELS_AFFINE: IN(affine)(at, state, check); break;
    case KERNELS_BACK: IN(back)(at, state); break;
    case KERNELS_WEIGHT_GRADIENT: IN(weight_gradient)(at, state); break;
    case KERNELS_BIAS_GRADIENT: IN(bias_gradient)(at, state); break;
    case KERNELS_SHARED_BIAS_GRADIENT: IN(shared_bias_gradient)(at, state); break;
    case KERNELS_GRADIENT: NAME(gradient)(at, state); break;
    case KERNELS_SQUARED_ERROR: IN(squared_error)(at, state); break;
    case KERNELS_APPLY:
      NAME(apply)(at->function, at->parameter, left, result, n);
      IN(check)(at, state, check);
      break;
    case KERNELS_COMBINE:
      NAME(combine)(at->function, left, right, result, n);
      IN(check)(at, state, check);
      break;
    case KERNELS_PULL:
      if (at->accumulates) NAME(pull_onto)(at->function, at->parameter, left, z, outcome, result, n);
      else NAME(pull_over)(at->function, at->parameter, left, z, outcome, result, n);
      break;
    case KERNELS_PULL_FIRST: NAME(pull_first)(at->function, left, z, right, result, n, at->accumulates); break;
    case KERNELS_PULL_SECOND: NAME(pull_second)(at->function, left, z, right, result, n, at->accumulates); break;
    case KERNELS_SOFTMAX: IN(softmax)(at, state); break;
    case KERNELS_LOG_SOFTMAX: IN(log_softmax)(at, state); break;
    case KERNELS_PULL_SOFTMAX: IN(pull_softmax)(at, state); break;
    case KERNELS_PULL_LOG_SOFTMAX: IN(pull_log_softmax)(at, state); break;
    case KERNELS_TOTAL: IN(total)(at, state); break;
    case KERNELS_SEED: IN(seed)(at, state); break;
    case KERNELS_PENALTY: NAME(penalty)(at, state); break;
    case KERNELS_PENALTY_GRADIENT: NAME(penalty_gradient)(at, state); break;
    }
  }
  double total = NAME(sum)(*READING(state->terms));
  state->cost = state->loss_factor * total + state->penalty_factor * state->penalty + NAME(sum)(seen);
}

static int64_t IN(descend)(
  const struct kernels_instruction *list, int64_t count, struct kernels_state *state,
  const struct kernels_descent *descent, int64_t steps, double *costs
) {
  V *restrict parameters = WRITING(descent->parameters);
  const V *restrict gradient = READING(descent->gradient);
  double rate = descent->rate;
  for (int64_t step = 0; step < steps; step++) {
    IN(run)(list, count, state);
    if (!__builtin_isfinite(state->cost)) return step;
    costs[step] = state->cost;
    for (int64_t i = 0; i * LANES < descent->count; i++) parameters[i] -= rate * gradient[i];
  }
  return steps;
}
