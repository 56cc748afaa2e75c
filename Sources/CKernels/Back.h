/* Back through the activation and the weights of a layer. */

static void IN(back)(INSTRUCTION at, STATE state) {
#define CASE(function) IN(back_with)(function, at, state)
  WITH_FUNCTION(at->function)
#undef CASE
  if (!NAME(is_immediate)(at->function))
    NAME(pull_over)(
      at->function, at->parameter, READING(at->result), READING(at->z), READING(at->outcome), WRITING(at->result),
      IN(vectors)(at->before) * BLOCKS);
}
