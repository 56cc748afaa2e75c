#include "Kernels.h"

#define SET baseline
#include "InstructionSet.h"

const struct kernels kernels_baseline = {
  .name = TEXT(SET),
  .apply = JOIN(apply, all, SET),
  .two = RUNNER(2),
  .four = RUNNER(4),
  .eight = RUNNER(8),
};
