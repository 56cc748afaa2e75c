#include "Lanes.h"

#include "Elementary.h"

#include "Elementwise.h"

#include "Operations.h"
