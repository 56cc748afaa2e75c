/* What is the same whatever the lanes are. */
#include "Softmax.h"

#include "Losses.h"

#include "Operations.h"
