/* The softmax over the units of a sample and its logarithm, and their derivatives. */

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
