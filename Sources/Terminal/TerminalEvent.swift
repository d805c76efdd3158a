package import Canvas

/// What the terminal and the operating system tell.
package enum TerminalEvent: Equatable, Sendable {
  /// The user pressed a key or pasted.
  case key(Key)
  /// The user typed a line, where keys are not told one by one, without control characters but tab; or
  /// the key that ends the input, which is `nil`.
  case line(String?)
  /// The terminal has a new size.
  case resized(Size)
  /// The process goes on after it was stopped: the terminal has to be taken again.
  case resumed
  /// All that was sent before ``Screen/askForArrival()`` has arrived at the terminal; keys that were
  /// told before this were pressed by somebody who had not seen it.
  case arrived
  /// Somebody asks the process to end, by this signal.
  case terminated(signal: Int32)
}
