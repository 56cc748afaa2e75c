/* Everything for one number of lanes, each part on top of those before. */
#include "Lanes.h"

#include "Elementary.h"

#include "Elementwise.h"

#include "Layers.h"

#include "Softmax.h"

#include "Operations.h"
