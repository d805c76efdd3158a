import CTerminalGuard

/// Ends the process by `signal`, so that whoever started it sees why it ended.
package func endProcess(by signal: Int32) -> Never {
  ctg_raise_default(signal)
}

/// Whether whoever started the process had `signal` ignored, or it was ignored since.
package func isIgnored(signal: Int32) -> Bool {
  ctg_is_ignored(signal) != 0
}
