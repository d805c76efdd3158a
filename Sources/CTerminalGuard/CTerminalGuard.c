#define _GNU_SOURCE
#include "CTerminalGuard.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// Every signal that ends a process unless somebody handles it; those that ask for an orderly end are
// heard elsewhere once somebody listens. The first ones are faults of the program itself.
static const int fatal_signals[] = {SIGILL,  SIGTRAP, SIGBUS,  SIGFPE,    SIGSEGV, SIGABRT,
                                    SIGQUIT, SIGSYS,  SIGUSR1, SIGUSR2,   SIGALRM, SIGVTALRM,
                                    SIGPROF, SIGIO,   SIGPIPE, SIGSTKFLT, SIGPWR,  SIGXCPU,
                                    SIGXFSZ, SIGHUP,  SIGINT,  SIGTERM};
enum {
  fault_count = 5,
  fatal_count = sizeof fatal_signals / sizeof *fatal_signals,
  stack_size = 64 * 1024
};

static struct {
  volatile sig_atomic_t active;
  int installed;
  int descriptor;
  struct termios line;
  char sequence[256];
  volatile size_t count;
  struct sigaction previous[fatal_count];
  struct sigaction previous_stop;
  char stack[stack_size];
} guard = {.descriptor = -1};

// Everything below here, down to the marked line, runs in signal handlers and therefore calls
// nothing that is not async-signal-safe.

// The line settings come first and the text is sent without waiting, because a terminal that takes
// no output must not keep the process from ending.
static void give_back(void) {
  if (!guard.active) return;
  guard.active = 0;
  pid_t owner = tcgetpgrp(guard.descriptor);
  if (owner >= 0 && owner != getpgrp()) return;  // It is another job's, and not to be touched.
  tcsetattr(guard.descriptor, TCSANOW, &guard.line);
  int flags = fcntl(guard.descriptor, F_GETFL);
  fcntl(guard.descriptor, F_SETFL, flags | O_NONBLOCK);
  (void)!write(guard.descriptor, guard.sequence, guard.count);
  fcntl(guard.descriptor, F_SETFL, flags);
}

static void set_default(int signal) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigaction(signal, &action, NULL);
}

static void unblock(int signal) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

// Whoever would print a trace or ask something on the screen does not get to: the process dies.
static void on_fatal_signal(int signal, siginfo_t *info, void *context) {
  (void)context;
  give_back();
  set_default(signal);
  int is_fault = 0;
  for (int i = 0; i < fault_count; i++) is_fault |= fatal_signals[i] == signal;
  // A fault repeats when the handler returns; a signal that was sent has to be sent again.
  if (!is_fault || info->si_code <= 0) raise(signal);
}

static void install_stop_handler(struct sigaction *previous);

static void on_stop_signal(int signal) {
  int saved = errno;
  give_back();
  set_default(signal);
  raise(signal);
  unblock(signal);  // The process stops here, unless nobody could ever continue it.
  install_stop_handler(NULL);
  raise(SIGCONT);  // Where nothing stopped, nobody else says that it goes on.
  errno = saved;
}

static void install_stop_handler(struct sigaction *previous) {
  struct sigaction action = {.sa_handler = on_stop_signal, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  sigaction(SIGTSTP, &action, previous);
}

void ctg_raise_default(int signal) {
  set_default(signal);
  raise(signal);
  unblock(signal);
  _exit(128 + signal);
}

void ctg_die(int signal) {
  give_back();
  ctg_raise_default(signal);
}

// Ordinary code from here on.

int ctg_is_ignored(int signal) {
  struct sigaction action;
  return sigaction(signal, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}

int ctg_remember(int descriptor) {
  guard.descriptor = descriptor;
  return tcgetattr(descriptor, &guard.line);
}

// A stack overflow leaves no room for a handler on the stack that overflowed.
static void provide_stack(void) {
  stack_t current;
  if (sigaltstack(NULL, &current) != 0 || !(current.ss_flags & SS_DISABLE)) return;
  stack_t ours = {.ss_sp = guard.stack, .ss_size = stack_size};
  sigaltstack(&ours, NULL);
}

int ctg_set_sequence(const char *sequence, size_t count) {
  if (count > sizeof guard.sequence) { errno = E2BIG; return -1; }
  // A signal may come in between, and finds all of a sequence or none.
  guard.count = 0;
  atomic_signal_fence(memory_order_seq_cst);
  memcpy(guard.sequence, sequence, count);
  atomic_signal_fence(memory_order_seq_cst);
  guard.count = count;
  return 0;
}

int ctg_install(void) {
  guard.count = 0;
  guard.active = 1;
  provide_stack();
  struct sigaction action = {.sa_sigaction = on_fatal_signal, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < fatal_count; i++) {
    if (sigaction(fatal_signals[i], &action, &guard.previous[i]) != 0) return -1;
    // What somebody ignores, such as the end of a connection, stays ignored.
    if (guard.previous[i].sa_handler == SIG_IGN)
      sigaction(fatal_signals[i], &guard.previous[i], NULL);
  }
  install_stop_handler(&guard.previous_stop);
  guard.installed = 1;
  return 0;
}

// What ends a program that asks for something in secret; elsewhere these are heard in order.
static const int line_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
enum { line_count = sizeof line_signals / sizeof *line_signals };
static struct sigaction previous_line[line_count];

int ctg_guard_line(int descriptor) {
  if (ctg_remember(descriptor) != 0) return -1;
  guard.count = 0;
  struct sigaction action = {.sa_sigaction = on_fatal_signal, .sa_flags = SA_SIGINFO};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < line_count; i++) {
    sigaction(line_signals[i], NULL, &previous_line[i]);
    if (previous_line[i].sa_handler != SIG_IGN) sigaction(line_signals[i], &action, NULL);
  }
  guard.active = 1;
  return 0;
}

void ctg_release_line(void) {
  guard.active = 0;
  for (int i = 0; i < line_count; i++) sigaction(line_signals[i], &previous_line[i], NULL);
  tcsetattr(guard.descriptor, TCSAFLUSH, &guard.line);
}

// The stop has to take hold before this returns, whichever thread the kernel would give it to;
// what is still pending is dropped when the process goes on.
void ctg_stop_job(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  pthread_sigmask(SIG_BLOCK, &set, NULL);
  raise(SIGTSTP);
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
}

void ctg_set_active(int active) { guard.active = active; }

void ctg_uninstall(void) {
  guard.active = 0;
  if (!guard.installed) return;
  guard.installed = 0;
  for (int i = 0; i < fatal_count; i++) sigaction(fatal_signals[i], &guard.previous[i], NULL);
  sigaction(SIGTSTP, &guard.previous_stop, NULL);
}
