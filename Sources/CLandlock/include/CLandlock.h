#pragma once
#include <stddef.h>

// Keeps this process, and every program that it becomes or starts, within some paths of the file
// system, whatever links lead elsewhere (Landlock, Linux 5.13 and later).

// What cl_confine() comes to.
enum {
  CL_CONFINED = 0,    // From now on nothing else can be read or written.
  CL_UNAVAILABLE = 1, // The kernel has no Landlock, or none for this process; nothing has changed.
  CL_FAILED = -1,     // It went wrong; errno says why.
};

// Allows reading and executing below the first `readable` paths, everything below the next `writable`
// ones, and nothing else. A path that is not there allows nothing.
int cl_confine(const char *const *paths, size_t readable, size_t writable);
