#include "Kernels.h"

#define SET baseline
#include "InstructionSet.h"

const struct kernels kernels_baseline = {
  .name = TEXT(SET),
  .apply = JOIN(apply, all, SET),
  .block = RUNNERS(block),
  .blocks = RUNNER(blocks, 8),
  .units = RUNNERS(units),
};
