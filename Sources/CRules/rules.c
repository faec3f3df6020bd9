#include "CRules.h"

/* The file is taken in as bytes when this one is compiled (C23), and is one of its dependencies. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char rules[] = {
#embed "../../docs/checks.md"
};

const unsigned char *_Nonnull const holdfast_rules = rules;

const size_t holdfast_rules_size = sizeof rules;
