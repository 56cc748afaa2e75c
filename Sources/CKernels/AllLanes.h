/* Everything for one number of lanes, each part on top of those before. */
#include "Lanes.h"

#include "Elementary.h"

#include "Elementwise.h"

#include "FusedActivations.h"

#include "Penalty.h"

#include "Gradient.h"

/* A name of its own for every layout, too; and how many blocks there are, as a constant where there is but one. */
#define IN(name) NAME(name##_block)
#define BLOCKS 1
#include "SamplesAsLanes.h"

#include "SampleLayers.h"

#include "AllLayers.h"
#undef IN
#undef BLOCKS
#define BLOCKS state->blocks
#if LANES == 8
#define IN(name) NAME(name##_blocks)
#include "SamplesAsLanes.h"

#include "SampleLayers.h"

#include "AllLayers.h"
#undef IN
#endif
#define IN(name) NAME(name##_units)
#include "UnitsAsLanes.h"

#include "UnitLayers.h"

#include "AllLayers.h"
#undef IN
#undef BLOCKS
