/* The lanes of a vector are units: a matrix has a block for every sample, and in it as many vectors as hold the units.
 * In lanes that are left over in the last vector stands anything at all. */

INLINE int64_t IN(vectors)(int64_t units) { return (units + LANES - 1) / LANES; }

INLINE M IN(present)(STATE state, INSTRUCTION at, int64_t block, int64_t vector) {
  (void)state, (void)block;
  return NAME(first)(at->units - vector * LANES);
}

INLINE V IN(of_units)(INSTRUCTION at, int64_t vector, V x, double otherwise) {
  return CHOOSE(NAME(first)(at->units - vector * LANES), x, ALL(otherwise));
}

INLINE V IN(over_units)(V sum) { return ALL(NAME(sum)(sum)); }

INLINE V IN(largest_over_units)(V largest) {
  double found = largest[0];
  for (int t = 1; t < LANES; t++) found = largest[t] > found ? largest[t] : found;
  return ALL(found);
}
