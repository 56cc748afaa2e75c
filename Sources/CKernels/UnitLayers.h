/* The operations on layers where lanes are units. Weights are read along their rows, which begin anywhere. */

/* The sums over the units before, one for each of as many rows of weights as there are lanes: first the sums of every
 * lane, then the sum of the lanes. */
INLINE V IN(products)(const double *const *rows, const V *before, int64_t count) {
  V sums[LANES];
  for (int t = 0; t < LANES; t++) sums[t] = ALL(0);
  int64_t whole = count / LANES;
  for (int64_t vector = 0; vector < whole; vector++)
    for (int t = 0; t < LANES; t++) sums[t] = FMA(LOAD(rows[t] + vector * LANES), before[vector], sums[t]);
  if (whole * LANES < count) {
    M rest = NAME(first)(count - whole * LANES);
    V last = CHOOSE(rest, before[whole], ALL(0));
    for (int t = 0; t < LANES; t++)
      sums[t] = FMA(CHOOSE(rest, LOAD(rows[t] + whole * LANES), ALL(0)), last, sums[t]);
  }
  return NAME(sums)(sums);
}

/* Of a layer, or of one of its units: then nothing is stored in the lanes of others. */
INLINE void IN(affine_with)(const int32_t function, INSTRUCTION at, STATE state, V *check) {
  const int64_t count = at->units < at->pitch ? 1 : LANES, pitch = IN(vectors)(at->pitch) * LANES;
  const double *weights = state->arena + at->weights, *bias = state->arena + at->bias;
  for (int64_t first = 0; first < at->units; first += LANES) {
    const double *rows[LANES];
    for (int t = 0; t < LANES; t++) rows[t] = weights + (first + t < at->units ? first + t : at->units - 1) * at->before;
    V start = at->bias < 0 ? ALL(0) : at->bias_step == 0 ? ALL(*bias) : LOAD(bias + first);
    for (int64_t block = 0; block < BLOCKS; block++) {
      V sums = IN(products)(rows, READING(at->left) + block * IN(vectors)(at->before), at->before) + start;
      V z = IN(of_units)(at, first / LANES, sums, 0);
      int64_t place = block * pitch + first;
      CHECK(z);
      if (function != KERNELS_SIGMOID && function != KERNELS_TANH)
        NAME(store_first)(state->arena + at->z + place, z, count);
      if (function != KERNELS_IDENTITY)
        NAME(store_first)(state->arena + at->result + place, NAME(activation)(function, z), count);
    }
  }
}

static void IN(affine)(INSTRUCTION at, STATE state, V *check) {
  V seen = *check;
#define CASE(function) IN(affine_with)(function, at, state, &seen)
  WITH_FUNCTION(at->function)
#undef CASE
  *check = seen;
  if (NAME(is_immediate)(at->function)) return;
  int64_t pitch = IN(vectors)(at->pitch);
  if (at->units == at->pitch) {
    NAME(apply)(at->function, at->parameter, READING(at->z), WRITING(at->result), pitch * BLOCKS);
    return;
  }
  for (int64_t place = 0; place < BLOCKS * pitch * LANES; place += pitch * LANES) {
    V z = ALL(state->arena[at->z + place]), result;
    NAME(apply)(at->function, at->parameter, &z, &result, 1);
    state->arena[at->result + place] = result[0];
  }
}

INLINE void IN(back_tile)(
  const int count, const int32_t function, INSTRUCTION at, const double *weights, const double *errors, const V *z,
  const V *outcome, V *result
) {
  V sums[4];
  for (int t = 0; t < count; t++) sums[t] = ALL(0);
  for (int64_t unit = 0; unit < at->units; unit++)
    for (int t = 0; t < count; t++)
      sums[t] = FMA(LOAD(weights + unit * at->before + t * LANES), ALL(errors[unit]), sums[t]);
  for (int t = 0; t < count; t++)
    result[t] = function == KERNELS_IDENTITY ? sums[t] : sums[t] * NAME(slope)(function, z[t], outcome[t]);
}

INLINE void IN(back_with)(const int32_t function, INSTRUCTION at, STATE state) {
  const double *weights = state->arena + at->weights;
  int64_t vectors = IN(vectors)(at->before);
  for (int64_t block = 0; block < BLOCKS; block++) {
    const double *errors = state->arena + at->left + block * IN(vectors)(at->units) * LANES;
    const V *z = READING(at->z) + block * vectors, *outcome = READING(at->outcome) + block * vectors;
    V *result = WRITING(at->result) + block * vectors;
#define TILE(count) \
  IN(back_tile)(count, function, at, weights + first * LANES, errors, z + first, outcome + first, result + first)
    TILED(vectors)
#undef TILE
  }
}

/* Rows from the first to the last: what the last vector of a row has too many, the next rows replace. */
static void IN(weight_gradient)(INSTRUCTION at, STATE state) {
  int64_t vectors = IN(vectors)(at->before), pitch = IN(vectors)(at->units) * LANES;
  const double *end = state->arena + at->result + at->units * at->before;
  for (int64_t unit = 0; unit < at->units; unit++) {
    const double *error = state->arena + at->left + unit;
    double *result = state->arena + at->result + unit * at->before;
    for (int64_t vector = 0; vector < vectors; vector++) {
      const V *before = READING(at->right) + vector;
      V sum = ALL(*error) * *before;
      for (int64_t block = 1; block < BLOCKS; block++)
        sum = FMA(ALL(error[block * pitch]), before[block * vectors], sum);
      NAME(store_first)(result + vector * LANES, sum, end - (result + vector * LANES));
    }
  }
}

static void IN(bias_gradient)(INSTRUCTION at, STATE state) {
  int64_t vectors = IN(vectors)(at->units);
  for (int64_t vector = 0; vector < vectors; vector++) {
    const V *error = READING(at->left) + vector;
    V sum = *error;
    for (int64_t block = 1; block < BLOCKS; block++) sum += error[block * vectors];
    NAME(store_first)(state->arena + at->result + vector * LANES, sum, at->units - vector * LANES);
  }
}

static void IN(shared_bias_gradient)(INSTRUCTION at, STATE state) {
  int64_t vectors = IN(vectors)(at->units);
  V sum = ALL(0);
  for (int64_t i = 0; i < vectors * BLOCKS; i++)
    sum += IN(of_units)(at, i % vectors, READING(at->left)[i], 0);
  state->arena[at->result] = NAME(sum)(sum);
}
