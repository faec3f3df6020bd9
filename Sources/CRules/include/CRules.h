#pragma once
#include <stddef.h>

/* docs/checks.md as it stood when the program was built: what the rules say of themselves. */
extern const unsigned char *_Nonnull const holdfast_rules;

/* Its size in bytes. */
extern const size_t holdfast_rules_size;
