/* How operations name what they work on. */
#ifndef OPERANDS_H
#define OPERANDS_H

#define INSTRUCTION const struct kernels_instruction *restrict
#define STATE struct kernels_state *restrict
#define READING(place) ((const V *)(state->arena + (place)))
#define WRITING(place) ((V *)(state->arena + (place)))

/* What is not finite leaves NaN in `check`, and anything else a zero. */
#define CHECK(x) (*check = FMA((x), ALL(0), *check))

#endif
