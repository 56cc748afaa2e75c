/* The softmax over the units of a sample and its logarithm, and their derivatives. */

/* The largest input of every sample. */
INLINE V IN(largest)(INSTRUCTION at, const V *x, int64_t vectors) {
  V largest = ALL(-__builtin_inf());
  for (int64_t vector = 0; vector < vectors; vector++) {
    V candidate = IN(of_units)(at, vector, x[vector], -__builtin_inf());
    largest = CHOOSE(candidate > largest, candidate, largest);
  }
  return IN(largest_over_units)(largest);
}

static void IN(softmax)(INSTRUCTION at, STATE state) {
  int64_t vectors = IN(vectors)(at->units);
  for (int64_t block = 0; block < BLOCKS; block++) {
    const V *x = READING(at->left) + block * vectors;
    V *result = WRITING(at->result) + block * vectors, largest = IN(largest)(at, x, vectors), total = ALL(0);
    for (int64_t vector = 0; vector < vectors; vector++) {
      result[vector] = NAME(exp)(x[vector] - largest);
      total += IN(of_units)(at, vector, result[vector], 0);
    }
    total = IN(over_units)(total);
    for (int64_t vector = 0; vector < vectors; vector++) result[vector] /= total;
  }
}

static void IN(log_softmax)(INSTRUCTION at, STATE state) {
  int64_t vectors = IN(vectors)(at->units);
  for (int64_t block = 0; block < BLOCKS; block++) {
    const V *x = READING(at->left) + block * vectors;
    V *result = WRITING(at->result) + block * vectors, largest = IN(largest)(at, x, vectors), total = ALL(0);
    for (int64_t vector = 0; vector < vectors; vector++)
      total += IN(of_units)(at, vector, NAME(exp)(x[vector] - largest), 0);
    V logarithm = NAME(log)(IN(over_units)(total));
    for (int64_t vector = 0; vector < vectors; vector++) result[vector] = (x[vector] - largest) - logarithm;
  }
}

static void IN(pull_softmax)(INSTRUCTION at, STATE state) {
  int64_t vectors = IN(vectors)(at->units);
  for (int64_t block = 0; block < BLOCKS; block++) {
    int64_t start = block * vectors;
    const V *cotangent = READING(at->left) + start, *outcome = READING(at->outcome) + start;
    V *result = WRITING(at->result) + start, sum = ALL(0);
    for (int64_t vector = 0; vector < vectors; vector++)
      sum += IN(of_units)(at, vector, cotangent[vector] * outcome[vector], 0);
    sum = IN(over_units)(sum);
    for (int64_t vector = 0; vector < vectors; vector++) {
      V pulled = outcome[vector] * (cotangent[vector] - sum);
      result[vector] = at->accumulates ? result[vector] + pulled : pulled;
    }
  }
}

static void IN(pull_log_softmax)(INSTRUCTION at, STATE state) {
  int64_t vectors = IN(vectors)(at->units);
  for (int64_t block = 0; block < BLOCKS; block++) {
    int64_t start = block * vectors;
    const V *cotangent = READING(at->left) + start, *outcome = READING(at->outcome) + start;
    V *result = WRITING(at->result) + start, sum = ALL(0);
    for (int64_t vector = 0; vector < vectors; vector++) sum += IN(of_units)(at, vector, cotangent[vector], 0);
    sum = IN(over_units)(sum);
    for (int64_t vector = 0; vector < vectors; vector++) {
      V pulled = cotangent[vector] - NAME(exp)(outcome[vector]) * sum;
      result[vector] = at->accumulates ? result[vector] + pulled : pulled;
    }
  }
}
