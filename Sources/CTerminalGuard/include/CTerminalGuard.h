#pragma once
#include <stddef.h>

// Gives a terminal back when the process cannot do it in an orderly way: after a crash, when
// another process stops it, or when the terminal does not take any more output.

// Remembers the line settings of the terminal behind `descriptor` as those to go back to.
// Returns 0, or -1 with errno when it is no terminal.
int ctg_remember(int descriptor);

// Installs the handlers for fatal signals and SIGTSTP. `sequence` is what leaves full-screen mode.
// Returns 0, or -1 with errno.
int ctg_install(const char *sequence, size_t count);

// Whether the terminal is in full-screen mode at the moment, so that it has to be given back.
void ctg_set_active(int active);

// Puts the handlers back that ctg_install() replaced.
void ctg_uninstall(void);

// Gives the terminal back without ever waiting for it, and dies of `signal`.
void ctg_die(int signal) __attribute__((noreturn));

// Dies of `signal`, with its default action, so that the parent sees why.
void ctg_raise_default(int signal) __attribute__((noreturn));
