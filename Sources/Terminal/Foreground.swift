import Glibc

/// Which job has a terminal.
enum Foreground {
  /// Whether `terminal` is for this job to read and write, also where there are no jobs.
  static func has(_ terminal: Int32) -> Bool {
    let owner = tcgetpgrp(terminal)
    return owner < 0 || owner == getpgrp()
  }

  /// Waits as a stopped job until `terminal` is this one's.
  ///
  /// - Returns: Whether it is: not where nobody could ever bring this job to the front.
  static func wait(for terminal: Int32) -> Bool {
    // A shell may hand the terminal over a moment after it has started or continued the job.
    var patience = 20
    while !has(terminal), patience > 0 {
      stop()
      if !has(terminal) { poll(nil, 0, 25) }
      patience -= 1
    }
    return has(terminal)
  }

  /// Stops this job as the kernel stops one that writes to another's terminal; nothing happens where
  /// nobody could continue it.
  static func stop() { kill(0, SIGTTOU) }
}
