/* The penalty on large weights. Eight lanes whatever LANES is: weights have no samples. */
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
