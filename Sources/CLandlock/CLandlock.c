// For O_PATH.
#define _GNU_SOURCE

#include "CLandlock.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// Headers of an older kernel than the one that runs know less; numbers stay what they are.
#define READING \
  (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)
#define REFER (UINT64_C(1) << 13)
#define TRUNCATE (UINT64_C(1) << 14)
// What can be allowed for something that is no directory.
#define OF_A_FILE \
  (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE | \
   TRUNCATE)

// Everything that a kernel with this version of Landlock can deny about files.
static uint64_t everything(long version) {
  uint64_t all = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1;
  if (version >= 2) all |= REFER;
  if (version >= 3) all |= TRUNCATE;
  return all;
}

static int allow(int rules, const char *path, uint64_t access) {
  int file = open(path, O_PATH | O_CLOEXEC);
  // What is not there cannot be reached either.
  if (file < 0) return errno == ENOENT || errno == ENOTDIR ? 0 : -1;
  struct stat facts;
  struct landlock_path_beneath_attr rule = {.allowed_access = access, .parent_fd = file};
  int result = fstat(file, &facts);
  if (result == 0) {
    if (!S_ISDIR(facts.st_mode)) rule.allowed_access &= OF_A_FILE;
    result = (int)syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  }
  int reason = errno;
  close(file);
  errno = reason;
  return result;
}

int cl_confine(const char *const *paths, size_t readable, size_t writable) {
  long version =
      syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  // An older kernel, one that has it switched off, or a container that lets nobody ask.
  if (version < 0) {
    return errno == ENOSYS || errno == EOPNOTSUPP || errno == EPERM ? CL_UNAVAILABLE : CL_FAILED;
  }
  uint64_t all = everything(version);
  struct landlock_ruleset_attr attributes = {.handled_access_fs = all};
  int rules =
      (int)syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0);
  if (rules < 0) return CL_FAILED;
  int result = 0;
  for (size_t index = 0; result == 0 && index < readable + writable; index++) {
    result = allow(rules, paths[index], index < readable ? READING : all);
  }
  if (result == 0) result = prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (result == 0) result = (int)syscall(SYS_landlock_restrict_self, rules, 0);
  int reason = errno;
  close(rules);
  errno = reason;
  return result == 0 ? CL_CONFINED : CL_FAILED;
}
