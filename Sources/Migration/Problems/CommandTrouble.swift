/// Why a command of the user's did not end well.
public enum CommandTrouble: Error, Equatable, Sendable {
  /// It ended with this status.
  case exited(status: Int)
  /// It was ended by the signal with this number.
  case killed(signal: Int)
  /// It had not ended after so long, and was ended.
  case endless(after: Duration)
  /// It could not be run, for a reason in the system's own words.
  case notRun(reason: String)
}
