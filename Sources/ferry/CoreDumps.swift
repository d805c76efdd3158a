import Glibc

/// Images of memory that the system writes when a process crashes: keys would be in them.
enum CoreDumps {
  /// Forbids them for this process and all that it starts.
  static func forbid() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    // To lower a limit is always allowed.
    _ = setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
  }
}
