/// Why an event was not handed over to a command or a webhook.
package enum DeliveryTrouble: Error, Equatable, Sendable {
  /// The command ended with this status.
  case exited(status: Int)
  /// The command was ended by the signal with this number.
  case killed(signal: Int)
  /// The command had not ended after so long, and was ended.
  case endless(after: Duration)
  /// The command could not be run, for a reason in the system's own words.
  case notRun(reason: String)
  /// The webhook was not reached.
  case unreached(APIProblem)
  /// The webhook answered with this status, which is none of success.
  case refused(Endpoint, status: Int)
  /// So many events were not handed over, as those before them took too long.
  case crowded(count: Int)
  /// So many events were not handed over, as the watch has ended.
  case ended(count: Int)
}
