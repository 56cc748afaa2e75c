/* What is the same whatever the lanes are. */
#include "Back.h"

#include "Softmax.h"

#include "Losses.h"

#include "Operations.h"
