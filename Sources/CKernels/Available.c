#include "Kernels.h"

#include <stddef.h>

const struct kernels *kernels_available(int64_t number) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")
      && __builtin_cpu_supports("avx512vl") && number-- == 0)
    return &kernels_avx512;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && number-- == 0) return &kernels_avx2;
#endif
  return number == 0 ? &kernels_baseline : NULL;
}
