/* The activations that are applied while a layer's weighted inputs are in registers. */

/* The functions that are applied to sums while they are in registers; others take a loop of their own over memory. */
INLINE bool NAME(is_immediate)(int32_t function) {
  return function == KERNELS_IDENTITY || function == KERNELS_SIGMOID || function == KERNELS_TANH
      || function == KERNELS_RELU;
}

INLINE V NAME(activation)(const int32_t function, V z) {
  switch (function) {
  case KERNELS_SIGMOID: return NAME(sigmoid)(z);
  case KERNELS_TANH: return NAME(tanh)(z);
  case KERNELS_RELU: return CHOOSE(z <= 0, ALL(0), z);
  default: return z;
  }
}

INLINE V NAME(slope)(const int32_t function, V z, V y) {
  switch (function) {
  case KERNELS_SIGMOID: return y * (1 - y);
  case KERNELS_TANH: return 1 - y * y;
  case KERNELS_RELU: return CHOOSE(z > 0, ALL(1), ALL(0));
  default: return ALL(1);
  }
}

/* Calls CASE(function) with the function as a constant. */
#define WITH_FUNCTION(function) \
  switch (function) { \
  case KERNELS_SIGMOID: CASE(KERNELS_SIGMOID); break; \
  case KERNELS_TANH: CASE(KERNELS_TANH); break; \
  case KERNELS_RELU: CASE(KERNELS_RELU); break; \
  default: CASE(KERNELS_IDENTITY); break; \
  }

/* Calls TILE(count, first) for `units` in tiles of four, and what is left. */
#define TILED(units) \
  int64_t first = 0; \
  for (; first + 4 <= (units); first += 4) TILE(4); \
  switch ((units) - first) { \
  case 3: TILE(3); break; \
  case 2: TILE(2); break; \
  case 1: TILE(1); break; \
  }
