/* The lanes of a vector are samples: a matrix has blocks of as many samples as there are lanes, and in each a vector for
 * every unit. Lanes that are left over in the last block repeat a sample, so that they are finite if it is. */

/* How many vectors a block has. */
INLINE int64_t IN(vectors)(int64_t units) { return units; }

/* The lanes of a block that have a sample, and a unit in them. */
INLINE M IN(present)(STATE state, INSTRUCTION at, int64_t block, int64_t vector) {
  (void)at, (void)vector;
  return NAME(first)(block + 1 < BLOCKS ? LANES : state->tail);
}

/* x where a lane has a unit. */
INLINE V IN(of_units)(INSTRUCTION at, int64_t vector, V x, double otherwise) {
  (void)at, (void)vector, (void)otherwise;
  return x;
}

/* From what was put together over the vectors of a block: for every lane, what it is over the units of its sample. */
INLINE V IN(over_units)(V sum) { return sum; }
INLINE V IN(largest_over_units)(V largest) { return largest; }
