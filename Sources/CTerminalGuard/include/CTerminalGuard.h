#pragma once
#include <stddef.h>

// Gives a terminal back when the process cannot do it in an orderly way: after a crash, when
// another process stops it, or when the terminal does not take any more output.

// Remembers the line settings of the terminal behind `descriptor` as those to go back to.
// Returns 0, or -1 with errno when it is no terminal.
int ctg_remember(int descriptor);

// Installs the handlers for SIGTSTP and for all signals that end a process, which go back to the line
// settings from now on. Returns 0, or -1 with errno.
int ctg_install(void);

// What leaves full-screen mode, to be set before that is entered. Returns 0, or -1 with errno.
int ctg_set_sequence(const char *sequence, size_t count);

// Whether the terminal is in full-screen mode at the moment, so that it has to be given back.
void ctg_set_active(int active);

// Puts the handlers back that ctg_install() replaced.
void ctg_uninstall(void);

// Gives the terminal back without ever waiting for it, and dies of `signal`.
void ctg_die(int signal) __attribute__((noreturn));

// Dies of `signal`, with its default action, so that the parent sees why.
void ctg_raise_default(int signal) __attribute__((noreturn));

// Whether `signal` is ignored.
int ctg_is_ignored(int signal);

// Remembers the line settings of the terminal behind `descriptor`, and goes back to them before a
// signal that ends the process does so; a signal that is ignored stays so.
// Returns 0, or -1 with errno when it is no terminal.
int ctg_guard_line(int descriptor);

// Stops this job, as the key for that does, until somebody has it go on; nothing happens where
// nobody could.
void ctg_stop_job(void);

// Goes back to these settings and puts the handlers back that ctg_guard_line() replaced.
void ctg_release_line(void);
