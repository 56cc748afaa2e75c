/* Losses, and the beginning of the way back. */

INLINE void IN(squared_error_with)(const int32_t function, INSTRUCTION at, STATE state) {
  V total = *READING(state->terms);
  int64_t vectors = IN(vectors)(at->units);
  for (int64_t block = 0; block < BLOCKS; block++) {
    int64_t start = block * vectors;
    const V *activations = READING(at->left) + start, *targets = READING(at->right) + start;
    const V *z = READING(at->z) + start, *outcome = READING(at->outcome) + start;
    V *result = WRITING(at->result) + start, sum = ALL(0);
    for (int64_t vector = 0; vector < vectors; vector++) {
      M present = IN(present)(state, at, block, vector);
      V difference = CHOOSE(present, activations[vector] - targets[vector], ALL(0));
      sum = FMA(difference, difference, sum);
      V derivative = 2 * state->loss_factor * difference;
      result[vector] =
        function == KERNELS_IDENTITY ? derivative : derivative * NAME(slope)(function, z[vector], outcome[vector]);
    }
    total += sum;
  }
  *WRITING(state->terms) = total;
}

static void IN(squared_error)(INSTRUCTION at, STATE state) {
#define CASE(function) IN(squared_error_with)(function, at, state)
  WITH_FUNCTION(at->function)
#undef CASE
  if (!NAME(is_immediate)(at->function))
    NAME(pull_over)(
      at->function, at->parameter, READING(at->result), READING(at->z), READING(at->outcome), WRITING(at->result),
      IN(vectors)(at->units) * BLOCKS);
}

static void IN(total)(INSTRUCTION at, STATE state) {
  V total = *READING(state->terms);
  int64_t vectors = IN(vectors)(at->units);
  for (int64_t block = 0; block < BLOCKS; block++) {
    V sum = ALL(0);
    for (int64_t vector = 0; vector < vectors; vector++)
      sum += CHOOSE(IN(present)(state, at, block, vector), READING(at->left)[block * vectors + vector], ALL(0));
    total += sum;
  }
  *WRITING(state->terms) = total;
}

static void IN(seed)(INSTRUCTION at, STATE state) {
  int64_t vectors = IN(vectors)(at->units);
  for (int64_t block = 0; block < BLOCKS; block++)
    for (int64_t vector = 0; vector < vectors; vector++)
      WRITING(at->result)[block * vectors + vector] =
        CHOOSE(IN(present)(state, at, block, vector), ALL(state->loss_factor), ALL(0));
}
