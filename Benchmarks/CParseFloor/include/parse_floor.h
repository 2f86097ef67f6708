#ifndef TILIK_PARSE_FLOOR_H
#define TILIK_PARSE_FLOOR_H

#include <stddef.h>

/// Parses a page into libxml2's tree and frees it: what any program built on that tree pays before it
/// has read a word. Returns 0 when there was no document.
int parse_floor(const char *page, size_t count);

#endif
