#include "CStarters.h"
