import CTerminalGuard

/// Ends the process by `signal`, so that whoever started it sees why it ended.
package func endProcess(by signal: Int32) -> Never {
  ctg_raise_default(signal)
}
