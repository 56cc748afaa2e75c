/* The types and elementary operations of LANES Doubles side by side. Included once for each number of lanes. */

#define JOIN_(a, b, c) a##_##b##_##c
#define JOIN(a, b, c) JOIN_(a, b, c)
/* A name of its own for every number of lanes and instruction set. */
#define NAME(name) JOIN(name, LANES, SET)

#define V NAME(doubles)
#define M NAME(integers)
#define ANYWHERE NAME(doubles_anywhere)

typedef double V __attribute__((ext_vector_type(LANES)));
typedef int64_t M __attribute__((ext_vector_type(LANES)));
/* A vector that begins at any Double. */
typedef V ANYWHERE __attribute__((aligned(8)));

#define INLINE static inline __attribute__((always_inline))

#define FMA(a, b, c) __builtin_elementwise_fma((a), (b), (c))
#define ALL(x) ((V)(double)(x))
#define BITS(x) __builtin_bit_cast(M, (V)(x))
#define FROM_BITS(x) __builtin_bit_cast(V, (M)(x))
/* Lane by lane; masks are as comparisons make them. */
#define CHOOSE(mask, yes, no) FROM_BITS(((mask) & BITS(yes)) | (~(mask) & BITS(no)))
#define MAGNITUDE(x) FROM_BITS(BITS(x) & INT64_MAX)
#define WITH_SIGN_OF(x, sign) FROM_BITS(BITS(x) | (BITS(sign) & INT64_MIN))

#define ANY(mask) (__builtin_reduce_or(mask) != 0)

#define LOAD(place) (*(const ANYWHERE *)(place))
#define STORE(place, v) (*(ANYWHERE *)(place) = (v))

/* The first lanes, so many of them. */
INLINE M NAME(first)(int64_t count) {
  M lanes;
  for (int t = 0; t < LANES; t++) lanes[t] = t;
  return lanes < (M)count;
}

/* Stores the first lanes, all of them where there are not so many. */
INLINE void NAME(store_first)(double *place, V v, int64_t count) {
  if (count >= LANES) STORE(place, v);
  else
    for (int64_t t = 0; t < count; t++) place[t] = v[t];
}

/* The sum of the lanes, neighbours first. */
INLINE double NAME(sum)(V v) {
#if LANES == 8
  double low = (v[0] + v[1]) + (v[2] + v[3]), high = (v[4] + v[5]) + (v[6] + v[7]);
  return low + high;
#elif LANES == 4
  return (v[0] + v[1]) + (v[2] + v[3]);
#else
  return v[0] + v[1];
#endif
}

/* For as many vectors as there are lanes, the sum of the lanes of each, in the same order as `sum`. */
INLINE V NAME(sums)(const V *v) {
#if LANES == 8
  V pairs[4], fours[2];
  for (int k = 0; k < 4; k++)
    pairs[k] = __builtin_shufflevector(v[2 * k], v[2 * k + 1], 0, 8, 2, 10, 4, 12, 6, 14)
             + __builtin_shufflevector(v[2 * k], v[2 * k + 1], 1, 9, 3, 11, 5, 13, 7, 15);
  for (int k = 0; k < 2; k++)
    fours[k] = __builtin_shufflevector(pairs[2 * k], pairs[2 * k + 1], 0, 1, 8, 9, 4, 5, 12, 13)
             + __builtin_shufflevector(pairs[2 * k], pairs[2 * k + 1], 2, 3, 10, 11, 6, 7, 14, 15);
  return __builtin_shufflevector(fours[0], fours[1], 0, 1, 2, 3, 8, 9, 10, 11)
       + __builtin_shufflevector(fours[0], fours[1], 4, 5, 6, 7, 12, 13, 14, 15);
#elif LANES == 4
  V pairs[2];
  for (int k = 0; k < 2; k++)
    pairs[k] = __builtin_shufflevector(v[2 * k], v[2 * k + 1], 0, 4, 2, 6)
             + __builtin_shufflevector(v[2 * k], v[2 * k + 1], 1, 5, 3, 7);
  return __builtin_shufflevector(pairs[0], pairs[1], 0, 1, 4, 5)
       + __builtin_shufflevector(pairs[0], pairs[1], 2, 3, 6, 7);
#else
  return __builtin_shufflevector(v[0], v[1], 0, 2) + __builtin_shufflevector(v[0], v[1], 1, 3);
#endif
}
