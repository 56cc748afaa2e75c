#include "Kernels.h"

#define SET baseline
#include "InstructionSet.h"

const struct kernels kernels_baseline = {
  .name = TEXT(SET),
  .apply = JOIN(apply, all, SET),
  .run_eight = JOIN(run, 8, SET),
  .run_four = JOIN(run, 4, SET),
  .run_two = JOIN(run, 2, SET),
  .descend = JOIN(descend, all, SET),
};
