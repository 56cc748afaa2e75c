/* The derivatives by all parameters at once, where all samples are in one block. */

/* The last vector may have some sums too many: the arena has room for them. */
static void NAME(gradient)(INSTRUCTION at, STATE state) {
  const struct kernels_factors *factors = state->factors;
  for (int64_t i = 0; i < at->units; i += LANES, factors += LANES) {
    V products[LANES];
    for (int t = 0; t < LANES; t++) products[t] = *READING(factors[t].left) * *READING(factors[t].right);
    WRITING(at->result)[i / LANES] = NAME(sums)(products);
  }
}
