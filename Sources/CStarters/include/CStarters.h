#pragma once
#include <stddef.h>

/* A register to start from: a file of registers/starters, as it stood when the program was built. */
typedef struct {
  /* By which people ask for it. */
  const char *_Nonnull name;
  /* What it is for, in one line. */
  const char *_Nonnull summary;
  const unsigned char *_Nonnull bytes;
  size_t size;
} holdfast_starter;

/* How many there are. */
size_t holdfast_starter_count(void);

/* One of them, in the order of their names; index is below the count. */
holdfast_starter holdfast_starter_at(size_t index);
