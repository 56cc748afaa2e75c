#include "Kernels.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx,avx2,fma"))), apply_to = function)
#define SET avx2
#include "InstructionSet.h"

const struct kernels kernels_avx2 = {
  .name = TEXT(SET),
  .apply = JOIN(apply, all, SET),
  .block = RUNNERS(block),
  .blocks = RUNNER(blocks, 8),
  .units = RUNNERS(units),
};
#pragma clang attribute pop
#endif
