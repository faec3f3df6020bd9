#pragma once
#include <stddef.h>

/* A file that is part of the program. */
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t size;
} holdfast_starter;
