#include "Kernels.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx,avx2,fma"))), apply_to = function)
#define SET avx2
#include "InstructionSet.h"

const struct kernels kernels_avx2 = {
  .name = TEXT(SET),
  .apply = JOIN(apply, all, SET),
  .run_eight = JOIN(run, 8, SET),
  .run_four = JOIN(run, 4, SET),
  .run_two = JOIN(run, 2, SET),
  .descend = JOIN(descend, all, SET),
};
#pragma clang attribute pop
#endif
